"""How long recognising people takes, against comparing every name of the book.

Run: ``python benchmarks/matching.py [--quick]``

A book of 50,000 generated officials, and 1,000 typed names out of it: as written, misspelt (one or two slips of a
finger) and shortened (initials, a name left out, an abbreviated Muhammad).
The rivals compare every name of the book by ``rapidfuzz.process.extractOne``: with the plainest of its own scorers,
with two that people use for names, and with our measure of likeness. That last one is a Python function, so it is run
on a sample; it shows what matters more than time: that leaving most of the book out loses no better answer.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from rapidfuzz import fuzz, process  # noqa: E402

from rakor_desktop.catalog import Catalog  # noqa: E402
from rakor_desktop.domain.people import Person, PostHeld  # noqa: E402
from rakor_desktop.reading.matching.index import PeopleIndex  # noqa: E402
from rakor_desktop.reading.matching.likeness import WordLikeness, likeness, name_words  # noqa: E402

PEOPLE = 50_000
TYPED = 1_000
RANKS = ("AKBP", "Kompol", "AKP", "Iptu", "Ipda", "Aiptu", "Aipda", "Bripka", "Letkol Inf", "Kapten Inf", "")
HOUSES = ("Polres", "Polsek", "Kodim", "Dinas Perhubungan", "Dinas Kesehatan", "KPU", "Bawaslu", "Satpol PP")
Typed = list[tuple[str, str, Person]]
"""Kind, typed name, and who was meant."""
COMMON = (
    "Agus Budi Muhammad Ahmad Sri Siti Dwi Tri Eko Nur Abdul Rahmat Hidayat Santoso Setiawan Saputra Wahyudi Susanto "
    "Kurniawan Hartono Gunawan Wijaya Lestari Rahayu Sari Dewi Putra Pratama Nugroho Suryadi Haryanto Purnomo Iskandar "
    "Firmansyah Syahputra Rizki Andi Dedi Hendra Joko Bambang Slamet Yusuf Ibrahim Ismail Arif Fajar Ilham Irfan "
    "Made Wayan Ketut Nyoman Yohanes Maria Simanjuntak Siregar Nasution Harahap Lubis Manurung Situmorang Ginting"
).split()
SYLLABLES = (
    "ba be bi bo bu da de di do du fa fi ga gi gu ha he hi hu ja jo ju ka ke ki ko ku la le li lu ma me mi mu na ni nu "
    "pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu wa wi ya yo yu"
).split()
ENDINGS = ("", "", "n", "r", "l", "s", "ng", "t", "to", "no", "wan", "wati", "yanto", "yadi", "di", "man")


def vocabulary(luck: random.Random) -> list[str]:
    """Six thousand names besides the common ones, of two or three syllables."""
    words = {
        ("".join(luck.choices(SYLLABLES, k=luck.choice((2, 2, 3)))) + luck.choice(ENDINGS)).capitalize()
        for _ in range(6_500)
    }
    return sorted(words)


def officials(luck: random.Random) -> list[Person]:
    """Return the book: two or three words each, a third of them common, as in a real register."""
    rare = vocabulary(luck)
    people: list[Person] = []
    seen: set[str] = set()
    while len(people) < PEOPLE:
        count = luck.choice((2, 2, 2, 3, 3))
        words = [luck.choice(COMMON) if luck.random() < 0.4 else luck.choice(rare) for _ in range(count)]
        name = " ".join(dict.fromkeys(words))
        if name in seen or " " not in name:
            continue
        seen.add(name)
        number = len(people)
        post = PostHeld(f"Kabag {number % 97}", f"{luck.choice(HOUSES)} {number % 514}")
        day = date(2026, 11, 22) - timedelta(days=luck.randrange(2_000))
        people.append(Person(f"p{number}", luck.choice(RANKS), (), name, posts=(post,), last_seen=day))
    return people


def misspelt(name: str, luck: random.Random) -> str:
    """Return the name with one or two slips: a letter changed, left out, doubled, or two of them turned round."""
    for _ in range(luck.choice((1, 1, 2))):
        place = luck.randrange(1, len(name) - 1)
        while " " in name[place : place + 2]:
            place = luck.randrange(1, len(name) - 1)
        slip = luck.randrange(4)
        if slip == 0:
            name = name[:place] + luck.choice("aeiounrst") + name[place + 1 :]
        elif slip == 1:
            name = name[:place] + name[place + 1 :]
        elif slip == 2:
            name = name[:place] + name[place] + name[place:]
        else:
            name = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    return name


def shortened(name: str, luck: random.Random) -> str:
    """Return the name as people shorten it."""
    words = name.split()
    if "Muhammad" in words[:-1]:
        return name.replace("Muhammad", luck.choice(("M.", "Moh.", "Muh.", "Mochamad")))
    if len(words) > 2:
        return " ".join((words[0], words[-1])) if luck.random() < 0.5 else f"{words[0]} {words[1][0]}. {words[2]}"
    return f"{words[0]} {words[1][0]}." if luck.random() < 0.5 else f"{words[0][0]}. {words[1]}"


def typed_names(people: list[Person], luck: random.Random) -> Typed:
    """Return kind, typed name, and who was meant."""
    ways: dict[str, Callable[[str, random.Random], str]] = {
        "exact": lambda name, _luck: name,
        "misspelt": misspelt,
        "shortened": shortened,
    }
    kinds = (["exact"] * 300 + ["misspelt"] * 500 + ["shortened"] * 200)[:TYPED]
    chosen = luck.sample(people, TYPED)
    return [(kind, ways[kind](person.name, luck), person) for kind, person in zip(kinds, chosen, strict=True)]


def timed(function: Callable[[], object]) -> float:
    """Return seconds of one run, without garbage collection in between."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    function()
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds


