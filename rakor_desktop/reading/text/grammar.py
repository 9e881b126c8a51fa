"""The grammar of attendance: how posts, ranks, names and titles follow one another.

It reads shapes only (a letter for each word, see :mod:`rakor_desktop.reading.text.alphabet`), so its result holds
for every line of that shape. Its decisions:

* A rank, a front title or a form of address begins a person; the name runs to the first word that cannot be one.
* A post directly followed by a person is that person's; otherwise it belongs to the person before it who has none yet.
* A post, institution or person before *diwakili* is absent; whoever follows is present in its stead. *Mewakili* after a
  person says whom that person stands for; at the head of an entry, whom the next one stands for.
* A bare name is a person only in a list, and only with proof: a title, a post, or words that are common names.
* Whether posts stand before or behind their people is decided once for an entry, not at every comma.
* In a sentence that is no list, *mewakili* speaks of its only person; a rank and name after the post are the absent
  holder's.
* A semicolon, a number of a list and a full stop end an entry; a comma does not.
"""

from __future__ import annotations

from typing import Final

from rakor_desktop.reading.text.direction import ENDS_ENTRY, direction
from rakor_desktop.reading.text.drafts import Person, Plan
from rakor_desktop.reading.text.person_walk import PersonWalk

_NAME: Final = "NnILAT"


def parse(shape: str, *, listed: bool) -> Plan:
    """The people and groups of a shape; ``listed``: the text is an entry of a list, not sentences."""
    return _Parser(shape, listed).plan()


