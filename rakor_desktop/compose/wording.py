"""How people, posts and clauses are worded: the sentence parts that every document shares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rakor_desktop.bahasa.dates import DAYS, MONTHS
from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Attendee, Item, Meeting
from rakor_desktop.domain.names import full_name, titled_name
from rakor_desktop.domain.office import Office

_PROPER = frozenset(
    "Operasi Ops Polri TNI Pemkab Pemkot Pemprov Pemda Kabupaten Kota Provinsi Kecamatan Desa Pilkada Pilpres Pileg "
    "Pemilu Pemilukada Natal Idulfitri Iduladha Ramadan Lebaran Nyepi Waisak Imlek Indonesia Nusantara Forkopimda "
    "Forkopimcam Covid-19 Jalan Pasar Polda Polres Polresta Polsek Kodim Koramil Korem Kodam Brimob Babinsa "
    "Bhabinkamtibmas Allah Tuhan Pancasila Presisi".split()
)
_GOVERNMENTS = ("Pemerintah Kabupaten ", "Pemerintah Kota ", "Pemerintah Provinsi ", "Pemkab ", "Pemkot ", "Pemprov ")
_GOVERNING = (
    "Bupati", "Wakil Bupati", "Wali Kota", "Wakil Wali Kota", "Gubernur", "Wakil Gubernur", "Sekretaris Daerah",
)  # fmt: skip
_HEADING = {"Camat": "Kecamatan ", "Lurah": "Kelurahan ", "Kepala Desa": "Desa "}
_HEAD_OF_OFFICE = re.compile(r"(Kadis|Kaban\b|Kakan|Kepala (Dinas|Badan|Kantor)|Inspektur\b|Syahbandar\b)")
"""Posts that head an office of their own, whatever its short name is: "Kadis LH" of the DLH."""
_FORCES = ("Polri", "Polda", "Polres", "Polresta", "Polrestabes", "Polsek", "Kodam", "Korem", "Kodim", "Koramil")


NIP_FIGURES = 18
"""A civil servant's number has 18 figures (belum diverifikasi terhadap peraturannya)."""


