"""One template: what it is, whether it is in use, and each of its faults with its place and remedy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.desk.documents import document_title
from rakor_desktop.desk.template_check import Checkup, TemplateFault
from rakor_desktop.domain.office import Office

_LOCKED = "Templat bawaan tidak diubah. Salin dahulu, lalu ubah salinannya di Word."
_HOWTO = "Ubah di Word, simpan, lalu kembali ke jendela ini: templat diperiksa dan pratinjaunya diperbarui."
_AIR = 4


class Details(QWidget):
    """Head, standing and faults of the template that is shown; its buttons belong to the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _told(self)
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title.setFont(font)
        self.about = _told(self)
        self.standing = _told(self)
        self.standing.setAccessibleName("Keadaan templat")
        self.banner = QFrame(self)
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        self.banner.setAutoFillBackground(True)
        inner = QVBoxLayout(self.banner)
        inner.setContentsMargins(10, 7, 10, 7)
        inner.addWidget(self.standing)
        self.open = _button("&Buka di Word", "Buka berkas templat ini di Word  (Ctrl+O)")
        self.use = _button("&Pakai", "Dokumen kantor ini dibuat dengan templat ini  (Ctrl+Enter)")
        self.copy = _button("S&alin…", "Templat sendiri yang berawal dari templat ini  (Ctrl+D)")
        buttons = QHBoxLayout()
        for button in (self.copy, self.open, self.use):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.faults_title = QLabel("&Kesalahan", self)
        self.faults_title.setFont(_bold(self.faults_title))
        self.faults = FaultList(self)
        self.faults_title.setBuddy(self.faults)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(self.about)
        rows.addWidget(self.banner)
        rows.addLayout(buttons)
        rows.addWidget(self.faults_title)
        rows.addWidget(self.faults, 1)
        rows.addStretch(0)
        self._rows = rows

    def show_template(self, entry: TemplateEntry, checkup: Checkup | None, office: Office, *, used: bool) -> None:
        """Show a template; ``checkup`` is missing while it is being checked."""
        document = document_title(entry.document).lower()
        self.title.setText(entry.title)
        papers = f"Kertas {' dan '.join(entry.papers)}." if entry.papers else ""
        basis = f"Dasar: {entry.basis}." if entry.basis else ""
        self.about.setText(" ".join(part for part in (entry.description, papers, basis) if part))
        self.standing.setText(_standing(entry, checkup, office, document, used))
        self.copy.setEnabled(True)
        self.open.setEnabled(entry.own)
        self.use.setText(f"&Pakai untuk {document}")
        self.use.setEnabled(not used and checkup is not None and checkup.usable)
        faults = checkup.faults if checkup else ()
        for widget in (self.faults_title, self.faults):
            widget.setVisible(bool(faults))
        self._rows.setStretch(self._rows.count() - 1, 0 if faults else 1)
        self.faults.show_faults(faults, many_files=sum(name.endswith(".docx") for name in entry.files) > 1)

    def show_none(self, document: str) -> None:
        """The heading of a document is current."""
        self.title.setText(document_title(document))
        self.about.setText("Pilih templat di daftar.")
        self.standing.setText(_HOWTO)
        for button in (self.copy, self.open, self.use):
            button.setEnabled(False)
        for widget in (self.faults_title, self.faults):
            widget.setVisible(False)


class FaultList(QListWidget):
    """Each fault in three lines: where and near which words, what is wrong, what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Kesalahan templat")
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setSpacing(_AIR)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(90)

    def show_faults(self, faults: tuple[TemplateFault, ...], *, many_files: bool) -> None:
        """Show these, with the file's name where a template has several."""
        self.clear()
        for number, fault in enumerate(faults, start=1):
            named = many_files or fault.file.casefold().endswith(".txt")
            where = f"{fault.file}: {fault.place}" if named else fault.place
            near = f"\nDekat: “{fault.near}”" if fault.near else ""
            remedy = f"\nPerbaikan: {fault.remedy}" if fault.remedy else ""
            item = QListWidgetItem(f"{number}. {where}{near}\n{fault.message}{remedy}", self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, fault.sentence)

    def sizeHint(self) -> QSize:
        """Room for some faults; the rest is scrolled to."""
        return QSize(super().sizeHint().width(), 220)


def _standing(entry: TemplateEntry, checkup: Checkup | None, office: Office, document: str, used: bool) -> str:
    name = office.short_name or office.name or "kantor ini"
    sentences = [f"Dipakai untuk {document} {name}."] if used else []
    if checkup is None:
        return " ".join([*sentences, "Sedang diperiksa…"])
    if checkup.busy:
        return " ".join([*sentences, "Berkasnya sedang dipegang Word; diperiksa begitu selesai disimpan."])
    if checkup.faults:
        stop = f"; {document} tidak dapat dibuat sampai diperbaiki" if used else ""
        count = len(checkup.faults)
        sentences.append(f"Templat ini memiliki {count} kesalahan dan belum dapat dipakai untuk dokumen{stop}.")
    if not entry.own:
        return " ".join([*sentences, _LOCKED])
    if entry.papers and office.paper not in entry.papers:
        sentences.append(
            f"Ukuran kertasnya {' dan '.join(entry.papers)}, sedangkan profil kantor memakai {office.paper}."
        )
    return " ".join([*sentences, _HOWTO])


def _told(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _bold(label: QLabel) -> QFont:
    font = label.font()
    font.setBold(True)
    return font


def _button(text: str, remark: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(remark)
    button.setAutoDefault(False)
    return button
