"""The people page's fixed parts: its heading, its buttons, and what stands where there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rakor_desktop.domain.people import Person
from rakor_desktop.ui.icons import put_icon
from rakor_desktop.ui.pages.form import Muted

_TWO: Final = 2


class Buttons:
    """Every button of the page; those for chosen people follow the choice."""

    def __init__(self, owner: QWidget) -> None:
        def button(text: str, remark: str, icon: str = "") -> QPushButton:
            made = QPushButton(text, owner)
            made.setToolTip(remark)
            made.setAccessibleDescription(remark)
            made.setAutoDefault(False)
            if icon:
                put_icon(made, icon, owner.palette(), 16)
            return made

        self.back = button("Kem&bali", "Kembali ke tempat semula  (Esc)")
        self.new = button("&Orang baru", "Catat orang yang belum ada", "new")
        self.take_in = button("&Impor…", "Ambil daftar orang dari berkas .xlsx atau .csv", "open")
        self.put_out = button("&Ekspor…", "Simpan buku orang ke berkas .xlsx atau .csv", "save")
        self.add = button("Tambahkan &ke rapat ini", "Masukkan orang yang dipilih ke daftar hadir rapat yang terbuka")
        self.merge = button("&Gabungkan…", "Jadikan satu orang dari dua catatan atau lebih")
        self.retire = button("Tidak akti&f", "Tandai sudah pensiun atau tidak aktif: tetap tercatat, tidak disarankan")
        self.remove = button("&Hapus…", "Hapus dari buku orang  (Del)")

    def line(self) -> QHBoxLayout:
        """The buttons for chosen people, under the list."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for made in (self.add, self.merge, self.retire, self.remove):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def hide_line(self, hidden: bool) -> None:
        """Hide the buttons for chosen people: there is nobody to choose."""
        for made in (self.merge, self.retire, self.remove):
            made.setHidden(hidden)

    def follow(self, chosen: Sequence[Person], *, meeting_open: bool) -> None:
        """Only what can be done with the chosen people can be pressed."""
        self.add.setVisible(meeting_open)
        self.add.setEnabled(bool(chosen))
        self.merge.setEnabled(len(chosen) >= _TWO)
        self.retire.setEnabled(bool(chosen))
        self.remove.setEnabled(bool(chosen))
        back = bool(chosen) and all(person.retired for person in chosen)
        self.retire.setText("Akti&fkan lagi" if back else "Tidak akti&f")


def head_line(title: str, summary: QWidget, buttons: Buttons) -> QHBoxLayout:
    """The way back, the title with its summary, and what can be done with the whole book."""
    row = QHBoxLayout()
    row.setSpacing(10)
    heading = QLabel(title)
    font = heading.font()
    font.setPointSizeF(font.pointSizeF() * 1.45)
    font.setBold(True)
    heading.setFont(font)
    row.addWidget(buttons.back)
    row.addWidget(heading)
    row.addWidget(summary, 1, Qt.AlignmentFlag.AlignBottom)
    for made in (buttons.new, buttons.take_in, buttons.put_out):
        row.addWidget(made)
    return row


def side_remark(parent: QWidget) -> QLabel:
    """What stands beside the list while nobody is chosen."""
    remark = Muted("", parent)
    remark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    remark.setContentsMargins(24, 0, 24, 0)
    return remark


def empty_picture(parent: QWidget) -> tuple[QWidget, QLabel, QPushButton]:
    """What stands in place of an empty list: a sentence and the way to fill it."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.addStretch(1)
    text = Muted("", holder)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(text)
    button = QPushButton("Impor dari Excel atau CSV…", holder)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    button.setAutoDefault(False)
    column.addSpacing(8)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(2)
    return holder, text, button
