"""What several forms have in common: letterheads, the classification, signatures, copies, photos, follow-ups."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

from make_templates.page import Page, cm
from make_templates.xml import Element, cell, each, hugging_table, p, row, table, tag_row, val, w, when

Letterhead = Callable[[Page], list[Element]]
"""Makes the blocks of a letterhead for a page."""

NATIONAL_LINE = 5180
"""Width in twips of KEPOLISIAN NEGARA REPUBLIK INDONESIA in Arial 12, the longest line of nearly every police kop."""

POINT = "{{ b.isi }}{% if b.kutipan %} {{ b.kutipan }}{% endif %}"
"""One point of the meeting in a list, with the words really spoken after it."""

TOPIC = "{% if b.topik and b.topik != b.isi %}**{{ b.topik }}.** {% endif %}"
"""The topic of a point before it, as police papers let headings run in (sumber: pedoman tulisan dinas)."""

CREDIT = "{% if f.kredit %}{% if f.keterangan %} {% endif %}(Foto: {{ f.kredit }}){% endif %}"
"""Who took a photo, behind its caption."""

_SECRET = "cap_klasifikasi"


def classification_over() -> tuple[Element, ...]:
    """Return the line that stands over the page number of a secret paper, and nothing otherwise."""
    return tuple(when(_SECRET, p("Header", "{{ cap_klasifikasi }}"), style="Header"))


def classification_alone(style: str) -> tuple[Element, ...]:
    """Return the one line over or under every page of a secret paper; blank on others."""
    return (p(style, f"{{% if {_SECRET} %}}{{{{ cap_klasifikasi }}}}{{% endif %}}"),)


def left_letterhead(page: Page) -> list[Element]:
    """Return the police and army letterhead: block at the left, lines centred on one another, rule below.

    The rule is as long as the longest line (sumber: Perkap 1/2023, lampiran), with no blank line between.
    """
    lines = [
        *each("baris", "kop.baris", p("Kop", "{{ baris }}"), style="Kop"),
        *when("kop.alamat", p("KopAlamat", "{{ kop.alamat }}"), style="Kop"),
    ]
    return when("kop.baris or kop.alamat", hugging_table("TabelKop", NATIONAL_LINE, *lines))


def police_letterhead(page: Page) -> list[Element]:
    """Return the left block, with the emblem centred on the page below it when the office has one."""
    return [*left_letterhead(page), *when("kop.lambang", p("Lambang", "{{ kop.lambang }}"))]


def civil_letterhead(page: Page) -> list[Element]:
    """Return the civil letterhead: emblem left, lines centred, the last unit large, a double rule over the page."""
    lines = [
        *each("baris", "kop.baris_atas", p("Kop", "**{{ baris }}**"), style="Kop"),
        *when("kop.baris_akhir", p("KopBesar", "{{ kop.baris_akhir }}"), style="Kop"),
        *when("kop.alamat", p("KopAlamat", "{{ kop.alamat }}"), style="Kop"),
    ]
    width, emblem = page.text_width, cm(2.4)
    with_emblem = table(
        "TabelKopGanda",
        (emblem, width - emblem),
        row(_centred(emblem, p("Lambang", "{{ kop.lambang }}")), _centred(width - emblem, *lines)),
    )
    without = table("TabelKopGanda", (width,), row(cell(width, *map(_copy, lines))))
    plain = when("kop.lambang", with_emblem, otherwise=when("kop.baris or kop.alamat", without))
    return when("kop.jabatan", *_holder_letterhead(), otherwise=plain)


def _holder_letterhead() -> list[Element]:
    """Return the letterhead of an office holder: Garuda and lines centred over one another, no rule."""
    return [
        *when("kop.lambang", p("Lambang", "{{ kop.lambang }}")),
        *each("baris", "kop.baris", p("KopJabatan", "{{ baris }}")),
        *when("kop.alamat", p("KopAlamat", "{{ kop.alamat }}")),
    ]


def any_letterhead(page: Page) -> list[Element]:
    """Return the civil letterhead when the office has an emblem, the left block when it has none."""
    return when("kop.lambang or kop.jabatan", *civil_letterhead(page), otherwise=left_letterhead(page))


def _centred(width: int, *blocks: Element) -> Element:
    made = cell(width, *blocks)
    made[0].append(val("vAlign", "center"))
    return made


def _copy(element: Element) -> Element:
    return copy.deepcopy(element)


def signatures(page: Page, left: str, right: str) -> list[Element]:
    """Return two signature blocks side by side that no page break divides; either may be missing.

    ``left`` and ``right`` name the blocks in the view-model; an empty ``left`` leaves the left half blank.
    """
    gap = cm(0.6)
    half = (page.text_width - gap) // 2
    widths = (half, gap, page.text_width - half - gap)

    def line(style: str, inside: str) -> Element:
        blocks = [_side(side, style, inside) for side in (left, right)]
        return row(cell(widths[0], *blocks[0]), cell(gap, p("TandaTangan")), cell(widths[2], *blocks[1]))

    block = table("TabelPolos", widths, *(line(*each_) for each_ in _SIGNATURE))
    return when(_present(left, right), p("Jarak"), block)


_SIGNATURE = (
    ("TandaTangan", "{{ @.tempat_tanggal }}"),
    ("TandaTangan", "{{ @.pembuka }}"),
    ("TandaTanganJabatan", '{{ @.jabatan | join("\\n") }}'),
    ("TandaTanganRuang", "{{ @.ruang }}"),
    ("TandaTanganNama", "{{ @.nama }}"),
    ("TandaTangan", "{{ @.pangkat_nomor }}"),
)
"""The lines of a signature, styles and texts; @ stands for the name of the block."""


def _present(left: str, right: str) -> str:
    return " or ".join(side for side in (left, right) if side)


def signature_rows(widths: Sequence[int], left: str, right: str, spans: tuple[int, int, int]) -> list[Element]:
    """Return signature blocks as the last rows, without borders, of a table with columns of these ``widths``.

    ``spans`` tells how many columns the left block, the gap and the right block take. A table that runs over pages and
    a block below it are not kept together by LibreOffice; rows of one table are, by LibreOffice as by Word.
    """
    parts, at = [], 0
    for side, span in zip((left, "", right), spans, strict=True):
        parts.append((side, sum(widths[at : at + span]), span))
        at += span

    def line(style: str, inside: str, top: str = "nil") -> Element:
        return row(
            *(
                _borderless(cell(width, *_side(side, style, inside), span=span), top)
                for side, width, span in parts
                if span
            )
        )

    rows = [line("Jarak", "", top="single"), *(line(*each_) for each_ in _SIGNATURE)]
    return [tag_row(f"if {_present(left, right)}", widths), *rows, tag_row("endif", widths)]


def _borderless(made: Element, top: str) -> Element:
    """Take the borders of a cell away; ``top`` is the border above it, which it shares with the row before.

    Wider margins keep the rules of two signatures apart.
    """
    borders = w("tcBorders", w("top", val=top, **({"sz": 4, "space": 0, "color": "auto"} if top != "nil" else {})))
    borders.extend(val(side, "nil") for side in ("left", "bottom", "right"))
    made[0].extend((borders, w("tcMar", *(w(side, w=cm(0.3), type="dxa") for side in ("left", "right")))))
    return made


def issued_signature(page: Page, issued: str) -> list[Element]:
    """Return one block at the right with place and date of issue over it, on lines of their own with a rule below."""
    gap = page.text_width - cm(9)
    widths = (gap, cm(9))

    def line(*blocks: Element) -> Element:
        return row(cell(gap, p("TandaTangan")), cell(widths[1], *blocks))

    issue = when(
        "tanda_tangan.tempat",
        p("TandaTanganIsian", f"{issued}\t:\t{{{{ tanda_tangan.tempat }}}}"),
        p("TandaTanganTanggal", "pada tanggal\t:\t{{ tanda_tangan.tanggal }}"),
        style="TandaTangan",
    )
    block = table(
        "TabelPolos",
        widths,
        line(*issue),
        line(p("TandaTanganJabatan", '{{ tanda_tangan.jabatan | join("\\n") }}')),
        line(p("TandaTanganRuang", "{{ tanda_tangan.ruang }}")),
        line(p("TandaTanganNama", "{{ tanda_tangan.nama }}")),
        line(p("TandaTangan", "{{ tanda_tangan.pangkat_nomor }}")),
    )
    return when("tanda_tangan", p("Jarak"), block)


def last_kept(last: str, text: str, style: str = "TabelIsi") -> list[Element]:
    """Return a cell's text that stays with what follows the table when its row is the last one.

    Word asks any cell of the row for that, LibreOffice the first one.
    """
    kept = "TabelNomorAkhir" if style == "TabelNomor" else "TabelAkhir"
    return when(last, p(kept, text), otherwise=[p(style, text)], style="TabelIsi")


def _side(side: str, style: str, inside: str) -> list[Element]:
    if not side:
        return [p("TandaTangan")]
    return when(side, p(style, inside.replace("@", side)), otherwise=[p("TandaTangan")], style="TandaTangan")


def copies() -> list[Element]:
    """Return the numbered list of copies (tembusan)."""
    return when("tembusan", p("Tembusan", "Tembusan:"), *each("t", "tembusan", p("TembusanButir", "{{ t }}")))


def photos(heading: str) -> list[Element]:
    """Return the photos with captions, on a new page when ``heading`` is given."""
    picture = when("f.gambar", p("Foto", "{{ f.gambar }}"))
    caption = when("f.keterangan or f.kredit", p("KeteranganFoto", "{{ f.keterangan }}" + CREDIT))
    title = [p("Dokumentasi", heading)] if heading else []
    return when("foto", *title, *each("f", "foto", *picture, *caption))


def attached_people(page: Page) -> list[Element]:
    """Return the attendees on a page of their own, as minutes attach them: rank, name, post, whom they represent."""
    width = page.text_width
    fixed = (cm(1), cm(6), cm(4))
    widths = (fixed[0], fixed[1], width - sum(fixed), fixed[2])
    heads = ("No.", "Pangkat, Nama", "Jabatan/Instansi", "Keterangan")
    number = when("h.nomor_berlabel", p("TabelIsi", "{{ h.nomor_berlabel }}"))
    cells = (
        cell(widths[0], p("TabelNomor", "{{ h.no }}")),
        cell(widths[1], p("TabelIsi", "{{ h.sebutan }}"), *number),
        cell(widths[2], p("TabelIsi", "{{ h.jabatan_instansi }}")),
        cell(widths[3], p("TabelIsi", "{{ h.keterangan }}")),
    )
    people = table(
        "TabelKisi",
        widths,
        row(*(cell(size, p("TabelKepala", head)) for size, head in zip(widths, heads, strict=True)), header=True),
        tag_row("for h in hadirin", widths),
        row(*cells),
        tag_row("endfor", widths),
        description="Daftar hadir",
    )
    return when("hadirin", p("Dokumentasi", "DAFTAR HADIR"), people)


def follow_up_widths(page: Page) -> tuple[int, ...]:
    """Return the widths of the columns of the follow-up table."""
    fixed = (cm(1), cm(3.4), cm(3.1), cm(2.7))
    return (fixed[0], page.text_width - sum(fixed), *fixed[1:])


def follow_ups(page: Page, signed: Sequence[Element] = ()) -> Element:
    """Return the follow-up table: No, Uraian, Penanggung jawab, Batas waktu, Keterangan.

    ``signed`` are rows below it.
    """
    widths = follow_up_widths(page)
    heads = ("No.", "Uraian", "Penanggung jawab", "Batas waktu", "Keterangan")
    note = "{% if t.status %}{{ t.status }}{% if t.keterangan %}; {% endif %}{% endif %}{{ t.keterangan }}"
    texts = ("{{ t.no }}", "{{ t.uraian }}", "{{ t.penanggung_jawab }}", "{{ t.batas_waktu }}", note)
    looks = ("TabelNomor", *["TabelIsi"] * 4)
    return table(
        "TabelKisi",
        widths,
        row(*(cell(size, p("TabelKepala", head)) for size, head in zip(widths, heads, strict=True)), header=True),
        tag_row("for t in tindak_lanjut", widths),
        row(
            *(
                cell(size, *last_kept("loop.last", text, look))
                for size, look, text in zip(widths, looks, texts, strict=True)
            )
        ),
        tag_row("endfor", widths),
        *signed,
        description="Tindak lanjut",
    )


def title() -> list[Element]:
    """Return label, title with a rule below, and number of minutes."""
    return [
        p("Judul", "{{ label }}"),
        *when("judul_kapital", p("SubjudulGaris", "{{ judul_kapital }}")),
        *when("nomor", p("Nomor", "Nomor: {{ nomor }}")),
        p("Jarak"),
    ]


def kept_when(last: str, style: str, kept: str, text: str) -> list[Element]:
    """Return a paragraph that stays with what follows when ``last`` holds; ``kept`` is its style then."""
    return when(last, p(kept, text), otherwise=[p(style, text)])


def decisions() -> list[Element]:
    """Return what was decided as one more lettered part."""
    return when(
        "keputusan",
        p("ButirPembuka", "Kesimpulan dan kesepakatan"),
        *each("b", "keputusan", *kept_when("loop.last", "Butir3", "Butir3Akhir", POINT)),
    )


def numbered_parts(parts: str) -> list[Element]:
    """Return parts (``Bagian``), lettered, with their points numbered."""
    points = each("b", "bagian.butir", *kept_when("b.terakhir", "Butir3", "Butir3Akhir", TOPIC + POINT))
    return each("bagian", parts, p("ButirPembuka", "{{ bagian.judul }}"), *points)


def figures() -> list[Element]:
    """Return the figures of the meeting as one more lettered part."""
    figure = kept_when("loop.last", "Butir3", "Butir3Akhir", "{{ a.label }}: {{ a.nilai }}")
    return when("angka", p("ButirPembuka", "Data"), *each("a", "angka", *figure))


def lettered(heading: str, points: str) -> list[Element]:
    """Return a section whose points (``Butir``) are lettered."""
    return when(points, p("Bab", heading), *each("b", points, *kept_when("loop.last", "Butir2", "ButirPenutup", POINT)))


def minutes_end(page: Page, heading: str, points: str = "") -> list[Element]:
    """Return the follow-ups, the closing section and the signatures of minutes.

    Where nothing is said in closing, the signatures are the last rows of the follow-up table: see
    :func:`signature_rows`. ``points`` as for :func:`closing`.
    """
    sides = ("tanda_tangan_kiri", "tanda_tangan_kanan")
    last = f"not ({_closing_words(points)})"
    widths = follow_up_widths(page)
    signed = [
        tag_row(f"if {last}", widths),
        *signature_rows(widths, *sides, spans=(2, 0, 3)),
        tag_row("endif", widths),
    ]
    return [
        *when("tindak_lanjut", p("Bab", heading), follow_ups(page, signed)),
        *closing(points),
        *when(f"not tindak_lanjut or {_closing_words(points)}", *signatures(page, *sides)),
    ]


def _closing_words(points: str) -> str:
    return " or ".join(filter(None, (points, "suasana", "kalimat_penutup")))


def closing(points: str = "") -> list[Element]:
    """Return the closing section; its lines stay with the signatures, which must not stand alone on a page.

    ``points`` names closing words in the view-model that no other section prints.
    """
    said = each("b", points, p("ButirPenutup", POINT)) if points else []
    return when(
        _closing_words(points),
        p("Bab", "Penutup"),
        *said,
        *when("suasana", p("ButirPenutup", "Rapat berlangsung {{ suasana }}.")),
        *when("kalimat_penutup", p("ButirPenutup", "{{ kalimat_penutup }}")),
    )


def ending() -> list[Element]:
    """Return the paragraph that Word wants after a table at the end, too low to start a page."""
    return [p("Akhir")]
