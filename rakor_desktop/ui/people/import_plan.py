"""What an imported list would do to the people book: found out, shown and confirmed before anything happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from rakor_desktop.domain.names import full_name
from rakor_desktop.domain.people import Person
from rakor_desktop.domain.remembering import name_key, number_key, updated

Fate = Literal["new", "changed", "same", "unclear"]
_CHECK_EVERY: Final = 500


class Entry(NamedTuple):
    """One person of the list: what would become of it, and an Indonesian remark what changes or is unclear."""

    fate: Fate
    person: Person
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All entries of a list, in its order; ``notes`` are remarks about the file."""

    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many entries have this fate."""
        return sum(entry.fate == fate for entry in self.entries)

    def people(self, *, unclear: bool) -> tuple[Person, ...]:
        """Whom to take in: new and changed people, and the unclear ones when they are wanted."""
        wanted = ("new", "changed", "unclear") if unclear else ("new", "changed")
        return tuple(entry.person for entry in self.entries if entry.fate in wanted and entry.person.name.strip())


def plan(
    news: Sequence[Person], known: Iterable[Person], notes: Sequence[str] = (), check: Callable[[], None] | None = None
) -> ImportPlan:
    """Compare a list with the book; ``check`` is called now and then.

    Somebody is known by the service number, else by the name where no institution speaks against it. Unclear is an
    entry without a name, with a name that several people bear, or twice in the list itself.
    """
    book = _Book(known)
    entries = []
    seen: dict[tuple[str, str], int] = {}
    for number, person in enumerate(news, start=1):
        if check is not None and number % _CHECK_EVERY == 0:
            check()
        key = (name_key(person.name), number_key(person.service_no) or name_key(person.post.institution))
        first = seen.setdefault(key, number)
        entries.append(_unclear(person, number, first) or book.entry(person))
    return ImportPlan(tuple(entries), tuple(notes))


class _Book:
    def __init__(self, people: Iterable[Person]) -> None:
        self._numbers: dict[str, Person] = {}
        self._names: dict[str, list[Person]] = {}
        for person in people:
            if number := number_key(person.service_no):
                self._numbers.setdefault(number, person)
            for name in dict.fromkeys((name_key(person.name), *map(name_key, person.aliases))):
                self._names.setdefault(name, []).append(person)

    def entry(self, news: Person) -> Entry:
        number = number_key(news.service_no)
        known = self._numbers.get(number) if number else None
        if known is None:
            same = [person for person in self._names.get(name_key(news.name), ()) if _may_be(person, news)]
            if len(same) > 1:
                return Entry("unclear", news, f"{len(same)} orang bernama sama di buku; yang pertama akan diperbarui")
            known = same[0] if same else None
        if known is None:
            return Entry("new", news)
        changes = _changes(known, updated(known, news))
        return Entry("changed", news, "; ".join(changes)) if changes else Entry("same", news)


def _unclear(person: Person, number: int, first: int) -> Entry | None:
    if not person.name.strip():
        return Entry("unclear", person, "Tanpa nama: tidak dapat diimpor")
    if first != number:
        return Entry("unclear", person, f"Sama dengan orang ke-{first} di berkas ini")
    return None


def _may_be(person: Person, news: Person) -> bool:
    if number_key(person.service_no) and number_key(news.service_no):
        return False
    house = name_key(news.post.institution)
    houses = {name_key(post.institution) for post in person.posts if post.institution}
    return not house or not houses or house in houses


def _changes(before: Person, after: Person) -> list[str]:
    pairs = (
        ("Pangkat", before.rank, after.rank),
        ("Nama", _name(before), _name(after)),
        ("NRP/NIP", before.service_no, after.service_no),
        ("Jabatan", before.post.position, after.post.position),
        ("Instansi", before.post.institution, after.post.institution),
        ("Telepon", before.phone, after.phone),
    )
    found = [f"{label}: {old or '(kosong)'} → {new}" for label, old, new in pairs if old != new]
    # That a rank's history begins with the rank held anyway is no news to anybody.
    same = before == replace(after, ranks=before.ranks)
    return found or ([] if same else ["Rincian lain"])


def _name(person: Person) -> str:
    return full_name(person.front, person.name, person.back)
