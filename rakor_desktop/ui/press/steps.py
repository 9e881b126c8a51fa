"""The steps of a release: checked, approved, opened again, kept as a version; each asks who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rakor_desktop.domain.release import ReleaseStatus
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.press.signing import Signing
from rakor_desktop.ui.press.step_dialog import Step, StepDialog

CHECK: Final = Step(
    "Tandai diperiksa",
    "Kata-kata siaran pers yang sekarang dicatat sebagai sudah diperiksa. Bila sesudah ini berubah, tandanya gugur.",
    "&Tandai diperiksa",
)
APPROVE: Final = Step(
    "Setujui siaran pers",
    "Kata-kata yang sekarang disetujui dan dikunci: itulah yang keluar, sampai dibuka kembali.",
    "&Setujui",
)
REOPEN: Final = Step(
    "Buka kembali siaran pers",
    "Siaran pers menjadi konsep lagi dan dapat diubah. Versi yang disetujui tetap tersimpan.",
    "B&uka kembali",
    note="&Alasan",
    note_needed=True,
)
KEEP: Final = Step(
    "Simpan versi",
    "Kata-kata yang sekarang disimpan sebagai versi, untuk dibandingkan nanti. Statusnya tetap.",
    "&Simpan versi",
    note="&Keterangan (mis. sebelum diubah Kasi Humas)",
)


class ReleaseSteps(QObject):
    """Opens the dialogs and carries the steps out. ``asking(dialog)`` tells which one is open."""

    asking = Signal(object)
    failed = Signal(str)

    def __init__(self, parts: Parts, signing: Signing, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._signing, self._window = parts, signing, window
        self._reviewing = False

    def check(self) -> None:
        """Mark the release as checked; open findings are counted first."""
        self._with_findings(lambda count: self._ask(CHECK, "checked", self._warned(count, "tetap tandai diperiksa")))

    def approve(self) -> None:
        """Approve the release; open findings are shown first."""
        self._with_findings(lambda count: self._ask(APPROVE, "approved", self._warned(count, "setujui juga")))

    def reopen(self) -> None:
        """Make an approved or checked release a draft again."""
        self._ask(REOPEN, "draft", "")

    def keep(self) -> None:
        """Keep the words of now as a version."""
        releases = self._parts.releases
        self._open(KEEP, lambda who, note: releases.keep_version(who, note))

    def _ask(self, step: Step, status: ReleaseStatus, warning: str) -> None:
        releases = self._parts.releases
        asked = Step(step.title, step.told, step.button, step.note, step.note_needed, warning)
        self._open(asked, lambda who, note: releases.set_status(status, who, note))

    def _open(self, step: Step, act: Callable[[str, str], object]) -> None:
        def done(who: str, note: str) -> None:
            act(who, note)
            self._signing.remember(who)

        dialog = StepDialog(step, self._signing.last, self._signing.suggest, done, self._window.window())
        dialog.finished.connect(dialog.deleteLater)
        self.asking.emit(dialog)
        dialog.open()

    def _warned(self, findings: int, question: str) -> str:
        """What is still open: paragraphs of a person over facts that changed since, and findings."""
        facts = sum(bool(change.theirs) for change in self._parts.releases.changes)
        counts = ((facts, "fakta berubah belum dijawab"), (findings, "temuan belum selesai"))
        told = " dan ".join(f"{count} {what}" for count, what in counts if count)
        return f"⚠ {told}: {question}?" if told else ""

    def _with_findings(self, then: Callable[[int], None]) -> None:
        """Review the draft off the UI thread, then go on with the number of open findings."""
        if self._reviewing:  # a double click asks once
            return
        self._reviewing = True
        parts = self._parts
        text, ignored = parts.releases.draft.text, frozenset(parts.releases.release.ignored)
        meeting_id, bundle, proofing = parts.desk.meeting.id, parts.desk.bundle, parts.proofing

        def count(_token: object) -> int:
            from rakor_desktop.desk.proofing import without

            return len(without(proofing.findings(text, proofing.facts_of(bundle)), ignored))

        def done(found: int) -> None:
            self._reviewing = False
            if parts.desk.meeting.id == meeting_id:
                then(found)

        def failed(error: RakorError) -> None:
            self._reviewing = False
            self.failed.emit(error.message)

        parts.jobs.run("Memeriksa naskah…", count, done, failed)
