"""The text forms: no doubled blank lines whatever is missing, and marks as WhatsApp wants them."""

from __future__ import annotations

import dataclasses
import re

import companion_samples as companions
import pytest
import template_samples as samples
from filled_templates import FOLDERS, TEMPLATES, VIEWS, empty, full

from rakor_desktop.compose.views import TandaTangan
from rakor_desktop.word import TextTemplate

REPORT = samples.report()
INVITING = companions.invitation().pengantar
BEFORE_LISTS = (INVITING, "Tembusan:", "*Tembusan* :", REPORT.pembuka, f"{REPORT.salam} {REPORT.pembuka}")


def render(folder: str, values: object) -> str:
    return TextTemplate.open(TEMPLATES / folder / "template.txt").render(values)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_text_template_fits_its_view_model(folder: str) -> None:
    faults = TextTemplate.open(TEMPLATES / folder / "template.txt").check(VIEWS[folder.split("/")[0]])
    assert not [str(fault) for fault in faults]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_field_that_is_missing_leaves_a_doubled_blank_line(folder: str) -> None:
    whole, nothing = full(folder), empty(folder)
    for field in dataclasses.fields(whole):  # type: ignore[arg-type]
        for base, other in ((whole, nothing), (nothing, whole)):
            mixed = dataclasses.replace(base, **{field.name: getattr(other, field.name)})  # type: ignore[type-var]
            text = render(folder, mixed)
            assert "\n\n\n" not in text, field.name
            assert not text.startswith("\n"), field.name
            assert not [
                line
                for line in text.splitlines()
                if re.search(r":\s*$|\(\s*\)|\*\s*\*", line) and line not in BEFORE_LISTS
            ], field.name


def test_a_signer_who_is_not_known_yet_leaves_dots_to_sign_over() -> None:
    blank = TandaTangan("Notulis", "", (), "", "")
    minutes = dataclasses.replace(samples.minutes(), tanda_tangan_kanan=blank, tanda_tangan_kiri=blank)
    text = render("notula/polri", minutes)
    assert text.count("Notulis\n……………………………\n") == 2
    assert "\n\n\n" not in text


def test_an_empty_report_is_an_empty_message() -> None:
    assert render("laporan-whatsapp/umum", samples.no_report()).strip() == ""


def test_bold_marks_of_a_message_touch_their_words() -> None:
    text = render("laporan-whatsapp/umum", samples.report())
    marked = re.findall(r"\*([^*\n]+)\*", text)
    assert marked[:4] == ["Kepada", "Dari", "Tembusan", "Perihal"]
    assert all(words == words.strip() for words in marked)
    assert text.count("*") == 2 * len(marked)


def test_a_report_follows_the_usual_order() -> None:
    text = render("laporan-whatsapp/umum", samples.report())
    parts = [
        "*Kepada*",
        "*Perihal*",
        "Selamat siang",
        "*Pelaksanaan*",
        "*Hadir*",
        "*Arahan Kapolres Pasaman Barat*",
        "*Kesimpulan*",
        "*Tindak lanjut*",
        "Demikian dilaporkan",
        "*Kapolres Pasaman Barat*",
    ]
    places = [text.rindex(part) if part == parts[-1] else text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_release_as_text_is_ready_to_paste() -> None:
    release = samples.release()
    text = render("siaran-pers/polri", release)
    assert text.split("\n\n")[:3] == [release.judul, release.isi[0], release.isi[1]]
    assert "(GST) (HumasResPasbar)" in text
