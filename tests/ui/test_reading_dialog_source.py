from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from rakor_desktop.ui import theme
from rakor_desktop.ui.reading.excerpt import Excerpt
from rakor_desktop.ui.reading.inks import INKS, LEGEND, ground, line_colour
from rakor_desktop.ui.reading.legend import Legend
from rakor_desktop.ui.reading.source_view import SourceView
from rakor_desktop.ui.reading.stretches import Stretches
from tests.ui.readings import long_list, marked, pasted


def view_of(qtbot: QtBot, text: str) -> SourceView:
    reading = marked(text)
    view = SourceView(reading.source, Stretches(reading), lambda person: person)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def marked_texts(view: SourceView) -> list[str]:
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def test_every_mark_in_sight_is_formatted_and_emoji_shift_nothing(qtbot: QtBot) -> None:
    view = view_of(qtbot, "👮👮 *{rank AKP}* 🚓 {name Budi Santoso}\r\n{group FKUB}\r\n")
    assert [t for t in marked_texts(view) if t.strip("* 👮🚓")] == ["AKP", "Budi Santoso", "FKUB"]


def test_only_the_marks_in_sight_are_formatted(qtbot: QtBot) -> None:
    reading = long_list(3000)
    view = SourceView(reading.source, Stretches(reading), lambda person: person)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    assert 0 < len(view.extraSelections()) < 400


def test_the_margin_names_the_rows_that_begin_in_a_line(qtbot: QtBot) -> None:
    view = view_of(qtbot, "{name Ani}\n{name Budi}|, {name Cici}|, {name Dodi}\n{unread entah}\nbiasa\n")
    numbers = [view.margin_numbers(view.document().findBlockByNumber(n)) for n in range(4)]
    assert numbers == ["1", "2–4", "?", ""]


def test_a_selection_gives_its_place_in_the_source_without_blanks(qtbot: QtBot) -> None:
    view = view_of(qtbot, "🙏 salam\n{name Ani Wijaya}\n")
    cursor = view.textCursor()
    cursor.setPosition(view.excerpt.to_shown(6))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    span = view.selected_span()
    assert span is not None
    assert marked("🙏 salam\n{name Ani Wijaya}\n").source[slice(*span)] == "m\nAni Wijaya"


def test_walking_in_the_source_tells_the_place(qtbot: QtBot) -> None:
    view = view_of(qtbot, "{name Ani}\n{name Budi}\n")
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    with qtbot.waitSignal(view.pointed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [4]


def test_a_long_source_is_shown_in_part_and_follows(qtbot: QtBot) -> None:
    reading = long_list(100_000)
    view = SourceView(reading.source, Stretches(reading), lambda person: person)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    assert not view.is_whole
    last = reading.people[-1]
    view.point_out((last.start, last.end))
    assert view.excerpt.holds(last.start)
    assert last.name in marked_texts(view)
    assert len(view.toPlainText()) <= 120_000


@given(st.text(st.sampled_from("ab \r\n\t👮\u200f\u2028é"), max_size=60), st.integers(0, 60))
def test_places_of_source_and_screen_map_back_and_forth(source: str, place: int) -> None:
    excerpt = Excerpt.around(source)
    place = min(place, len(source))
    assert excerpt.to_source(excerpt.to_shown(place)) == place
    assert excerpt.to_shown(len(source)) == len(excerpt.text.encode("utf-16-le")) // 2


@given(st.integers(0, 5000), st.integers(10, 300))
def test_a_part_of_a_long_source_holds_its_place(place: int, most: int) -> None:
    source = "baris daftar\n" * 400
    place = min(place, len(source) - 1)
    excerpt = Excerpt.around(source, place, most)
    assert excerpt.holds(place)
    assert excerpt.text == source[excerpt.start : excerpt.end]
    assert len(excerpt.text) <= most


@pytest.mark.parametrize("dark", [False, True])
def test_marked_text_is_readable_and_no_two_marks_look_alike(dark: bool) -> None:
    palette = theme.palette(dark)
    ink = palette.color(palette.ColorRole.Text)
    for part in LEGEND:
        assert theme.contrast(ink, ground(part, palette)) >= 7
        assert theme.contrast(line_colour(part, palette), ground(part, palette)) >= 3
    assert len({ground(part, palette).name() for part in LEGEND}) == len(LEGEND)
    assert len({(INKS[part].line, INKS[part].label) for part in LEGEND}) == len(LEGEND)


def test_the_legend_names_what_the_source_has(qtbot: QtBot) -> None:
    legend = Legend({mark.part for mark in pasted().marks})
    qtbot.addWidget(legend)
    assert legend.accessibleDescription() == (
        "Pangkat, Nama, Gelar, Jabatan, Instansi, Mewakili, Kelompok, Belum terbaca"
    )
    legend.resize(150, 10)
    legend.show()
    assert legend.height() > 3 * legend.fontMetrics().height()
