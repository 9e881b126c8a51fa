"""Our own line icons, tinted with the palette's colours."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton

from rakor_desktop.paths import resources_dir

_NAME: Final = "icon_name"


def icon(name: str, palette: QPalette, size: int = 20) -> QIcon:
    """The icon for buttons and lists, ``size`` logical pixels wide; an unknown name gives an empty icon."""
    made = QIcon()
    source = _source(name)
    if source:
        for mode, colour in _colours(palette):
            made.addPixmap(_drawn(source, colour, size, _scale()), mode)
    return made


def pixmap(name: str, colour: QColor, size: int = 20, scale: float = 1.0) -> QPixmap:
    """The icon as a picture in one colour; ``scale`` is the screen's pixel ratio."""
    return _drawn(_source(name), colour, size, scale)


def draft_icon(target: QAction | QAbstractButton, name: str, palette: QPalette, size: int = 20) -> None:
    """Keep an icon's room in the first picture; :func:`retint` draws it a moment later.

    Loading the SVG library takes a tenth of the time to the first paint, so that comes after it.
    """
    target.setProperty(_NAME, name)
    blank = QPixmap(round(size * _scale()), round(size * _scale()))
    blank.setDevicePixelRatio(_scale())
    blank.fill(Qt.GlobalColor.transparent)
    target.setIcon(QIcon(blank))


def drawable() -> bool:
    """Whether icons can be drawn without making the first picture wait (see :func:`draft_icon`)."""
    return "PySide6.QtSvg" in sys.modules


def put_icon(target: QAction | QAbstractButton, name: str, palette: QPalette, size: int = 20) -> None:
    """Give an action or button its icon, and remember the name for :func:`retint`."""
    target.setProperty(_NAME, name)
    target.setIcon(icon(name, palette, size))


def name_icon(target: QAction, name: str) -> None:
    """Remember an action's icon without drawing it yet: :func:`retint` will."""
    target.setProperty(_NAME, name)


def retint(root: QObject, palette: QPalette) -> None:
    """Draw anew every icon put below ``root``, after the palette has changed."""
    targets: list[QAction | QAbstractButton] = [*root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for target in targets:
        name = target.property(_NAME)
        if name:
            size = target.iconSize().width() if isinstance(target, QAbstractButton) else 20
            target.setIcon(icon(name, palette, size))
        if isinstance(target, QAbstractButton):
            target.update()


def _colours(palette: QPalette) -> tuple[tuple[QIcon.Mode, QColor], ...]:
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    return (
        (QIcon.Mode.Normal, palette.color(QPalette.ColorRole.ButtonText)),
        (QIcon.Mode.Disabled, disabled),
        (QIcon.Mode.Selected, palette.color(QPalette.ColorRole.HighlightedText)),
    )


def _scale() -> float:
    """Pixels per logical pixel of the sharpest screen."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _source(name: str) -> bytes:
    file = resources_dir() / "icons" / f"{name}.svg"
    return file.read_bytes() if file.is_file() else b""


def _drawn(source: bytes, colour: QColor, size: int, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    if source:
        painter = QPainter(drawn)
        renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.name().encode())))
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return drawn
