"""What is stored of a meeting: its saved form, the columns that lists show, and the text that is searched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from dataclasses import replace as replaced
from datetime import UTC, date, datetime
from typing import Any

from rakor_desktop.domain.meeting import Attendee, Bundle, Item, Meeting

TEXT_LIMIT = 2_000_000
"""Characters of one meeting that are searched; more is stored, but only opened meetings show it."""


def stored_form(bundle: Bundle) -> str:
    """The saved form as text.

    A lone half of a character (a broken paste) cannot be written as UTF-8 at all; it is stored as the sign
    "unreadable" (U+FFFD), so that one such sign never keeps a whole meeting from being saved.
    """
    from rakor_desktop.domain import codec

    try:
        return codec.encode(bundle).decode("utf-8")
    except UnicodeEncodeError:
        return codec.encode(mended(bundle)).decode("utf-8")


def read_form(form: str) -> Bundle:
    """The bundle of a stored form. Raises :class:`~rakor_desktop.errors.BundleError`."""
    from rakor_desktop.domain import codec

    return codec.decode(form.encode("utf-8"))


def columns(bundle: Bundle) -> dict[str, Any]:
    """The columns of the meeting's row that lists read without opening the form."""
    meeting = bundle.meeting
    return {
        "title": plain(meeting.title or meeting.occasion or meeting.kind),
        "date": meeting.held.date.isoformat() if meeting.held.date else "",
        "place": plain(", ".join(part for part in (meeting.venue.place, meeting.venue.city) if part)),
        "office_id": plain(bundle.office.id),
        "office_name": plain(bundle.office.short_name or bundle.office.name),
        "series_id": plain(meeting.series_id),
        "attendee_count": len(meeting.attendees),
    }


def search_text(meeting: Meeting) -> tuple[str, str, str, str]:
    """Title, place, people and body as the search knows them."""
    title = _joined((meeting.title, meeting.theme, meeting.occasion, meeting.kind, meeting.organiser))
    place = _joined((meeting.venue.place, meeting.venue.city, meeting.venue.platform))
    people = _joined(
        [text for attendee in meeting.attendees for text in _of_attendee(attendee)]
        + [group.name for group in meeting.groups]
        + [text for signer in meeting.signers for text in (signer.name, signer.post)]
    )
    body = _joined(
        [*meeting.agenda, *meeting.basis, *meeting.numbers.values(), meeting.conduct]
        + _of_operation(meeting)
        + [text for item in meeting.items for text in _of_item(item)]
        + [text for figure in meeting.figures for text in (figure.label, figure.value)]
        + [photo.caption for photo in meeting.photos]
        + [text for release in meeting.releases for text in (release.headline, *(p.text for p in release.paragraphs))]
    )
    return title, place, people, body


def photo_hashes(bundle: Bundle) -> set[str]:
    """The content hashes of every picture that this bundle needs, the emblem included."""
    hashes = {photo.content_hash for photo in bundle.meeting.photos} | {bundle.office.letterhead.emblem}
    return {plain(text) for text in hashes if text}


def key_base(day: date) -> int:
    """The first key of a day: keys follow the meeting's date, so that "newest first" is the order of the table."""
    return day.toordinal() << 20


def day_of(key: int) -> int:
    """The ordinal of the day that a key belongs to."""
    return key >> 20


def now() -> str:
    """The present moment in UTC, as the archive writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def plain(text: str) -> str:
    """The text as SQLite can store it: a lone half of a character becomes U+FFFD, NUL a blank."""
    return text.replace("\0", " ").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _joined(texts: Iterable[str]) -> str:
    return plain("\n".join(text for text in texts if text)[:TEXT_LIMIT])


def _of_attendee(attendee: Attendee) -> tuple[str, ...]:
    return (
        " ".join((attendee.rank, *attendee.front, attendee.name, *attendee.back)).strip(),
        attendee.service_no,
        attendee.position,
        attendee.institution,
        attendee.represents,
    )


def _of_item(item: Item) -> tuple[str, ...]:
    follow_up = (item.follow_up.responsible, item.follow_up.due) if item.follow_up else ()
    return (item.topic, item.speaker, item.text, item.quote, item.purpose, *follow_up)


def _of_operation(meeting: Meeting) -> list[str]:
    operation = meeting.operation
    return [operation.name, operation.code_name, operation.aim] if operation else []


def mended(value: Any) -> Any:
    """The same frozen value with lone halves of characters replaced in every text."""
    if isinstance(value, str):
        return plain(value) if any("\ud800" <= sign <= "\udfff" for sign in value) else value
    if isinstance(value, tuple):
        return tuple(mended(part) for part in value)
    if isinstance(value, dict):
        return {mended(name): mended(part) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replaced(value, **{f.name: mended(getattr(value, f.name)) for f in fields(value)})
    return value
