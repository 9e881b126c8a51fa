"""What a release calls its meeting: in full once, then again in other words."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from rakor_desktop.bahasa.text import title_case
from rakor_desktop.compose import parts
from rakor_desktop.compose.choice import Choice
from rakor_desktop.domain.meeting import Meeting

_LONG = "Rapat Koordinasi"
_KINDS = frozenset("rapat dialog apel sosialisasi musyawarah audiensi seminar pertemuan upacara simulasi".split())


def quiet(name: str) -> str:
    """A name typed wholly in capitals as a title; any other as it is."""
    return title_case(name) if name.isupper() and len(name.split()) > 1 else name


def quiet_name(meeting: Meeting) -> str:
    """The meeting's name with its occasion, neither of them shouted."""
    return parts.meeting_name(replace(meeting, title=quiet(meeting.title), occasion=quiet(meeting.occasion)))


class Event:
    """The names of one meeting within one release; it remembers how often it was asked."""

    def __init__(self, meeting: Meeting, choice: Choice) -> None:
        self._name = quiet_name(meeting)
        self._title = quiet(meeting.title)
        self._again = self._ways((meeting.title or meeting.kind).casefold())
        self._start = choice.turn("event", len(self._again))
        self._asked = count()

    @property
    def name(self) -> str:
        """The name with its occasion; "Rapat Koordinasi" brings its abbreviation along."""
        return self.held_by("")

    def held_by(self, organiser: str) -> str:
        """The name with who held it right behind the title, before the occasion."""
        holder = f" yang digelar {organiser}" if organiser else ""
        title = self._title if self._title and self._name.startswith(self._title) else self._name
        name = f"{title}{holder}{self._name[len(title) :]}"
        if not name.startswith(_LONG) or "(rakor" in name.casefold():
            return name
        return f"{_LONG} (Rakor){name[len(_LONG) :]}"

    def again(self) -> str:
        """Another mention: "rakor tersebut", "kegiatan tersebut"; never the same twice running."""
        return self._again[(self._start + next(self._asked)) % len(self._again)]

    def _ways(self, known: str) -> tuple[str, ...]:
        if known.startswith("rakor") or ("rapat koordinasi" in known and self._name.startswith(_LONG)):
            return "rakor tersebut", "kegiatan tersebut"
        if "rapat koordinasi" in known:
            return "rapat koordinasi tersebut", "kegiatan tersebut"
        first = known.split(" ", 1)[0].rstrip(",")
        return (f"{first} tersebut", "kegiatan tersebut") if first in _KINDS else ("kegiatan tersebut",)
