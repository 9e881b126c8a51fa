"""docxtpl's dialect: what its documentation shows to template authors means the same with us."""

from __future__ import annotations

import io
import re

import docx as python_docx
import pytest
from word_samples import Orang, Rapat, docx, holder, par, part, row, run, table

from rakor_desktop.word import Template, TemplateError, TextTemplate, inspect_docx

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TWO = (Orang("AKBP", "Agung"), Orang("Kompol", "Sari", hadir=False))


def fill(body: str, values: object, **more: str) -> bytes:
    data = Template.from_bytes(docx(body, more)).render_verified(values)
    assert inspect_docx(data) == ()
    return data


def lines(data: bytes) -> list[str]:
    return [each.text for each in python_docx.Document(io.BytesIO(data)).paragraphs]


def cells(data: bytes, number: int = 0) -> list[list[str]]:
    rows = re.findall(r"<w:tr>.*?</w:tr>", part(data).split("<w:tbl>")[number + 1])
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", each)] for each in rows]


@pytest.mark.parametrize(("town", "where"), [(True, " in urban area"), (False, " in countryside")])
def test_a_sentence_written_over_several_paragraphs_is_one_again(town: bool, where: str) -> None:
    body = (
        par("awal")
        + par("My house is located")
        + par("{%- if living_in_town -%}")
        + par(" in urban area")
        + par("{%- else -%}")
        + par(run(" in"), run(" countryside", bold=True))
        + par("{%- endif -%}")
        + par(" and I love it.")
        + par("akhir")
    )
    values = {"living_in_town": town}
    assert lines(fill(body, values)) == ["awal", f"My house is located{where} and I love it.", "akhir"]


def test_the_same_sentence_written_with_line_breaks_is_one_again() -> None:
    new = "<w:r><w:br/></w:r>"
    body = par("awal ", new, "{%- if judul -%}", new, "tengah", new, "  {%- endif -%}  ", new, " akhir")
    assert lines(fill(body, Rapat("x"))) == ["awal tengah akhir"]
    assert lines(fill(body, Rapat(""))) == ["awal  akhir"]


def test_within_a_line_a_minus_takes_the_blanks_beside_it_and_a_plus_none() -> None:
    body = par("a  {%- if judul -%}  b  {%+ endif %} c {{- judul -}} d {#- x -#} e")
    assert lines(fill(body, Rapat("J"))) == ["ab   cJde"]
    assert TextTemplate.from_text("a \n {%- if a -%} \n b {%- endif %}\nc").render({"a": True}) == "abc"


def test_paragraphs_are_never_joined_over_a_sections_end_or_a_table() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr>" + run("bagian") + "</w:p>"
    body = section + par("{%- if judul %}x{% endif -%}") + table(row("sel")) + par("akhir")
    assert lines(fill(body, Rapat("J"))) == ["bagian", "x", "akhir"]


def test_a_fault_in_joined_paragraphs_keeps_its_own_place() -> None:
    body = par("a") + par("{%- if judul -%}") + par("b") + par("{%- endif %}") + par("{{ salah")
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(body))
    assert [fault.place for fault in caught.value.faults] == ["Isi dokumen, paragraf 5"]


def test_an_order_with_rows_conditions_and_a_field_named_items() -> None:
    values = {
        "customer_name": "Eric",
        "items": [{"desc": "Python", "qty": 2, "price": "FREE"}, {"desc": "Guido", "qty": 1, "price": "100"}],
        "in_europe": True,
        "is_paid": False,
    }
    body = (
        par("Dear {{ customer_name }},")
        + table(
            row("Desc", "Qty"),
            row("{%tr for item in items %}", ""),
            row("{{ item.desc }}", "{{ item.qty }}"),
            row("{%tr endfor %}", ""),
        )
        + par("{% if in_europe %}VAT{% else %}no VAT{% endif %}")
        + par("{%p if is_paid %}")
        + par("Thanks")
        + par("{%p else %}")
        + par("Please pay {% for i in items if i.qty > 1 %}{{ i.qty }}{% endfor %}")
        + par("{%p endif %}")
    )
    data = fill(body, values)
    assert lines(data) == ["Dear Eric,", "VAT", "Please pay 2"]
    assert cells(data) == [["Desc", "Qty"], ["Python", "2"], ["Guido", "1"]]


