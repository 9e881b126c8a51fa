"""Everything that can be done in the window: its words, its keys, its icon, once and for all places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from rakor_desktop.ui.icons import name_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Actions:
    """The window's actions; a menu, a bar or a page shows the same object."""

    def __init__(self, window: QWidget) -> None:
        """Make the actions and add them to the window, so that their keys work everywhere in it.

        Their icons are drawn later, by :func:`~rakor_desktop.ui.icons.retint`.
        """

        def action(text: str, icon: str, keys: str, remark: str) -> QAction:
            made = QAction(text, window)
            made.setShortcuts([QKeySequence(k) for k in keys.split("; ")])
            describe(made, remark)
            if icon:
                name_icon(made, icon)
            window.addAction(made)
            return made

        self.home = action("&Beranda", "home", "Ctrl+H", "Beranda: rapat terakhir dan pencarian")
        self.begin_from = action(
            "Buat dari rapat &sebelumnya…",
            "previous",
            "Ctrl+Shift+N",
            "Rapat baru dengan kantor, pimpinan, hadirin, tempat, dan agenda rapat sebelumnya",
        )
        self.begin_empty = action("Rapat &kosong", "new", "Ctrl+N", "Rapat baru dari formulir kosong")
        self.paste_text = action(
            "Tempel &teks",
            "paste",
            "Ctrl+Shift+V",
            "Baca daftar orang dari yang disalin: pesan WhatsApp, berita, tabel Excel, surat",
        )
        self.open_file = action("B&uka berkas…", "open", "Ctrl+O", "Buka berkas rapat .rakor atau .json")
        self.undo = action("&Urungkan", "undo", "Ctrl+Z", "Urungkan perubahan terakhir")
        self.redo = action("U&langi", "redo", "Ctrl+Y; Ctrl+Shift+Z", "Ulangi perubahan yang diurungkan")
        self.export = action(
            "&Buat dokumen yang tampil", "document", "Ctrl+E", "Buat dokumen yang tampil di pratinjau"
        )
        self.export_as = action(
            "Simpan dokumen &sebagai…", "save", "Ctrl+Shift+E", "Pilih tempat, nama, dan format dokumen yang tampil"
        )
        self.package = action(
            "Siapkan &paket…", "folder", "Ctrl+Shift+K", "Semua dokumen rapat, siaran, dan foto dalam satu folder"
        )
        self.copy_portal = action(
            "Salin siaran untuk p&ortal", "copy", "Ctrl+Shift+C", "Salin siaran pers untuk penyunting berita di portal"
        )
        self.copy_message = action(
            "Salin siaran untuk Whats&App", "chat", "Ctrl+Shift+W", "Salin siaran pers dengan judul tebal WhatsApp"
        )
        self.print_preview = action(
            "Pra&tinjau cetak…", "print", "Ctrl+P", "Lihat halaman dokumen yang tampil seperti tercetak, lalu cetak"
        )
        self.find = action(
            "&Cari di arsip", "search", "Ctrl+K; Ctrl+F", "Cari rapat menurut judul, isi, nama, atau tempat"
        )
        self.save_now = action("&Simpan sekarang", "save", "Ctrl+S", "Simpan sekarang (biasanya otomatis)")
        self.save_copy = action(
            "Simpan salinan .&rakor…", "copy", "Ctrl+Shift+S", "Simpan salinan rapat beserta fotonya untuk rekan"
        )
        self.office = action(
            "&Profil kantor…", "office", "Ctrl+,", "Kop surat, halaman, penanda tangan, dan siaran pers"
        )
        self.people = action(
            "&Buku orang", "people", "Ctrl+Shift+B", "Pejabat yang dikenal kantor: cari, ubah, gabungkan, impor, ekspor"
        )
        self.tidy = action(
            "R&apikan penulisan…", "check", "F7", "Tawarkan ejaan baku pangkat, gelar, jabatan, dan nama hadirin"
        )
        self.proof = action(
            "Peri&ksa naskah…", "proof", "F6", "Periksa siaran pers atau naskah lain: ejaan, gelar, nama, yang rahasia"
        )
        self.press_styles = action(
            "&Gaya siaran…", "press", "Ctrl+Shift+G", "Salin dan ubah gaya siaran per portal, dan kata laporan WhatsApp"
        )
        self.templates = action(
            "Te&mplat saya…", "document", "Ctrl+Shift+T", "Salin templat, ubah di Word, periksa, dan pakai; set kantor"
        )
        self.preview = action("&Pratinjau", "preview", "F9", "Tampilkan atau lipat pratinjau")
        self.findings = action("&Temuan", "findings", "F8", "Tampilkan hal yang perlu diperiksa")
        self.shortcuts = action("Pintasan papan &tombol", "keyboard", "F1", "Daftar pintasan papan tombol")
        self.about = action("&Tentang Rakor Desktop", "info", "Ctrl+F1", "Versi, lisensi, dan letak data")
        self.quit = action("&Keluar", "exit", "Ctrl+Q", "Simpan semua dan tutup program")

    def of_meeting(self) -> tuple[QAction, ...]:
        """The actions that need an open meeting on the screen."""
        made = (self.export, self.export_as, self.package, self.copy_portal, self.copy_message)
        return (*made, self.print_preview, self.save_copy, self.tidy, self.preview, self.findings)

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order in which they were made."""
        return tuple(vars(self).values())


def describe(action: QAction, remark: str) -> None:
    """Set the tooltip: the remark, and the keys behind it."""
    keys = action.shortcut().toString()
    action.setToolTip(f"{remark}  ({keys})" if keys else remark)
