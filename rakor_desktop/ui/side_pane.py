"""The right side of the workspace: the preview of each document, and the findings, under tabs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

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
"""Key, name and short name of every tab; the keys of the first four are documents."""

_TAB_PAD: Final = 28
"""Logical pixels that a tab takes beside its text, at most."""


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
        for n, (key, name, _short) in enumerate(TABS):
            self.tabs.addTab(name)
            self.tabs.setTabData(n, key)
            self.tabs.setTabToolTip(n, f"Pratinjau {name.lower()}")
        self.tabs.setTabToolTip(len(TABS) - 1, "Hal yang perlu diperiksa  (F8)")
        self._stack = QStackedWidget()
        self._stack.addWidget(preview)
        self._stack.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 6, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
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
        keys = [name for name, _, _ in TABS]
        if key in keys:
            self.tabs.setCurrentIndex(keys.index(key))

    def count_findings(self, count: int) -> None:
        """The number behind the findings' name."""
        self._count = count
        self._name_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the names do not fit, short ones stand on the tabs."""
        super().resizeEvent(event)
        self._name_tabs()

    def _name_tabs(self) -> None:
        metrics = self.tabs.fontMetrics()
        needed = sum(metrics.horizontalAdvance(self._named(name, key)) + _TAB_PAD for key, name, _ in TABS)
        short = needed > self.tabs.width()
        for n, (key, name, brief) in enumerate(TABS):
            text = self._named(brief if short else name, key)
            if self.tabs.tabText(n) != text:
                self.tabs.setTabText(n, text)

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
        self.shown.emit(key)
