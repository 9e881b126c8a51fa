"""Whatever is typed or pasted into a field, the document stays whole and nothing but the unprintable is lost."""

from __future__ import annotations

import io
import unicodedata
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_samples import Orang, Rapat, core, docx, holder, par, part, row, table

from rakor_desktop.word import Template, TextTemplate, clean, inspect_docx, verify

TEMPLATE = Template.from_bytes(
    docx(
        par("{{ judul }}")
        + table(
            row("{%tr for h in hadirin %}"),
            row("{{ h.pangkat }}", "Yth. {{ h.nama }} di tempat"),
            row("{%tr endfor %}"),
        )
        + par("{{ catatan }}"),
        {"docProps/core.xml": core("{{ judul }}"), "word/header1.xml": holder("hdr", par("{{ judul }}"))},
    )
)
NASTY = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.text(st.sampled_from("\x00\x0b\x0c\r\n\t\x1e\x1f\x85\u2028\ud800\ufffe\u202e&<>\"'{}%#$_ a😀é"), max_size=40),
    st.sampled_from(["{{ judul }}", "{% for %}", "]]>", "<?rk 0?>", "@rk:0@", "<w:p/>", "&amp;", "\ud83d", "e\u0301"]),
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY, st.lists(st.tuples(NASTY, NASTY), max_size=4), st.none() | NASTY)
def test_any_text_gives_a_whole_document_that_holds_every_line(
    title: str, people: list[tuple[str, str]], note: str | None
) -> None:
    values = Rapat(title, tuple(Orang(*each) for each in people), catatan=note)
    data = TEMPLATE.render_verified(values)
    assert data == TEMPLATE.render(values)
    assert inspect_docx(data) == ()
    verify(data, [title, *(text for each in people for text in each), note or ""])


@given(st.text(st.characters(codec=None)))
def test_clean_is_idempotent_and_leaves_only_what_xml_can_hold(text: str) -> None:
    result = clean(text)
    assert clean(result) == result
    assert unicodedata.is_normalized("NFC", result)
    expat.ParserCreate().Parse(
        b"<a>" + result.replace("&", "").replace("<", "").replace(">", "").encode() + b"</a>", True
    )


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x1eb\x1fc", "a\u2011b\u00adc"),
        ("a\x00\x07\x1b\x7f\x9fb", "ab"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc\ufdd0\U0001fffe", "abc"),
        ("a\u202eb\u2066c", "abc"),
        ("Jose\u0301", "Jos\u00e9"),
        ("tab\ttetap 😀", "tab\ttetap 😀"),
    ],
)
def test_clean_by_example(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


def test_line_ends_and_tabs_become_words_own_elements() -> None:
    xml = part(TEMPLATE.render(Rapat("satu\x0bdua\ttiga")))
    assert ">satu</w:t><w:br/>" in xml
    assert ">dua</w:t><w:tab/>" in xml


def test_a_hundred_kilobytes_in_one_field_come_whole() -> None:
    text = "Jum'at & <libur> – ok\n" * 4700
    verify(TEMPLATE.render_verified(Rapat("x", catatan=text)), [text])


def test_template_language_inside_values_is_only_text() -> None:
    assert "{{ judul }}{% if %}" in part(TEMPLATE.render(Rapat("{{ judul }}{% if %}")))
    assert TextTemplate.from_text("{{ judul }}").render({"judul": "{{ judul }}"}) == "{{ judul }}"


def test_numbers_are_printed_and_one_is_not_mistaken_for_yes() -> None:
    data = Template.from_bytes(docx(par("{{ a }} {{ b }} {{ c }}"))).render({"a": 1, "b": 0, "c": 2.5})
    assert ">1 0 2.5<" in part(data)
    assert len(io.BytesIO(data).getvalue()) < 10_000
