"""How long the review of a text takes, against finding its words by one regular expression.

Run: ``python benchmarks/review.py [--quick]``

The text is made of the five articles of the tests, cut to 1,000 words; then ten times as long, to show that time grows
with the length alone. Times are medians after one warm-up; the goal is 50 ms for 1,000 words.
"""

from __future__ import annotations

import argparse
import gc
import re
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from rakor_desktop.catalog import Catalog  # noqa: E402
from rakor_desktop.review.text import Reviewer  # noqa: E402

WORDS = 1_000
GOAL = 0.050
DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
TODAY = date(2026, 11, 22)


def article_text(words: int) -> str:
    """Paragraphs of the articles, again and again, until there are so many words; no rest of a web page."""
    every = [line for file in sorted(DATA.glob("artikel-*.txt")) for line in file.read_text("utf-8").splitlines()]
    lines = [line for line in every if len(line) > 150]
    kept: list[str] = []
    count = 0
    while count < words:
        for line in lines:
            kept.append(line)
            count += len(line.split())
            if count >= words:
                break
    return "\n".join(kept)


def median_seconds(job: Callable[[], object], rounds: int) -> float:
    """The median of so many runs, without the collector."""
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
        gc.enable()
    return statistics.median(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    rounds = 5 if parser.parse_args().quick else 25
    started = time.perf_counter()
    reviewer = Reviewer(Catalog.load())
    reviewer.review("Polres menggelar rapat.", today=TODAY)
    print(f"tables read and first review: {(time.perf_counter() - started) * 1000:.0f} ms")
    took = 0.0
    for times in (1, 10):
        text = article_text(WORDS * times)
        found = len(reviewer.review(text, today=TODAY))
        base = median_seconds(lambda text=text: re.findall(r"\w+", text), rounds)  # type: ignore[misc]
        own = median_seconds(lambda text=text: reviewer.review(text, today=TODAY), rounds)  # type: ignore[misc]
        took = took or own
        size = f"{WORDS * times:,} words"
        print(f"{size:>13}: {own * 1000:7.1f} ms = {own / base:5.0f} x finding its words ({found} findings)")
    print(f"goal of {GOAL * 1000:.0f} ms for {WORDS:,} words: {'kept' if took <= GOAL else 'MISSED'}")
    return 0 if took <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
