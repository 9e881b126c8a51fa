"""The dialog "Gaya siaran": press styles copied, edited in a form beside a live example, and exchanged as files."""

from rakor_desktop.ui.press_style.dialog import StyleDialog
from rakor_desktop.ui.press_style.flow import open_styles

__all__ = ["StyleDialog", "open_styles"]
