from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.office import (
    LETTERHEAD_LINES,
    LETTERHEAD_WIDTH,
    Font,
    Letterhead,
    Margins,
    Office,
    OfficeSigner,
    PressProfile,
    Switches,
)
from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.office_form import OfficeForm
from rakor_desktop.ui.office_presets import OfficePresets
from tests.ui.shell_stage import open_meeting, window_over


@pytest.fixture(scope="module")
def presets(catalog: Catalog) -> OfficePresets:
    return OfficePresets(catalog.offices)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_over(qtbot, tmp_path) as made:
        yield made


def form(qtbot: QtBot, office: Office, presets: OfficePresets, kept: dict[str, bytes] | None = None) -> OfficeForm:
    store = kept if kept is not None else {}

    def keep(data: bytes) -> str:
        store["hash"] = data
        return "hash"

    made = OfficeForm(office, presets, keep, store.get)
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_38_provinces_have_a_zone_and_a_police_letterhead_that_fits(presets: OfficePresets) -> None:
    assert len(presets.provinces) == 38
    for name in presets.provinces:
        known = presets.province(name)
        assert known["zona"] in ("WIB", "WITA", "WIT")
        assert 0 < len(known["kop_polda"]) <= LETTERHEAD_WIDTH
        assert known.get("keyakinan") in ("tinggi", "sedang", "rendah")


def test_every_police_kind_keeps_the_rule_of_three_lines_and_41_characters(presets: OfficePresets) -> None:
    for kind in (k for k in presets.kinds if k["lembaga"] == "police"):
        for province in presets.provinces:
            lines = presets.office(kind["kode"], "Pasaman Barat", "Pasaman Barat", province).letterhead.lines
            assert len(lines) <= LETTERHEAD_LINES
            assert max(map(len, lines)) <= LETTERHEAD_WIDTH


def test_a_polres_gets_its_whole_letterhead_from_four_answers(presets: OfficePresets) -> None:
    office = presets.office("polres", "Pasaman Barat", "Pasaman Barat", "Sumatera Barat")
    assert office.letterhead.lines == (
        "KEPOLISIAN NEGARA REPUBLIK INDONESIA",
        "DAERAH SUMATERA BARAT",
        "RESOR PASAMAN BARAT",
    )
    assert office.name == "Polres Pasaman Barat"
    assert office.zone == "WIB"
    assert office.margins == Margins(2.0, 2.5, 1.5, 2.0)
    assert office.minutes_label == "NOTULEN"
    assert office.press.chief == "Kapolres Pasaman Barat"


def test_a_local_government_gets_its_own_margins_and_lines(presets: OfficePresets) -> None:
    office = presets.office("pemkab", "Dinas Komunikasi dan Informatika", "Lumajang", "Jawa Timur")
    assert office.letterhead.lines == ("PEMERINTAH KABUPATEN LUMAJANG", "DINAS KOMUNIKASI DAN INFORMATIKA")
    assert office.margins == Margins(2.0, 3.0, 2.0, 2.5)
    assert office.kind == "local_government"


def test_a_kodim_prints_its_number_and_leaves_an_unknown_kodam_out(presets: OfficePresets) -> None:
    west = presets.office("kodim", "0305/Pasaman", "Pasaman", "Sumatera Barat")
    assert west.letterhead.lines == ("KOMANDO DISTRIK MILITER 0305",)
    east = presets.office("kodim", "0821/Lumajang", "Lumajang", "Jawa Timur")
    assert east.letterhead.lines == ("KOMANDO DAERAH MILITER V/BRAWIJAYA", "KOMANDO DISTRIK MILITER 0821")


def test_what_is_not_answered_leaves_no_half_sentences(presets: OfficePresets) -> None:
    office = presets.office("polres", "", "", "")
    assert office.letterhead.lines == ("KEPOLISIAN NEGARA REPUBLIK INDONESIA",)
    assert office.name == ""
    assert office.press.sign_off == ""
    assert "{" not in repr(replace(office, press=replace(office.press, dateline="")))


def test_the_zone_follows_the_province(presets: OfficePresets) -> None:
    assert presets.office("polres", "Kutai Barat", "Kutai Barat", "Kalimantan Timur").zone == "WITA"
    assert presets.office("polres", "Jayapura", "Jayapura", "papua").zone == "WIT"


