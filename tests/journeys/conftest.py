"""The real window over a real archive in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rakor_desktop import app
from rakor_desktop.domain.office import Letterhead, Office, OfficeSigner, PressProfile
from rakor_desktop.ui.main_window import MainWindow

OFFICE = Office(
    id="polres-pasaman-barat",
    kind="police",
    name="Polres Pasaman Barat",
    short_name="Polres Pasaman Barat",
    city="Pasaman Barat",
    province="Sumatera Barat",
    letterhead=Letterhead(("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH SUMATERA BARAT", "RESOR PASAMAN BARAT")),
    signers=(OfficeSigner("acknowledged", "Kepala Kepolisian Resor Pasaman Barat"), OfficeSigner("note_taker")),
    press=PressProfile(sign_off="(HumasResPasbar)"),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    qt = app.application()
    made = app.build(qt, tmp_path / "data")
    made.parts.archive.save_office(OFFICE)
    made.parts.settings.change(export_folder=str(tmp_path / "dokumen"))
    made.resize(1366, 728)
    made.show()
    qtbot.addWidget(made)
    made.furnish()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    app.close(made.parts)


def field(window: MainWindow, name: str) -> QWidget:
    """The visible, usable field of this name, as a screen reader would find it."""
    found = [
        w for w in window.findChildren(QWidget)
        if w.accessibleName() == name and w.isVisible() and w.isEnabled() and w.focusPolicy()
    ]  # fmt: skip
    names = sorted({w.accessibleName() for w in window.findChildren(QWidget) if w.isVisible() and w.accessibleName()})
    assert len(found) == 1, f"{name!r}: {len(found)} fields; visible: {names}"
    return found[0]
