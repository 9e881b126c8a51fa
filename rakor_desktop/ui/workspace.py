"""The open meeting: pages on the left, the chosen page in the middle, preview and findings on the right."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from time import perf_counter
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.review import check
from rakor_desktop.review.check import by_severity, check_in_steps
from rakor_desktop.review.finding import Finding
from rakor_desktop.ui.grid.known_people import KnownPeople
from rakor_desktop.ui.navigation import Entrance, Navigation
from rakor_desktop.ui.pages import PAGES, Page
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.preview import PreviewPane
from rakor_desktop.ui.side_pane import FINDINGS, SidePane

NARROW: Final = 1000
"""Below this width in logical pixels the preview folds by itself."""
_REST: Final = 400
"""Milliseconds of rest after an edit before the meeting is reviewed."""
_SETTLES: Final = 1500
"""Milliseconds after a meeting was opened by which everything has been built for it."""
_SLICE: Final = 0.006
"""Seconds of reviewing before the next key may be handled."""
_HOMES: Final = {
    "attendees": "hadirin",
    "groups": "hadirin",
    "items": "jalannya",
    "photos": "dokumentasi",
    "releases": "siaran-pers",
    "release_style": "siaran-pers",
}


class Workspace(QWidget):
    """Shows one meeting. Pages are built when they are first shown, or one by one while nobody types."""

    page_shown = Signal(str)
    findings_counted = Signal(int)
    office_wanted = Signal(str)
    preview_folded = Signal(bool)
    reading_wanted = Signal(object)
    """A list to be read into the meeting: a QMimeData or a list of paths."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pages: dict[str, Page] = {}
        everybody = partial(parts.archive.people, retired=True)
        self.people = KnownPeople(everybody, lambda: parts.catalog.ranks, parts.jobs, self)
        parts.autosave.people_learnt.connect(self.people.refresh)
        self._key = ""
        self._forced_open = False
        self.navigation = Navigation([Entrance(p.key, p.title, p.icon) for p in PAGES])
        self._stack = QStackedWidget()
        self.side = SidePane(PreviewPane(parts.desk, parts.catalog, parts.photos, releases=parts.releases))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._review = QTimer(self, singleShot=True, interval=_REST)
        self._review.timeout.connect(self._begin_review)
        self._rules: Iterator[tuple[Finding, ...]] = iter(())
        self._found: list[Finding] = []
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._review_on)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES)
        self._settled.timeout.connect(_settle_memory)
        self.navigation.chosen.connect(self.show_page)
        self.side.jump.connect(self.go_to)
        parts.desk.changed.connect(self._on_changed)
        parts.desk.office_changed.connect(lambda *_: self._review.start())
        self._on_changed(None, parts.desk.meeting)

    @property
    def key(self) -> str:
        """The page that is shown; empty before the first."""
        return self._key

    def page(self, key: str) -> Page:
        """The page of a key, built if need be."""
        from rakor_desktop.ui.pages.attendees import AttendeesPage
        from rakor_desktop.ui.pages.release import ReleasePage

        if key not in self._pages:
            spec = next(p for p in PAGES if p.key == key)
            built = spec.build(self._parts)
            built.know(self.people)
            if isinstance(built, AttendeesPage):
                built.reading_wanted.connect(self.reading_wanted)
            elif isinstance(built, ReleasePage):
                built.jump.connect(self.go_to)
            self._pages[key] = built
            self._stack.addWidget(built)
        return self._pages[key]

    def build_rest(self) -> None:
        """Build one page that nobody has asked for yet, then the next when the window is idle."""
        missing = next((p.key for p in PAGES if p.key not in self._pages), None)
        if missing is not None:
            self.page(missing)
            QTimer.singleShot(30, self, self.build_rest)

    def show_page(self, key: str) -> None:
        """Turn to a page and put the keyboard into its first field."""
        page = self.page(key)
        self._key = key
        self._stack.setCurrentWidget(page)
        self.navigation.choose(key)
        self.page_shown.emit(key)

    def begin_typing(self) -> None:
        """Put the keyboard into the first field of the page shown."""
        if self._key:
            self._pages[self._key].first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, target: str) -> bool:
        """Turn to the page that holds ``target`` (``held.date``, ``attendees/<id>/rank``) and to its field."""
        if target.startswith("office"):
            self.office_wanted.emit(target)
            return True
        head = target.replace(".", "/").split("/", 1)[0]
        likely = _HOMES.get(head, "rapat")
        for key in [likely, *(p.key for p in PAGES if p.key != likely)]:
            if self.page(key).go_to(target):
                self.show_page(key)
                self.page(key).go_to(target)
                return True
        return False

    def review_now(self) -> None:
        """Review the meeting and show what was found."""
        self._review.stop()
        self._step.stop()
        self._show_found(check(self._parts.desk.bundle, self._parts.catalog))

    def _begin_review(self) -> None:
        """Review rule by rule: with thousands of people a key need not wait for all of them."""
        self._rules = check_in_steps(self._parts.desk.bundle, self._parts.catalog)
        self._found = []
        self._review_on()

    def _review_on(self) -> None:
        end = perf_counter() + _SLICE
        for some in self._rules:
            self._found.extend(some)
            if perf_counter() > end:
                self._step.start()
                return
        self._show_found(by_severity(self._found))

    def _show_found(self, found: tuple[Finding, ...]) -> None:
        self.side.findings.show_findings(found)
        self.side.count_findings(len(found))
        self.findings_counted.emit(len(found))

    def show_findings(self) -> None:
        """Unfold the side and turn to the findings."""
        self._forced_open = True
        self._fold(False)
        self.review_now()
        self.side.show_tab(FINDINGS)
        self.side.findings.take_keyboard()

    def fold_preview(self, folded: bool) -> None:
        """Fold or unfold the preview, as the user asks; a narrow window shows it for now."""
        self._parts.settings.change(preview_folded=folded)
        self._forced_open = not folded
        self._fold(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview where there is no room for it, and bring it back where there is."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow and event.oldSize().width() >= NARROW:
            self._forced_open = False
        self._fold(self._parts.settings.now.preview_folded or (narrow and not self._forced_open))

    def remember(self) -> None:
        """Write down how wide the parts are."""
        if not self.side.isHidden():
            self._parts.settings.change(splitter=tuple(self.splitter.sizes()))

    def _fold(self, folded: bool) -> None:
        if self.side.isHidden() != folded:
            self.side.setHidden(folded)
            self.preview_folded.emit(folded)

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        centre.setMinimumWidth(360)
        self.splitter.addWidget(centre)
        self.splitter.addWidget(self.side)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(list(self._parts.settings.now.splitter) or [700, 480])
        self.splitter.handle(1).setAccessibleName("Pemisah halaman dan pratinjau")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.splitter, 1)

    def _on_changed(self, before: Meeting | None, after: Meeting) -> None:
        self.navigation.show_meeting(after)
        for spec in PAGES:
            self.navigation.show_count(spec.key, spec.count(after))
        if before is None or before.id != after.id:
            self._settled.start()
        self._step.stop()
        self._review.start()


def _settle_memory() -> None:
    """Take what an open meeting is made of out of the search for garbage, which else goes through all of it again
    and again: with ten thousand people a key waited up to 80 ms for that. The former meeting's remains go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
