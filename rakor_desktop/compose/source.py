"""What composing starts from: a bundle, the catalog, and a way to get at pictures."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.views import Gambar
from rakor_desktop.domain.meeting import Attendee, Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.domain.release import ReleaseText

T = TypeVar("T")
_MOST_KEPT: Final = 60_000
Pictures = Callable[[str, float], Gambar | None]
"""The picture with this content hash for a width in millimetres; ``None`` when it is not to be had."""


def no_pictures(_content_hash: str, _width_mm: float) -> Gambar | None:
    """For text, checks and previews: no picture at all."""
    return None


class Memory:
    """What was composed for people who have not changed since: a preview that composes the same meeting again and
    again words only what is new. Results are kept for one manner of spelling at a time, and for as many people as
    a very long list has.
    """

    def __init__(self) -> None:
        self._manner: Hashable = None
        self._kept: dict[tuple[int, Hashable], tuple[Attendee, Any]] = {}

    def kept(self, attendee: Attendee, kind: Hashable, compose: Callable[[], T]) -> T:
        """What ``compose`` gave for this very attendee and kind before, or gives now."""
        key = id(attendee), kind
        known = self._kept.get(key)
        if known is not None and known[0] is attendee:
            found: T = known[1]
            return found
        made = compose()
        # The attendee is kept too, so that no other one can come to have its id.
        self._kept[key] = attendee, made
        return made

    def serve(self, office: Office) -> None:
        """Forget everything when the office spells otherwise, or when too much has come together."""
        if office != self._manner or len(self._kept) > _MOST_KEPT:
            self._kept.clear()
            self._manner = office


@dataclass(frozen=True)
class Source:
    """A meeting with its office, ready to be worded; ``memory`` where the same meeting is composed repeatedly.

    ``style`` names the press style of a release ("": the meeting's, else the usual one of the office), ``variation``
    another wording of it (0: the one that the release asks for). ``fixed`` are the words of an approved release.
    """

    bundle: Bundle
    catalog: Catalog
    pictures: Pictures = no_pictures
    memory: Memory | None = None
    style: str = ""
    variation: int = 0
    fixed: ReleaseText | None = None

    def kept(self, attendee: Attendee, kind: Hashable, compose: Callable[[], T]) -> T:
        """What is composed of one attendee, from memory where there is one."""
        return self.memory.kept(attendee, kind, compose) if self.memory is not None else compose()

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.bundle.meeting

    @property
    def office(self) -> Office:
        """The office that writes."""
        return self.bundle.office
