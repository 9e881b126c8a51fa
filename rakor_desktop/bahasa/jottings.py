"""Texts as people jot them down in minutes, made running words: chat shorthand, shouted capitals, inline lists.

For what a program words itself only; what was spoken stays as it was written down.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from rakor_desktop.bahasa.imperatives import is_command
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.text import ABBREVIATIONS, sentence_start, title_case

_SHORTHAND: Final = {
    "yg": "yang", "dgn": "dengan", "utk": "untuk", "dlm": "dalam", "tsb": "tersebut", "krn": "karena", "spy": "supaya",
    "sdh": "sudah", "blm": "belum", "tdk": "tidak", "hrs": "harus", "jg": "juga", "shg": "sehingga", "msh": "masih",
    "byk": "banyak", "thd": "terhadap", "kpd": "kepada", "bhw": "bahwa", "sbg": "sebagai", "pd": "pada", "bs": "bisa",
    "skrg": "sekarang",
    "lbh": "lebih", "sblm": "sebelum", "stlh": "setelah", "sbb": "sebagai berikut", "masy": "masyarakat",
}  # fmt: skip
"""Shorthand of chats that can mean one word only (dijumpai dalam laporan nyata; keyakinan tinggi)."""
_SHORT: Final = re.compile(rf"(?<![\w./@-])(?i:{'|'.join(_SHORTHAND)})(?![\w/@-]|\.\w)")
_SHOUTED: Final = re.compile(r"\b(WAJIB|HARUS|TIDAK|JANGAN|SEGERA|SELURUH|SEMUA|SANGAT|SELALU|DILARANG|TETAP)\b")
_TWICE: Final = re.compile(r"\b([a-z]{3,})(?: - | -|- )\1\b")
_MARK: Final = re.compile(r"(?:(?<=^)|(?<=[\s;:,.]))\(?(\d{1,2}|[a-j])[.)]\s+(?=\S)")
_BULLET: Final = re.compile(r"(?m)^\s*[-–•*]\s+")
_FINITE: Final = re.compile(
    r"\b(me[mnlrwy]\w{3,}|ber\w{3,}|di\w{4,}|ter(?:jadi|dapat|diri|jaga|wujud)|adalah|ialah|harus|perlu|akan|sudah|telah)\b"
)


class Listed(NamedTuple):
    """An enumeration inside a text: what stands before it, and its points."""

    head: str
    points: tuple[str, ...]


def spelled_out(text: str) -> str:
    """The text with chat shorthand spelled out ("yg" is "yang"), shouted words small, and loose signs joined."""
    text = _SHORT.sub(_whole_word, text)
    text = re.sub(r"\b([Pp])(?:kl|uk)\.? ?(?=\d)", r"\1ukul ", text)
    text = re.sub(r"(?<=\d )(wib|wita|wit|Wib|Wita|Wit)\b", lambda found: found[0].upper(), text)
    text = re.sub(r"\b([a-z]{4,})2\b", r"\1-\1", text)
    text = re.sub(r"(?<=\w) +([:;,])(?=\s|$)", r"\1", text)
    text = _TWICE.sub(r"\1-\1", text)
    text = re.sub(r"(?<=[a-z]) / (?=[a-z])", "/", text)
    text = re.sub(r"\b(agar|untuk|segera|selalu) koordinasi (dengan|bersama)\b", r"\1 berkoordinasi \2", text)
    return text if text.isupper() else _SHOUTED.sub(lambda found: found[0].lower(), text)


def _whole_word(found: re.Match[str]) -> str:
    typed = found[0]
    if not typed[1:].islower() or (len(typed) == 2 and typed[0].isupper() and typed not in ("Yg", "Jg")):
        return typed
    whole = _SHORTHAND[typed.lower()]
    return sentence_start(whole) if typed[0].isupper() else whole


def calmed(text: str, keep: Collection[str] = ABBREVIATIONS) -> str:
    """A sentence typed wholly in capitals in small letters; abbreviations stay, and so does every other text."""
    if not text.isupper() or len(text.split()) < 3:
        return text
    words = title_case(text, keep=keep).split(" ")
    return sentence_start(" ".join(w if w.isupper() and len(w) > 1 else w.lower() for w in words))


def listed(text: str) -> Listed | None:
    """The enumeration in a text, with marks ("1) ... 2) ...", "a. ... b. ...") or dashes at the lines' beginnings;
    ``None`` where there is none. Marks count from the first one on without a gap.
    """
    if len(_BULLET.findall(text)) > 1:
        head, *points = _BULLET.split(text)
        return _clean(head, points)
    marks = _counted(list(_MARK.finditer(text)))
    if len(marks) < 2:
        return None
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return _clean(text[: marks[0].start()], [text[m.end() : end] for m, end in zip(marks, ends, strict=True)])


def _counted(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for mark in marks:
        at = int(mark[1]) if mark[1].isdigit() else ord(mark[1]) - ord("a") + 1
        same_kind = not found or found[0][1].isdigit() == mark[1].isdigit()
        if at == len(found) + 1 and same_kind:
            found.append(mark)
    return found


def _clean(head: str, points: list[str]) -> Listed | None:
    kept = tuple(p for p in (re.sub(r"[\s,;.]*(\b(dan|serta))?[\s,;.]*$", "", point).strip() for point in points) if p)
    return Listed(head.strip().rstrip(":;,. "), kept) if kept else None


def unlisted(text: str) -> str:
    """An enumeration as running words: orders in one order, things in one sentence, anything else a sentence each."""
    found = listed(text)
    if found is None:
        return text
    head, points = found
    small = [_small(point) for point in points]
    if all(is_command(point) for point in points):
        joined = join_list(small, semicolons=False)
        return f"{head} agar {joined}" if head and not _FINITE.search(head) else f"{head}: {joined}" if head else joined
    if not head:
        return ". ".join(sentence_start(point) for point in points)
    listing = join_list(small, conjunction="serta" if any(" dan " in p for p in points) else "dan")
    head, told = re.subn(r",? (sebagai berikut|sbb|yaitu|yakni|antara lain|meliputi|adalah)$", "", head)
    sentence = has_predicate(head) or (told and "tujuan" in head)
    return f"{head}, yaitu {listing}" if sentence else f"{head} meliputi {listing}"


def _small(text: str) -> str:
    word = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if word[1:].islower() else text


_NOMINAL: Final = re.compile(
    r"(ke\w{4,}an|pe\w{4,}an|\w{3,}isasi|\w{4,}itas|respons?|koordinasi|sinergi|kolaborasi|identifikasi|antisipasi"
    r"|evaluasi|profesionalisme|disiplin|komunikasi|mitigasi|validasi|verifikasi|distribusi|simulasi|edukasi|integritas|percepatan|kewaspadaan)\b",
    re.IGNORECASE,
)
_DEPENDENT: Final = re.compile(
    r"\byang (?:akan |telah |sudah |dapat |harus |tidak |sangat |masih |sedang )?[\w-]+"
    r"|\b(?:untuk|dalam|guna|dengan|dalam rangka|saat) (?:me|ber)\w+"
    r"|\bber(?:sama|dasarkan|kaitan)\b|\bsarana prasarana\b"
)
_TAIL: Final = re.compile(
    r",? (?:termasuk|khususnya|terutama)\b.*|\byang\b(?!.*\b(?:perlu|harus|wajib|akan|adalah|merupakan)\b).*"
)
_PREDICATE: Final = re.compile(
    r"\b(me[mnlrwy]\w{3,}|ber\w{3,}|di(?!nas|rjen|visi|siplin|strik|ni\b)\w{3,}|ter(?:jadi|dapat|jaga|wujud|cipta|laksana)\w*"
    r"|adalah|ialah|harus|wajib|perlu|akan|sudah|telah|sedang|masih|belum|dapat|bisa|mampu|tidak|bukan|ada|agar|supaya|siap"
    r"|naik|turun|harga mati|mutlak|penting|utama|nomor satu|aman|baik|cukup|lancar|kondusif|selesai|optimal"
    r"|efektif|tinggi|rendah)\b"
)


def is_noun_phrase(text: str, *, asked: bool = False) -> bool:
    """Whether a text names a thing and says nothing of it: "respons cepat di lapangan", "kesiapan personel".

    Of what is ``asked`` for, the rest behind "yang" only describes it: "kewaspadaan menurut prediksi yang ...".
    """
    if _NOMINAL.match(text) is None:
        return False
    return not has_predicate(_TAIL.sub("", text) if asked else text)


def has_predicate(text: str) -> bool:
    """Whether something is said of what a text begins with: "beberapa waktu lalu terjadi banjir"."""
    return _PREDICATE.search(_DEPENDENT.sub("", text).partition(" ")[2]) is not None
