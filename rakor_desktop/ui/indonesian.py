"""Qt's own texts in Indonesian: PySide6 ships no Indonesian translation of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

_TEXTS: Final[dict[str, str]] = {
    # standard buttons
    "OK": "Oke",
    "&OK": "&Oke",
    "Cancel": "Batal",
    "&Cancel": "&Batal",
    "Close": "Tutup",
    "&Close": "&Tutup",
    "Save": "Simpan",
    "&Save": "&Simpan",
    "Save All": "Simpan semua",
    "Open": "Buka",
    "&Open": "&Buka",
    "&Yes": "&Ya",
    "Yes": "Ya",
    "Yes to &All": "Ya untuk &semua",
    "&No": "&Tidak",
    "No": "Tidak",
    "N&o to All": "T&idak untuk semua",
    "Apply": "Terapkan",
    "Reset": "Atur ulang",
    "Restore Defaults": "Kembalikan bawaan",
    "Discard": "Buang",
    "Don't Save": "Jangan simpan",
    "Close without Saving": "Tutup tanpa menyimpan",
    "Help": "Bantuan",
    "Abort": "Hentikan",
    "Retry": "Coba lagi",
    "Ignore": "Abaikan",
    "Show Details...": "Tampilkan rincian…",
    "Hide Details...": "Sembunyikan rincian…",
    # editing
    "&Undo": "&Urungkan",
    "Undo": "Urungkan",
    "&Redo": "U&langi",
    "Redo": "Ulangi",
    "Cu&t": "&Potong",
    "Cut": "Potong",
    "&Copy": "&Salin",
    "Copy": "Salin",
    "Copy &Link Location": "Salin alamat &tautan",
    "&Paste": "&Tempel",
    "Paste": "Tempel",
    "Delete": "Hapus",
    "&Delete": "&Hapus",
    "Select All": "Pilih semua",
    "Clear": "Kosongkan",
    "&Step up": "&Naik",
    "Step &down": "&Turun",
    "Insert Unicode control character": "Sisipkan karakter kendali Unicode",
    # tabs, bars, docks
    "Scroll Left": "Gulir ke kiri",
    "Scroll Right": "Gulir ke kanan",
    "Scroll here": "Gulir ke sini",
    "Left edge": "Tepi kiri",
    "Right edge": "Tepi kanan",
    "Top": "Atas",
    "Bottom": "Bawah",
    "Page left": "Halaman ke kiri",
    "Page right": "Halaman ke kanan",
    "Page up": "Halaman ke atas",
    "Page down": "Halaman ke bawah",
    "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan",
    "Scroll up": "Gulir ke atas",
    "Scroll down": "Gulir ke bawah",
    "Close Tab": "Tutup tab",
    "More...": "Lainnya…",
    # file dialog
    "Open File": "Buka berkas",
    "Save As": "Simpan sebagai",
    "Find Directory": "Cari folder",
    "Directory:": "Folder:",
    "File &name:": "&Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Look in:": "Cari di:",
    "&Choose": "&Pilih",
    "Choose": "Pilih",
    "&New Folder": "Folder &baru",
    "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru",
    "New Folder": "Folder baru",
    "Back": "Kembali",
    "Go back": "Kembali",
    "Forward": "Maju",
    "Go forward": "Maju",
    "Parent Directory": "Folder induk",
    "Go to the parent directory": "Ke folder induk",
    "List View": "Tampilan daftar",
    "Change to list view mode": "Tampilkan sebagai daftar",
    "Detail View": "Tampilan rincian",
    "Change to detail view mode": "Tampilkan dengan rincian",
    "Sidebar": "Bilah sisi",
    "List of places and bookmarks": "Daftar tempat dan penanda",
    "Files": "Berkas",
    "&Rename": "Ganti &nama",
    "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "Computer": "Komputer",
    "My Computer": "Komputer saya",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Kind": "Jenis",
    "Date Modified": "Tanggal diubah",
    "All Files (*)": "Semua berkas (*)",
    "Directories": "Folder",
    "File": "Berkas",
    "Folder": "Folder",
    "File Folder": "Folder",
    "%1 File": "Berkas %1",
    "Drive": "Diska",
    "Recent Places": "Tempat terakhir",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti dengan yang baru?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan.\nPeriksa lagi nama berkasnya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa lagi nama foldernya."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": "'%1' terlindung.\nTetap hapus?",
    "Are you sure you want to delete '%1'?": "Hapus '%1'?",
    "Could not delete directory.": "Folder tidak dapat dihapus.",
    # calendar
    "Go to today": "Ke hari ini",
    "Previous Month": "Bulan sebelumnya",
    "Next Month": "Bulan berikutnya",
}


class IndonesianTexts(QTranslator):
    """Answers Qt's questions for its own texts; our texts are Indonesian already."""

    def isEmpty(self) -> bool:
        """Never: Qt skips a translator that says it is empty."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The Indonesian text, or ``None`` where the text stays as it is."""
        return _TEXTS.get(source)


def speak_indonesian(app: QCoreApplication) -> QTranslator:
    """Make Indonesian the language of standard texts, dates and numbers; returns the installed translator."""
    QLocale.setDefault(QLocale("id_ID"))
    translator = IndonesianTexts(app)
    app.installTranslator(translator)
    return translator
