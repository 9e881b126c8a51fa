"""Names of people that drift: one name in two spellings, or near to a name that the office knows.

Never more than a question: names are the one thing that no rule may mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page

_NAME_WORD: Final = r"[A-Z][a-z’']{2,}"
_PERSON: Final = re.compile(rf"\b{_NAME_WORD}(?:[ ]+(?:{_NAME_WORD}|[A-Z]\.)){{1,4}}")
_FRONT: Final = frozenset(
    "polisi pol tni jenderal inspektur komisaris ajun besar brigadir bapak ibu inf kav arm arh czi mar".split()
)


class Named(NamedTuple):
    """A name in the text: where, and its words."""

    start: int
    end: int
    words: tuple[str, ...]


def names(page: Page, known: Knowledge, codes: Mapping[str, str]) -> tuple[Named, ...]:
    """The names that follow a rank or consist of words of names, at least two words long."""
    found = []
    for match in _PERSON.finditer(page.plain):
        words = [(word[0], match.start() + word.start()) for word in re.finditer(r"\S+", match[0])]
        after_rank = _after_rank(page.plain, match.start(), codes)
        while words and (words[0][0].casefold() in codes or words[0][0].casefold() in _FRONT):
            after_rank = True
            words = words[1:]
        if len(words) < 2:
            continue
        if after_rank or all(known.catalog.name_words.knows(word) for word, _ in words):
            end = words[-1][1] + len(words[-1][0])
            found.append(Named(words[0][1], end, tuple(word for word, _ in words)))
    return tuple(found)


def drift(page: Page, known: Knowledge, found: tuple[Named, ...]) -> Iterator[TextFinding]:
    """Two spellings of one name in the text: the later one is asked about."""
    earlier: dict[str, dict[tuple[str, ...], None]] = {}
    for name in found:
        keys = [word.casefold() for word in name.words]
        if not any(name.words in earlier.get(key, ()) for key in keys):
            # A drifting name shares at least one word with the name it drifts from.
            others = dict.fromkeys(other for key in keys for other in earlier.get(key, ()))
            near = next((other for other in others if _near(name.words, other)), None)
            if near is not None:
                yield _asked(page, name, " ".join(near), "Sebelumnya nama ini ditulis")
                continue
        for key in keys:
            earlier.setdefault(key, {})[name.words] = None


def against_people(page: Page, known: Knowledge, found: tuple[Named, ...]) -> Iterator[TextFinding]:
    """A name near to one that is known and equal to none."""
    people = [tuple(name.split()) for name in known.facts.people]
    right = {" ".join(person).casefold() for person in people}
    for name in found:
        typed = " ".join(name.words)
        if typed.casefold() in right:
            continue
        near = next((person for person in people if _near(name.words, person)), None)
        if near is not None:
            yield _asked(page, name, " ".join(near), "Pada data rapat atau buku orang tercatat")


def _asked(page: Page, name: Named, other: str, why: str) -> TextFinding:
    message = f'{why} "{other}". Pastikan ejaan nama ini; nama tidak pernah diganti tanpa diminta.'
    return page.found("nama-berbeda", "warning", name.start, name.end, message, other, family="nama")


def _near(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names differ by one word only, and that word by little."""
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a.casefold() != b.casefold()]
    if len(apart) != 1:
        return False
    a, b = (word.casefold() for word in apart[0])
    if min(len(a), len(b)) < 4 or a[:2] != b[:2]:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) >= (60 if len(left) > 2 else 75)


def _after_rank(text: str, start: int, codes: Mapping[str, str]) -> bool:
    before = text[max(0, start - 24) : start].split()
    return any(word.strip(".,").casefold() in codes for word in before[-2:])
