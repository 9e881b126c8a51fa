"""The release on the desk: a person's words stay, facts that change are told, status and versions outlive undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import IntegrityError

import pytest

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain import codec, edits
from rakor_desktop.domain.meeting import Bundle, Item


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "arsip.db") as opened:
        yield opened


@pytest.fixture
def bundle(catalog: Catalog) -> Bundle:
    return codec.decode(catalog.sample_bytes("pasaman-barat"))


@pytest.fixture
def desk(bundle: Bundle) -> Desk:
    return Desk(bundle)


@pytest.fixture
def releases(desk: Desk, archive: Archive, catalog: Catalog) -> Releases:
    return Releases(desk, archive, catalog)


def text_of(releases: Releases, key: str) -> str:
    return next(p.text for p in releases.draft.paragraphs if p.key == key)


def first_item(releases: Releases) -> str:
    return next(p.key for p in releases.draft.paragraphs if p.key.startswith("item:") and "/" not in p.key)


def test_words_of_a_person_stay_while_untouched_paragraphs_follow_the_facts(releases: Releases, desk: Desk) -> None:
    releases.write({"chair": "Kapolres sendiri yang memimpin."})
    desk.edit("Ubah tempat", edits.set_venue(place="Gedung Serbaguna"))

    assert text_of(releases, "chair") == "Kapolres sendiri yang memimpin."
    assert "Gedung Serbaguna" in text_of(releases, "lead")
    assert releases.changes == ()


def test_changed_facts_under_an_edit_are_told_with_old_new_and_theirs(releases: Releases, desk: Desk) -> None:
    key = first_item(releases)
    before = text_of(releases, key)
    releases.write({key: "Kalimat saya sendiri."})
    desk.edit("Ubah arahan", edits.update(Item, key.removeprefix("item:"), text="pengamanan jalur mudik diperkuat"))

    (change,) = releases.changes
    assert (change.key, change.before, change.theirs) == (key, before, "Kalimat saya sendiri.")
    assert "mudik" in change.now
    assert text_of(releases, key) == "Kalimat saya sendiri."

    releases.accept(change, "theirs")
    assert releases.changes == ()
    assert text_of(releases, key) == "Kalimat saya sendiri."
    desk.undo()
    releases.accept(releases.changes[0], "now")
    assert "mudik" in text_of(releases, key)
    assert releases.changes == ()


def test_typing_on_keeps_a_change_pending(releases: Releases, desk: Desk) -> None:
    key = first_item(releases)
    releases.write({key: "Kalimat saya."})
    desk.edit("Ubah arahan", edits.update(Item, key.removeprefix("item:"), text="hal yang lain sama sekali"))
    releases.write({key: "Kalimat saya, lanjut."})
    assert [change.theirs for change in releases.changes] == ["Kalimat saya, lanjut."]


def test_an_edited_paragraph_of_an_item_that_became_internal_goes_out_nowhere(releases: Releases, desk: Desk) -> None:
    key = first_item(releases)
    releases.write({key: "Rahasia yang tidak boleh keluar."})
    desk.edit("Jadikan internal", edits.update(Item, key.removeprefix("item:"), public=False))

    assert "Rahasia" not in releases.draft.text
    (change,) = releases.changes
    assert change.gone
    assert change.theirs == "Rahasia yang tidak boleh keluar."


def test_a_paragraph_can_be_taken_out_split_and_freed(releases: Releases) -> None:
    chair, lead = text_of(releases, "chair"), text_of(releases, "lead")
    releases.write({"chair": None, "lead": "Satu.\nDua."})
    assert releases.draft.body[0].endswith("Satu.")
    assert releases.draft.body[1] == "Dua."
    assert chair not in releases.draft.text
    releases.write({"chair": chair, "lead": lead})
    assert releases.release.paragraphs == ()


def test_another_wording_leaves_edits_alone_and_calls_nothing_changed(releases: Releases, desk: Desk) -> None:
    releases.write({"chair": "Kalimat saya."})
    usual = releases.draft.text
    assert releases.vary()
    varied = releases.draft.text
    assert varied != usual
    assert text_of(releases, "chair") == "Kalimat saya."
    assert releases.changes == ()
    desk.undo()
    assert releases.draft.text == usual
    releases.vary()
    assert releases.draft.text == varied


def test_a_style_has_its_own_words_and_begins_with_the_general_ones(releases: Releases, desk: Desk) -> None:
    sign_off = releases.draft.sign_off
    releases.edit("Ubah judul", headline="Judul Tribrata")
    releases.choose("portal-ringkas")
    assert releases.style.name == "portal-ringkas"
    assert releases.draft.sign_off == sign_off
    assert releases.draft.headline != "Judul Tribrata"
    desk.undo()
    assert releases.draft.headline == "Judul Tribrata"


def test_looking_at_styles_writes_no_release(releases: Releases, desk: Desk) -> None:
    before = desk.meeting.releases
    releases.choose("portal-ringkas")
    releases.edit("Ubah judul", headline="")
    assert desk.meeting.releases == before


def test_a_style_that_is_gone_falls_back_to_the_usual_one(releases: Releases, desk: Desk) -> None:
    releases.choose("portal-hilang")
    assert releases.style == releases.usual
    assert releases.missing_style == "portal-hilang"
    assert releases.draft.text


def test_approval_locks_the_words_and_undo_does_not_revoke_it(releases: Releases, desk: Desk, archive: Archive) -> None:
    desk.edit("Ubah tempat", edits.set_venue(place="Aula Pertama"))
    approved = releases.draft.text
    releases.set_status("checked", "Aiptu Lina")
    releases.set_status("approved", "AKBP Rina", "sudah dibaca Kapolres")
    desk.undo()
    desk.edit("Ubah tempat", edits.set_venue(place="Aula Kedua"))

    assert releases.locked
    assert not releases.write({"lead": "Lain."})
    assert not releases.edit("Ubah judul", headline="Lain")
    assert releases.draft.text == approved
    assert releases.standing.status == "approved"
    assert releases.standing.who == "AKBP Rina"
    assert releases.standing.changed_since

    releases.set_status("draft", "AKBP Rina", "tempat berubah")
    assert not releases.locked
    assert "Aula Kedua" in releases.draft.text
    assert [v.status for v in releases.versions()] == ["checked", "approved", "draft"]
    assert [v.text.text for v in releases.versions()][:2] == [approved, approved]
    assert [entry.action for entry in archive.log_of(desk.meeting.id)] == [
        "release_checked", "release_approved", "release_draft",
    ]  # fmt: skip


def test_a_checked_release_becomes_a_draft_again_when_its_words_change(releases: Releases) -> None:
    releases.set_status("checked", "Aiptu Lina")
    assert releases.standing.status == "checked"
    releases.write({"chair": "Lain."})
    assert releases.standing.status == "draft"
    assert releases.standing.changed_since


def test_a_secret_meeting_needs_a_name_for_its_present_classification(
    releases: Releases, desk: Desk, archive: Archive
) -> None:
    assert not releases.needs_confirmation
    desk.edit("Ubah klasifikasi", edits.set_fields(classification="R"))
    assert releases.needs_confirmation
    with pytest.raises(ValueError, match="name"):
        releases.confirm("  ")
    releases.confirm("AKBP Rina")
    assert not releases.needs_confirmation
    desk.edit("Ubah klasifikasi", edits.set_fields(classification="SR"))
    assert releases.needs_confirmation
    (entry,) = archive.log_of(desk.meeting.id)
    assert (entry.action, entry.detail) == ("released_despite_classification", "R AKBP Rina")


def test_another_meeting_has_its_own_standing(releases: Releases, desk: Desk, bundle: Bundle) -> None:
    releases.set_status("approved", "AKBP Rina")
    desk.open(replace(bundle, meeting=replace(bundle.meeting, id="lain")))
    assert releases.standing.status == "draft"
    assert not releases.locked


def test_versions_cannot_be_changed_or_taken_away(releases: Releases, archive: Archive) -> None:
    releases.set_status("approved", "AKBP Rina")
    for statement in ("UPDATE release_version SET who = 'x'", "DELETE FROM release_version"):
        with archive._database.writing() as db, pytest.raises(IntegrityError, match="append-only"):
            db.execute(statement)


def test_nobody_approves_without_a_name(releases: Releases) -> None:
    with pytest.raises(ValueError, match="somebody"):
        releases.set_status("approved", " ")


def test_one_unreadable_version_hides_none_of_the_others(
    releases: Releases, desk: Desk, archive: Archive, tmp_path: Path
) -> None:
    releases.set_status("checked", "Aiptu Lina")
    with archive._database.writing() as db:
        db.execute(
            "INSERT INTO release_version (meeting_id, style, status, at, who, note, form) "
            "SELECT meeting_id, style, 'approved', at, who, note, '{rusak' FROM release_version"
        )
    assert [version.status for version in releases.versions()] == ["checked"]
    assert Releases(desk, archive, Catalog.load()).standing.status == "checked"
