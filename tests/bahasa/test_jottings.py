"""Minutes as they are jotted down: shorthand, shouting, inline lists, things named and things said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.bahasa.jottings import calmed, has_predicate, is_noun_phrase, listed, spelled_out, unlisted


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("petugas yg ada utk warga", "petugas yang ada untuk warga"),
        ("Sdh siap dgn alat", "Sudah siap dengan alat"),
        ("Ketua Pd Sari dan S.Pd.", "Ketua Pd Sari dan S.Pd."),
        ("a.n. yg.co", "a.n. yg.co"),
        ("di titik2 ramai", "di titik-titik ramai"),
        ("mulai pkl. 08.00 wib", "mulai pukul 08.00 WIB"),
        ("di kelurahan - kelurahan", "di kelurahan-kelurahan"),
        ("dipotong / dirapikan", "dipotong/dirapikan"),
        ("setiap OPD WAJIB hadir", "setiap OPD wajib hadir"),
        ("kendala : pertama", "kendala: pertama"),
        ("agar koordinasi dengan lurah", "agar berkoordinasi dengan lurah"),
    ],
)
def test_shorthand_and_loose_signs_are_spelled_out(typed: str, meant: str) -> None:
    assert spelled_out(typed) == meant


def test_a_shouted_sentence_is_calmed_and_abbreviations_stay() -> None:
    assert calmed("POS TNI DIJAGA SETIAP MALAM") == "Pos TNI dijaga setiap malam"
    assert calmed("TNI POLRI") == "TNI POLRI"
    assert calmed("Pos WAJIB dijaga") == "Pos WAJIB dijaga"


@pytest.mark.parametrize(
    ("typed", "running"),
    [
        ("1. Cek pos; 2. Tingkatkan patroli; 3. Siapkan tim", "cek pos, tingkatkan patroli, dan siapkan tim"),
        ("fokus: 1) gereja; 2) terminal", "fokus meliputi gereja dan terminal"),
        ("Strategi meliputi: a) data, b) jalan dan jembatan", "Strategi meliputi data serta jalan dan jembatan"),
        ("Polres menyiapkan hal sebagai berikut: 1) pos; 2) tim", "Polres menyiapkan hal, yaitu pos dan tim"),
        ("- Kades lapor\n- Pos dibuka", "Kades lapor. Pos dibuka"),
        ("kendala yang ada: 1. kader kurang 2. alat rusak", "kendala yang ada meliputi kader kurang dan alat rusak"),
        ("pasal 2. Berlaku", "pasal 2. Berlaku"),
    ],
)
def test_an_inline_list_becomes_running_words(typed: str, running: str) -> None:
    assert unlisted(typed) == running


@given(st.text(alphabet="ab1.2)- ;:\n", max_size=40))
def test_no_point_of_a_list_is_empty_and_none_is_invented(text: str) -> None:
    found = listed(text)
    if found is not None:
        assert found.points
        assert all(point.strip() and point in text for point in found.points)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("respons cepat di lapangan, termasuk penyediaan alat", True),
        ("kesiapan personel dalam menghadapi arus mudik", True),
        ("identifikasi titik rawan serta sarana yang terancam", True),
        ("kegiatan yang besar pada hari raya memunculkan permintaan", False),
        ("pengamanan di gereja yang ramai perlu dioptimalkan", False),
        ("netralitas personel harga mati", False),
        ("pos sudah siap", False),
    ],
)
def test_a_thing_that_is_only_named_is_told_from_a_sentence(text: str, named: bool) -> None:
    assert is_noun_phrase(text) == named


def test_what_is_asked_for_may_be_described_at_length() -> None:
    asked = "kewaspadaan sesuai prakiraan yang memperkirakan kemarau berlangsung lama"
    assert is_noun_phrase(asked, asked=True)
    assert not is_noun_phrase(asked)
    assert has_predicate("beberapa waktu lalu terjadi banjir")
    assert not has_predicate("beberapa kendala di lapangan")
