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
from rakor_desktop.compose.parts import CLASSIFICATIONS
from rakor_desktop.compose.source import Pictures, Source
from rakor_desktop.desk.file_names import safe_name
from rakor_desktop.domain.meeting import SECRET, Bundle, Meeting
from rakor_desktop.domain.release import ReleaseText
from rakor_desktop.errors import ExportError
from rakor_desktop.printing.typesetter import Typesetter

DOCUMENTS: tuple[str, ...] = tuple(KINDS)
SUFFIXES = (".docx", ".txt", ".html")
MAIL = ".eml"
"""A draft mail: a release alone can be made into one."""
PDF = ".pdf"
"""The Word document with its pages set by Word or LibreOffice, for whoever must see what will be printed."""

TALLEST = 0.75
"""Height of a photo on paper, at most, as a share of the width asked for: a standing one is set smaller, not cut."""

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
    fixed: ReleaseText | None = None,
    answered_by: str = "",
    cancelled: Callable[[], bool] = lambda: False,
    typesetter: Typesetter | None = None,
) -> Path:
    """Make ``document`` and write it to ``target`` (.docx, .txt, .html, .pdf, a release also .eml); tell where it is.

    A .pdf has the pages that ``typesetter`` (else the programs of this computer) sets; without any of them, and when
    it does not answer in time, that is a :class:`PrintError`.

    ``fixed`` are the words of an approved release. A release of a meeting that is RAHASIA or higher is made only when
    somebody answers for it by name (``answered_by``); whoever calls records that.

    The former file stays whole when anything fails. Raises :class:`ExportError` with what to do about it;
    a cancelled export raises it with the code "cancelled".
    """
    if document not in KINDS:
        raise ExportError("unknown_document", f'Dokumen "{document}" tidak dikenal; pilih: {", ".join(KINDS)}.')
    suffix = target.suffix.casefold()
    if suffix not in (*suffixes_of(document), PDF):
        others = ", ".join(suffixes_of(document)[1:-1])
        raise ExportError(
            "unknown_format",
            f'Format "{suffix or target.name}" tidak dikenal: akhiri nama berkas dengan .docx, .pdf, '
            f"{others}, atau {suffixes_of(document)[-1]}.",
        )
    check_may_go_out(bundle.meeting, document, answered_by)
    data = document_bytes(
        bundle,
        document,
        ".docx" if suffix == PDF else suffix,
        catalog=catalog,
        photos=photos,
        template=template,
        style=style,
        variation=variation,
        fixed=fixed,
    )
    if suffix == PDF:
        data = (typesetter or Typesetter()).typeset(data, cancelled).pdf
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
    fixed: ReleaseText | None = None,
) -> bytes:
    """The finished document in memory, checked; ``suffix`` is one of :func:`suffixes_of`.

    ``style`` names the press style of a release, ``variation`` another wording of it, ``fixed`` its approved words; an
    unknown style raises :class:`ExportError`.
    """
    _check_style(document, catalog, style)
    if document == "siaran-pers" and suffix in (".html", MAIL):
        released = Source(bundle, catalog, style=style, variation=variation, fixed=fixed)
        return _press_out(released, suffix, photos, template)
    if suffix == ".html":
        return _html(Source(bundle, catalog, _pictures(photos), None, style, variation, fixed), document)
    entry = choose_template(document, catalog, bundle.office.kind, template)
    pictures = _pictures(photos) if suffix == ".docx" else _none
    source = Source(bundle, catalog, pictures, None, style, variation, fixed)
    view = KINDS[document].compose(source)
    if document == "laporan-whatsapp":
        from rakor_desktop.compose.whatsapp_marks import unmarked_report

        view = unmarked_report(view)
    from rakor_desktop import word
    from rakor_desktop.compose.template_filters import FILTERS
    from rakor_desktop.desk.office_page import page_of
    from rakor_desktop.word.dressing import dressed_file

    try:
        if suffix == ".txt":
            return word.TextTemplate.open(text_file(entry), filters=FILTERS).render(view).encode("utf-8")
        sheet = dressed_file(word_file(entry, bundle.office.paper), page_of(bundle.office, entry, catalog))
        return word.Template.from_bytes(sheet, filters=FILTERS).render_verified(view)
    except word.WordError as error:
        raise ExportError("template", f"Templat {entry.title}: {error}") from error


def check_may_go_out(meeting: Meeting, document: str, answered_by: str) -> None:
    """Refuse the release of a meeting that is RAHASIA or higher while nobody answers for it."""
    if meeting.classification in SECRET and document == "siaran-pers" and not answered_by.strip():
        word = CLASSIFICATIONS[meeting.classification]
        raise ExportError(
            "classified",
            f"Rapat ini berklasifikasi {word}: siaran pers hanya dibuat bila ada yang memastikan dengan namanya bahwa "
            "isinya boleh keluar.",
        )


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


def suffixes_of(document: str) -> tuple[str, ...]:
    """The endings of the files that this document is made into, other than .pdf."""
    return (*SUFFIXES, MAIL) if document == "siaran-pers" else SUFFIXES


def _press_out(source: Source, suffix: str, photos: PhotoSource, template: str | None) -> bytes:
    """A release as a page or a draft mail, with its public photos as they leave the house."""
    from rakor_desktop.desk.press_out.release import mail_of, page_of
    from rakor_desktop.desk.press_out.web_photos import outgoing_photos

    meeting = source.meeting
    outgoing = outgoing_photos(meeting, photos)
    if suffix == ".html":
        return page_of(source, outgoing)
    word_file = document_bytes(
        source.bundle, "siaran-pers", ".docx", catalog=source.catalog, photos=photos, template=template,
        style=source.style, variation=source.variation, fixed=source.fixed,
    )  # fmt: skip
    return mail_of(source, word_file, f"{safe_name(f'Siaran pers {meeting.title}'.strip(), 84)}.docx", outgoing)


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
    """Pictures for the Word engine, made no finer than print needs; a missing or damaged photo is left out."""

    def picture(content_hash: str, width_mm: float) -> Any:
        data = photos(content_hash)
        if data is None:
            return None
        from rakor_desktop.archive.pictures import scaled_photo
        from rakor_desktop.errors import PhotoError
        from rakor_desktop.word import Picture
        from rakor_desktop.word.pictures import pixel_size

        if data.startswith(b"\x89PNG"):
            return Picture(data, width_mm, None, "Lambang")
        try:
            data = scaled_photo(data, width_mm)
        except PhotoError:  # damaged after it was taken in: one photo must not keep back the whole paper
            return None
        _kind, wide, high = pixel_size(data)
        return Picture(data, width_mm * min(1.0, TALLEST * wide / high), None, "Foto kegiatan")

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


