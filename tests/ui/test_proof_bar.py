"""One finding at a time: what the bar shows, asks for, and where it stands after a change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import Remedy, TextFinding
from rakor_desktop.ui.proof.bar import FindingBar
from tests.ui.proofs import found, of
from tests.ui.stage import desk_with, show


@pytest.fixture
def bar(qtbot: QtBot, catalog: Catalog) -> FindingBar:
    made = FindingBar()
    show(qtbot, desk_with(), made, 620, 120)
    made.show_findings(found(catalog))
    return made


def test_the_first_finding_is_shown_with_its_remedies(bar: FindingBar) -> None:
    assert bar.current == bar.findings[0]
    assert bar.current.message in bar.text
    assert [button.accessibleName() for button in bar.remedies()] == ["Hapus"]
    bar.step(1)
    assert [button.accessibleName() for button in bar.remedies()] == ['Ganti dengan "antarinstansi"']


def test_f8_goes_on_and_back_and_around_inside_the_bar(bar: FindingBar, qtbot: QtBot) -> None:
    button = bar.remedies()[0]
    button.setFocus()
    with qtbot.waitSignal(bar.chosen) as told:
        QTest.keyClick(button, Qt.Key.Key_F8)
    assert told.args[0] == bar.findings[1] == bar.current
    bar.step(-2)
    assert bar.current == bar.findings[-1]


def test_a_remedy_is_asked_for_with_its_number(bar: FindingBar, qtbot: QtBot) -> None:
    finding = TextFinding("x", "warning", 0, 1, "a", "Pilih.", (Remedy("Ganti b", "b"), Remedy("Ganti c & d", "c & d")))
    bar.show_findings([finding])
    with qtbot.waitSignal(bar.remedy) as asked:
        bar.remedies()[1].click()
    assert asked.args == [finding, 1]
    assert bar.remedies()[1].text().endswith("“c && d”")


def test_after_a_finding_has_gone_the_next_one_stands_in_its_place(bar: FindingBar) -> None:
    bar.choose(of(bar.findings, "mensukseskan"))
    at = bar.findings.index(of(bar.findings, "mensukseskan"))
    rest = tuple(finding for finding in bar.findings if finding.text != "mensukseskan")
    bar.show_findings(rest)
    assert bar.current == rest[at]
    bar.show_findings(())
    assert bar.current is None


def test_the_same_finding_stays_when_others_go(bar: FindingBar) -> None:
    bar.choose(of(bar.findings, "stakeholder"))
    bar.show_findings(bar.findings[1:])
    assert bar.current is not None
    assert bar.current.text == "stakeholder"


def test_only_sure_ones_are_offered_in_bulk(bar: FindingBar, qtbot: QtBot) -> None:
    sure = sum(finding.sure for finding in bar.findings)
    assert 0 < sure < len(bar.findings)
    assert bar.bulk_button.accessibleName() == f"Perbaiki {sure} ejaan sekaligus"
    with qtbot.waitSignal(bar.mend_all):
        bar.bulk_button.click()
    bar.show_findings([finding for finding in bar.findings if not finding.sure])
    assert not bar.bulk_button.isVisible()


def test_the_menu_lets_a_finding_be(bar: FindingBar, qtbot: QtBot) -> None:
    here, always = bar.menu.actions()[:2]
    with qtbot.waitSignal(bar.ignored_here) as told:
        here.trigger()
    assert told.args == [bar.current]
    with qtbot.waitSignal(bar.ignored_always):
        always.trigger()
    bar.show_findings([TextFinding("nomor-rahasia", "error", 0, 1, "a", "Jangan.", family="rahasia")])
    assert not always.isVisible()


def test_the_bar_keeps_its_height(bar: FindingBar) -> None:
    height = bar.height()
    bar.show_findings([TextFinding("x", "hint", 0, 1, "a", "Panjang sekali. " * 40)])
    assert bar.height() == height
