"""How long reading pasted lists takes, against only splitting the same text into stripped lines.

Run: ``python benchmarks/reading.py [--quick]``

10,000 lines of one person each: all of one shape; six mixed shapes over 300 posts; six mixed shapes with a post of its
own in every line. And an article of 5 MB. The floor is ``[line.strip() for line in text.split("\\n")]``: nobody
can do less in Python. "First" is a reader that has read nothing but a word before, as after the program's start;
"again" is one that has read the list already, as when somebody corrects the text and reads it anew.
Every case is measured in interleaved rounds, in processor time, and reported as medians; ratios matter, not
milliseconds.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from rakor_desktop.catalog import Catalog  # noqa: E402
from rakor_desktop.reading.reader import Reader  # noqa: E402

LINES = 10_000
ROUNDS = 9
ARTICLE_BYTES = 5_000_000
RANKS = ("AKBP", "Kompol", "AKP", "Iptu", "Ipda", "Letkol Inf", "Mayor Kav", "Aiptu")
TITLES = (", S.I.K.", ", S.H.", ", M.H.", ", S.Sos., M.Si.", ", S.H., S.I.K., M.H.", "", " SH MH")
SENTENCE = (
    "Kegiatan tersebut dihadiri oleh {0}, {1} dan {2}. Dalam sambutannya, {0} menyampaikan bahwa seluruh pihak harus "
    "bersinergi menjaga keamanan dan ketertiban menjelang perayaan hari besar keagamaan di wilayah tersebut."
)


def posts(catalog: Catalog, luck: random.Random, count: int) -> list[str]:
    """So many different posts, most of them with a place."""
    known = sorted({post.abbr for post in catalog.posts.posts if not post.collective})
    places = sorted({place.name for place in catalog.places.all if place.kind == "regency"})
    found: dict[str, None] = dict.fromkeys(luck.sample(known, min(count // 3, len(known))))
    while len(found) < count:
        found[f"{luck.choice(known)} {luck.choice(('', 'Polres '))}{luck.choice(places)}"] = None
    return list(found)


def person(catalog_names: list[str], luck: random.Random, post: str, shape: int) -> str:
    """One line; the shapes are those that lists are pasted in."""
    name = " ".join(word.capitalize() for word in luck.sample(catalog_names, luck.choice((1, 2, 2, 3))))
    rank, titles = luck.choice(RANKS), luck.choice(TITLES)
    return (
        f"{rank} {name}{titles}, {post}",
        f"{luck.randrange(1, 400)}. {post} {rank} {name}{titles}",
        f"{name}{titles or ', S.H.'} ({post})",
        f"{luck.randrange(1, 400)}) {post}, {rank} {name}{titles}",
        f"{post} : {rank} {name}{titles}",
        f"{rank} {name}{titles} - {post}",
    )[shape]


def lists(catalog: Catalog) -> dict[str, str]:
    """The cases by name."""
    luck = random.Random(300)
    names = sorted(catalog.name_words.sure)
    few, many = posts(catalog, luck, 300), posts(catalog, luck, LINES)
    one = [person(names, luck, luck.choice(few), 0) for _ in range(LINES)]
    mixed = [person(names, luck, luck.choice(few), number % 6) for number in range(LINES)]
    unique = [person(names, luck, post, number % 6) for number, post in enumerate(many)]
    return {
        "one shape, 300 posts": "\n".join(one),
        "mixed shapes, 300 posts": "\n".join(mixed),
        "mixed shapes, every post unique": "\n".join(unique),
    }


def article(catalog: Catalog) -> str:
    """Paragraphs about three people each, 5 MB of them."""
    luck = random.Random(5)
    names, held = sorted(catalog.name_words.sure), posts(catalog, luck, 300)
    crowd = [person(names, luck, luck.choice(held), 1).partition(". ")[2] for _ in range(60)]
    paragraphs, size = [], 0
    while size < ARTICLE_BYTES:
        paragraphs.append(SENTENCE.format(*luck.sample(crowd, 3)))
        size += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def timed(function: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    gc.collect()
    start = time.process_time()
    function()
    return time.process_time() - start


def warmed(catalog: Catalog) -> Reader:
    """A reader that has built its tables and has read next to nothing."""
    reader = Reader(catalog)
    reader.read("Kapolres AKBP Budi")
    return reader


def floor_of(text: str) -> float:
    """Processor seconds of splitting and stripping; the mean of twenty runs."""

    def strip_often() -> None:
        for _ in range(20):
            [line.strip() for line in text.split("\n")]

    return timed(strip_often) / 20


def compare(name: str, text: str, catalog: Catalog, rounds: int) -> None:
    """Measure one text in interleaved rounds and print medians and ratios."""
    times: dict[str, list[float]] = {"floor": [], "first": [], "again": []}
    people = 0
    for _ in range(rounds):
        reader = warmed(catalog)
        times["floor"].append(floor_of(text))
        times["first"].append(timed(lambda reader=reader: reader.read(text)))  # type: ignore[misc]
        times["again"].append(timed(lambda reader=reader: reader.read(text)))  # type: ignore[misc]
        people = people or len(reader.read(text).people)
    floor, first, again = (statistics.median(times[run]) for run in ("floor", "first", "again"))
    lines = text.count("\n") + 1
    print(
        f"{name:<32} {lines:>6} lines, {people:>5} people: floor {floor * 1000:7.2f} ms"
        f" | first {lines / first:>7,.0f} lines/s = {first / floor:5.0f} x floor"
        f" | again {lines / again:>7,.0f} lines/s = {again / floor:5.0f} x floor"
        f" | {len(text) / again / 1e6:5.2f} MB/s"
    )


def main() -> None:
    """Measure and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 3 if parser.parse_args().quick else ROUNDS
    catalog = Catalog.load()
    for name, text in lists(catalog).items():
        compare(name, text, catalog, rounds)
    compare("article of 5 MB", article(catalog), catalog, max(1, rounds // 3))


if __name__ == "__main__":
    main()
