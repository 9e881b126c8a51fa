"""Opening the dialog "Templat saya"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf.dialog import TemplateDialog


def open_templates(parts: Parts, parent: QWidget, document: str = "notula") -> TemplateDialog:
    """Open the dialog over ``parent`` with the template in use for a document shown."""
    dialog = TemplateDialog(parts, document, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
