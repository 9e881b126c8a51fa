"""What somebody said as the end of a sentence: verb, audience and clause, by what the words are.

"seluruh personel agar siaga" is asked for, "jangan lengah" is warned of, "pos sudah siap" is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rakor_desktop.bahasa.attribution import Attribution, Sense
from rakor_desktop.bahasa.imperatives import as_clause, forbids, is_command, is_command_word
from rakor_desktop.bahasa.jottings import has_predicate, is_noun_phrase
from rakor_desktop.compose.typed import Typed, addressed, other_verb, taken_apart
from rakor_desktop.compose.wording import audience_of, is_noun_start, is_order
from rakor_desktop.domain.meeting import DIRECTIVE_KINDS, Item

_DEMANDS = ("meminta", "menekankan", "mengarahkan", "mengingatkan")
_STRESSES = ("menekankan", "menegaskan")
_CONVEYS = ("menyampaikan", "mengemukakan")
_TELLS = ("menyampaikan", "menjelaskan")
_ORDERS = ("memberikan arahan", "menyampaikan arahan")
_APPEALS = ("menyampaikan imbauan", "memberikan imbauan")
_ASKS = ("meminta", "mengarahkan")
_WARNS = ("mengingatkan", "menekankan")
_AGREES = ("menyatakan", "menegaskan")
_INVITES = ("mengajak", "mengimbau")
_CALLS = ("menyampaikan ajakan", "mengutarakan ajakan")
_WISHES = ("berharap", "mengharapkan agar")
_TO_SOMEONE = frozenset("mengajak meminta mengimbau mengingatkan".split())
_FACT = re.compile(
    r"\b(harus|wajib|perlu|dilarang|tidak boleh|tidak ada|adalah|ialah|merupakan|menjadi|bukan|sudah|telah|sedang|masih"
    r"|akan|ada|antara lain|prioritas|harga mati|mutlak|kunci|penting|(?:dapat|bisa) terjadi|rawan|siap)\b"
)
"""Words by which a sentence states something and asks for nothing: after "agar" they would turn its sense."""
_ASKED = re.compile(r"(apakah|apa|kapan|bagaimana|siapa|mengapa|kenapa|berapa|di mana|ke mana)\b", re.IGNORECASE)

_NO_VERBS = frozenset(
    "mekanisme media menteri merek metode medan mereka melalui menurut mengingat meski meskipun merupakan menjelang "
    "memang melainkan mesin mental meter menara menu merdeka meja member berita berbagai beras berkas berlian beragam "
    "beberapa berapa berdasarkan berikut berhubung bersama-sama berkat bergantung mengenai mengapa berarti "
    "dinas dialog diskusi dirinya dinamika direktur dini disiplin divisi dirjen dia distribusi distrik".split()
)
_VERB = re.compile(r"(me(?=[mnlrwy])|ber)\w{3,}")
_HELPERS = re.compile(
    r"((akan|telah|sudah|sedang|terus|ingin|selalu|tetap|siap|turut|ikut|saling|segera|bersama-sama|senantiasa|aktif|waspada"
    r"|lebih) (?!ada\b)|(tidak|dapat|harus|perlu|masih|belum) (?:akan |selalu |segera |lebih )?(?:me[mnlrwy]|ber)\w{3})"
)
_LATER_VERB = re.compile(r"\b(me[mnlrwy]\w{3,}|di\w{4,}|ber\w{3,}|akan|telah|sudah|harus|perlu)\b")
_PASSIVE = re.compile(r"di\w{4,}(kan|i|an|a|k|t|l|p|n|s|r|h) ")
_FIRST_PERSON = re.compile(r"(kami|kita|saya)\b ?", re.IGNORECASE)


def is_predicate(text: str) -> bool:
    """Whether a text has no subject of its own: "menjaga kamtibmas", "selalu waspada", "akan hadir"."""
    first = text.split(" ", 1)[0].rstrip(",.;:").casefold()
    if _HELPERS.match(text.casefold()):
        return True
    if _opens_sentence(text):
        return False
    return first not in _NO_VERBS and _VERB.fullmatch(first) is not None


def _opens_sentence(text: str) -> bool:
    """Whether a verb in front only leads to a whole sentence: "Mengantisipasi kemacetan, Polres menyiapkan pos"."""
    found = re.match(r"[^,.]{3,120}, (?!dan |serta |atau )(\w+)([^.]*)", text)
    return found is not None and not _VERB.fullmatch(found[1].casefold()) and _LATER_VERB.search(found[2]) is not None


def bare(text: str) -> str:
    """The clause without the "agar", "supaya" or "untuk" that it was typed with."""
    for word in ("agar ", "supaya ", "untuk "):
        if text.casefold().startswith(word):
            return text[len(word) :]
    return text


@dataclass
class Reporter:
    """Chooses verbs for reported speech and remembers them, so that none comes twice running."""

    attribution: Attribution
    verbs: list[str] = field(default_factory=list)
    jarring: str = ""
    """A root that the sentence has said already: "papar" after "Dalam paparannya"."""

    def clause(self, item: Item, text: str, subjects: Iterable[str] = ()) -> str:
        """Verb, audience and what was said: "mengimbau masyarakat agar tetap waspada".

        ``subjects`` are the words that the speaker is called by, should the text begin with one of them.
        """
        directs = item.kind in DIRECTIVE_KINDS or item.sense == "urges"
        typed = taken_apart(text, subjects, directs=directs)
        if typed.verb == "mengajak" and is_invited(text):
            whom = audience_of(item)
            asks = f"{self._verb(_INVITES)} {whom}" if whom else self._verb(_CALLS)
            return f"{asks} untuk {typed.text}"
        if typed.verb:
            return self._said_so(typed, audience_of(item))
        if text.endswith("?"):
            asked = typed.text.rstrip("? ")
            whether = "" if _ASKED.match(asked) else "apakah "
            return f"{self._verb(('menanyakan', 'mempertanyakan'))} {whether}{asked}"
        if typed.wish and not audience_of(item):
            return f"{self._verb(_WISHES)} {bare(typed.text)}"
        text = re.sub(r",? (diharapkan|diharap)(?: agar)? ", " ", typed.text) if item.sense == "hopes" else typed.text
        if item.sense == "hopes":
            text = re.sub(r"^perlu(?=\s+di\w{4})\s+", "", text)
        if directs or item.sense == "hopes":
            text = re.sub(r"^kita (?=harus|wajib|perlu|semua)", "semua pihak ", text).replace("pihak semua", "pihak")
            given = addressed(text, audience_of(item))
            text = given.text
            if given.who:
                sense: Sense = "hopes" if item.sense == "hopes" else "urges"
                item = replace(item, audience=(given.who,), sense=sense)
        return self._told(item, text, audience_of(item), directs=directs)

    def _said_so(self, typed: Typed, audience: str) -> str:
        """A text that brings its own verb of saying; another verb where that one was just heard."""
        if typed.verb == "berharap" and audience and audience.casefold() not in typed.text.casefold():
            hopes = self._verb(("menyampaikan harapan", "mengutarakan harapan"))
            return f"{hopes} kepada {audience} agar {bare(typed.text)}"
        verb = typed.verb if self.verbs[-1:] != [typed.verb] else other_verb(typed.verb)
        self.verbs.append(verb.split()[0])
        if not audience or audience.casefold() in typed.text.casefold():
            return f"{verb} {typed.text}"
        if typed.verb in _TO_SOMEONE:
            link = "" if typed.text.startswith(("agar ", "untuk ", "supaya ")) else "agar "
            return f"{verb} {audience} {link}{typed.text}"
        return f"{verb} kepada {audience} {typed.text}"

    def _told(self, item: Item, text: str, audience: str, *, directs: bool) -> str:
        if is_command(text):
            return self._command(text, audience, appeal=item.kind == "appeal")
        if item.sense == "thanks" or text.startswith(("apresiasi", "terima kasih", "penghargaan")):
            return self._thanks(text, audience)
        if not audience and is_order(text):
            if item.sense == "hopes":
                return f"{self._verb(_WISHES)} {ordered(text)}"
            return f"{self._verb(_DEMANDS)} agar {ordered(text)}"
        if audience and item.sense in ("urges", "hopes"):
            return self._addressed(item.sense, text, audience)
        if is_noun_start(text) and not _tells_of_some(text):
            to = f" kepada {audience}" if audience else ""
            connected = text.startswith(("agar ", "supaya ", "untuk "))
            if connected:
                return f"{self._verb(_ASKS)} {text}" if not audience else f"{self._verb(_ASKS)} {audience} {text}"
            return f"{self._verb(_STRESSES if item.kind == 'emphasis' and not to else _CONVEYS)} {text}{to}"
        if is_noun_phrase(text, asked=item.sense == "urges"):
            to = f" kepada {audience}" if audience else ""
            return f"{self._verb(_STRESSES if directs and not to else _CONVEYS)} {text}{to}"
        first = text.split(" ", 1)[0]
        if directs and first != "dilarang" and _PASSIVE.match(text) and first not in _NO_VERBS:
            return f"{self._verb(_DEMANDS)}{f' {audience}' if audience else ''} agar {text}"
        if is_predicate(text) and not _FIRST_PERSON.match(text):
            return self._without_subject(item, text, audience, directs=directs)
        text = _FIRST_PERSON.sub("pihaknya ", text, count=1).rstrip() if _FIRST_PERSON.match(text) else text
        text = re.sub(r"\bkami\b", "pihaknya", text)
        if item.sense == "urges":
            states = item.kind not in DIRECTIVE_KINDS or _FACT.search(text) is not None
            return f"{self._verb(_STRESSES)} bahwa {text}" if states else f"{self._verb(_DEMANDS)} agar {text}"
        if audience:
            return f"{self._verb(_TELLS)} kepada {audience} bahwa {text}"
        return f"{self._reporting(item.sense)} {text}"

    def _command(self, text: str, audience: str, *, appeal: bool) -> str:
        clause = as_clause(text)
        if forbids(text):
            to = f" {audience}" if audience else ""
            return f"{self._verb(_WARNS if not audience else ('mengingatkan', 'meminta'))}{to} agar {clause}"
        if audience:
            return f"{self._verb(_INVITES if appeal else _ASKS)} {audience} untuk {clause}"
        return f"{self._verb(_APPEALS if appeal else _ORDERS)} untuk {clause}"

    def _addressed(self, sense: Sense, text: str, audience: str) -> str:
        text = _FIRST_PERSON.sub("pihaknya ", text, count=1).rstrip() if _FIRST_PERSON.match(text) else text
        predicate = is_predicate(bare(text))
        theirs = re.search(r"\b(menyampaikan|memberikan)\b(?!.*\bkepada\b)", text)
        if not predicate and text != bare(text) and theirs:
            # "agar tokoh agama menyampaikan pesan damai": the audience is theirs, not the speaker's.
            return f"{self._verb(_DEMANDS)} agar {bare(text)} kepada {audience}"
        if not predicate and text == bare(text) and not is_order(text) and (_FACT.search(text) or is_noun_phrase(text)):
            that = "tentang" if is_noun_phrase(text) else "bahwa"
            return f"{self._verb(('mengingatkan', 'menyampaikan kepada'))} {audience} {that} {text}"
        text = ordered(text) if is_order(text) else text
        if sense == "hopes" and predicate:
            return f"{self._verb(('berharap', 'menyampaikan harapan agar'))} {audience} {bare(text)}"
        if sense == "hopes":
            return f"{self._verb(('mengimbau', 'mengingatkan', 'meminta'))} {audience} agar {bare(text)}"
        reporting = self.attribution.reporting_verb(sense, self.verbs, audience=True)
        self.verbs.append(reporting.verb)
        if reporting.connective == "untuk" and not predicate:
            return f"{reporting.verb} {audience} agar {bare(text)}"
        return f"{reporting.towards(audience)} {bare(text)}"

    def _thanks(self, text: str, audience: str) -> str:
        to = f" kepada {audience}" if audience else ""
        text = _FIRST_PERSON.sub("pihaknya ", text, count=1).rstrip() if _FIRST_PERSON.match(text) else text
        given = text.startswith(("apresiasi ", "penghargaan "))
        verb = self._verb(("menyampaikan", "memberikan") if given else ("menyampaikan", "mengucapkan"))
        if given and to and "kepada" not in text:
            thing, rest = text.split(" ", 1)
            return f"{verb} {thing}{to} {rest}"
        if is_noun_start(text):
            return f"{verb} {text}{'' if 'kepada' in text else to}"
        if text.startswith(("atas ", "karena ", "kepada ")):
            return f"{verb} terima kasih{to} {text}"
        if audience and is_predicate(text):
            return f"{verb} terima kasih{to} {'' if text.startswith('yang ') else 'yang '}{text}"
        return f"{verb} terima kasih{to} karena {text}"

    def _without_subject(self, item: Item, text: str, audience: str, *, directs: bool) -> str:
        text = as_clause(text)
        if audience and directs:
            return f"{self._verb(_INVITES if item.kind == 'appeal' else _ASKS)} {audience} untuk {text}"
        if directs and item.sense in ("states", "explains", "urges"):
            return f"{self._verb(_APPEALS if item.kind == 'appeal' else _ORDERS)} untuk {text}"
        if item.sense == "hopes":
            return f"{self._verb(('menyampaikan harapan', 'mengutarakan harapan'))} untuk {text}"
        to = f" kepada {audience}" if audience else ""
        if re.match(r"(?:(?:akan|telah|sudah|perlu|harus|sedang|segera) )+di\w{4,}", text):
            return f"{self._verb(_TELLS)}{to} bahwa {text}"
        verb = self._verb(_AGREES if item.sense == "commits" and not to else _TELLS)
        return f"{verb}{to} bahwa pihaknya {text}"

    def _reporting(self, sense: Sense) -> str:
        tried, last = list(self.verbs), self.verbs[-1:]
        reporting = self.attribution.reporting_verb(sense, tried)
        for _ in range(4):
            if [reporting.verb] != last and not self._jars(reporting.verb):
                break
            tried.append(reporting.verb)
            reporting = self.attribution.reporting_verb(sense, tried)
        self.verbs.append(reporting.verb)
        return reporting.phrase

    def _jars(self, verb: str) -> bool:
        return bool(self.jarring) and self.jarring in verb

    def _verb(self, choices: Sequence[str]) -> str:
        """The least used of these verbs, never the one used last."""
        last = self.verbs[-1] if self.verbs else ""
        start = self.attribution.turn % len(choices)
        row = [*choices[start:], *choices[:start]]
        fresh = [v for v in row if v.split()[0] != last]
        fitting = [v for v in fresh if not self._jars(v)] or fresh or row
        verb = min(fitting, key=lambda v: self.verbs.count(v.split()[0]))
        self.verbs.append(verb.split()[0])
        return verb


def _tells_of_some(text: str) -> bool:
    """Whether a text that begins with "beberapa" says something of them: "beberapa waktu lalu terjadi banjir"."""
    return text.startswith(("beberapa ", "sejumlah ")) and has_predicate(text.split(":", 1)[0])


def is_invited(text: str) -> bool:
    """Whether a text was typed as an invitation: "mari kita jaga kamtibmas"."""
    return re.match(r"(mari|ayo|marilah)\b", text, re.IGNORECASE) is not None


def ordered(text: str) -> str:
    """An order of the minutes as the clause after "agar": "seluruh personel agar siaga" is "seluruh personel siaga"."""
    text = re.sub(r",? (?:dan )?jangan (?!sampai)", " dan tidak ", text) if _NOT_FIRST.search(text) else text
    who, agar, what = _parted(text)
    if not agar:
        return text
    words = what.split(" ", 1)
    if words[0].casefold() == "jangan" or is_command_word(words[0].rstrip(",.;")):
        what = as_clause(what)
    return f"{who} {what}".strip()


_NOT_FIRST = re.compile(r"\w, (?:dan )?jangan |\w dan jangan ")


def _parted(text: str) -> tuple[str, str, str]:
    found = re.search(r"(?:^|\s)(agar|supaya)\s", text, re.IGNORECASE)
    if found is None:
        return text, "", ""
    return text[: found.start()].strip(), found[1], text[found.end() :].strip()
