"""Page Dokumentasi: photos by file, by dragging, by pasting; caption, credit, order, and whether they may go out."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Meeting, Photo
from rakor_desktop.errors import PhotoError
from rakor_desktop.ui.binding import Bound, CheckField, Field, TextField
from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.pages.form import Muted, Section
from rakor_desktop.ui.pages.page import Page, PhotoStore
from rakor_desktop.ui.pages.persons import small_button
from rakor_desktop.ui.pages.thumbnails import PhotosModel, PhotosView

_PICTURES: Final = "Gambar (*.jpg *.jpeg *.png *.webp *.bmp *.gif *.tif *.tiff *.heic);;Semua berkas (*)"
_NOBODY: Final = Photo()
Source = Path | bytes


class PhotosPage(Page):
    """The meeting's photos. Files are prepared one after the other, so that the window stays awake."""

    finished = Signal()

    def __init__(self, desk: Desk, catalog: Catalog, photos: PhotoStore, parent: QWidget | None = None) -> None:
        super().__init__("Dokumentasi", desk, catalog, parent)
        self._photos = photos
        self._waiting: deque[Source] = deque()
        self._total, self._batch, self._first, self._faults = 0, "", "", list[str]()
        self._id = ""
        self.setAcceptDrops(True)
        self.grid = PhotosView(PhotosModel(desk, photos, self), self.body)
        self.grid.setMinimumHeight(180)
        self.column.setSpacing(8)
        self.column.addLayout(self._tools())
        self.message = QLabel(self.body)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        self.column.addWidget(self.message)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self._details())
        self.grid.current_changed.connect(self._show)
        self._show(self.grid.current_id)
        desk.changed.connect(self._stop_for_another)
        self.summary.setText(self.summarise(desk.meeting))

    def first_field(self) -> QWidget:
        """The photos."""
        return self.grid

    def summarise(self, meeting: Meeting) -> str:
        """How many, and how many may go out."""
        return f"{len(meeting.photos)} foto · {sum(p.public for p in meeting.photos)} boleh dirilis"

    def go_to(self, target: str) -> bool:
        """``photos``, ``photos/<id>``, ``photos/<id>/caption``."""
        kind, _, rest = target.partition("/")
        photo_id, _, field = rest.partition("/")
        if kind != "photos" or (photo_id and not self.grid.select(photo_id)):
            return False
        self.scroller.ensureWidgetVisible(self.grid, 0, 0)
        if field in self._details_by_name:
            self._details_by_name[field].focus()
        else:
            self.grid.setFocus()
        return True

    def add_files(self, paths: list[Path]) -> None:
        """Add pictures from files; what is not one is told, the others are added."""
        self._enqueue(list(paths))

    def add_data(self, data: bytes) -> None:
        """Add one picture from its bytes."""
        self._enqueue([data])

    def add_from(self, mime: QMimeData) -> bool:
        """Add what was dropped or pasted: files, or a picture itself; false when there is neither."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
        elif mime.hasImage():
            self.add_data(_png(QImage(mime.imageData())))
        else:
            return False
        return True

    def paste(self) -> None:
        """Add what is on the clipboard."""
        if not self.add_from(QGuiApplication.clipboard().mimeData()):
            self._say("Papan klip tidak berisi foto. Salin fotonya dulu, lalu tekan Ctrl+V.")

    def choose_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self, "Tambah foto", "", _PICTURES)
        self.add_files([Path(name) for name in names])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes photos, Insert asks for files."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Insert:
            self.choose_files()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures are welcome anywhere on the page."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As on entering."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        if self.add_from(event.mimeData()):
            event.acceptProposedAction()

    def _enqueue(self, sources: list[Source]) -> None:
        if not sources:
            return
        if not self._waiting:
            self._total, self._batch, self._first = 0, edits.new_id(), ""
            self._faults.clear()
            self._say("")
        self._waiting.extend(sources)
        self._total += len(sources)
        self.cancel.setVisible(self._total > 1)
        QTimer.singleShot(0, self, self._take_one)

    def _take_one(self) -> None:
        if not self._waiting:
            return
        source = self._waiting.popleft()
        name = source.name if isinstance(source, Path) else "Foto dari papan klip"
        try:
            data = source.read_bytes() if isinstance(source, Path) else source
            photo = Photo(id=edits.new_id(), content_hash=self._photos.put(data))
        except PhotoError as error:
            self._faults.append(f"{name}: {error.message}")
        except OSError:
            self._faults.append(f"{name}: berkas tidak dapat dibaca. Periksa apakah masih ada, lalu coba lagi.")
        else:
            # One batch is one undo step, however many photos it brings.
            self.desk.edit("Tambah foto", edits.insert(photo), merge=f"photos/{self._batch}")
            self._first = self._first or photo.id
        self._after_one()

    def _after_one(self) -> None:
        if not self._total:
            return  # stopped while this one was being added
        done = self._total - len(self._waiting)
        if self._waiting:
            self._say(f"Menambahkan foto {done + 1} dari {self._total}…", wrong=False)
            QTimer.singleShot(0, self, self._take_one)
            return
        self.desk.end_merge()
        self.cancel.hide()
        self.grid.select(self._first)
        self._say("\n".join(self._faults))
        self.finished.emit()

    def _stop_for_another(self, before: Meeting, after: Meeting) -> None:
        """Photos still waiting belong to the meeting that was left, and must not come into the one opened now."""
        if before.id != after.id and self._waiting:
            left = len(self._waiting)
            self._cancel()
            self._say(f"{left} foto untuk rapat sebelumnya belum ditambahkan: buka rapat itu, lalu tambahkan lagi.")

    def _cancel(self) -> None:
        self._waiting.clear()
        self._total = 0
        self.desk.end_merge()
        self.cancel.hide()
        self._say("Dihentikan. Foto yang sudah masuk tetap ada.", wrong=False)
        self.finished.emit()

    def _say(self, sentence: str, *, wrong: bool = True) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.message.setAccessibleName(sentence)
        palette = self.message.palette()
        palette.setColor(self.message.foregroundRole(), tone(self, "wrong" if wrong else "muted"))
        self.message.setPalette(palette)

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        self.button = QPushButton("Tambah &foto…", self.body)
        self.button.setToolTip("Pilih berkas foto (Insert)")
        self.button.clicked.connect(self.choose_files)
        line.addWidget(self.button)
        self.cancel = QPushButton("Hentikan", self.body)
        self.cancel.clicked.connect(self._cancel)
        self.cancel.hide()
        line.addWidget(self.cancel)
        line.addSpacing(6)
        for text, name, act in (
            ("◀", "Majukan (Alt+Panah Kiri)", lambda: self.grid.shift(-1)),
            ("▶", "Mundurkan (Alt+Panah Kanan)", lambda: self.grid.shift(1)),
            ("✕", "Hapus foto (Del)", self.grid.remove),
        ):
            line.addWidget(small_button(text, name, act, self.body))
        line.addSpacing(8)
        line.addWidget(Muted("Seret foto ke sini, atau tempel dengan Ctrl+V", self.body, wrap=False), 1)
        return line

    def _details(self) -> QWidget:
        form = self._form = Section("", self.body)
        caption = TextField(
            self.desk,
            self._value("caption", "Ubah keterangan foto"),
            "Keterangan foto",
            hint="mis. Kapolres memimpin rapat koordinasi lintas sektoral",
        )
        credit = TextField(
            self.desk, self._value("credit", "Ubah sumber foto"), "Sumber foto", hint="mis. Humas Polres"
        )
        public = CheckField(self.desk, self._value("public", "Ubah izin rilis foto"), "&Boleh dirilis")
        self._details_by_name: dict[str, Field[Any]] = {"caption": caption, "credit": credit, "public": public}
        form.row("&Keterangan", caption)
        form.row("S&umber", credit, public, stretch=(1, 0))
        return form

    def _show(self, photo_id: str) -> None:
        if photo_id != self._id and not self._waiting:
            self.desk.end_merge()
        self._id = photo_id
        for field in self._details_by_name.values():
            field.refresh(force=True)
        self._form.setEnabled(bool(photo_id))

    def _value(self, name: str, label: str) -> Bound[Any]:
        return Bound(
            lambda: f"photos/{self._id}/{name}",
            label,
            lambda meeting: getattr(next((p for p in meeting.photos if p.id == self._id), _NOBODY), name),
            lambda value: edits.update(Photo, self._id, **{name: value}),
        )


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
