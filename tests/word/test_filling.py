"""Filling templates: what a template's author writes is what the document says."""

from __future__ import annotations

import io
import re
import zipfile

import docx as python_docx
import pytest
from word_samples import Orang, Rapat, core, docx, holder, par, part, row, run, table

from rakor_desktop.word import Template, TemplateError, inspect_docx, verify

TWO = (Orang("AKBP", "Agung"), Orang("Kompol", "Sari", hadir=False))


def lines(data: bytes) -> list[str]:
    return [each.text for each in python_docx.Document(io.BytesIO(data)).paragraphs]


def fill(body: str, values: object, **more: str) -> bytes:
    return Template.from_bytes(docx(body, more)).render_verified(values)


def test_a_tag_split_over_runs_is_joined_and_keeps_the_first_runs_formatting() -> None:
    body = par(
        run("Rapat {"), run("{ ju", bold=True), '<w:proofErr w:type="spellStart"/>', run("dul }"), run("} selesai")
    )
    document = python_docx.Document(io.BytesIO(fill(body, Rapat("Pilkada"))))
    assert document.paragraphs[0].text == "Rapat Pilkada selesai"
    assert [each.bold for each in document.paragraphs[0].runs] == [None, None]


def test_the_formatting_of_the_run_where_a_tag_begins_stays() -> None:
    document = python_docx.Document(
        io.BytesIO(fill(par(run("a "), run("{{ judul", bold=True), run(" }} b")), Rapat("X")))
    )
    assert [(each.text, each.bold) for each in document.paragraphs[0].runs] == [("a ", None), ("X", True), (" b", None)]


def test_a_row_repeats_for_each_attendee_in_order() -> None:
    body = table(
        row("No", "Nama"),
        row("{%tr for h in hadirin %}"),
        row("{{ loop.index }}", "{{ h.pangkat }} {{ h.nama }}"),
        row("{%tr endfor %}"),
    ) + par("")
    rows = python_docx.Document(io.BytesIO(fill(body, Rapat("x", TWO)))).tables[0].rows
    assert [[cell.text for cell in each.cells] for each in rows] == [
        ["No", "Nama"],
        ["1", "AKBP Agung"],
        ["2", "Kompol Sari"],
    ]


def test_conditions_choose_inside_a_paragraph_and_over_paragraphs() -> None:
    body = (
        par("{%p for h in hadirin if h.hadir %}")
        + par("{{ h.nama }}{% if loop.last %}.{% else %};{% endif %}")
        + par("{%p endfor %}")
        + par("{%p if catatan %}")
        + par("ada")
        + par("{%p elif judul == 'x' %}")
        + par("judul x")
        + par("{%p else %}")
        + par("lain")
        + par("{%p endif %}")
    )
    assert lines(fill(body, Rapat("x", TWO))) == ["Agung.", "judul x"]


def test_a_condition_from_one_paragraph_into_the_next_joins_them() -> None:
    body = par("awal{% if catatan %} tengah") + par("lanjut{% endif %} akhir")
    assert lines(fill(body, Rapat("x", catatan="ya"))) == ["awal tengah", "lanjut akhir"]
    assert lines(fill(body, Rapat("x"))) == ["awal akhir"]


def test_run_tags_stand_between_runs() -> None:
    body = par(run("a{%r if catatan %}", bold=True), run("b"), run("{%r endif %}c"))
    assert lines(fill(body, Rapat("x"))) == ["ac"]
    assert lines(fill(body, Rapat("x", catatan="ya"))) == ["abc"]


def test_cells_repeat_with_tc() -> None:
    body = table(row("Nama", "{%tc for h in hadirin %}", "{{ h.nama }}", "{%tc endfor %}")) + par("")
    cells = re.findall(r"<w:tc>", part(fill(body, Rapat("x", TWO))))
    assert len(cells) == 3


def test_loops_nest_and_else_prints_for_an_empty_list() -> None:
    body = par(
        "{% for h in hadirin %}{% for a in arahan %}{{ h.nama }}-{{ a }} {% endfor %}{% else %}tidak ada{% endfor %}"
    )
    assert lines(fill(body, Rapat("x", TWO, ("satu", "dua")))) == ["Agung-satu Agung-dua Sari-satu Sari-dua "]
    assert lines(fill(body, Rapat("x"))) == ["tidak ada"]


def test_loop_properties() -> None:
    body = par(
        "{% for h in hadirin %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}"
        "{% if loop.first %}F{% endif %}{{ loop.nextitem.nama }}{{ loop.previtem.nama }};{% endfor %}"
    )
    assert lines(fill(body, Rapat("x", TWO))) == ["0212FSari;1102Agung;"]


