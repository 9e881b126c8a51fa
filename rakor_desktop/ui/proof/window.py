"""The window "Periksa naskah": any text on the left with its findings marked, all of them listed on the right."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rakor_desktop.errors import RakorError
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.proof.bar import FindingBar
from rakor_desktop.ui.proof.bulk_dialog import BulkDialog
from rakor_desktop.ui.proof.draft_edit import DraftEdit
from rakor_desktop.ui.proof.draft_files import FILTER, draft_from, draft_into
from rakor_desktop.ui.proof.empty import Invitation, Placard
from rakor_desktop.ui.proof.findings_list import FindingsList
from rakor_desktop.ui.proof.ignored_dialog import IgnoredDialog
from rakor_desktop.ui.proof.live import MOST_REVIEWED, reviewed_end
from rakor_desktop.ui.proof.session import ProofSession
from rakor_desktop.ui.proof.severity import counted
from rakor_desktop.ui.toast import Toast
from rakor_desktop.ui.words import NO_TITLE, shortened

_WISH: Final = QSize(1240, 720)
_KEYS: Final = "F8 temuan berikutnya · Alt+Enter lihat temuan · Alt+1 perbaiki · Ctrl+Z urungkan"


class ProofWindow(QDialog):
    """Reviews any text while it is typed. Closing loses nothing: the text is there the next time."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Periksa naskah")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._parts = parts
        self.edit = DraftEdit()
        self.session = ProofSession(parts, self.edit, self)
        self.list = FindingsList()
        self.bar = FindingBar()
        self.message = MessageBar()
        self.toast = Toast(self.edit)
        self.quoted = QCheckBox("Periksa juga kata dalam &kutipan")
        self.compare = QCheckBox("Bandingkan dengan &rapat yang terbuka")
        self._head = QLabel()
        self._note = Muted("", self)
        self._stack = QStackedWidget()
        self._invitation = Invitation()
        self._well = Placard("check", "Tidak ada temuan", "Naskah ini tampak siap.", good=True)
        self._lay_out()
        self._connect()
        self._fit()
        self.quoted.setChecked(self.session.restore())
        self._refresh()

    @property
    def heading(self) -> str:
        """The line of counts."""
        return self._head.text()

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """What is shown: all findings but those ignored."""
        return self.session.findings

    def open_file(self, path: Path) -> None:
        """Put a file's text in place of the one shown."""
        self.message.hide()
        self._parts.jobs.run(
            f"Membuka {path.name}…",
            lambda token: draft_from(path, token.check),
            self._put,
            lambda error: self.message.say(error.message),
        )

    def ask_file(self) -> None:
        """Ask which file to open."""
        chosen, _kind = QFileDialog.getOpenFileName(self, "Buka naskah", "", FILTER)
        if chosen:
            self.open_file(Path(chosen))

    def paste_all(self) -> None:
        """Put what was copied in place of the text shown."""
        self.edit.selectAll()
        self.edit.paste()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_result(self) -> None:
        """Copy the whole text as it stands."""
        text = self.session.text
        if text.strip():
            QGuiApplication.clipboard().setText(text)
            self.toast.say("Naskah disalin; tempelkan di mana saja")

    def save_as(self) -> None:
        """Ask where to, and write the text there as .txt."""
        if self.edit.document().isEmpty():
            return
        start = str(Path(self._parts.settings.now.export_folder) / "naskah.txt")
        chosen, _kind = QFileDialog.getSaveFileName(self, "Simpan naskah", start, "Teks (*.txt)")
        if chosen:
            self.save_to(Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.txt"))

    def save_to(self, path: Path) -> None:
        """Write the text to a file."""
        try:
            draft_into(path, self.session.text)
        except RakorError as error:
            self.message.say(error.message)
        else:
            self.toast.say(f"Naskah disimpan sebagai {path.name}")

    def mend_all(self) -> None:
        """Offer everything that is sure, and mend what is chosen as one undo step."""
        text = self.session.text
        sure = [f for f in self.session.findings if f.sure and text[f.start : f.end] == f.text]
        if not sure:
            return
        dialog = BulkDialog(text, sure, self)
        dialog.accepted.connect(lambda: self.session.mend_sure(text, dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_ignored(self) -> None:
        """List what is ignored here and always."""
        dialog = IgnoredDialog(self.session.ignored(), self)
        dialog.taken_back.connect(self.session.take_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def clear(self) -> None:
        """Begin with an empty sheet; Ctrl+Z brings the text back."""
        if not self.edit.document().isEmpty():
            self._put("")

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the people book and the meeting on the desk anew."""
        super().showEvent(event)
        self._offer_comparison()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.session.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is lost."""
        self.session.keep()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the text when another window comes forward; compare with its meeting when this one comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            if self.isActiveWindow():
                self._offer_comparison()
            else:
                self.session.keep()

    # -- building

    def _lay_out(self) -> None:
        font = self._head.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._head.setFont(font)
        self._note.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.edit)
        split.addWidget(self._findings_side())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([720, 480])
        split.handle(1).setAccessibleName("Pemisah naskah dan temuan")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(7)
        column.addLayout(self._top())
        column.addWidget(self.message)
        column.addLayout(self._options())
        column.addWidget(self._note)
        column.addWidget(split, 1)
        column.addLayout(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._head, 1)
        for text, keys, remark, act in (
            ("&Buka…", "Ctrl+O", "Buka .txt, .docx, atau .html", self.ask_file),
            ("K&osongkan", "Ctrl+N", "Mulai dari lembar kosong", self.clear),
            ("S&impan…", "Ctrl+S", "Simpan naskah sebagai .txt", self.save_as),
            ("&Salin hasil", "Ctrl+Shift+C", "Salin seluruh naskah", self.copy_result),
        ):
            button = QPushButton(text)
            button.setToolTip(f"{remark}  ({keys})")
            button.clicked.connect(lambda _=False, run=act: run())
            QShortcut(QKeySequence(keys), self, lambda run=act: run())
            row.addWidget(button)
        return row

    def _options(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        ignored = QPushButton("&Yang diabaikan…")
        ignored.setToolTip("Lihat yang diabaikan dan ambil kembali")
        ignored.clicked.connect(self.show_ignored)
        self.quoted.setToolTip("Ucapan orang biasanya dibiarkan seperti diucapkan")
        row.addWidget(self.quoted)
        row.addWidget(self.compare)
        row.addStretch(1)
        row.addWidget(ignored)
        return row

    def _findings_side(self) -> QWidget:
        for widget in (self._invitation, self._well, self.list):
            self._stack.addWidget(widget)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        side.setMinimumWidth(380)
        return side

    def _foot(self) -> QHBoxLayout:
        close = QPushButton("&Tutup")
        close.setToolTip("Tutup; naskah ini ada lagi waktu dibuka kembali  (Esc)")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(Muted(_KEYS, self), 1)
        row.addWidget(close)
        return row

    def _connect(self) -> None:
        session, marks = self.session, self.session.marks
        session.changed.connect(self._refresh)
        session.warned.connect(self.message.say)
        session.told.connect(lambda text, undo: self.toast.say(text, [("&Urungkan", undo)]))
        self.edit.brought.connect(self.open_file)
        self.edit.shortened.connect(self._tell_cut)
        self._invitation.paste_wanted.connect(self.paste_all)
        self._invitation.open_wanted.connect(self.ask_file)
        marks.chosen.connect(self._on_marked)
        marks.walk_with(self.bar.step)
        self.list.chosen.connect(self._on_listed)
        self.list.entered.connect(self._enter)
        self.bar.chosen.connect(self._on_bar)
        self.bar.remedy.connect(marks.apply)
        self.bar.mend_all.connect(self.mend_all)
        self.bar.list_wanted.connect(self.show_ignored)
        for source in (marks, self.list, self.bar):
            source.ignored_here.connect(session.ignore_here)
            source.ignored_always.connect(session.ignore_always)
        self.quoted.toggled.connect(session.review_quotations)
        self.compare.toggled.connect(session.compare)
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(keys), self, lambda n=by: self.bar.step(n))

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() - QSize(30, 34) if parent is not None else _WISH
        self.resize(room.boundedTo(_WISH).expandedTo(QSize(700, 440)))

    # -- following

    def _refresh(self) -> None:
        text, shown, waiting = self.session.text, self.findings, self.session.pending
        end = reviewed_end(text)
        blank = not text.strip()
        begins = not self.bar.findings
        self.list.show_findings(shown)
        self.bar.show_findings(self.list.findings)
        self.list.choose(self.bar.current)
        if begins:
            self.list.scrollToTop()
        self.bar.setVisible(bool(shown))
        words = f"{'lebih dari ' if end < len(text) else ''}{counted(len(text[:end].split()), 'kata')}"
        tail = counted(len(shown), "temuan") if shown or not waiting else "memeriksa…"
        self._head.setText("Belum ada naskah" if blank else f"{words} · {tail}")
        self._note.setVisible(end < len(text))
        self._note.setText(f"Naskah ini sangat panjang: yang diperiksa {counted(end, 'huruf')} pertama.")
        self._stack.setCurrentWidget(self._invitation if blank else self.list if shown or waiting else self._well)

    def _on_marked(self, finding: TextFinding | None) -> None:
        self.bar.choose(finding)
        self.list.choose(finding)

    def _on_listed(self, finding: TextFinding) -> None:
        self.bar.choose(finding)
        self.session.marks.point_out(finding)

    def _on_bar(self, finding: TextFinding) -> None:
        self.list.choose(finding)
        self.session.marks.point_out(finding, select=self.edit.hasFocus())

    def _enter(self, finding: TextFinding) -> None:
        self.session.marks.point_out(finding, select=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, text: str) -> None:
        self.session.put(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_cut(self, length: int) -> None:
        self.message.say(
            f"Naskah itu {counted(length, 'huruf')}, terlalu panjang untuk sekali periksa: yang dimuat hanya bagian "
            f"awalnya sampai {counted(MOST_REVIEWED, 'huruf')}. Periksa bagian lainnya tersendiri."
        )

    def _offer_comparison(self) -> None:
        meeting = self._parts.desk.meeting
        self.compare.setEnabled(bool(meeting.id))
        title = shortened(meeting.title or NO_TITLE)
        self.compare.setToolTip(
            f"Nama dan kutipan dicocokkan dengan notula “{title}”" if meeting.id else "Belum ada rapat yang dibuka"
        )
