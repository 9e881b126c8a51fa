"""The archive's tables as plain data: identity, version, and one script per step."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x52414B4F
"""SQLite's ``application_id``: "RAKO", so that another program's file is never taken for an archive."""

VERSION: Final = 3
"""``user_version`` of the newest tables this program knows."""

_FIRST: Final = """
CREATE TABLE meeting (
    key            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL,
    revision       INTEGER NOT NULL,
    title          TEXT NOT NULL,
    date           TEXT NOT NULL,
    place          TEXT NOT NULL,
    office_id      TEXT NOT NULL,
    office_name    TEXT NOT NULL,
    series_id      TEXT NOT NULL,
    attendee_count INTEGER NOT NULL,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    deleted_at     TEXT,
    form           TEXT NOT NULL
);
CREATE UNIQUE INDEX meeting_by_id ON meeting (id);
CREATE INDEX meeting_by_update ON meeting (updated_at) WHERE deleted_at IS NULL;

CREATE TABLE meeting_text (
    key    INTEGER PRIMARY KEY,
    title  TEXT NOT NULL,
    place  TEXT NOT NULL,
    people TEXT NOT NULL,
    body   TEXT NOT NULL
);
CREATE VIRTUAL TABLE meeting_search USING fts5 (
    title, place, people, body,
    content = 'meeting_text', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER meeting_text_added AFTER INSERT ON meeting_text BEGIN
    INSERT INTO meeting_search (rowid, title, place, people, body)
    VALUES (new.key, new.title, new.place, new.people, new.body);
END;
CREATE TRIGGER meeting_text_removed AFTER DELETE ON meeting_text BEGIN
    INSERT INTO meeting_search (meeting_search, rowid, title, place, people, body)
    VALUES ('delete', old.key, old.title, old.place, old.people, old.body);
END;

CREATE TABLE office (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    emblem     TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    form       TEXT NOT NULL
);

CREATE TABLE person (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    form TEXT NOT NULL
);
CREATE INDEX person_by_name ON person (name);

CREATE TABLE photo (
    hash         TEXT PRIMARY KEY,
    size         INTEGER NOT NULL,
    unused_since TEXT
);
CREATE TABLE photo_use (
    meeting_id TEXT NOT NULL,
    hash       TEXT NOT NULL,
    PRIMARY KEY (meeting_id, hash)
) WITHOUT ROWID;
CREATE INDEX photo_use_by_hash ON photo_use (hash);

CREATE TABLE log (
    number     INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    action     TEXT NOT NULL,
    detail     TEXT NOT NULL
);
CREATE INDEX log_by_meeting ON log (meeting_id, number);
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log BEGIN
    SELECT RAISE (ABORT, 'the log is append-only');
END;
CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log BEGIN
    SELECT RAISE (ABORT, 'the log is append-only');
END;
"""

# The people book: every way to find a person (names, aliases, "#" and service number), where the ids of merged people
# lead, the book's own undo, and who was learnt from which row of which meeting.
_PEOPLE: Final = """
CREATE TABLE person_key (
    key       TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (key, person_id)
) WITHOUT ROWID;
CREATE INDEX person_key_by_person ON person_key (person_id);
INSERT OR IGNORE INTO person_key SELECT name, id FROM person WHERE name <> '';
INSERT OR IGNORE INTO person_key
    SELECT '#' || lower(replace(replace(replace(number, ' ', ''), '.', ''), '-', '')), id
    FROM (SELECT id, CASE WHEN json_valid(form) THEN json_extract(form, '$.service_no') END AS number FROM person)
    WHERE trim(number) <> '';

CREATE TABLE person_moved (
    id   TEXT PRIMARY KEY,
    kept TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE person_change (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    label  TEXT NOT NULL,
    form   TEXT NOT NULL
);

CREATE TABLE sighting (
    meeting_id  TEXT NOT NULL,
    attendee_id TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    mark        TEXT NOT NULL,
    before      TEXT,
    after       TEXT,
    PRIMARY KEY (meeting_id, attendee_id)
) WITHOUT ROWID;
CREATE INDEX sighting_by_person ON sighting (person_id);
"""

# What a release said when somebody kept, checked or approved it, and who let a classified meeting's release go out.
_RELEASES: Final = """
CREATE TABLE release_version (
    number         INTEGER PRIMARY KEY,
    meeting_id     TEXT NOT NULL,
    style          TEXT NOT NULL,
    status         TEXT NOT NULL,
    at             TEXT NOT NULL,
    who            TEXT NOT NULL,
    note           TEXT NOT NULL,
    form           TEXT NOT NULL
);
CREATE INDEX release_version_by_meeting ON release_version (meeting_id, style, number);
CREATE TRIGGER release_version_is_never_changed BEFORE UPDATE ON release_version BEGIN
    SELECT RAISE (ABORT, 'release versions are append-only');
END;
CREATE TRIGGER release_version_is_never_removed BEFORE DELETE ON release_version BEGIN
    SELECT RAISE (ABORT, 'release versions are append-only');
END;

CREATE TABLE release_confirmation (
    number         INTEGER PRIMARY KEY,
    meeting_id     TEXT NOT NULL,
    classification TEXT NOT NULL,
    at             TEXT NOT NULL,
    who            TEXT NOT NULL
);
CREATE INDEX release_confirmation_by_meeting ON release_confirmation (meeting_id, number);
CREATE TRIGGER release_confirmation_is_never_changed BEFORE UPDATE ON release_confirmation BEGIN
    SELECT RAISE (ABORT, 'confirmations are append-only');
END;
CREATE TRIGGER release_confirmation_is_never_removed BEFORE DELETE ON release_confirmation BEGIN
    SELECT RAISE (ABORT, 'confirmations are append-only');
END;
"""

STEPS: Final = {0: _FIRST, 1: _PEOPLE, 2: _RELEASES}
"""``STEPS[n]`` brings the tables from version n to n + 1."""
