"""What somebody typed for a speaker, taken apart: words that the sentence around it says anyway.

"Kapolres menekankan pentingnya sinergi" already has its subject and verb; "bagi pemudik, ..." and "camat diminta ..."
name whom it is meant for; "semoga" and "diharapkan" say the wish that the verb of the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from rakor_desktop.bahasa.imperatives import as_clause, is_command

_SAYING: Final = frozenset(
    "menyampaikan mengatakan menyebutkan menjelaskan memaparkan menerangkan mengungkapkan menekankan menegaskan "
    "mengimbau meminta mengingatkan mengharapkan mengajak menyatakan berharap berpesan mengapresiasi mengusulkan "
    "menyarankan memohon menginstruksikan memerintahkan mengucapkan mengemukakan melaporkan".split()
)
_INSISTING: Final = frozenset("menekankan menegaskan berharap berpesan mengapresiasi".split())
_CLEARLY: Final = re.compile(r"(agar|bahwa|supaya|pentingnya|perlunya|terima kasih|apresiasi|harapan|semoga)\b")
_SOMEONE_TO: Final = re.compile(r"[^.;:]{3,80}? (agar|supaya|untuk|segera|tidak|me[mnlrwy]\w{3,}|ber\w{3,}) ")
_VARIANTS: Final = {"menghimbau": "mengimbau", "mengharap": "mengharapkan"}
_SPOKEN: Final = {
    "minta": "meminta", "harap": "berharap", "ajak": "mengajak", "tekankan": "menekankan", "ingatkan": "mengingatkan",
    "imbau": "mengimbau", "himbau": "mengimbau", "ucapkan": "mengucapkan", "sampaikan": "menyampaikan",
    "tegaskan": "menegaskan", "apresiasi": "mengapresiasi", "usulkan": "mengusulkan", "sarankan": "menyarankan",
}  # fmt: skip
"""Verbs as people say them of themselves: "kami minta" is told as "meminta"."""
_NAMED_ACTS: Final = {"usul": "mengusulkan", "saran": "menyarankan", "imbauan": "mengimbau", "permintaan": "meminta"}
"""What is said, as a noun before "agar": "usul agar dipasang kamera"."""
_OTHERWISE: Final = {
    "menekankan": "menegaskan", "menegaskan": "menekankan", "menyampaikan": "mengemukakan",
    "mengatakan": "menyampaikan",
    "menjelaskan": "memaparkan", "memaparkan": "menjelaskan", "mengimbau": "mengingatkan", "mengingatkan": "mengimbau",
    "meminta": "mengharapkan", "mengajak": "mengimbau", "mengucapkan": "menyampaikan", "memohon": "meminta",
    "menyatakan": "menegaskan", "berharap": "mengharapkan agar", "menerangkan": "menjelaskan",
}  # fmt: skip
_PRONOUN: Final = ("beliau", "ia", "dia", "kami", "kita", "saya")
_LINK: Final = r"(?:agar|supaya|untuk)"
_REQUESTED: Final = r"(?:diminta|diimbau|dihimbau|diharapkan|dimohon|diharap)"
_SENT_TO: Final = re.compile(
    r"(?:kepada|bagi|khusus(?:nya)? (?:kepada|bagi|untuk)) (?P<who>[^,.;:]{2,80}?)"
    rf"(?P<rest>,? (?:{_LINK}|{_REQUESTED}|harus|wajib|jangan|tidak) .+|, .+)",
    re.I,
)
_ASKED: Final = re.compile(rf"(?P<who>[^,.;:]{{2,80}}?) {_REQUESTED}(?: {_LINK})? (?P<rest>.+)", re.I)
_ASKING: Final = re.compile(rf"{_REQUESTED}(?: kepada)? (?P<who>[^,.;:]{{2,60}}?) {_LINK} (?P<rest>.+)", re.I)
_TO_DO: Final = re.compile(
    r"(?P<who>[^,.;:]{2,60}?) untuk (?P<rest>(?:me[mnlrwy]|ber|tidak |segera |selalu |tetap |turut )\w*.*)", re.I
)
_NO_ADDRESS: Final = re.compile(
    r"\b(yang|tujuan|maksud|upaya|langkah|komitmen|kesiapan|cara|waktu|saat|forum|wadah|sarana|momentum|bertujuan|rapat"
    r"|rakor|kegiatan|pos|posko|siap|perlu|harus|anggaran|tim|satgas|me[mnlrwy]\w{3,}|ber\w{3,}|di\w{4,}kan"
    r"|pe\w{4,}an|ke\w{4,}an)\b",
    re.I,
)
_AIM: Final = re.compile(
    r"((?:(?:maksud dan )?tujuan)(?: (?!adalah|ialah|yaitu|yakni|untuk|sebagai|tersebut)[^\s,.;]+){0,9})"
    r" (untuk|sebagai) ",
    re.I,
)
_DOING: Final = re.compile(
    r"(?P<who>(?:[\w/.-]+ ){0,3}[\w/.-]+) (?P<rest>(?:lakukan|laksanakan|tingkatkan|siapkan|pastikan|optimalkan"
    r"|koordinasikan|sosialisasikan|lengkapi|laporkan|bersihkan|siagakan|gelar|pantau|awasi|bantu|kawal"
    r"|dukung|perkuat|perketat|tindak|cek|periksa)\b.*)",
    re.I,
)
_NO_DOER: Final = re.compile(
    r"\b(yang|agar|untuk|kita|kami|saya|harus|perlu|akan|telah|sudah|di|ter\w+|me[mnlrwy]\w{3,})\b", re.I
)
_MUST_NOT: Final = re.compile(r"(?P<who>(?!.*\bagar\b)[^,.;:]{2,50}) jangan (?P<rest>.+)", re.I)
_INNER_AGAR: Final = re.compile(
    r"((?:dalam|pada|saat|selama|terkait|untuk) [^,.;]{2,60}?)(?<! dan),? (?:agar|supaya) ", re.I
)


class Typed(NamedTuple):
    """A typed text without what the sentence around it says: ``verb`` is the verb of saying that was typed with it,
    ``who`` whom the text itself addresses, ``wish`` says that it was typed as a wish ("semoga").
    """

    text: str
    verb: str = ""
    who: str = ""
    wish: bool = False


def taken_apart(text: str, subjects: Iterable[str], *, directs: bool) -> Typed:
    """The parts of a typed text; ``subjects`` are the words that its speaker is called by.

    A text that orders ("menyampaikan laporan setiap Senin") keeps a verb that may be what is ordered.
    """
    named, rest = _without_subject(text, subjects)
    first, _, tail = rest.partition(" ")
    verb = first.casefold()
    verb = _VARIANTS.get(verb, _SPOKEN.get(verb, verb) if named else verb)
    if tail and verb in _SAYING and (named or not directs or _says_it_all(verb, tail)):
        return Typed(_AIM.sub(r"\1 adalah \2 ", tail, count=1), verb=verb)
    if found := re.match(r"(?:mari|ayo|marilah)(?: kita)?(?: semua)?,? ", text, re.I):
        return Typed(as_clause(text[found.end() :]), verb="mengajak")
    text = re.sub(r"^(?:tolong|mohon|harap) (?=di\w{3})", "", text, flags=re.I)
    if (small := first.casefold()) in _NAMED_ACTS and re.match(r"(agar|supaya|untuk) ", tail):
        return Typed(tail, verb=_NAMED_ACTS[small])
    if named and named in _PRONOUN[:3]:
        text = f"ia {rest}"
    if re.match(r"mohon (?!agar|supaya|tidak|jangan|\w+(kan|i)\b)", text, re.I):
        return Typed(text.split(" ", 1)[1], verb="memohon")
    if re.match(r"(semoga|mudah-mudahan) ", text, re.I):
        return Typed(text.split(" ", 1)[1], wish=True)
    return Typed(_AIM.sub(r"\1 adalah \2 ", text, count=1) if _AIM.match(text) else text)


def _says_it_all(verb: str, tail: str) -> bool:
    """Whether a verb in front of an order is the speaker's own, and not what is ordered."""
    if verb in _INSISTING:
        return True
    asks = verb == "meminta" and _SOMEONE_TO.match(tail)
    return bool(asks or (verb in ("menyampaikan", "meminta") and _CLEARLY.match(tail)))