def test_filters_built_in_and_handed_in() -> None:
    body = par(
        "{{ judul|upper }} {{ catatan|default('-') }} {{ arahan|join(', ') }} {{ hadirin|length }} "
        "{{ judul|kurung('[') }}"
    )
    template = Template.from_bytes(docx(body), filters={"kurung": lambda text, mark: f"{mark}{text}"})
    assert lines(template.render_verified(Rapat("rapat", TWO, ("a", "b")))) == ["RAPAT - a, b 2 [rapat"]


def test_headers_footers_footnotes_text_boxes_and_controls_are_filled() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{par('kotak {{ judul }}')}</w:txbxContent></w:pict></w:r>"
    control = (
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath='x'/></w:sdtPr><w:sdtContent>"
        f"{par('kontrol {{ judul }}')}</w:sdtContent></w:sdt>"
    )
    nested = table(row(table(row("dalam {{ judul }}")) + par("")))
    more = {
        "word/header1.xml": holder("hdr", par("kepala {{ judul }}")),
        "word/footer1.xml": holder("ftr", par("kaki {{ judul }}")),
        "word/footnotes.xml": holder("footnotes", f'<w:footnote w:id="1">{par("catatan {{ judul }}")}</w:footnote>'),
    }
    data = Template.from_bytes(docx(par(box) + control + nested + par(""), more)).render_verified(Rapat("X"))
    text = "".join(part(data, name) for name in ("word/document.xml", *more))
    for word in ("kotak", "kontrol", "dalam", "kepala", "kaki", "catatan"):
        assert f"{word} X" in re.sub("<[^>]*>", "", text)
    assert "dataBinding" not in text


def test_escapes_and_the_national_e_offices_tokens_pass_through() -> None:
    assert lines(fill(par("{_{ x }_} {_% y %_} ${nomor_naskah} {{ judul }}"), Rapat("J"))) == [
        "{{ x }} {% y %} ${nomor_naskah} J"
    ]


def test_comments_vanish_also_with_their_paragraph_or_row() -> None:
    body = par("a{# catatan #}b") + par("{#p hilang #}") + table(row("{#tr hilang #}"), row("tetap")) + par("")
    data = fill(body, Rapat("x"))
    assert lines(data) == ["ab", ""]
    assert part(data).count("<w:tr>") == 1


def test_curly_quotes_and_hard_spaces_inside_tags_are_read_as_plain() -> None:
    assert lines(fill(par("{{\u00a0catatan|default(“-”)\u00a0}}"), Rapat("x"))) == ["-"]


def test_none_prints_nothing_and_an_absent_part_too() -> None:
    values = {"judul": None, "operasi": None}
    assert lines(fill(par("[{{ judul }}{{ operasi.nama }}]"), values)) == ["[]"]


def test_mappings_fill_as_objects_do_even_with_fields_named_like_methods() -> None:
    values = {"rapat": {"items": ["a", "b"], "count": "dua"}}
    body = par(
        "{% for i in rapat.items %}{{ i }}{% endfor %} {{ rapat.count }} {{ rapat['count'] }} {{ rapat.items[1] }}"
    )
    assert lines(fill(body, values)) == ["ab dua dua b"]


def test_a_table_left_without_rows_vanishes_and_a_cell_keeps_a_paragraph() -> None:
    rows = (row("{%tr for h in hadirin %}"), row("{{ h.nama }}"), row("{%tr endfor %}"))
    cell = par("{%p for a in arahan %}") + par("{{ a }}") + par("{%p endfor %}")
    tcs = row("{%tc for h in hadirin %}", "{{ h.nama }}", "{%tc endfor %}")
    body = (
        table(*rows) + par("") + table(row(cell)) + par("") + table(tcs) + par("") + table(row(table(*rows) + par("")))
    )
    empty = fill(body + par("akhir"), Rapat("x"))
    assert inspect_docx(empty) == ()
    assert part(empty).count("<w:tbl>") == 2
    full = fill(body + par("akhir"), Rapat("x", TWO, ("a",)))
    assert inspect_docx(full) == ()
    assert part(full).count("<w:tbl>") == 5


def test_a_header_whose_only_paragraph_is_left_out_stays_valid() -> None:
    content = par("{%p if catatan %}") + par("{{ catatan }}") + par("{%p endif %}")
    data = Template.from_bytes(docx(par("{{ judul }}"), {"word/header1.xml": holder("hdr", content)})).render(
        Rapat("x")
    )
    assert "<w:p/>" in part(data, "word/header1.xml")


def test_vertical_merge_horizontal_merge_span_and_shading() -> None:
    body = table(
        row("{%tr for h in hadirin %}"),
        row("{% vm %}sama", "{% colspan jumlah %}{{ h.nama }}", "{% cellbg judul %}x"),
        row("{%tr endfor %}"),
        row("{%tc for h in hadirin %}", "{% hm %}lebar", "{%tc endfor %}"),
    )
    xml = part(fill(body + par(""), Rapat("#D9D9D9", TWO, jumlah=2)))
    assert re.findall(r"<w:vMerge[^>]*>", xml) == ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"]
    assert xml.count("sama") == 1
    assert xml.count('<w:gridSpan w:val="2"/>') == 3
    assert xml.count("lebar") == 1
    assert xml.count('w:fill="D9D9D9"') == 2