def test_the_form_gives_back_exactly_what_it_was_shown(qtbot: QtBot, presets: OfficePresets) -> None:
    office = Office(
        id="x",
        kind="army",
        name="Kodim 0305/Pasaman",
        short_name="Kodim",
        city="Pasaman",
        province="Sumatera Barat",
        zone="WITA",
        letterhead=Letterhead(("SATU", "DUA"), "Jalan Uji 1", ""),
        paper="F4",
        font=Font("Tahoma", 11.5),
        margins=Margins(2.5, 3.0, 2.0, 1.5),
        number_pattern="B/{urut}",
        switches=Switches(True, True),
        people_order="protocol",
        signers=(OfficeSigner("acknowledged", "Dandim", "Budi", "Letkol Inf", "123", "a.n."),),
        minutes_label="RISALAH RAPAT",
        press=PressProfile("{KOTA}", "(Pendim)", "Pendim", "Danrem", "Dandim", ("Kasi", "Arsip"), ("#TNI", "#Kodim")),
    )
    assert form(qtbot, office, presets).office == office


def test_the_counter_tells_a_letterhead_line_that_is_too_long_for_the_police(
    qtbot: QtBot, presets: OfficePresets
) -> None:
    long = "KEPOLISIAN DAERAH METROPOLITAN JAKARTA RAYA"
    made = form(qtbot, Office(kind="police", letterhead=Letterhead((long,))), presets)
    assert made.letterhead._counts[0].text() == "43/41 terlalu panjang"
    made.letterhead._lines[0].setText("POLDA METRO JAYA")
    assert made.letterhead._counts[0].text() == "16/41"


def test_an_emblem_is_kept_small_and_shown_in_the_picture(qtbot: QtBot, presets: OfficePresets, tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    made = form(qtbot, Office(letterhead=Letterhead(("SATU",))), presets, kept)
    picture = QImage(1200, 900, QImage.Format.Format_ARGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "lambang.png"))
    made.letterhead.take_emblem(tmp_path / "lambang.png")
    assert made.office.letterhead.emblem == "hash"
    stored = QImage.fromData(kept["hash"])
    assert (stored.width(), stored.height()) == (600, 450)
    shown = made.letterhead.picture.grab().toImage()
    reds = sum(shown.pixelColor(x, 20).name() == "#ff0000" for x in range(shown.width()))
    assert reds >= 20


def test_a_file_that_is_no_picture_is_told(qtbot: QtBot, presets: OfficePresets, tmp_path: Path) -> None:
    made = form(qtbot, Office(), presets)
    (tmp_path / "teks.png").write_text("bukan gambar", encoding="utf-8")
    with qtbot.waitSignal(made.letterhead.picture_problem) as problem:
        made.letterhead.take_emblem(tmp_path / "teks.png")
    assert "teks.png" in problem.args[0]
    assert made.office.letterhead.emblem == ""


def test_the_first_question_fills_the_profile_of_new_meetings(qtbot: QtBot, tmp_path: Path) -> None:
    with window_over(qtbot, tmp_path, samples=False) as window:
        start = window.furniture.offices.ask_first()
        assert not start._save.isEnabled()
        start._unit.setText("Pasaman Barat")
        start._city.setText("Pasaman Barat")
        start._province.setEditText("Sumatera Barat")
        assert start._save.isEnabled()
        start.accept()
        window.acts.begin_empty.trigger()
        assert window.parts.desk.office.name == "Polres Pasaman Barat"
        assert len(window.parts.desk.office.letterhead.lines) == 3


def test_later_is_an_answer_too_and_is_not_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    with window_over(qtbot, tmp_path, samples=False) as window:
        window.furniture.offices.ask_first().reject()
        kept = window.parts.archive.default_office()
        assert kept is not None
        assert kept.kind == "police"
        assert kept.name == ""


def test_the_profile_of_the_open_meeting_changes_the_meeting_and_new_ones(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    edited = window.furniture.offices.edit()
    field = edited.letterhead.first_field()
    assert isinstance(field, QLineEdit)
    field.setText("Polres Pasaman Barat Baru")
    edited.accept()
    assert window.parts.desk.office.name == "Polres Pasaman Barat Baru"
    assert window.furniture.meetings.office().name == "Polres Pasaman Barat Baru"


def test_the_profile_of_one_meeting_may_stay_its_own(window: MainWindow) -> None:
    open_meeting(window, "pasaman")
    edited = window.furniture.offices.edit()
    edited._default.setChecked(False)
    edited.page._size.setValue(11)
    edited.accept()
    assert window.parts.desk.office.font.size == 11
    assert window.furniture.meetings.office().name == "Polres Uji"


@pytest.mark.parametrize("page", range(5))
def test_on_every_page_of_the_profile_each_access_key_means_one_thing(
    qtbot: QtBot, presets: OfficePresets, page: int
) -> None:
    shown = form(qtbot, presets.plain(), presets)
    tabs = shown.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(page)
    texts = [tabs.tabText(n) for n in range(tabs.count())]
    texts += [one.text() for one in shown.findChildren(QAbstractButton) if one.isVisible()]
    texts += [one.text() for one in shown.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    keys = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert len(keys) > 5
    assert sorted(keys) == sorted(set(keys))
