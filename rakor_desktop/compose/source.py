"""What composing starts from: a bundle, the catalog, and a way to get at pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.views import Gambar
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.office import Office

Pictures = Callable[[str, float], Gambar | None]
"""The picture with this content hash for a width in millimetres; ``None`` when it is not to be had."""


def no_pictures(_content_hash: str, _width_mm: float) -> Gambar | None:
    """For text, checks and previews: no picture at all."""
    return None


@dataclass(frozen=True)
class Source:
    """A meeting with its office, ready to be worded."""

    bundle: Bundle
    catalog: Catalog
    pictures: Pictures = no_pictures

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.bundle.meeting

    @property
    def office(self) -> Office:
        """The office that writes."""
        return self.bundle.office
