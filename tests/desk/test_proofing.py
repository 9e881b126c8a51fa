"""Reviewing for a person: the people book beside the text, and what is ignored stays ignored."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.ignored_findings import FILE_NAME, IgnoredFinding, IgnoredFindings
from rakor_desktop.desk.kept_text import Kept, KeptText
from rakor_desktop.desk.proofing import Proofing, mark_of, may_ignore_always, mended_surely, without
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.people import Person
from rakor_desktop.review.text import TextFinding

BROKEN_NAME = "temuan-diabaikan.rusak.json"
TODAY = date(2026, 11, 22)
TEXT = "Rapat antar instansi itu mensukseskan Pilkada. Kemaren mereka hadir di kantor."
SECRET = TextFinding("nomor-rahasia", "error", 0, 4, "R/12", "Nomor rahasia.", family="rahasia")


@pytest.fixture
def proofing(catalog: Catalog, tmp_path: Path) -> Proofing:
    return Proofing(catalog, tuple, tmp_path)


def words(findings: tuple[TextFinding, ...]) -> list[str]:
    return [finding.text for finding in findings]


def find(proofing: Proofing, text: str, of: str) -> TextFinding:
    return next(finding for finding in proofing.findings(text, today=TODAY) if finding.text == of)


def test_what_is_ignored_always_is_not_found_again_nor_after_a_new_start(
    proofing: Proofing, catalog: Catalog, tmp_path: Path
) -> None:
    assert "mensukseskan" in words(proofing.findings(TEXT, today=TODAY))
    proofing.ignore_always(find(proofing, TEXT, "mensukseskan"))
    assert "mensukseskan" not in words(proofing.findings(TEXT, today=TODAY))
    again = Proofing(catalog, tuple, tmp_path)
    assert "mensukseskan" not in words(again.findings(TEXT, today=TODAY))
    assert "antar instansi" in words(again.findings(TEXT, today=TODAY))


def test_what_was_ignored_can_be_looked_through_and_taken_back(proofing: Proofing) -> None:
    proofing.ignore_always(find(proofing, TEXT, "mensukseskan"))
    (kept,) = proofing.ignored_always()
    assert (kept.code, kept.words) == ("ejaan-auto", "mensukseskan")
    assert "menyukseskan" in kept.message
    proofing.forget(kept.mark)
    assert proofing.ignored_always() == ()
    assert "mensukseskan" in words(proofing.findings(TEXT, today=TODAY))


def test_a_mark_stays_when_the_text_around_it_changes(proofing: Proofing) -> None:
    before = find(proofing, TEXT, "mensukseskan")
    after = find(proofing, f"Kalimat baru di depan. {TEXT} Kalimat baru di belakang.", "mensukseskan")
    assert before.start != after.start
    assert mark_of(before) == mark_of(after)


def test_a_mark_tells_codes_words_and_capitals_apart_and_not_line_ends() -> None:
    def marked(code: str, text: str) -> str:
        return mark_of(TextFinding(code, "hint", 0, len(text), text, ""))

    assert marked("a", "satu dua") == marked("a", "satu\n dua") == "a: satu dua"
    assert len({marked("a", "satu"), marked("b", "satu"), marked("a", "Satu"), marked("a", "")}) == 4
    long = "Kalimat yang panjang sekali " * 20
    assert len(marked("a", long)) < 100
    assert marked("a", long) != marked("a", f"{long}benar")


@given(code=st.text("abc-", min_size=1, max_size=12), text=st.text(max_size=200))
def test_an_entry_has_the_mark_of_its_finding(code: str, text: str) -> None:
    finding = TextFinding(code, "hint", 0, len(text), text, "")
    assert IgnoredFinding.of(finding).mark == mark_of(finding)


def test_half_an_emoji_can_be_kept(proofing: Proofing, catalog: Catalog, tmp_path: Path) -> None:
    finding = TextFinding("a", "hint", 0, 1, "x\ud83d", "")
    proofing.ignore_always(finding)
    assert not proofing.notice
    assert without([finding], {entry.mark for entry in Proofing(catalog, tuple, tmp_path).ignored_always()}) == ()


def test_the_file_can_be_read_and_edited_by_a_person(proofing: Proofing, catalog: Catalog, tmp_path: Path) -> None:
    proofing.ignore_always(find(proofing, TEXT, "antar instansi"))
    raw = json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))
    assert raw["diabaikan"][0]["kata"] == "antar instansi"
    raw["diabaikan"] += [{"kode": "ejaan-auto", "kata": "mensukseskan"}, "bukan baris", {"kata": "tanpa kode"}]
    (tmp_path / FILE_NAME).write_text(json.dumps(raw), encoding="utf-8")
    edited = Proofing(catalog, tuple, tmp_path)
    assert [entry.words for entry in edited.ignored_always()] == ["antar instansi", "mensukseskan"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"diabaikan": 3}', b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(content: bytes, catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    proofing = Proofing(catalog, tuple, tmp_path)
    assert "mensukseskan" in words(proofing.findings(TEXT, today=TODAY))
    assert BROKEN_NAME in proofing.notice
    assert (tmp_path / BROKEN_NAME).read_bytes() == content
    proofing.ignore_always(find(proofing, TEXT, "mensukseskan"))
    assert Proofing(catalog, tuple, tmp_path).ignored_always()


def test_a_folder_that_cannot_be_written_keeps_the_list_in_memory_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    ignored = IgnoredFindings(tmp_path / "berkas")
    ignored.add(IgnoredFinding("a", "b"))
    assert ignored.marks() == {"a: b"}
    assert "belum dapat disimpan" in ignored.notice


def test_names_are_compared_with_the_people_book_and_asked_for_once(catalog: Catalog, tmp_path: Path) -> None:
    asked = []

    def people() -> list[Person]:
        asked.append(1)
        return [Person(id="p", name="Listyo Sigit Prabowo"), Person(id="q")]

    proofing = Proofing(catalog, people, tmp_path)
    text = "Sambutan disampaikan Jenderal Polisi Listyo Sigid Prabowo di Jakarta."
    assert "Listyo Sigid Prabowo" in words(proofing.findings(text, today=TODAY))
    proofing.findings(text, today=TODAY)
    assert len(asked) == 1
    proofing.renew()
    assert proofing.names == ("Listyo Sigit Prabowo",)
    assert len(asked) == 2


def test_a_meeting_on_the_desk_lends_its_quotations_and_names(
    proofing: Proofing, sample: Callable[[str], Bundle]
) -> None:
    bundle = sample("pasaman-barat")
    facts = proofing.facts_of(bundle)
    text = 'Kapolres mengatakan, "Kami akan membagikan sembako gratis kepada seluruh warga," ujarnya di Simpang Empat.'
    codes = {finding.code for finding in proofing.findings(text, facts, today=TODAY)}
    assert "kutipan-tanpa-sumber" in codes
    assert "kutipan-tanpa-sumber" not in {finding.code for finding in proofing.findings(text, today=TODAY)}
    assert bundle.meeting.attendees[0].name in facts.people


def test_only_sure_findings_are_mended_in_bulk(proofing: Proofing) -> None:
    text = "Para stakeholder mensukseskan Pilkada."
    assert mended_surely(text, proofing.findings(text, today=TODAY)) == "Para stakeholder menyukseskan Pilkada."


def test_words_in_quotations_are_reviewed_only_on_request(proofing: Proofing) -> None:
    text = 'Ia berkata, "Kita harus mensukseskan Pilkada ini bersama."'
    assert "mensukseskan" not in words(proofing.findings(text, today=TODAY))
    assert "mensukseskan" in words(proofing.findings(text, today=TODAY, quoted=True))


def test_what_must_not_go_out_is_decided_anew_in_every_text() -> None:
    assert not may_ignore_always(SECRET)
    phone = TextFinding("nomor-telepon", "warning", 0, 3, "110", "Nomor.", family="rahasia")
    assert may_ignore_always(phone)


def test_the_text_reviewed_last_is_kept_and_a_broken_one_set_aside(tmp_path: Path) -> None:
    kept = Kept("Naskah “ini” 😀\nbaris kedua\xa0", ("a: b",), True)
    KeptText(tmp_path).write(kept)
    assert KeptText(tmp_path).read() == kept
    (tmp_path / "naskah-periksa.json").write_text('{"naskah": 3}', encoding="utf-8")
    broken = KeptText(tmp_path)
    assert broken.read() == Kept()
    assert "naskah-periksa.rusak.json" in broken.notice
    broken.write(kept._replace(text="x\ud83d"))
    assert KeptText(tmp_path).read().text == "x?"
