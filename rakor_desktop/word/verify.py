"""Looking at a filled document again before anyone gets it: is it whole, and does it hold what was filled in?

Validators pass documents that were cut off at a bad character, so the printed lines themselves are looked for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from rakor_desktop.word.faults import DamagedDocumentError, Fault, TemplateError
from rakor_desktop.word.package import Entry, read_directory
from rakor_desktop.word.proof import Proofs, UnprovedError
from rakor_desktop.word.values import clean

_PIECES = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|cr|tab)(?: [^>]*)?/>|(</w:p>)")
_FILE = "Dokumen jadi"
_MOST_TOLD = 5


def verify(data: bytes, lines: Iterable[str] = ()) -> None:
    """Check a filled document: checksums, every XML part parses, and every line of text is in it.

    ``lines`` are values as they were handed in; each of their lines is looked for, cleaned.

    Raises:
        DamagedDocumentError: with the first things found wrong.
    """
    Verifier({}).verify(data, lines)


class Verifier:
    """Checks documents of one template; what it learns of one makes the next quicker, never less strict."""

    def __init__(self, known: Mapping[str, Entry]) -> None:
        """``known`` are parts found whole before: in a document they need only be the same, byte for byte."""
        self._known = known
        self._proofs = Proofs()

    def verify(self, data: bytes, lines: Iterable[str] = ()) -> None:
        """As the function :func:`verify`."""
        try:
            entries = read_directory(data)
            texts = [text for entry in entries.values() for text in self._read(entry)]
        except TemplateError as error:
            raise _damaged(str(error)) from error
        faults = [
            Fault("lost_line", _FILE, f'teks "{line[:60]}" hilang', "dokumen tidak disimpan; periksa isian itu")
            for line in itertools.islice(_missing(lines, texts, entries.values()), _MOST_TOLD)
        ]
        if faults:
            raise DamagedDocumentError(faults)

    def _read(self, entry: Entry) -> list[str]:
        """Check one part; return the texts that were filled into it, one a line, escaped."""
        if self._known.get(entry.name) == entry:
            return []
        if not entry.name.endswith((".xml", ".rels")):
            entry.read()
            return []
        try:
            texts = self._proofs.texts(entry.chunks())
        except UnprovedError:
            content = entry.read()
            try:
                expat.ParserCreate().Parse(content, True)
                content.decode("utf-8")
            except (expat.ExpatError, UnicodeDecodeError) as error:
                raise _damaged(f"{entry.name}: {error}") from error
            return []
        return texts if _holds_text(entry) else []


def _holds_text(entry: Entry) -> bool:
    return entry.name.startswith("word/") and entry.name.endswith(".xml")


def _damaged(why: str) -> DamagedDocumentError:
    return DamagedDocumentError(
        Fault("damaged", _FILE, f"tidak utuh ({why})", "dokumen tidak disimpan; coba buat sekali lagi")
    )


def document_text(xml: str) -> str:
    """Return a part's text: runs joined, breaks and paragraph ends as newlines, tabs as tabs."""
    pieces: list[str] = []
    for text, gap, end in _PIECES.findall(xml):
        pieces.append(text or ("\t" if gap == "tab" else "\n" if gap or end else ""))
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    if "&" in text:
        for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
            text = text.replace(entity, char)
    return text


def _missing(lines: Iterable[str], texts: list[str], entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines that are nowhere.

    Most values stand alone in the ``w:t`` that was filled in; others are within one, in the document's order. Only
    what is spread over several is looked for in the whole document's text.
    """
    wanted = _lines(lines)
    left = set(wanted)
    texts = [_unescaped(text) for text in texts]
    for text in texts:
        left.difference_update(text.split("\n"))
    if not left:
        return
    filled, whole = "\n".join(texts), ""
    position = 0
    for line in filter(left.__contains__, wanted):
        found = filled.find(line, position)
        if found < 0:
            found = filled.find(line, 0, position + len(line))
        if found >= 0:
            position = found
            continue
        if not whole:
            whole = "\n".join(document_text(each.read().decode("utf-8")) for each in entries if _holds_text(each))
        if line not in whole:
            yield line


def _lines(values: Iterable[str]) -> dict[str, None]:
    """Return every line once, cleaned, in the values' order."""
    every = dict.fromkeys(values)
    every.pop("", None)
    joined = " ".join(every)
    if joined.isascii() and joined.isprintable():
        return every
    lines: dict[str, None] = {}
    for value in every:
        if value.isascii() and value.isprintable():
            lines[value] = None
        else:
            lines.update(dict.fromkeys(filter(None, clean(value).split("\n"))))
    return lines
