"""How findings look and what they are called: signs, colours, underlines; never colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from rakor_desktop.review.finding import SEVERITIES, Severity
from rakor_desktop.review.text import TextFinding
from rakor_desktop.ui.grid.tones import shade
from rakor_desktop.ui.theme import is_dark
from rakor_desktop.ui.words import shortened

_Line = QTextCharFormat.UnderlineStyle


class Look(NamedTuple):
    """Sign and colour by name, the word that is said, and the line under the words."""

    icon: str
    tone: str
    word: str
    line: QTextCharFormat.UnderlineStyle


LOOKS: Final[Mapping[Severity, Look]] = {
    "error": Look("error", "wrong", "Salah", _Line.WaveUnderline),
    "warning": Look("findings", "doubt", "Perlu diperiksa", _Line.WaveUnderline),
    "hint": Look("info", "hint", "Saran", _Line.DotLine),
}
FAMILIES: Final[Mapping[str, str]] = {
    "rahasia": "Sebelum keluar",
    "kutipan": "Kutipan",
    "nama": "Nama orang",
    "tanggal": "Hari dan tanggal",
    "gelar": "Pangkat dan gelar",
    "ejaan": "Ejaan",
    "tanda": "Tanda baca",
    "kapital": "Huruf kapital dan istilah",
    "kalimat": "Kalimat dan singkatan",
    "judul": "Judul",
    "laman": "Sisa laman web",
    "kah": "Tujuh kah",
}
"""The families in the order in which they weigh; an unknown one comes last under its own name."""
_GROUND: Final[Mapping[str, tuple[str, str]]] = {
    "error": ("#fdecea", "#4a2524"),
    "warning": ("#fdf1dc", "#463718"),
    "hint": ("#e6effa", "#22354d"),
}
_MOST: Final = 30
"""Characters of a replacement that a button shows."""


def family_name(family: str) -> str:
    """What a family of findings is called."""
    return FAMILIES.get(family, family.capitalize() or "Naskah")


def in_families(findings: Iterable[TextFinding]) -> dict[str, list[TextFinding]]:
    """The findings by family, the weighty families first."""
    found: dict[str, list[TextFinding]] = {}
    for finding in findings:
        found.setdefault(finding.family, []).append(finding)
    order = {family: n for n, family in enumerate(FAMILIES)}
    return {family: found[family] for family in sorted(found, key=lambda f: (order.get(f, len(order)), f))}


def worst(findings: Iterable[TextFinding]) -> Severity:
    """The weightiest severity among them."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index, default="hint")


def colour_of(severity: Severity, palette: QPalette) -> QColor:
    """The colour of a severity on this palette."""
    return shade(palette, LOOKS[severity].tone)


def format_of(severity: Severity, palette: QPalette, *, current: bool = False) -> QTextCharFormat:
    """The underline of a finding in a text; the current one stands on a ground of its colour as well."""
    made = QTextCharFormat()
    made.setUnderlineStyle(LOOKS[severity].line)
    made.setUnderlineColor(colour_of(severity, palette))
    if current or severity == "error":
        ground = QColor(_GROUND[severity][is_dark(palette)])
        made.setBackground(
            ground if not current else ground.darker(108) if not is_dark(palette) else ground.lighter(135)
        )
    return made


def remedy_words(finding: TextFinding, which: int) -> str:
    """What the button of a remedy says: the words that come, or that the stretch goes."""
    if not finding.remedies[which].replacement.strip():
        return finding.remedies[which].label
    return f"“{shown_words(bare_pair(finding, which)[1], _MOST)}”"


def bare_pair(finding: TextFinding, which: int = 0) -> tuple[str, str]:
    """The words of a finding and what may stand instead, without the commas and blanks that both begin with."""
    before = finding.text
    if which >= len(finding.remedies):
        return before, ""
    after = finding.remedies[which].replacement
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same] and not before[same].isalnum():
        same += 1
    return (before[same:], after[same:]) if before[same:].strip() and after[same:].strip() else (before, after)


def counted(count: int, noun: str) -> str:
    """``1.250 kata``."""
    return f"{count:,} {noun}".replace(",", ".")


def escaped(text: str) -> str:
    """The text for a button, where an ampersand would make an access key."""
    return text.replace("&", "&&")


def shown_words(text: str, most: int = 60) -> str:
    """The stretch of a finding on one line; blanks alone are named."""
    flat = " ".join(text.split())
    if not flat:
        return "(baris kosong)" if "\n" in text else "(spasi)" if text else "(di sini)"
    return shortened(flat, most)
