"""Opening the dialog "Gaya siaran" and letting the open release follow what is done in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press_style.dialog import StyleDialog


def open_styles(parts: Parts, parent: QWidget, start: str = "") -> StyleDialog:
    """Open the dialog over ``parent`` with one style shown, that of the open release unless another is named."""
    releases = parts.releases
    dialog = StyleDialog(parts, start or releases.style.name, parent)
    dialog.saved.connect(lambda _name: releases.renew())
    dialog.deleted.connect(lambda _name: releases.renew())
    dialog.chosen.connect(releases.choose)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
