"""Thumbnails of the meeting's photos, read one at a time and only when they come into sight."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Meeting, Photo
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.pages.page import PhotoStore

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
THUMBNAIL: Final = QSize(168, 118)
_LABEL_LINES: Final = 2
_EMPTY: Final = "Belum ada foto.\nSeret foto ke sini, tempel dengan Ctrl+V, atau tekan “Tambah foto…”."


def read_scaled(data: bytes, size: QSize) -> QImage:
    """The picture scaled to fit, decoded at about that size; an empty image when it cannot be read."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isValid() and (natural.width() > size.width() or natural.height() > size.height()):
        reader.setScaledSize(natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PhotosModel(QAbstractListModel):
    """The photos in order; pictures come after the rows, so that a long list opens at once."""

    def __init__(self, desk: Desk, photos: PhotoStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._store = photos
        self._photos: tuple[Photo, ...] = desk.meeting.photos
        self._pictures: dict[str, QPixmap | None] = {}
        self._wanted: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_one)
        desk.changed.connect(self._follow)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos shown."""
        return self._photos

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The photos."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Caption, picture, spoken text."""
        if not index.isValid() or index.row() >= len(self._photos):
            return None
        photo = self._photos[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.caption or "(belum ada keterangan)"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(photo.content_hash)
        if role == Qt.ItemDataRole.UserRole:
            return photo
        if role == Qt.ItemDataRole.AccessibleTextRole:
            leave = "boleh dirilis" if photo.public else "internal"
            return f"Foto {index.row() + 1}: {photo.caption or 'belum ada keterangan'}, {leave}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return photo.caption or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Photos can be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Photos are moved."""
        return Qt.DropAction.MoveAction

    def is_missing(self, photo: Photo) -> bool:
        """Whether the picture was looked for and is not here."""
        return photo.content_hash in self._pictures and self._pictures[photo.content_hash] is None

    def _picture(self, content_hash: str) -> QPixmap | None:
        if content_hash in self._pictures:
            return self._pictures[content_hash]
        if content_hash not in self._wanted:
            self._wanted.append(content_hash)
            self._timer.start(0)
        return None

    def _read_one(self) -> None:
        if not self._wanted:
            return
        content_hash = self._wanted.pop(0)
        data = self._store.read(content_hash)
        image = read_scaled(data, THUMBNAIL * 2) if data else QImage()
        self._pictures[content_hash] = None if image.isNull() else QPixmap.fromImage(image)
        for row, photo in enumerate(self._photos):
            if photo.content_hash == content_hash:
                self.dataChanged.emit(self.index(row), self.index(row))
        if self._wanted:
            self._timer.start(0)

    def _follow(self, before: Meeting, after: Meeting) -> None:
        photos = after.photos
        if photos is self._photos:
            return
        if [p.id for p in photos] != [p.id for p in self._photos]:
            self.beginResetModel()
            self._photos = photos
            self.endResetModel()
        else:
            self._photos = photos
            self.dataChanged.emit(self.index(0), self.index(len(photos) - 1))


class PhotosView(QListView):
    """The photos as pictures; Alt+Left/Right and dragging reorder, Del removes."""

    current_changed = Signal(str)

    def __init__(self, model: PhotosModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = model
        self._wanted = ""
        self.setModel(model)
        self.setItemDelegate(_PhotoDelegate(self))
        self.setAccessibleName("Foto rapat")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSpacing(6)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        model.modelReset.connect(self._select_wanted)
        self.selectionModel().currentChanged.connect(self._moved_to)
        self._select_wanted()

    @property
    def current_id(self) -> str:
        """The id of the current photo; empty when there is none."""
        row = self.currentIndex().row()
        return self.photos.photos[row].id if 0 <= row < len(self.photos.photos) else ""

    def select(self, photo_id: str) -> bool:
        """Make a photo the current one."""
        row = next((n for n, photo in enumerate(self.photos.photos) if photo.id == photo_id), -1)
        if row >= 0:
            self._wanted = photo_id
            self.setCurrentIndex(self.photos.index(row))
        return row >= 0

    def shift(self, step: int) -> None:
        """Move the current photo one place to the front (-1) or to the end (1)."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + step < len(self.photos.photos):
            self._move(row - 1 if step < 0 else row + 2)

    def remove(self) -> None:
        """Take the current photo out of the meeting (undo brings it back)."""
        row, gone = self.currentIndex().row(), self.current_id
        if gone:
            rest = [photo.id for photo in self.photos.photos if photo.id != gone]
            self._wanted = rest[min(row, len(rest) - 1)] if rest else ""
            self.photos.desk.edit("Hapus foto", edits.remove(Photo, (gone,)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the photos."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        back, forward = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
        if alt and event.key() in (*back, *forward):
            self.shift(-1 if event.key() in back else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() == Qt.Key.Key_Insert:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A photo of this list moves; anything else is the page's."""
        if event.source() is not self or not self.current_id:
            event.ignore()
            return
        index = self.indexAt(event.position().toPoint())
        row = index.row() if index.isValid() else len(self.photos.photos)
        if index.isValid() and event.position().toPoint().x() > self.visualRect(index).center().x():
            row += 1
        # Accepted as a copy: after a move Qt would remove the row that it thinks is left behind.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._move(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photos, or how to add some."""
        super().paintEvent(event)
        if self.photos.photos:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        box = self.viewport().rect().adjusted(20, 8, -20, -8)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), _EMPTY)
        painter.end()

    def _move(self, row: int) -> None:
        self.photos.desk.edit("Pindahkan foto", edits.move(Photo, (self.current_id,), row))

    def _select_wanted(self) -> None:
        if not self.select(self._wanted):
            self.setCurrentIndex(self.photos.index(0) if self.photos.photos else _NOWHERE)
        self.current_changed.emit(self.current_id)

    def _moved_to(self, current: Index, former: Index) -> None:
        if current.isValid():
            self._wanted = self.current_id
            self.current_changed.emit(self.current_id)


class _PhotoDelegate(QStyledItemDelegate):
    """A picture with its number, its mark, and two lines of caption."""

    def sizeHint(self, option: Any, index: Index) -> QSize:
        line = option.fontMetrics.lineSpacing()
        return QSize(THUMBNAIL.width() + 12, THUMBNAIL.height() + (_LABEL_LINES + 1) * line + 18)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        photo: Photo = index.data(Qt.ItemDataRole.UserRole)
        palette: QPalette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        line = option.fontMetrics.lineSpacing()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(option.rect, 5, 5)
        box = QRect(option.rect.left() + 6, option.rect.top() + 6, THUMBNAIL.width(), THUMBNAIL.height())
        painter.fillRect(box, shade(palette, "frame"))
        self._picture(painter, box, index, photo)
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        painter.setPen(ink)
        top = box.bottom() + 5
        name = f"{index.row() + 1}. {photo.caption or '(belum ada keterangan)'}"
        label = QRect(box.left(), top, box.width(), line * _LABEL_LINES)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), name)
        painter.setPen(ink if selected else shade(palette, "public" if photo.public else "muted"))
        mark = "✓ Boleh dirilis" if photo.public else "Internal"
        painter.drawText(QRect(box.left(), top + line * _LABEL_LINES, box.width(), line), mark)
        painter.restore()

    def _picture(self, painter: QPainter, box: QRect, index: Index, photo: Photo) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(0, 0, size.width(), size.height())
            target.moveCenter(box.center())
            painter.drawPixmap(target, picture)
            return
        model = index.model()
        if isinstance(model, PhotosModel) and model.is_missing(photo):
            painter.setPen(QPalette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "Foto tidak ditemukan")