def test_a_table_whose_columns_and_rows_both_repeat() -> None:
    values = {
        "col_labels": ["fruit", "stone", "thing"],
        "tbl": [{"label": "yellow", "cols": ["banana", "pyrite", "taxi"]}, {"label": "red", "cols": ["a", "b", "c"]}],
    }
    body = table(
        row("", "{% colspan col_labels|count %}Judul"),
        row("", "{%tc for col in col_labels %}", "{{ col }}", "{%tc endfor %}"),
        row("{%tr for item in tbl %}"),
        row("{{ item.label }}", "{%tc for col in item.cols %}", "{{ col }}", "{%tc endfor %}"),
        row("{%tr endfor %}"),
    ) + par("")
    data = fill(body, values)
    assert cells(data) == [
        ["", "Judul"],
        ["", "fruit", "stone", "thing"],
        ["yellow", "banana", "pyrite", "taxi"],
        ["red", "a", "b", "c"],
    ]
    assert '<w:gridSpan w:val="3"/>' in part(data)


def test_nested_loops_over_paragraphs_and_within_them() -> None:
    values = {"dishes": [{"name": "Pizza", "ingredients": ["bread", "ham"]}, {"name": "Pie", "ingredients": ["flour"]}]}
    body = (
        par("{%p for dish in dishes %}")
        + par("{{ dish.name }}: {% for i in dish.ingredients %}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}")
        + par("{%p for i in dish.ingredients %}")
        + par("{{ loop.depth }}{{ loop.depth0 }} {{ i }}")
        + par("{%p endfor %}")
        + par("{%p endfor %}")
    )
    assert lines(fill(body, values)) == ["Pizza: bread, ham", "21 bread", "21 ham", "Pie: flour", "21 flour"]


def test_comments_alone_in_a_paragraph_a_row_or_a_cell_take_it_along() -> None:
    body = (
        par("{#p komentar #}")
        + par("satu {# komentar dengan {{ tanda }} #}dua")
        + table(row("{#tr komentar #}"), row("a", "{#tc komentar #}", "b"))
        + par("{# p bukan paragraf #}tetap")
    )
    data = fill(body, Rapat("x"))
    assert lines(data) == ["satu dua", "tetap"]
    assert cells(data) == [["a", "b"]]


def test_run_tags_and_names_that_look_like_them() -> None:
    body = par("{{r judul }}|{{ r }}|{{ p|upper }}|{{ tr }}|{{ p if r else tr }}")
    assert lines(fill(body, {"judul": "J", "r": "R", "p": "pe", "tr": "TR"})) == ["J|R|PE|TR|pe"]


def test_loose_and_missing_blanks_inside_tags() -> None:
    body = (
        par("{{judul}}{{  judul  }}{%if judul%}x{%endif%}") + par("{% p if judul %}") + par("y") + par("{%p  endif%}")
    )
    assert lines(fill(body, Rapat("J"))) == ["JJx", "y"]


def test_subscripts_are_constants_also_negative_ones() -> None:
    body = par("{{ arahan[0] }}{{ arahan[-1] }}{{ hadirin[1].nama }}{{ hadirin[-2]['nama'] }}{{ jumlah > -1 }}")
    with pytest.raises(TemplateError, match="ya/tidak"):
        fill(body, Rapat("x", TWO, ("a", "b")))
    body = body.replace("{{ jumlah > -1 }}", "{% if jumlah &gt; -1 and jumlah in [0, 1] %}!{% endif %}")
    assert lines(fill(body, Rapat("x", TWO, ("a", "b")))) == ["abSariAgung!"]


