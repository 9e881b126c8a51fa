"""From the pages shown to the printer: the system's own dialog, then the work off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from rakor_desktop.desk.documents import document_title
from rakor_desktop.desk.jobs import JobToken
from rakor_desktop.errors import RakorError
from rakor_desktop.printing import Pages
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.printing.making import Made
from rakor_desktop.ui.printing.printer import paper_name, print_pages, set_up
from rakor_desktop.ui.toast import Toast


class Printing(QObject):
    """Prints the very file whose pages are shown, and tells what became of it."""

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._toast = toast
        self._bar = bar
        self._window = window

    def ask(self, made: Made) -> None:
        """Let the user choose printer, pages and copies, on the paper that the pages are made for."""
        if not QPrinterInfo.availablePrinterNames():
            self._bar.say(
                "Belum ada pencetak di komputer ini. Pasang pencetak di pengaturan sistem, atau simpan PDF lalu cetak "
                "dari komputer lain."
            )
            return
        title = f"{document_title(made.order.document)} {made.order.meeting.title}".strip()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, made.pages.sizes[0], title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(f"Cetak {document_title(made.order.document).lower()}")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(made.pages))
        dialog.accepted.connect(lambda: self.print(made, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog.open() wants the names of a slot

    def print(self, made: Made, printer: QPrinter) -> None:
        """Print with the settings that the printer has."""
        document, meeting_id, pdf = made.order.document, made.order.meeting.id, made.typeset.pdf
        wanted = made.pages.sizes[0]
        title = document_title(document)

        def done(sides: int) -> None:
            self._parts.archive.log(meeting_id, "printed", f"{document} {sides}")
            self._toast.say(f"{title} dikirim ke pencetak: {sides} halaman, {paper_name(wanted)}")

        def failed(error: RakorError) -> None:
            again = lambda: self.print(made, printer)  # noqa: E731
            self._bar.say(f"{title} belum tercetak. {error.message}", [("&Coba lagi", again)])

        def work(token: JobToken) -> int:
            # Pages of its own: the preview may be closed or made anew while the printer is still at work.
            with Pages(pdf) as pages:
                return print_pages(printer, pages, progress=token.progress, cancelled=lambda: token.cancelled)

        self._bar.hide()
        self._parts.jobs.run(f"Mencetak {title.lower()}…", work, done, failed)
