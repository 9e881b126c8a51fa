"""Page Siaran pers: what goes out, its words, what stands around them, and where the release stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.choice_view import ChoiceView
from rakor_desktop.ui.press.confirmation import ConfirmationPanel
from rakor_desktop.ui.press.details import HOMES, Details
from rakor_desktop.ui.press.release_bar import ReleaseBar
from rakor_desktop.ui.press.signing import Signing
from rakor_desktop.ui.press.steps import ReleaseSteps

if TYPE_CHECKING:
    from rakor_desktop.ui.grid.known_people import KnownPeople
    from rakor_desktop.ui.press.draft_editor import DraftEditor

CHOICE, WORDS, DETAILS = "pilihan", "naskah", "rincian"
VIEWS: Final = ((CHOICE, "Yang ikut dirilis"), (WORDS, "Naskah"), (DETAILS, "Rincian"))
"""Key and name of each view, in the order of Ctrl+Tab."""
_SETTLE_MS: Final = 120


class ReleasePage(Page):
    """The press release. ``jump(target)`` asks for a field on another page."""

    jump = Signal(str)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__("Siaran pers", parts.desk, parts.catalog, parent)
        self._parts, self._releases = parts, parts.releases
        self._editor: DraftEditor | None = None
        self._shown_meeting: str | None = None
        self._asked: QDialog | None = None
        self._missed = ""
        self.signing = Signing(parts)
        self.steps = ReleaseSteps(parts, self.signing, self)
        self.bar = ReleaseBar(self)
        self.problem = MessageBar(self)
        self.choice = ChoiceView(parts.desk, parts.catalog, self)
        self.details = Details(self, parts.releases, parts.catalog)
        self.column.addStretch(1)
        self.confirmation = ConfirmationPanel(parts, self.signing, self)
        self.tabs = QTabBar(self)
        self.views = QStackedWidget(self)
        self._room = QWidget(self)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()

    @property
    def view(self) -> str:
        """The view that is shown."""
        return VIEWS[self.tabs.currentIndex()][0]

    @property
    def asked(self) -> QDialog | None:
        """The dialog that was opened last."""
        return self._asked

    @property
    def editor(self) -> DraftEditor:
        """The editor of the draft, built when it is first looked at."""
        if self._editor is None:
            from rakor_desktop.ui.press.draft_editor import DraftEditor

            self._editor = made = DraftEditor(self._parts, self._room)
            made.jump.connect(self._jump)
            made.reopen_wanted.connect(self.steps.reopen)
            made.choose_wanted.connect(lambda: self.show_view(CHOICE))
            layout = self._room.layout()
            if layout is not None:
                layout.addWidget(made)
        return self._editor

    def know(self, people: KnownPeople) -> None:
        """Offer the people book where somebody signs."""
        self.signing.know(people)

    def show_view(self, key: str) -> None:
        """Turn to a view."""
        self.tabs.setCurrentIndex([name for name, _ in VIEWS].index(key))

    def first_field(self) -> QWidget:
        """Where typing begins in the view that is shown."""
        if self._releases.needs_confirmation:
            return self.confirmation.tick
        if self.view == WORDS:
            return self.editor.first_field()
        if self.view == DETAILS:
            return self.details.dateline.editor
        return self.choice.inside if self.choice.inside.pieces else self.choice.out

    def go_to(self, target: str) -> bool:
        """``releases``, ``releases/confirmation``, ``releases/choice``, ``releases/<style>/<field>``, and
        ``release_style`` for the chooser.
        """
        if target == "release_style":
            self._give_keyboard(self.bar.styles)
            return True
        head, _, rest = target.partition("/")
        if head not in ("releases", "headline"):
            return False
        if self._releases.needs_confirmation:
            self.refresh()
            self._give_keyboard(self.confirmation.tick)
            return True
        name = rest.rpartition("/")[2]
        known = f"releases/{HOMES.get(name, name)}"
        if known in self._fields:
            self._decide_view()
            self.show_view(DETAILS)
            return super().go_to(known)
        self._decide_view()
        if name == "choice":
            self.show_view(CHOICE)
            self._give_keyboard(self.first_field())
            return True
        self.show_view(WORDS)
        # Kept in one place: the editor knows its own targets, all else of a release is its headline.
        return self.editor.go_to(target) or self.editor.go_to("releases/headline")

    def refresh(self) -> None:
        """Show where the release stands now."""
        self._timer.stop()
        if not self.isVisible():
            return
        self._decide_view()
        barred = self._releases.needs_confirmation
        self.bar.setVisible(not barred)
        self._head.setVisible(not barred)
        self.confirmation.setVisible(barred)
        self.views.setVisible(not barred)
        out, every = self.choice.counts
        self.tabs.setTabText(0, f"{VIEWS[0][1]}  {out}/{every}")
        if barred:
            self.confirmation.refresh()
            return
        locked = self._releases.locked
        self.bar.styles.show_styles(self.catalog.press.values(), self._releases.usual.name, self._releases.style.name)
        self.bar.show_standing(self._releases.standing)
        self.choice.lock(locked)
        self.details.lock(locked)
        if self.view == DETAILS:
            self.details.hint(self._releases.composed)
        missing = self._releases.missing_style
        if missing and missing != self._missed:  # said once, not at every change
            used = self._releases.style.title
            self.problem.say(f'Gaya siaran "{missing}" tidak ada di komputer ini; dipakai {used}.')
        self._missed = missing

    def showEvent(self, event: Any) -> None:
        """What the page tells is made when it is looked at."""
        super().showEvent(event)
        self.refresh()

    def show_versions(self) -> None:
        """The kept versions, to compare and to take up."""
        from rakor_desktop.ui.press.versions_dialog import VersionsDialog

        dialog = VersionsDialog(self._releases, self)
        dialog.finished.connect(dialog.deleteLater)
        self._remember_asked(dialog)
        dialog.open()

    def show_style_form(self) -> None:
        """The form of a press style, with the one in use."""
        from rakor_desktop.ui.press_style import open_styles

        self._remember_asked(open_styles(self._parts, self, self._releases.style.name))

    def _give_keyboard(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self) -> None:
        self._asked = None

    def _jump(self, target: str) -> None:
        if not self.go_to(target):
            self.jump.emit(target)

    def _decide_view(self) -> None:
        """For a meeting not seen yet: what to choose from while nothing goes out, else the view used last."""
        if self._shown_meeting == self.meeting.id:
            return
        self._shown_meeting = self.meeting.id
        out, _every = self.choice.counts
        last = self._parts.settings.now.release_view
        wanted = last if last in dict(VIEWS) else WORDS
        self.tabs.blockSignals(True)
        self.show_view(wanted if out else CHOICE)
        self.tabs.blockSignals(False)
        self._turn_to()

    def _turned(self) -> None:
        self._parts.settings.change(release_view=self.view)
        self._turn_to()

    def _turn_to(self) -> None:
        if self.view == WORDS and not self._releases.needs_confirmation:
            self.editor.refresh()
        elif self.view == DETAILS:
            self._timer.start()
        self.views.setCurrentIndex(self.tabs.currentIndex())

    def _soon(self) -> None:
        # Not started anew by every key: while one types without a pause, the page still follows.
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _connect(self) -> None:
        self._releases.changed.connect(self._soon)
        self.tabs.currentChanged.connect(self._turned)
        self.bar.styles.picked.connect(self._releases.choose)
        self.bar.styles.form_wanted.connect(self.show_style_form)
        self.bar.check_wanted.connect(self.steps.check)
        self.bar.approve_wanted.connect(self.steps.approve)
        self.bar.reopen_wanted.connect(self.steps.reopen)
        self.bar.keep_wanted.connect(self.steps.keep)
        self.bar.versions_wanted.connect(self.show_versions)
        self.steps.asking.connect(self._remember_asked)
        self.steps.failed.connect(self.problem.say)
        for text, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            keys = QShortcut(QKeySequence(text), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda step=step: self._turn_by_key(step))

    def _turn_by_key(self, step: int) -> None:
        if not self._releases.needs_confirmation:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(VIEWS))
            self._give_keyboard(self.first_field())

    def _remember_asked(self, dialog: QDialog) -> None:
        self._asked = dialog
        dialog.finished.connect(self._closed)

    def _lay_out(self) -> None:
        self.head.removeWidget(self.summary)
        self.summary.hide()
        self.head.addWidget(self.bar, 1)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName("Tampilan siaran pers")
        for number, (_key, name) in enumerate(VIEWS):
            self.tabs.addTab(name)
            self.tabs.setTabToolTip(number, f"{name}  (Ctrl+Tab: tampilan berikutnya)")
        self._head = QWidget(self)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(10)
        line.addWidget(self.tabs)
        line.addStretch(1)
        line.addWidget(self.bar.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        self.rows.removeWidget(self.scroller)
        self.body.setContentsMargins(0, 8, 0, 0)
        for view in (self.choice, self._room, self.scroller):
            self.views.addWidget(view)
        self.rows.addWidget(self.problem)
        self.rows.addWidget(self._head)
        self.rows.addWidget(self.views, 1)
        self.rows.addWidget(self.confirmation, 1)
        self.confirmation.hide()
        for before, after in pairwise((self.bar.styles, self.bar.more, self.bar.next, self.tabs)):
            QWidget.setTabOrder(before, after)
