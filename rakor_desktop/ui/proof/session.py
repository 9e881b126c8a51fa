"""A text under review: what was found, what is passed over, and every way to mend it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from rakor_desktop.desk.ignored_findings import IgnoredFinding
from rakor_desktop.desk.kept_text import Kept, KeptText
from rakor_desktop.desk.proofing import mark_of, without
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.proof.draft_edit import DraftEdit
from rakor_desktop.ui.proof.ignored_dialog import IgnoredRow
from rakor_desktop.ui.proof.live import FactsOf, LiveReview
from rakor_desktop.ui.proof.marks import ProofMarks
from rakor_desktop.ui.proof.places import replace_all, text_of
from rakor_desktop.ui.proof.severity import counted, shown_words

_SHOWN: Final = 30
Undo = Callable[[], object]


class ProofSession(QObject):
    """Reviews what stands in ``edit`` and marks it there.

    ``changed`` tells that findings or the state of the review have; ``told(sentence, undo)`` what was done and how it
    is taken back; ``warned(sentence)`` what went wrong with a file of ours.
    """

    changed = Signal()
    told = Signal(str, object)
    warned = Signal(str)

    def __init__(self, parts: Parts, edit: DraftEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit = edit
        self.marks = ProofMarks(edit)
        self.compares = False
        self._desk = parts.desk
        self._proofing = parts.proofing
        self._kept = KeptText(parts.data_dir)
        self._found: tuple[TextFinding, ...] = ()
        self._ignored: dict[str, IgnoredFinding] = {}
        self.live = LiveReview(parts.proofing, parts.jobs, lambda: self.text, self._facts, self)
        self.live.reviewed.connect(self._on_reviewed)
        edit.textChanged.connect(self._on_text)
        self.marks.mend.connect(self.mend)
        parts.desk.changed.connect(lambda *_: self._on_desk())

    @property
    def text(self) -> str:
        """The text as it stands."""
        return text_of(self.edit)

    @property
    def findings(self) -> tuple[TextFinding, ...]:
        """All findings but those ignored."""
        return without(self._found, self._ignored)

    @property
    def pending(self) -> bool:
        """Whether there is a review to wait for."""
        return self.live.pending

    def restore(self) -> bool:
        """Take the text of the last time; whether its quotations are reviewed too."""
        kept = self._kept.read()
        self._ignored = {mark: _entry_of(mark) for mark in kept.ignored}
        self.live.quoted = kept.quoted
        self.edit.setPlainText(kept.text)
        if self._kept.notice:
            self.warned.emit(self._kept.notice)
        return kept.quoted

    def keep(self) -> None:
        """Keep the text for the next time."""
        self._kept.write(Kept(self.text, tuple(self._ignored), self.live.quoted))

    def renew(self) -> None:
        """Ask the people book anew, and review."""
        self._proofing.renew()
        if not self.edit.document().isEmpty():
            self.live.now()

    def put(self, text: str) -> None:
        """Another text, in which nothing is ignored yet."""
        former = self._ignored
        self._ignored = {}
        self.edit.put(text)
        self.live.now()
        if not text:

            def undo() -> None:
                self._ignored = former
                self.edit.undo()

            self.told.emit("Naskah dikosongkan", undo)

    def review_quotations(self, on: bool) -> None:
        """Review the words in quotations too, or not."""
        self.live.quoted = on
        self.live.now()

    def compare(self, on: bool) -> None:
        """Compare with the meeting on the desk, or not."""
        self.compares = on
        self.live.now()

    def mend(self, start: int, end: int, words: str) -> None:
        """Put other words at a place of the text, as one undo step."""
        replace_all(self.edit, [(start, end, words)])
        self.live.now()

    def mend_sure(self, text: str, chosen: Sequence[TextFinding]) -> None:
        """Apply the first remedies of findings of this text as one undo step; nothing when it is another by now."""
        if self.text != text or not chosen:
            return
        changes: list[tuple[int, int, str]] = []
        for finding in sorted(chosen, key=lambda f: (f.start, f.end)):
            if not changes or finding.start >= changes[-1][1]:  # the earlier of two that overlap
                changes.append((finding.start, finding.end, finding.remedies[0].replacement))
        replace_all(self.edit, changes)
        self.live.now()
        self.told.emit(f"{counted(len(chosen), 'ejaan')} diperbaiki", self.edit.undo)

    def ignore_here(self, finding: TextFinding) -> None:
        """Pass over findings like this one in this text."""
        self._ignored[mark_of(finding)] = IgnoredFinding.of(finding)
        self._dismissed(finding, "diabaikan dalam naskah ini", always=False)

    def ignore_always(self, finding: TextFinding) -> None:
        """Pass over findings like this one in every text."""
        self._proofing.ignore_always(finding)
        self._dismissed(finding, "diabaikan selalu", always=True)

    def ignored(self) -> list[IgnoredRow]:
        """What is passed over, here and always."""
        here = [IgnoredRow(mark, entry.words, entry.message, False) for mark, entry in self._ignored.items()]
        return here + [IgnoredRow(e.mark, e.words, e.message, True) for e in self._proofing.ignored_always()]

    def take_back(self, row: IgnoredRow) -> None:
        """Show findings like this one again."""
        if row.always:
            self._proofing.forget(row.mark)
        else:
            self._ignored.pop(row.mark, None)
        self.live.now()

    # -- within

    def _facts(self) -> FactsOf | None:
        if not (self.compares and self._desk.meeting.id):
            return None
        bundle, proofing = self._desk.bundle, self._proofing
        return lambda: proofing.facts_of(bundle)

    def _on_text(self) -> None:
        self.live.want()
        if self.edit.document().isEmpty() or not self._found:
            self._found = ()
            self.changed.emit()

    def _on_reviewed(self, found: tuple[TextFinding, ...]) -> None:
        self._found = found
        self.marks.show(self.findings)
        self.changed.emit()
        if self._proofing.notice:
            self.warned.emit(self._proofing.notice)

    def _on_desk(self) -> None:
        if self.compares and self.edit.isVisible():
            self.live.want()

    def _dismissed(self, finding: TextFinding, told: str, *, always: bool) -> None:
        row = IgnoredRow(mark_of(finding), "", "", always)
        self.live.now()
        self.told.emit(f"“{shown_words(finding.text, _SHOWN)}” {told}", lambda: self.take_back(row))


def _entry_of(mark: str) -> IgnoredFinding:
    code, _colon, words = mark.partition(": ")
    return IgnoredFinding(code, words)
