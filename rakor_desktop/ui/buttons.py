"""Which button of a dialog Enter presses."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def make_default(button: QPushButton, box: QDialogButtonBox) -> None:
    """Let Enter press this button, which must be in the box already, and none of the others."""
    for other in box.buttons():
        if isinstance(other, QPushButton):
            other.setAutoDefault(other is button)
    button.setDefault(True)
