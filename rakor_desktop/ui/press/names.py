"""Who may be meant when a name is asked for: those who sign for the office, who were there, who are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.ui.grid.editors import Choice
from rakor_desktop.ui.pages.persons import person_name, person_post

_MOST: int = 40


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody offered: the name as it is written, and the post beside it."""

    name: str
    post: str = ""


def signatories(bundle: Bundle, remembered: str = "") -> tuple[Known, ...]:
    """The last one who signed, the office's signers, and the attendees, each name once."""
    return _each_once(_found(bundle, remembered))


def suggested(known: Iterable[Known], people: Iterable[Known], typed: str) -> Iterator[Choice]:
    """Names for what was typed: a word of the name or post begins so. All of ``known`` for nothing typed."""
    wanted = typed.casefold().split()
    count = 0
    for person in _each_once((*known, *(people if wanted else ()))):
        words = f"{person.name} {person.post}".casefold().split()
        if all(any(word.startswith(part) for word in words) for part in wanted):
            yield Choice(person.name, person.name, person.post)
            count += 1
            if count == _MOST:
                return


def _found(bundle: Bundle, remembered: str) -> Iterator[Known]:
    if remembered.strip():
        yield Known(remembered.strip())
    for signer in bundle.office.signers:
        if signer.name.strip():
            yield Known(f"{signer.rank} {signer.name}".strip(), signer.post)
    for attendee in bundle.meeting.attendees:
        if attendee.name.strip():
            yield Known(person_name(attendee), person_post(attendee))


def _each_once(people: Iterable[Known]) -> tuple[Known, ...]:
    found: dict[str, Known] = {}
    for person in people:
        earlier = found.get(person.name.casefold())
        if earlier is None or not earlier.post:
            found[person.name.casefold()] = Known(earlier.name if earlier else person.name, person.post)
    return tuple(found.values())
