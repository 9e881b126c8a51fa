"""What "Templat saya" shows of words that come from elsewhere, and of what is not to be seen."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from rakor_desktop.archive.forms import stored_form
from rakor_desktop.desk.set_file import MANIFEST, OFFICE, packed
from rakor_desktop.domain import edits
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Office
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf import TemplateDialog
from rakor_desktop.ui.template_shelf.asking import NameDialog
from rakor_desktop.ui.template_shelf.set_dialog import SetDialog
from rakor_desktop.ui.template_shelf.use import trial_of
from tests.ui.shell_stage import window_over
from tests.ui.test_template_shelf import copied, dialog, parts

__all__ = ["dialog", "parts"]


def test_a_title_with_marks_is_shown_as_it_was_typed(qtbot: QtBot, dialog: TemplateDialog) -> None:
    copied(qtbot, dialog, "Notula <b>Polres</b>")
    dialog.deeds.rename(dialog.current)  # type: ignore[arg-type]
    labels = [*dialog.details.findChildren(QLabel), *dialog.sample.findChildren(QLabel)]
    labels += dialog.findChildren(NameDialog)[-1].findChildren(QLabel)
    written = [label for label in labels if label.buddy() is None]
    assert dialog.details.title.text() == "Notula <b>Polres</b>"
    assert {label.textFormat() for label in written} == {Qt.TextFormat.PlainText}


def test_while_the_note_of_a_copy_stands_each_access_key_still_means_one_thing(
    qtbot: QtBot, dialog: TemplateDialog
) -> None:
    copied(qtbot, dialog)
    assert dialog.toast.isVisible()
    texts = [one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisible() and "&" in one.text()]
    keys = [text[text.index("&") + 1].casefold() for text in texts]
    assert sorted(keys) == sorted(set(keys))


def test_a_file_whose_fields_fit_every_document_is_taken_for_the_document_that_is_shown(
    qtbot: QtBot, dialog: TemplateDialog, tmp_path: Path
) -> None:
    plain = docx.Document()
    plain.add_paragraph("Rapat {{ judul }}")
    file = tmp_path / "rapat.docx"
    plain.save(str(file))
    dialog.refresh("laporan-hasil")
    dialog.bring_in(file)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(NameDialog)))
    assert dialog.findChildren(NameDialog)[-1].document == "laporan-hasil"


def test_the_office_of_an_imported_set_is_told_on_the_start_page_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    office = Office(id="o9", kind="police", name="Polres Kiriman", short_name="Polres Kiriman")
    file = tmp_path / "kiriman.rakorset"
    file.write_bytes(packed({MANIFEST: b'{"schema": 1}', OFFICE: stored_form(Bundle(office=office)).encode()}))
    with window_over(qtbot, tmp_path / "data", samples=False) as window:
        window.furnish()
        window.acts.templates.trigger()
        shelf = window.findChildren(TemplateDialog)[0]
        shelf.bring_in(file)
        qtbot.waitUntil(lambda: bool(shelf.findChildren(SetDialog)))
        asked = shelf.findChildren(SetDialog)[0]
        assert asked.default
        asked.accept()
        assert window.parts.archive.default_office() == office
        shown = [label.text() for label in window.home.findChildren(QLabel)]
        assert any("Polres Kiriman" in text for text in shown)
        shelf.reject()


@pytest.mark.parametrize("document", ["dokumentasi", "laporan-hasil", "tindak-lanjut"])
def test_the_button_that_uses_a_template_shows_all_its_words_on_a_small_screen(
    qtbot: QtBot, dialog: TemplateDialog, document: str
) -> None:
    dialog.resize(1050, 542)
    dialog.refresh(document)
    use = dialog.details.use
    qtbot.waitUntil(lambda: use.width() >= use.sizeHint().width())
    assert dialog.width() == 1050


def test_the_release_of_a_classified_meeting_is_tried_with_a_sample_until_somebody_answers(
    parts: Parts,
) -> None:
    own = parts.desk.meeting.id
    parts.desk.edit("Ubah klasifikasi", edits.set_fields(classification="SR"))
    assert trial_of(parts, "siaran-pers").label == "rapat contoh"
    assert trial_of(parts, "notula").bundle.meeting.id == own
    parts.archive.save(parts.desk.bundle, None)
    parts.releases.confirm("AKP Uji")
    assert trial_of(parts, "siaran-pers").bundle == parts.desk.bundle
