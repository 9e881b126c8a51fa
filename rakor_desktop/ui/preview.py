"""The live preview: a document's contents on paper, patched block by block while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.desk import Desk
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.page import PhotoStore
from rakor_desktop.ui.press.barrier import CONFIRMATION, Barrier
from rakor_desktop.ui.preview_layout import Block, plain_text
from rakor_desktop.ui.preview_paper import Paper

if TYPE_CHECKING:
    from rakor_desktop.compose.source import Memory
    from rakor_desktop.desk.releases import Releases

Outline = Callable[[str, Bundle, Catalog], Sequence[Block]]
RELEASE: Final = "siaran-pers"
DOCUMENTS: Final = (
    *("notula", "daftar-hadir", "siaran-pers", "laporan-whatsapp"),
    *("undangan", "laporan-hasil", "petikan-arahan", "tindak-lanjut", "dokumentasi"),
)
_TEXT_DOCUMENTS: Final = frozenset({"siaran-pers", "laporan-whatsapp"})
MOST_PEOPLE: Final = 1000
"""More people than that are not composed for the preview: it has to be ready before the next key."""
_TITLE: Final = "Pratinjau isi – klik kalimat untuk menuju isiannya"
_BRIEF: Final = "Pratinjau isi"
"""Where two buttons stand beside it."""
_SETTLE_MS: Final = 80
_SAID_MS: Final = 1800


class ComposedOutline:
    """The blocks as composed; imported on first use, so that the window opens sooner.

    ``releases`` has the draft of the release composed already, and the words of an approved one, which stand
    whatever became of the meeting.
    """

    def __init__(self, releases: Releases | None = None) -> None:
        self._memory: Memory | None = None
        self._releases = releases

    def __call__(self, document: str, bundle: Bundle, catalog: Catalog) -> Sequence[Block]:
        """The blocks of a document; people who have not changed since the last time are not worded anew."""
        from rakor_desktop.compose.outline import outline
        from rakor_desktop.compose.source import Memory

        self._memory = self._memory or Memory()
        meeting = bundle.meeting
        people = len(meeting.attendees)
        releases = self._releases if document == RELEASE else None
        fixed = releases.fixed() if releases is not None else None
        if people <= MOST_PEOPLE:
            made = releases.draft if releases is not None else None
            return outline(document, bundle, catalog, memory=self._memory, fixed=fixed, made=made)
        fewer = replace(bundle, meeting=_with_fewer(meeting))
        shown = outline(document, fewer, catalog, memory=self._memory, fixed=fixed)
        note = f"Pratinjau memuat {MOST_PEOPLE} orang pertama dari {people}; dokumennya memuat semua orang."
        return (_Told(note), *shown)


def _with_fewer(meeting: Meeting) -> Meeting:
    """The first people of a very long list, and everybody whom something else in the meeting names."""
    named = {
        *meeting.leader_ids,
        meeting.secretary_id,
        meeting.note_taker_id,
        *(signer.attendee_id for signer in meeting.signers),
        *(item.speaker_id for item in meeting.items),
        *(release.contact_id for release in meeting.releases),
    }
    late = tuple(a for a in meeting.attendees[MOST_PEOPLE:] if a.id in named)
    count = meeting.head_count
    if count is None and not meeting.groups:
        count = sum(a.presence != "absent" for a in meeting.attendees)
    return replace(meeting, attendees=meeting.attendees[:MOST_PEOPLE] + late, head_count=count)


class PreviewPane(QWidget):
    """One document of the meeting on the desk, always as it is now. A click on a sentence emits its target."""

    jump = Signal(str)

    def __init__(
        self,
        desk: Desk,
        catalog: Catalog,
        photos: PhotoStore,
        outline: Outline | None = None,
        parent: QWidget | None = None,
        *,
        releases: Releases | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._catalog, self._photos, self._releases = desk, catalog, photos, releases
        self._outline = outline or ComposedOutline(releases)
        self._document = DOCUMENTS[0]
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self.paper = Paper(self)
        self.paper.clicked.connect(self.jump)
        self.copy_button = QPushButton("&Salin teks", self)
        self.copy_button.clicked.connect(self.copy_text)
        self.barrier = Barrier(self)
        self.barrier.button.clicked.connect(lambda: self.jump.emit(CONFIRMATION))
        self.copies_button = QPushButton("Salin &untuk", self)
        self.copies_button.setToolTip("Salin untuk portal berita atau WhatsApp")
        self.copies_button.setMenu(QMenu(self.copies_button))
        self._lay_out()
        desk.changed.connect(self._soon)
        desk.office_changed.connect(self._soon)
        if releases is not None:
            releases.changed.connect(self._soon)

    @property
    def barred(self) -> bool:
        """Whether the document must not be seen before somebody answers for it: the release of a classified meeting."""
        return self._document == RELEASE and self._releases is not None and self._releases.needs_confirmation

    @property
    def document(self) -> str:
        """The document shown, by its name: one of :data:`DOCUMENTS`."""
        return self._document

    @document.setter
    def document(self, document: str) -> None:
        if document != self._document:
            self._document = document
            self._title.setText(_BRIEF if document == RELEASE else _TITLE)
            self._offer()
            self.refresh()

    @property
    def text(self) -> str:
        """The document as plain text, with WhatsApp's single asterisks."""
        return plain_text(self.paper.blocks)

    def refresh(self) -> None:
        """Compose and show now; while nobody looks it waits until somebody does."""
        self._timer.stop()
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._offer()
        self._sheets.setCurrentWidget(self.barrier if self.barred else self.paper)
        if self.barred:
            self.paper.show_blocks((), self._document)
            return
        font = self._desk.office.font
        self.paper.set_font(font.name, 10.5)
        try:
            blocks = self._outline(self._document, self._desk.bundle, self._catalog)
        except RakorError as error:
            blocks = (_Told(str(error)),)
        self.paper.show_blocks(blocks, self._document)

    def offer_copies(self, actions: Sequence[QAction]) -> None:
        """Put other ways to copy the release beside "Salin teks"."""
        self.copies_button.menu().addActions(list(actions))

    def copy_text(self) -> None:
        """Put the text on the clipboard, the very text that an export would write."""
        if self.barred:
            return
        from rakor_desktop.desk.documents import document_bytes

        fixed = self._releases.fixed() if self._releases is not None and self._document == RELEASE else None
        data = document_bytes(self._desk.bundle, self._document, ".txt", catalog=self._catalog, fixed=fixed)
        QGuiApplication.clipboard().setText(data.decode("utf-8").strip())
        self.copy_button.setText("✓ Tersalin")
        QTimer.singleShot(_SAID_MS, self.copy_button, lambda: self.copy_button.setText("&Salin teks"))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _offer(self) -> None:
        """Show the ways to copy that this document has now."""
        self.copy_button.setVisible(self._document in _TEXT_DOCUMENTS and not self.barred)
        more = self._document == RELEASE and not self.barred
        self.copies_button.setVisible(more and bool(self.copies_button.menu().actions()))

    def _soon(self) -> None:
        # Not started anew by every key: while one types without a pause, the page still follows.
        if not self._timer.isActive():
            self._timer.start()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 0, 0)
        self._title = Muted(_TITLE, self, wrap=False)
        self._title.setToolTip("Isi dokumen, bukan tata letak halaman cetaknya; klik kalimat untuk menuju isiannya")
        head.addWidget(self._title, 1)
        head.addWidget(self.copy_button)
        self.copy_button.setVisible(False)
        head.addWidget(self.copies_button)
        self.copies_button.setVisible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(6)
        rows.addLayout(head)
        self._sheets = QStackedWidget(self)
        self._sheets.addWidget(self.paper)
        self._sheets.addWidget(self.barrier)
        rows.addWidget(self._sheets, 1)


class _Told:
    """A sentence on the paper in place of a document that could not be composed."""

    key, kind, label, marker, level, target = "pesan", "note", "", "", 0, ""
    cells: tuple[str, ...] = ()

    def __init__(self, text: str) -> None:
        self.text = text
