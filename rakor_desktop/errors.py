"""Errors that a user can mend, told in one Indonesian sentence.

Anything that is not a :class:`RakorError` is a bug: only the two edges of the program (the window's
exception hook and the command line's ``main``) catch those.
"""

from __future__ import annotations


class RakorError(Exception):
    """A known error: what happened, where, and what the user can do about it.

    ``code`` is stable and English (for logs, tests and callers); ``message`` is the Indonesian sentence
    shown to the user; ``params`` are the facts that the sentence was made of.
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.params = params

    def __str__(self) -> str:
        return self.message


class BundleError(RakorError):
    """A saved meeting that cannot be read: broken, newer, too large, or with a wrong value in a field."""


class ExportError(RakorError):
    """A document that could not be made or written; the former file is untouched."""


class PrintError(RakorError):
    """Pages that could not be made, shown or printed; the meeting and its Word document are not touched."""


class ArchiveError(RakorError):
    """The archive cannot be opened, read or written; what was typed is still in memory."""


class CatalogError(RakorError):
    """A data file (ranks, titles, offices, templates ...) that is missing or wrong."""


class PhotoError(RakorError):
    """A picture that cannot be read or is not a picture."""
