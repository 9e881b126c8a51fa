"""Bytes to text, and text to clean text: encodings, line ends, marks that nobody sees.

Cleaning keeps every character in its place wherever it can, so that offsets into the cleaned text are offsets into
what was pasted; what has to go from the middle of a word is counted in a note.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final, NamedTuple

_SINGLE_BYTES: Final = "rakor-windows-1252"
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
_SHOWN: Final = 40
_BINARY_SHARE: Final = 0.05

_LINE_ENDS: Final = "\v\f\x85\u2028\u2029\r"
_BLANKS: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_CONTROLS: Final = "".join(map(chr, (*range(9), *range(14, 30), *range(0x7F, 0x85), *range(0x86, 0xA0))))
_UNSEEN: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2061\u2062\u2063\u2064\ufeff\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\u00ad\u180e\x1f"
)
_PLAIN: Final = {
    **{ord(sign): "\n" for sign in _LINE_ENDS},
    **{ord(sign): " " for sign in _BLANKS + _CONTROLS + "\ufffe\uffff"},
    0x1E: "\u2011",  # Word's own sign for a hyphen that does not break
    0xF0B7: "•",  # a bullet out of the Symbol font
    0xF0A7: "•",
    0xF0FC: "✓",
}
_HIDDEN: Final = re.compile(f"[{_UNSEEN}]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Text(NamedTuple):
    """Clean text and what a person should know about how it became so."""

    text: str
    notes: tuple[str, ...] = ()


def decoded(data: bytes) -> Text:
    """The text of a file or pipe, not yet cleaned. One wrong byte costs one character, never the rest."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding)
    return _unicode(data, _wide(data) or "utf-8")


def _unicode(data: bytes, encoding: str) -> Text:
    if encoding != "utf-8":
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        return Text(text, (f"{lost} huruf rusak di dalam berkas; letaknya bertanda \ufffd.",) if lost else ())
    try:
        return Text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors=_SINGLE_BYTES)
        place = len(data[: error.start].decode("utf-8"))
        line = text[text.rfind("\n", 0, place) + 1 :].split("\n", 1)[0]
        around = line[:_SHOWN].strip()
        foreign = sum(sign > "\x7f" for sign in text)
        proper = sum(sign > "\x7f" for sign in data.decode("utf-8", errors="ignore"))
        if not proper:
            return Text(text, ("Pengodean teks ini Windows-1252; periksa tanda petik dan huruf beraksen.",))
        wrong = foreign - proper
        return Text(text, (f'{wrong} bita bukan UTF-8 dibaca sebagai Windows-1252, yang pertama di baris "{around}".',))


def _single_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_SINGLE_BYTES, _single_bytes)


def _wide(data: bytes) -> str:
    """The UTF-16 of a text without its mark: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return ""
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: control bytes where text has none."""
    if any(data.startswith(mark) for mark, _ in _BOMS) or _wide(data):
        return False
    sample = data[:_SAMPLE]
    odd = sum(byte < 9 or 13 < byte < 27 or byte == 28 or byte == 29 for byte in sample)
    return odd > len(sample) * _BINARY_SHARE


def clean(text: str) -> Text:
    """The text with plain blanks and line ends and without unseen marks, every sign in its place but those marks
    that stood inside a word.
    """
    notes: list[str] = []
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    text = text.translate(_PLAIN) if not text.isascii() or _has_controls(text) else text
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
        text, removed = _without_unseen(text)
        if removed:
            notes.append(f"{removed} tanda tak tampak (lebar nol atau pengatur arah tulisan) di tengah kata dibuang.")
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return Text(text, tuple(notes))


def _has_controls(text: str) -> bool:
    return _ODD_ASCII.search(text) is not None


_ODD_ASCII: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _without_unseen(text: str) -> tuple[str, int]:
    removed = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal removed
        before = text[max(0, match.start() - 1) : match.start()]
        after = text[match.end() : match.end() + 1]
        if not before.strip() or not after.strip():
            return " " * len(match[0])
        removed += len(match[0])
        return ""

    return _HIDDEN.sub(mend, text), removed
