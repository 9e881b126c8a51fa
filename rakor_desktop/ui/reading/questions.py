"""What the strip under the grid says of a row: its open questions with their remedies, else what the source says."""

from __future__ import annotations

from typing import Final, NamedTuple

from rakor_desktop.desk.intake import FIELD_NAMES, Fate, field_text
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.reading.values import Doubt
from rakor_desktop.ui.reading.draft import Draft
from rakor_desktop.ui.reading.notice import Remedy
from rakor_desktop.ui.reading.rows import COLUMN_OF
from rakor_desktop.ui.words import shortened

_FATES: Final[tuple[tuple[Fate, str, str], ...]] = (
    ("skip", "&Lewati", "dilewati"),
    ("merge", "Gab&ungkan", "digabungkan"),
    ("add", "&Tambahkan juga", "ditambahkan juga"),
)


class Question(NamedTuple):
    """A sentence, its remedies, and whether it asks for something."""

    text: str
    remedies: tuple[Remedy, ...] = ()
    asking: bool = False


def question(draft: Draft, row: Attendee | None, number: int, key: str) -> Question:
    """What to say of a row while the cursor is in the column ``key``."""
    if row is None:
        return Question("Ketik di baris kosong untuk menambahkan orang yang tidak terbaca.")
    if draft.fate(row) == "skip" and draft.twin(row) is not None:
        return _about_twin(draft, row, number)  # whoever stays outside has no other question
    doubts = draft.doubts(row)
    here = [d for d in doubts if COLUMN_OF.get(d.field, d.field) == key] or list(doubts)
    if here:
        same = [d for d in doubts if d.reason == here[0].reason]
        return _about_doubt(draft, row, number, same, len({d.reason for d in doubts}) - 1)
    if draft.twin(row) is not None:
        return _about_twin(draft, row, number)
    return Question(_from_source(draft, row))


def _about_doubt(draft: Draft, row: Attendee, number: int, doubts: list[Doubt], others: int) -> Question:
    first = doubts[0]
    more = f"  (dan {others} hal lain pada baris ini)" if others else ""
    text = f"Baris {number + 1}, {FIELD_NAMES.get(first.field, first.field)}: {first.reason}{more}"
    keys = iter("JAE")
    remedies = [
        Remedy(_proposed(row, doubt, next(keys, "")), lambda d=doubt: draft.take_proposal(row.id, d))  # type: ignore[misc]
        for doubt in doubts
        if doubt.proposal
    ]
    return Question(text, (*remedies, Remedy("&Sudah benar", lambda: draft.settle(row.id, first))), True)


def _about_twin(draft: Draft, row: Attendee, number: int) -> Question:
    twin, fate = draft.twin(row), draft.fate(row)
    undecided = draft.asks_twin(row)
    now = next(said for known, _button, said in _FATES if known == fate)
    sentence = twin.sentence(row) if twin is not None else ""
    text = f"Baris {number + 1}: {sentence}{'' if undecided else f' Sekarang {now}.'}"
    remedies = tuple(
        Remedy(button, lambda f=known: draft.set_fate([row.id], f))  # type: ignore[misc]
        for known, button, _said in _FATES
        if undecided or known != fate
    )
    return Question(text, remedies, undecided)


def _proposed(row: Attendee, doubt: Doubt, key: str) -> str:
    """``Jadikan gelar “S.T.”``: what a proposal changes, in few words."""
    proposal = doubt.proposal.strip()
    if doubt.field in ("front", "back"):
        now = field_text(row, doubt.field).split(", ")
        proposal = ", ".join(t for t in proposal.split(", ") if t not in now) or proposal
    shown = shortened(proposal.replace("&", "&&"), 44)
    what = "" if doubt.field == "name" else f" {FIELD_NAMES.get(doubt.field, doubt.field)}"
    verb = f"&{key}adikan" if key == "J" else "J&adikan" if key == "A" else "Jadikan"
    return f"{verb}{what} “{shown}”"


def _from_source(draft: Draft, row: Attendee) -> str:
    span = draft.span(row.id)
    if span is None:
        return ""
    person = draft.person_of(row.id)
    absent = f"  Yang diwakili: {person.represented_name}." if person is not None and person.represented_name else ""
    return f"Sumber: {shortened(' '.join(draft.reading.source[slice(*span)].split()), 220)}{absent}"
