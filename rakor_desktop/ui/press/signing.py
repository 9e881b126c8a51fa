"""Who signs: the name remembered from the last time, and whom to offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rakor_desktop.domain.names import titled_name
from rakor_desktop.ui.grid.editors import Choice
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.names import Known, signatories, suggested

if TYPE_CHECKING:
    from rakor_desktop.ui.grid.known_people import KnownPeople


class Signing:
    """The names offered where somebody answers for a release; the last one is remembered."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._people: KnownPeople | None = None

    def know(self, people: KnownPeople) -> None:
        """Take the people book."""
        self._people = people

    @property
    def last(self) -> str:
        """Who signed last on this computer; empty at first."""
        return self._parts.settings.now.signed_by

    def remember(self, who: str) -> None:
        """Offer this name first from now on."""
        self._parts.settings.change(signed_by=who)

    def suggest(self, typed: str) -> Iterator[Choice]:
        """Names that fit what was typed."""
        yield from suggested(signatories(self._parts.desk.bundle, self.last), self._known(typed), typed)

    def _known(self, typed: str) -> Iterable[Known]:
        if self._people is None:
            return ()
        found = self._people.completions(typed)
        return [Known(titled_name(p.rank, p.front, p.name, p.back), p.post.position) for p in found]
