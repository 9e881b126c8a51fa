"""Cells of a table whose column says what they hold: ranks, names with titles, service numbers, posts, institutions.

A cell's reading is a value with offsets into the cell, so equal posts and institutions are read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rakor_desktop.domain.names import Place, split_titles
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.source import BREAK
from rakor_desktop.reading.spelling.post_spelling import PostSpelling
from rakor_desktop.reading.tables.cell_read import (
    NOTHING,
    CellRead,
    Piece,
    connective,
    merged,
    name_pieces,
    one_line,
    pieces_of,
    shifted,
    trimmed,
)
from rakor_desktop.reading.tables.headers import Field, fields_of
from rakor_desktop.reading.tables.remarks import PRESENCE_WORDS, ROLES, STANDS_FOR, STOOD_FOR
from rakor_desktop.reading.tables.row_words import TOTAL
from rakor_desktop.reading.tables.service_numbers import SERVICE_NO, service_no_in
from rakor_desktop.reading.text.standard_posts import StandardPosts
from rakor_desktop.reading.values import Doubt, Part, PersonRead

_GRADE: Final = re.compile(r"[\s,(/\-]*\b(?:IV|III|II|I)\s*[/.\-]?\s*[a-eA-E]\b\)?\s*$")
_EMPTY: Final = re.compile(r"[\s.\-–—_…=:;,*/|\\]*|nihil|kosong|tidak ada|n/a", re.IGNORECASE)
_SPLIT: Final = re.compile(rf"[{BREAK}|;]|\s+[/\-–—]\s+|(?<=[^\W\d_.)])\s*/\s*(?=[^\W\d_])|\)\s*$|\s*\(|:\s")
_LETTERS: Final = re.compile(r"[^\W\d_]")

_RECURRING: Final[frozenset[Field]] = frozenset(("rank", "position", "institution", "represents", "presence", "note"))
"""Columns whose cells are often equal; the others are not worth remembering."""
_SIDELONG: Final[frozenset[tuple[Field, ...]]] = frozenset((("number",), ("other",)))


class Cells:
    """Reads cells with the catalog's knowledge; remembers what it has read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._ranks = reader.catalog.ranks
        self._titles = reader.catalog.titles
        self._table = reader.catalog.posts
        self._words = reader.catalog.phrase_words
        self._posts = StandardPosts(reader.catalog)
        self._spelling = PostSpelling(reader.catalog)
        self._known: dict[tuple[tuple[Field, ...], str], CellRead] = {}
        self._single: dict[Field, Callable[[str], CellRead]] = {
            "rank": self._rank,
            "front": lambda text: self._only_titles(text, "front"),
            "back": lambda text: self._only_titles(text, "back"),
            "name": self._name,
            "service_no": self._service_no,
            "position": self._position,
            "institution": self._institution,
            "represents": self._represents,
            "represented_name": self._represented_name,
            "presence": self._presence,
            "absence": self._absence,
            "note": self._note,
            "number": connective,
            "other": connective,
            "mixed": self._mixed,
        }

    def read(self, fields: tuple[Field, ...], text: str) -> CellRead:
        """What a cell of a column with these fields says."""
        if not text or text.isspace():
            return NOTHING
        if fields in _SIDELONG:
            return connective(text)
        if not _RECURRING.issuperset(fields):
            return self._read(fields, text)
        key = fields, text
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(fields, text)
        return known

    def is_institution(self, text: str) -> bool:
        """Whether a text opens with the word of an institution and is no post: ``POLRES PASAMAN BARAT``."""
        words = text.split()
        return bool(words) and self._words.longest(words, 0, self._words.institutions) > 0 and not self.is_post(text)

    def is_post(self, text: str) -> bool:
        """Whether a text begins with a post that the table holds."""
        match = self._table.leading(text)
        return match is not None and not match.post.collective

    def group_name(self, position: str, institution: str) -> str:
        """How an invited post without a name is called: ``Kepala Dinas PUPR``, ``Dandim 0305/Pasaman``."""
        if not position or not institution or institution.casefold() in position.casefold():
            return position or institution
        return f"{position} {institution}"

    def _read(self, fields: tuple[Field, ...], text: str) -> CellRead:
        if _EMPTY.fullmatch(text):
            return connective(text)
        if not fields:
            return NOTHING
        if len(fields) == 1:
            return self._single[fields[0]](text)
        return self._compound(text, fields)

    # What one field makes of a cell

    def _rank(self, text: str) -> CellRead:
        number = service_no_in(text)
        start, end = trimmed(text, 0, number.start() if number and number.start() > 0 else len(text))
        if number and not _LETTERS.search(text[: number.start()]):
            return self._service_no(text)
        found = self._rank_alone(text[start:end])
        pieces = [Piece(start, end, "rank")] if end > start else []
        if number:
            pieces.append(Piece(number.start("number"), number.end("number"), "service_no"))
        value = number["number"].strip() if number else ""
        return CellRead(PersonRead(found[0], service_no=value, doubts=found[1]), tuple(pieces))

    def _rank_alone(self, text: str) -> tuple[str, tuple[Doubt, ...]]:
        """The rank's code, or the text with a doubt."""
        plain = one_line(text)
        for form in (plain, _GRADE.sub("", plain).strip(" ,(/-")):
            if form and (match := self._ranks.find(form)):
                return match.code, ()
        nearest = self._ranks.nearest(plain, 1)
        reason = f'Pangkat "{plain}" tidak dikenal.'
        return plain, (Doubt("rank", reason, nearest[0] if nearest else ""),)

    def _service_no(self, text: str) -> CellRead:
        found = SERVICE_NO.search(text)
        if found is None:
            return NOTHING
        value = found["number"].strip()
        at = found.start("number")
        return CellRead(PersonRead(service_no=value), (Piece(at, at + len(value), "service_no"),))

    def _only_titles(self, text: str, place: Part) -> CellRead:
        where: Place = "front" if place == "front" else "back"
        pieces: list[Piece] = []
        titles: list[str] = []
        for match in re.finditer(r"[^,;\s](?:[^,;]*[^,;\s])?", text):
            words = match[0].split()
            whole = len(words) == 1 or self._titles.find(match[0], where) is not None
            titles.extend(self._titles.standard(form, where) for form in ([match[0]] if whole else words))
            pieces.append(Piece(match.start(), match.end(), place))
        found = PersonRead(front=tuple(titles)) if where == "front" else PersonRead(back=tuple(titles))
        return CellRead(found, tuple(pieces))

    def _name(self, text: str) -> CellRead:
        if BREAK in text or "/" in text:
            several = self._reader.read(text.replace(BREAK, "\n"))
            if len(several.people) > 1 and not several.unread:
                return CellRead(others=several)
        if BREAK in text or "/" in text or service_no_in(text):
            return self._compound(text, ("name", "rank", "service_no", "position"))
        return self._person(text)

    def _person(self, text: str) -> CellRead:
        """A cell that ought to be one name, with whatever stands around it."""
        read = self._reader.read(text)
        if len(read.people) > 1 and not read.unread:
            return CellRead(others=read)
        if len(read.people) == 1 and not read.groups and not read.unread:
            person = read.people[0]
            titled = person.rank or person.front or person.back
            if titled or not (person.position or person.represents) or self.is_post(person.position):
                # That it is a name, the column proves.
                doubts = tuple(doubt for doubt in person.doubts if doubt.field != "name" or doubt.proposal)
                return CellRead(replace(person, start=0, end=0, doubts=doubts), pieces_of(read))
        if not read.people and (self.is_post(text) or (read.groups and self.is_institution(text))):
            start, end = trimmed(text, 0, len(text))
            standard = self._posts.standard(one_line(text))
            named = PersonRead(position=standard.position, institution=standard.institution)
            return CellRead(named, (Piece(start, end, "position"),))
        return self._plain_name(text)

    def _plain_name(self, text: str) -> CellRead:
        """A name that nothing but its column proves."""
        if fields_of(text) or TOTAL.fullmatch(text):
            return NOTHING
        start, end = trimmed(text, 0, len(text))
        rank, rest, at = "", text[start:end], start
        doubts: tuple[Doubt, ...] = ()
        pieces: list[Piece] = []
        if leading := self._ranks.leading(rest):
            rank = leading[0].code
            at = text.rfind(leading[1], start, end) if leading[1] else end
            pieces.append(Piece(start, trimmed(text, start, at)[1], "rank"))
            rest = text[at:end]
        split = split_titles(one_line(rest), self._titles)
        pieces.extend(name_pieces(text, at, end, split))
        if not _LETTERS.search(split.name):
            return NOTHING
        return CellRead(PersonRead(rank, split.front, split.name, split.back, doubts=doubts), tuple(pieces))

    def _position(self, text: str) -> CellRead:
        start, end = trimmed(text, 0, len(text))
        if found := STANDS_FOR.fullmatch(text) or STOOD_FOR.fullmatch(text):
            own = self._standing(text, "position", found.start("own"), found.end("own"))
            absent = self._standing(text, "represents", found.start("absent"), found.end("absent"))
            pieces = sorted((*own.pieces, *absent.pieces))
            return CellRead(replace(own.person, represents=absent.person.represents), tuple(pieces))
        if self.is_institution(text[start:end]):
            return self._institution(text)
        return self._standing(text, "position", start, end)

    def _standing(self, text: str, part: Part, start: int, end: int) -> CellRead:
        """A post in standard spelling; an institution after it, where the text names one, is told apart."""
        start, end = trimmed(text, start, end)
        if start >= end:
            return NOTHING
        standard = self._posts.standard(one_line(text[start:end]))
        if part == "represents":
            whole = self.group_name(standard.position, standard.institution)
            return CellRead(PersonRead(represents=whole), (Piece(start, end, part),))
        at = text.find(standard.institution, start) if standard.institution else -1
        if at > start:
            pieces = (Piece(start, trimmed(text, start, at)[1], part), Piece(at, end, "institution"))
            return CellRead(PersonRead(position=standard.position, institution=standard.institution), pieces)
        position = self.group_name(standard.position, standard.institution) if at < 0 else standard.position
        return CellRead(PersonRead(position=position), (Piece(start, end, part),))

    def _institution(self, text: str) -> CellRead:
        start, end = trimmed(text, 0, len(text))
        typed = one_line(text[start:end])
        spelled = self._spelling.spelled(typed, post_first=False)
        value = spelled.text if spelled and (spelled.sure or typed.isupper()) else typed
        return CellRead(PersonRead(institution=value), (Piece(start, end, "institution"),))

    def _represents(self, text: str) -> CellRead:
        """The absent one: a post, or a named holder of it."""
        start = re.match(r"\s*(?:yang\s+)?(?:mewakili\s+)?", text, re.IGNORECASE)
        begin = start.end() if start else 0
        read = self._reader.read(text[begin:])
        if len(read.people) == 1 and not read.unread and (read.people[0].rank or read.people[0].position):
            absent = read.people[0]
            office = self.group_name(absent.position, absent.institution)
            parts: dict[Part, Part] = {"position": "represents", "institution": "represents"}
            pieces = tuple(piece._replace(part=parts.get(piece.part, "connective")) for piece in pieces_of(read))
            return shifted(CellRead(PersonRead(represents=office, represented_name=absent.name), pieces), begin)
        return self._standing(text, "represents", begin, len(text))

    def _represented_name(self, text: str) -> CellRead:
        start, end = trimmed(text, 0, len(text))
        return CellRead(PersonRead(represented_name=one_line(text)), (Piece(start, end, "represents"),))

    def _presence(self, text: str) -> CellRead:
        said = PRESENCE_WORDS.get(one_line(text).strip(" .()").casefold())
        return replace(connective(text), presence=said) if said else self._note(text)

    def _absence(self, text: str) -> CellRead:
        return replace(connective(text), presence="absent")

    def _note(self, text: str) -> CellRead:
        """A remark: presence, a part played, whom one stands for; anything else is left unread."""
        said = one_line(text).strip(" .()").casefold()
        if presence := PRESENCE_WORDS.get(said):
            return replace(connective(text), presence=presence)
        if role := ROLES.get(said):
            return replace(connective(text), role=role)
        if (found := STANDS_FOR.fullmatch(text)) and not found["own"].strip():
            absent = self._represents(text[found.start("absent") : found.end("absent")])
            return shifted(absent, found.start("absent"))
        return NOTHING

    def _mixed(self, text: str) -> CellRead:
        """A cell with a whole entry in it."""
        read = self._reader.read(text.replace(BREAK, "\n"))
        if len(read.people) == 1 and not read.groups and not read.unread:
            return CellRead(replace(read.people[0], start=0, end=0), pieces_of(read))
        return CellRead(others=read) if read.people or read.groups else NOTHING

    # Columns of several fields

    def _compound(self, text: str, fields: tuple[Field, ...]) -> CellRead:
        """The parts of a cell told apart by what they are; by the header's order where nothing tells."""
        left = list(fields)
        found = NOTHING
        number = service_no_in(text) if "service_no" in fields or "rank" in fields else None
        if number:
            found = merged(found, self._number_piece(number))
        for start, end in _segments(text, number):
            part = self._part_of(text[start:end], left)
            if part is None:
                continue
            found = merged(found, shifted(self._segment(part, text[start:end]), start))
            if part in left:
                left.remove(part)
        return found

    def _number_piece(self, number: re.Match[str]) -> CellRead:
        value = number["number"].strip()
        at = number.start("number")
        return CellRead(PersonRead(service_no=value), (Piece(at, at + len(value), "service_no"),))

    def _segment(self, part: Field, text: str) -> CellRead:
        if part == "name":
            return self._person(text)
        return self._single[part](text)

    def _part_of(self, text: str, left: Sequence[Field]) -> Field | None:
        """Which field a part of a cell is."""
        plain = one_line(text).strip(" ,()")
        if not _LETTERS.search(plain):
            return None
        rank = "rank" in left and self._ranks.find(_GRADE.sub("", plain).strip(" ,(/-") or plain) is not None
        if rank:
            return "rank"
        if "name" in left and self._ranks.leading(plain):
            return "name"
        if "institution" in left and self.is_institution(plain):
            return "institution"
        if "position" in left and (self.is_post(plain) or STANDS_FOR.fullmatch(plain)):
            return "position"
        if self._titles.candidates(plain) and "name" not in left:
            return "back"
        for field in left:
            if field in ("name", "position", "institution", "represents"):
                return field
        return left[0] if left and left[0] not in ("service_no",) else None


def _segments(text: str, number: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """The parts of a cell between its separators, its service number left out."""
    cuts = [(found.start(), found.end()) for found in _SPLIT.finditer(text)]
    if number:
        cuts = sorted((*cuts, number.span()))
    at = 0
    for start, end in (*cuts, (len(text), len(text))):
        if start > at:
            first, last = trimmed(text, at, start)
            if last > first:
                yield first, last
        at = max(at, end)
