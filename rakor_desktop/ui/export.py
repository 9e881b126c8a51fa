"""Making documents from the window: which template, which format, where to, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rakor_desktop.desk.documents import PDF, choose_template, document_title, export_document, suffixes_of
from rakor_desktop.desk.file_names import LONGEST_NAME, default_root, meeting_folder, safe_name
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.barrier import BARRED
from rakor_desktop.ui.toast import Toast

FORMATS: Final = (
    (".docx", "Word (.docx)"),
    (PDF, "PDF (.pdf)"),
    (".txt", "Teks (.txt)"),
    (".html", "Halaman web (.html)"),
    (".eml", "Draf surel (.eml)"),
)
_MOST_NUMBERED: Final = 1000


class Exporting(QObject):
    """Makes the documents of the meeting on the desk and tells what became of them.

    ``confirmation_wanted``: somebody wants to answer for the release of a classified meeting;
    ``templates_wanted(document)``: somebody wants to see what is wrong with the template of a document.
    """

    confirmation_wanted = Signal()
    templates_wanted = Signal(str)

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._toast = toast
        self._bar = bar
        self._window = window
        self._made: dict[Path, tuple[int, int]] = {}

    def format_of(self, document: str) -> str:
        """The format used last for a document: ``.docx`` unless another was chosen."""
        chosen = self._parts.settings.now.formats.get(document, ".docx")
        return chosen if chosen in self.formats(document) else ".docx"

    def formats(self, document: str) -> tuple[str, ...]:
        """The formats that this document can be made in here: PDF only with a program that sets its pages."""
        usual = suffixes_of(document)
        return tuple(
            end for end, _ in FORMATS if end in usual or (end == PDF and self._parts.typesetter.available)
        )

    def template_of(self, document: str) -> str | None:
        """The template that the meeting's office chose; ``None`` lets the kind of office decide."""
        name = self._parts.settings.template(self._parts.desk.office.id, document)
        known = [entry.name for entry in self._parts.catalog.templates_for(document)]
        return name if name in known else None

    def choose_template(self, document: str, name: str) -> None:
        """Let the meeting's office use this template for a document from now on."""
        self._parts.settings.choose_template(self._parts.desk.office.id, document, name)

    def template_in_use(self, document: str) -> str:
        """The name of the template that would be used now; empty when there is none."""
        kind = self._parts.desk.office.kind
        try:
            return choose_template(document, self._parts.catalog, kind, self.template_of(document)).name
        except RakorError:
            return ""

    def export(self, document: str, suffix: str = "", *, ask: bool = False) -> None:
        """Make a document. The first time, and with ``ask``, the user says where it goes."""
        suffix = suffix or self.format_of(document)
        self._parts.settings.choose_format(document, suffix)
        self.make(document, suffix, ask=ask)

    def make(self, document: str, suffix: str, *, ask: bool = False, opened: bool = False) -> None:
        """As :meth:`export`, without making this the document's usual format; ``opened`` opens it afterwards."""
        if not self.may_go_out(document):
            return
        bundle = self._parts.desk.bundle
        target = self._target(bundle.meeting, document, suffix, ask or not self._parts.settings.now.export_folder)
        if target is not None:
            self._run(bundle, document, target, opened)

    def may_go_out(self, document: str) -> bool:
        """Whether this document may be made, copied or packed; where it may not, the bar says why and what to do."""
        if document != "siaran-pers" or not self._parts.releases.needs_confirmation:
            return True
        self._bar.say(BARRED, [("&Ke konfirmasi", self._to_confirmation)])
        return False

    def _to_confirmation(self) -> None:
        self._bar.hide()
        self.confirmation_wanted.emit()

    def _to_template(self, document: str) -> None:
        self._bar.hide()
        self.templates_wanted.emit(document)

    def _target(self, meeting: Meeting, document: str, suffix: str, ask: bool) -> Path | None:
        root = Path(self._parts.settings.now.export_folder or default_root())
        folder = meeting_folder(root, meeting)
        name = safe_name(f"{document_title(document)} {meeting.title}".strip(), LONGEST_NAME - len(suffix))
        if not ask:
            return self._free(folder / f"{name}{suffix}")
        usual = self.formats(document)
        kinds = ";;".join(f"{label[: label.index(' (')]} (*{end})" for end, label in FORMATS if end in usual)
        label = next(label for end, label in FORMATS if end == suffix)
        start = folder if _made_folder(folder) else root.parent
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window,
            f"Simpan {document_title(document).lower()}",
            str(start / f"{name}{suffix}"),
            kinds,
            f"{label[: label.index(' (')]} (*{suffix})",
        )
        if not chosen:
            _drop_empty(folder)
            return None
        target = Path(chosen)
        if target.suffix.casefold() not in usual:
            target = target.with_name(target.name + suffix)
        self._remember_root(folder, target)
        return target

    def _remember_root(self, folder: Path, target: Path) -> None:
        """Later documents go to folders beside the one chosen now, without asking."""
        root = folder.parent if target.parent == folder else target.parent
        if target.parent != folder:
            _drop_empty(folder)
        self._parts.settings.change(export_folder=str(root))

    def _free(self, target: Path) -> Path:
        """The target, or a numbered name where a file lies that somebody may have worked on in Word."""
        for number in range(1, _MOST_NUMBERED):
            name = target.name if number == 1 else f"{target.stem} ({number}){target.suffix}"
            candidate = target.with_name(name)
            if not candidate.exists() or self._made.get(candidate) == _trace(candidate):
                return candidate
        return target

    def _run(self, bundle: Bundle, document: str, target: Path, opened: bool = False) -> None:
        parts, template = self._parts, self.template_of(document)
        release = document == "siaran-pers"
        fixed = parts.releases.fixed() if release else None
        confirmation = parts.releases.confirmation if release else None
        title = document_title(document)
        _made_folder(target.parent)

        def done(made: Path) -> None:
            self._made[made] = _trace(made)
            parts.archive.log(bundle.meeting.id, "exported", f"{document} {made.name}")
            if opened:
                _open(made)
            beside = "" if made == target else f" sebagai {made.name}"
            self._toast.say(
                f"{title} disimpan{beside}",
                [("&Buka", lambda: _open(made)), ("Buka &folder", lambda: _open(made.parent))],
            )

        def failed(error: RakorError) -> None:
            if error.code == "cancelled":
                self._toast.say(error.message)
                return
            again: Callable[[], None] = lambda: self._run(parts.desk.bundle, document, target, opened)  # noqa: E731
            links = [("&Coba lagi", again)]
            if error.code == "template":
                links.append(("Lihat te&mplat", lambda: self._to_template(document)))
            self._bar.say(f"{title} belum jadi. {error.message}", links)

        self._bar.hide()
        parts.jobs.run(
            f"Membuat {title.lower()}…",
            lambda token: export_document(
                bundle,
                document,
                target,
                catalog=parts.catalog,
                photos=parts.photos.reader,
                template=template,
                fixed=fixed,
                answered_by=confirmation.who if confirmation else "",
                cancelled=lambda: token.cancelled,
                typesetter=parts.typesetter,
            ),
            done,
            failed,
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _made_folder(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False  # the export itself will say what is wrong with the place
    return True


def _drop_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # it holds documents already


def _trace(path: Path) -> tuple[int, int]:
    """What tells whether a file is still as we wrote it: time of change and size."""
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (state.st_mtime_ns, state.st_size)
