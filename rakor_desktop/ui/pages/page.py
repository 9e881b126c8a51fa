"""What every page of the window has: a heading, a body that scrolls, fields that can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.ui.binding import Field
from rakor_desktop.ui.pages.form import Muted, Section

if TYPE_CHECKING:
    from rakor_desktop.ui.grid.known_people import KnownPeople

FieldT = TypeVar("FieldT", bound="Field[Any]")


class PhotoStore(Protocol):
    """Where pictures are kept: prepared and stored under their content hash."""

    def put(self, data: bytes) -> str:
        """Prepare and keep a picture; its hash. Raises :class:`~rakor_desktop.errors.PhotoError`."""
        ...

    def read(self, content_hash: str) -> bytes | None:
        """The picture's bytes, or ``None`` when it is not here."""
        ...


class Page(QWidget):
    """One page of the window: a heading with a summary, and the fields under it."""

    def __init__(self, title: str, desk: Desk, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.catalog = catalog
        self.setAccessibleName(title)
        self._fields: dict[str, Field[Any]] = {}
        self._sections: list[Section] = []
        self.summary = Muted("", self, wrap=False)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addWidget(self._heading(title))
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.viewport().setAutoFillBackground(False)
        self.body = QWidget()
        self.body.setAutoFillBackground(False)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(14, 2, 14, 12)
        self.column.setSpacing(12)
        self.scroller.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        self.rows.addWidget(self.scroller, 1)
        desk.changed.connect(self._count_anew)

    @property
    def meeting(self) -> Meeting:
        """The meeting on the desk."""
        return self.desk.meeting

    def know(self, people: KnownPeople) -> None:
        """Take the people book; a page without people has no use for it."""

    def first_field(self) -> QWidget:
        """Where typing begins on this page."""
        return next(iter(self._fields.values())).editor if self._fields else self

    def go_to(self, target: str) -> bool:
        """Bring the field of a target into sight and give it the keyboard; false when it is not on this page."""
        field = self._fields.get(target)
        if field is None:
            return False
        self.reveal(field)
        field.focus()
        return True

    def reveal(self, widget: QWidget) -> None:
        """Unfold and scroll so that the widget is seen."""
        for section in self._sections:
            if section.holds(widget) and section.body.isHidden():
                section.unfold()
        self.scroller.ensureWidgetVisible(widget, 20, 60)
        # A section that has just been unfolded gets its place only after this event.
        QTimer.singleShot(0, widget, lambda: self.scroller.ensureWidgetVisible(widget, 20, 60))

    def field(self, field: FieldT) -> FieldT:
        """Register a field under its target."""
        self._fields[field.bound.place] = field
        return field

    def section(self, title: str, *, folds: bool = False, hint: str = "") -> Section:
        """Begin a section at the end of the page."""
        section = Section(title, self.body, folds=folds, hint=hint)
        self._sections.append(section)
        self.column.addWidget(section)
        return section

    def summarise(self, meeting: Meeting) -> str:
        """The line beside the heading."""
        return ""

    def _heading(self, title: str) -> QWidget:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(14, 10, 14, 6)
        line.setSpacing(10)
        caption = QLabel(title, head)
        font = caption.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setBold(True)
        caption.setFont(font)
        line.addWidget(caption)
        line.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignBottom)
        self.head = line
        return head

    def _count_anew(self, before: Meeting, after: Meeting) -> None:
        self.summary.setText(self.summarise(after))
