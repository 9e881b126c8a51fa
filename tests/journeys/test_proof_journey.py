"""A release written elsewhere is pasted, mended, and taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop.ui.main_window import MainWindow
from rakor_desktop.ui.proof.bulk_dialog import BulkDialog
from rakor_desktop.ui.proof.window import ProofWindow

ARTICLE = (Path(__file__).parent.parent / "data" / "artikel-pasaman-barat.txt").read_text(encoding="utf-8")
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_proof(window: MainWindow, qtbot: QtBot) -> ProofWindow:
    come_forward(window, qtbot)
    QTest.keyClick(window, Key.Key_F6)
    qtbot.waitUntil(lambda: window.furniture.proof.isVisible())
    return window.furniture.proof


def come_forward(widget: QWidget, qtbot: QtBot) -> None:
    """What the window manager does when a dialog closes; the platform of the tests has none."""
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def settle(proof: ProofWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not proof.session.pending)


def words(proof: ProofWindow) -> set[str]:
    return {finding.text for finding in proof.findings}


def test_an_article_is_pasted_mended_and_copied_and_what_is_ignored_stays_ignored(
    window: MainWindow, qtbot: QtBot
) -> None:
    proof = open_proof(window, qtbot)
    QGuiApplication.clipboard().setText(ARTICLE)
    QTest.keyClick(proof.edit, Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: "mensukseskan" in words(proof))
    assert proof.heading.startswith("435 kata")

    proof.mend_all()
    dialog = proof.findChild(BulkDialog)
    assert isinstance(dialog, BulkDialog)
    QTest.keyClick(dialog.tree, Key.Key_Return, CONTROL)
    come_forward(proof, qtbot)
    settle(proof, qtbot)
    assert "kita untuk menyukseskan Pilkada" in proof.session.text
    assert "“Dengan digelarnya rapat koordinasi lintas sektoral ini, kami siap untuk mensukseskan" in proof.session.text
    assert not any(finding.sure for finding in proof.findings)

    stakeholder = next(finding for finding in proof.findings if finding.text == "stakeholder")
    proof.bar.choose(stakeholder)
    proof.edit.setFocus()
    QTest.keyClick(proof.edit, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "masing-masing pemangku kepentingan dalam" in proof.session.text)

    corps = next(finding for finding in proof.findings if finding.text == "Mayor Kav.")
    proof.bar.choose(corps)
    proof.bar.menu.actions()[1].trigger()
    settle(proof, qtbot)
    assert "Mayor Kav." not in words(proof)

    QTest.keyClick(proof.edit, Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == proof.session.text
    assert "antarinstansi" in copied
    QTest.keyClick(proof.edit, Key.Key_Escape)
    assert not proof.isVisible()

    again = open_proof(window, qtbot)
    settle(again, qtbot)
    assert again.session.text == copied
    fresh = ProofWindow(window.parts, window)
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.session.put(ARTICLE)
    settle(fresh, qtbot)
    assert "mensukseskan" in words(fresh)
    assert "Mayor Kav." not in words(fresh)
