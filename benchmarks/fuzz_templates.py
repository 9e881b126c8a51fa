"""Looking for templates and values that the engine neither fills whole nor refuses in words.

Run: ``python benchmarks/fuzz_templates.py [--minutes 10] [--seed 1] [--atheris]``

Made-up templates (split tags, tables, headers, text boxes, wrong nesting, damaged bytes and XML) are opened, checked
and filled with hostile values. A finding is anything but a whole document or the engine's own located error, and
taking longer than 2 s of computing. Findings are printed with their number: ``--only N`` repeats one. With
``--atheris`` (pip install atheris) the choices follow the coverage of the engine instead of chance.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import random
import sys
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "word")]


def look_at(number: int, seed: int) -> str:
    """Examine the template made from this number."""
    from fuzzing import BITS, NAMES, Choices, examine, examine_text, template, values

    chance = random.Random(f"{seed}:{number}")
    choices = Choices(chance.randrange)
    if number % 10 == 9:
        words = (*BITS, *NAMES, "\n", "if ", "for h in hadirin", "endif", "endfor", "else")
        return "text: " + examine_text(choices.some(lambda: choices.one(words), 30), values(choices))
    return examine(template(choices), values(choices))


def by_chance(minutes: float, seed: int) -> int:
    """Examine templates until the time is over; return how many were findings."""
    until = time.monotonic() + minutes * 60
    ends: collections.Counter[str] = collections.Counter()
    findings = number = 0
    while time.monotonic() < until:
        try:
            ends[look_at(number, seed)] += 1
        except Exception:  # noqa: BLE001  whatever it is, it is a finding
            findings += 1
            print(f"FINDING number {number}, seed {seed}")
            traceback.print_exc()
        number += 1
    print(", ".join(f"{name} {count}" for name, count in ends.most_common()))
    print(f"{number} templates in {minutes:g} minutes, {findings} findings")
    return findings


def by_coverage(minutes: float) -> None:
    """Hand the choices to atheris; it ends with the first finding, or when the time is over."""
    import atheris

    with atheris.instrument_imports(include=["rakor_desktop.word"]):
        importlib.import_module("rakor_desktop.word")
    from fuzzing import Choices, examine, template, values

    def once(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        choices = Choices(lambda below: provider.ConsumeIntInRange(0, below - 1))
        examine(template(choices), values(choices))

    limits = ("-max_len=800", "-len_control=0", "-timeout=10", "-rss_limit_mb=1500")
    options = [sys.argv[0], f"-max_total_time={int(minutes * 60)}", *limits]
    atheris.Setup(options, once)
    atheris.Fuzz()


def main() -> None:
    """Look for findings for the given time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--atheris", action="store_true")
    chosen = parser.parse_args()
    if chosen.atheris:
        by_coverage(chosen.minutes)
    elif chosen.only is not None:
        print(look_at(chosen.only, chosen.seed))
    else:
        sys.exit(by_chance(chosen.minutes, chosen.seed) > 0)


if __name__ == "__main__":
    main()
