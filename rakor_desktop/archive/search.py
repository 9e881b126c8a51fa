"""Full-text search that stays fast on common words and never stumbles over what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from rakor_desktop.archive.database import Database
from rakor_desktop.archive.entries import ENTRY_COLUMNS, Entry, entries_of

RANKED: Final = 3_000
"""Up to so many hits are ranked by bm25; of more, the newest come first: ranking would grow with the archive."""
_MOST_WORDS: Final = 12
_LONGEST_WORD: Final = 60
_WORD: Final = re.compile(r"[^\W_]+")

_HITS: Final = "SELECT count(*) FROM (SELECT 1 FROM meeting_search WHERE meeting_search MATCH ? LIMIT ?)"
# Titles weigh most, then people and place: who searches a name wants the meetings that person attended.
_BEST: Final = "SELECT rowid FROM meeting_search WHERE meeting_search MATCH ? ORDER BY bm25(meeting_search, 8, 3, 4, 1)"
_NEWEST: Final = "SELECT rowid FROM meeting_search WHERE meeting_search MATCH ? ORDER BY rowid DESC"
# People and body first: the list shows title and place anyway.
_SHOWN: Final = (
    f"SELECT {ENTRY_COLUMNS}, t.people, t.body, t.place, t.title "
    "FROM meeting m JOIN meeting_text t ON t.key = m.key WHERE m.key = ?"
)
_COLUMNS: Final = ENTRY_COLUMNS.count(",") + 1
_AROUND: Final = 40


def search(database: Database, text: str, limit: int) -> tuple[Entry, ...]:
    """Meetings that hold every word of ``text``, the last word as a beginning; none for a text without words."""
    words = words_of(text)
    if not words:
        return ()
    query = match_of(words)
    with database.reading() as db:
        hits = db.execute(_HITS, (query, RANKED + 1)).fetchone()[0]
        order = _BEST if hits <= RANKED else _NEWEST
        keys = db.execute(f"{order} LIMIT ?", (query, limit)).fetchall()
        rows = [row for key in keys for row in db.execute(_SHOWN, key)]
    # FTS5's own snippet() reads whole meetings word by word: forty times slower than looking for the words here.
    pattern = _pattern(words)
    return entries_of((*row[:_COLUMNS], passage(pattern, row[_COLUMNS:])) for row in rows)


def words_of(text: str) -> tuple[str, ...]:
    """The words of what was typed; signs have no meaning."""
    found = _WORD.findall(unicodedata.normalize("NFC", text))
    return tuple(word[:_LONGEST_WORD] for word in found[:_MOST_WORDS])


def match_of(words: Sequence[str]) -> str:
    """The words as an FTS5 query: all of them, quoted, the last one as a beginning."""
    return " ".join(f'"{word}"' for word in words) + "*"


def passage(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    """The first line of the texts with a word searched for, cut to the words around it, each found one in ``[]``."""
    for text in (*texts, *map(_without_accents, texts)):
        match = pattern.search(text)
        if match is not None:
            return _cut(pattern, text, match)
    return ""


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    plain = [re.escape(form) for word in words[:-1] for form in {word, _without_accents(word)}]
    begun = [f"{re.escape(form)}[^\\W_]*" for form in {words[-1], _without_accents(words[-1])}]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(plain + begun)})(?![^\W_])", re.IGNORECASE)


def _cut(pattern: re.Pattern[str], text: str, match: re.Match[str]) -> str:
    first = text.rfind("\n", 0, match.start()) + 1
    last = text.find("\n", match.end())
    last = len(text) if last < 0 else last
    begin, end = first, last
    if match.start() - first > _AROUND:
        begin = text.find(" ", match.start() - _AROUND, match.start()) + 1 or match.start()
    if last - match.end() > 2 * _AROUND:
        end = text.rfind(" ", match.end(), match.end() + 2 * _AROUND)
        end = match.end() if end < 0 else end
    marked = pattern.sub(lambda found: f"[{found[0]}]", text[begin:end])
    return ("…" if begin > first else "") + marked + ("…" if end < last else "")


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
