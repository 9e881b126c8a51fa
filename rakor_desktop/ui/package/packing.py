"""The flow "Siapkan paket": ask what goes in, make it beside the window, tell where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from rakor_desktop.desk.documents import DOCUMENTS, styles_of
from rakor_desktop.desk.file_names import default_root
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.package.dialog import Offer, PackageDialog
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.toast import Toast

if TYPE_CHECKING:  # loaded with the first package
    from rakor_desktop.desk.press_out.package import Order, Package, Piece
    from rakor_desktop.ui.export import Exporting

_ACCESS: Final = {
    "notula": "&Notula",
    "daftar-hadir": "&Daftar hadir",
    "laporan-whatsapp": "Laporan &WhatsApp",
    "surel": "Draf &surel siaran pers",
    "foto": "F&oto untuk umum",
}
_KINDS: Final = {".docx": "Word", ".txt": "teks", ".eml": "Outlook, Thunderbird"}
_HELD_BACK: Final = (
    "Rapat ini berklasifikasi {level}: siaran pers, surel, dan foto tidak ikut sebelum ada yang memastikan di halaman "
    "Siaran pers bahwa isinya boleh keluar."
)


class Packing(QObject):
    """Makes the package of the meeting on the desk."""

    def __init__(
        self, parts: Parts, exporting: Exporting, toast: Toast, bar: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._exporting = exporting
        self._toast = toast
        self._bar = bar
        self._window = window

    def ask(self) -> None:
        """Show what can be made, and make what is chosen."""
        from rakor_desktop.desk.press_out.package import package_folder

        root = Path(self._parts.settings.now.export_folder or default_root())
        try:
            name = package_folder(root, self._parts.desk.meeting).name
            offers = self._offers()
        except RakorError as error:
            self._bar.say(error.message)
            return
        dialog = PackageDialog(offers, root, name, self._note(), self._window)
        dialog.accepted.connect(lambda: self._accept(dialog, offers))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offers(self) -> tuple[Offer, ...]:
        from rakor_desktop.desk.press_out.package import RELEASE, pieces_of

        parts = self._parts
        held_back = parts.releases.needs_confirmation
        ticked = self._ticked()
        styles = {f"{RELEASE}/{style.name}": style for style in styles_of(RELEASE, parts.catalog)}
        own = f"{RELEASE}/{parts.releases.style.name}"
        kind = parts.desk.office.kind

        def place(piece: Piece) -> int:
            style = styles.get(piece.key)
            return 0 if piece.key == own or style is None else 1 if kind in style.kinds else 2

        made = []
        for piece in sorted(pieces_of(parts.catalog), key=place):
            style = styles.get(piece.key)
            photos = sum(photo.public for photo in parts.desk.meeting.photos)
            there = piece.key != "foto" or photos > 0
            made.append(
                Offer(
                    piece.key,
                    self._label(piece, own, photos),
                    style.description if style else "",
                    piece.key in ticked,
                    there and not (held_back and piece.public),
                    style is not None,
                )
            )
        return tuple(made)

    def _label(self, piece: Piece, own: str, photos: int) -> str:
        label = _ACCESS.get(piece.key, piece.title.replace("&", "&&"))
        if piece.key == "foto":
            return f"{label} ({photos})" if photos else f"{label} (belum ada)"
        if piece.endings in _KINDS:
            return f"{label} ({_KINDS[piece.endings]})"
        approved = self._parts.releases.fixed(piece.key.partition("/")[2]) is not None
        remarks = [text for text, on in (("gaya rapat ini", piece.key == own), ("disetujui", approved)) if on]
        return f"{label} – {', '.join(remarks)}" if remarks else label

    def _ticked(self) -> frozenset[str]:
        """What was ticked last time; of the releases the meeting's own, and others that suit the office."""
        from rakor_desktop.desk.press_out.package import RELEASE, usual_pieces

        parts = self._parts
        remembered = parts.settings.now.package
        if not remembered:
            return frozenset(usual_pieces(parts.desk.bundle, parts.catalog))
        own = f"{RELEASE}/{parts.releases.style.name}"
        suits = {
            f"{RELEASE}/{style.name}"
            for style in styles_of(RELEASE, parts.catalog)
            if not style.kinds or parts.desk.office.kind in style.kinds
        }
        releases = {key for key in remembered if key.startswith(f"{RELEASE}/")}
        others = set(remembered) - releases
        return frozenset(others | (releases & suits) | ({own} if releases else set()))

    def _note(self) -> str:
        if not self._parts.releases.needs_confirmation:
            return ""
        level = "SANGAT RAHASIA" if self._parts.desk.meeting.classification == "SR" else "RAHASIA"
        return _HELD_BACK.format(level=level)

    def _accept(self, dialog: PackageDialog, offers: Sequence[Offer]) -> None:
        settings = self._parts.settings
        waiting = {offer.key for offer in offers if not offer.enabled}
        kept = tuple(key for key in settings.now.package if key in waiting)
        settings.change(package=(*dialog.chosen, *kept), export_folder=str(dialog.root))
        self._make(self._order(dialog.chosen), dialog.root)

    def _order(self, wanted: tuple[str, ...]) -> Order:
        from rakor_desktop.desk.press_out.package import Order

        parts = self._parts
        templates = {name: self._exporting.template_of(name) for name in DOCUMENTS}
        words = {style.name: parts.releases.fixed(style.name) for style in styles_of("siaran-pers", parts.catalog)}
        return Order(
            parts.desk.bundle,
            parts.catalog,
            parts.photos.reader,
            wanted,
            {document: name for document, name in templates.items() if name is not None},
            {style: text for style, text in words.items() if text is not None},
        )

    def _make(self, order: Order, root: Path) -> None:
        from rakor_desktop.desk.press_out.package import make_package

        parts = self._parts

        def done(made: Package) -> None:
            parts.archive.log(order.bundle.meeting.id, "exported", f"paket {made.folder.name}: {', '.join(made.files)}")
            lost = f"; {made.lost} foto tidak ditemukan" if made.lost else ""
            lost += "; tanpa siaran pers, karena masih kosong" if made.empty else ""
            self._toast.say(
                f"Paket siap: {len(made.files)} berkas{lost}",
                [("Buka &folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.folder))))],
            )

        def failed(error: RakorError) -> None:
            self._bar.say(
                f"Paket belum jadi; tidak ada berkas yang berubah. {error.message}",
                [("&Coba lagi", lambda: self._make(order, root)), ("&Pilih lagi…", self.ask)],
            )

        self._bar.hide()
        parts.jobs.run(
            "Menyiapkan paket…",
            lambda token: make_package(order, root, progress=token.progress, check=token.check),
            done,
            failed,
        )
