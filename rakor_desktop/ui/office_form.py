"""The office profile: letterhead, page, habits, signers, press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.domain.office import Office
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.letterhead_section import LetterheadSection
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.office_fields import HabitSection, PageSection, PressSection, SignerSection
from rakor_desktop.ui.office_presets import OfficePresets


class OfficeForm(QDialog):
    """Edits one office profile; ``office`` is the answer, ``for_new`` whether new meetings use it too."""

    def __init__(
        self,
        office: Office,
        presets: OfficePresets,
        keep: Callable[[bytes], str],
        read: Callable[[str], bytes | None],
        *,
        for_meeting: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Profil kantor")
        self.resize(720, 540)
        self._office = office
        self.letterhead = LetterheadSection(presets.provinces, keep, read)
        self.page = PageSection()
        self.habits = HabitSection()
        self.signers = SignerSection()
        self.press = PressSection()
        self._bar = MessageBar()
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName("Bagian profil")
        for section, title in (
            (self.letterhead, "Kantor dan &kop"),
            (self.page, "&Halaman"),
            (self.habits, "Ke&biasaan"),
            (self.signers, "Penan&da tangan"),
            (self.press, "&Siaran pers"),
        ):
            section.show_office(office)
            self._tabs.addTab(_scrolling(section), title)
        self._default = QCheckBox("&Gunakan juga untuk rapat baru")
        self._default.setChecked(True)
        self._default.setVisible(for_meeting)
        column = QVBoxLayout(self)
        column.addWidget(self._bar)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._default)
        column.addWidget(self._buttons())
        self.page.changed.connect(lambda: self.letterhead.show_font(self.page.put_into(office).font.name))
        self.letterhead.picture_problem.connect(self._bar.say)
        self.letterhead.first_field().setFocus()

    @property
    def office(self) -> Office:
        """The profile as the fields say now."""
        office = self._office
        for section in (self.letterhead, self.page, self.habits, self.signers, self.press):
            office = section.put_into(office)
        return office

    @property
    def for_new(self) -> bool:
        """Whether meetings begun from now on use this profile."""
        return self._default.isChecked() or self._default.isHidden()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = QPushButton("S&impan")
        save.setToolTip("Simpan profil  (Ctrl+Enter)")
        save.setShortcut("Ctrl+Return")
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(save, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _scrolling(section: QWidget) -> QScrollArea:
    """Small screens scroll; nothing is out of reach."""
    area = QScrollArea()
    area.setWidget(section)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
