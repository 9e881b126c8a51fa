"""Checked, approved, opened again: who, when, what it locks, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain import edits
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.ui.pages.release import CHOICE, DETAILS, ReleasePage
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.names import Known, signatories, suggested
from rakor_desktop.ui.press.step_dialog import StepDialog
from rakor_desktop.ui.press.taking_up import take_up
from rakor_desktop.ui.press.versions_dialog import VersionsDialog
from tests.ui.press_stage import parts_over
from tests.ui.stage import show

WHO = "Aiptu Lispono"


@pytest.fixture
def parts(tmp_path: Path, catalog: Catalog) -> Iterator[Parts]:
    with parts_over(tmp_path, catalog) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, parts: Parts) -> ReleasePage:
    page = ReleasePage(parts)
    show(qtbot, parts.desk, page)
    return page


def asked(qtbot: QtBot, page: ReleasePage) -> StepDialog:
    qtbot.waitUntil(lambda: isinstance(page.asked, StepDialog))
    dialog = page.asked
    assert isinstance(dialog, StepDialog)
    return dialog


def answer(qtbot: QtBot, page: ReleasePage, who: str = WHO, note: str = "") -> None:
    dialog = asked(qtbot, page)
    dialog.who.setText(who)
    dialog.note.setText(note)
    qtbot.keyClick(dialog.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asked is None)
    page.refresh()


def test_the_next_step_leads_from_draft_over_checked_to_approved_and_back(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    assert page.bar.chip.text == "Konsep"
    assert page.bar.next.text() == "&Tandai diperiksa…"
    page.bar.next.click()
    answer(qtbot, page)
    assert page.bar.chip.text.startswith(f"Diperiksa oleh {WHO} · ")
    assert page.bar.next.text() == "S&etujui…"
    page.bar.next.click()
    answer(qtbot, page, "AKBP Agung Tribawanto", "Siap tayang")
    assert page.bar.chip.text.startswith("Disetujui oleh AKBP Agung Tribawanto")
    assert "Siap tayang" in page.bar.chip.toolTip()
    page.bar.next.click()
    answer(qtbot, page, WHO, "Jumlah TPS salah")
    assert page.bar.chip.text == "Konsep"
    kept = [(v.status, v.who, v.note) for v in parts.releases.versions()]
    assert kept == [
        ("checked", WHO, ""),
        ("approved", "AKBP Agung Tribawanto", "Siap tayang"),
        ("draft", WHO, "Jumlah TPS salah"),
    ]
    assert parts.desk.undo_label == ""


def test_a_name_is_needed_and_remembered_and_opening_again_needs_a_reason(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    page.steps.check()
    dialog = asked(qtbot, page)
    dialog.who.clear()
    assert not dialog.use.isEnabled()
    answer(qtbot, page)
    assert parts.settings.now.signed_by == WHO
    page.steps.reopen()
    dialog = asked(qtbot, page)
    assert dialog.who.text() == WHO
    assert not dialog.use.isEnabled()
    dialog.note.setText("Keliru")
    assert dialog.use.isEnabled()
    dialog.reject()
    assert parts.releases.standing.status == "checked"


def test_open_findings_are_told_before_somebody_approves(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    first = parts.releases.composed.paragraphs[0]
    parts.releases.write({first.key: f"{first.text} Polisi menurunkan 412 personel."})
    page.steps.approve()
    dialog = asked(qtbot, page)
    texts = [label.text() for label in dialog.findChildren(type(dialog.problem))]
    assert any(text.startswith("⚠ ") and text.endswith("temuan belum selesai: setujui juga?") for text in texts)
    dialog.reject()
    assert not parts.releases.locked


def test_an_approved_release_locks_choice_and_details_until_it_is_opened_again(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    page.show_view(DETAILS)
    parts.releases.set_status("approved", WHO)
    page.refresh()
    assert not page.details.dateline.line.isEnabled()
    page.show_view(CHOICE)
    before = parts.desk.meeting
    page.choice.inside.selectAll()
    qtbot.keyClick(page.choice.inside, Qt.Key.Key_Space)
    assert parts.desk.meeting == before
    assert "terkunci" in page.choice.notice.text()
    parts.releases.set_status("draft", WHO, "lagi")
    page.refresh()
    qtbot.keyClick(page.choice.inside, Qt.Key.Key_Space)
    assert parts.desk.meeting != before


def test_words_that_change_after_checking_are_told_on_the_chip(page: ReleasePage, parts: Parts) -> None:
    parts.releases.set_status("checked", WHO)
    parts.releases.edit("Judul", headline="Judul lain sama sekali")
    page.refresh()
    assert page.bar.chip.text == "Konsep · berubah sejak diperiksa"
    assert WHO in page.bar.chip.toolTip()
    assert page.bar.next.text() == "&Tandai diperiksa…"


def test_a_version_is_kept_by_hand_and_the_status_stays(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    parts.releases.set_status("checked", WHO)
    page.refresh()
    page.bar.keep.trigger()
    answer(qtbot, page, WHO, "sebelum Kasi Humas")
    assert [v.note for v in parts.releases.versions()] == ["", "sebelum Kasi Humas"]
    assert parts.releases.standing.status == "checked"


def versions(qtbot: QtBot, page: ReleasePage) -> VersionsDialog:
    page.bar.versions.trigger()
    dialog = page.asked
    assert isinstance(dialog, VersionsDialog)
    return dialog


def test_versions_are_compared_word_by_word_with_the_present_text_or_another_one(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    parts.releases.set_status("checked", WHO, "pertama")
    first = parts.releases.composed.paragraphs[0]
    parts.releases.write({first.key: first.text.replace("menggelar", "mengadakan")})
    parts.releases.set_status("checked", WHO, "kedua")
    dialog = versions(qtbot, page)
    assert [dialog.list.item(n).text().split("\n")[1] for n in range(2)] == ["kedua", "pertama"]
    assert dialog.summary.text() == "Kata-katanya sama."
    dialog.list.setCurrentRow(1)
    assert dialog.summary.text().startswith("1 bagian berbeda.")
    shown = dialog.comparison.toHtml()
    assert "line-through" in shown
    assert "underline" in shown
    assert "menggelarmengadakan" in dialog.comparison.toPlainText()
    dialog.list.setCurrentRow(0)
    dialog.against.setCurrentIndex(2)
    assert "menggelarmengadakan" in dialog.comparison.toPlainText()
    dialog.copy_button.click()
    assert "mengadakan" in QApplication.clipboard().text()
    dialog.reject()


def test_the_words_of_a_version_are_taken_up_as_one_undo_step(qtbot: QtBot, page: ReleasePage, parts: Parts) -> None:
    first, second = parts.releases.composed.paragraphs[:2]
    parts.releases.write({first.key: "Teras buatan sendiri.", second.key: None})
    parts.releases.edit("Judul", headline="Judul buatan sendiri")
    parts.releases.set_status("checked", WHO)
    kept = parts.releases.draft.words_now
    parts.desk.undo()
    parts.desk.undo()
    before = parts.desk.meeting
    dialog = versions(qtbot, page)
    dialog.use_button.click()
    assert parts.releases.draft.words_now.text == kept.text
    assert parts.releases.changes == ()
    assert not take_up(parts.releases, kept)
    parts.desk.undo()
    assert parts.desk.meeting == before


def test_without_versions_the_dialog_says_when_one_is_kept(qtbot: QtBot, page: ReleasePage) -> None:
    dialog = versions(qtbot, page)
    assert dialog.summary.text().startswith("Belum ada versi.")
    assert not dialog.use_button.isEnabled()
    assert not dialog.copy_button.isEnabled()
    dialog.reject()


def test_those_are_offered_who_may_answer_for_a_release(parts: Parts) -> None:
    bundle = parts.desk.bundle
    known = signatories(bundle, WHO)
    assert known[0].name == WHO
    assert Known("AKBP Agung Tribawanto, S.I.K.", "Kapolres Pasaman Barat, Polres Pasaman Barat") in known or any(
        one.name.startswith("AKBP Agung") for one in known
    )
    assert [c.text for c in suggested(known, [Known("Ipda Sari", "Kasi Humas")], "kasi h")] == ["Ipda Sari"]
    assert next(suggested(known, (), "")).text == WHO


def test_a_classified_meeting_shows_nothing_until_somebody_answers_by_name(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    parts.archive.save_person(Person("p1", "Ipda", name="Sari", posts=(PostHeld("Kasi Humas"),)))
    parts.desk.edit("Klasifikasi", edits.set_fields(classification="R"))
    page.refresh()
    panel = page.confirmation
    assert panel.isVisible()
    assert not page.views.isVisible()
    assert not page.bar.isVisible()
    assert panel.heading.text() == "Rapat ini berklasifikasi RAHASIA"
    assert page.go_to("releases/headline")
    assert panel.tick.hasFocus()
    assert not panel.button.isEnabled()
    panel.who.setText(WHO)
    assert not panel.button.isEnabled()
    panel.tick.click()
    panel.button.click()
    page.refresh()
    assert page.views.isVisible()
    logged = [(e.action, e.detail) for e in parts.archive.log_of(parts.desk.meeting.id)]
    assert ("released_despite_classification", f"R {WHO}") in logged
    parts.desk.edit("Klasifikasi", edits.set_fields(classification="SR"))
    page.refresh()
    assert panel.isVisible()
    assert panel.heading.text() == "Rapat ini berklasifikasi SANGAT RAHASIA"
    assert not panel.tick.isChecked()


def test_approving_over_a_changed_fact_that_nobody_answered_is_asked_about(
    qtbot: QtBot, page: ReleasePage, parts: Parts
) -> None:
    lead = parts.releases.draft.paragraphs[0]
    parts.releases.write({lead.key: f"Menjelang Pilkada, {lead.text}"})
    parts.desk.edit("Ubah tanggal", edits.set_held(date=date(2024, 8, 17)))
    assert [change.key for change in parts.releases.changes] == [lead.key]
    page.steps.approve()
    dialog = asked(qtbot, page)
    assert any("1 fakta berubah belum dijawab" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_pressing_twice_while_the_draft_is_reviewed_asks_once(qtbot: QtBot, page: ReleasePage) -> None:
    page.bar.next.click()
    page.bar.next.click()
    asked(qtbot, page)
    qtbot.wait(300)
    dialogs = [dialog for dialog in page.window().findChildren(StepDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    page.bar.next.click()
    qtbot.waitUntil(lambda: isinstance(page.asked, StepDialog))


def test_tab_goes_from_the_style_over_the_steps_and_the_views_into_the_view(qtbot: QtBot, page: ReleasePage) -> None:
    page.show_view(CHOICE)
    page.bar.styles.setFocus()
    for wanted in (page.bar.more, page.bar.next, page.tabs, page.choice.out):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
