"""A text laid out for review: its lines, sentences, quotations and words, each at its place.

All offsets are those of the text as given. ``plain`` and ``unquoted`` have the same length as the text; what no rule
of language may touch (addresses of pages and mail, what stands below the sign-off, quotations) is filled with
underscores there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from rakor_desktop.review.finding import Severity
from rakor_desktop.review.text.finding import Remedy, TextFinding

_FILL: Final = "_"
_ADDRESS: Final = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<!\w)[@#]\w[\w.]*"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|co|id|net|org|online|news)\b",
    re.I,
)
_LINE: Final = re.compile(r"[^\r\n]+")
_STOP: Final = re.compile(r"[.?!…]+[\"”’)]*(?=\s)")
_QUOTE: Final = re.compile(r"“[^“”\n]*[”\"]|\"[^\"“”\n]*[\"”]|‘‘[^\n]*?’’")
_SIGN_OFF: Final = re.compile(r"(?:^|[.!?”\"][ ]*)\([^\W\d][^()\n]{1,40}\)[ ]*$|^#\w")
_REPORT: Final = re.compile(r"^\W*(?:Kepada|Yth|Dari|Perihal|Hal)\b[^\n]{0,40}:", re.M | re.I)
_LONGEST_TAIL: Final = 120
_LONG: Final = 150
_HEADLINE_WORDS: Final = 16
_DATELINE: Final = re.compile(r"^[^a-z]{4,40}\s[-–]|\)\s*[-–]|[\w.]+\s*[-–]\s*[A-Z]\w+ \w+ \w+ \w+ .*,")
_INITIAL: Final = re.compile(r"^[A-Z]\.$")
_OPENERS: Final = frozenset(
    "turut hadir selain rakor rapat kegiatan acara dalam pada sementara adapun operasi usai ia dia para untuk".split()
)
"""Words that open a sentence after an initial ("... Sumidi S. Turut hadir ...") and are no family names."""
_TITLE_STOP: Final = re.compile(r"(?:\b(?:[A-Z][a-z]{0,2}|[A-Z]{2}|Purn)|\.[^\W\d_]{1,4})\.$")


class Stretch(NamedTuple):
    """A part of the text from ``start`` to before ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """One text under review. ``tails`` are casefolded openings of lines that a web page leaves behind;
    ``stops`` are abbreviations whose stop ends no sentence.
    """

    text: str
    tails: tuple[str, ...] = ()
    stops: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> tuple[Stretch, ...]:
        """Every line that is not blank, without the blanks around it."""
        found = []
        for match in _LINE.finditer(self.text):
            stripped = match[0].strip()
            if stripped:
                start = match.start() + match[0].index(stripped)
                found.append(Stretch(start, start + len(stripped), stripped))
        return tuple(found)

    @cached_property
    def tail_start(self) -> int:
        """Where the text ends and the rest of a web page begins; the length of the text where nothing follows."""
        if not self.tails:
            return len(self.text)
        before = ""
        for place, line in enumerate(self.lines):
            if self.is_tail(line.text) and (_SIGN_OFF.search(before) or not _prose(self.lines[place + 1 :])):
                return line.start
            before = line.text
        return len(self.text)

    def is_tail(self, line: str) -> bool:
        """Whether a line is left over from a web page: ``Baca juga``, ``No comments``."""
        return len(line) <= _LONGEST_TAIL and bool(self.tails) and line.casefold().startswith(self.tails)

    @cached_property
    def is_report(self) -> bool:
        """Whether the text is a report to a superior (Kepada, Dari, Perihal) and not for the public."""
        return len(_REPORT.findall(self.text[:600])) >= 2

    @cached_property
    def plain(self) -> str:
        """The text with addresses and all below the sign-off filled up."""
        body = _ADDRESS.sub(lambda match: _FILL * len(match[0]), self.text[: self.tail_start])
        return body + _FILL * (len(self.text) - self.tail_start)

    @cached_property
    def quotations(self) -> tuple[Stretch, ...]:
        """Every closed quotation with its marks."""
        return tuple(Stretch(match.start(), match.end(), match[0]) for match in _QUOTE.finditer(self.plain))

    @cached_property
    def unquoted(self) -> str:
        """:attr:`plain` with the inside of quotations filled up too."""
        parts, at = [], 0
        for quotation in self.quotations:
            parts.append(self.plain[at : quotation.start + 1])
            parts.append(_FILL * (quotation.end - quotation.start - 2))
            at = quotation.end - 1
        return "".join(parts) + self.plain[at:]

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The lines of the text that are prose: more than eight words, before the page's tail."""
        return tuple(line for line in self.lines if line.end <= self.tail_start and line.text.count(" ") >= 8)

    @cached_property
    def headline(self) -> Stretch | None:
        """The first line, where it is no sentence and prose follows."""
        if not self.lines or len(self.lines) < 2 or self.is_report:
            return None
        first = self.lines[0]
        count = len(first.text.split())
        below = self.text[first.end : self.lines[1].start]
        stopped = first.text.endswith(".") and below.count("\n") < 2
        prose = (
            stopped or _STOP.search(first.text) or (first.text.endswith((".", ":", ")")) and count > _HEADLINE_WORDS)
        )
        return None if prose or not 3 <= count <= 2 * _HEADLINE_WORDS or _DATELINE.search(first.text) else first

    @cached_property
    def body_start(self) -> int:
        """Where the text below the headline begins."""
        return self.headline.end if self.headline else 0

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences of every paragraph below the headline."""
        return tuple(part for line in self.paragraphs if line.start >= self.body_start for part in self.split(line))

    def split(self, line: Stretch) -> tuple[Stretch, ...]:
        """The sentences of one line."""
        found, at = [], 0
        for match in _STOP.finditer(line.text):
            after = line.text[match.end() :].lstrip()
            if not after or not self.ends_sentence(line.text[: match.end()], after):
                continue
            found.append((at, match.end()))
            at = match.end() + len(line.text[match.end() :]) - len(after)
        if at < len(line.text):
            found.append((at, len(line.text)))
        return tuple(Stretch(line.start + a, line.start + b, line.text[a:b]) for a, b in found)

    def ends_sentence(self, before: str, after: str) -> bool:
        """Whether the mark that closes ``before`` ends a sentence, judged by what follows."""
        if not (after[0].isupper() or after[0] in '"“‘(' or after[0].isdigit()):
            return False
        word = before.rstrip('"”’)').rsplit(None, 1)[-1].lstrip('("“')
        if _INITIAL.match(word) and after.split(None, 1)[0].casefold().rstrip(",") in _OPENERS:
            return True
        return not (_TITLE_STOP.search(word) or word.rstrip(".").casefold() in self.stops)

    def found(
        self,
        code: str,
        severity: Severity,
        start: int,
        end: int,
        message: str,
        *replacements: str,
        source: str = "",
        family: str = "naskah",
        sure: bool = False,
    ) -> TextFinding:
        """A finding at a stretch of this text, a remedy for every replacement."""
        text = self.text[start:end]
        offers = (replacement for replacement in dict.fromkeys(replacements) if replacement != text)
        remedies = tuple(Remedy(_label(replacement), replacement) for replacement in offers)
        return TextFinding(code, severity, start, end, text, message, remedies, source, family, sure and bool(remedies))


def _prose(lines: tuple[Stretch, ...]) -> bool:
    return any(len(line.text) > _LONG and line.text.endswith((".", ".”", '."', ")")) for line in lines)


def _label(replacement: str) -> str:
    shown = " ".join(replacement.split())
    if not shown:
        return "Hapus"
    return f'Ganti dengan "{shown if len(shown) <= 40 else shown[:39] + "…"}"'