def test_document_properties_are_plain_text_and_cut_where_word_would_refuse_them() -> None:
    more = {"docProps/core.xml": core("Notula {{ judul }}", "{{ catatan }}")}
    template = Template.from_bytes(docx(par("{{ judul }}"), more))
    data = template.render_verified(Rapat("Jum'at & <x>\n" + "a" * 300, catatan="2026-11-22T09:00:00Z"))
    title = python_docx.Document(io.BytesIO(data)).core_properties.title
    assert title.startswith("Notula Jum'at & <x> aaa")
    assert len(title) == 255
    assert inspect_docx(data) == ()
    assert "dcterms:created" not in part(template.render(Rapat("x")), "docProps/core.xml")
    with pytest.raises(TemplateError, match="Properti dokumen, created"):
        template.render(Rapat("x", catatan="kemarin"))


def test_ids_stay_unique_when_a_loop_repeats_them() -> None:
    marks = '<w:bookmarkStart w:id="3" w:name="b"/>' + run("{{ h.nama }}") + '<w:bookmarkEnd w:id="3"/>'
    body = table(
        row("{%tr for h in hadirin %}"), row(f'<w:p w14:paraId="00000001">{marks}</w:p>'), row("{%tr endfor %}")
    )
    across = par(
        '<w:bookmarkStart w:id="9" w:name="c"/>', "{% if judul %}x", '<w:bookmarkEnd w:id="9"/>', "{% endif %}"
    )
    data = fill(body + across, Rapat("x", TWO))
    assert inspect_docx(data) == ()
    assert len(set(re.findall(r'bookmarkStart w:id="(\d+)"', part(data)))) == 2
    assert "paraId" not in part(data)


def test_equal_values_give_equal_bytes_and_untouched_parts_stay_byte_for_byte() -> None:
    source = docx(par("{{ judul }}"), {"word/media/foto.bin": bytes(range(256)) * 50})
    first = Template.from_bytes(source).render(Rapat("sama"))
    assert first == Template.from_bytes(source).render({"judul": "sama"})
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(io.BytesIO(first)) as after:
        assert before.namelist() == after.namelist()
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            if old.filename != "word/document.xml":
                assert raw(source, old) == raw(first, new)


def raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    name = int.from_bytes(data[info.header_offset + 26 : info.header_offset + 28], "little")
    extra = int.from_bytes(data[info.header_offset + 28 : info.header_offset + 30], "little")
    start = info.header_offset + 30 + name + extra
    return data[start : start + info.compress_size]


def test_ten_thousand_rows_come_whole_and_in_order() -> None:
    body = table(row("{%tr for h in hadirin %}"), row("{{ h.pangkat }}", "{{ h.nama }}"), row("{%tr endfor %}")) + par(
        "{{ judul }}"
    )
    people = tuple(Orang("AKP" if n % 3 else "<&>", f"Nama {n}") for n in range(10_000))
    data = fill(body, Rapat("akhir", people))
    verify(data, [each.nama for each in people])
    assert re.findall(r">Nama (\d+)<", part(data)) == [str(n) for n in range(10_000)]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ jdul }}", 'isian "jdul" tidak dikenal; maksud Anda "judul"?'),
        ("{{ judul.panjang }}", 'isian "judul.panjang" tidak dikenal'),
        ("{{ hadirin }}", 'isian "hadirin" tidak dapat dicetak: isinya daftar'),
        ("{{ orang.hadir }}", "ya/tidak"),
        ("{{ orang }}", "kumpulan isian"),
        ("{% for h in judul %}{{ h }}{% endfor %}", '"judul" bukan daftar'),
        ("{{ hadirin[7] }}", "tidak ada"),
        ("{% if judul &lt; 3 %}x{% endif %}", "perbandingan"),
        ("{{ judul|gagal }}", 'filter "gagal" tidak dapat dipakai'),
        ("{{ orang._rahasia }}", "tidak boleh dipakai"),
        ("{{ judul.format }}", "tidak dikenal"),
    ],
)
def test_what_does_not_fit_the_values_is_told_with_its_place(tag: str, message: str) -> None:
    def gagal(text: str) -> str:
        raise ValueError(text)

    values = {"judul": "x", "hadirin": [{"nama": "a"}], "orang": Orang("a", "b")}
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(table(row("a"), row("b", tag)) + par("")), filters={"gagal": gagal}).render(values)
    fault = caught.value.faults[0]
    assert fault.place == "Isi dokumen, tabel 1 baris 2 kolom 2"
    assert message in str(fault)