@dataclass(frozen=True)
class Wording:
    """Words people and posts the way one office prints them."""

    catalog: Catalog
    office: Office

    def rank(self, attendee: Attendee) -> str:
        """The rank as it stands before the name; empty for civil ranks, which stand under a signature only."""
        match = self.catalog.ranks.find(attendee.rank)
        if match is not None and match.rank.civil:
            return ""
        return self.printed_rank(attendee)

    def printed_rank(self, attendee: Attendee) -> str:
        """The rank in the office's spelling, civil ranks too; an unknown one as it was typed."""
        switches = self.office.switches
        return self.catalog.ranks.printed(
            attendee.rank, rank_stop=switches.rank_stop, corps_stop=switches.corps_stop
        )

    def number_label(self, attendee: Attendee) -> str:
        """What the service number is called: NRP for police and armed forces, NIP. for civil servants."""
        match = self.catalog.ranks.find(attendee.rank)
        if match is None:
            return "NIP." if len(attendee.service_no.replace(" ", "")) == NIP_FIGURES else ""
        return "NIP." if match.rank.civil or match.rank.service == "pns-polri" else "NRP"

    def service_number(self, attendee: Attendee) -> str:
        """The service number with its label: "NRP 79081234"; empty when it is not known."""
        if not attendee.service_no:
            return ""
        return f"{self.number_label(attendee)}\N{NO-BREAK SPACE}{attendee.service_no}".strip("\N{NO-BREAK SPACE} ")

    def name(self, attendee: Attendee) -> str:
        """The name with its titles: "Agung Tribawanto, S.I.K."; titles without a name say nothing."""
        return full_name(attendee.front, attendee.name, attendee.back) if attendee.name else ""

    def titled(self, attendee: Attendee) -> str:
        """Rank, name and titles: "AKBP Agung Tribawanto, S.I.K."."""
        rank = self.rank(attendee)
        return titled_name(rank, attendee.front, attendee.name, attendee.back) if attendee.name else rank

    def post(self, attendee: Attendee) -> str:
        """Post and institution in one: "Kapolres Pasaman Barat", "Kabag Ops Polres Kutai Barat"."""
        return self.joined_post(attendee.position, attendee.institution)

    def joined_post(self, position: str, institution: str) -> str:
        """Post and institution without saying the same place twice."""
        if not position or not institution:
            return position or institution
        if institution.casefold() in position.casefold() or _names_place_of(position, institution):
            return position
        if _says_unit(position, institution):
            return position
        if self._heads_unit_of(position, institution):
            return position
        unit = self._unit_of(position, institution)
        if unit:
            return f"{position} {institution[len(unit) :]}".strip()
        institution = _as_region(position, institution)
        mine, theirs = position.split(), institution.split()
        for shared in range(min(len(mine), len(theirs)), 0, -1):
            if [w.casefold() for w in mine[-shared:]] == [w.casefold() for w in theirs[:shared]]:
                return " ".join((*mine, *theirs[shared:]))
        return f"{position} {institution}"

    def _heads_unit_of(self, position: str, institution: str) -> bool:
        """Whether a post says which unit of this kind it belongs to: "Kapolda NTB" of "Polda Nusa Tenggara Barat"."""
        match = self.catalog.posts.leading(position)
        return (
            match is not None
            and bool(match.post.unit)
            and institution.startswith(f"{match.post.unit} ")
            and match.rest[:1].isupper()
        )

    def _unit_of(self, position: str, institution: str) -> str:
        """The part of the institution's name that the post already says: Kapolres says "Polres "."""
        if position in _HEADING:
            return _HEADING[position] if institution.startswith(_HEADING[position]) else ""
        if position in _GOVERNING:
            return next((g for g in _GOVERNMENTS if institution.startswith(g)), "")
        match = self.catalog.posts.leading(position)
        unit = f"{match.post.unit} " if match and not match.rest and match.post.unit else ""
        said = unit.strip()[-3:].casefold() in position.replace(" ", "").casefold()
        if not said and (unit.strip() in _FORCES or not _HEAD_OF_OFFICE.match(position)):
            # "Kanit Propam" serves at a Polres, "Ketua Divisi Sosdiklih" at a KPU; neither says so as "Kapolres" does.
            return ""
        return unit if unit and institution.startswith(unit) else ""

    def mention(self, attendee: Attendee) -> str:
        """The first mention: post, rank, name and titles."""
        return " ".join(p for p in (self.post(attendee), self.titled(attendee)) if p)

    def represented(self, attendee: Attendee) -> str:
        """The mention with whom the person stands in for: "Dandim ... yang diwakili oleh Pabung ..."."""
        if not attendee.represents:
            return self.mention(attendee)
        place_known = _names_place_of(attendee.represents, attendee.institution)
        post = attendee.position if place_known and attendee.position else self.post(attendee)
        if not attendee.position and attendee.name:
            person = self.from_institution(attendee)
        else:
            person = " ".join(p for p in (post, self.titled(attendee)) if p)
        return f"{attendee.represents} yang diwakili oleh {person}" if person else f"perwakilan {attendee.represents}"

    def from_institution(self, attendee: Attendee) -> str:
        """Somebody without a post by name and institution: "Lettu Mar R.M. Yani dari Kimal Lampung Utara"."""
        institution = attendee.institution
        named = self.titled(attendee)
        if not named or not institution:
            return named or institution
        return f"{named}{',' if attendee.back else ''} dari {institution}"

    def short_post(self, attendee: Attendee) -> str:
        """The post alone, for later mentions: "Kapolres", "Bupati", "Ketua Bawaslu"; without a post the name."""
        if not attendee.position:
            return attendee.name or attendee.institution or self.titled(attendee)
        match = self.catalog.posts.leading(attendee.position)
        if match is None:
            return attendee.position
        words = attendee.position.split()
        place = attendee.institution.partition(" ")[2]
        if not match.rest and place and attendee.position.endswith(f" {place}"):
            return attendee.position.removesuffix(f" {place}")
        return " ".join(words[: len(words) - len(match.rest.split())]) or attendee.position

    def full_post(self, post: str) -> str:
        """The post spelled out for a signature block: "Kepala Kepolisian Resor Pasaman Barat"."""
        match = self.catalog.posts.leading(post)
        if match is None:
            return post
        words = (match.acting.short if match.acting else "", match.post.full, match.rest)
        return " ".join(w for w in words if w)

    def speaker(self, meeting: Meeting, item: Item) -> str:
        """Who said an item, by post: "Kapolres Pasaman Barat", or the post typed alone ("narasumber")."""
        attendee = meeting.attendee(item.speaker_id)
        if attendee is None:
            return item.speaker
        return self.post(attendee) or self.titled(attendee) or item.speaker

    def lower_start(self, text: str, names: Iterable[str] = ()) -> str:
        """The text with a small first letter, unless its first word is a name, a post or an abbreviation."""
        words = text.split(maxsplit=2)
        if not words:
            return text
        first = words[0].strip("“\"'(,.;:")
        if not first[:1].isupper() or not first[1:].islower() or self._is_proper(first, words, text, names):
            return text
        place = text.index(first)
        return text[:place] + first[0].lower() + text[place + 1 :]

    def _is_proper(self, first: str, words: list[str], text: str, names: Iterable[str]) -> bool:
        if first in _PROPER or first in DAYS or first in MONTHS:
            return True
        if first in self.catalog.posts.unit_names and first not in _COMMON_UNITS:
            return True
        if any(first in name and first in name.split() for name in names):
            return True
        if len(words) > 1 and words[1].startswith("se-"):
            return False
        follows_capital = len(words) > 1 and words[1].strip(",.;:").istitle()
        follows_capital = follows_capital and not _COMMON_NOUN.fullmatch(first)
        return follows_capital or self.catalog.posts.leading(text) is not None


