"""The dialog "Templat saya": the office's own templates, the sheet of fields, and the office's set as one file."""

from rakor_desktop.ui.template_shelf.dialog import TemplateDialog
from rakor_desktop.ui.template_shelf.flow import open_templates

__all__ = ["TemplateDialog", "open_templates"]
