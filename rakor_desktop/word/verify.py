"""Looking at a filled document again before anyone gets it: is it whole, and does it hold what was filled in?

Validators pass documents that were cut off at a bad character, so the printed lines themselves are looked for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from rakor_desktop.word.faults import DamagedDocumentError, Fault, TemplateError
from rakor_desktop.word.package import read_directory
from rakor_desktop.word.values import clean, escape, is_plain

_PIECES = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|cr|tab)(?: [^>]*)?/>|(</w:p>)")
_FILE = "Dokumen jadi"
_FILLED = '<w:t xml:space="preserve">'
_MOST_TOLD = 5
_MOST_MISSES = 20


def verify(data: bytes, lines: Iterable[str] = ()) -> None:
    """Check a filled document: checksums, every XML part parses, and every line of text is in it.

    ``lines`` are values as they were handed in; each of their lines is looked for, cleaned.

    Raises:
        DamagedDocumentError: with the first things found wrong.
    """
    try:
        contents = {name: entry.read() for name, entry in read_directory(data).items()}
    except TemplateError as error:
        raise _damaged(str(error)) from error
    texts: list[str] = []
    for name, content in contents.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            expat.ParserCreate().Parse(content, True)
            if name.startswith("word/") and name.endswith(".xml"):
                texts.append(content.decode("utf-8"))
        except (expat.ExpatError, UnicodeDecodeError) as error:
            raise _damaged(f"{name}: {error}") from error
    faults = [
        Fault("lost_line", _FILE, f'teks "{line[:60]}" hilang', "dokumen tidak disimpan; periksa isian itu")
        for line in itertools.islice(_missing(lines, texts), _MOST_TOLD)
    ]
    if faults:
        raise DamagedDocumentError(faults)


def _damaged(why: str) -> DamagedDocumentError:
    return DamagedDocumentError(
        Fault("damaged", _FILE, f"tidak utuh ({why})", "dokumen tidak disimpan; coba buat sekali lagi")
    )


def document_text(xml: str) -> str:
    """Return a part's text: runs joined, breaks and paragraph ends as newlines, tabs as tabs."""
    pieces: list[str] = []
    for text, gap, end in _PIECES.findall(xml):
        pieces.append(text or ("\t" if gap == "tab" else "\n" if gap or end else ""))
    joined = "".join(pieces)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        joined = joined.replace(entity, char)
    return joined


def _missing(lines: Iterable[str], texts: list[str]) -> Iterator[str]:
    """Yield the lines that are nowhere.

    Most values stand alone in their ``w:t`` and come in the document's order, so that each is found right behind
    the one before. When that fails too often, looking up whole ``w:t`` in a set is quicker.
    """
    markup = "\n".join(texts)
    alone: set[str] | None = None
    whole: str | None = None
    position, misses = 0, 0
    for line in _lines(lines):
        form = line if is_plain(line) else escape(line)
        if alone is None:
            found = markup.find(f">{form}<", position)
            if found >= 0:
                position = found
                continue
            misses += 1
            if misses > _MOST_MISSES:
                alone = {piece.partition("<")[0] for piece in markup.split(_FILLED)}
        if alone is not None and form in alone:
            continue
        if whole is None:
            whole = "\n".join(map(document_text, texts))
        if line not in whole:
            yield line


def _lines(values: Iterable[str]) -> Iterator[str]:
    """Yield every line once, cleaned, in the values' order."""
    for value in dict.fromkeys(values):
        if is_plain(value):
            if value:
                yield value
        else:
            yield from filter(None, clean(value).split("\n"))
