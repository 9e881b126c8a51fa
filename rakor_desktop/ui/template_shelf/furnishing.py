"""How the dialog "Templat saya" is laid out, and the buttons that stand around its parts."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

_LIST: Final = 280


class Frame(NamedTuple):
    """The buttons beneath the list and at the dialog's foot."""

    bring_in: QPushButton
    rename: QPushButton
    delete: QPushButton
    sheet: QPushButton
    export_set: QPushButton
    import_set: QPushButton
    close: QPushButton


def lay_out(dialog: QDialog, bar: QWidget, listing: QWidget, details: QWidget, sample: QWidget) -> Frame:
    """Put the parts into the dialog; the buttons that were made for it."""
    frame = Frame(
        _button("&Impor…", "Jadikan berkas Word (.docx) templat kantor ini  (Ctrl+I)"),
        _button("&Ganti nama…", "Ganti nama templat sendiri  (F2)"),
        _button("&Hapus", "Hapus templat sendiri  (Del)"),
        _button("Daftar isia&n…", "Semua isian yang dapat ditulis dalam templat  (Ctrl+L)"),
        _button("&Ekspor set kantor…", "Profil, templat, gaya siaran, dan lambang kantor dalam satu berkas"),
        _button("I&mpor set kantor…", "Ambil set kantor dari berkas satuan lain"),
        _button("&Tutup", "Tutup  (Esc)"),
    )
    left = QWidget(dialog)
    left.setFixedWidth(_LIST)
    rows = QVBoxLayout(left)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(6)
    caption = QLabel("&Daftar templat", left)
    font = caption.font()
    font.setBold(True)
    caption.setFont(font)
    caption.setBuddy(listing)
    rows.addWidget(caption)
    rows.addWidget(listing, 1)
    pairs = QGridLayout()
    pairs.setSpacing(6)
    pairs.addWidget(frame.bring_in, 0, 0, 1, 2)
    pairs.addWidget(frame.rename, 1, 0)
    pairs.addWidget(frame.delete, 1, 1)
    rows.addLayout(pairs)
    sample.setMinimumWidth(300)
    split = QSplitter(Qt.Orientation.Horizontal, dialog)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(12)
    split.addWidget(details)
    split.addWidget(sample)
    split.setStretchFactor(0, 10)
    split.setStretchFactor(1, 11)
    middle = QHBoxLayout()
    middle.setSpacing(14)
    middle.addWidget(left)
    middle.addWidget(split, 1)
    foot = QHBoxLayout()
    for button in (frame.sheet, frame.export_set, frame.import_set):
        foot.addWidget(button)
    foot.addStretch(1)
    foot.addWidget(frame.close)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 14, 16, 12)
    column.setSpacing(10)
    column.addWidget(bar)
    column.addLayout(middle, 1)
    column.addLayout(foot)
    return frame


def _button(text: str, remark: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(remark)
    button.setAutoDefault(False)
    return button