def test_both_branches_of_a_text_box_are_filled_alike() -> None:
    inner = par("{%p for h in hadirin %}") + par("{{ h.nama }}") + par("{%p endfor %}")
    box = (
        f"<w:r><mc:AlternateContent {MC}><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{inner}</w:txbxContent>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    xml = part(fill(par("a {{ jud", box, "ul }} b"), Rapat("J", TWO)))
    choice, fallback = re.findall(r"<mc:(?:Choice|Fallback).*?</mc:(?:Choice|Fallback)>", xml)
    texts = [re.sub("<[^>]*>", "", each) for each in (choice, fallback, xml.replace(choice, "").replace(fallback, ""))]
    assert texts[0] == texts[1] == "AgungSari"
    assert "a J b" in texts[2]


def test_tags_in_links_fields_controls_and_accepted_changes() -> None:
    body = par(
        '<w:hyperlink w:anchor="a">' + run("{{ ju") + "</w:hyperlink>",
        run("dul }}"),
        '<w:fldSimple w:instr="TITLE">' + run("{{ judul }}") + "</w:fldSimple>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("{{ judul }}") + "</w:sdtContent></w:sdt>",
        "<w:ins>" + run("{{ ") + "</w:ins>",
        run("judul"),
        "<w:del><w:r><w:delText>_lama</w:delText></w:r></w:del>",
        "<w:smartTag>" + run(" }}") + "</w:smartTag>",
    )
    xml = part(fill(body, Rapat("J")))
    assert re.sub("<[^>]*>", "", xml.split("<w:body>")[1]) == "JJJJ_lama"
    assert "showingPlcHdr" not in xml


def test_rows_and_cells_inside_content_controls_repeat() -> None:
    controlled = "<w:sdt><w:sdtPr/><w:sdtContent>" + row("{{ h.nama }}") + "</w:sdtContent></w:sdt>"
    body = table(row("{%tr for h in hadirin %}"), controlled, row("{%tr endfor %}")) + par("")
    assert cells(fill(body, Rapat("x", TWO))) == [["Agung"], ["Sari"]]


def test_noise_between_the_pieces_of_a_tag_does_not_matter() -> None:
    body = par(
        run("{"),
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        run("{ ju"),
        '<w:proofErr w:type="gramStart"/><w:bookmarkEnd w:id="1"/>',
        '<w:r w:rsidR="00AA00BB"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>dul</w:t></w:r>',
        "<w:r><w:lastRenderedPageBreak/><w:t> }</w:t></w:r>",
        run("}"),
    )
    assert lines(fill(body, Rapat("J"))) == ["J"]


def test_smart_quotes_entities_and_breaks_inside_tags() -> None:
    body = par(
        "{% if judul == ‘J’ and jumlah &lt; 1 %}ya{% endif %}{{ catatan|", "<w:r><w:br/></w:r>", "default(„-”) }}"
    )
    assert lines(fill(body, Rapat("J"))) == ["ya-"]


def test_handed_in_filters_take_inputs_as_in_jinja() -> None:
    def ulang(text: object, count: int = 2, *, antara: str = "") -> str:
        return antara.join([str(text)] * count)

    body = par("{{ judul|ulang }} {{ judul|ulang(3, antara='-') }} {{ judul|ulang|upper }}")
    data = Template.from_bytes(docx(body), filters={"ulang": ulang}).render_verified(Rapat("a"))
    assert lines(data) == ["aa a-a-a AA"]
    with pytest.raises(TemplateError, match='masukan filter "ulang" tidak cocok'):
        Template.from_bytes(docx(par("{{ judul|ulang(1, 2, 3) }}")), filters={"ulang": ulang})


def test_merged_cells_down_and_across_survive_several_paragraphs() -> None:
    body = table(
        row("{%tr for h in hadirin %}"),
        row(par("{% vm %}satu") + par("dua"), "{{ h.nama }}"),
        row("{%tr endfor %}"),
        row("{%tc for h in hadirin %}", "{% hm %}lebar", "{%tc endfor %}"),
    ) + par("")
    xml = part(fill(body, Rapat("x", TWO)))
    assert re.findall(r"<w:vMerge[^>]*>", xml) == ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"]
    assert (xml.count("satu"), xml.count("dua"), xml.count("lebar")) == (1, 1, 1)


@pytest.mark.parametrize("name", ["header1", "footer1", "footnotes"])
def test_every_form_works_in_headers_footers_and_footnotes(name: str) -> None:
    inner = table(row("{%tr for h in hadirin %}"), row("{{ h.nama }}"), row("{%tr endfor %}")) + par(
        "{{ judul|upper }}"
    )
    content = f'<w:footnote w:id="4">{inner}</w:footnote>' if name == "footnotes" else inner
    kind = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
    data = fill(par("x"), Rapat("j", TWO), **{f"word/{name}.xml": holder(kind, content)})
    assert re.findall(r">(Agung|Sari|J)<", part(data, f"word/{name}.xml")) == ["Agung", "Sari", "J"]


BEYOND = (
    *("set x = 1", "macro a()", "import 'a' as b", "include 'a'", "extends 'a'", "call a()", "with a = 1", "raw"),
    *("filter upper", "do a", "break"),
)


@pytest.mark.parametrize("words", BEYOND)
def test_what_jinja_has_beyond_is_refused_as_not_allowed(words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.from_bytes(docx(par("a") + par("{% " + words + " %}")))
    fault = caught.value.faults[0]
    assert fault.place == "Isi dokumen, paragraf 2"
    assert "tidak diizinkan" in fault.message
