"""Forms: sections with a heading, rows of labelled fields, and a part that folds away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.ui.binding import Field
from rakor_desktop.ui.grid.tones import tone

_NARROW: Final = 430
"""Below this width (logical pixels) labels stand above their fields."""
_LONGEST_LABEL: Final = "Pimpinan rapat  "


class Muted(QLabel):
    """Small print: a remark in a quieter colour."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setWordWrap(wrap)
        if not wrap:
            # Small print gives way before anything else does.
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(0)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and isinstance(self.parent(), QWidget):
            self._colour()

    def _colour(self) -> None:
        source = self.parentWidget() or self
        palette = self.palette()
        colour = tone(source, "muted")
        if palette.color(self.foregroundRole()) != colour:
            palette.setColor(self.foregroundRole(), colour)
            self.setPalette(palette)


class Rule(QWidget):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line in a quiet colour."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), tone(self, "rule"))
        painter.end()


class Section(QWidget):
    """A heading with rows under it; ``folds`` makes the heading a button that shows and hides them."""

    folded = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None, *, folds: bool = False, hint: str = "") -> None:
        super().__init__(parent)
        self.body = QWidget(self)
        self.form = QFormLayout(self.body)
        self.form.setContentsMargins(0, 2, 0, 0)
        self.form.setHorizontalSpacing(10)
        self.form.setVerticalSpacing(7)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._fold: QToolButton | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        if title:
            rows.addWidget(self._heading(title, folds, hint))
        rows.addWidget(self.body)
        if folds:
            self.unfold(False)

    def row(self, label: str, *parts: Field[object] | QWidget | str, stretch: tuple[int, ...] = ()) -> None:
        """Add a row; texts between the fields are small labels for the field that follows them."""
        first = next(part for part in parts if isinstance(part, QWidget))
        caption = QLabel(label, self.body)
        caption.setBuddy(first.editor if isinstance(first, Field) else first)
        caption.setMinimumWidth(caption.fontMetrics().horizontalAdvance(_LONGEST_LABEL))
        caption.setContentsMargins(0, 4, 0, 0)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if len(parts) == 1:
            self.form.addRow(caption, first)
            return
        box = QWidget(self.body)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        pending: QLabel | None = None
        for number, part in enumerate(parts):
            if isinstance(part, str):
                pending = QLabel(part, box)
                pending.setContentsMargins(0, 4, 0, 0)
                line.addWidget(pending, 0, Qt.AlignmentFlag.AlignTop)
                continue
            if pending is not None:
                pending.setBuddy(part.editor if isinstance(part, Field) else part)
                pending = None
            weight = stretch[number] if number < len(stretch) else 1
            line.addWidget(part, weight, Qt.AlignmentFlag.AlignTop)
        self.form.addRow(caption, box)

    def wide(self, widget: QWidget) -> None:
        """Add a row over the whole width."""
        self.form.addRow(widget)

    def unfold(self, on: bool = True) -> None:
        """Show or hide the rows."""
        self.body.setVisible(on)
        if self._fold is not None:
            self._fold.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.folded.emit(not on)

    def holds(self, widget: QWidget) -> bool:
        """Whether the widget stands in this section."""
        return self.body.isAncestorOf(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their fields where there is no room beside them."""
        super().resizeEvent(event)
        wrap = event.size().width() < _NARROW
        policy = QFormLayout.RowWrapPolicy.WrapAllRows if wrap else QFormLayout.RowWrapPolicy.DontWrapRows
        if policy != self.form.rowWrapPolicy():
            self.form.setRowWrapPolicy(policy)

    def _heading(self, title: str, folds: bool, hint: str) -> QWidget:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        caption: QWidget
        if folds:
            caption = self._fold = QToolButton(head)
            self._fold.setText(title)
            self._fold.setAutoRaise(True)
            self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._fold.setIconSize(QSize(12, 12))
            self._fold.setAccessibleName(f"Tampilkan atau sembunyikan {title.replace('&', '')}")
            self._fold.clicked.connect(lambda: self.unfold(self.body.isHidden()))
        else:
            caption = QLabel(title, head)
        font = caption.font()
        font.setBold(True)
        caption.setFont(font)
        line.addWidget(caption)
        if hint:
            line.addWidget(Muted(hint, head, wrap=False), 3)
        line.addWidget(Rule(head), 0 if hint else 1)
        return head
