"""The grammar of attendance: how posts, ranks, names and titles follow one another.

It reads shapes only (a letter for each word, see :mod:`rakor_desktop.reading.kinds`), so its result holds for every
line of that shape. Its decisions:

* A rank, a front title or a form of address begins a person; the name runs to the first word that cannot be one.
* A post directly followed by a person is that person's; otherwise it belongs to the person before it who has none yet.
* A post, institution or person before *diwakili* is absent; whoever follows is present in its stead. *Mewakili* after a
  person says whom that person stands for; at the head of an entry, whom the next one stands for.
* A bare name is a person only in a list, and only with proof: a title, a post, or words that are common names.
* A semicolon, a number of a list and a full stop end an entry; a comma does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from rakor_desktop.domain.meeting import Role

Stretch = tuple[int, int]

_NAME: Final = "NnILAT"
_NAME_GOES_ON: Final = "NnILA"
_PHRASE: Final = "UGANLDnIPpTbowz"


class Draft(NamedTuple):
    """One person as stretches of tokens. ``proof`` is asked for where only the words themselves can tell a name."""

    rank: Stretch | None
    front: tuple[int, ...]
    name: Stretch
    back: tuple[int, ...]
    post: Stretch | None
    institution: Stretch | None
    number: int | None
    represents: Stretch | None
    represented_name: Stretch | None
    role: Role
    proof: bool
    initial_after_comma: bool


class Plan(NamedTuple):
    """What a shape means: people and groups as stretches of tokens."""

    people: tuple[Draft, ...]
    groups: tuple[Stretch, ...]


@dataclass(slots=True)
class _Person:
    start: int
    end: int = 0
    rank: Stretch | None = None
    front: list[int] = field(default_factory=list)
    name: Stretch = (0, 0)
    back: list[int] = field(default_factory=list)
    post: Stretch | None = None
    institution: Stretch | None = None
    number: int | None = None
    represents: Stretch | None = None
    represented_name: Stretch | None = None
    role: Role = "participant"
    proof: bool = False
    initial_after_comma: bool = False

    def frozen(self) -> Draft:
        return Draft(
            self.rank,
            tuple(self.front),
            self.name,
            tuple(self.back),
            self.post,
            self.institution,
            self.number,
            self.represents,
            self.represented_name,
            self.role,
            self.proof,
            self.initial_after_comma,
        )


def parse(shape: str, *, listed: bool) -> Plan:
    """The people and groups of a shape; ``listed``: the text is an entry of a list, not sentences."""
    return _Parser(shape, listed).plan()


_ENDS_ENTRY: Final = ";•EW.\"tlV:"
_ITEM: Final = re.compile("[,c]+")
_ONLY_A_POST: Final = re.compile("[GU]*P[pwOoU]*")
_ONLY_A_PERSON: Final = re.compile("[kRrFNnILATBb]*[NnILATBb]")
_ONLY_BACKS: Final = re.compile("[BbT]*")


def _direction(entry: str) -> bool | None:
    """Whether the posts of an entry stand before their people; see :meth:`_Parser._posts_lead`."""
    items = "".join(_item(part) for part in _ITEM.split(entry))
    leading = len(re.findall("(?:^|(?<=[MX]))PN", items))
    behind = len(re.findall("NP(?=[MPX]|$)", items))
    return leading > behind if leading != behind else (None if not leading else items.find("P") < items.find("N"))


def _item(part: str) -> str:
    """One letter for what stands between two commas: a post, a name, both (M), anything else (X)."""
    if _ONLY_BACKS.fullmatch(part):
        return ""
    if _ONLY_A_POST.fullmatch(part):
        return "P"
    if _ONLY_A_PERSON.fullmatch(part):
        return "N"
    return "M" if "P" in part else "X"


class _Parser:
    def __init__(self, shape: str, listed: bool) -> None:
        self.shape = shape + "\0"
        self.size = len(shape)
        self.listed = listed
        self.series = listed
        self.people: list[_Person] = []
        self.groups: list[Stretch] = []
        self.current: _Person | None = None
        self.lead: Stretch | None = None
        self.house: Stretch | None = None
        self.phrase: Stretch | None = None
        self.stead: Stretch | None = None
        self.stead_name: Stretch | None = None
        self.role: Role = "participant"
        self._leading: dict[int, tuple[bool | None]] = {}

    def plan(self) -> Plan:
        at = 0
        while at < self.size:
            at = self._step(at, self.shape[at])
        self._end_entry()
        return Plan(tuple(person.frozen() for person in self.people), tuple(self.groups))

    def _step(self, at: int, kind: str) -> int:
        if kind == "R":
            return self._rank(at)
        if kind in "Fk":
            return self._titled(at)
        if kind == "P":
            return self._post(at)
        if kind == "V":
            return self._deputised(at)
        if kind == "v":
            return self._deputising(at)
        if kind in "OUGqo":
            return self._group(at)
        if kind in _NAME:
            return self._bare_name(at)
        if kind == "X":
            return self._number(at)
        self._sign(at, kind)
        return at + 1

    def _sign(self, at: int, kind: str) -> None:
        if kind in ";•E" or kind in 'W."':
            self._end_entry()
            if kind in 'W."':
                self.series = self.listed
                self.role = "participant"
        elif kind in "ta":
            self.series = self.series or kind == "t" or self.current is not None
            self._close()
        elif kind == "j":
            self._close()
            self.role = "chair"
        elif kind in "Bb" and self.lead and self.lead[1] == at:
            # A unit's letters that also are a degree ("Kodim 1015 SPT").
            self.lead = (self.lead[0], at + 1)
        elif kind == "D" and self.current and self.shape[at - 1] in "xDX":
            self.current.end = at + 1
        elif kind in "wzcBbTD":
            self._close(keep_stead=kind == "c")

    # -- persons --------------------------------------------------------------------------------------------------

    def _rank(self, at: int) -> int:
        end = self._rank_end(at)
        person = self.current
        if person and not person.rank and self._adjacent(person.end, at, ",-(/") and not self._name_at(end):
            person.rank = (at, end)
            return self._backs(person, end)
        return self._person(at)

    def _titled(self, at: int) -> int:
        return self._person(at)

    def _person(self, at: int) -> int:
        """Address, rank, front titles, name, back titles, beginning at ``at``."""
        shape, person = self.shape, _Person(at)
        here = at
        while shape[here] == "k":
            here += 1
        if shape[here] == "R":
            end = self._rank_end(here)
            person.rank = (here, end)
            here = end
        while shape[here] in "kF" or (shape[here] in ",." and person.front and shape[here + 1] in "FN"):
            if shape[here] == "F":
                person.front.append(here)
            here += 1
        while shape[here] == "k":
            here += 1
        end = self._name_end(here, titled=bool(person.rank or person.front or here > at))
        if end == here:
            self._close()
            return max(here, at + 1)
        person.name = (here, end)
        self._take(person)
        return self._backs(person, end)

    def _take(self, person: _Person) -> None:
        """A person has been found: what was waiting for one is theirs."""
        person.post, person.institution = self.lead, self.house
        person.represents, person.represented_name = self.stead, self.stead_name
        person.role, self.role = self.role, "participant"
        if self.lead:
            person.start = self.lead[0]
        self.lead = self.house = self.phrase = self.stead = self.stead_name = None
        self.people.append(person)
        self.current = person

    def _name_end(self, at: int, *, titled: bool) -> int:
        shape, here = self.shape, at
        while True:
            kind = shape[here]
            if kind in _NAME_GOES_ON or (kind == "T" and here == at):
                here += 1
            elif kind in "Fb" and here > at and shape[here + 1] in "NnL":
                here += 1
            elif kind == "b" and here == at and shape[here + 1] in "NnLIz":
                here += 1
            elif kind == "z" and titled and (here == at or self._small_name_goes_on(here)):
                here += 1
            else:
                break
        return here

    def _small_name_goes_on(self, at: int) -> bool:
        """Whether words in small letters go on being a name: they soon end where an entry can end."""
        shape, here = self.shape, at
        while shape[here] in "nIz" and here - at < 3:
            here += 1
        return shape[here] in ",;()-/\0BEPb•:"

    def _backs(self, person: _Person, at: int) -> int:
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
            elif kind == "A" and gap and person.back and shape[here + gap + 1] in ",;)-/(\0":
                person.back.append(here + gap)
            elif kind == "T" and (gap or person.back) and not self._name_at(here + gap + 1):
                person.back.append(here + gap)
            elif kind == "I" and gap and not person.back and self.shape[here + gap + 1] in ",;)-/.wPyV(c\0vWs":
                person.name = (person.name[0], here + gap + 1)
                person.initial_after_comma = True
            else:
                break
            here += gap + 1
        person.end = here
        return here

    def _bare_name(self, at: int) -> int:
        if (end := self._unknown_post_end(at)) and self.current:
            self.current.post = (at, end)
            self.current.end = end
            return end
        end = self._name_end(at, titled=False)
        if end == at:
            self._close()
            return at + 1
        awaited = not (self.lead is None and self.stead is None and self.house is None)
        direct = at > 0 and self.shape[at - 1] in "Ppo"
        proof = self._proof(end)
        begins = at == 0 or (self.stead is not None and self.stead[1] == at) or self.shape[at - 1] in ',;:()-/|•cEalVyv"tkuPpjoOq'
        if self.shape[end] in "vV" and (at == 0 or self.shape[at - 1] in ",c") and not self.lead:
            return self._untitled(at, end, proof=True)
        if begins and (direct or (awaited and self.series) or (self.series and proof) or (awaited and proof)):
            return self._untitled(at, end, proof=False)
        signed = not self.listed and not awaited and self.shape[at - 1] == "("
        if begins and (self.series or awaited) and self.shape[at] not in "LA" and not signed:
            spoken_of = self.shape[end] in "w,." and self.shape[at] in "Nn"
            return self._untitled(at, end, proof=not (awaited and (end - at > 1 or spoken_of)))
        self._close()
        return end

    def _unknown_post_end(self, at: int) -> int:
        """Where a post ends that no table knows: words in brackets, or after a dash to the end, behind a titled person."""
        person, shape, end = self.current, self.shape, at
        if not person or person.post or not (person.rank or person.front or person.back):
            return 0
        if at == 0 or shape[at - 1] not in "(-/|" or not self._adjacent(person.end, at, "(-/|"):
            return 0
        while shape[end] in "NLOoUADPpI":
            end += 1
        return end if shape[end] in (")" if shape[at - 1] == "(" else "\0") else 0

    def _untitled(self, at: int, end: int, *, proof: bool) -> int:
        person = _Person(at, name=(at, end), proof=proof)
        self._take(person)
        return self._backs(person, end)

    def _proof(self, end: int) -> bool:
        """Whether what follows shows that the words before were a name."""
        shape = self.shape
        gap = 1 if shape[end] in ",-(/.:|" else 0
        kind = shape[end + gap] if end + gap < self.size else "\0"
        if kind == "B" or (kind == "b" and shape[end] != ":"):
            return True
        if kind == "P":
            return not gap or not self._name_at(self._post_end(end + gap))
        if kind == "R":
            return bool(gap) and not self._name_at(self._rank_end(end + gap))
        return kind in "vsXq" or (kind == "y" and shape[end + gap + 1] == "v")

    def _name_at(self, at: int) -> bool:
        return self.shape[at] in "NnIFkLTzR" if at < self.size else False

    # -- posts, institutions, groups ------------------------------------------------------------------------------

    def _post(self, at: int) -> int:
        end = self._post_end(at)
        person = self.current
        direct = end < self.size and self.shape[end] in "RFkNnIATLb"
        if (
            not direct
            and person
            and person.post is None
            and self._adjacent(person.end, at, ",(-/:sy|)x")
            and not self._is_of_next(person, at, end)
        ):
            person.post = (at, end)
            person.end = end
            return end
        if not direct and person and person.post and self.shape[at - 1] == "s" and person.post[1] == at - 1:
            person.post = (person.post[0], end)
            person.end = end
            return end
        self._close(keep_stead=True)
        self.lead = (at, end)
        return end

    def _posts_lead(self, at: int) -> bool | None:
        """Whether in the entry around ``at`` posts stand before their people ("POST, NAME, POST, NAME").

        Decided once for a whole entry, by its plain places: a post between a finished person and a name belongs to
        the name; a post between a name and the entry's end, or another post, belongs to the name. ``None`` where
        nothing is plain.
        """
        shape = self.shape
        first, last = at, at
        while first > 0 and shape[first - 1] not in _ENDS_ENTRY:
            first -= 1
        while last < self.size and shape[last] not in _ENDS_ENTRY:
            last += 1
        known = self._leading.get(first)
        if known is None:
            known = self._leading[first] = (_direction(shape[first:last]),)
        return known[0]

    def _is_of_next(self, person: _Person, at: int, end: int) -> bool:
        """Whether a post between two commas is the next person's: "Danpos X Aiptu A, Kapolres, AKBP B".

        So it is where unread words stood in the first person's post, or where the sentence ends with a name.
        """
        shape = self.shape
        if shape[at - 1] != "," or shape[end] != "," or shape[end + 1] not in "RFkNnIL":
            return False
        if (leads := self._posts_lead(at)) is not None:
            return leads
        if person.start > 0 and shape[person.start - 1] in "NULADo":
            return True
        last = end
        while last < self.size and shape[last] not in ";•EW.\"":
            last += 1
        tail = shape[at:last].rstrip(",)")
        return shape[end + 1] in "RFk" and tail[-1:] in "NnIBb" and tail.count(",P") > 0

    def _group(self, at: int) -> int:
        """A circle or an institution: by itself a group, before a person the house that person comes from."""
        shape, end = self.shape, self._group_end(at)
        person = self.current
        if shape[at] == "q":
            return self._delegation(at, end)
        if person and shape[at] in "OU" and shape[end] not in "RFk" and self._adjacent(person.end, at, ",(-/|:"):
            last_word = shape[end] in "\0)" and len(self.people) == 1
            if person.institution is None and person.post and (shape[at - 1] in "(-/|" or last_word):
                person.institution = (at, end)
                person.end = end
                return end
            if person.post is None and (shape[at - 1] != "," or last_word):
                person.post = (at, end)
                person.end = end
                return end
        if person and shape[at] == "G" and person.post is None and self._adjacent(person.end, at, "(-/:"):
            person.post = (at, end)
            person.end = end
            return end
        if self.lead and shape[at] == "O" and self.lead[1] == at - 1 and shape[at - 1] == "," and shape[end] in "RF":
            # "Babinsa Desa X, Koramil Y, Kodim Z Sertu A": the houses of one post.
            self.lead = (self.lead[0], end)
            return end
        self._close(keep_stead=True)
        if shape[at] == "G" and (inner := shape.find("P", at, end)) > 0 and shape[end] in "RFk":
            self.lead = (inner, end)
            return end
        if shape[at] == "G" and (shape[end] in "RFk" or (shape[end] == ":" and self._person_at(end + 1))):
            self.lead = (at, end)
            return end
        if shape[at] == "U" and self._person_at(end):
            opens = at > 0 and shape[at - 1] == "N" and (at == 1 or shape[at - 2] in ",;:(cE•aVl")
            self.lead = (at - 1 if opens else at, end)
            return end
        if shape[at] in "OU" and (self._person_at(end) or (shape[end] in ":-(|" and self._person_at(end + 1))):
            self.house = (at, end)
        self.phrase = (at, end)
        return end

    def _group_end(self, at: int) -> int:
        shape, end = self.shape, at + 1
        if shape[at] in "Oq":
            while shape[end] == "o":
                end += 1
            return end
        while ((shape[end] in _PHRASE or (shape[end] == "O" and shape[at] == "G")) and not (shape[end] == "w" and shape[at] != "G")) or (
            shape[end] == "c" and shape[end + 1] == "U" and shape[end - 1] == "U"
        ):
            end += 1
        return end

    def _delegation(self, at: int, end: int) -> int:
        """*Perwakilan*: an institution's own people; with a name, that person stands for the institution."""
        person = self.current
        allowed = "(-/:" if person and (person.post or person.rank) else ",(-/:"
        if person and end > at + 1 and person.represents is None and self._adjacent(person.end, at, allowed):
            person.represents = (at + 1, end)
            person.end = end
            return end
        self._close()
        if end > at + 1 and (self._person_at(end) or self.shape[end] == "P" or (self.shape[end] in ":,(-" and self._person_at(end + 1))):
            self.stead = (at + 1, end)
        else:
            self.phrase = (at, end)
        return end

    def _person_at(self, at: int) -> bool:
        """Whether a person plainly begins here; a bare name counts only in a list."""
        if at >= self.size:
            return False
        return self.shape[at] in "RFk" or (self.listed and self.shape[at] in "NnI" and self.shape[at - 1] != ",")

    def _number(self, at: int) -> int:
        person = self.current
        if person and person.number is None and self._adjacent(person.end, at, ",(-/:x."):
            person.number = at
            person.end = at + 1
        return at + 1

    # -- who stands for whom --------------------------------------------------------------------------------------

    def _deputised(self, at: int) -> int:
        """*Diwakili*: what stands before it is absent."""
        person = self.current
        if person and self._adjacent(person.end, at, ",yu("):
            self.people.remove(person)
            self.current = None
            core = person.rank[0] if person.rank else (person.front[0] if person.front else person.name[0])
            last = person.back[-1] + 1 if person.back else person.name[1]
            self.stead = person.post or person.institution or (core, last)
            self.stead_name = (core, last) if self.stead != (core, last) else None
        elif self.lead:
            self.stead, self.lead = self.lead, None
        elif self.phrase:
            self.stead, self.phrase, self.house = self.phrase, None, None
        self.series = True
        return at + 1

    def _deputising(self, at: int) -> int:
        """*Mewakili*: whom the person before it, or at the head of an entry the next person, stands for."""
        shape = self.shape
        start = at + 1
        while shape[start] in "kl:":
            start += 1
        end = self._stead_end(start)
        if end == start:
            self._close()
            return at + 1
        person = self.current
        if person and self._adjacent(person.end, at, ",y(-/:") and not self._speaks_of_next(person, at, end):
            person.represents = (start, end)
            person.end = end
            if shape[end] in "RFkNnI":
                end = self._absent_name(person, end)
            return end
        if self._is_told(end) and (subject := self._subject(at)):
            subject.represents = (start, end)
            return self._absent_name(subject, end + (shape[end] == ",")) if shape[end] in ",RFk" else end
        self._close()
        self.stead = (start, end)
        self.series = True
        return end

    def _is_told(self, end: int) -> bool:
        """Whether *mewakili* stands in a sentence that is no list: only the sentence's subject can be meant."""
        behind = self.shape[end + (self.shape[end] == ",")]
        return not self.series and (self.shape[end] != "," or behind in "RFk")

    def _subject(self, at: int) -> _Person | None:
        """The only person named in the sentence before ``at``."""
        first = at
        while first > 0 and self.shape[first - 1] not in _ENDS_ENTRY:
            first -= 1
        told = [person for person in self.people if first <= person.start < at]
        return told[0] if len(told) == 1 and told[0].represents is None else None

    def _speaks_of_next(self, person: _Person, at: int, end: int) -> bool:
        """Whether *mewakili* after a comma begins the next entry: "Wakil Bupati A, mewakili Kajari, Kasi Intel B"."""
        if person.represents is not None:
            return True
        if self.shape[at - 1] != "," or not person.post or person.post[0] > person.name[0]:
            return False
        return self.shape[end] in "NnI" or (self.shape[end] == "," and self.shape[end + 1] == "P")

    def _absent_name(self, person: _Person, at: int) -> int:
        """The name of the absent holder: "mewakili Dandim Letkol Inf Yoga Pratama, S.I.P."."""
        absent = _Person(at)
        here = at
        while self.shape[here] in "kRrF":
            here += 1
        absent.name = (here, self._name_end(here, titled=True))
        end = self._backs(absent, absent.name[1])
        person.represented_name = (at, end)
        person.end = end
        return end

    def _stead_end(self, at: int) -> int:
        shape, end = self.shape, at
        if shape[at] == "P":
            return self._post_end(at)
        if shape[at] in "OUG":
            end = at + 1
            while shape[end] in "oUOG" or (shape[end] in "LAD" and shape[at] != "O"):
                end += 1
            return end
        while shape[end] in "OoUGANLDnpPwz" and not (shape[end] == "w" and shape[at] not in "OUGwP"):
            end += 1
        return end

    # -- entries --------------------------------------------------------------------------------------------------

    def _close(self, *, keep_stead: bool = False) -> None:
        """The person before is complete; a post or institution still waiting for one was invited by itself."""
        self.current = None
        waiting = self.lead or self.phrase
        if waiting and self.series:
            self.groups.append(waiting)
        self.lead = self.house = self.phrase = None
        if not keep_stead:
            self.stead = self.stead_name = None

    def _end_entry(self) -> None:
        self._close()

    def _rank_end(self, at: int) -> int:
        end = at + 1
        while self.shape[end] == "r":
            end += 1
        return end

    def _post_end(self, at: int) -> int:
        end = at + 1
        while self.shape[end] == "p":
            end += 1
        return end

    def _adjacent(self, end: int, at: int, allowed: str) -> bool:
        return all(sign in allowed for sign in self.shape[end:at])
