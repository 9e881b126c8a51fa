"""The normaliser: what could be written more tidily in a row of the attendance list, offered and never done unasked.

Every offer is a :class:`Proposal` with its reason. ``sure`` ones change the spelling alone (a rank, a degree with its
stops, a post of the table) and may be chosen together; the others need a look, because the text may mean something
else (``ST`` is a degree or part of a name), or because a person's name is theirs to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Literal

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee
from rakor_desktop.domain.names import Place, SplitName, Title, TitleTable, full_name, split_titles
from rakor_desktop.domain.office import Switches
from rakor_desktop.domain.ranks import RankMatch, rank_key
from rakor_desktop.reading.spelling.name_spelling import cased, copied_case, is_one_case, spaced
from rakor_desktop.reading.spelling.post_spelling import PostSpelling

Field = Literal["rank", "front", "name", "back", "service_no", "position", "institution", "represents"]
"""The field of the attendee that a proposal is about; what is split out of the name is a proposal about the name."""
Rule = Literal["whole", "title", "split", "blanks", "case"]
"""How a proposal is applied: the whole text, one title, parts split out of the name, its blanks, its letters' case."""

_LABEL: Final = re.compile(r"^(?:nrp|nip|nik)\b[\s.:/-]*(?=\d)", re.IGNORECASE)
_MOST_GUESSES: Final = 2
_TWO: Final = 2
_ORDER: Final[dict[Rule, int]] = {"whole": 0, "title": 1, "split": 2, "blanks": 3, "case": 4}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that is offered: a field, how it reads now and then, and an Indonesian sentence why.

    ``sure`` proposals change the spelling alone. ``split`` holds what the name becomes under the rule ``split``
    (``rank`` the rank that stood before it).
    """

    field: Field
    before: str
    after: str
    reason: str
    sure: bool = True
    rule: Rule = "whole"
    split: SplitName | None = None
    rank: str = ""


def proposals(attendee: Attendee, catalog: Catalog, switches: Switches) -> tuple[Proposal, ...]:
    """Everything that could be tidied in one row; for many rows keep one :class:`Normaliser`."""
    return Normaliser(catalog, switches).proposals(attendee)


def applied(attendee: Attendee, chosen: Iterable[Proposal]) -> Attendee:
    """The row with the chosen proposals; one that does not fit the row (any more) changes nothing."""
    ordered = sorted(chosen, key=lambda one: _ORDER[one.rule])
    splits = [one for one in ordered if one.rule == "split"]
    for proposal in ordered:
        # Each split holds all of the one before it: the last one counts.
        if proposal.rule != "split" or proposal is splits[-1]:
            attendee = _applied(attendee, proposal)
    return attendee


@dataclass(frozen=True)
class Normaliser:
    """Proposes for row after row, in the spelling of one office."""

    catalog: Catalog
    switches: Switches

    def proposals(self, attendee: Attendee) -> tuple[Proposal, ...]:
        """What could be tidied, in the order of the fields."""
        return (
            *self._rank(attendee),
            *self._name(attendee),
            *self._titles("front", attendee.front),
            *self._titles("back", attendee.back),
            *self._number(attendee.service_no),
            *self._post("position", attendee.position),
            *self._post("institution", attendee.institution),
            *self._post("represents", attendee.represents),
        )

    @cached_property
    def _posts(self) -> PostSpelling:
        return PostSpelling(self.catalog)

    def _rank(self, attendee: Attendee) -> Iterator[Proposal]:
        typed = attendee.rank
        if not typed.strip():
            return
        match = self.catalog.ranks.find(typed)
        if match is not None:
            if match.code != typed:
                yield Proposal("rank", typed, match.code, self._rank_reason(match))
            return
        near = self.catalog.ranks.nearest(typed, _MOST_GUESSES)
        begun = tuple(code for code in near if rank_key(code).startswith(rank_key(typed)))
        for code in begun or near[:1]:
            reason = f"Pangkat “{typed}” tidak dikenal atau punya dua arti. Mungkin maksudnya {code}."
            yield Proposal("rank", typed, code, reason, sure=False)

    def _rank_reason(self, match: RankMatch) -> str:
        printed = match.printed(rank_stop=self.switches.rank_stop, corps_stop=self.switches.corps_stop)
        if printed != match.code:
            return f"Ejaan baku pangkat. Di dokumen kantor Anda tetap tercetak “{printed}” (Profil kantor, Kebiasaan)."
        stopped = match.printed(rank_stop=True, corps_stop=True)
        if stopped != match.code:
            return f"Ejaan baku pangkat. Bila kantor Anda menulis “{stopped}”, atur di Profil kantor, Kebiasaan."
        return "Ejaan baku pangkat."

    def _name(self, attendee: Attendee) -> Iterator[Proposal]:
        name = attendee.name
        if not name.strip():
            return
        splits = tuple(self._splits(attendee))
        yield from splits
        bare = splits[-1].split.name if splits and splits[-1].split else name
        tidy = spaced(bare)
        if tidy != bare:
            blanks = " ".join(bare.split()) == tidy
            reason = "Spasi ganda atau berlebih." if blanks else "Spasi sesudah inisial atau singkatan nama."
            yield Proposal("name", bare, tidy, reason, rule="blanks")
        if is_one_case(bare):
            after = cased(bare, self.catalog.name_words)
            if after != bare:
                typed = "huruf besar semua" if bare.isupper() else "huruf kecil semua"
                reason = f"Nama ditulis dengan {typed}. Nama tidak diubah tanpa persetujuan Anda; periksa dahulu."
                yield Proposal("name", bare, after, reason, sure=False, rule="case")

    def _splits(self, attendee: Attendee) -> Iterator[Proposal]:
        """What stands in the name but is none; each proposal holds all of the one before it."""
        rank, rest = self._rank_before(attendee)
        sure = split_titles(rest, self.catalog.titles)
        doubtful = bool(sure.front or sure.back) and _has_ambiguous(rest, sure, self.catalog.titles)
        if rank or sure.front or sure.back:
            what = " dan ".join(w for w in ("Pangkat" if rank else "", "Gelar" if sure.front or sure.back else "") if w)
            reason = f"{what.capitalize()} tertulis di dalam nama."
            if doubtful:
                reason += " Ada yang dapat berarti lain (inisial atau bagian nama): periksa dahulu."
            yield _split(attendee, sure, rank, reason, sure=not doubtful)
        for guess, reason in _asked(sure, self.catalog.titles):
            yield _split(attendee, guess, rank, reason, sure=False)

    def _rank_before(self, attendee: Attendee) -> tuple[str, str]:
        if attendee.rank.strip():
            return "", attendee.name
        leading = self.catalog.ranks.leading(attendee.name)
        return (leading[0].code, leading[1]) if leading and leading[1] else ("", attendee.name)

    def _titles(self, field: Place, typed: tuple[str, ...]) -> Iterator[Proposal]:
        for title in typed:
            yield from self._title(field, title)

    def _title(self, field: Place, typed: str) -> Iterator[Proposal]:
        table = self.catalog.titles
        found = table.candidates(typed, field)
        if any(title.standard == typed for title in found):
            return
        if not found:
            yield from self._several(field, typed)
        elif len(found) > 1:
            names = " atau ".join(f"{title.standard} ({title.meaning})" for title in found)
            for title in found:
                reason = f"“{typed}” dapat berarti {names}: pilih salah satu."
                yield Proposal(field, typed, title.standard, reason, sure=False, rule="title")
        elif table.is_ambiguous(typed):
            title = found[0]
            yield Proposal(field, typed, title.standard, _doubt(typed, title), sure=False, rule="title")
        else:
            reason = f"Ejaan baku gelar: {found[0].meaning}."
            yield Proposal(field, typed, found[0].standard, reason, rule="title")

    def _several(self, field: Place, typed: str) -> Iterator[Proposal]:
        """Titles typed as one: ``SH SIK``."""
        words = typed.replace(",", " ").split()
        found = [self.catalog.titles.find(word, field) for word in words]
        if len(words) > 1 and all(found):
            after = ", ".join(title.standard for title in found if title)
            yield Proposal(field, typed, after, "Beberapa gelar tertulis menjadi satu.", rule="title")

    def _number(self, typed: str) -> Iterator[Proposal]:
        after = _LABEL.sub("", " ".join(typed.split()))
        if after != typed:
            labelled = _LABEL.match(typed.strip())
            reason = "NRP atau NIP dicetak otomatis di depan angka." if labelled else "Spasi ganda atau berlebih."
            yield Proposal("service_no", typed, after, reason)

    def _post(self, field: Literal["position", "institution", "represents"], typed: str) -> Iterator[Proposal]:
        spelled = self._posts.spelled(typed, post_first=field != "institution")
        if spelled is not None:
            yield Proposal(field, typed, spelled.text, spelled.reason, sure=spelled.sure)


def _split(attendee: Attendee, parts: SplitName, rank: str, reason: str, *, sure: bool) -> Proposal:
    before = full_name(attendee.front, attendee.name, attendee.back)
    whole = full_name((*attendee.front, *parts.front), parts.name, (*parts.back, *attendee.back))
    after = f"{rank} {whole}" if rank else whole
    return Proposal("name", before, after, reason, sure, "split", parts, rank)


def _has_ambiguous(text: str, split: SplitName, table: TitleTable) -> bool:
    """Whether one of the titles taken was typed in a form that may mean something else."""
    words = [word for word in re.split(r"[\s,]+", text) if word]
    left = re.split(r"[\s,]+", split.name)
    taken = [word for word in words if word not in left]
    return any(table.is_ambiguous(word) or _like_initials(word, table) for word in taken)


def _like_initials(word: str, table: TitleTable) -> bool:
    """Whether two capitals may be initials, because the front title is written otherwise: ``RM`` is not ``Rm.``."""
    if len(word) != _TWO or not word.isupper():
        return False
    return any(title.standard.replace(".", "") != word for title in table.candidates(word, "front"))


def _asked(split: SplitName, table: TitleTable) -> Iterator[tuple[SplitName, str]]:
    """A first or last word that may be a title: ``Budi ST``, ``RA Kartini``."""
    words = split.name.split()
    if len(words) < 2:
        return
    for word, place in ((words[-1], "back"), (words[0], "front")):
        found = table.candidates(word, "back" if place == "back" else "front")
        if len(found) != 1 or (len(word.strip(".,")) < 2 and place == "back"):
            continue
        title = found[0]
        reason = _doubt(word, title)
        if place == "back":
            yield SplitName(split.front, " ".join(words[:-1]).rstrip(","), (title.standard, *split.back)), reason
        else:
            yield SplitName((*split.front, title.standard), " ".join(words[1:]), split.back), reason


def _doubt(typed: str, title: Title) -> str:
    return f"“{typed}” dapat berarti {title.standard} ({title.meaning}), dapat juga bagian nama: periksa dahulu."


def _applied(attendee: Attendee, proposal: Proposal) -> Attendee:
    if proposal.rule == "title":
        return _with_title(attendee, proposal)
    if proposal.rule == "split":
        return _with_split(attendee, proposal)
    if proposal.rule == "blanks":
        return replace(attendee, name=spaced(attendee.name))
    if proposal.rule == "case":
        return replace(attendee, name=copied_case(attendee.name, proposal.before, proposal.after))
    if getattr(attendee, proposal.field) != proposal.before:
        return attendee
    fields: dict[str, Any] = {proposal.field: proposal.after}
    return replace(attendee, **fields)


def _with_title(attendee: Attendee, proposal: Proposal) -> Attendee:
    titles: tuple[str, ...] = attendee.front if proposal.field == "front" else attendee.back
    if proposal.before not in titles:
        return attendee
    at = titles.index(proposal.before)
    new = tuple(part for part in proposal.after.split(", ") if part)
    titles = (*titles[:at], *new, *titles[at + 1 :])
    return replace(attendee, front=titles) if proposal.field == "front" else replace(attendee, back=titles)


def _with_split(attendee: Attendee, proposal: Proposal) -> Attendee:
    split = proposal.split
    # Titles of the row may have been respelled a moment ago: the name alone tells whether the split still fits.
    if split is None or not proposal.before or split.name not in " ".join(attendee.name.split()):
        return attendee
    if len(split.name) >= len(" ".join(attendee.name.split())):
        return attendee
    return replace(
        attendee,
        rank=proposal.rank or attendee.rank,
        front=(*attendee.front, *split.front),
        name=split.name,
        back=(*split.back, *attendee.back),
    )
