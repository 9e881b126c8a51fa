"""What stands in place of the pages where no program can set them: what to do, and the contents meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.preview import DOCUMENTS, PreviewPane


class WithoutEngine(QWidget):
    """Says that pages cannot be set here; ``look_again`` and ``word_wanted`` when a person chooses to."""

    look_again = Signal()
    word_wanted = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QLabel("Halaman cetak belum dapat ditampilkan di komputer ini")
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        head.setFont(font)
        text = QLabel(
            "Halaman disusun oleh Microsoft Word atau LibreOffice; keduanya tidak ditemukan. Pasang LibreOffice "
            "(gratis, tanpa internet setelah diunduh), lalu pilih Cari lagi. Sementara itu, buat berkas Word dan cetak "
            "di komputer yang memiliki Word. Di bawah ini isi dokumennya, bukan tata letak halamannya."
        )
        text.setWordWrap(True)
        self.again = QPushButton("Cari &lagi")
        self.again.clicked.connect(self.look_again)
        word = QPushButton("Buat &berkas Word")
        word.clicked.connect(self.word_wanted)
        buttons = QHBoxLayout()
        for button in (word, self.again):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.contents = PreviewPane(
            parts.desk, parts.catalog, parts.photos, releases=parts.releases, parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(text)
        column.addLayout(buttons)
        column.addWidget(self.contents, 1)

    def show_document(self, document: str) -> None:
        """Show the contents of this document, as far as there is a preview of its contents."""
        self.contents.setVisible(document in DOCUMENTS)
        if document in DOCUMENTS:
            self.contents.document = document
