"""Ranks: known, with the corps that belongs to them, and present where police and soldiers are listed.

A rank that is printed wrong is what readers in uniform forgive least; an unknown one is shown, never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee, Meeting, Signer
from rakor_desktop.review.finding import Finding, Severity

# Words by which units of police and armed forces name themselves (Perpol 2/2021; organisation of TNI units).
_UNIFORMED: Final = re.compile(
    r"\b(polri|polda|polres\w*|polsek\w*|polsubsektor|(?:sat)?brimob\w*|bhabinkamtibmas|kepolisian"
    r"|tni|kodam|korem|kodim|koramil|babinsa|lanal|lantamal|lanud|denpom|subdenpom|yonif|batalyon|kostrad"
    r"|marinir)\b",
    re.IGNORECASE,
)
_UNIFORMED_POSTS: Final = ("Polres", "Polsek", "Polda", "Polri", "Brimob", "TNI")

_HINTS: Final = frozenset({"rank_form", "corps_missing"})


def missing(meeting: Meeting, catalog: Catalog) -> Iterator[Finding]:
    """People of police and army units are named with their rank."""
    for attendee in meeting.attendees:
        if attendee.name.strip() and not attendee.rank.strip() and _is_uniformed(attendee, catalog):
            yield Finding(
                "rank_missing",
                "hint",
                f"attendees/{attendee.id}/rank",
                f"Pangkat {attendee.name.strip()} belum diisi.",
                "Isi pangkatnya; biarkan kosong bila orangnya memang tidak berpangkat.",
            )


def known(meeting: Meeting, catalog: Catalog) -> Iterator[Finding]:
    """A typed rank is one of the table's, with a corps of its own service."""
    judged: dict[str, tuple[str, str, str, str] | None] = {}
    for where, rank, name in _ranked(meeting):
        if rank not in judged:
            judged[rank] = _judged(rank, catalog)
        found = judged[rank]
        if found is not None:
            code, message, remedy, proposal = found
            severity: Severity = "hint" if code in _HINTS else "warning"
            owner = f"{name}: " if name else ""
            yield Finding(code, severity, where, owner + message, remedy, proposal)


def _ranked(meeting: Meeting) -> Iterator[tuple[str, str, str]]:
    people: list[tuple[str, Attendee | Signer]] = [(f"attendees/{a.id}/rank", a) for a in meeting.attendees]
    people += [(f"signers/{index}", signer) for index, signer in enumerate(meeting.signers)]
    for where, person in people:
        if person.rank.strip():
            yield where, person.rank.strip(), person.name.strip()


def _judged(text: str, catalog: Catalog) -> tuple[str, str, str, str] | None:
    """Code, message, remedy and proposal for a rank as typed; ``None`` when it is as the table writes it."""
    match = catalog.ranks.find(text)
    if match is None:
        return _unknown(text, catalog)
    if match.code != text:
        message = f'pangkat ditulis "{text}", bentuk bakunya "{match.code}".'
        return "rank_form", message, f'Ganti menjadi "{match.code}".', match.code
    if match.rank.takes_corps and match.corps is None:
        message = f'pangkat "{text}" belum mencantumkan korps.'
        return "corps_missing", message, f'Tambahkan korpsnya, misalnya "{text} Inf".', ""
    return None


def _unknown(text: str, catalog: Catalog) -> tuple[str, str, str, str]:
    nearest = catalog.ranks.nearest(text)
    leading = catalog.ranks.leading(text)
    if leading is not None and leading[1] and leading[0].rank.takes_corps:
        message = f'korps "{leading[1]}" pada pangkat "{text}" tidak dikenal.'
        return "unknown_corps", message, f'Periksa korpsnya; pangkatnya "{leading[0].code}".', ""
    offered = _choice(nearest)
    if len(nearest) > 1 and all(code.casefold().startswith(text.casefold()) for code in nearest):
        message = f'pangkat "{text}" dapat berarti {offered}.'
        return "doubtful_rank", message, "Pilih salah satunya.", ""
    remedy = f"Maksud Anda {offered}?" if nearest else "Periksa ejaan pangkatnya."
    return "unknown_rank", f'pangkat "{text}" tidak dikenal.', remedy, nearest[0] if len(nearest) == 1 else ""


def _choice(codes: tuple[str, ...]) -> str:
    return " atau ".join(codes) if len(codes) < 3 else f"{', '.join(codes[:-1])}, atau {codes[-1]}"


def _is_uniformed(attendee: Attendee, catalog: Catalog) -> bool:
    if _UNIFORMED.search(attendee.institution):
        return True
    match = catalog.posts.leading(attendee.position) if attendee.position and not attendee.institution else None
    return match is not None and match.post.institution.startswith(_UNIFORMED_POSTS)


RULES = (missing, known)
"""The rules of this file."""
