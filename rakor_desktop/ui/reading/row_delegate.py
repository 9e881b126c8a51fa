"""How the grid of people read is painted: boxes, and rows that stay outside, beside what every grid shows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from rakor_desktop.ui.grid.delegate import CellDelegate
from rakor_desktop.ui.theme import box_palette

Index = QModelIndex | QPersistentModelIndex
_OWN: tuple[Qt.ItemDataRole, ...] = (
    Qt.ItemDataRole.CheckStateRole,
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.ForegroundRole,
)


class RowDelegate(CellDelegate):
    """The grid's own delegate paints by hand and quickly; cells with a look of their own are left to the style."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """A box that is not ticked is seen in the dark too."""
        super().initStyleOption(option, index)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            option.palette = box_palette(option.palette)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell with a box, a font or a colour of its own as the model says; every other as in all grids."""
        if any(index.data(role) is not None for role in _OWN):
            QStyledItemDelegate.paint(self, painter, option, index)
        else:
            super().paint(painter, option, index)
