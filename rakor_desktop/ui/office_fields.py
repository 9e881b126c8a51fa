"""The fields of the office profile, in sections; each section reads an office and writes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.domain.office import Font, Margins, Office, OfficeSigner, PressProfile, Switches

PAPERS: Final = (("A4  (21 × 29,7 cm)", "A4"), ("F4 / folio  (21,5 × 33 cm)", "F4"))
ORDERS: Final = (
    ("Tuan rumah lebih dahulu", "host_first"),
    ("Urutan keprotokolan", "protocol"),
    ("Seperti diketik", "typed"),
)
LABELS: Final = ("NOTULEN", "NOTULA", "NOTULEN RAPAT", "RISALAH RAPAT")
FONTS: Final = ("Arial", "Tahoma", "Times New Roman", "Bookman Old Style", "Calibri")
SIGNERS: Final = (("acknowledged", "&Mengetahui"), ("note_taker", "Notu&lis"), ("chair", "&Pimpinan rapat"))
ON_BEHALF: Final = (("sendiri", ""), ("a.n.", "a.n."), ("u.b.", "u.b."))


class Section(Protocol):
    """A part of the profile on the screen."""

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        ...

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields."""
        ...


class PageSection(QWidget):
    """Paper, font, margins."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = choice(PAPERS, "Ukuran kertas")
        self._font = typed_choice(FONTS, "Jenis huruf")
        self._size = number(8, 16, 0.5, " pt", "Ukuran huruf")
        self._spacing = number(1, 2, 0.05, " spasi", "Jarak baris")
        sides = ("Atas", "Kiri", "Kanan", "Bawah")
        self._margins = [number(0.5, 6, 0.5, " cm", f"Margin {side.lower()}") for side in sides]
        form = QFormLayout(self)
        form.addRow("K&ertas", self._paper)
        letters = QHBoxLayout()
        letters.addWidget(self._font, 1)
        letters.addWidget(self._size)
        letters.addWidget(self._spacing)
        form.addRow(labelled("Huru&f", self._font), letters)
        grid = QGridLayout()
        for n, (side, field) in enumerate(zip(("&Atas", "Ki&ri", "Ka&nan", "Ba&wah"), self._margins, strict=True)):
            grid.addWidget(labelled(side, field), n // 2, 2 * (n % 2))
            grid.addWidget(field, n // 2, 2 * (n % 2) + 1)
        box = QGroupBox("Margin")
        box.setLayout(grid)
        form.addRow(box)
        form.addRow(remark("Tata naskah Polri: atas 2, kiri 2,5, kanan 1,5 cm. Pemda umumnya: 2, 3, 2, bawah 2,5 cm."))
        self._font.editTextChanged.connect(lambda _: self.changed.emit())

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        choose(self._paper, office.paper)
        self._font.setEditText(office.font.name)
        self._size.setValue(office.font.size)
        self._spacing.setValue(office.line_spacing)
        margins = office.margins
        for field, value in zip(
            self._margins, (margins.top, margins.left, margins.right, margins.bottom), strict=True
        ):
            field.setValue(value)

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields."""
        top, left, right, bottom = (field.value() for field in self._margins)
        font = Font(self._font.currentText().strip() or "Arial", self._size.value())
        margins = Margins(top=top, left=left, right=right, bottom=bottom)
        return replace(
            office,
            paper=self._paper.currentData(),
            font=font,
            line_spacing=round(self._spacing.value(), 2),
            margins=margins,
        )


class HabitSection(QWidget):
    """What the minutes are called, how ranks are written, in which order people stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = typed_choice(LABELS, "Sebutan notula")
        self._order = choice(ORDERS, "Urutan hadirin")
        self._number = line("mis. B/{urut}/{bulan}/{kka}/{tahun}/{satker}", "Pola nomor")
        self._rank_stop = QCheckBox("Titik setelah &Pol: “Kombes Pol.”")
        self._corps_stop = QCheckBox("Titik set&elah korps: “Letkol Inf.”")
        self._restricted = QCheckBox("&TERBATAS dicetak di kepala dan kaki tiap halaman")
        self._srikandi = QCheckBox("Isian S&RIKANDI: ${nomor_naskah}, ${tanggal_naskah}")
        form = QFormLayout(self)
        form.addRow("&Judul notula", self._label)
        form.addRow("&Urutan hadirin", self._order)
        form.addRow("P&ola nomor", self._number)
        form.addRow("Penulisan pangkat", self._rank_stop)
        form.addRow("", self._corps_stop)
        form.addRow(remark("EYD menulis singkatan pangkat dengan titik; rilis Humas biasanya tanpa titik."))
        form.addRow("Naskah", self._restricted)
        form.addRow("", self._srikandi)

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        self._label.setEditText(office.minutes_label)
        choose(self._order, office.people_order)
        self._number.setText(office.number_pattern)
        self._rank_stop.setChecked(office.switches.rank_stop)
        self._corps_stop.setChecked(office.switches.corps_stop)
        self._restricted.setChecked(office.switches.mark_restricted)
        self._srikandi.setChecked(office.switches.srikandi)

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields."""
        return replace(
            office,
            minutes_label=self._label.currentText().strip() or "NOTULEN",
            people_order=self._order.currentData(),
            number_pattern=self._number.text().strip(),
            switches=Switches(
                self._rank_stop.isChecked(),
                self._corps_stop.isChecked(),
                self._restricted.isChecked(),
                self._srikandi.isChecked(),
            ),
        )


