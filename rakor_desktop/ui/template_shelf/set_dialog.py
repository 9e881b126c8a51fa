"""What a set brings, and for whatever stands in its way: replace it, keep both, or leave it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
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

from rakor_desktop.desk.set_import import OFFICE_KEY, Answer, Piece
from rakor_desktop.ui.buttons import make_default

_WIDTH, _HEIGHT = 760, 430
_MARGIN: Final = 40
_KINDS: Final = {"office": "Profil kantor", "template": "Templat", "style": "Gaya siaran"}
_NEW: Final[Mapping[Answer, str]] = {"both": "Tambahkan", "skip": "Lewati", "replace": "Ganti"}
_CLASH: Final[Mapping[Answer, str]] = {"both": "Simpan dua-duanya", "skip": "Lewati", "replace": "Ganti yang lama"}


class SetDialog(QDialog):
    """``answers`` per piece, and ``default``: whether the profile becomes that of new meetings."""

    def __init__(self, pieces: Sequence[Piece], *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Impor set kantor")
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - _MARGIN), min(_HEIGHT, room.height() - _MARGIN))
        clashes = sum(piece.standing == "clash" for piece in pieces)
        head = QLabel(
            f"{clashes} bagian sudah ada di komputer ini dengan isi berbeda; pilih untuk tiap bagian."
            if clashes
            else "Semua bagian dapat ditambahkan tanpa mengganti apa pun."
        )
        head.setWordWrap(True)
        self.boxes: dict[str, QComboBox] = {}
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Isi set kantor")
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(["Jenis", "Nama", "Tindakan", "Keterangan"])
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for piece in pieces:
            self._add(piece)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._default = QCheckBox("Pakai profil kantor ini untuk &rapat baru", self)
        self._default.setChecked(first)
        self._default.setVisible(any(piece.kind == "office" and piece.standing != "same" for piece in pieces))
        office = self.boxes.get(OFFICE_KEY)
        if office is not None:
            office.currentIndexChanged.connect(lambda _row: self._default.setEnabled(office.currentData() != "skip"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = QPushButton("&Impor")
        buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        make_default(take, buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(10)
        rows.addWidget(head)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self._default)
        rows.addWidget(buttons)
        take.setFocus()

    @property
    def answers(self) -> dict[str, Answer]:
        """What to do with each piece."""
        return {key: box.currentData() for key, box in self.boxes.items()}

    @property
    def default(self) -> bool:
        """Whether new meetings get the profile."""
        return self._default.isChecked() and self._default.isEnabled() and not self._default.isHidden()

    def _add(self, piece: Piece) -> None:
        item = QTreeWidgetItem(self.tree, [_KINDS[piece.kind], piece.title, "", piece.remark or "Baru"])
        item.setToolTip(3, piece.remark)
        if piece.standing == "same":
            item.setText(2, "Tidak perlu")
            item.setDisabled(True)
            return
        words = _CLASH if piece.standing == "clash" else _NEW
        box = QComboBox(self.tree)
        box.setAccessibleName(f"Tindakan untuk {_KINDS[piece.kind].lower()} {piece.title}")
        for answer in piece.answers:
            box.addItem(words[answer], answer)
        self.boxes[piece.key] = box
        self.tree.setItemWidget(item, 2, box)
