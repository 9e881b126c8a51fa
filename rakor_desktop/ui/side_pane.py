"""The right side of the workspace: the preview of each document, and the findings, under tabs.

The documents made most often have tabs of their own. The others share one: a button beside the tabs tells them all, and
the one chosen stands on that tab until another is chosen.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from rakor_desktop.ui.findings_panel import FindingsPanel
from rakor_desktop.ui.preview import PreviewPane

FINDINGS: Final = "temuan"
TABS: Final = (
    ("notula", "Notula", "Notula"),
    ("daftar-hadir", "Daftar hadir", "Hadir"),
    ("siaran-pers", "Siaran pers", "Rilis"),
    ("laporan-whatsapp", "WhatsApp", "WA"),
    (FINDINGS, "Temuan", "Temuan"),
)
"""Key, name and short name of every tab at first; the keys of the first four are documents."""
SHARED: Final = 3
"""The place of the tab that the less used documents share."""
OTHERS: Final = (
    TABS[SHARED],
    ("undangan", "Undangan", "Undangan"),
    ("laporan-hasil", "Laporan hasil", "Laporan"),
    ("petikan-arahan", "Petikan arahan", "Arahan"),
    ("tindak-lanjut", "Tindak lanjut", "Tinjut"),
    ("dokumentasi", "Dokumentasi", "Foto"),
)
"""The documents that share one tab."""

_TAB_PAD: Final = 28
"""Logical pixels that a tab takes beside its text, at most."""
_EDGES: Final = 8
"""Logical pixels beside the tabs."""


class SidePane(QWidget):
    """Preview and findings; ``jump(target)`` when a place is asked for, ``shown(key)`` when the tab changes."""

    jump = Signal(str)
    shown = Signal(str)

    def __init__(self, preview: PreviewPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self.findings = FindingsPanel()
        self._document = TABS[0][0]
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName("Dokumen di pratinjau")
        self._count = 0
        self._names = list(TABS)
        for n, (key, name, _short) in enumerate(TABS):
            self.tabs.addTab(name)
            self.tabs.setTabData(n, key)
            self.tabs.setTabToolTip(n, f"Pratinjau {name.lower()}")
        self.tabs.setTabToolTip(len(TABS) - 1, "Hal yang perlu diperiksa  (F8)")
        self.others = self._others_button()
        self.documents = self._document_list()
        self.finding_button = self._findings_button()
        self._stack = QStackedWidget()
        self._stack.addWidget(preview)
        self._stack.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 6, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.others)
        head.addWidget(self.documents, 1)
        head.addWidget(self.finding_button)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(320)
        self.tabs.currentChanged.connect(self._turn)
        preview.jump.connect(self.jump)
        self.findings.jump.connect(self.jump)

    @property
    def key(self) -> str:
        """The tab that is shown."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    @property
    def document(self) -> str:
        """The document of the preview; while findings are shown, the one shown before."""
        return self._document

    def show_tab(self, key: str) -> None:
        """Turn to a document or to the findings; an unknown key changes nothing."""
        other = next((one for one in OTHERS if one[0] == key), None)
        if other is not None and other != self._names[SHARED]:
            self._share(other)
        keys = [name for name, _, _ in self._names]
        if key in keys:
            self.tabs.setCurrentIndex(keys.index(key))

    def count_findings(self, count: int) -> None:
        """The number behind the findings' name."""
        self._count = count
        self._name_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heads follow the width."""
        super().resizeEvent(event)
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Whole names where they fit, else short ones, else one list in place of the tabs."""
        room = self.width() - self.others.sizeHint().width() - _EDGES
        names = [self._named(name, key) for key, name, _ in self._names]
        briefs = [self._named(brief, key) for key, _, brief in self._names]
        short = self._needed(names) > room
        for n, text in enumerate(briefs if short else names):
            if self.tabs.tabText(n) != text:
                self.tabs.setTabText(n, text)
        narrow = self._needed(briefs) > room
        self.tabs.setHidden(narrow)
        self.others.setHidden(narrow)
        self.documents.setVisible(narrow)
        self.finding_button.setVisible(narrow)
        self.finding_button.setText(self._named("Temuan", FINDINGS))

    def _needed(self, texts: list[str]) -> int:
        metrics = self.tabs.fontMetrics()
        return sum(metrics.horizontalAdvance(text) + _TAB_PAD for text in texts)

    def _document_list(self) -> QComboBox:
        """All documents as one list, for a pane too narrow for tabs."""
        box = QComboBox()
        for key, name, _short in (*TABS[:SHARED], *OTHERS):
            box.addItem(name, key)
        box.setAccessibleName("Dokumen di pratinjau")
        box.setToolTip("Dokumen yang dipratinjau")
        box.activated.connect(lambda _: self.show_tab(str(box.currentData())))
        box.setVisible(False)
        return box

    def _findings_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip("Hal yang perlu diperiksa  (F8)")
        button.clicked.connect(lambda on: self.show_tab(FINDINGS if on else self._document))
        button.setVisible(False)
        return button

    def _others_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("Lain")
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName("Dokumen lain di pratinjau")
        button.setToolTip("Pratinjau dokumen lain: undangan, laporan hasil, petikan arahan, dan lain-lain")
        menu = QMenu(button)
        for key, name, _short in OTHERS:
            menu.addAction(f"&{name}").triggered.connect(lambda _=False, k=key: self.show_tab(k))
        button.setMenu(menu)
        return button

    def _share(self, other: tuple[str, str, str]) -> None:
        """Put a document on the shared tab; while that tab is shown, its preview changes at once."""
        self._names[SHARED] = other
        self.tabs.setTabData(SHARED, other[0])
        self.tabs.setTabToolTip(SHARED, f"Pratinjau {other[1].lower()}")
        self._name_tabs()
        if self.tabs.currentIndex() == SHARED:
            self._turn(SHARED)

    def _named(self, name: str, key: str) -> str:
        return f"{name} {self._count}" if key == FINDINGS and self._count else name

    def _turn(self, index: int) -> None:
        key = str(self.tabs.tabData(index))
        if key == FINDINGS:
            self._stack.setCurrentWidget(self.findings)
        else:
            self._document = key
            self.preview.document = key
            self._stack.setCurrentWidget(self.preview)
        self.finding_button.setChecked(key == FINDINGS)
        self.documents.setCurrentIndex(self.documents.findData(self._document))
        self.shown.emit(key)