class SignerBox(QGroupBox):
    """One who usually signs; left empty where it changes from meeting to meeting."""

    def __init__(self, capacity: str, title: str) -> None:
        super().__init__(title.replace("&", ""))
        self._capacity: Any = capacity
        name = self.title()
        self.setCheckable(True)
        self._behalf = choice(ON_BEHALF, f"{name}: a.n. atau u.b.")
        self._post = line("Jabatan lengkap", f"{name}: jabatan")
        self._name = line("Nama dan gelar", f"{name}: nama")
        self._rank = line("Pangkat", f"{name}: pangkat")
        self._number = line("NRP / NIP", f"{name}: NRP atau NIP")
        grid = QGridLayout(self)
        grid.addWidget(self._behalf, 0, 0)
        grid.addWidget(self._post, 0, 1, 1, 2)
        grid.addWidget(self._rank, 1, 0)
        grid.addWidget(self._name, 1, 1)
        grid.addWidget(self._number, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_signer(self, signer: OfficeSigner | None) -> None:
        """Show a signer; ``None``: nobody signs in this capacity."""
        self.setChecked(signer is not None)
        shown = signer or OfficeSigner(self._capacity)
        choose(self._behalf, shown.on_behalf)
        self._post.setText(shown.post)
        self._name.setText(shown.name)
        self._rank.setText(shown.rank)
        self._number.setText(shown.service_no)

    def signer(self) -> OfficeSigner | None:
        """The signer, or ``None`` when the box is not ticked."""
        if not self.isChecked():
            return None
        return OfficeSigner(
            capacity=self._capacity,
            post=self._post.text().strip(),
            name=self._name.text().strip(),
            rank=self._rank.text().strip(),
            service_no=self._number.text().strip(),
            on_behalf=self._behalf.currentData(),
        )


class SignerSection(QWidget):
    """Who signs the minutes, in the order of the signature block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {capacity: SignerBox(capacity, title) for capacity, title in SIGNERS}
        column = QVBoxLayout(self)
        column.addWidget(remark("Nama boleh kosong bila penanda tangan berganti-ganti; isi di halaman Rapat."))
        for box in self._boxes.values():
            column.addWidget(box)
        column.addStretch(1)

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        for capacity, box in self._boxes.items():
            box.show_signer(next((s for s in office.signers if s.capacity == capacity), None))

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields."""
        signers = (box.signer() for box in self._boxes.values())
        return replace(office, signers=tuple(s for s in signers if s is not None))


class PressSection(QWidget):
    """Press releases and reports by chat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dateline = line("{kota}", "Pola pembuka tempat")
        self._sign_off = line("mis. (Humas Polres Pasaman Barat)", "Penutup rilis")
        self._byline = line("mis. Humas", "Penulis rilis")
        self._chief = line("mis. Kapolres Pasaman Barat", "Kepada")
        self._sender = line("mis. Kasi Humas", "Dari")
        self._copies = line("dipisah titik koma", "Tembusan")
        self._hashtags = line("mis. #PolriPresisi", "Tagar")
        form = QFormLayout(self)
        form.addRow("Pembuka &tempat", self._dateline)
        form.addRow(remark("Isian yang dikenal: {kota}, {KOTA}, {provinsi}. Contoh: {KOTA} – menjadi PASAMAN BARAT –"))
        form.addRow("&Penutup rilis", self._sign_off)
        form.addRow("Pe&nulis", self._byline)
        form.addRow("K&epada (laporan)", self._chief)
        form.addRow("Da&ri (laporan)", self._sender)
        form.addRow("Te&mbusan", self._copies)
        form.addRow("T&agar", self._hashtags)

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        press = office.press
        for field, text in zip(self._fields(), (press.dateline, press.sign_off, press.byline), strict=True):
            field.setText(text)
        self._chief.setText(press.chief)
        self._sender.setText(press.sender)
        self._copies.setText("; ".join(press.copies))
        self._hashtags.setText(" ".join(press.hashtags))

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields."""
        dateline, sign_off, byline = (field.text().strip() for field in self._fields())
        press = PressProfile(
            dateline=dateline or "{kota}",
            sign_off=sign_off,
            byline=byline,
            chief=self._chief.text().strip(),
            sender=self._sender.text().strip(),
            copies=tuple(part.strip() for part in self._copies.text().split(";") if part.strip()),
            hashtags=tuple(self._hashtags.text().split()),
        )
        return replace(office, press=press)

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self._dateline, self._sign_off, self._byline


def line(example: str, name: str, on_change: Callable[[str], object] | None = None) -> QLineEdit:
    """A text field with an example in it and a name for screen readers."""
    field = QLineEdit()
    field.setPlaceholderText(example)
    field.setAccessibleName(name)
    if on_change is not None:
        field.textChanged.connect(on_change)
    return field


def choice(options: Sequence[tuple[str, str]], name: str) -> QComboBox:
    """A list of texts with their values."""
    box = QComboBox()
    for text, value in options:
        box.addItem(text, value)
    box.setAccessibleName(name)
    return box


def typed_choice(options: Sequence[str], name: str) -> QComboBox:
    """A list in which something else may be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(options))
    box.setAccessibleName(name)
    return box


def choose(box: QComboBox, value: str) -> None:
    """Choose the entry with this value, if there is one."""
    index = box.findData(value)
    if index >= 0:
        box.setCurrentIndex(index)


def number(least: float, most: float, step: float, unit: str, name: str) -> QDoubleSpinBox:
    """A number with its unit; the wheel changes it only while it has the keyboard."""
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setDecimals(1)
    box.setSuffix(unit)
    box.setAccessibleName(name)
    return box


def labelled(text: str, buddy: QWidget) -> QLabel:
    """A label whose access key leads to ``buddy``."""
    label = QLabel(text)
    label.setBuddy(buddy)
    return label


def remark(text: str) -> QLabel:
    """Small print under a field."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setEnabled(False)
    return label
