"""The light and the dark palette: one look on every computer, readable in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from rakor_desktop.settings import Appearance

_ROLES: Final = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.AlternateBase,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.Button,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.ToolTipBase,
    QPalette.ColorRole.ToolTipText,
    QPalette.ColorRole.Highlight,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.Accent,
    QPalette.ColorRole.Link,
    QPalette.ColorRole.LinkVisited,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.BrightText,
    QPalette.ColorRole.Light,
    QPalette.ColorRole.Midlight,
    QPalette.ColorRole.Mid,
    QPalette.ColorRole.Dark,
    QPalette.ColorRole.Shadow,
)
_LIGHT: Final = (
    "#f4f6f9", "#1b2430", "#ffffff", "#f3f6fa", "#1b2430", "#eef1f5", "#1b2430", "#1f2937", "#ffffff",
    "#1d4e89", "#ffffff", "#1d4e89", "#1a56a6", "#6a3d9a", "#667080", "#ffffff",
    "#ffffff", "#e3e8ee", "#c3cbd6", "#9aa5b4", "#5d6877",
)  # fmt: skip
_DARK: Final = (
    "#1e2227", "#e6e9ee", "#292e36", "#2f353e", "#e6e9ee", "#333942", "#e6e9ee", "#39404a", "#f2f4f7",
    "#2f6db5", "#ffffff", "#6ea8ec", "#8fbdf5", "#c9a6ee", "#a3adbb", "#ffffff",
    "#4b525e", "#3d444f", "#4a525e", "#14171b", "#0c0e11",
)  # fmt: skip
_BOX_DARK: Final = "#6b7480"
"""The ground of an empty box to tick, on dark: the style's own outline of it cannot be seen there."""
_BOXES: Final = ("QCheckBox", "QRadioButton")
_FADED_LIGHT: Final = "#8b94a1"
_FADED_DARK: Final = "#7a8391"


def palette(dark: bool) -> QPalette:
    """The palette; text against its ground has a contrast of at least 4.5 to 1 in both."""
    made = QPalette()
    for role, colour in zip(_ROLES, _DARK if dark else _LIGHT, strict=True):
        made.setColor(role, QColor(colour))
    faded = QColor(_FADED_DARK if dark else _FADED_LIGHT)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def box_palette(of: QPalette) -> QPalette:
    """The palette with a ground on which a box that is not ticked stands out (3 to 1) from what is around it."""
    made = QPalette(of)
    if is_dark(of):
        made.setColor(QPalette.ColorRole.Base, QColor(_BOX_DARK))
    return made


def is_dark(of: QPalette) -> bool:
    """Whether the palette has light text on dark ground."""
    return of.color(QPalette.ColorRole.Window).lightness() < of.color(QPalette.ColorRole.WindowText).lightness()


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours after WCAG 2: 1 (none) to 21 (black on white)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def muted(of: QPalette) -> QColor:
    """Quiet text: dates, counts, remarks."""
    return of.color(QPalette.ColorRole.PlaceholderText)


def accent_text(of: QPalette) -> QColor:
    """The accent colour where it is text or a line on the base colour."""
    return of.color(QPalette.ColorRole.Link)


class Theme(QObject):
    """Puts the palette on the application and follows the system while the choice is "system"."""

    def __init__(self, app: QApplication, choice: Appearance) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._dark: bool | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    @property
    def dark(self) -> bool:
        """Whether the dark palette is on."""
        return bool(self._dark)

    def choose(self, choice: Appearance) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._choice == "dark" or (self._choice == "system" and system)
        if dark != self._dark:
            self._dark = dark
            made = palette(dark)
            self._app.setPalette(made)
            for name in _BOXES:
                self._app.setPalette(box_palette(made), name)  # type: ignore[arg-type]  # it takes no bytes


def _luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
