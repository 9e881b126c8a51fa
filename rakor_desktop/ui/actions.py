"""Everything that can be done in the window: its words, its keys, its icon, once and for all places."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from rakor_desktop.ui.icons import name_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Actions:
    """The window's actions; a menu, a bar or a page shows the same object."""

    home: QAction
    begin_from: QAction
    begin_empty: QAction
    open_file: QAction
    undo: QAction
    redo: QAction
    export: QAction
    export_as: QAction
    find: QAction
    save_now: QAction
    save_copy: QAction
    office: QAction
    preview: QAction
    findings: QAction
    shortcuts: QAction
    about: QAction
    quit: QAction

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the fields."""
        return tuple(getattr(self, f.name) for f in fields(self))


def make_actions(window: QWidget) -> Actions:
    """The actions, added to the window so that their keys work everywhere in it; their icons are drawn later."""

    def action(text: str, icon: str, keys: str, remark: str) -> QAction:
        made = QAction(text, window)
        made.setShortcuts([QKeySequence(k) for k in keys.split("; ")])
        describe(made, remark)
        if icon:
            name_icon(made, icon)
        window.addAction(made)
        return made

    return Actions(
        home=action("&Beranda", "home", "Ctrl+H", "Beranda: rapat terakhir dan pencarian"),
        begin_from=action(
            "Buat dari rapat &sebelumnya…",
            "previous",
            "Ctrl+Shift+N",
            "Rapat baru dengan kantor, pimpinan, hadirin, tempat, dan agenda rapat sebelumnya",
        ),
        begin_empty=action("Rapat &kosong", "new", "Ctrl+N", "Rapat baru dari formulir kosong"),
        open_file=action("B&uka berkas…", "open", "Ctrl+O", "Buka berkas rapat .rakor atau .json"),
        undo=action("&Urungkan", "undo", "Ctrl+Z", "Urungkan perubahan terakhir"),
        redo=action("U&langi", "redo", "Ctrl+Y; Ctrl+Shift+Z", "Ulangi perubahan yang diurungkan"),
        export=action(
            "&Buat dokumen yang tampil", "document", "Ctrl+E", "Buat dokumen yang tampil di pratinjau"
        ),
        export_as=action(
            "Simpan dokumen &sebagai…", "save", "Ctrl+Shift+E", "Pilih tempat, nama, dan format dokumen yang tampil"
        ),
        find=action("&Cari di arsip", "search", "Ctrl+K; Ctrl+F", "Cari rapat menurut judul, isi, nama, atau tempat"),
        save_now=action("&Simpan sekarang", "save", "Ctrl+S", "Simpan sekarang (biasanya otomatis)"),
        save_copy=action(
            "Simpan salinan .&rakor…", "copy", "Ctrl+Shift+S", "Simpan salinan rapat beserta fotonya untuk rekan"
        ),
        office=action("&Profil kantor…", "office", "Ctrl+,", "Kop surat, halaman, penanda tangan, dan siaran pers"),
        preview=action("&Pratinjau", "preview", "F9", "Tampilkan atau lipat pratinjau"),
        findings=action("&Temuan", "findings", "F8", "Tampilkan hal yang perlu diperiksa"),
        shortcuts=action("Pintasan papan &tombol", "keyboard", "F1", "Daftar pintasan papan tombol"),
        about=action("&Tentang Rakor Desktop", "info", "Ctrl+F1", "Versi, lisensi, dan letak data"),
        quit=action("&Keluar", "exit", "Ctrl+Q", "Simpan semua dan tutup program"),
    )


def describe(action: QAction, remark: str) -> None:
    """Set the tooltip: the remark, and the keys behind it."""
    keys = action.shortcut().toString()
    action.setToolTip(f"{remark}  ({keys})" if keys else remark)
