"""Colours with a meaning, chosen to be readable on the light and on the dark palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_LIGHT: Final = {
    "wrong": "#b3261e",
    "doubt": "#9a5b00",
    "hint": "#2f6fb7",
    "found": "#fff3bf",
    "public": "#1b6e3c",
    "muted": "#5f6672",
    "rule": "#d5d9e0",
    "discussion": "#e3ecf9",
    "directive": "#fdebd0",
    "decision": "#dcf1e3",
    "frame": "#eceff3",
    "ink-discussion": "#1f4c8f",
    "ink-directive": "#8a4b00",
    "ink-decision": "#1b6e3c",
    "ink-frame": "#4a515c",
}
_DARK: Final = {
    "wrong": "#ff9b93",
    "doubt": "#f3bd6b",
    "hint": "#7db2ee",
    "found": "#5b4d16",
    "public": "#7fd6a0",
    "muted": "#a3abb8",
    "rule": "#454b55",
    "discussion": "#24364f",
    "directive": "#4a3618",
    "decision": "#1f4030",
    "frame": "#3a3f47",
    "ink-discussion": "#a9c8f5",
    "ink-directive": "#f5cf94",
    "ink-decision": "#9be0b5",
    "ink-frame": "#c3c9d2",
}


def is_dark(palette: QPalette) -> bool:
    """Whether the palette has light text on dark ground."""
    return (
        palette.color(QPalette.ColorRole.Window).lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
    )


def tone(widget: QWidget, name: str) -> QColor:
    """The colour of that name for the widget's palette."""
    return shade(widget.palette(), name)


def shade(palette: QPalette, name: str) -> QColor:
    """The colour of that name on this palette."""
    return QColor((_DARK if is_dark(palette) else _LIGHT)[name])
