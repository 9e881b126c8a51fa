"""Every document in every form, of every sample, on both papers: valid for Word, native, and safe in LibreOffice.

Run: ``python -m benchmarks.document_matrix [--quick] [--sample S] [--document D] [--template T] [--paper A4|F4]
[--only schema|native|round-trip] [--jobs N] [--out DIR]``

Prints one row a document and form with the findings of the Open XML SDK's validator, of the rules of a native Word
document, and of a round trip through LibreOffice; then every finding. Exits with 1 when there is any, with 2 when a
tool is missing. ``--quick`` takes one sample and one paper a form.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from benchmarks.pages import PAPERS, Case, cases, made  # noqa: E402
from rakor_desktop.catalog import Catalog  # noqa: E402
from tests.templates.native_rules import native_faults  # noqa: E402
from tests.templates.round_trip import OFFICE, lost, saved_again  # noqa: E402
from tests.templates.schema_tool import MISSING, program, schema_faults  # noqa: E402

CHECKS = ("schema", "native", "round-trip")


def representative(every: Sequence[Case]) -> list[Case]:
    """One case a form; samples and papers take turns, so that all of them occur."""
    forms: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in every:
        forms[case.document, case.template].append(case)
    chosen = []
    for turn, choices in enumerate(forms.values()):
        samples = list(dict.fromkeys(case.sample for case in choices))
        paper = PAPERS[turn % len(PAPERS)]
        fitting = [c for c in choices if c.sample == samples[turn % len(samples)]]
        chosen.append(next((c for c in fitting if c.paper == paper), fitting[0]))
    return chosen


def findings(
    documents: dict[str, bytes], wanted: dict[str, Case], checks: Sequence[str], out: Path, jobs: int
) -> dict[str, dict[str, list[str]]]:
    """By check, by document: what was found."""
    found: dict[str, dict[str, list[str]]] = {}
    if "native" in checks:
        found["native"] = {name: native_faults(data, wanted[name].paper) for name, data in documents.items()}
    if "schema" in checks:
        files = {name: out / f"{name}.docx" for name in documents}
        for name, file in files.items():
            file.write_bytes(documents[name])
        told = schema_faults(files.values(), jobs)
        found["schema"] = {name: told[file] for name, file in files.items()}
    if "round-trip" in checks:
        back = saved_again(documents, out / "round-trip")
        found["round-trip"] = {
            name: lost(data, back[name]) if name in back else ["LibreOffice gave nothing back"]
            for name, data in documents.items()
        }
    return found


def table(wanted: dict[str, Case], found: dict[str, dict[str, list[str]]]) -> list[str]:
    """One row a form: how many documents, and how many findings of each check."""
    rows: dict[str, list[str]] = defaultdict(list)
    for name, case in wanted.items():
        rows[f"{case.document}/{case.template}"].append(name)
    checks = [check for check in CHECKS if check in found]
    lines = [f"{'document/form':34}{'files':>6}" + "".join(f"{check:>12}" for check in checks)]
    for form, names in rows.items():
        counts = (sum(len(found[check][name]) for name in names) for check in checks)
        lines.append(f"{form:34}{len(names):6}" + "".join(f"{count:12}" for count in counts))
    totals = (sum(map(len, found[check].values())) for check in checks)
    lines.append(f"{'all':34}{len(wanted):6}" + "".join(f"{count:12}" for count in totals))
    return lines


def main() -> int:
    """Make and check everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for choice in ("sample", "document", "template", "paper"):
        parser.add_argument(f"--{choice}")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", choices=CHECKS)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    checks = options.only or CHECKS
    if "schema" in checks and program() is None:
        print(f"the validator is {MISSING}", file=sys.stderr)
        return 2
    if "round-trip" in checks and OFFICE is None:
        print("LibreOffice (soffice) is not installed", file=sys.stderr)
        return 2
    start = time.perf_counter()
    catalog = Catalog.load()
    every = list(cases(catalog, options))
    wanted = {case.name: case for case in (representative(every) if options.quick else every)}
    documents = {name: made(catalog, case) for name, case in wanted.items()}
    making = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        found = findings(documents, wanted, checks, out, options.jobs)
    print("\n".join(table(wanted, found)))
    lines = [f"{check}: {name}: {fault}" for check in found for name in wanted for fault in found[check][name]]
    print("\n".join(lines))
    seconds = time.perf_counter() - start
    print(f"{len(wanted)} documents, {len(lines)} findings, {seconds:.0f} s ({making:.0f} s to make)", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
