"""Beside the body of a release: a mark for every paragraph that is not as composed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from rakor_desktop.ui.grid.tones import tone
from rakor_desktop.ui.icons import pixmap

State = Literal["edited", "changed"]
WIDTH: Final = 26
_SIDE: Final = 15
_TOLD: Final[Mapping[State, str]] = {
    "edited": "diubah: naskah Anda, tidak lagi mengikuti fakta",
    "changed": "fakta berubah sejak Anda mengubahnya",
}
_ICONS: Final[Mapping[State, str]] = {"edited": "pencil", "changed": "warning"}
_TONES: Final[Mapping[State, str]] = {"edited": "hint", "changed": "doubt"}


def told(state: State | None) -> str:
    """The state of a paragraph in words; ``None``: it stands as composed."""
    return _TOLD[state] if state is not None else "susunan program"


class Gutter(QWidget):
    """Marks at the height of their paragraphs; a click asks what can be done with one."""

    pressed = Signal(str, QPoint)
    """The key of the paragraph, and where (on the screen) a menu may open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._marks: dict[str, _Mark] = {}

    @property
    def states(self) -> dict[str, State]:
        """The marks shown, by the keys of their paragraphs."""
        return {key: mark.state for key, mark in self._marks.items()}

    def mark(self, key: str) -> QToolButton | None:
        """The mark of a paragraph."""
        return self._marks.get(key)

    def show_states(self, states: Mapping[str, State], places: Mapping[str, float], numbers: Mapping[str, int]) -> None:
        """Show these marks at these heights (pixels); ``numbers`` are the paragraphs' places in the draft."""
        for key in [key for key in self._marks if key not in states or key not in places]:
            self._marks.pop(key).deleteLater()
        for key, state in states.items():
            if key not in places:
                continue
            if key not in self._marks:
                self._marks[key] = _Mark(self)
                self._marks[key].clicked.connect(lambda _=False, key=key: self._clicked(key))
            mark = self._marks[key]
            mark.show_state(state, numbers.get(key, 0))
            mark.move(0, round(places[key]) - 2)
            mark.show()

    def _clicked(self, key: str) -> None:
        mark = self._marks[key]
        self.pressed.emit(key, mark.mapToGlobal(QPoint(0, mark.height())))


class _Mark(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state: State = "edited"
        self._drawn: tuple[State, int] | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setFixedSize(WIDTH - 3, WIDTH - 3)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: State, number: int) -> None:
        """Show the sign of a state for the paragraph of this number."""
        self.state = state
        text = f"Paragraf {number} {told(state)}"
        self.setAccessibleName(text)
        self.setToolTip(text)
        colour = tone(self, _TONES[state])
        if self._drawn != (state, colour.rgb()):
            self._drawn = state, colour.rgb()
            self.setIcon(pixmap(_ICONS[state], colour, _SIDE, self.devicePixelRatioF()))
