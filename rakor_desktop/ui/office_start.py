"""The first question: which office is this? Four answers make a whole profile."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.domain.office import Office
from rakor_desktop.ui.letterhead_picture import LetterheadPicture
from rakor_desktop.ui.office_fields import choice, labelled, line, typed_choice
from rakor_desktop.ui.office_presets import OfficePresets


class OfficeStart(QDialog):
    """Asks kind, name, place and province; ``office`` is the profile that follows from them.

    Rejected means "later": the caller takes plain defaults. ``complete_wanted`` tells that the whole profile
    should be opened next.
    """

    def __init__(self, presets: OfficePresets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kantor Anda")
        self.resize(560, 400)
        self.complete_wanted = False
        self._presets = presets
        self._kind = choice([(k["label"], k["kode"]) for k in presets.kinds], "Jenis kantor")
        self._unit = line("", "Nama satuan", lambda _: self._draw())
        self._unit_label = labelled("&Nama", self._unit)
        self._city = line("mis. Pasaman Barat", "Kabupaten atau kota", lambda _: self._draw())
        self._province = typed_choice(("", *presets.provinces), "Provinsi")
        self._facts = QLabel()
        self._picture = LetterheadPicture()
        self._office = presets.plain()
        self._lay_out()
        self._kind.currentIndexChanged.connect(lambda _: self._ask())
        self._province.editTextChanged.connect(lambda _: self._draw())
        self._ask()
        self._unit.setFocus()

    @property
    def office(self) -> Office:
        """The profile that follows from the answers."""
        return self._office

    def _ask(self) -> None:
        preset = self._presets.kind(self._kind.currentData())
        self._unit_label.setText(f"&{preset['label_unit']}")
        self._unit.setAccessibleName(preset["label_unit"])
        self._unit.setPlaceholderText(f"mis. {preset['contoh_unit']}")
        self._draw()

    def _draw(self) -> None:
        made = self._presets.office(
            self._kind.currentData(), self._unit.text(), self._city.text(), self._province.currentText()
        )
        self._office = made
        self._picture.show_letterhead(made.letterhead, made.kind, made.font.name, None)
        margins = made.margins
        sides = ", ".join(f"{side:g}".replace(".", ",") for side in (margins.top, margins.left, margins.right))
        self._facts.setText(
            f"Kertas {made.paper}, {made.font.name} {made.font.size:g}, margin {sides} cm, "
            f"{made.zone}, judul {made.minutes_label}. Semua dapat diubah nanti di Profil kantor."
        )
        self._save.setEnabled(bool(made.name))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        hello = QLabel("Kop surat dan kebiasaan kantor diisi sekali, lalu dipakai di semua dokumen.")
        hello.setWordWrap(True)
        column.addWidget(hello)
        form = QFormLayout()
        form.addRow("&Jenis kantor", self._kind)
        form.addRow(self._unit_label, self._unit)
        form.addRow("Kabupaten/&kota", self._city)
        form.addRow("&Provinsi", self._province)
        column.addLayout(form)
        column.addWidget(self._picture)
        self._facts.setWordWrap(True)
        column.addWidget(self._facts)
        column.addStretch(1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._save = QPushButton("&Simpan")
        self._save.setDefault(True)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        more = buttons.addButton("&Lengkapi profil…", QDialogButtonBox.ButtonRole.ActionRole)
        later = buttons.addButton("Nanti s&aja", QDialogButtonBox.ButtonRole.RejectRole)
        later.setToolTip("Pakai bekal sederhana; profil dapat diisi kapan saja")
        more.clicked.connect(self._complete)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _complete(self) -> None:
        self.complete_wanted = True
        self.accept()
