from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop import app as root
from rakor_desktop.desk.file_names import meeting_folder, safe_name
from rakor_desktop.domain.meeting import Held, Meeting
from rakor_desktop.settings import Preferences, Settings
from rakor_desktop.ui import theme
from rakor_desktop.ui.edge import Edge, Journal, safe_box
from rakor_desktop.ui.icons import icon
from rakor_desktop.ui.indonesian import speak_indonesian
from rakor_desktop.ui.single_instance import SingleInstance
from rakor_desktop.ui.toast import Toast

Role = QPalette.ColorRole


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.HighlightedText, Role.Highlight),
        (Role.PlaceholderText, Role.Base),
        (Role.PlaceholderText, Role.Window),
        (Role.Link, Role.Base),
        (Role.Link, Role.Window),
        (Role.ToolTipText, Role.ToolTipBase),
    ],
)
def test_text_stands_out_from_its_ground(dark: bool, ink: Role, ground: Role) -> None:
    colours = theme.palette(dark)
    assert theme.contrast(colours.color(ink), colours.color(ground)) >= 4.5


def test_the_theme_follows_the_choice(qapp: QApplication) -> None:
    chosen = theme.Theme(qapp, "dark")
    assert theme.is_dark(qapp.palette())
    chosen.choose("light")
    assert not theme.is_dark(qapp.palette())


def test_standard_buttons_and_edit_menus_speak_indonesian(qtbot: QtBot, qapp: QApplication) -> None:
    translator = speak_indonesian(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text().replace("&", "") for button in box.buttons()] == ["Simpan", "Batal"]
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [a.text().split("\t")[0].replace("&", "") for a in menu.actions() if a.text()]
    menu.deleteLater()
    assert words == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]
    qapp.removeTranslator(translator)


def test_an_icon_is_drawn_in_the_palette_s_colour() -> None:
    picture = icon("home", theme.palette(False)).pixmap(20, 20).toImage()
    dots = [picture.pixelColor(x, y) for x in range(20) for y in range(20)]
    inks = {dot.name() for dot in dots if dot.alpha() > 250}
    assert theme.palette(False).color(Role.ButtonText).name() in inks
    assert icon("tidak-ada", theme.palette(False)).isNull()


def test_every_icon_file_can_be_drawn() -> None:
    from rakor_desktop.paths import resources_dir

    files = sorted((resources_dir() / "icons").glob("*.svg"))
    assert len(files) >= 20
    for file in files:
        assert not icon(file.stem, theme.palette(True)).isNull(), file.name


def test_settings_survive_a_restart(tmp_path: Path) -> None:
    Settings(tmp_path).change(appearance="dark", splitter=(700, 400), preview_folded=True)
    Settings(tmp_path).choose_template("polres-a", "notula", "pemda")
    again = Settings(tmp_path).now
    assert (again.appearance, again.splitter, again.preview_folded) == ("dark", (700, 400), True)
    assert again.templates == {"": {}, "polres-a": {"notula": "pemda"}}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"appearance": "pink", "splitter": "x", "geometry": 5, "formats": [1]}']
)
def test_a_broken_settings_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert Settings(tmp_path).now == Preferences()


def test_a_toast_leaves_by_itself_but_waits_while_pointed_at(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    toast = Toast(host)
    toast._timer.setInterval(150)
    toast.say("Notula disimpan", [("&Buka", lambda: None)])
    middle = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(middle, middle, middle))
    qtbot.wait(250)
    assert toast.isVisible()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=1000)


def test_a_link_of_a_toast_acts_once_and_closes_it(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    done: list[str] = []
    toast.say("Rapat dihapus", [("&Urungkan", lambda: done.append("x"))])
    toast.links()[0].click()
    assert done == ["x"]
    assert not toast.isVisible()
    toast.say("Lain")
    assert toast.links() == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rakor: Pilkada/2024?", "Rakor Pilkada 2024"),
        ("CON", "_CON"),
        ("com1.docx", "_com1.docx"),
        ("  titik di akhir... ", "titik di akhir"),
        ("", "Rapat"),
        ("a" * 300, "a" * 120),
        ("baris\nbaru\tdan\x00nol", "baris baru dan nol"),
    ],
)
def test_file_names_are_safe_everywhere(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_the_folder_of_a_meeting_begins_with_its_day() -> None:
    from datetime import date

    meeting = Meeting(title="Rakor: Pilkada", held=Held(date=date(2024, 8, 15)))
    assert meeting_folder(Path("/d"), meeting) == Path("/d/2024-08-15 Rakor Pilkada")
    assert meeting_folder(Path("/d"), Meeting()).name == "Rapat tanpa judul"


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not second.hand_over([])
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=3000) as asked:
        assert second.hand_over([tmp_path / "rapat é.rakor"])
    assert asked.args == [[tmp_path / "rapat é.rakor"]]
    first.close()


def test_another_data_folder_is_another_program(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert first.listen()
    assert not second.hand_over([])
    first.close()


def test_a_bug_is_logged_and_told_with_details_to_copy(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    journal = Journal(tmp_path)
    edge = Edge(journal, window)
    edge.serve(window)
    edge.report("Traceback: uji")
    edge.report("Traceback: kedua")
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert boxes[0].windowTitle() == "Data Anda aman"
    assert "Traceback: uji" in boxes[0].detailedText()
    log = (tmp_path / "rakor.log").read_text(encoding="utf-8")
    assert "Traceback: uji" in log
    assert "Traceback: kedua" in log
    boxes[0].reject()
    journal.close()


def test_the_details_go_to_the_clipboard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    box = safe_box("Traceback: salin", tmp_path / "rakor.log", None)
    qtbot.addWidget(box)
    box.show()
    button = next(b for b in box.buttons() if "Salin" in b.text())
    button.click()
    assert "Traceback: salin" in qapp.clipboard().text()
    assert box.isVisible()


def test_without_a_screen_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert root.screen_problem().startswith("Tidak ada layar")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert root.screen_problem() == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux starts without a screen")
def test_the_program_ends_with_code_1_and_one_line_where_there_is_no_screen(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from pathlib import Path; from rakor_desktop import app;"
         "sys.exit(app.run(Path(sys.argv[1])))", str(tmp_path)],
        capture_output=True, text=True, env={k: v for k, v in os.environ.items() if k not in hidden}, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_before_the_first_picture_no_document_library_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from rakor_desktop import app as root; a = root.application();"
        "w = root.frame(a, Path(sys.argv[1])); w.show(); a.processEvents();"
        "print([m for m in ('docx', 'jinja2', 'PIL', 'lxml', 'msgspec', 'sqlite3') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True, text=True, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_the_settings_file_is_plain_json(tmp_path: Path) -> None:
    Settings(tmp_path).change(appearance="light")
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["appearance"] == "light"


def test_an_empty_box_stands_out_in_the_dark() -> None:
    dark = theme.palette(dark=True)
    box = theme.box_palette(dark).color(QPalette.ColorRole.Base)
    assert theme.contrast(box, dark.color(QPalette.ColorRole.Window)) >= 3
    assert theme.contrast(dark.color(QPalette.ColorRole.Text), box) >= 3
    light = theme.palette(dark=False)
    assert theme.box_palette(light) == light