def addressed(text: str, audience: str) -> Typed:
    """An order with those whom its own words address: "camat diminta melapor" is "melapor", said to "camat"."""
    same = rf"(?:para |seluruh )?{re.escape(audience)} (?:{_LINK}|{_REQUESTED}) "
    if audience and (found := re.match(same, text, re.I)):
        return Typed(text[found.end() :], who=audience)
    if is_command(text):
        return Typed(text)
    for pattern in (_SENT_TO, _ASKING):
        if found := pattern.match(text):
            return Typed(_without_link(found["rest"]), who=found["who"])
    if (found := _ASKED.match(text)) and not re.search(r"\b(yang|me[mnlrwy]\w{3,}|agar)\b", found["who"]):
        return Typed(f"agar {found['who']} {found['rest']}")
    if (found := _DOING.match(text)) and not _NO_DOER.search(found["who"]):
        return Typed(f"agar {found['who']} {as_clause(found['rest'])}")
    if (found := _TO_DO.match(text)) and not _NO_ADDRESS.search(found["who"]):
        return Typed(f"agar {found['who']} {found['rest']}")
    if found := _MUST_NOT.match(text):
        return Typed(f"agar {found['who']} tidak {found['rest']}")
    return Typed(_INNER_AGAR.sub(r"agar \1 ", text, count=1) if _INNER_AGAR.match(text) else text)


def other_verb(verb: str) -> str:
    """A verb of saying that may take the place of one that was just heard."""
    return _OTHERWISE.get(verb, verb)


def _without_link(rest: str) -> str:
    rest = rest.lstrip(", ")
    return re.sub(rf"^{_REQUESTED}(?: {_LINK})? ", "agar ", rest, flags=re.I)


def _without_subject(text: str, subjects: Iterable[str]) -> tuple[str, str]:
    """The speaker's name or pronoun in front of the text, and the rest; no name where the text begins otherwise."""
    for name in sorted({s for s in (*subjects, *_PRONOUN) if s}, key=len, reverse=True):
        found = re.match(rf"{re.escape(name)}(?: (?:juga|kemudian|selanjutnya|turut))? (?=\w)", text, re.IGNORECASE)
        if found:
            return name.casefold(), text[found.end() :]
    return "", text
