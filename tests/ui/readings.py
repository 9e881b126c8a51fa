"""Readings written by hand, as tests of the review need them: the source with its marks in one text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rakor_desktop.reading.values import NOBODY, Doubt, GroupRead, Mark, PersonRead, Reading, Unread

_PIECE = re.compile(r"\{(\w+) ([^{}=]*)(?:=([^{}]*))?\}|([^{}|]+)|(\|)")

_CHIEF = "{rank AKBP} {name Gunawan Setiadi} {back SIK=S.I.K.} {back MH=M.H.}"
_PROSE = (
    "Rapat dibuka pukul 09.15 WIB dengan menyanyikan lagu Indonesia Raya, dilanjutkan arahan pimpinan dan paparan "
    "dari setiap bagian sampai selesai."
)
LIST = """\
*DAFTAR HADIR RAKOR LINTAS SEKTORAL*
1. @CHIEF {position Kapolres} {institution Lembah Merpati=Polres Lembah Merpati}
2. {rank KOMPOL=Kompol} {name Darmawan}, {back SH=S.H.} / {position waka=Wakapolres}
3. {rank akp=AKP} {name Heri S} ({position kabag ops=Kabag Ops})
4. {rank iptu=Iptu} {name Melati Ayunda} {back S.Tr.K} {position kasat lantas=Kasat Lantas}
5. {rank Mayor Inf} {name Suharjo} ({position Kasdim} {institution 0998=Kodim 0998} mewakili {represents Dandim})
6. {front dr.} {name Tuti Handayani}, {back M.Kes=M.Kes.} ({represents Kadinkes=Kepala Dinas Kesehatan})
7. {name Sumidi, S} {position Kadishub}|, {name Salma} {position Kalak BPBD}
{group Jasa Raharja}, {group FKUB}, {group toga dan tomas}
{unread catatan: konsumsi 50 kotak}
{unread @PROSE}
""".replace("@CHIEF", _CHIEF).replace("@PROSE", _PROSE)


def marked(text: str, doubts: Mapping[int, Sequence[Doubt]] | None = None) -> Reading:
    """A reading from ``{part written=standard}`` marks; ``|`` parts two people of one line, the rest connects."""
    source, at = [], 0
    marks: list[Mark] = []
    people: list[dict[str, Any]] = []
    groups: list[GroupRead] = []
    unread: list[Unread] = []
    for line in text.splitlines(keepends=True):
        fresh = True
        for part, written, standard, plain, bar in _PIECE.findall(line):
            if bar:
                fresh = True
                continue
            piece = written or plain
            start, end, at = at, at + len(piece), at + len(piece)
            source.append(piece)
            if part == "group":
                marks.append(Mark(start, end, "group", len(groups)))
                groups.append(GroupRead(standard or written, start, end))
            elif part == "unread":
                marks.append(Mark(start, end, "unread"))
                unread.append(Unread(written, start, end))
            elif part:
                if fresh:
                    people.append({"start": start})
                    fresh = False
                _take(people[-1], part, standard or written, end)
                marks.append(Mark(start, end, part, len(people) - 1))
            elif plain.strip():
                marks.append(Mark(start, end, "connective", NOBODY))
    made = [PersonRead(**person) for person in people]
    for number, found in (doubts or {}).items():
        made[number] = replace(made[number], doubts=tuple(found))
    return Reading("".join(source), tuple(made), tuple(groups), tuple(unread), tuple(marks))


def _take(person: dict[str, Any], part: str, text: str, end: int) -> None:
    if part in ("front", "back"):
        person[part] = (*person.get(part, ()), text)
    else:
        person[part] = text
    person["end"] = end


SUMIDI = "“S” mungkin inisial atau gelar; mohon dipastikan."
DOUBTS = {
    2: [Doubt("name", "Nama hanya berisi satu nama dan inisial.")],
    6: [Doubt("name", SUMIDI, "Sumidi S."), Doubt("back", SUMIDI, "S")],
}


def pasted(repeat: int = 1) -> Reading:
    """The list above, with its two doubtful rows."""
    return marked(LIST * repeat, DOUBTS)


def long_list(people: int) -> Reading:
    """A list of this many people, one a line, made without parsing."""
    lines, marks, read, at = [], [], [], 0
    for number in range(people):
        name = f"Budi Santoso {number:05d}"
        line = f"{number + 1}. AKP {name}, S.H. - Kapolsek Contoh {number}\n"
        start = at + line.index("AKP")
        spot = at + line.index(name)
        post = at + line.index("Kapolsek")
        end = at + len(line) - 1
        marks += [
            Mark(at, start - 1, "connective"),
            Mark(start, start + 3, "rank", number),
            Mark(spot, spot + len(name), "name", number),
            Mark(spot + len(name) + 2, spot + len(name) + 6, "back", number),
            Mark(post, end, "position", number),
        ]
        read.append(
            PersonRead("AKP", (), name, ("S.H.",), position=f"Kapolsek Contoh {number}", start=start, end=end)
        )
        lines.append(line)
        at += len(line)
    return Reading("".join(lines), tuple(read), (), (), tuple(marks))
