"""Making documents from the window: which template, which format, where to, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rakor_desktop import paths
from rakor_desktop.desk.documents import choose_template, document_title, export_document
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.toast import Toast

FORMATS: Final = ((".docx", "Word (.docx)"), (".txt", "Teks (.txt)"), (".html", "Halaman web (.html)"))
FOLDER: Final = "Rakor Desktop"
"""The folder in the user's documents under which every meeting gets its own."""

LONGEST_NAME: Final = 120
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)")
_MOST_NUMBERED: Final = 1000


def safe_name(text: str, longest: int = LONGEST_NAME) -> str:
    """A file or folder name for Windows and Linux: forbidden signs become blanks, the length is bounded."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split())[:longest].rstrip(". ")
    name = f"_{name}" if _RESERVED.match(name) else name
    return name or "Rapat"


def meeting_folder(root: Path, meeting: Meeting) -> Path:
    """``<root>/2024-08-15 Rakor lintas sektoral``."""
    day = f"{meeting.held.date.isoformat()} " if meeting.held.date else ""
    return root / safe_name(f"{day}{meeting.title or 'Rapat tanpa judul'}", 80)


def default_root() -> Path:
    """Where documents go unless the user chose another place."""
    return paths.user_documents_dir() / FOLDER


class Exporting(QObject):
    """Makes the documents of the meeting on the desk and tells what became of them."""

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
        return chosen if chosen in [suffix for suffix, _ in FORMATS] else ".docx"

    def template_of(self, document: str) -> str | None:
        """The template chosen for a document; ``None`` lets the kind of office decide."""
        name = self._parts.settings.now.templates.get(document)
        known = [entry.name for entry in self._parts.catalog.templates_for(document)]
        return name if name in known else None

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
        self._parts.settings.choose("formats", document, suffix)
        bundle = self._parts.desk.bundle
        target = self._target(bundle.meeting, document, suffix, ask or not self._parts.settings.now.export_folder)
        if target is not None:
            self._run(bundle, document, target)

    def _target(self, meeting: Meeting, document: str, suffix: str, ask: bool) -> Path | None:
        root = Path(self._parts.settings.now.export_folder or default_root())
        folder = meeting_folder(root, meeting)
        name = safe_name(f"{document_title(document)} {meeting.title}".strip(), LONGEST_NAME - len(suffix))
        if not ask:
            return self._free(folder / f"{name}{suffix}")
        kinds = ";;".join(f"{label[: label.index(' (')]} (*{end})" for end, label in FORMATS)
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
        if target.suffix.casefold() not in [end for end, _ in FORMATS]:
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

    def _run(self, bundle: Bundle, document: str, target: Path) -> None:
        parts, template = self._parts, self.template_of(document)
        title = document_title(document)
        _made_folder(target.parent)

        def done(made: Path) -> None:
            self._made[made] = _trace(made)
            parts.archive.log(bundle.meeting.id, "exported", f"{document} {made.name}")
            beside = "" if made == target else f" sebagai {made.name}"
            self._toast.say(
                f"{title} disimpan{beside}",
                [("&Buka", lambda: _open(made)), ("Buka &folder", lambda: _open(made.parent))],
            )

        def failed(error: RakorError) -> None:
            if error.code == "cancelled":
                self._toast.say(error.message)
                return
            again: Callable[[], None] = lambda: self._run(parts.desk.bundle, document, target)  # noqa: E731
            self._bar.say(f"{title} belum jadi. {error.message}", [("&Coba lagi", again)])

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
                cancelled=lambda: token.cancelled,
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
