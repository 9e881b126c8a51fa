"""The live review of a draft: marks in headline and body, one bar that goes through both, and what is let be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from rakor_desktop.desk.proofing import mark_of
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.press.draft_headline import HeadlineField
from rakor_desktop.ui.press.draft_sheet import Placed, Sheet
from rakor_desktop.ui.press.draft_text import DraftText
from rakor_desktop.ui.proof.bar import FindingBar
from rakor_desktop.ui.proof.bulk_dialog import BulkDialog
from rakor_desktop.ui.proof.ignored_dialog import IgnoredDialog, IgnoredRow
from rakor_desktop.ui.proof.marks import ProofMarks
from rakor_desktop.ui.proof.places import replace_all, text_of

if TYPE_CHECKING:
    from rakor_desktop.desk.jobs import JobToken
    from rakor_desktop.errors import RakorError
    from rakor_desktop.ui.parts import Parts

_REST: Final = 450
"""Milliseconds of rest before the draft is reviewed."""
_LONGER: Final = 40
"""For every so many characters a millisecond more: reviewing ten thousand words beside the typing slows the keys."""


class DraftFindings(QObject):
    """Reviews what stands in the two fields while nobody types."""

    counted = Signal(object)
    """How many findings there are; ``None`` where nothing is reviewed."""

    def __init__(self, parts: Parts, headline: HeadlineField, body: DraftText, bar: FindingBar) -> None:
        super().__init__(body)
        self._parts, self._headline, self._body, self.bar = parts, headline, body, bar
        self._opening = ""
        self._asleep = False
        self._number = 0
        self._reviewed: object = None
        self._placed: tuple[Placed, ...] = ()
        self._found: tuple[TextFinding, ...] = ()
        self._marks = {"headline": ProofMarks(headline.text), "body": ProofMarks(body)}
        for place, marks in self._marks.items():
            marks.mend.connect(lambda start, end, words, place=place: self._mend(place, start, end, words))
            marks.chosen.connect(lambda local, place=place: self.bar.choose(self._whole(place, local)))
            marks.ignored_here.connect(lambda local, place=place: self._ignore_here(self._whole(place, local)))
            marks.ignored_always.connect(lambda local, place=place: self._ignore_always(self._whole(place, local)))
        bar.chosen.connect(self._point_out)
        bar.remedy.connect(self._apply)
        bar.ignored_here.connect(self._ignore_here)
        bar.ignored_always.connect(self._ignore_always)
        bar.mend_all.connect(self.offer_all)
        bar.list_wanted.connect(self.show_ignored)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._begin)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """What was found, in the order of the text."""
        return self._placed

    def look(self, opening: str, *, asleep: bool) -> None:
        """Review soon. ``opening``: the dateline with its dash; ``asleep``: nothing is reviewed (approved words)."""
        self._opening, self._asleep = opening, asleep
        if asleep:
            self._timer.stop()
            self._reviewed = None
            self._show((), reviewed=False)
        else:
            self._timer.start(_REST + self._body.document().characterCount() // _LONGER)

    def offer_all(self) -> None:
        """Let a person look at every sure finding first, and mend those that stay ticked."""
        sheet = self._sheet()
        sure = [p.finding for p in self._placed if p.local.sure and sheet.text[p.finding.start : p.finding.end] ==
                p.finding.text]  # fmt: skip
        if sure:
            dialog = BulkDialog(sheet.text, sure, self.bar)
            dialog.accepted.connect(lambda: self.mend(dialog.chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def mend(self, findings: Sequence[TextFinding]) -> None:
        """Apply the first remedy of these: one undo step for the body, one for the headline."""
        self._body.begin_run()
        for place, marks in self._marks.items():
            chosen = [p.local for p in self._placed if p.place == place and p.finding in findings and p.local.remedies]
            sure = [(marks.place(local), local.remedies[0].replacement) for local in chosen]
            changes = [(*at, words) for at, words in sure if at is not None]
            if changes and not self._field(place).isReadOnly():
                replace_all(self._field(place), changes)
        self._body.begin_run()
        self._parts.desk.end_merge()

    def show_ignored(self) -> None:
        """List what is ignored here and always, to take it back."""
        here = self._parts.releases.release.ignored
        known = {mark_of(finding): finding for finding in self._found}
        rows = [IgnoredRow(mark, known[mark].text, known[mark].message, always=False) for mark in here if mark in known]
        always = self._parts.proofing.ignored_always()
        rows += [IgnoredRow(each.mark, each.words, each.message, always=True) for each in always]
        dialog = IgnoredDialog(rows, self.bar)
        dialog.taken_back.connect(self._take_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def step(self, by: int) -> None:
        """Go to the next finding or the one before."""
        self.bar.step(by)

    def _sheet(self) -> Sheet:
        return Sheet(text_of(self._headline.text), self._opening, text_of(self._body))

    def _begin(self) -> None:
        if self._parts.jobs.closed:
            return  # the program is going: there is nobody left to tell, and no archive to ask
        sheet = self._sheet()
        ignored = self._parts.releases.release.ignored
        facts = self._parts.proofing.facts_of(self._parts.desk.bundle)
        state = sheet.text, facts, ignored
        if state == self._reviewed or self._parts.jobs.closed:
            return
        self._reviewed = state
        if not sheet.text.strip():
            self._show((), reviewed=False)
            return
        self._number += 1
        number, proofing = self._number, self._parts.proofing

        def work(token: JobToken) -> tuple[TextFinding, ...]:
            return proofing.findings(sheet.text, facts)

        def done(found: tuple[TextFinding, ...]) -> None:
            if number == self._number and not self._asleep:
                self._found = found
                self._show(sheet.placed(found, ignored))

        self._parts.jobs.run("Memeriksa naskah", work, done, self._failed)

    def _failed(self, error: RakorError) -> None:
        self.bar.show_findings((), str(error))

    def _show(self, placed: tuple[Placed, ...], *, reviewed: bool = True) -> None:
        self._placed = placed
        for place, marks in self._marks.items():
            marks.show([p.local for p in placed if p.place == place])
        self.bar.show_findings([p.finding for p in placed])
        self.counted.emit(len(placed) if reviewed else None)

    def _whole(self, place: str, local: TextFinding | None) -> TextFinding | None:
        return next((p.finding for p in self._placed if p.place == place and p.local == local), None)

    def _of(self, finding: TextFinding) -> Placed | None:
        return next((p for p in self._placed if p.finding == finding), None)

    def _point_out(self, finding: TextFinding) -> None:
        placed = self._of(finding)
        for place, marks in self._marks.items():
            marks.point_out(placed.local if placed is not None and placed.place == place else None)

    def _apply(self, finding: TextFinding, which: int) -> None:
        placed = self._of(finding)
        if placed is not None:
            self._marks[placed.place].apply(placed.local, which)

    def _mend(self, place: str, start: int, end: int, words: str) -> None:
        self._body.begin_run()
        if not self._field(place).isReadOnly():
            replace_all(self._field(place), [(start, end, words)])
        self._body.begin_run()
        self._parts.desk.end_merge()

    def _field(self, place: str) -> QTextEdit | QPlainTextEdit:
        return self._headline.text if place == "headline" else self._body

    def _ignore_here(self, finding: TextFinding | None) -> None:
        if finding is not None:
            ignored = self._parts.releases.release.ignored
            self._parts.releases.edit("Abaikan temuan di sini", ignored=(*ignored, mark_of(finding)))
            self._drop(finding)

    def _ignore_always(self, finding: TextFinding | None) -> None:
        if finding is not None:
            self._parts.proofing.ignore_always(finding)
            self._drop(finding)

    def _take_back(self, row: IgnoredRow) -> None:
        if row.always:
            self._parts.proofing.forget(row.mark)
        else:
            kept = tuple(mark for mark in self._parts.releases.release.ignored if mark != row.mark)
            self._parts.releases.edit("Periksa lagi temuan", ignored=kept)
        self._reviewed = None
        self._timer.start()

    def _drop(self, finding: TextFinding) -> None:
        mark = mark_of(finding)
        self._show(tuple(p for p in self._placed if mark_of(p.finding) != mark))
        self._reviewed = None
        self._timer.start()
