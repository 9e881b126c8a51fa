"""In a WhatsApp message only our own marks mark anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.whatsapp_marks import bold, release_message, without_marks
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Bundle

BOLD = re.compile(r"(?<![^\s])\*(?=\S)([^*\n]+)(?<=\S)\*(?![^\s])")


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("*Kapolres* hadir", "Kapolres hadir"),
        ("**Kapolres** dan __Bupati__", "Kapolres dan Bupati"),
        ("*_Kapolres_* (~batal~)", "Kapolres (batal)"),
        ("“*Siap*,” katanya", "“Siap,” katanya"),
        ("```kode``` dan `kode`", "kode dan kode"),
        ("5 * 3 * 2 = 30", "5 * 3 * 2 = 30"),
        ("*) catatan kaki", "*) catatan kaki"),
        ("surat_edaran_kapolri.pdf", "surat_edaran_kapolri.pdf"),
        ("https://x.id/_a_/b*c*d", "https://x.id/_a_/b*c*d"),
        ("satu *dua\ntiga* empat", "satu *dua\ntiga* empat"),
    ],
)
def test_pasted_marks_go_and_what_only_looks_like_one_stays(pasted: str, plain: str) -> None:
    assert without_marks(pasted) == plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rakor Pilkada", "*Rakor Pilkada*"),
        ("  Rakor  *Pilkada* 2024 \n kedua ", "*Rakor Pilkada 2024 kedua*"),
        ("5*3", "*5 3*"),
        ("*", ""),
        ("", ""),
    ],
)
def test_a_bold_line_holds_no_other_asterisk_and_no_line_end(text: str, line: str) -> None:
    assert bold(text) == line


@given(st.text(alphabet="ab *_~`\n.", max_size=40))
def test_a_bold_line_is_always_one_whole_span_or_nothing(text: str) -> None:
    line = bold(text)
    assert not line or BOLD.fullmatch(line)


def test_the_message_begins_with_the_bold_headline_and_has_no_other_mark(
    sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    view = siaran_pers(Source(sample("lumajang"), catalog))
    hostile = replace(view, isi=(*view.isi, "*Catatan* <b>tebal</b> & *penting*:"), judul=f"*{view.judul}* 5*3")
    lines = release_message(hostile).split("\n\n")
    assert lines[0] == f"*{view.judul} 5 3*"
    assert lines[1] == view.isi[0]
    assert "Catatan <b>tebal</b> & penting:" in lines
    assert BOLD.findall("\n".join(lines[1:])) == []
    assert view.penutup in lines


def test_the_report_keeps_its_own_bold_lines_when_marks_are_pasted_into_the_meeting(
    sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    clean = document_bytes(bundle, "laporan-whatsapp", ".txt", catalog=catalog).decode()
    meeting = bundle.meeting
    items = tuple(replace(item, text=f"*{item.text}*") for item in meeting.items)
    pasted = edits.set_fields(title=f"*{meeting.title}*", items=items)(meeting)
    marked = document_bytes(replace(bundle, meeting=pasted), "laporan-whatsapp", ".txt", catalog=catalog).decode()
    assert BOLD.findall(marked) == BOLD.findall(clean) != []
    assert marked.count("*") == clean.count("*")
