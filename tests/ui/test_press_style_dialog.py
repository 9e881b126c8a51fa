"""The dialog "Gaya siaran": copying, editing beside a live example, keeping, dropping, exchanging."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from rakor_desktop import app as root
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.domain import codec
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press_style import StyleDialog
from rakor_desktop.ui.press_style.example_text import ExampleBlock, changed_rows, is_thin
from rakor_desktop.ui.press_style.fields import ChoiceField, LineField, NumberField, StyleField
from rakor_desktop.ui.press_style.parts_field import PartsField


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path) -> Iterator[Parts]:
    window = root.build(root.application(), tmp_path / "data")
    parts = window.parts
    parts.settings.change(export_folder=str(tmp_path))
    parts.desk.open(codec.decode(parts.catalog.sample_bytes("pasaman-barat")))
    yield parts
    window.close()
    root.close(parts)
    window.deleteLater()


@pytest.fixture
def dialog(qtbot: QtBot, parts: Parts) -> StyleDialog:
    host = QMainWindow()
    qtbot.addWidget(host)
    host.resize(1366, 768)
    host.show()
    made = StyleDialog(parts, "tribratanews", host)
    made.host = host  # type: ignore[attr-defined]  # qtbot keeps a weak reference only
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.isVisible)
    return made


def line_of(dialog: StyleDialog, key: str) -> QLineEdit:
    field = dialog.form.field(key)
    assert isinstance(field, LineField)
    return field.line


def type_into(qtbot: QtBot, dialog: StyleDialog, key: str, text: str) -> StyleField:
    line = line_of(dialog, key)
    line.setFocus()
    line.selectAll()
    if text:
        qtbot.keyClicks(line, text)
    else:
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    return dialog.form.field(key)


def pick(dialog: StyleDialog, key: str, row: int) -> None:
    field = dialog.form.field(key)
    assert isinstance(field, ChoiceField)
    field.box.setCurrentIndex(row)
    field.box.activated.emit(row)


def button(dialog: StyleDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisible())


def box_button(dialog: StyleDialog, text: str) -> QPushButton:
    box = dialog.findChild(QMessageBox)
    assert box is not None
    return next(b for b in box.buttons() if isinstance(b, QPushButton) and b.text().replace("&", "") == text)


def copied(qtbot: QtBot, dialog: StyleDialog, title: str = "Portal Kita") -> StyleDialog:
    qtbot.mouseClick(button(dialog, "Salin gaya ini"), Qt.MouseButton.LeftButton)
    type_into(qtbot, dialog, "nama", title)
    return dialog


def headline(dialog: StyleDialog) -> str:
    return dialog.example.shown.blocks[0].text


def test_a_shipped_style_can_be_read_but_not_changed(dialog: StyleDialog) -> None:
    assert dialog.current.name == "tribratanews"
    assert not line_of(dialog, "nama").isEnabled()
    assert dialog.pane.banner.isVisible()
    assert not button(dialog, "Hapus").isEnabled()
    assert not button(dialog, "Simpan").isEnabled()
    assert button(dialog, "Ekspor…").isEnabled()


def test_a_copy_waits_for_its_name_and_is_a_file_once_saved(qtbot: QtBot, dialog: StyleDialog, parts: Parts) -> None:
    qtbot.mouseClick(button(dialog, "Salin gaya ini"), Qt.MouseButton.LeftButton)
    assert line_of(dialog, "nama").selectedText() == "Tribratanews (Polres) (salinan)"
    qtbot.keyClicks(line_of(dialog, "nama"), "Portal Kita")
    assert len(parts.catalog.press) == 8
    with qtbot.waitSignal(dialog.saved) as caught:
        qtbot.keyClick(line_of(dialog, "nama"), Qt.Key.Key_Return)
    assert caught.args == ["portal-kita"]
    made = parts.catalog.press["portal-kita"]
    assert made.title == "Portal Kita"
    assert made.parts == parts.catalog.press["tribratanews"].parts
    assert made.usual_for == ()
    assert dialog.toast.text == "Gaya “Portal Kita” disimpan"
    assert not button(dialog, "Simpan").isEnabled()


def test_a_saved_style_keeps_its_file_when_it_is_renamed(qtbot: QtBot, dialog: StyleDialog, parts: Parts) -> None:
    copied(qtbot, dialog).save()
    type_into(qtbot, dialog, "nama", "Portal Baru")
    dialog.save()
    assert [s.title for s in parts.catalog.press.values() if s.name.startswith("portal-k")] == ["Portal Baru"]


def test_the_example_follows_within_a_fifth_of_a_second_and_marks_what_changed(
    qtbot: QtBot, dialog: StyleDialog
) -> None:
    copied(qtbot, dialog)
    before = headline(dialog)
    pick(dialog, "judul.huruf", 1)
    qtbot.waitUntil(lambda: headline(dialog) == before.upper(), timeout=200)
    assert dialog.example.marked == {0}
    assert before.upper() in dialog.example.text.toPlainText()
    pick(dialog, "tanggal.bentuk", 2)
    qtbot.waitUntil(lambda: "Kamis, 15 Agustus 2024" in dialog.example.text.toPlainText(), timeout=200)
    assert dialog.example.marked == {1}


def test_the_length_of_the_headline_is_told_and_a_shorter_limit_shortens_it(qtbot: QtBot, dialog: StyleDialog) -> None:
    assert dialog.example.meter.words.text() == f"Judul {len(headline(dialog))} dari 110 huruf"
    copied(qtbot, dialog)
    field = dialog.form.field("judul.panjang")
    assert isinstance(field, NumberField)
    field.box.setValue(50)
    qtbot.waitUntil(lambda: len(headline(dialog)) <= 50, timeout=500)
    assert dialog.example.meter.words.text() == f"Judul {len(headline(dialog))} dari 50 huruf"
    assert dialog.example.meter.fits


def test_a_headline_too_long_for_the_style_is_told_in_words(qtbot: QtBot, dialog: StyleDialog) -> None:
    dialog.example.meter.show_length(70, 60)
    assert dialog.example.meter.words.text() == "Judul 70 dari 60 huruf, terlalu panjang"
    assert not dialog.example.meter.fits


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("nama", "", "Nama gaya belum diisi"),
        ("nama", "umum", "sudah dipakai gaya lain"),
        ("titimangsa.pola", "{kta}", 'Tanda "{kta}" tidak dikenal. Pakai hanya {kota}'),
        ("penutup.tagar", "#satu dua", '"dua" bukan tagar. Awali dengan # tanpa spasi'),
        ("penutup.suasana", "Aman {", 'Tanda "{" tidak dikenal'),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_saved(
    key: str, typed: str, sentence: str, qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    copied(qtbot, dialog)
    field = type_into(qtbot, dialog, key, typed)
    assert sentence in field.notice
    assert sentence in line_of(dialog, key).accessibleDescription()
    line_of(dialog, "keterangan").setFocus()
    assert not dialog.save()
    assert len(parts.catalog.press) == 8
    assert sentence in dialog.bar.text
    assert line_of(dialog, key).hasFocus()
    good = {"nama": "Portal Kita", "penutup.tagar": "#satu #dua"}.get(key, "")
    type_into(qtbot, dialog, key, good)
    assert field.notice == ""
    assert dialog.bar.isHidden()
    assert dialog.save()


def test_a_mark_is_put_in_at_the_cursor(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    field = type_into(qtbot, dialog, "titimangsa.pola", "di ")
    assert isinstance(field, LineField)
    field.marks.menu().actions()[1].trigger()
    assert dialog.current.now.dateline == "di {KOTA}"
    assert field.line.hasFocus()


def parts_list(dialog: StyleDialog) -> PartsField:
    field = dialog.form.field("susunan.bagian")
    assert isinstance(field, PartsField)
    return field


def test_alt_and_an_arrow_move_a_part_and_space_drops_it(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    rows = parts_list(dialog).list
    assert dialog.current.now.parts[:4] == ("lead", "theme", "chair", "attendees")
    rows.setFocus()
    rows.setCurrentRow(2)
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.current.now.parts[:4] == ("lead", "chair", "theme", "attendees")
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.current.now.parts[0] == "lead"
    assert rows.currentRow() == 1
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert dialog.current.now.parts[:3] == ("lead", "theme", "attendees")
    rows.setCurrentRow(0)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.current.now.parts[0] == "lead"


def test_a_part_dropped_above_the_lead_goes_under_it(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    rows = parts_list(dialog).list
    last = rows.count() - 1
    rows.setCurrentRow(last)
    moved = rows.item(last).text()
    mime = QMimeData()
    top = QPointF(rows.visualItemRect(rows.item(0)).topLeft()) + QPointF(4, 1)
    rows.dropEvent(
        QDropEvent(top, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    texts = [rows.item(row).text() for row in range(rows.count())]
    assert texts[0].startswith("Teras")
    assert texts[1] == moved


def test_undo_and_redo_walk_through_the_changes_of_the_style_shown(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    pick(dialog, "judul.huruf", 1)
    line = line_of(dialog, "penutup.tanda")
    type_into(qtbot, dialog, "penutup.tanda", "(Kami)")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "(Humas {kantor})"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.current.now.letters == "title"
    qtbot.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.current.now.letters, dialog.current.now.sign_off) == ("capitals", "(Kami)")


def test_what_was_typed_stays_while_another_style_is_looked_at(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    row = dialog.list.currentRow()
    assert dialog.list.item(row).text() == "• Portal Kita"
    dialog.list.setCurrentRow(0)
    assert line_of(dialog, "nama").text() != "Portal Kita"
    dialog.list.setCurrentRow(row)
    assert line_of(dialog, "nama").text() == "Portal Kita"


def test_esc_asks_when_something_is_not_saved_and_each_answer_does_what_it_says(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    copied(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.mouseClick(box_button(dialog, "Kembali"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
    assert dialog.isVisible()
    assert line_of(dialog, "nama").text() == "Portal Kita"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.mouseClick(box_button(dialog, "Simpan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "portal-kita" in parts.catalog.press


def test_dropping_the_changes_closes_and_writes_nothing(qtbot: QtBot, dialog: StyleDialog, parts: Parts) -> None:
    copied(qtbot, dialog)
    dialog.close()
    assert dialog.isVisible()
    qtbot.mouseClick(box_button(dialog, "Buang perubahan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(parts.catalog.press) == 8


def test_keeping_stays_open_at_the_fault_when_a_style_is_not_whole(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    type_into(qtbot, dialog, "penutup.tagar", "salah")
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.mouseClick(box_button(dialog, "Simpan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
    assert dialog.isVisible()
    assert dialog.current.title == "Portal Kita"
    assert "bukan tagar" in dialog.bar.text


def test_without_changes_esc_closes_at_once(qtbot: QtBot, dialog: StyleDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_deleted_style_can_be_brought_back_with_what_was_typed(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    copied(qtbot, dialog).save()
    type_into(qtbot, dialog, "keterangan", "Belum disimpan")
    with qtbot.waitSignal(dialog.deleted) as caught:
        qtbot.mouseClick(button(dialog, "Hapus"), Qt.MouseButton.LeftButton)
    assert caught.args == ["portal-kita"]
    assert "portal-kita" not in parts.catalog.press
    assert dialog.toast.text == "Gaya “Portal Kita” dihapus"
    dialog.toast.links()[0].click()
    assert "portal-kita" in parts.catalog.press
    assert dialog.current.name == "portal-kita"
    assert dialog.current.changed
    assert line_of(dialog, "keterangan").text() == "Belum disimpan"


def test_del_in_the_list_leaves_shipped_styles_alone(qtbot: QtBot, dialog: StyleDialog, parts: Parts) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.current.name == "tribratanews"
    copied(qtbot, dialog).save()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "portal-kita" not in parts.catalog.press


def test_the_words_of_the_report_are_changed_for_this_office_and_given_back(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    dialog.list.show_drafts(dialog.drawer.drafts, dialog.drawer.find("laporan-whatsapp"))
    assert not dialog.form.field("judul.panjang").isVisible()
    assert dialog.form.field("laporan.salam").isVisible()
    qtbot.mouseClick(button(dialog, "Ubah untuk kantor ini"), Qt.MouseButton.LeftButton)
    type_into(qtbot, dialog, "laporan.sapaan.police", "Jenderal")
    type_into(qtbot, dialog, "laporan.penutup", "Demikian.")
    qtbot.waitUntil(lambda: "Jenderal" in dialog.example.text.toPlainText(), timeout=500)
    assert dialog.example.meter.isHidden()
    assert dialog.save()
    assert parts.catalog.press["laporan-whatsapp"].report.address["police"] == "Jenderal"
    assert parts.catalog.press["laporan-whatsapp"].report.close == "Demikian."
    qtbot.mouseClick(button(dialog, "Kembalikan bawaan"), Qt.MouseButton.LeftButton)
    assert parts.catalog.press["laporan-whatsapp"].report.address["police"] == "Komandan"
    assert dialog.current.locked
    dialog.toast.links()[0].click()
    assert parts.catalog.press["laporan-whatsapp"].report.close == "Demikian."
    assert not dialog.current.locked


def test_a_style_goes_out_to_a_file_and_comes_in_elsewhere(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts, tmp_path: Path
) -> None:
    file = tmp_path / "kiriman.toml"
    dialog.export(file)
    assert 'nama = "Tribratanews (Polres)"' in file.read_text(encoding="utf-8")
    dialog.bring_in(file)
    assert dialog.current.title == "Tribratanews (Polres) (salinan)"
    assert len(parts.catalog.press) == 8
    assert dialog.save()
    assert "tribratanews-polres-salinan" in parts.catalog.press


def test_a_file_that_is_no_style_is_told_and_changes_nothing(dialog: StyleDialog, tmp_path: Path) -> None:
    file = tmp_path / "surat.toml"
    file.write_text("bukan gaya", encoding="utf-8")
    dialog.bring_in(file)
    assert "surat.toml" in dialog.bar.text
    assert dialog.current.name == "tribratanews"
    dialog.export(tmp_path / "surat.toml" / "di-dalam-berkas.toml")
    assert "tidak dapat ditulis" in dialog.bar.text


def test_a_broken_file_is_told_with_its_line_and_can_be_mended_or_deleted(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    folder = parts.catalog.own_press_folder
    assert folder is not None
    folder.mkdir(parents=True)
    file = folder / "rusak.toml"
    file.write_text('nama = "Rusak"\n[judul]\nhuruf = "miring"\n', encoding="utf-8")
    dialog.reload()
    dialog.list.show_drafts(dialog.drawer.drafts, dialog.drawer.find("rusak"))
    words = dialog.pane.broken.words
    assert words.isVisible()
    assert "Pilih salah satu: judul, kapital, kalimat." in words.text()
    assert f"{file}, baris 3" in words.text()
    assert not button(dialog, "Salin gaya ini").isEnabled()
    file.write_text('nama = "Utuh"\n', encoding="utf-8")
    qtbot.mouseClick(dialog.pane.broken.reload, Qt.MouseButton.LeftButton)
    assert dialog.current.title == "Utuh"
    assert line_of(dialog, "nama").isEnabled()
    file.write_text("[", encoding="utf-8")
    dialog.reload()
    qtbot.mouseClick(button(dialog, "Hapus"), Qt.MouseButton.LeftButton)
    assert not file.exists()
    assert parts.catalog.problems == ()


def test_a_new_style_can_be_used_for_the_open_meeting_at_once(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog).save()
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.toast.links()[0].click()
    assert caught.args == ["portal-kita"]


def test_a_thin_meeting_gives_way_to_a_sample(qtbot: QtBot, parts: Parts) -> None:
    from dataclasses import replace

    thin = replace(parts.desk.bundle, meeting=replace(parts.desk.meeting, items=()))
    assert is_thin(thin.meeting)
    assert not is_thin(parts.desk.meeting)
    parts.desk.open(thin)
    dialog = StyleDialog(parts, "umum")
    qtbot.addWidget(dialog)
    dialog.example.refresh()
    assert dialog.example.choice.currentText() == "Contoh: Pasaman Barat"
    assert dialog.example.choice.itemText(0).startswith("Rapat ini:")
    assert len(dialog.example.shown.blocks) > 6


def test_the_example_is_in_the_style_of_the_form_whatever_the_meeting_is_written_in(
    qtbot: QtBot, dialog: StyleDialog, parts: Parts
) -> None:
    parts.releases.choose("kominfo")
    copied(qtbot, dialog)
    pick(dialog, "judul.huruf", 1)
    dialog.example.refresh()
    assert headline(dialog).isupper()


def test_tab_walks_through_the_form_from_top_to_bottom(qtbot: QtBot, dialog: StyleDialog) -> None:
    copied(qtbot, dialog)
    keys = ("nama", "keterangan", "lembaga")
    line_of(dialog, keys[0]).setFocus()
    for key in keys[1:]:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.form.field(key).focusProxy()
    line_of(dialog, "titimangsa.pola").setFocus()
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.form.field("titimangsa.pemisah").focusProxy()
    line_of(dialog, "penutup.tagar").setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.example.choice


def test_what_has_changed_is_what_is_new_reworded_or_moved() -> None:
    one, two, three = (ExampleBlock("paragraph", text) for text in ("a", "b", "c"))
    assert changed_rows((one, two), (one, two)) == frozenset()
    assert changed_rows((one, two), (one, three)) == {1}
    assert changed_rows((one, two, three), (one, three, two)) == {1}
    assert changed_rows((), (one,)) == {0}


def test_every_key_of_the_file_has_its_field_with_a_name_and_a_hint_that_tells_something(dialog: StyleDialog) -> None:
    keys = (
        "nama keterangan lembaga judul.huruf judul.panjang titimangsa.pola titimangsa.pemisah tanggal.bentuk "
        "orang.gelar orang.gelar_tetap orang.titik_pangkat orang.titik_korps orang.berikut orang.disebut "
        "susunan.bagian susunan.pembicara susunan.butir susunan.gabung penutup.suasana penutup.tanda penutup.tagar "
        "laporan.perihal laporan.salam laporan.salam_tanpa_jam laporan.penutup laporan.lampiran laporan.sapaan_lain"
    ).split()
    for key in keys:
        field = dialog.form.field(key)
        assert field.focusProxy().accessibleName()
        assert field.hint or isinstance(field, ChoiceField)


def test_a_form_shows_every_shipped_style_without_changing_it(qtbot: QtBot, dialog: StyleDialog, parts: Parts) -> None:
    edits: list[PressStyle] = []
    dialog.form.edited.connect(lambda style, _key: edits.append(style))
    for style in parts.catalog.press.values():
        dialog.form.show_style(style)
        assert dialog.form.style_shown == style
    assert edits == []


def test_without_an_open_meeting_a_sample_shows_the_style(qtbot: QtBot, tmp_path: Path) -> None:
    window = root.build(root.application(), tmp_path / "data")
    dialog = StyleDialog(window.parts, "pendim")
    qtbot.addWidget(dialog)
    dialog.example.refresh()
    assert dialog.current.name == "pendim"
    assert dialog.example.choice.itemText(0).startswith("Contoh:")
    assert len(dialog.example.shown.blocks) > 6
    copied_one = dialog.drawer.copy(dialog.current)
    dialog.drawer.save(copied_one)
    assert copied_one.name in window.parts.catalog.press
    root.close(window.parts)
    window.deleteLater()
