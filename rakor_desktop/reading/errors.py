"""What cannot be read, told in one Indonesian sentence."""

from __future__ import annotations

from rakor_desktop.errors import RakorError


class ReadingError(RakorError):
    """A source that cannot be read: what it is, where, and what to do instead."""
