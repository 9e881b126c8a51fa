"""The dialog "Templat saya": list, copy, check after saving in Word, use, import, the sheet of fields, the set."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from rakor_desktop import app as root
from rakor_desktop.domain import codec
from rakor_desktop.printing import Typesetter
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.template_shelf import TemplateDialog
from rakor_desktop.ui.template_shelf.asking import NameDialog
from rakor_desktop.ui.template_shelf.field_sheet import FieldSheet
from rakor_desktop.ui.template_shelf.set_dialog import SetDialog


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path) -> Iterator[Parts]:
    window = root.build(root.application(), tmp_path / "data")
    parts = window.parts
    parts.__dict__["typesetter"] = Typesetter(lambda: ())  # no engine: what is tested is not Word
    parts.settings.change(export_folder=str(tmp_path))
    parts.desk.open(codec.decode(parts.catalog.sample_bytes("pasaman-barat")))
    yield parts
    window.close()
    root.close(parts)
    window.deleteLater()


@pytest.fixture
def dialog(qtbot: QtBot, parts: Parts) -> Iterator[TemplateDialog]:
    host = QMainWindow()
    qtbot.addWidget(host)
    host.resize(1366, 768)
    host.show()
    made = TemplateDialog(parts, "notula", host)
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isVisible() and made.checkup is not None)
    yield made
    made.reject()
    host.close()


def button(dialog: TemplateDialog, text: str) -> QPushButton:
    return next(
        b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisibleTo(dialog)
    )


def copied(qtbot: QtBot, dialog: TemplateDialog, name: str = "Notula Polres") -> Path:
    """The Word file of a copy, made as a person makes it."""
    qtbot.mouseClick(button(dialog, "Salin…"), Qt.MouseButton.LeftButton)
    asked = dialog.findChildren(NameDialog)[-1]
    asked.line.setText(name)
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.current is not None and dialog.current.own and dialog.checkup is not None)
    assert dialog.current is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog.current.folder / dialog.current.files[0]


def saved(file: Path, *texts: str, replaced: bool = False) -> None:
    """Save as Word does: in place, or (``replaced``) beside, with the names swapped."""
    document = docx.Document(str(file))
    for text in texts:
        document.add_paragraph(text)
    if replaced:
        beside = file.with_name("~WRD0001.tmp")
        document.save(str(beside))
        file.unlink()
        os.replace(beside, file)
    else:
        document.save(str(file))


def told(dialog: TemplateDialog) -> str:
    return dialog.details.standing.text()


def test_the_template_in_use_is_shown_first_and_shipped_ones_are_locked(dialog: TemplateDialog) -> None:
    assert dialog.current is not None
    assert dialog.current.key == "notula/polri"
    assert "Dipakai untuk notula Polres Pasaman Barat." in told(dialog)
    assert "Templat bawaan tidak diubah" in told(dialog)
    assert not button(dialog, "Hapus").isEnabled()
    assert not button(dialog, "Buka di Word").isEnabled()
    item = dialog.list.currentItem()
    assert item is not None
    assert item.text(0) == "✓ Notulen Polri"
    assert "tidak dapat diubah; dipakai kantor ini" in item.data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_every_control_has_a_name_and_every_button_an_access_key_of_its_own(dialog: TemplateDialog) -> None:
    keys: list[str] = []
    for one in dialog.findChildren(QPushButton):
        if one.isVisibleTo(dialog):
            assert "&" in one.text(), one.text()
            keys.append(one.text().partition("&")[2][:1].casefold())
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    keys += [text.partition("&")[2][:1].casefold() for text in labels if "&" in text]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_a_copy_belongs_to_the_office_and_is_opened_in_word(
    qtbot: QtBot, dialog: TemplateDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    file = copied(qtbot, dialog)
    assert dialog.details.title.text() == "Notula Polres"
    qtbot.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [Path(name) for name in opened] == [file, file]


@pytest.mark.parametrize("replaced", [False, True])
def test_what_word_saves_is_checked_again_by_itself(qtbot: QtBot, dialog: TemplateDialog, replaced: bool) -> None:
    file = copied(qtbot, dialog)
    saved(file, "Catatan {{ tempatt }}", replaced=replaced)
    qtbot.waitUntil(lambda: dialog.details.faults.count() == 1, timeout=8000)
    text = dialog.details.faults.item(0).text()
    assert text.startswith("1. Isi dokumen, paragraf ")
    assert "Dekat: “Catatan {{ tempatt }}”" in text
    assert 'Perbaikan: maksud Anda "tempat"?' in text
    assert "1 kesalahan dan belum dapat dipakai untuk dokumen" in told(dialog)
    assert not dialog.details.use.isEnabled()
    qtbot.waitUntil(lambda: "setelah semua kesalahan diperbaiki" in dialog.sample.words.text())
    document = docx.Document(str(file))
    document.paragraphs[-1].text = "Catatan {{ tempat }}"
    document.save(str(file))
    qtbot.waitUntil(lambda: dialog.details.use.isEnabled(), timeout=8000)
    assert dialog.details.faults.isHidden()


def test_coming_back_to_the_window_looks_at_the_file(qtbot: QtBot, dialog: TemplateDialog) -> None:
    file = copied(qtbot, dialog)
    dialog.watch._files.removePaths([*dialog.watch._files.files(), *dialog.watch._files.directories()])
    saved(file, "{{ tempatt }}")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: dialog.details.faults.count() == 1, timeout=8000)


def test_a_file_that_word_is_just_replacing_is_waited_for(qtbot: QtBot, dialog: TemplateDialog) -> None:
    file = copied(qtbot, dialog)
    content = file.read_bytes()
    file.unlink()
    dialog.watch.look()
    assert dialog.current is not None
    assert dialog.checkup is not None
    assert dialog.checkup.usable
    file.write_bytes(content)
    saved(file, "{{ tempatt }}")
    qtbot.waitUntil(lambda: dialog.details.faults.count() == 1, timeout=8000)


def test_the_office_uses_the_template_and_another_office_does_not(
    qtbot: QtBot, dialog: TemplateDialog, parts: Parts
) -> None:
    copied(qtbot, dialog)
    qtbot.waitUntil(dialog.details.use.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert parts.settings.template(parts.desk.office.id, "notula") == "notula-polres"
    assert parts.settings.template("kantor-lain", "notula") is None
    assert told(dialog).startswith("Dipakai untuk notula Polres Pasaman Barat.")


def test_renaming_and_deleting_with_the_keyboard_and_bringing_back(
    qtbot: QtBot, dialog: TemplateDialog, parts: Parts
) -> None:
    file = copied(qtbot, dialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    asked = dialog.findChildren(NameDialog)[-1]
    asked.line.setText("Notula Bagops")
    asked.accept()
    assert dialog.details.title.text() == "Notula Bagops"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert not file.exists()
    assert dialog.toast.text == "Templat “Notula Bagops” dihapus"
    dialog.toast.links()[0].click()
    assert file.exists()
    assert dialog.current is not None
    assert dialog.current.title == "Notula Bagops"


def drop(dialog: TemplateDialog, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, keys))


def test_a_dropped_word_file_becomes_a_template_of_the_guessed_document(
    qtbot: QtBot, dialog: TemplateDialog, parts: Parts, tmp_path: Path
) -> None:
    shipped = parts.catalog.template("daftar-hadir/polri")
    assert shipped is not None
    file = tmp_path / "daftar_hadir-kami.docx"
    file.write_bytes((shipped.folder / "template-f4.docx").read_bytes())
    drop(dialog, file)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(NameDialog)))
    (asked,) = dialog.findChildren(NameDialog)
    assert (asked.document, asked.name) == ("daftar-hadir", "daftar hadir kami")
    asked.accept()
    made = parts.catalog.template("daftar-hadir/daftar-hadir-kami")
    assert made is not None
    assert (made.papers, made.files) == (("F4",), ("template-f4.docx", "template.txt"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("virus.docm", b"PK", "bukan berkas .docx"),
        ("palsu.docx", b"MZ" + bytes(100), "bukan dokumen Word"),
        ("kosong.docx", b"", "tidak diimpor"),
    ],
)
def test_a_hostile_file_is_refused_with_a_sentence_and_nothing_is_kept(
    qtbot: QtBot, dialog: TemplateDialog, parts: Parts, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    drop(dialog, file)
    qtbot.waitUntil(dialog.bar.isVisible)
    assert said in dialog.bar.text
    assert not any(entry.own for entry in parts.catalog.templates)


def test_without_an_engine_the_filled_example_is_offered_for_word(qtbot: QtBot, dialog: TemplateDialog) -> None:
    qtbot.waitUntil(lambda: dialog.sample.in_word.isVisible(), timeout=8000)
    assert "Templat ini dapat diisi" in dialog.sample.words.text()
    assert "Rapat Koordinasi Lintas Sektoral" in dialog.sample.caption.text()


def sheet_of(dialog: TemplateDialog) -> FieldSheet:
    sheet = dialog.show_sheet()
    sheet.search.clear()
    return sheet


def test_the_sheet_is_searched_and_enter_copies_the_snippet(qtbot: QtBot, dialog: TemplateDialog) -> None:
    sheet = sheet_of(dialog)
    qtbot.keyClicks(sheet.search, "hari dan tanggal")
    assert [row.name for row in sheet.rows()][:1] == ["hari_tanggal"]
    qtbot.keyClick(sheet.search, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{ hari_tanggal }}"
    sheet.search.setText("hadirin nomor_induk")
    assert [row.name for row in sheet.rows() if row.kind == "field"][:1] == ["h.nomor_induk"]
    sheet.search.setText("bulan_romawi")
    assert [row.snippet for row in sheet.rows() if row.kind == "filter"] == ["{{ tanggal|bulan_romawi }}"]


def test_a_click_on_a_list_copies_its_loop(qtbot: QtBot, dialog: TemplateDialog) -> None:
    sheet = sheet_of(dialog)
    item = next(one for one in sheet.tree.every() if one.text(0) == "hadirin")
    sheet.tree.scrollToItem(item)
    spot = sheet.tree.visualItemRect(item).center()
    qtbot.mouseClick(sheet.tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert QGuiApplication.clipboard().text() == "{%tr for h in hadirin %}\n{{ h.nama }}\n{%tr endfor %}"
    assert sheet.snippet.toPlainText() == QGuiApplication.clipboard().text()


def test_the_set_is_written_and_a_clash_is_asked_about(
    qtbot: QtBot, dialog: TemplateDialog, parts: Parts, tmp_path: Path
) -> None:
    file = copied(qtbot, dialog)
    parts.archive.save_office(parts.desk.office, default=True)
    target = tmp_path / "kami.rakorset"
    dialog.sets.export(target)
    qtbot.waitUntil(lambda: "Set kantor disimpan" in dialog.toast.text)
    saved(file, "Baris baru")
    before = file.read_bytes()
    drop(dialog, target)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(SetDialog)))
    (asked,) = dialog.findChildren(SetDialog)
    assert list(asked.boxes) == ["templates/notula/notula-polres"]
    (box,) = asked.boxes.values()
    assert [box.itemText(row) for row in range(box.count())] == ["Simpan dua-duanya", "Ganti yang lama", "Lewati"]
    asked.accept()
    assert dialog.toast.text == "Diimpor: 1 templat"
    assert file.read_bytes() == before
    assert parts.catalog.template("notula/notula-polres-2") is not None


def test_a_broken_set_is_refused_in_the_bar(qtbot: QtBot, dialog: TemplateDialog, tmp_path: Path) -> None:
    file = tmp_path / "rusak.rakorset"
    file.write_bytes(b"PK not a zip")
    drop(dialog, file)
    qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.bar.text.endswith("Tidak ada yang diimpor.")


def test_without_a_meeting_a_sample_fills_the_preview_under_the_office_of_new_meetings(
    qtbot: QtBot, parts: Parts, sample: Callable[..., object]
) -> None:
    from dataclasses import replace

    from rakor_desktop.domain.meeting import Bundle
    from rakor_desktop.ui.template_shelf.use import office_of, trial_of

    office = replace(parts.desk.office, id="kodim", kind="army", name="Kodim Lembah Raya")
    parts.archive.save_office(office, default=True)
    parts.desk.open(Bundle())
    assert office_of(parts) == office
    trial = trial_of(parts)
    assert trial.label == "rapat contoh"
    assert trial.bundle.office == office
    assert trial.bundle.meeting.title


def test_the_shelf_stands_in_both_menus(qtbot: QtBot, parts: Parts) -> None:
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.parts is parts)
    window.furnish()
    window.documents_menu.aboutToShow.emit()
    assert window.documents_menu.actions()[-1] is window.acts.templates
    window.acts.templates.trigger()
    (dialog,) = window.findChildren(TemplateDialog)
    assert dialog.isVisibleTo(window)
    dialog.reject()
