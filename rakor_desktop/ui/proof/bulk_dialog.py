"""Before and after of everything that is sure: looked through once, mended at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.buttons import make_default
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.proof.severity import bare_pair, family_name, shown_words

_WIDTH, _HEIGHT = 760, 480
_MARGIN: Final = 40
_AROUND: Final = 24
"""Characters of the text that are shown on either side of a stretch."""


class BulkDialog(QDialog):
    """Asks which of the sure findings of ``text`` to mend; ``chosen`` is the answer after it was accepted."""

    def __init__(self, text: str, findings: Sequence[TextFinding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Perbaiki ejaan sekaligus")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        self._findings = tuple(finding for finding in findings if finding.sure and finding.remedies)
        self.tree = _tree(text, self._findings)
        self._use = QPushButton()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(self._use, buttons)
        head = QLabel(f"{len(self._findings)} per&baikan yang pasti")
        head.setBuddy(self.tree)
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        head.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(
            Muted("Hapus centang pada yang tidak dikehendaki. Ctrl+Z nanti mengurungkan semuanya sekaligus.", self)
        )
        column.addWidget(self.tree, 1)
        column.addWidget(buttons)
        self.tree.itemChanged.connect(lambda *_: self._count())
        self.tree.itemActivated.connect(lambda *_: self._use.click())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._use.click)
        self._count()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> tuple[TextFinding, ...]:
        """The ticked findings, in the order of the text."""
        return tuple(
            finding
            for number, finding in enumerate(self._findings)
            if self._row(number).checkState(0) == Qt.CheckState.Checked
        )

    @property
    def apply_button(self) -> QPushButton:
        """The button that Enter presses."""
        return self._use

    def _row(self, number: int) -> QTreeWidgetItem:
        row = self.tree.topLevelItem(number)
        if row is None:
            raise IndexError(number)
        return row

    def _count(self) -> None:
        count = len(self.chosen)
        self._use.setEnabled(bool(count))
        self._use.setText(f"&Perbaiki {count} ejaan" if count else "&Perbaiki")


def _tree(text: str, findings: Sequence[TextFinding]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Perbaikan yang pasti")
    tree.setHeaderLabels(["Semula", "Menjadi", "Dalam kalimat", "Jenis"])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    for finding in findings:
        words, instead = bare_pair(finding)
        replacement = finding.remedies[0].replacement
        row = QTreeWidgetItem(
            tree,
            [
                shown_words(words, 40),
                shown_words(instead, 40) if replacement.strip() else "(dihapus)",
                _around(text, finding, replacement),
                family_name(finding.family),
            ],
        )
        row.setCheckState(0, Qt.CheckState.Checked)
        row.setToolTip(1, finding.message)
        font = row.font(1)
        font.setBold(True)
        row.setFont(1, font)
    header = tree.header()
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setStretchLastSection(False)
    for column in (0, 1, 3):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    first = tree.topLevelItem(0)
    if first is not None:
        tree.setCurrentItem(first)
    return tree


def _around(text: str, finding: TextFinding, replacement: str) -> str:
    before = text[max(0, finding.start - _AROUND) : finding.start]
    after = text[finding.end : finding.end + _AROUND]
    return "…" + " ".join(f"{before}{replacement}{after}".split()) + "…"
