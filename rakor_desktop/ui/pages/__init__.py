"""The pages of the open meeting, in the order of the window's list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.pages.page import Page, PhotoStore
from rakor_desktop.ui.parts import Parts

__all__ = ["PAGES", "Page", "PageSpec", "PhotoStore"]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: its name, its icon, how it is built, and the number shown beside its name."""

    key: str
    title: str
    icon: str
    build: Callable[[Parts], Page]
    count: Callable[[Meeting], int | None]


def _meeting(parts: Parts) -> Page:
    from rakor_desktop.ui.pages.meeting import MeetingPage

    return MeetingPage(parts.desk, parts.catalog)


def _attendees(parts: Parts) -> Page:
    from rakor_desktop.ui.pages.attendees import AttendeesPage

    return AttendeesPage(parts.desk, parts.catalog)


def _course(parts: Parts) -> Page:
    from rakor_desktop.ui.pages.course import CoursePage

    return CoursePage(parts.desk, parts.catalog)


def _photos(parts: Parts) -> Page:
    from rakor_desktop.ui.pages.photos import PhotosPage

    return PhotosPage(parts.desk, parts.catalog, parts.photos)


def _release(parts: Parts) -> Page:
    from rakor_desktop.ui.pages.release import ReleasePage

    return ReleasePage(parts)


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("rapat", "Rapat", "meeting", _meeting, lambda meeting: None),
    PageSpec("hadirin", "Hadirin", "people", _attendees, lambda meeting: len(meeting.attendees)),
    PageSpec("jalannya", "Jalannya rapat", "course", _course, lambda meeting: len(meeting.items)),
    PageSpec("dokumentasi", "Dokumentasi", "photos", _photos, lambda meeting: len(meeting.photos)),
    PageSpec("siaran-pers", "Siaran pers", "press", _release, lambda meeting: None),
)
"""Rapat, Hadirin, Jalannya rapat, Dokumentasi, Siaran pers."""
