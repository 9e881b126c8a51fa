"""Sentences and headlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa.text import end_stop, one_blank, quote_marks, quoted, sentence_start, title_case


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("", ""),
        ("   ", ""),
        ("Rapat ditutup", "Rapat ditutup."),
        ("Rapat ditutup.", "Rapat ditutup."),
        ("Rapat ditutup..", "Rapat ditutup."),
        ("Rapat ditutup . ", "Rapat ditutup ."),
        ("Rapat ditutup,", "Rapat ditutup."),
        ("Rapat ditutup ;", "Rapat ditutup."),
        ("Siap?", "Siap?"),
        ("Siap!", "Siap!"),
        ("sebagai berikut:", "sebagai berikut:"),
        ("dan seterusnya …", "dan seterusnya …"),
        ("dan seterusnya ...", "dan seterusnya ..."),
        ("dipimpin AKBP Agung Tribawanto, S.I.K.", "dipimpin AKBP Agung Tribawanto, S.I.K."),
        ("dipimpin AKBP Agung Tribawanto, S.I.K., M.H.,", "dipimpin AKBP Agung Tribawanto, S.I.K., M.H."),
        ("tamu undangan, dll.", "tamu undangan, dll."),
        ("Kamis (15/8/2024)", "Kamis (15/8/2024)."),
        ("dihadiri undangan (Kapolres, dll.)", "dihadiri undangan (Kapolres, dll.)."),
        ("(Rapat dilanjutkan esok hari.)", "(Rapat dilanjutkan esok hari.)"),
        ("(lanjutan)", "(lanjutan)."),
        ("“Kita siap”", "“Kita siap.”"),
        ("“Kita siap.”", "“Kita siap.”"),
        ("“Kita siap,”", "“Kita siap.”"),
        ("“Apakah siap?”", "“Apakah siap?”"),
        ('Kapolres berkata, "Kita siap"', 'Kapolres berkata, "Kita siap."'),
        ("Tema: “Polri Presisi”", "Tema: “Polri Presisi.”"),
        ("bertema “Polri Presisi”", "bertema “Polri Presisi”."),
        ('bertema "Polri Presisi"', 'bertema "Polri Presisi".'),
        ("pada hari Jumat'", "pada hari Jumat'."),
    ],
)
def test_a_sentence_is_closed_by_exactly_one_mark(text: str, closed: str) -> None:
    assert end_stop(text) == closed


@given(st.text())
def test_closing_twice_changes_nothing(text: str) -> None:
    once = end_stop(text)
    assert end_stop(once) == once


@given(st.text("abc ABC", min_size=1).filter(str.strip))
def test_plain_words_keep_every_letter_and_get_one_stop(text: str) -> None:
    assert end_stop(text) == f"{text.rstrip()}."


def test_a_sentence_begins_with_a_capital_behind_its_quotation_mark() -> None:
    assert sentence_start("rapat dibuka") == "Rapat dibuka"
    assert sentence_start("“kita siap”") == "“Kita siap”"
    assert sentence_start('  "(rapat)') == '  "(Rapat)'
    assert sentence_start("24 orang hadir") == "24 orang hadir"
    assert sentence_start("") == ""
    assert sentence_start("ßebuah") == "ßebuah"


@given(st.text())
def test_beginning_a_sentence_changes_at_most_one_letter(text: str) -> None:
    begun = sentence_start(text)
    assert len(begun) == len(text)
    assert sum(a != b for a, b in zip(begun, text, strict=True)) <= 1


def test_blanks_of_every_kind_become_one() -> None:
    assert one_blank("  rapat\u00a0 \t koordinasi\r\nlintas  sektoral ") == "rapat koordinasi lintas sektoral"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "kapolres pimpin rapat koordinasi lintas sektoral",
            "Kapolres Pimpin Rapat Koordinasi Lintas Sektoral",
        ),
        ("rakor dalam rangka operasi ketupat di aula", "Rakor dalam Rangka Operasi Ketupat di Aula"),
        ("Kapolres Dan Dandim Hadiri Rakor Untuk Pilkada", "Kapolres dan Dandim Hadiri Rakor untuk Pilkada"),
        ("di balik rapat KPU dan TNI", "Di Balik Rapat KPU dan TNI"),
        ("kapolres: dari kita untuk kita", "Kapolres: Dari Kita untuk Kita"),
        ("AKBP Agung hadiri rapat KPU", "AKBP Agung Hadiri Rapat KPU"),
        ("rapat se-kabupaten pasaman", "Rapat se-Kabupaten Pasaman"),
        ("langkah-langkah pengamanan bersama-sama warga", "Langkah-Langkah Pengamanan Bersama-sama Warga"),
        ("undang-undang pemilu", "Undang-Undang Pemilu"),
        ("rapat “siaga bencana” digelar", "Rapat “Siaga Bencana” Digelar"),
        ("rapat dan/atau apel", "Rapat dan/atau Apel"),
        ("BUPATI PIMPIN RAPAT KPU DAN TNI DI LUMAJANG", "Bupati Pimpin Rapat KPU dan TNI di Lumajang"),
        ("iPad untuk rapat", "IPad untuk Rapat"),
        ("", ""),
    ],
)
def test_headlines_follow_indonesian_title_case(text: str, headline: str) -> None:
    assert title_case(text) == headline


def test_an_office_names_the_words_it_keeps_in_capitals() -> None:
    assert title_case("RAPAT SKD DESA ABC", keep={"ABC"}) == "Rapat SKD Desa ABC"


@given(st.text("abc -/:“”", max_size=30))
def test_a_headline_keeps_every_letter(text: str) -> None:
    assert title_case(text).casefold() == text.casefold()


def test_straight_quotation_marks_become_curly_by_their_place() -> None:
    assert quote_marks('"Kita siap," ujar Kapolres ("siap")') == "“Kita siap,” ujar Kapolres (“siap”)"
    assert quote_marks("tanpa kutipan") == "tanpa kutipan"


def test_words_are_put_between_curly_marks_once() -> None:
    assert quoted("Kita siap,") == "“Kita siap,”"
    assert quoted('"Kita siap,"') == "“Kita siap,”"
    assert quoted("“Kita siap,”") == "“Kita siap,”"
    assert quoted('Kita "siap" bekerja') == "“Kita ‘siap’ bekerja”"