_COMMON_NOUN = re.compile(r"(Pe|Ke)\w{4,}an")
"""Nouns that a sentence may begin with before a name: "Pelaksanaan Rapat Koordinasi", "Keberhasilan Operasi"."""

# Units of the post tables that also are common nouns; a short name such as "Dishub" keeps its capital.
_COMMON_UNITS = frozenset(
    "Desa Kelurahan Kampung Kecamatan Operasi Masjid Sekolah Unit Pelabuhan Gereja Pengadilan Imigrasi Parpol "
    "Puskesmas Bandara Karantina Adat Nagari Distrik Banjar Inspektorat Aksi Pekon Kantor Perangkat".split()
)


def _says_unit(position: str, institution: str) -> bool:
    """Whether a post names the unit itself and where it is, though in other words than the institution's name:
    "Kalaksa BPBD Kobar" of "BPBD Kabupaten Kotawaringin Barat", "Danramil 13/TT" of "Koramil 13/Tebing Tinggi".
    """
    words, unit = position.split(), institution.split(" ", 1)[0]
    if unit in words[:-1] and (unit.isupper() or unit in _FORCES) and len(unit) > 2:
        return True
    mine, theirs = re.search(r"\b(\d[\d-]*)/", position), re.search(r"\b(\d[\d-]*)/", institution)
    return mine is not None and theirs is not None and mine[1] == theirs[1]


_OF_REGION = re.compile(
    r"(Kepala|Kalaksa|Sekretaris|Kadis\w*|Kaban|Kabag|Kabid|Kasubbag|Inspektur|Asisten|Staf Ahli|Sekda|Sekdis|Kasatpol"
    r"|Direktur|Ketua)\b"
)


def _as_region(position: str, institution: str) -> str:
    """The government's region behind a post of one of its offices: "Kepala Dinas Perhubungan Kabupaten Sidoarjo"."""
    if not _OF_REGION.match(position):
        return institution
    return re.sub(
        r"^(?:Pemerintah (Kabupaten|Kota|Provinsi)|Pem(kab|kot|prov)) (?=[A-Z])",
        lambda found: f"{found[1] or _REGIONS[found[2]]} ",
        institution,
    )


