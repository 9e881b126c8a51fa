"""The pages that a template gives with a real or a sample meeting, made off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from rakor_desktop.catalog import TemplateEntry
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.desk.jobs import Jobs, JobToken
from rakor_desktop.errors import RakorError
from rakor_desktop.printing import Pages
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.printing.page_view import PageView
from rakor_desktop.ui.template_shelf.use import trial_of


class SampleView(QWidget):
    """Shows one template's pages; ``word_wanted`` when somebody would rather see the filled example in Word."""

    word_wanted = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._jobs = Jobs(self)
        self._jobs.bug.connect(parts.jobs.bug)
        self._job = 0
        self.caption = QLabel("Pratinjau", self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        self.words = QLabel("Menyusun halaman…", self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMargin(16)
        self.in_word = QPushButton("Buka &contoh di Word", self)
        self.in_word.setAutoDefault(False)
        self.in_word.clicked.connect(self.word_wanted)
        self.in_word.hide()
        self.view = PageView(self)
        self.view.setAccessibleName("Pratinjau templat")
        self.view.set_zoom("width")
        self._stack = QStackedWidget(self)
        told = QWidget(self)
        inner = QVBoxLayout(told)
        inner.addStretch(1)
        inner.addWidget(self.words)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.in_word)
        line.addStretch(1)
        inner.addLayout(line)
        inner.addStretch(2)
        self._stack.addWidget(told)
        self._stack.addWidget(self.view)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.caption)
        rows.addWidget(self._stack, 1)

    @property
    def showing_pages(self) -> bool:
        """Whether pages are shown, not words."""
        return self._stack.currentIndex() == 1

    def say(self, text: str, *, word: bool = False) -> None:
        """Show a sentence in place of pages; ``word`` offers the filled example in Word."""
        self._stop()
        self.words.setText(text)
        self.in_word.setVisible(word)
        self._stack.setCurrentIndex(0)

    def show_template(self, entry: TemplateEntry, *, stay: bool = False) -> None:
        """Make and show the pages; ``stay`` keeps the place that is read, for the same template changed."""
        parts, trial = self._parts, trial_of(self._parts, entry.document)
        self.caption.setText(f"Pratinjau dengan {trial.label}")
        if not stay or not self.showing_pages:
            self.say("Menyusun halaman…")
        self._stop()

        def work(token: JobToken) -> Pages | None:
            data = document_bytes(
                trial.bundle, entry.document, ".docx", catalog=parts.catalog, photos=parts.photos.reader,
                template=entry.name,
            )  # fmt: skip
            token.check()
            if not parts.typesetter.available:
                return None
            return Pages(parts.typesetter.typeset(data, lambda: token.cancelled).pdf)

        def done(pages: Pages | None) -> None:
            self._job = 0
            if pages is None:
                self.say(
                    "Templat ini dapat diisi. Halamannya baru dapat ditampilkan bila Word atau LibreOffice terpasang "
                    "di komputer ini.",
                    word=True,
                )
                return
            self.view.show_pages(pages, stay=stay)
            self._stack.setCurrentIndex(1)

        def failed(error: RakorError) -> None:
            self._job = 0
            self.say(error.message)

        self._job = self._jobs.run("Pratinjau templat", work, done, failed)

    def close_pages(self) -> None:
        """End what is going on, for good."""
        self._stop()
        self._jobs.close()
        self.view.close_pages()

    def _stop(self) -> None:
        number, self._job = self._job, 0
        if number:
            self._jobs.cancel(number)