class _Parser(PersonWalk):
    def __init__(self, shape: str, listed: bool) -> None:
        super().__init__(shape, listed)
        self._leading: dict[int, tuple[bool | None]] = {}

    def plan(self) -> Plan:
        at = 0
        while at < self.size:
            at = self._step(at, self.shape[at])
        self.close()
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
            self.close()
            if kind in 'W."':
                self.series = self.listed
                self.role = "participant"
        elif kind in "ta":
            self.series = self.series or kind == "t" or self.current is not None
            self.close()
        elif kind in "jJ":
            self.close()
            # "Memimpin": who was named before presides; "dipimpin": who is named next.
            chair = self.first_of_sentence(at) if kind == "J" else None
            if chair:
                chair.role = "chair"
            else:
                self.role = "chair"
        elif kind in "Bb" and self.lead and self.lead[1] == at:
            # A unit's letters that also are a degree ("Kodim 1015 SPT").
            self.lead = (self.lead[0], at + 1)
        elif kind == "D" and self.current and self.shape[at - 1] in "xDX":
            self.current.end = at + 1
        elif kind in "wzcBbTD":
            self.close(keep_stead=kind == "c")

    # -- persons --------------------------------------------------------------------------------------------------

    def _rank(self, at: int) -> int:
        end = self.rank_end(at)
        person = self.current
        if person and not person.rank and self.adjacent(person.end, at, ",-(/") and not self.name_at(end):
            person.rank = (at, end)
            return self.backs(person, end)
        return self.person(at)

    def _titled(self, at: int) -> int:
        return self.person(at)

    def _bare_name(self, at: int) -> int:
        if (end := self._unknown_post_end(at)) and self.current:
            self.current.post = (at, end)
            self.current.end = end
            return end
        end = self.name_end(at, titled=False)
        if end == at:
            self.close()
            return at + 1
        if not self.shape[at:end].strip("A"):
            # Capitals alone ("BRS") are an institution or a unit that no table knows.
            self.close()
            return end
        awaited = not (self.lead is None and self.stead is None and self.house is None) or self.is_led(at)
        direct = at > 0 and self.shape[at - 1] in "Ppo"
        proof = self.proves_name(end)
        begins = (
            at == 0
            or (self.stead is not None and self.stead[1] == at)
            or self.shape[at - 1] in ',;:()-/|•cEalVyv"tkuPpjoOq'
        )
        if self.shape[end] in "vV" and (at == 0 or self.shape[at - 1] in ",c") and not self.lead:
            return self.untitled(at, end, proof=True)
        if begins and (
            direct or (awaited and self.series) or ((self.series or awaited or self.is_titled(at, end)) and proof)
        ):
            opens = not awaited and end == at + 1 and self.shape[end] == "P"
            return self.untitled(at, end, proof=opens or (direct and self.is_of_a_house(at)))
        signed = not self.listed and not awaited and self.shape[at - 1] == "("
        if begins and (self.series or awaited) and self.shape[at] not in "LA" and not signed:
            spoken_of = self.shape[end] in "w,." and self.shape[at] in "Nn"
            return self.untitled(at, end, proof=not (awaited and (end - at > 1 or spoken_of)))
        self.close()
        return end

    def _unknown_post_end(self, at: int) -> int:
        """Where a post ends that no table knows: words in brackets, or after a dash, behind a titled person."""
        person, shape, end = self.current, self.shape, at
        if not person or person.post or not (person.rank or person.front or person.back):
            return 0
        if at == 0 or shape[at - 1] not in "(-/|" or not self.adjacent(person.end, at, "(-/|"):
            return 0
        while shape[end] in "NLOoUADPpIG":
            end += 1
        return end if shape[end] in (")" if shape[at - 1] == "(" else "\0") else 0

    # -- posts, institutions, groups ------------------------------------------------------------------------------

    def _post(self, at: int) -> int:
        end = self.post_end(at)
        person = self.current
        direct = end < self.size and self.shape[end] in "RFkNnIATLb"
        if (
            not direct
            and person
            and person.post is None
            and self.adjacent(person.end, at, ",(-/:sy|)x")
            and not self._is_of_next(person, at, end)
        ):
            person.post = (at, end)
            person.end = end
            return end
        if not direct and person and person.post and self.shape[at - 1] == "s" and person.post[1] == at - 1:
            person.post = (person.post[0], end)
            person.end = end
            return end
        self.close(keep_stead=True)
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
        while first > 0 and shape[first - 1] not in ENDS_ENTRY:
            first -= 1
        while last < self.size and shape[last] not in ENDS_ENTRY:
            last += 1
        known = self._leading.get(first)
        if known is None:
            known = self._leading[first] = (direction(shape[first:last]),)
        return known[0]

    def _opens_run(self, at: int, end: int) -> bool:
        """Whether a house before a comma opens a run of posts, each before its person."""
        opens = at == 0 or self.shape[at - 1] in ENDS_ENTRY
        run = self.shape[end + 1] in "NnIFR" and self.shape.find("P", end) > 0
        return opens and run and bool(self._posts_lead(at))

    def _is_of_next(self, person: Person, at: int, end: int) -> bool:
        """Whether a post between two commas is the next person's: "Danpos X Aiptu A, Kapolres, AKBP B".

        So it is where unread words stood in the first person's post, or where the sentence ends with a name.
        """
        shape = self.shape
        if shape[at - 1] != "," or shape[end] != "," or shape[end + 1] not in "RFkNnIL":
            return False
        if person.represents is not None:
            return True
        if (leads := self._posts_lead(at)) is not None:
            return leads
        if person.start > 0 and shape[person.start - 1] in "NULADo":
            return True
        last = end
        while last < self.size and shape[last] not in ';•EW."':
            last += 1
        tail = shape[at:last].rstrip(",)")
        return shape[end + 1] in "RFk" and tail[-1:] in "NnIBb" and tail.count(",P") > 0

    def _group(self, at: int) -> int:
        """A circle or an institution: by itself a group, before a person the house that person comes from."""
        shape, end = self.shape, self.group_end(at)
        person = self.current
        if shape[at] == "q":
            return self._delegation(at, end)
        if person and shape[at] in "OU" and shape[end] not in "RFk" and self.adjacent(person.end, at, ",(-/|:"):
            last_word = shape[end] in "\0)" and len(self.people) == 1
            if person.institution is None and person.post and (shape[at - 1] in "(-/|" or last_word):
                person.institution = (at, end)
                person.end = end
                return end
            if person.post is None and (shape[at - 1] != "," or last_word):
                person.post = (at, end)
                person.end = end
                return end
        if person and shape[at] == "G" and person.post is None and self.adjacent(person.end, at, "(-/:"):
            person.post = (at, end)
            person.end = end
            return end
        if (
            self.lead
            and shape[at] == "O"
            and self.lead[1] == at - 1
            and shape[at - 1] == ","
            and self.leads_to_person(end)
        ):
            # "Babinsa Desa X, Koramil Y, Kodim Z Sertu A": the houses of one post.
            self.lead = (self.lead[0], end)
            return end
        self.close(keep_stead=True)
        if shape[at] == "O" and shape[end] == "," and self._opens_run(at, end):
            self.lead = (at, end)
            return end
        if shape[at] == "G" and (inner := shape.find("P", at, end)) > 0 and shape[end] in "RFk":
            self.lead = (inner, end)
            return end
        if shape[at] == "G" and (shape[end] in "RFk" or (shape[end] == ":" and self.person_at(end + 1))):
            self.lead = (at, end)
            return end
        if shape[at] == "U" and self.person_at(end):
            opens = at > 0 and shape[at - 1] == "N" and (at == 1 or shape[at - 2] in ",;:(cE•aVl")
            self.lead = (at - 1 if opens else at, end)
            return end
        if shape[at] in "OU" and (self.person_at(end) or (shape[end] in ":-(|" and self.person_at(end + 1))):
            self.house = (at, end)
        self.phrase = (at, end)
        return end

    def _delegation(self, at: int, end: int) -> int:
        """*Perwakilan*: an institution's own people; with a name, that person stands for the institution."""
        person = self.current
        allowed = "(-/:" if person and (person.post or person.rank) else ",(-/:"
        if person and end > at + 1 and person.represents is None and self.adjacent(person.end, at, allowed):
            person.represents = (at + 1, end)
            person.end = end
            return end
        self.close()
        if end > at + 1 and (
            self.person_at(end) or self.shape[end] == "P" or (self.shape[end] in ":,(-" and self.person_at(end + 1))
        ):
            self.stead = (at + 1, end)
        else:
            self.phrase = (at, end)
        return end

    def _number(self, at: int) -> int:
        person = self.current
        if person and person.number is None and self.adjacent(person.end, at, ",(-/:x."):
            person.number = at
            person.end = at + 1
        return at + 1

    # -- who stands for whom --------------------------------------------------------------------------------------

    def _deputised(self, at: int) -> int:
        """*Diwakili*: what stands before it is absent."""
        person = self.current
        if person and self.adjacent(person.end, at, ",yu()"):
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
        end = self.stead_end(start)
        if end == start:
            self.close()
            return at + 1
        person = self.current
        if person and self.adjacent(person.end, at, ",y(-/:") and not self._speaks_of_next(person, at, end):
            person.represents = (start, end)
            person.end = end
            if shape[end] in "RFkNnI":
                end = self.absent_name(person, end)
            return end
        if self._is_told(end) and (subject := self.subject(at)):
            subject.represents = (start, end)
            return self.absent_name(subject, end + (shape[end] == ",")) if shape[end] in ",RFk" else end
        self.close()
        self.stead = (start, end)
        self.series = True
        return end

    def _is_told(self, end: int) -> bool:
        """Whether *mewakili* stands in a sentence that is no list: only the sentence's subject can be meant."""
        behind = self.shape[end + (self.shape[end] == ",")]
        return not self.series and (self.shape[end] != "," or behind in "RFk")

    def _speaks_of_next(self, person: Person, at: int, end: int) -> bool:
        """Whether *mewakili* after a comma begins the next entry: "Wakil Bupati A, mewakili Kajari, Kasi Intel B"."""
        if person.represents is not None:
            return True
        if self.shape[at - 1] != "," or not person.post or person.post[0] > person.name[0]:
            return False
        return self.shape[end] in "NnI" or (self.shape[end] == "," and self.shape[end + 1] == "P")
