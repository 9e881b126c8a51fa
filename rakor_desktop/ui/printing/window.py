"""The window "Pratinjau cetak": the pages of a document as they will be printed, kept up with the meeting."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from rakor_desktop.desk.documents import PDF, document_title
from rakor_desktop.errors import RakorError
from rakor_desktop.printing import Pages
from rakor_desktop.ui.export import Exporting
from rakor_desktop.ui.icons import retint
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.pages.form import Muted, Rule
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.barrier import CONFIRMATION
from rakor_desktop.ui.printing.bar import PreviewActions, PreviewBar
from rakor_desktop.ui.printing.making import Made, Order, PageMaking
from rakor_desktop.ui.printing.page_view import PageView
from rakor_desktop.ui.printing.printer import paper_name
from rakor_desktop.ui.printing.printing import Printing
from rakor_desktop.ui.printing.strip import Strip
from rakor_desktop.ui.printing.without_engine import WithoutEngine
from rakor_desktop.ui.toast import Link, Toast
from rakor_desktop.ui.words import NO_TITLE, shortened

_PATIENCE: Final = 350
"""Milliseconds before the strip tells of work going on: what is ready sooner needs no word."""
_MARGIN: Final = 24


class PrintPreview(QDialog):
    """Shows pages; makes them anew when the meeting, the office or the template is another than on them.

    ``renewed`` whenever other pages are shown; ``jump(target)`` when a field of the meeting is asked for;
    ``templates_wanted(document)`` when somebody wants to see what is wrong with the template.
    """

    renewed = Signal()
    jump = Signal(str)
    templates_wanted = Signal(str)

    def __init__(self, parts: Parts, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._document = document
        self._shown: Made | None = None
        self._order: Order | None = None
        self._barred = False
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowMinMaxButtonsHint
            | Qt.WindowType.WindowCloseButtonHint
        )
        self.acts = PreviewActions(self)
        self.bar = PreviewBar(self.acts, self)
        self.messages = MessageBar(self)
        self.strip = Strip(self)
        self.view = PageView(self)
        self.toast = Toast(self)
        self.exporting = Exporting(parts, self.toast, self.messages, self)
        self.making = PageMaking(parts, self.exporting.template_of, self)
        self.printing = Printing(parts, self.toast, self.messages, self)
        self.without = WithoutEngine(parts, self)
        self._stack = QStackedWidget(self)
        self._told = Muted("", self, wrap=False)
        self._keys = QLabel(self)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self._connect()
        self._entitle()
        self._show_pages()

    @property
    def document(self) -> str:
        """The document that is previewed."""
        return self._document

    @property
    def pages(self) -> Pages | None:
        """The pages shown; ``None`` while there are none."""
        return self._shown.pages if self._shown else None

    @property
    def shown(self) -> Made | None:
        """What is shown, with the order that it was made for."""
        return self._shown

    @property
    def told(self) -> str:
        """The line below the pages: who set them, which paper, how many."""
        return self._told.text()

    @property
    def stale(self) -> bool:
        """Whether the pages shown, or being made, are not those of the meeting as it is now."""
        return self._shown is None or self._shown.order != self.making.order(self._document)

    def choose(self, document: str) -> None:
        """Preview this document."""
        if document != self._document:
            self._document = document
            self._take(None)
        self.bar.show_document(document)
        self._entitle()
        self.renew()

    def renew(self) -> None:
        """Make the pages anew where they are not those of now."""
        self.messages.hide()
        if not self._parts.typesetter.available:
            self.making.stop()
            self._tell_no_engine()
            return
        self._stack.setCurrentWidget(self.view)
        self._barred = not self.exporting.may_go_out(self._document)  # the message bar has told why
        if self._barred:
            self._late.stop()
            self.making.stop()
            self.strip.hide()
            self._take(None)
            return
        if not self.stale:
            self.strip.hide()
            return
        self._order = self.making.order(self._document)
        self.making.make(self._order)
        self._late.start()

    # -- what Qt tells

    def changeEvent(self, event: QEvent) -> None:
        """Catch up with the meeting when the window is turned to again; follow light and dark."""
        super().changeEvent(event)
        turned_to = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if turned_to and (self._shown is not None or self._barred):
            self._catch_up()
        elif event.type() == QEvent.Type.PaletteChange:
            retint(self, self.palette())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is going on."""
        super().closeEvent(event)
        self.done(QDialog.DialogCode.Rejected)

    def done(self, code: int) -> None:
        """End the work in progress and let the pages go."""
        self._late.stop()
        self.making.stop()
        self.view.close_pages()
        self._take(None)
        super().done(code)

    def reject(self) -> None:
        """Esc stops what is going on; when nothing is, it closes the window."""
        if self.making.busy:
            self._stop()
        else:
            super().reject()

    # -- building

    def _lay_out(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.without)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, Rule(self), self.messages, self.strip):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._told.setContentsMargins(12, 5, 12, 6)
        self._told.setAccessibleName("Keterangan halaman")
        column.addWidget(self._told)
        self.bar.show_document(self._document)
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableGeometry().size()
        self.resize(min(1180, room.width() - _MARGIN), room.height() - _MARGIN)
        self.view.setFocus()

    def _connect(self) -> None:
        acts, bar, view = self.acts, self.bar, self.view
        acts.print.triggered.connect(self._print)
        acts.pdf.triggered.connect(lambda: self.exporting.make(self._document, PDF, ask=True))
        acts.word.triggered.connect(self._open_in_word)
        acts.again.triggered.connect(self._renew_as_asked)
        acts.smaller.triggered.connect(lambda: view.step_zoom(up=False))
        acts.larger.triggered.connect(lambda: view.step_zoom(up=True))
        acts.whole.triggered.connect(lambda: view.set_zoom("page"))
        acts.life_size.triggered.connect(lambda: view.set_zoom(1.0))
        acts.wide.triggered.connect(lambda: view.set_zoom("width"))
        acts.previous.triggered.connect(lambda: view.go_to(view.page - 1))
        acts.next.triggered.connect(lambda: view.go_to(view.page + 1))
        bar.document_chosen.connect(self.choose)
        bar.zoom_chosen.connect(view.set_zoom)
        bar.page_chosen.connect(view.go_to)
        view.page_changed.connect(lambda _number: self._tell_page())
        view.zoomed.connect(lambda factor: bar.show_zoom(view.zoom, factor))
        view.images.bug.connect(self._parts.jobs.bug)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._failed)
        self.making.stopped.connect(self._stopped)
        self.making.progressed.connect(self.strip.progress)
        self.exporting.confirmation_wanted.connect(lambda: self.jump.emit(CONFIRMATION))
        self.exporting.templates_wanted.connect(self.templates_wanted)
        self.without.contents.jump.connect(self.jump)
        self.without.look_again.connect(self._look_again)
        self.without.word_wanted.connect(self._open_in_word)
        self._late.timeout.connect(self._tell_work)
        # Methods, not lambdas: these let go of the window once it is deleted.
        self._parts.desk.changed.connect(self._meeting_changed)
        self._parts.desk.office_changed.connect(self._meeting_changed)
        self._parts.releases.changed.connect(self._meeting_changed)

    # -- pages come and go

    def _made(self, made: Made) -> None:
        same = self._shown is not None and self._shown.order.document == made.order.document
        self._late.stop()
        self.strip.hide()
        former, self._shown = self._shown, made
        self.view.show_pages(made.pages, stay=same)
        if former is not None:
            former.pages.close()
        self._show_pages()
        if made.typeset.remark:
            self.strip.say(made.typeset.remark, "&Coba lagi", self._try_again)
        elif self.stale:
            self._meeting_changed()
        self.renewed.emit()

    def _failed(self, error: RakorError) -> None:
        self._late.stop()
        self.strip.hide()
        if error.code == "no_engine":
            self._tell_no_engine()
            return
        beside = "" if self._shown is None else " Halaman yang tampil adalah yang sebelumnya."
        links: list[Link] = [("&Coba lagi", self.renew)]
        if error.code == "template":
            links.append(("Lihat te&mplat", lambda: self.templates_wanted.emit(self._document)))
        self.messages.say(f"{error.message}{beside}", links)
        self._show_pages()

    def _stop(self) -> None:
        self.making.stop()
        self._stopped()

    def _stopped(self) -> None:
        self._late.stop()
        self.strip.say("Penyusunan halaman dibatalkan.", "&Susun lagi  (F5)", self.renew)

    def _take(self, made: Made | None) -> None:
        former, self._shown = self._shown, made
        self.view.show_pages(made.pages if made else None)
        if former is not None:
            former.pages.close()
        self._show_pages()

    def _try_again(self) -> None:
        self._take(None)
        self.renew()

    def _renew_as_asked(self) -> None:
        if self.pages is not None and not self.stale:
            self.toast.say("Halaman ini sudah sesuai dengan isian rapat.")
        self.renew()

    def _look_again(self) -> None:
        self._parts.typesetter.look_again()
        if self._parts.typesetter.available:
            self.renew()
        else:
            self.toast.say("Microsoft Word dan LibreOffice tetap tidak ditemukan.")

    # -- the meeting goes on

    def _meeting_changed(self) -> None:
        if not self._parts.desk.meeting.id:
            self.done(QDialog.DialogCode.Rejected)
            return
        self._entitle()
        if self.isActiveWindow():
            self._catch_up()
        elif self._shown is not None and self.stale and not self.making.busy:
            self.strip.say("Isi rapat berubah sejak halaman ini disusun.", "Pe&rbarui  (F5)", self.renew)

    def _catch_up(self) -> None:
        going_on = self._order if self.making.busy else None
        if self.stale and going_on != self.making.order(self._document):
            self.renew()

    # -- what a person wants

    def _print(self) -> None:
        if self._shown is not None and self.exporting.may_go_out(self._document):
            self.printing.ask(self._shown)

    def _open_in_word(self) -> None:
        self.exporting.make(self._document, ".docx", opened=True)

    # -- what is told

    def _tell_work(self) -> None:
        if self.making.busy:
            name = self._parts.typesetter.engines[0].name
            self.strip.work(f"{name} menyusun halaman {document_title(self._document).lower()}…", self._stop)

    def _tell_no_engine(self) -> None:
        self._late.stop()
        self.strip.hide()
        self._take(None)
        self._stack.setCurrentWidget(self.without)
        self.without.show_document(self._document)

    def _show_pages(self) -> None:
        """Bring bar, lines and actions in line with the pages shown."""
        shown = self._shown
        for action in (self.acts.print, self.acts.pdf):
            action.setEnabled(shown is not None)
        if shown is None:
            self._told.setText("")
        else:
            self._stack.setCurrentWidget(self.view)
            count = len(shown.pages)
            paper = paper_name(shown.pages.sizes[0]) if count else ""
            self._told.setText(f"Disusun oleh {shown.typeset.engine}  ·  {paper}  ·  {count} halaman")
        self._tell_page()
        self.bar.show_zoom(self.view.zoom, self.view.factor)

    def _tell_page(self) -> None:
        count = len(self._shown.pages) if self._shown else 0
        self.bar.show_page(self.view.page, count)
        self.acts.previous.setEnabled(self.view.page > 0)
        self.acts.next.setEnabled(self.view.page < count - 1)

    def _entitle(self) -> None:
        title = shortened(self._parts.desk.meeting.title or NO_TITLE, 50)
        self.setWindowTitle(f"Pratinjau cetak — {document_title(self._document)} — {title}")
