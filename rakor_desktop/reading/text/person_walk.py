"""Persons in a shape: from rank or name to the last title, and what was waiting for them."""

from __future__ import annotations

from rakor_desktop.domain.meeting import Role
from rakor_desktop.reading.text.direction import ENDS_ENTRY, ENDS_SENTENCE
from rakor_desktop.reading.text.drafts import Person, Stretch
from rakor_desktop.reading.text.shape_walk import ShapeWalk


class PersonWalk(ShapeWalk):
    """What has been read so far of a shape.

    ``current`` is the person whom the next words may still be about. ``lead`` (a post), ``house`` (an institution) and
    ``phrase`` (either, or a circle) wait for the person after them, ``stead`` and ``stead_name`` for whoever stands
    there for them. ``series``: bare names are to be expected here.
    """

    def __init__(self, shape: str, listed: bool) -> None:
        super().__init__(shape, listed)
        self.series = listed
        self.people: list[Person] = []
        self.groups: list[Stretch] = []
        self.current: Person | None = None
        self.lead: Stretch | None = None
        self.house: Stretch | None = None
        self.phrase: Stretch | None = None
        self.stead: Stretch | None = None
        self.stead_name: Stretch | None = None
        self.role: Role = "participant"

    def person(self, at: int) -> int:
        """Address, rank, front titles, name, back titles, beginning at ``at``."""
        shape, person = self.shape, Person(at)
        here = at
        while shape[here] == "k":
            here += 1
        if shape[here] == "R":
            end = self.rank_end(here)
            person.rank = (here, end)
            here = end
        while shape[here] in "kF" or (shape[here] in ",." and person.front and shape[here + 1] in "FN"):
            if shape[here] == "F":
                person.front.append(here)
            here += 1
        while shape[here] == "k":
            here += 1
        end = self.name_end(here, titled=bool(person.rank or person.front or here > at))
        if end == here:
            self.close()
            return max(here, at + 1)
        person.name = (here, end)
        self.take(person)
        return self.backs(person, end)

    def take(self, person: Person) -> None:
        """A person has been found: what was waiting for one is theirs."""
        person.post, person.institution = self.lead, self.house
        person.represents, person.represented_name = self.stead, self.stead_name
        person.role, self.role = self.role, "participant"
        if self.lead:
            person.start = self.lead[0]
        self.lead = self.house = self.phrase = self.stead = self.stead_name = None
        self.people.append(person)
        self.current = person

    def backs(self, person: Person, at: int) -> int:
        """Titles after the name, with or without commas; and an initial after a comma, which is part of the name."""
        shape, here = self.shape, at
        while True:
            gap = 0
            while shape[here + gap] in ",." and gap < 2:
                gap += 1
            kind = shape[here + gap] if here + gap < self.size else "\0"
            if kind == "B" or (kind in "bF" and not (kind == "F" and shape[here + gap + 1] in "NnIF")):
                if kind == "F" and gap and not person.back:
                    break
                person.back.append(here + gap)
            elif (
                self._is_title_among_titles(here + gap)
                or (kind == "A" and gap and person.back and shape[here + gap + 1] in ",;)-/(\0")
                or (kind == "T" and (gap or person.back) and not self.name_at(here + gap + 1))
            ):
                person.back.append(here + gap)
            elif kind == "I" and gap and not person.back and self.shape[here + gap + 1] in ",;)-/.wPyV(c\0vWs":
                person.name = (person.name[0], here + gap + 1)
                person.initial_after_comma = True
            else:
                break
            here += gap + 1
        person.end = here
        return here

    def _is_title_among_titles(self, at: int) -> bool:
        """Whether a form like a title stands directly before a sure one."""
        behind = at + 1 + (self.shape[at + 1 : at + 2] == ",")
        return self.shape[at : at + 1] == "T" and self.shape[behind : behind + 1] in ("B", "b")

    def untitled(self, at: int, end: int, *, proof: bool) -> int:
        """Take the words up to ``end`` as a name without rank; ``proof``: only if they prove to be one."""
        person = Person(at, name=(at, end), proof=proof)
        self.take(person)
        return self.backs(person, end)

    def absent_name(self, person: Person, at: int) -> int:
        """The name of the absent holder: "mewakili Dandim Letkol Inf Yoga Pratama, S.I.P."."""
        absent = Person(at)
        here = at
        while self.shape[here] in "kRrF":
            here += 1
        absent.name = (here, self.name_end(here, titled=True))
        end = self.backs(absent, absent.name[1])
        person.represented_name = (at, end)
        person.end = end
        return end

    def close(self, *, keep_stead: bool = False) -> None:
        """The person before is complete; a post or institution still waiting for one was invited by itself."""
        self.current = None
        waiting = self.lead or self.phrase
        if waiting and self.series:
            self.groups.append(waiting)
        self.lead = self.house = self.phrase = None
        if not keep_stead:
            self.stead = self.stead_name = None

    def first_of_sentence(self, at: int) -> Person | None:
        """Who is named first in the sentence before ``at``."""
        first = max(self.shape.rfind(sign, 0, at) for sign in ENDS_SENTENCE)
        return next((person for person in self.people if first < person.start < at), None)

    def subject(self, at: int) -> Person | None:
        """The only person named in the sentence before ``at``."""
        first = at
        while first > 0 and self.shape[first - 1] not in ENDS_ENTRY:
            first -= 1
        told = [person for person in self.people if first <= person.start < at]
        return told[0] if len(told) == 1 and told[0].represents is None else None

    def is_led(self, at: int) -> bool:
        """Whether directly before ``at`` stands that somebody presided ("dipimpin langsung oleh")."""
        return self.role == "chair" and self.shape[at - 1] in "julh"

    def is_of_a_house(self, at: int) -> bool:
        """Whether only an institution stands before a name in a sentence: it may be the end of its own name."""
        return not self.listed and self.lead is None and self.stead is None and self.shape[at - 1] == "o"
