"""Making a document: compose the view-model, fill the template, write the file in one step.

Safe to call off the UI thread: it takes frozen values and touches nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rakor_desktop.catalog import Catalog, TemplateEntry
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.compose.source import Pictures, Source
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import ExportError

DOCUMENTS: tuple[str, ...] = tuple(KINDS)
SUFFIXES = (".docx", ".txt", ".html")

PhotoSource = Callable[[str], bytes | None]

_PREFERRED = {"police": "polri", "local_government": "pemda", "army": "tni", "other": "umum"}


def document_title(document: str) -> str:
    """The Indonesian title of a document: "Daftar hadir"."""
    return KINDS[document].title


def templates_of(document: str, catalog: Catalog) -> tuple[TemplateEntry, ...]:
    """The templates that make this document."""
    return catalog.templates_for(document)


def choose_template(document: str, catalog: Catalog, office_kind: str, name: str | None = None) -> TemplateEntry:
    """The template asked for by name, else the one that suits the kind of office.

    Raises :class:`ExportError` when there is none of that name.
    """
    known = catalog.templates_for(document)
    if name is not None:
        found = next((t for t in known if t.name == name), None)
        if found is None:
            names = ", ".join(t.name for t in known) or "belum ada"
            raise ExportError(
                "unknown_template",
                f'Templat "{name}" untuk {document_title(document).lower()} tidak ada; yang ada: {names}.',
            )
        return found
    preferred = _PREFERRED.get(office_kind, "umum")
    for wanted in (preferred, "umum"):
        for template in known:
            if template.name == wanted:
                return template
    if not known:
        raise ExportError("no_template", f"Templat untuk {document_title(document).lower()} tidak ditemukan.")
    return known[0]


def export_document(
    bundle: Bundle,
    document: str,
    target: Path,
    *,
    catalog: Catalog,
    photos: PhotoSource = lambda _hash: None,
    template: str | None = None,
    style: str = "",
    variation: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Make ``document`` and write it to ``target`` (.docx, .txt or .html); returns where it is.

    The former file stays whole when anything fails. Raises :class:`ExportError` with what to do about it;
    a cancelled export raises it with the code "cancelled".
    """
    if document not in KINDS:
        raise ExportError("unknown_document", f'Dokumen "{document}" tidak dikenal; pilih: {", ".join(KINDS)}.')
    suffix = target.suffix.casefold()
    if suffix not in SUFFIXES:
        raise ExportError(
            "unknown_format",
            f'Format "{suffix or target.name}" tidak dikenal: akhiri nama berkas dengan .docx, .txt, atau .html.',
        )
    data = document_bytes(
        bundle, document, suffix, catalog=catalog, photos=photos, template=template, style=style, variation=variation
    )
    if cancelled():
        raise ExportError("cancelled", "Pembuatan dokumen dibatalkan; tidak ada berkas yang berubah.")
    return _written(target, data)


def document_bytes(
    bundle: Bundle,
    document: str,
    suffix: str,
    *,
    catalog: Catalog,
    photos: PhotoSource = lambda _hash: None,
    template: str | None = None,
    style: str = "",
    variation: int = 0,
) -> bytes:
    """The finished document in memory, checked; ``suffix`` is one of :data:`SUFFIXES`.

    ``style`` names the press style of a release, ``variation`` another wording of it; an unknown style raises
    :class:`ExportError`.
    """
    _check_style(document, catalog, style)
    if suffix == ".html":
        return _html(Source(bundle, catalog, _pictures(photos), None, style, variation), document)
    entry = choose_template(document, catalog, bundle.office.kind, template)
    pictures = _pictures(photos) if suffix == ".docx" else _none
    source = Source(bundle, catalog, pictures, None, style, variation)
    view = KINDS[document].compose(source)
    from rakor_desktop import word

    try:
        if suffix == ".txt":
            return word.TextTemplate.open(text_file(entry)).render(view).encode("utf-8")
        return word.Template.open(word_file(entry, bundle.office.paper)).render_verified(view)
    except word.WordError as error:
        raise ExportError("template", f"Templat {entry.title}: {error}") from error


def word_file(entry: TemplateEntry, paper: str) -> Path:
    """The Word file of a template for a paper size; the first one when it has none for that size."""
    files = [name for name in entry.files if name.casefold().endswith(".docx")]
    sized = [name for name in files if paper.casefold() in name.casefold()]
    if not files:
        raise ExportError("no_file", f"Templat {entry.title} tidak memiliki berkas .docx.")
    return entry.folder / (sized or files)[0]


def text_file(entry: TemplateEntry) -> Path:
    """The plain text form of a template."""
    name = next((n for n in entry.files if n.casefold().endswith(".txt")), None)
    if name is None:
        raise ExportError("no_file", f"Templat {entry.title} tidak memiliki bentuk teks (.txt).")
    return entry.folder / name


def styles_of(document: str, catalog: Catalog) -> tuple[PressStyle, ...]:
    """The press styles in which this document can be written; none for documents other than the release."""
    if document != "siaran-pers":
        return ()
    return tuple(style for style in catalog.press.values() if style.form == "release")


def _check_style(document: str, catalog: Catalog, style: str) -> None:
    known = [one.name for one in styles_of(document, catalog)]
    if not style or style in known:
        return
    if not known:
        raise ExportError("no_style", f"{document_title(document)} tidak memakai gaya siaran; hapus pilihan gaya.")
    raise ExportError("unknown_style", f'Gaya siaran "{style}" tidak ada; pilih: {", ".join(known)}.')


def _html(source: Source, document: str) -> bytes:
    from rakor_desktop.compose.html import page
    from rakor_desktop.compose.outline import blocks_of
    from rakor_desktop.word import clean

    view = KINDS[document].compose(source)
    title = view.judul or document_title(document)
    text = page(title, blocks_of(document, source), getattr(view, "foto", ()))
    return clean(text).encode("utf-8")


def _none(_content_hash: str, _width_mm: float) -> None:
    return None


def _pictures(photos: PhotoSource) -> Pictures:
    """Pictures for the Word engine, made no finer than print needs; a missing photo is left out."""

    def picture(content_hash: str, width_mm: float) -> Any:
        data = photos(content_hash)
        if data is None:
            return None
        from rakor_desktop.archive.pictures import scaled_photo
        from rakor_desktop.word import Picture

        if not data.startswith(b"\x89PNG"):
            data = scaled_photo(data, width_mm)
        return Picture(data, width_mm, None, "Foto kegiatan")

    return picture


def _written(target: Path, data: bytes) -> Path:
    from rakor_desktop import word

    try:
        word.save(target, data)
    except word.SaveError as error:
        if error.code != "busy":
            raise ExportError(error.code, str(error)) from error
        beside = target.with_name(f"{target.stem} (2){target.suffix}")
        try:
            word.save(beside, data)
        except word.SaveError as second:
            raise ExportError(second.code, str(second)) from second
        return beside
    return target


