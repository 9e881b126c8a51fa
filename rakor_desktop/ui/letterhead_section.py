"""The first section of the profile: who the office is, and its letterhead with a picture of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from rakor_desktop.domain.office import LETTERHEAD_LINES, LETTERHEAD_WIDTH, Letterhead, Office
from rakor_desktop.ui.letterhead_picture import LetterheadPicture
from rakor_desktop.ui.office_fields import choice, choose, labelled, line, typed_choice

KINDS: Final = (
    ("Kepolisian", "police"),
    ("Pemerintah daerah", "local_government"),
    ("TNI", "army"),
    ("Lainnya", "other"),
)
ZONES: Final = (("WIB", "WIB"), ("WITA", "WITA"), ("WIT", "WIT"))
_EMBLEM_SIDE: Final = 600
"""Pixels of an emblem's longer side: three centimetres in print at 500 dots an inch."""


class LetterheadSection(QWidget):
    """Name, place, letterhead lines with their count, address, emblem."""

    picture_problem = Signal(str)

    def __init__(
        self,
        provinces: Sequence[str],
        keep: Callable[[bytes], str],
        read: Callable[[str], bytes | None],
        parent: QWidget | None = None,
    ) -> None:
        """``keep`` stores an emblem and gives its hash, ``read`` brings it back."""
        super().__init__(parent)
        self._keep, self._read = keep, read
        self._emblem = ""
        self._font = "Arial"
        self._kind = choice(KINDS, "Jenis kantor")
        self._zone = choice(ZONES, "Zona waktu")
        self._name = line("mis. Polres Pasaman Barat", "Nama kantor")
        self._short = line("mis. Polres Pasbar", "Nama singkat")
        self._city = line("mis. Pasaman Barat", "Kabupaten atau kota")
        self._province = typed_choice(("", *provinces), "Provinsi")
        self._lines = [
            line("", f"Kop baris {n}", lambda _: self._draw()) for n in range(1, LETTERHEAD_LINES + 1)
        ]
        self._counts = [QLabel() for _ in self._lines]
        self._address = line("mis. Jalan Soekarno-Hatta, Simpang Empat 26366", "Alamat", lambda _: self._draw())
        self.picture = LetterheadPicture()
        self._clear = QPushButton("Hapus la&mbang")
        self._clear.setAutoDefault(False)
        self._lay_out()
        self._kind.currentIndexChanged.connect(lambda _: self._draw())

    def show_font(self, name: str) -> None:
        """Draw the picture in another font."""
        self._font = name
        self._draw()

    def show_office(self, office: Office) -> None:
        """Put the office's values into the fields."""
        choose(self._kind, office.kind)
        choose(self._zone, office.zone)
        self._name.setText(office.name)
        self._short.setText(office.short_name)
        self._city.setText(office.city)
        self._province.setEditText(office.province)
        for n, field in enumerate(self._lines):
            field.setText(office.letterhead.lines[n] if n < len(office.letterhead.lines) else "")
        self._address.setText(office.letterhead.address)
        self._emblem = office.letterhead.emblem
        self._font = office.font.name
        self._draw()

    def put_into(self, office: Office) -> Office:
        """The office with the values of the fields; lines beyond the third are kept as they are."""
        return replace(
            office,
            kind=self._kind.currentData(),
            zone=self._zone.currentData(),
            name=self._name.text().strip(),
            short_name=self._short.text().strip() or self._name.text().strip(),
            city=self._city.text().strip(),
            province=self._province.currentText().strip(),
            letterhead=self._letterhead(office.letterhead.lines[LETTERHEAD_LINES:]),
        )

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self._name

    def _letterhead(self, more: tuple[str, ...] = ()) -> Letterhead:
        lines = tuple(field.text().strip() for field in self._lines if field.text().strip())
        return Letterhead(lines=lines + more, address=self._address.text().strip(), emblem=self._emblem)

    def _draw(self) -> None:
        police = self._kind.currentData() == "police"
        for field, count in zip(self._lines, self._counts, strict=True):
            used = len(field.text().strip())
            too_long = police and used > LETTERHEAD_WIDTH
            count.setText(f"{used}/{LETTERHEAD_WIDTH}{' terlalu panjang' if too_long else ''}" if police else f"{used}")
            count.setAccessibleName(f"{field.accessibleName()}: {count.text()} karakter")
            font = count.font()
            font.setBold(too_long)
            count.setFont(font)
        self._clear.setEnabled(bool(self._emblem))
        emblem = self._read(self._emblem) if self._emblem else None
        self.picture.show_letterhead(self._letterhead(), self._kind.currentData(), self._font, emblem)

    def _choose_emblem(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, "Pilih lambang", str(Path.home()), "Gambar (*.png *.jpg *.jpeg *.bmp *.svg)"
        )
        if chosen:
            self.take_emblem(Path(chosen))

    def take_emblem(self, path: Path) -> None:
        """Keep a picture as the emblem, made no larger than print needs."""
        image = QImage(str(path))
        if image.isNull():
            self.picture_problem.emit(f"{path.name} tidak dapat dibaca sebagai gambar. Pilih berkas PNG atau JPG.")
            return
        if max(image.width(), image.height()) > _EMBLEM_SIDE:
            image = image.scaled(
                _EMBLEM_SIDE,
                _EMBLEM_SIDE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        store = QBuffer()
        store.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(store, "PNG")  # type: ignore[call-overload]
        self._emblem = self._keep(bytes(store.data().data()))
        self._draw()

    def _drop_emblem(self) -> None:
        self._emblem = ""
        self._draw()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(self.picture)
        first = QHBoxLayout()
        first.addWidget(self._kind, 1)
        first.addWidget(labelled("&Zona waktu", self._zone))
        first.addWidget(self._zone)
        form.addRow(labelled("&Jenis kantor", self._kind), first)
        names = QHBoxLayout()
        names.addWidget(self._name, 3)
        names.addWidget(labelled("Singka&t", self._short))
        names.addWidget(self._short, 2)
        form.addRow(labelled("&Nama kantor", self._name), names)
        places = QHBoxLayout()
        places.addWidget(self._city, 3)
        places.addWidget(labelled("&Provinsi", self._province))
        places.addWidget(self._province, 3)
        form.addRow(labelled("Kab&upaten/kota", self._city), places)
        for n, (field, count) in enumerate(zip(self._lines, self._counts, strict=True), start=1):
            row = QHBoxLayout()
            row.addWidget(field, 1)
            row.addWidget(count)
            form.addRow(labelled(f"Kop baris &{n}", field), row)
        form.addRow(labelled("&Alamat", self._address), self._address)
        emblem = QHBoxLayout()
        pick = QPushButton("Pilih &lambang…")
        pick.setAutoDefault(False)
        pick.clicked.connect(self._choose_emblem)
        self._clear.clicked.connect(self._drop_emblem)
        emblem.addWidget(pick)
        emblem.addWidget(self._clear)
        emblem.addStretch(1)
        form.addRow("Lambang", emblem)