_REGIONS = {"kab": "Kabupaten", "kot": "Kota", "prov": "Provinsi"}


def _names_place_of(text: str, institution: str) -> bool:
    """Whether the text already names the place of the institution ("Pasaman Barat" of "Polres Pasaman Barat")."""
    words, padded = institution.split(), f" {text} "
    places = (" ".join(words[n:]) for n in range(1, len(words)))
    return any(f" {place} " in padded for place in places if not place.isdigit())


_NOUN_START = re.compile(
    r"(pentingnya|perlunya|apresiasi|terima kasih|penghargaan|selamat|harapan|dukungan|komitmen|sejumlah|beberapa"
    r"|bahwa|agar|supaya|untuk|mengenai|tentang)\b",
    re.IGNORECASE,
)
_PURPOSE_WORD = re.compile(r"(agar|supaya|untuk|guna|demi|dengan tujuan)\b", re.IGNORECASE)
_VERB_START = re.compile(r"(me|ber|ter)\w+", re.IGNORECASE)


_ORDER = re.compile(r"(agar|supaya)\b|[^,.;:]{1,80}\b(agar|supaya)\b", re.IGNORECASE)
_NO_ORDER = re.compile(r"(dalam|untuk|guna|demi|karena)\b|.{0,80}\b(dan|serta|atau) (agar|supaya)\b", re.IGNORECASE)
_ORDERING = re.compile(r"(agar|supaya|sejumlah|beberapa)\b", re.IGNORECASE)
_HELPING = re.compile(r"\b(me|ber|ter|di)\w{2,}|\b(adalah|ialah|merupakan|ada|harus|perlu|siap|akan|sudah|telah)\b")
_COMMAND = re.compile(
    r"(jangan|tolong|segera|cek|jaga|pastikan|hindari|(?!me|di|ber|ter|ke|pe|se)\w{3,}kan)\b", re.IGNORECASE
)


def is_order(text: str) -> bool:
    """Whether a text is an order as minutes write it: "seluruh personel agar siaga", without a verb before "agar"."""
    found = _ORDER.match(text)
    if _NO_ORDER.match(text) or (is_noun_start(text) and not _ORDERING.match(text)):
        return False
    return found is not None and not _HELPING.search(re.split(r"\b(?:agar|supaya)\b", text, maxsplit=1)[0])


def is_command(text: str) -> bool:
    """Whether a text is spoken as a command: "jangan ada pungli", "tingkatkan patroli"."""
    return _COMMAND.match(text) is not None


def is_noun_start(text: str) -> bool:
    """Whether a reporting verb takes the text as its object, without "bahwa": "menyampaikan pentingnya ..."."""
    return _NOUN_START.match(text) is not None


def occasion_clause(occasion: str) -> str:
    """What a meeting is held for, behind its name: "dalam rangka menyambut ...", "menjelang Natal dan Tahun Baru"."""
    found = re.match(r"(jelang|menjelang)\b", occasion, re.IGNORECASE)
    if found:
        return f"menjelang{occasion[found.end() :]}"
    if re.match(r"(dalam rangka|dalam|guna|untuk|terkait|tentang|mengenai|bersama)\b", occasion, re.IGNORECASE):
        return f"{occasion[0].lower()}{occasion[1:]}"
    return f"dalam rangka {occasion}"


def purpose_clause(purpose: str) -> str:
    """What an order is for, as a clause: "agar pemetaan dapat dilakukan", "untuk mencegah kemacetan"."""
    if not purpose or _PURPOSE_WORD.match(purpose):
        return purpose
    return f"{'untuk' if _VERB_START.match(purpose) else 'agar'} {purpose}"


def audience_of(item: Item) -> str:
    """Whom an item addresses, as one phrase: "camat, kapolsek, serta danramil"."""
    parts = [a for a in item.audience if a]
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, serta {parts[-1]}"
