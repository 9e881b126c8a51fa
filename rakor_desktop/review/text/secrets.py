"""Before release: what must not go out although it is written well.

Classified numbers, strength and positions of personnel, named vulnerable places, numbers of persons, the identity of
children, accusations with names. All as data; no remedy is ever applied in bulk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rakor_desktop.review.text.facts import Knowledge
from rakor_desktop.review.text.finding import TextFinding
from rakor_desktop.review.text.page import Page
from rakor_desktop.review.text.spelling import matched

_PRESUMPTION: Final = re.compile(r"praduga tak bersalah", re.I)


def secrets(page: Page, known: Knowledge) -> Iterator[TextFinding]:
    """Everything of the family ``rahasia``, in quotations and below the sign-off too."""
    presumed = _PRESUMPTION.search(page.text) is not None
    for rule in known.words.patterns:
        if rule.family != "rahasia":
            continue
        for finding in matched(page, page.text, rule):
            if page.is_report and rule.code in ("kekuatan-personel", "nomor-telepon"):
                yield replace(finding, severity="hint")
            elif presumed and rule.code == "tuduhan-bernama":
                yield replace(finding, severity="warning")
            else:
                yield finding
