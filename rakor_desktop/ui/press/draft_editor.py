"""The draft of the press release, to be read and written: headline, body, what changed, what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from rakor_desktop.ui.press.draft_findings import DraftFindings
from rakor_desktop.ui.press.draft_foot import DraftFoot
from rakor_desktop.ui.press.draft_gutter import State, told
from rakor_desktop.ui.press.draft_notice import DraftNotice
from rakor_desktop.ui.press.draft_paper import DraftPaper
from rakor_desktop.ui.press.draft_sources import MOST, key_for, origin_at, origins
from rakor_desktop.ui.press.draft_words import tally
from rakor_desktop.ui.proof.bar import FindingBar

if TYPE_CHECKING:
    from rakor_desktop.compose.changes import Change, Choice
    from rakor_desktop.compose.draft import DraftParagraph
    from rakor_desktop.ui.parts import Parts

_SETTLE: Final = 80
"""Milliseconds after which the draft follows a change from elsewhere."""
_OWN: Final = 160
"""Milliseconds after which marks and counts follow what is typed here."""
_ROOMY: Final = 520
"""Pixels of height from which the findings' bar is open by itself."""


class DraftEditor(QWidget):
    """Shows ``parts.releases`` and writes a person's words through it; it keeps no truth of its own.

    Give it height: it scrolls by itself. ``jump`` carries a target of the meeting.
    """

    jump = Signal(str)
    reopen_wanted = Signal()
    """Somebody wants to change an approved release."""
    choose_wanted = Signal()
    """Nothing is public yet: somebody wants to choose what goes out."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._releases = parts, parts.releases
        self._writing = False
        self._stale = True
        self._meeting_id = ""
        self._paragraphs: tuple[DraftParagraph, ...] = ()
        self._bar_chosen = False
        self.setAccessibleName("Naskah siaran pers")
        self.notice = DraftNotice(self)
        self.paper = DraftPaper(self)
        self.headline, self.body, self.changes = self.paper.headline, self.paper.body, self.paper.changes
        self.gutter, self.dateline = self.paper.gutter, self.paper.dateline
        self.bar = FindingBar(self)
        self.foot = DraftFoot(self)
        self.findings = DraftFindings(parts, self.headline, self.body, self.bar)
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    # -- following

    def refresh(self) -> None:
        """Show the release as it is now; while nobody looks it waits until somebody does."""
        self._late.stop()
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        draft, locked = self._releases.draft, self._releases.locked
        if self._parts.desk.meeting.id != self._meeting_id:
            self._meeting_id = self._parts.desk.meeting.id
            self.body.show_paragraphs(())
            self.paper.to_top()
        self._paragraphs = draft.paragraphs
        composed = self._releases.composed
        self._lock(locked)
        self.headline.show_headline(
            draft.headline, composed.headline, composed.headlines, self._releases.style.headline_length
        )
        self.body.show_paragraphs([(p.key, p.text) for p in draft.paragraphs])
        seen = any(p.text for p in draft.paragraphs)
        self.dateline.show_text(draft.dateline, draft.dash, seen)
        pending = () if locked else tuple(c for c in self._releases.changes if c.theirs)
        self.changes.show_changes(pending)
        self.foot.count_changes(len(pending))
        self._mark(pending, locked)
        self.foot.show_tally(tally(p.text for p in draft.paragraphs))
        gone = [] if locked else [(p.key, p.composed) for p in draft.paragraphs if p.composed and not p.text]
        self.foot.show_removed(gone)
        self._tell(locked, nothing=not draft.paragraphs)
        self.findings.look(f"{draft.dateline}{draft.dash}" if draft.dateline and seen else "", asleep=locked)

    def go_to(self, target: str) -> bool:
        """``releases/<id>/headline``, ``releases/<id>/paragraphs[/<key>]``, or a field of the meeting: the paragraph
        that was made of it. False when the target has no place here.
        """
        if self._stale or self._late.isActive():
            self.refresh()
        kind, _, rest = target.partition("/")
        part, _, key = rest.partition("/")[2].partition("/")
        if target in ("headline", "releases/headline") or (kind == "releases" and part == "headline"):
            self.paper.reveal(self.headline)
            self.headline.setFocus()
            self.headline.text.to_end()
            return True
        if kind == "releases":
            return part == "paragraphs" and self._go_to_paragraph(key)
        found = key_for(self._paragraphs, target)
        return bool(found) and self._go_to_paragraph(found)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.headline.text

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, findings open only when they are asked for."""
        super().resizeEvent(event)
        if not self._bar_chosen:
            self.foot.findings.setChecked(self.height() >= _ROOMY)
            self._show_bar()

    # -- doing

    def vary(self) -> None:
        """Ask for another wording of what nobody edited."""
        self.body.begin_run()
        self._releases.vary()
        self.refresh()

    def restore(self, keys: list[str]) -> None:
        """Let the program's wording stand again for these paragraphs."""
        composed = {p.key: p.composed for p in self._releases.composed.paragraphs}
        texts = {key: composed[key] for key in keys if key in composed}
        self.body.begin_run()
        self._releases.write(texts, label="Kembalikan susunan program")
        self.refresh()

    def settle_change(self, change: Change, choice: Choice) -> None:
        """Take the wording of today, or stay with what a person wrote."""
        self.body.begin_run()
        self._releases.accept(change, choice)
        self.refresh()
        # The button that was pressed is gone: the keyboard goes on where the words are.
        if self.changes.current is None and not self.body.go_to_key(change.key):
            self.body.setFocus()

    # -- within

    def _write(self, texts: Mapping[str, str | None]) -> None:
        self._own(lambda: self._releases.write(texts, merge=f"release/words/{self.body.run}"))

    def _write_headline(self, text: str) -> None:
        self._own(lambda: self._releases.edit("Ubah judul siaran", merge="release/headline", headline=text))

    def _own(self, write: Callable[[], bool]) -> None:
        self._writing = True
        try:
            write()
        finally:
            self._writing = False
        self._late.start(_OWN)

    def _follow(self) -> None:
        # Not started anew by every change: while somebody types elsewhere without a pause, the draft still follows.
        if self._writing:
            return
        if not self._late.isActive() or self._late.interval() == _OWN:
            self._late.start(_SETTLE)

    def _catch_up(self) -> None:
        """Before the next letter: what is written must be written over what stands on the desk."""
        if self._late.isActive() and self._late.interval() == _SETTLE:
            self.refresh()

    def _mark(self, pending: tuple[Change, ...], locked: bool) -> None:
        changed = {change.key for change in pending}
        states: dict[str, State] = {
            p.key: "changed" if p.key in changed else "edited"
            for p in self._paragraphs
            if not locked and p.text and (p.edited or p.key in changed)
        }
        self.paper.show_states(states)
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader where the cursor is and how that paragraph stands."""
        key, keys = self.body.current_key, self.body.keys
        if key in keys:
            state = told(self.gutter.states.get(key))
            self.body.setAccessibleDescription(f"Paragraf {keys.index(key) + 1} dari {len(keys)}, {state}")

    def _lock(self, locked: bool) -> None:
        self.body.lock(locked)
        self.headline.set_locked(locked)
        self.foot.set_locked(locked)
        self._show_bar()

    def _tell(self, locked: bool, *, nothing: bool) -> None:
        if locked:
            self.notice.tell_locked(self._releases.standing)
        elif nothing:
            self.notice.tell_empty(any_text=bool(self._parts.desk.meeting.items))
        else:
            self.notice.hide()
        self.paper.setVisible(not nothing or locked or bool(self._releases.release.headline))

    def _go_to_paragraph(self, key: str) -> bool:
        if not key:
            self.body.setFocus()
            return True
        return self.body.go_to_key(key) or self.changes.go_to(key)

    def _edit_change(self, key: str) -> None:
        self.body.go_to_key(key)

    def _offer(self, menu: QMenu, key: str) -> None:
        paragraph = next((p for p in self._paragraphs if p.key == key), None)
        if paragraph is None:
            return
        first = menu.actions()[0] if menu.actions() else None
        offered = QMenu(menu)
        if key in self.gutter.states and not self.body.isReadOnly():
            offered.addAction("&Kembalikan susunan program", lambda: self.restore([key]))
            if self.gutter.states[key] == "changed":
                offered.addAction("&Lihat fakta yang berubah", lambda: self._look_at(key))
        fields = origins(paragraph)[:MOST]
        if len(fields) == 1:
            offered.addAction("Ke isian &sumber", lambda: self.jump.emit(fields[0].target))
        elif fields:
            sources = offered.addMenu("Ke isian &sumber")
            for field in fields:
                sources.addAction(field.name.replace("&", "&&"), partial(self.jump.emit, field.target))
        if self._releases.release.ignored and not self.body.isReadOnly():
            offered.addAction("Temuan yang &diabaikan…", self.findings.show_ignored)
        for action in offered.actions():
            menu.insertAction(first, action) if first is not None else menu.addAction(action)
        if first is not None and offered.actions():
            menu.insertSeparator(first)

    def _mark_menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self)
        self._offer(menu, key)
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    def _look_at(self, key: str) -> None:
        if self.changes.go_to(key):
            self.paper.reveal(self.changes)

    def _show_changes(self) -> None:
        if self.changes.current is not None:
            self._look_at(self.changes.current.key)

    def _jump_from(self, key: str, place: int) -> None:
        paragraph = next((p for p in self._paragraphs if p.key == key), None)
        target = origin_at(paragraph, paragraph.text.split("\n")[0], place) if paragraph is not None else ""
        if target:
            self.jump.emit(target)

    def _jump_dateline(self) -> None:
        self.jump.emit(f"releases/{self._releases.style.name}/dateline")

    def _settled(self) -> None:
        self._parts.desk.end_merge()

    def _count(self, count: int | None) -> None:
        self.foot.count_findings(count)
        self._show_bar()

    def _choose_bar(self) -> None:
        self._bar_chosen = True
        self._show_bar()

    def _show_bar(self) -> None:
        wanted = self.foot.findings.isChecked() and bool(self.bar.findings) and not self._releases.locked
        self.bar.setVisible(wanted)

    def _connect(self) -> None:
        self._releases.changed.connect(self._follow)
        self.body.about_to_write.connect(self._catch_up)
        self.body.written.connect(self._write)
        self.body.settled.connect(self._settled)
        self.body.source_asked.connect(self._jump_from)
        self.body.menu_asked.connect(self._offer)
        self.body.cursorPositionChanged.connect(self._describe)
        self.headline.written.connect(self._write_headline)
        self.headline.text.left.connect(self._settled)
        self.headline.finished.connect(self.body.setFocus)
        self.changes.chosen.connect(self.settle_change)
        self.changes.edit_asked.connect(self._edit_change)
        self.gutter.pressed.connect(self._mark_menu)
        self.dateline.clicked.connect(self._jump_dateline)
        self.findings.counted.connect(self._count)
        self.foot.changes_wanted.connect(self._show_changes)
        self.foot.varied.connect(self.vary)
        self.foot.restored.connect(self.restore)
        self.foot.findings_wanted.connect(self._choose_bar)
        self.notice.reopen_wanted.connect(self.reopen_wanted)
        self.notice.choose_wanted.connect(self.choose_wanted)

    def _lay_out(self) -> None:
        self.scroller: QScrollArea = self.paper.scroller
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notice)
        rows.addWidget(self.paper, 1)
        rows.addWidget(self.bar)
        rows.addWidget(self.foot)
        self.bar.hide()