def building(people: list[Person], catalog: Catalog) -> PeopleIndex:
    """Print what making the index costs, and return it."""
    made: list[PeopleIndex] = []

    def build() -> None:
        index = PeopleIndex(people, catalog.ranks)
        index.best("Agun Tribawento")
        index.completions("ag")
        made.append(index)

    seconds = min(timed(build) for _ in range(3))
    print(f"building the index: {seconds * 1000:.0f} ms = {seconds * 1000 / (PEOPLE / 1000):.1f} ms per 1000 people")
    return made[-1]


def against_rapidfuzz(index: PeopleIndex, people: list[Person], typed: Typed, some: int) -> None:
    """Print the time of our search and of full scans with rapidfuzz's own scorers."""
    rounds = [timed(lambda: [index.best(name) for _, name, _ in typed]) for _ in range(3)]
    own = statistics.median(rounds) / len(typed)
    print(f"ours: {own * 1000:.2f} ms a name (first round {rounds[0] / len(typed) * 1000:.2f})")
    names = [person.name.casefold() for person in people]
    step = max(1, len(typed) // some)
    queries = [name.casefold() for _, name, _ in typed[::step]]

    def scan(scorer: Callable[..., float]) -> float:
        return timed(lambda: [process.extractOne(query, names, scorer=scorer) for query in queries]) / len(queries)

    for scorer in (fuzz.ratio, fuzz.token_sort_ratio, fuzz.WRatio):
        seconds = scan(scorer)
        line = f"full scan, {scorer.__name__}: {seconds * 1000:.2f} ms a name; ours is {own / seconds:.3f} of it"
        print(line + f" (first round {rounds[0] / len(typed) / seconds:.3f})")


def disagreements(index: PeopleIndex, people: list[Person], typed: Typed, some: int) -> None:
    """Print how often the full scan with our own measure finds a better answer, and how often we find who was meant."""
    keys = [name_words(person.name) for person in people]
    step = max(1, len(typed) // some)
    sample, better, seconds = typed[::step], [], 0.0
    for _, name, _ in sample:
        here = name_words(name)
        words = [WordLikeness(word) for word in here.words]
        best: list[tuple[object, float, int]] = []
        seconds += timed(
            lambda here=here, words=words, best=best: best.append(  # type: ignore[misc]
                process.extractOne(here, keys, scorer=lambda one, other, **_: likeness(one, other, words))
            )
        )
        found = index.best(name)
        score = best[0][1]
        if found is None or score > found[1] + 1e-9:
            better.append((name, people[best[0][2]].name, score, found))
    print(f"full scan, our measure: {seconds / len(sample) * 1000:.0f} ms a name")
    print(f"full scan better in {len(better)} of {len(sample)}")
    for name, other, score, found in better:
        ours = f"{found[0].name} {found[1]:.1f}" if found else "nobody"
        print(f"  {name}: {other} {score:.1f}, ours {ours}")


def found_again(index: PeopleIndex, people: list[Person], typed: Typed) -> None:
    """Print how often the person meant is the answer, or one as like."""
    names = [person.name for person in people]
    for kind in dict.fromkeys(kind for kind, _, _ in typed):
        of_kind = [(name, person) for each, name, person in typed if each == kind]
        meant = sum((found := index.best(name)) is not None and found[0] is person for name, person in of_kind)
        line = f"{kind}: the one meant {meant} of {len(of_kind)}"
        sample = of_kind[:40]
        hits = sum(process.extractOne(name, names, scorer=fuzz.WRatio)[0] == person.name for name, person in sample)
        print(line + f" (full scan with WRatio: {hits} of {len(sample)})")


def typing(index: PeopleIndex, people: list[Person], luck: random.Random) -> None:
    """Print what a completion costs while names are typed."""
    times: list[float] = []
    for person in luck.sample(people, 200):
        for length in (1, 2, 3, 5, 8):
            start = time.perf_counter()
            index.completions(person.name[:length], 8)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    p99 = times[-len(times) // 100]
    print(f"completion: median {statistics.median(times):.2f} ms, p99 {p99:.2f}, most {times[-1]:.2f}")


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller samples of the full scans")
    chosen = parser.parse_args()
    luck = random.Random(20261122)
    catalog = Catalog.load()
    people = officials(luck)
    typed = typed_names(people, luck)
    index = building(people, catalog)
    against_rapidfuzz(index, people, typed, 50 if chosen.quick else 1_000)
    found_again(index, people, typed)
    typing(index, people, luck)
    disagreements(index, people, typed, 20 if chosen.quick else 200)


if __name__ == "__main__":
    main()
