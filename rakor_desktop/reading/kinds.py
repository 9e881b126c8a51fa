"""What kind a word is: the alphabet that the grammar reads.

The grammar never sees words, only one letter for each of them, so that lines of one shape are understood once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.phrases import word_key
from rakor_desktop.domain.names import Title, TitleTable
from rakor_desktop.domain.ranks import rank_key

RANK: Final = "R"
RANK_TAIL: Final = "r"
FRONT: Final = "F"
BACK: Final = "B"
MAYBE_BACK: Final = "b"
INITIAL: Final = "I"
NAME: Final = "N"
KNOWN_NAME: Final = "n"
"""A common name in small letters."""
POST: Final = "P"
POST_TAIL: Final = "p"
"""Any word of a post after its first (only after the posts of a line have been found)."""
INSTITUTION_TAIL: Final = "o"
"""Any word of an institution after its first (only after the institutions of a line have been found)."""
UNIT: Final = "U"
INSTITUTION: Final = "O"
GROUP: Final = "G"
ACRONYM: Final = "A"
PLACE: Final = "L"
NUMBER: Final = "D"
ENUMERATOR: Final = "E"
WORD: Final = "w"
UNKNOWN_SMALL: Final = "z"
"""A word in small letters that no table knows: part of a name or a place where everything is typed small."""
WORD_STOP: Final = "W"
GLUED: Final = "Z"
SERVICE_NUMBER: Final = "X"
EITHER: Final = "Q"
"""A word that is a name after a rank, a title or a name, and a post or institution elsewhere ("Hakim", "Imam")."""
PHRASE: Final = "H"
"""The first word of phrases of several words, which says nothing alone (before those phrases have been looked for)."""
UNKNOWN_TITLE: Final = "T"
"""A form like a title that no table holds ("M.Tr.Opsla"): a title where one is expected, else part of a name."""

CONNECTIVES: Final[dict[str, str]] = {
    **dict.fromkeys(("dan", "serta", "&", "maupun", "dn", "plus", "atau"), "c"),
    **dict.fromkeys(("yang", "yg"), "y"),
    **dict.fromkeys(("oleh", "olh"), "l"),
    **dict.fromkeys(("diwakili", "diwakilkan", "diwakilk", "terwakili"), "V"),
    **dict.fromkeys(("mewakili", "wakili", "mewakilkan", "a.n", "an", "a/n"), "v"),
    **dict.fromkeys(("perwakilan", "perwakilannya"), "q"),
    **dict.fromkeys(("selaku", "sebagai", "jabatan", "menjabat"), "s"),
    **dict.fromkeys(("didampingi", "bersama", "beserta", "berikut", "dampingi"), "a"),
    **dict.fromkeys(
        (
            "dihadiri", "hadir", "dihadirin", "diikuti", "mengundang", "melibatkan", "hadirin", "meliputi", "dihadir",
            "diundang", "ikuti", "hadiri", "diantaranya", "antaranya", "seperti", "adalah", "yaitu", "yakni", "ialah",
        ),
        "t",
    ),
    **dict.fromkeys(("notulis", "turut", "tampak", "nampak", "daftar", "kehadiran", "hadirnya", "langsung", "juga"), "u"),
    **dict.fromkeys(("nrp", "nip", "nrp/nip", "nip/nrp", "nik", "hp", "telp", "wa"), "x"),
    **dict.fromkeys(("terkait", "setempat", "lainnya", "se", "sekabupaten", "sekecamatan", "terpilih", "nonaktif"), "U"),
    **dict.fromkeys(("di", "ke", "dari", "pada"), "w"),
    **dict.fromkeys(("bin", "binti"), "n"),
    **dict.fromkeys(("dipimpin", "pimpin", "dibuka", "diketuai", "memimpin"), "j"),
}  # fmt: skip
"""Words that carry no content of their own in a list of people, and their kinds."""

_COMMANDS: Final = frozenset(
    "ssk sst satgas ki kompi ton peleton yon batalyon yonif lantamal lanal lanud rem dim ramil koramil kodim korem "
    "brigif brimob pos sat subsatgas sektor den detasemen posal guskamla kolat puslat unit tim".split()
)
"""Units whose leader is called "Dan" (komandan)."""
_ENUMERATOR: Final = re.compile(r"\d{1,3}[.)]+|\(\d{1,3}\)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.?")
_TWO_LETTERS: Final = re.compile(r"[A-Z]\.[A-Z]\.?")
"""Titles such as "S.P." that inside a name are initials."""
_INITIALS_TOO: Final = frozenset(("rm", "ra", "st", "dt"))
_ORDINARY: Final = frozenset(
    """ia dia kami kita mereka ini itu tersebut rapat rakor koordinasi kegiatan acara hari tanggal waktu pukul tempat ruang
    aula gedung hotel jalan jl mapolres makodim pendopo lapangan senin selasa rabu kamis jumat jum'at sabtu minggu januari
    februari maret april mei juni juli agustus september oktober november desember dalam selain sementara adapun kemudian
    selanjutnya setelah sebelum usai saat guna untuk dengan agar akan telah sudah juga tidak ada bahwa karena demi melalui
    terkait tentang jelang menuju selama masa tahun awal akhir tema agenda perihal dari hasil kesimpulan catatan semoga demikian
    siang pagi sore malam komandan mohon izin ijin melaporkan lapor kepada yth situasi aman tertib lancar
    kondusif operasi ops pilkada pemilu natal lebaran idulfitri ramadan gelar gelaran laksanakan lakukan sinkronisasi
    bahas tegaskan imbau himbau ajak minta harap sambut simak baca juga bisa cegah begini cara virtual zoom meeting dialog
    linsek lintas sektoral tingkat wilayah hukum wib wita wit dum dokumentasi terlampir foto sumber editor reporter pewarta
    penulis red kata ujar ungkap jelas tegas imbuh tambah tutup pungkas menurut namun sehingga serta bertempat jam pkl tgl
    adalah yaitu yakni ialah liputan laporan kedatangan kehadiran penyerahan pelaksanaan pembukaan peringatan pengamanan
    penutupan pelantikan penandatanganan
    pandemi covid-19 covid nomor no lampiran klasifikasi biasa""".split()
)
"""Words of sentences and headlines that are no names, whatever their capitals."""
_BUILT_LIKE_A_POST: Final = re.compile(r"(?:Ka|Waka|Wa|Kor|Dan|Wadan|Dir|Wadir|Pang|Pasi|Paur|As)[a-z]{3,}")
_ENDS_OF_PLACES: Final = frozenset(("dalam", "akhir", "awal"))
_VERB: Final = re.compile(r"(?:me|ber|ter|di)[a-z]{5,}\.?|(?:Ber|Ter)[a-z]{5,}|Me(?:ng|ny|mb|mp|nd|nj|nc)[a-z]{3,}|ME(?:NG|NY|MB|MP|ND|NJ|NC)[A-Z]{3,}")
_NO_VERBS: Final = frozenset("merpati merdeka dirgantara".split())
_LONGEST_ABBREVIATION: Final = 4
"""A longer word with a stop ends a sentence."""
_SHORTEST_SLIP: Final = 7
"""Shorter words of one letter's difference are too often different words."""
_LONGEST_PHRASE: Final = 8
_PARTS_OF_NAMES: Final = ("Dt.", "St.")
"""Customary titles that stand inside names: "Zainuddin Dt. Rajo Lenggang"."""
_SHORT_CODE: Final = frozenset(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xvii"))
_SIGN_KINDS: Final = {"[": "(", "]": ")", "–": "-", "—": "-", "=": ":", "”": '"', "“": '"', "«": '"', "»": '"', "!": "W", "?": "W"}
_SERVICE_NUMBER: Final = re.compile(r"\d{8,18}|\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}|\d{5,6}(?:/P|/W)")
_UNKNOWN_TITLE: Final = re.compile(r"(?:[A-Z][a-z]{0,4}\.){1,3}(?:[A-Z][A-Za-z]{0,6}|\([A-Z][a-z]+\))\.?")


class _OpensTitle(dict[str, bool]):
    """Whether a token may be the first piece of a title that a blank slipped into ("S." of "S. IP")."""

    def __init__(self, titles: TitleTable) -> None:
        super().__init__()
        self._starts: set[str] = set()
        for title in titles.titles:
            parts = [part for part in title.standard.casefold().split(".") if part]
            self._starts.update("".join(parts[:count]) for count in range(1, len(parts)))

    def __missing__(self, token: str) -> bool:
        bare = token.strip()
        opens = self[token] = bare[0].isupper() and bare.replace(".", "").casefold() in self._starts
        return opens


class _IsRankTail(dict[str, bool]):
    """Whether a token may go on a rank: "Pol" of "Kombes Pol", "Inf" of "Letkol Inf"."""

    def __init__(self, tails: frozenset[str]) -> None:
        super().__init__()
        self._tails = tails

    def __missing__(self, token: str) -> bool:
        tail = self[token] = token[0].isalpha() and rank_key(token) in self._tails
        return tail


class Kinds(dict[str, str]):
    """The kind of every token met so far, by the token as it stands with the blanks after it."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._titles = catalog.titles
        words = catalog.phrase_words
        self._names = catalog.name_words
        self._places = frozenset(
            form.split()[0].casefold()
            for place in catalog.places.all
            for form in place.forms
            if not catalog.places.is_ambiguous(form)
        )
        self._words = words
        self._posts, self._units = _single(words.posts), _single(words.continuing)
        self._institutions, self._groups = _single(words.institutions), _single(words.groups)
        self._addresses = frozenset(words.addresses)
        self._openings = frozenset(
            phrase.split()[0]
            for phrases in (words.posts, words.institutions, words.groups, words.continuing)
            for phrase in phrases
            if " " in phrase
        )
        forms = [form for rank in catalog.ranks.ranks for form in (rank.code, rank.full, *rank.variants)]
        self._rank_heads = frozenset(rank_key(form.split()[0]) for form in forms)
        corps = [form for one in catalog.ranks.corps for form in (one.code, one.full, *one.variants)]
        tails = frozenset(
            rank_key(word) for form in (*forms, *corps) for word in form.split()[0 if form in corps else 1 :]
        )
        self.is_rank_tail = _IsRankTail(tails | {"purn", "purnawirawan"})
        self._posts_by_length: dict[int, list[str]] = {}
        for post in self._posts:
            for length in (len(post) - 1, len(post), len(post) + 1):
                self._posts_by_length.setdefault(length, []).append(post)
        self.opens_title = _OpensTitle(catalog.titles)
        phrases = (words.posts, words.institutions, words.groups, words.continuing)
        self._pairs = frozenset(tuple(phrase.split()[:2]) for among in phrases for phrase in among if " " in phrase)
        self._single_kinds: dict[str, str] = {}
        self._phrases: dict[tuple[str, ...], tuple[str, int]] = {}
        self.splits: dict[str, tuple[str, ...]] = {}

    def __missing__(self, token: str) -> str:
        kind = self[token] = self._kind(token.rstrip())
        return kind

    def of(self, token: str) -> str:
        """The kind of a token without its blanks."""
        return self[token]

    def phrase(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        """The kinds of the phrase that begins at a word of kind :data:`PHRASE`, and how many words it has."""
        following = word_key(tokens[at + 1].rstrip()) if at + 1 < len(tokens) else ""
        if (word_key(tokens[at].rstrip()), following) in self._pairs:
            text = tuple([token.rstrip() for token in tokens[at : at + _LONGEST_PHRASE]])
            known = self._phrases.get(text)
            if known is None:
                known = self._phrases[text] = self._phrase(text)
            return known
        return self._single_kind(tokens[at].rstrip()), 1

    def _phrase(self, text: Sequence[str]) -> tuple[str, int]:
        words = self._words
        for kind, among in ((POST, words.posts), (GROUP, words.groups), (INSTITUTION, words.institutions)):
            count = words.longest(text, 0, among)
            if count > 1:
                # "Kepala Dinas Kesehatan" is one person's post, though "kepala dinas" alone may be many.
                kind = POST if word_key(text[0]) in self._posts else kind
                return kind + UNIT * (count - 1), count
        count = words.longest(text, 0, words.continuing)
        return (UNIT * count, count) if count > 1 else (self._single_kind(text[0]), 1)

    def _single_kind(self, token: str) -> str:
        kind = self._single_kinds.get(token)
        if kind is None:
            kind = self._single_kinds[token] = self._simple_kind(token, token.strip(".").casefold())
        return kind

    def _kind(self, token: str) -> str:
        first = token[0]
        if not first.isalnum():
            return _SIGN_KINDS.get(token, token if token in ",;:()-/|\"." else "•")
        if first.isdigit():
            if _SERVICE_NUMBER.fullmatch(token):
                return SERVICE_NUMBER
            return ENUMERATOR if _ENUMERATOR.fullmatch(token) else NUMBER
        if "/" in token:
            return NUMBER
        bare = token.strip(".").casefold()
        if (connective := CONNECTIVES.get(bare)) and (token.islower() or connective not in "nvU" or len(bare) > 3):
            return connective
        if bare.startswith("se-"):
            return UNIT
        if title := self._title_kind(token, bare):
            return PHRASE if title == FRONT and "." not in token and self._may_open(bare) else title
        if _INITIALS.fullmatch(token) or (token.isupper() and bare in _INITIALS_TOO):
            return INITIAL
        if _UNKNOWN_TITLE.fullmatch(token) and not self._unglued(token):
            return UNKNOWN_TITLE
        return self._word_kind(token, bare)

    def _may_open(self, bare: str) -> bool:
        """Whether a front title also is a post, or opens one ("Pendeta", "Pastor Paroki"): what follows decides."""
        return bare in self._openings or bare in self._posts

    def is_front(self, token: str) -> bool:
        """Whether a word of kind :data:`PHRASE` is a front title where no phrase is found and a name follows."""
        bare = token.strip(" .").casefold()
        return self._may_open(bare) and self._title_kind(token.rstrip(), bare) == FRONT

    def _word_kind(self, token: str, bare: str) -> str:
        if bare in self._addresses:
            return "k"
        if rank_key(bare) in self._rank_heads and not (bare in ("may", "kol") and token.islower()):
            return RANK
        if self._is_either(token, bare):
            return EITHER
        if bare in self._posts and bare not in self._openings:
            return POST
        if token.endswith(".") and len(bare) > _LONGEST_ABBREVIATION:
            self.splits[token] = (token[:-1], ".")
            return GLUED
        if parts := self._unglued(token):
            self.splits[token] = parts
            return GLUED
        if bare in self._openings:
            return PHRASE
        return self._simple_kind(token, bare)

    def _is_either(self, token: str, bare: str) -> bool:
        """Whether a capitalised word is a name after a rank or a name, and a post or an institution elsewhere."""
        if token.isupper() and bare not in self._names.sure and (len(bare) < 5 or bare in self._words.acronyms):
            return False
        known = bare in self._posts or bare in self._institutions or bare in self._units or bare in self._groups
        return known and (self._names.knows(bare) or (bare in self._words.acronyms and token[0].isupper()))

    def _is_ordinary(self, token: str, bare: str, small: bool) -> bool:
        """Whether a word belongs to sentences and headlines rather than to names."""
        if bare in _ORDINARY:
            return small or bare not in _ENDS_OF_PLACES
        return _VERB.fullmatch(token) is not None and bare not in _NO_VERBS and not self._names.knows(bare)

    def _slips_from_post(self, bare: str) -> bool:
        """Whether an unknown word is a post's first word with one slip: "Sekertaris", "Bhabimkamtibmas"."""
        if len(bare) < _SHORTEST_SLIP or not bare.isalpha() or self._names.knows(bare):
            return False
        return any(
            post[0] == bare[0] and OSA.distance(bare, post, score_cutoff=1) <= 1
            for post in self._posts_by_length.get(len(bare), ())
        )

    def is_unknown_post(self, token: str) -> bool:
        """Whether a word is built like a post ("Korwilbin", "Kasudin") and is no common name."""
        return _BUILT_LIKE_A_POST.match(token) is not None and not self._names.knows(token.rstrip())

    def is_name(self, token: str) -> bool:
        """Whether a word commonly is part of a name."""
        return self._names.knows(token.rstrip())

    def is_command(self, token: str) -> bool:
        """Whether a word names a unit that a commander leads: "Dan Lantamal", "Dan SSK"."""
        return word_key(token) in _COMMANDS

    def either(self, token: str) -> str:
        """The kind of an :data:`EITHER` word where no name stands before it."""
        bare = token.strip(" .").casefold()
        if bare in self._openings:
            return PHRASE
        return self._simple_kind(token.rstrip(), bare)

    def _simple_kind(self, token: str, bare: str) -> str:
        """The kind of a word by itself, whatever phrase it might open."""
        for kind, words in ((POST, self._posts), (GROUP, self._groups), (INSTITUTION, self._institutions)):
            if bare in words:
                return kind
        if bare in self._units:
            return UNIT
        small = token[0].islower()
        if bare in _SHORT_CODE:
            return NUMBER
        if bare in self._names.sure and bare not in _ORDINARY:
            return KNOWN_NAME if small else NAME
        if bare in self._places:
            return PLACE
        if self._is_ordinary(token, bare, small):
            return WORD_STOP if token.endswith(".") else WORD
        if small:
            return WORD_STOP if token.endswith(".") else UNKNOWN_SMALL
        if len(token) > 1 and token.isupper() and len(bare) < 7:
            return ACRONYM
        return POST if self._is_deputy(bare) or self._slips_from_post(bare) else NAME

    def _is_deputy(self, bare: str) -> bool:
        """Whether a word says the deputy of a known post: "Waasops", "Wakasatgas"."""
        return bare[:2] == "wa" and bare[2:] in self._posts

    def _title_kind(self, token: str, bare: str) -> str:
        if len(bare) < 2 and bare not in ("h",):
            return ""
        found = self._titles.candidates(token)
        if not found:
            return ""
        fronts = [title for title in found if title.position == "front"]
        if any(title.standard in _PARTS_OF_NAMES for title in fronts):
            return ""
        if fronts and (token[0].isupper() or "." in token or bare in ("drs", "drg", "hj", "ir", "dr", "h")):
            if self._titles.is_ambiguous(token) or (token.isupper() and bare in _INITIALS_TOO):
                return ""
            return FRONT
        if token.islower() and "." not in token.strip(".") and (self._titles.is_ambiguous(token) or self._is_word(bare)):
            return ""
        if self._titles.is_ambiguous(token) and "." not in token.strip("."):
            return MAYBE_BACK if token.isupper() else ""
        if _TWO_LETTERS.fullmatch(token):
            return MAYBE_BACK
        return BACK if _backs(found) and (token.isupper() or "." in token or token.islower() or _cased(token, found)) else ""

    def _is_word(self, bare: str) -> bool:
        return bare in self._units or bare in self._posts or bare in self._names.sure

    def _unglued(self, token: str) -> tuple[str, ...]:
        """A token that two words were typed into without a blank: "H.Fauzan", "PolresAKBP", "SH.MH"."""
        inner = token.rstrip(".")
        for at in range(1, len(inner)):
            before, after = token[: at + 1], token[at + 1 :]
            if inner[at] == "." and len(after.strip(".")) > 1 and self._joins(before, after):
                return before, after
            if inner[at] == "-" and at > 1 and inner[:at].casefold() != after.casefold() and self._is_person_head(inner[:at]) and self._is_person_head(after):
                return inner[:at], "-", after
            if at > 2 and inner[at].isupper() and inner[at - 1].isalpha():
                left, right = token[:at], token[at:]
                if inner[at - 1].islower() and (self._is_head(left) or self._is_head(right)):
                    return left, right
                if self._rank_code(left) and right[1:].islower():
                    return left, right
        return ()

    def _joins(self, before: str, after: str) -> bool:
        if self._titles.candidates(before + after):
            return False
        kinds = self.of(before), self.of(after)
        if kinds[0] in (FRONT, BACK, RANK) or kinds[1] in (BACK, RANK):
            return True
        joint = (BACK, MAYBE_BACK, POST, UNIT, NAME, PLACE, EITHER, PHRASE)
        return kinds[0] in (MAYBE_BACK, POST, UNIT, INSTITUTION, PHRASE) and kinds[1] in joint

    def _is_person_head(self, text: str) -> bool:
        return text.strip(".").casefold() in self._posts or self._rank_code(text)

    def _is_head(self, text: str) -> bool:
        bare = text.strip(".").casefold()
        return bare in self._posts or bare in self._institutions or self._rank_code(text)

    def _rank_code(self, text: str) -> bool:
        return rank_key(text) in self._rank_heads and text.strip(".").isupper() or (
            rank_key(text) in self._rank_heads and len(text) > 4
        )


def _single(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases if " " not in phrase)


def _backs(found: tuple[Title, ...]) -> bool:
    return any(title.position == "back" for title in found)


def _cased(token: str, found: tuple[Title, ...]) -> bool:
    """Whether a title without stops has capitals where the standard form has them: "Msi", "SIp", not "Sip"."""
    bare = token.strip(".")
    return any(bare == title.standard.replace(".", "") for title in found) or (len(bare) > 1 and bare[1].isupper()) or len(
        bare
    ) <= 4 and bare[0].isupper()
