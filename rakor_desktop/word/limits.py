"""What a template may cost: sizes judged before reading, and work and output watched while filling.

Templates may come from strangers. Every limit is far above what an office's document needs and low enough that
opening, checking and filling each stay within 2 s and 300 MB.
"""

from __future__ import annotations

import time

from rakor_desktop.word.faults import Fault, TemplateError

MOST_TAGS = 2000
"""Tags in all parts of one template; each is compiled."""

MOST_PARTS = 2000
MOST_BYTES = 60_000_000
"""All parts of a template, unpacked."""

MOST_XML = 4_000_000
"""One XML part; :data:`MOST_XML_TOGETHER` all of them. A tree needs about 20 times as much memory."""

MOST_XML_TOGETHER = 8_000_000
MOST_NODES = 250_000
"""Elements of one part, counted by their brackets; attributes are counted the same."""

MOST_NODES_TOGETHER = 500_000
MOST_RATIO = 200
"""How often a part may be larger than its compressed bytes."""

MOST_OUTPUT = 40_000_000
"""Characters of one filled part. Ten thousand attendees need about 15 million."""

LONGEST_FILLING = 1.0
"""Seconds of computing a filling may take. Ten thousand attendees need about a tenth of one."""


class Meter:
    """Watches one filling; compiled templates call it where a template could make them work or write without end."""

    __slots__ = ("_computing", "_until", "_written")

    def __init__(self) -> None:
        """Start counting."""
        self._until = time.perf_counter() + LONGEST_FILLING
        self._computing = time.thread_time() + LONGEST_FILLING
        self._written = 0

    def tick(self, place: str) -> None:
        """Refuse to go on once the time is used up; what other programs took of it does not count.

        Raises:
            TemplateError: with ``place``, where the filling was.
        """
        if time.perf_counter() > self._until and time.thread_time() > self._computing:
            raise TemplateError(
                Fault("too_slow", place, "template ini terlalu berat untuk diisi", "kurangi perulangan dan filternya")
            )

    def weigh(self, size: int, place: str) -> None:
        """Count characters that are about to be written.

        Raises:
            TemplateError: together they are more than a document can be.
        """
        self._written += size
        if self._written > MOST_OUTPUT:
            raise too_much(place)


def too_much(place: str) -> TemplateError:
    """Return the error for a filling that grows without end."""
    return TemplateError(
        Fault("too_much", place, "hasil pengisian terlalu besar untuk sebuah dokumen", "kurangi perulangannya")
    )
