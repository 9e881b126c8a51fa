"""From values to text that a document can hold: cleaning, escaping, printing.

Word stores line breaks and tabs as elements and refuses control characters; one stray character is enough to make
a document unreadable. Everything that is printed passes through this file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from rakor_desktop.word.limits import Meter

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f"  # C0 and C1 controls without meaning in text
    "\ud800-\udfff"  # lone surrogates
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates: they reorder what is read
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_CACHE_LIMIT = 4096


def clean(text: str) -> str:
    """Return ``text`` as a document can hold it.

    Every kind of line end becomes a newline, Word's stored hyphens become the characters they stand for (0x1E a
    non-breaking, 0x1F a soft hyphen), characters that XML or readers cannot bear are dropped, the rest is NFC.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEWLINES.sub("\n", text).replace("\x1e", "\u2011").replace("\x1f", "\u00ad")
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def escape(text: str) -> str:
    """Escape cleaned text for XML attributes in double quotes; good for element content too."""
    return escape_content(text).replace('"', "&quot;")


def escape_content(text: str) -> str:
    """Escape cleaned text for XML element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


PLAIN_BYTES = bytes(code ^ 255 if code < 32 or code > 126 or code in b"&<>" else code for code in range(256))
"""A translation table that changes every UTF-8 text but those :func:`is_plain` accepts."""


def is_plain(text: str) -> bool:
    """Tell whether cleaning and escaping would leave the text as it is (quickly; False may be wrong)."""
    return text.isascii() and text.isprintable() and "&" not in text and "<" not in text and ">" not in text


class UnprintableError(Exception):
    """A value that has no text (a list, a yes/no, a date, a broken picture); carries Indonesian words why."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def text_of(value: object) -> str:
    """Return the text of a printable value: texts and numbers; None is empty.

    Raises:
        UnprintableError: for anything else.
    """
    if isinstance(value, str):
        return clean(str.__str__(value))
    if value is None:
        return ""
    if isinstance(value, bool):
        raise UnprintableError("isinya ya/tidak, bukan teks", "gunakan {% if ... %} lalu tulis kalimatnya")
    if isinstance(value, (int, float, Decimal)):
        return str(value)
    raise UnprintableError(*_why_not(value))


def _why_not(value: object) -> tuple[str, str]:
    if isinstance(value, (list, tuple, set, frozenset)):
        return "isinya daftar, bukan teks", "ulangi dengan {% for ... %} atau gabungkan dengan filter join"
    if hasattr(value, "strftime"):
        return "isinya tanggal, bukan teks", "gunakan filter tanggal atau isian teks tanggalnya"
    if callable(value) or isinstance(value, (bytes, bytearray)):
        return "isinya tidak dapat dicetak", ""
    return "isinya kumpulan isian, bukan teks", "pilih salah satu isian di dalamnya dengan titik"


class Ink(dict[object, str]):
    """Printed forms of values, looked up as ``ink[value]``; a miss computes the form.

    A dictionary because most values of a long list repeat (ranks, institutions) and a hit costs no Python
    call. Numbers are never kept, as 1 and True are one key.
    """

    __slots__ = ("lines", "meter", "note")

    def __init__(self, *, recording: bool = False) -> None:
        """With ``recording`` remember every distinct text printed, for the check after filling."""
        super().__init__()
        self[None] = ""
        self.lines: list[str] | None = [] if recording else None
        self.note = self.lines.extend if self.lines is not None else None
        self.meter: Meter | None = None

    def together(self, values: Sequence[str]) -> Sequence[str]:
        """Return the printed forms of texts that are printable ASCII, all at once."""
        return values

    def tick(self, place: str) -> None:
        """Stop a filling that takes too long; see :class:`Meter`. (Most templates never come here.)"""
        if self.meter is None:
            self.meter = Meter()
        self.meter.tick(place)

    def weigh(self, size: int, place: str) -> None:
        """Stop a filling that writes too much; see :class:`Meter`."""
        if self.meter is None:
            self.meter = Meter()
        self.meter.weigh(size, place)

    def __missing__(self, value: object) -> str:
        """Return the printed form of a value not met before."""
        if not isinstance(value, str):
            return self.form_of_other(value)
        text = form = str.__str__(value)
        # is_plain(), written out: this is called for most values of a document
        if not text.isascii() or not text.isprintable() or "&" in text or "<" in text or ">" in text:
            text = clean(text)
            form = self.form(text)
        if self.lines is not None:
            self.lines.append(text)
        if len(self) < _CACHE_LIMIT:
            self[value] = form
        return form

    def form_of_other(self, value: object) -> str:
        """Return the printed form of a value that is no text."""
        return self.form(text_of(value))

    def form(self, text: str) -> str:
        """Return cleaned text as it is written into this kind of part."""
        return text


class PlainInk(Ink):
    """Text in XML without Word's runs (document properties): breaks become spaces."""

    __slots__ = ()

    def together(self, values: Sequence[str]) -> Sequence[str]:
        """Escape them together."""
        return escape_content("\n".join(values)).split("\n")

    def form(self, text: str) -> str:
        """Escape; line ends and tabs become single spaces."""
        return escape_content(" ".join(text.split()) if "\n" in text or "\t" in text else text)


_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class RunInk(Ink):
    """Text inside a run: line ends become ``w:br``, tabs ``w:tab``."""

    __slots__ = ()

    def together(self, values: Sequence[str]) -> Sequence[str]:
        """Escape them together."""
        return escape_content("\n".join(values)).split("\n")

    def form(self, text: str) -> str:
        """Escape and turn breaks into elements between two ``w:t``."""
        return escape_content(text).replace("\n", _BREAK).replace("\t", _TAB)
