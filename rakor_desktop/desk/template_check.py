"""Looking over a template before anybody uses it: what is wrong, where, near which words, and which document it is for.

A template may come from a stranger: it is opened by the Word engine alone, which judges it before reading it.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rakor_desktop import word
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.templates import TemplateEntry
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.template_filters import FILTERS
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.word.nearby import paper_of, words_at
from rakor_desktop.word.package import read_file

_F4_MM: Final = (215, 330)
_A4_MM: Final = (210, 297)
_NEARLY_MM: Final = 4
"""Printers and Word versions differ by so much in what they call F4 (215 x 330 or 216 x 330 mm)."""
_BUSY: Final = "unreadable"
"""The engine's code for a file that another program holds."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One fault: in which file, where in it, near which words, what is wrong, and what to do (all Indonesian)."""

    file: str
    place: str
    near: str
    message: str
    remedy: str
    code: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        near = f" (dekat “{self.near}”)" if self.near else ""
        remedy = f" {_sentence(self.remedy)}" if self.remedy else ""
        return f"{self.place}{near}: {self.message}.{remedy}"


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found; ``busy`` says that another program held the file, so that it should be looked at again."""

    faults: tuple[TemplateFault, ...] = ()
    busy: bool = False

    @property
    def usable(self) -> bool:
        """Whether documents may be made with the template."""
        return not self.faults and not self.busy


def trial_view(document: str, bundle: Bundle, catalog: Catalog) -> object:
    """The view-model of a meeting, without its pictures, to fill a template with for a trial."""
    return KINDS[document].compose(Source(bundle, catalog, lambda _hash, _width: None))


def check_template(entry: TemplateEntry, trial: object = None) -> Checkup:
    """Check every file of a template against the fields of its document.

    One without faults is filled with ``trial`` too (see :func:`trial_view`): some filters refuse only values.
    """
    found: list[TemplateFault] = []
    busy = False
    for name in entry.files:
        path = entry.folder / name
        try:
            data = read_file(path)
        except word.TemplateError as error:
            busy = busy or any(fault.code == _BUSY for fault in error.faults)
            found += _told(error.faults, name, b"")
            continue
        found += _file_faults(data, name, entry.document, trial)
    return Checkup(tuple(found), busy)


def check_bytes(data: bytes, document: str, name: str = "template.docx") -> Checkup:
    """Check a .docx that is not kept yet."""
    return Checkup(tuple(_file_faults(data, name, document)))


def refusal_of(data: bytes) -> str:
    """Why a file must not be kept at all (macros, foreign content, no Word document, damaged); "" when it may be.

    Faults that its author can mend in Word are no reason.
    """
    try:
        word.Template.from_bytes(data, filters=FILTERS)
    except word.TemplateError as error:
        worst = next((fault for fault in error.faults if fault.code in _REFUSED), None)
        if worst is not None:
            remedy = f" {_sentence(worst.remedy)}" if worst.remedy else ""
            return f"Berkas ini tidak diterima: {worst.message}.{remedy}"
    return ""


_REFUSED: Final = frozenset(
    (
        "active", "bad_name", "damaged", "doctype", "empty", "encrypted", "external", "fetching_field", "folder",
        "macros", "mail_merge", "missing", "missing_part", "not_word", "old_word", "owner_file", "rtf", "too_complex",
        "too_deep", "too_large", "too_many_tags", "truncated", "unreadable", "unsafe_link", "word_template",
        "wrong_type", "zip_bomb",
    )
)  # fmt: skip
"""Codes of faults by which a file is dangerous or no Word template at all."""


def fitting_documents(data: bytes, likely: str = "") -> tuple[str, ...]:
    """All documents, the one whose fields fit the template best first.

    Of those that fit alike the ``likely`` one comes first, then the plainest.
    """
    try:
        template = word.Template.from_bytes(data, filters=FILTERS)
    except word.TemplateError:
        return tuple(KINDS)

    def strangeness(name: str) -> tuple[int, bool, int]:
        view = KINDS[name].view
        return len(template.check(view)), name != likely, len(dataclasses.fields(view))

    return tuple(sorted(KINDS, key=strangeness))


def paper_name(data: bytes) -> str:
    """The paper: "A4", "F4", or "" for another size; portrait and landscape alike.

    Raises the engine's ``TemplateError``.
    """
    size = paper_of(data)
    if size is None:
        return ""
    for name, usual in (("A4", _A4_MM), ("F4", _F4_MM)):
        if all(abs(side - wanted) <= _NEARLY_MM for side, wanted in zip(sorted(size), usual, strict=True)):
            return name
    return ""


def trace_of(entry: TemplateEntry) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a template's files changed: name, time and size of each file in its folder."""
    try:
        with os.scandir(entry.folder) as found:
            files = [(each.name, each.stat()) for each in found if _counts(each.name)]
    except OSError:
        return ()
    return tuple(sorted((name, state.st_mtime_ns, state.st_size) for name, state in files))


def _counts(name: str) -> bool:
    return Path(name).suffix.casefold() in (".docx", ".txt") and not name.startswith("~$")


def _file_faults(data: bytes, name: str, document: str, trial: object = None) -> list[TemplateFault]:
    try:
        is_text = name.casefold().endswith(".txt")
        template: word.TextTemplate | word.Template = (
            word.TextTemplate.from_text(_text(data), filters=FILTERS)
            if is_text
            else word.Template.from_bytes(data, filters=FILTERS)
        )
        found = template.check(KINDS[document].view)
        if not found and trial is not None:
            template.render(trial)
    except word.WordError as error:
        found = error.faults
    return _told(found, name, data)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = word.Fault("not_text", "Berkas teks", "bukan teks UTF-8", "simpan ulang sebagai teks UTF-8")
        raise word.TemplateError(told) from error


def _told(faults: Sequence[word.Fault], name: str, data: bytes) -> list[TemplateFault]:
    is_word = name.casefold().endswith(".docx") and data
    near = words_at(data, {fault.place for fault in faults}) if faults and is_word else {}
    return [
        TemplateFault(name, f.place, near.get(f.place, ""), f.message, f.remedy, f.code) for f in faults
    ]


def _sentence(text: str) -> str:
    said = text[:1].upper() + text[1:]
    return said if said.endswith(("?", ".", "!")) else f"{said}."
