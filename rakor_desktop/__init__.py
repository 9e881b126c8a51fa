"""Minutes, attendance lists and press releases of coordination meetings, entered once."""

__version__ = "0.1.0"
