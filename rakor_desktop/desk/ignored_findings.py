"""The findings that a person never wants to see again: a small file that can be read, looked through and mended."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from rakor_desktop.desk.small_file import SmallFile, writable
from rakor_desktop.review.text import TextFinding

FILE_NAME: Final = "temuan-diabaikan.json"
_REMARK: Final = "Temuan yang diabaikan selalu pada naskah dan siaran pers. Hapus barisnya untuk memeriksa lagi."
_MOST: Final = 80
"""Characters of a stretch that a mark repeats; of a longer one it holds the beginning and a checksum."""


def mark_of(finding: TextFinding) -> str:
    """What a finding is recognised by wherever it stands: its code and its words, without places.

    Blanks and line ends count as one blank, so that a paragraph wrapped anew keeps its marks; capitals count, because
    many findings are about them.
    """
    return _mark(finding.code, _words(finding.text))


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """One kind of finding to pass over: its code, the words it stood at, and what it said then."""

    code: str
    words: str
    message: str = ""

    @property
    def mark(self) -> str:
        """The mark of the findings meant; see :func:`mark_of`."""
        return _mark(self.code, self.words)

    @classmethod
    def of(cls, finding: TextFinding) -> IgnoredFinding:
        """What is kept of a finding."""
        return cls(finding.code, _words(finding.text), writable(finding.message))


class IgnoredFindings:
    """The list in memory and in ``temuan-diabaikan.json``.

    A file that cannot be read is set aside under another name and told by :attr:`notice`; a folder that cannot be
    written costs no more than that the list ends with the program, told there too. Neither stops anything.
    """

    def __init__(self, folder: Path) -> None:
        self._file = SmallFile(folder / FILE_NAME, "Daftar temuan yang diabaikan")
        none: list[IgnoredFinding] = []
        self._kept = {entry.mark: entry for entry in self._file.read(_entries, none)}

    @property
    def notice(self) -> str:
        """What went wrong with the file last, in one sentence; empty when nothing did."""
        return self._file.notice

    def all(self) -> tuple[IgnoredFinding, ...]:
        """Every entry, in the order in which they were added."""
        return tuple(self._kept.values())

    def marks(self) -> frozenset[str]:
        """The marks of all entries."""
        return frozenset(self._kept)

    def add(self, entry: IgnoredFinding) -> None:
        """Keep an entry; one that is there already stays where it is."""
        if entry.mark not in self._kept:
            self._set({**self._kept, entry.mark: entry})

    def remove(self, mark: str) -> None:
        """Take an entry back; an unknown mark changes nothing."""
        if mark in self._kept:
            self._set({key: entry for key, entry in self._kept.items() if key != mark})

    def _set(self, kept: dict[str, IgnoredFinding]) -> None:
        # A new dictionary each time: a review on another thread goes on with the one it holds.
        self._kept = kept
        rows = [{"kode": entry.code, "kata": entry.words, "pesan": entry.message} for entry in kept.values()]
        self._file.write({"keterangan": _REMARK, "diabaikan": rows})


def _mark(code: str, words: str) -> str:
    if len(words) > _MOST:
        words = f"{words[: _MOST - 20].rstrip()}… {sha256(words.encode()).hexdigest()[:12]}"
    return f"{code}: {words}" if words else code


def _words(text: str) -> str:
    return writable(" ".join(text.split()))


def _entries(raw: object) -> list[IgnoredFinding]:
    """The entries of a file; raises ``ValueError`` when it is none of ours, and passes over rows that are not sound."""
    rows = raw.get("diabaikan") if isinstance(raw, dict) else None
    if not isinstance(rows, list):
        raise ValueError("not a list of ignored findings")
    found = []
    for row in rows:
        if isinstance(row, dict):
            code, words, message = (row.get(key, "") for key in ("kode", "kata", "pesan"))
            if isinstance(code, str) and isinstance(words, str) and code:
                found.append(IgnoredFinding(code, words, message if isinstance(message, str) else ""))
    return found
