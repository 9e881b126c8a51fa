"""What has been read so far: people, groups, what was not understood, and the marks of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rakor_desktop.reading.text.lines import Line
from rakor_desktop.reading.text.people import People
from rakor_desktop.reading.text.recipe import Recipe
from rakor_desktop.reading.values import NOBODY, GroupRead, Mark, Part, PersonRead, Reading, Unread

_new_tuple: Final = tuple.__new__
_GAP: Final = re.compile(r"\S+")
_ONLY_POST: Final = re.compile(r"P[p]*|O[oU]*")
_ONLY_RANK: Final = re.compile(r"(Rr*)[,/x:.-]*(X?)")


class Gathering:
    """Collects the lines of one source in order."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._make = people.person
        self._people = people
        self.people: list[PersonRead] = []
        self.groups: list[GroupRead] = []
        self.unread: list[Unread] = []
        self.marks: list[Mark] = []
        self._heading: Line | None = None

    def add(self, line: Line, recipe: Recipe, *, named: bool = False) -> None:
        """Add one line's people, groups and marks; ``named``: a label says that a name stands here."""
        at, end_of, tokens, marks = line.at, line.end, line.tokens, self.marks
        base, group_base = len(self.people), len(self.groups)
        owners: dict[int, int] = {}
        for number, draft in enumerate(recipe.people):
            person = self._make(line, draft, recipe.bounds[number], named)
            if person is not None:
                owners[number] = len(self.people)
                self.people.append(person)
        for first, last in recipe.groups:
            self.groups.append(GroupRead(self._people.group(line.slice(first, last)), at[first], end_of(last)))
        if self._heading is not None:
            self._take_heading(self._heading, base)
            self._heading, group_base = None, len(self.groups) - len(recipe.groups)
        whole = len(owners) == len(recipe.people)
        for first, last, part, owner in recipe.spans:
            start, end = at[first], at[last]
            if tokens[last - 1][-1] <= " ":
                end = end - 1 if tokens[last - 1][-2:-1] > " " else end_of(last)
            if part == "group":
                owner += group_base
            elif owner == NOBODY or (not whole and owner not in owners):
                if part != "connective":
                    part = "unread"
                    self.unread.append(Unread(self._text[start:end], start, end))
                owner = NOBODY
            else:
                owner = base + owner if whole else owners[owner]
            # The plain constructor costs three times as much, and there are a dozen marks a line.
            marks.append(_new_tuple(Mark, (start, end, part, owner)))

    def awaits_post(self) -> bool:
        """Whether the last thing read is a person of whom no post is known: the next line may say it."""
        return bool(self.people and self.marks) and self._is_last() and not self.people[-1].position

    def _is_last(self) -> bool:
        return self.marks[-1].owner == len(self.people) - 1 and self.marks[-1].part != "group"

    def headed(self, line: Line) -> None:
        """Take a line that only says the post of whom the next line names."""
        self._heading = line

    def _take_heading(self, line: Line, base: int) -> None:
        """Give the first of the people since ``base`` the post that the line before them says."""
        values = self._people.part(line.slice(0, len(line.tokens)), "position")
        if base < len(self.people) and not self.people[base].position:
            self.people[base] = replace(self.people[base], start=line.at[0], **values)
            self.marks.append(Mark(line.at[0], line.end(len(line.tokens)), "position", base))
        else:
            self.groups.append(GroupRead(self._people.group(line.text), line.at[0], line.end(len(line.tokens))))
            mark = Mark(line.at[0], line.end(len(line.tokens)), "group", len(self.groups) - 1)
            self.marks.append(mark)

    def continued(self, line: Line, *, article: bool) -> bool:
        """Take a line that only says the post or the rank of the person on the line before; false when it does not.

        In an article a line with a post alone is a caption or a heading.
        """
        person = self.people[-1] if self.people else None
        if person is None or not self.marks or not self._is_last():
            return False
        if not article and _ONLY_POST.fullmatch(line.shape) and not person.position:
            return self.complete(line, "position")
        if _ONLY_RANK.fullmatch(line.shape) and not person.rank:
            return self.complete(line, "rank")
        return False

    def complete(self, line: Line, part: Part) -> bool:
        """Give the last person what a labelled line says; false when there is nobody or that is known already."""
        if part == "name" or not self.people or getattr(self.people[-1], part):
            return False
        owner, person = len(self.people) - 1, self.people[-1]
        last = len(line.tokens)
        number = line.shape.rfind("X")
        if part == "rank" and number > 0:
            last = number
            while last > 1 and line.shape[last - 1] in ",/x:.-":
                last -= 1
        values = self._people.part(line.slice(0, last), part)
        if number > 0 and part == "rank":
            values["service_no"] = line.tokens[number].strip(" .,")
        self.people[-1] = replace(person, end=line.end(len(line.tokens)), **values)
        self.marks.append(Mark(line.at[0], line.end(last), part, owner))
        if last < len(line.tokens) and number > 0:
            self.marks.append(Mark(line.at[number], line.end(number + 1), "service_no", owner))
        return True

    def reading(self) -> Reading:
        """The reading; what no line covered (numbers of entries, bullets, emoji) is connective."""
        marks = tuple(_covered(self._text, self.marks))
        return Reading(self._text, tuple(self.people), tuple(self.groups), tuple(self.unread), marks)


def _covered(text: str, marks: list[Mark]) -> Iterator[Mark]:
    here = 0
    for mark in marks:
        if mark.start > here and not text[here : mark.start].isspace():
            for found in _GAP.finditer(text, here, mark.start):
                yield Mark(found.start(), found.end(), "connective")
        yield mark
        here = mark.end
    for found in _GAP.finditer(text, here):
        yield Mark(found.start(), found.end(), "connective")
