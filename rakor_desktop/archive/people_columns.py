"""The columns of a people file: their headings, how a person becomes a row of texts, and how a row is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from rakor_desktop.archive import forms
from rakor_desktop.bahasa.dates import parse_date
from rakor_desktop.bahasa.text import one_blank
from rakor_desktop.domain.edits import new_id
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.errors import ArchiveError

HEADINGS: Final = {
    "rank": "Pangkat",
    "front": "Gelar depan",
    "name": "Nama",
    "back": "Gelar belakang",
    "service_no": "NRP/NIP",
    "position": "Jabatan",
    "institution": "Instansi",
    "phone": "Telepon",
    "last_seen": "Terakhir hadir",
    "aliases": "Nama lain",
    "status": "Status",
}
"""The columns of a file that this program writes, in their order: name of the field and heading."""

HEADED: Final = 20
"""Rows in which the headings are sought: letterheads and titles may stand above them."""
ACTIVE: Final = "Aktif"
RETIRED: Final = "Tidak aktif"

_OTHER_HEADINGS: Final = {
    "rank": "pangkatgol pangkatgolongan pangkatgolonganruang pangkatkorps pangkatnrp gol golongan pkt",
    "front": "gelardidepan titeldepan",
    "name": "namalengkap namapegawai namapersonel namapersonil namapeserta namaanggota namapejabat nm",
    "back": "gelar gelardibelakang titel titelbelakang",
    "service_no": "nrp nip nipnrp nonrp nonip nomornrp nomornip nomorinduk nomorindukpegawai",
    "position": "jabatandinas namajabatan jab",
    "institution": "satker satuan kesatuan satuankerja unitkerja unit opd skpd asalinstansi kantor lembaga",
    "phone": "telp tlp hp nohp nomorhp notelp notelepon nomortelepon wa nowa whatsapp nowhatsapp kontak handphone",
    "last_seen": "terakhirhadirpada tanggalterakhirhadir terakhirdilihat hadirterakhir",
    "aliases": "alias namaalias panggilan namapanggilan",
    "status": "statusaktif statuskeaktifan",
}
_COUNTING: Final = frozenset(("no", "nomor", "nourut", "nomorurut", "urut"))
_RETIRED_WORDS: Final = frozenset(
    ("tidakaktif", "nonaktif", "taktif", "pensiun", "purna", "purnatugas", "purnawirawan", "purn", "meninggal", "wafat")
)
_ACTIVE_WORDS: Final = frozenset(("", "aktif", "ya", "dinas", "masihaktif"))
_LETTERS: Final = re.compile(r"[\W_]+")
_SEPARATED: Final = re.compile(r"[,;\n]")
_ROUNDED: Final = re.compile(r"\d+[.,]?\d*E\+\d+", re.IGNORECASE)
_MOST_NOTES: Final = 20
_EXACT_DIGITS: Final = 15
"""Digits that a number cell of a spreadsheet keeps; a NIP has 18."""


@dataclass(slots=True)
class Notes:
    """What the person who imports should know, in Indonesian; a long list is cut."""

    said: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        self.said.append(sentence)

    def told(self) -> tuple[str, ...]:
        """The sentences, the first twenty of many."""
        more = len(self.said) - _MOST_NOTES
        return (*self.said[:_MOST_NOTES], *([f"Dan {more} catatan lagi."] if more > 0 else []))


def row_of(person: Person) -> dict[str, str | date]:
    """A person as the cells of one row: field -> text (or day). Only the present post is written."""
    texts = {
        "rank": person.rank,
        "front": ", ".join(person.front),
        "name": person.name,
        "back": ", ".join(person.back),
        "service_no": person.service_no,
        "position": person.post.position,
        "institution": person.post.institution,
        "phone": person.phone,
        "aliases": "; ".join(person.aliases),
    }
    cells: dict[str, str | date] = {name: cell_text(text) for name, text in texts.items()}
    cells["last_seen"] = person.last_seen or ""
    cells["status"] = RETIRED if person.retired else ACTIVE
    return {name: cells[name] for name in HEADINGS}


def cell_text(text: str) -> str:
    """A text as a cell can hold it: one line, without signs that files refuse."""
    plain = "".join(sign if sign.isprintable() else " " for sign in forms.plain(text))
    return one_blank(plain)


def heading_of(text: str) -> str:
    """The field of a heading, "" when it is unknown, "no" for a column that only counts."""
    key = _key(text)
    return "no" if key in _COUNTING else _FIELDS.get(key, "")


def is_heading(cells: Iterable[object]) -> bool:
    """Whether these cells are the row of headings: a name is the one thing that no row can do without."""
    return any(isinstance(cell, str) and heading_of(cell) == "name" for cell in cells)


def no_headings(name: str) -> ArchiveError:
    """The error of a file in which no row of headings is found."""
    return ArchiveError(
        "no_headings",
        f'Berkas {name} tidak memuat baris judul dengan kolom "{HEADINGS["name"]}". Tambahkan baris judul, '
        "misalnya Pangkat, Nama, NRP/NIP, Jabatan, Instansi.",
    )


def columns_of(headings: Sequence[str], notes: Notes) -> dict[str, int]:
    """Which field stands in which column (0 is the first); headings that mean nothing here are told."""
    found: dict[str, int] = {}
    unknown: list[str] = []
    for place, heading in enumerate(headings):
        name = heading_of(heading)
        if name and name != "no" and name not in found:
            found[name] = place
        elif name in found:
            notes.say(f'Kolom "{heading}" dilewati: kolom {HEADINGS[name]} sudah ada.')
        elif not name and heading.strip():
            unknown.append(f'"{one_blank(heading)}"')
    if unknown:
        notes.say(f"Kolom yang tidak dikenal dilewati: {', '.join(unknown)}.")
    return found


def person_of(cells: Mapping[str, object], row: int, notes: Notes) -> Person | None:
    """The person of one row (numbered as the user sees it); ``None`` without a name, which is told."""
    texts = {name: _text(value) for name, value in cells.items() if name != "last_seen"}
    name = texts.get("name", "")
    if not name:
        if any(texts.values()):
            notes.say(f"Baris {row} dilewati: kolom Nama kosong.")
        return None
    number = _service_no(cells.get("service_no"), row, notes)
    post = PostHeld(texts.get("position", ""), texts.get("institution", ""))
    return Person(
        id=new_id(),
        rank=texts.get("rank", ""),
        front=_parts(texts.get("front", ""), _SEPARATED),
        name=name,
        back=_parts(texts.get("back", ""), _SEPARATED),
        service_no=number,
        posts=(post,) if post != PostHeld() else (),
        aliases=_parts(texts.get("aliases", ""), re.compile(";")),
        phone=texts.get("phone", ""),
        last_seen=_day(cells.get("last_seen"), row, notes),
        retired=_is_retired(texts.get("status", ""), row, notes),
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return cell_text(str(value))


def _service_no(value: object, row: int, notes: Notes) -> str:
    text = _text(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if (is_number and len(text) > _EXACT_DIGITS) or _ROUNDED.fullmatch(text):
        notes.say(
            f"Baris {row} kolom {HEADINGS['service_no']}: {text} tersimpan sebagai bilangan, sehingga angka "
            "terakhirnya mungkin sudah berubah. Periksa nomornya."
        )
    return text


def _day(value: object, row: int, notes: Notes) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(value)
    day = parse_date(text) if text else None
    if text and day is None:
        notes.say(f'Baris {row} kolom {HEADINGS["last_seen"]}: "{text[:40]}" bukan tanggal, jadi dikosongkan.')
    return day


def _is_retired(text: str, row: int, notes: Notes) -> bool:
    key = _key(text)
    if key not in _RETIRED_WORDS and key not in _ACTIVE_WORDS:
        notes.say(
            f'Baris {row} kolom {HEADINGS["status"]}: "{text[:40]}" bukan {ACTIVE} atau {RETIRED}, '
            f"jadi dianggap {ACTIVE}."
        )
    return key in _RETIRED_WORDS


def _parts(text: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in separator.split(text) if part.strip())


def _key(text: str) -> str:
    return _LETTERS.sub("", text.casefold())


def _fields(headings: Iterable[tuple[str, str]]) -> dict[str, str]:
    known = {_key(heading): name for name, heading in headings}
    return known | {word: name for name, words in _OTHER_HEADINGS.items() for word in words.split()}


_FIELDS: Final = _fields(HEADINGS.items())
