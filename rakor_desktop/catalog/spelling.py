"""The spelling table: words and phrases that releases often get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from rakor_desktop.catalog.reader import DataFileError, read_rows

SpellingMode = Literal["auto", "ask", "style", "keep"]
"""``auto``: surely wrong, one click mends all; ``ask``: depends on context; ``style``: a matter of house
style; ``keep``: right as it is, listed so that no other rule touches it."""

_COLUMNS: Final = ("salah", "benar", "cara", "catatan", "sumber")
_MODES: Final[dict[str, SpellingMode]] = {
    "otomatis": "auto",
    "tanya": "ask",
    "gaya": "style",
    "tetap": "keep",
}


@dataclass(frozen=True, slots=True)
class SpellingRule:
    """A wrong form and what stands for it. Rules match whole words; longer wrong forms go before shorter
    ones.
    """

    wrong: str
    right: str
    mode: SpellingMode
    note: str = ""
    source: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def case_matters(self) -> bool:
        """Whether only the case is wrong (``Wib``): then the wrong form matches exactly as written."""
        return self.mode != "keep" and self.wrong.casefold() == self.right.casefold()

    @property
    def adds_stop(self) -> bool:
        """Whether the remedy is a closing stop (``dll`` to ``dll.``): no fault where a stop already
        follows.
        """
        return self.right == f"{self.wrong}."


def spelling_of(file: Path) -> tuple[SpellingRule, ...]:
    """The rules of one file; other remedies of a rule follow the first behind a ``|``."""
    rules: dict[str, SpellingRule] = {}
    for place, row in read_rows(file, _COLUMNS):
        wrong, (right, *others) = row["salah"], row["benar"].split("|")
        if not wrong or not right.strip():
            raise DataFileError(file, place, "bentuk salah atau benar masih kosong", "Isi keduanya.")
        if row["cara"] not in _MODES:
            raise DataFileError(
                file, place, f'cara "{row["cara"]}" tidak dikenal', f"Pilih: {', '.join(_MODES)}."
            )
        mode = _MODES[row["cara"]]
        if (wrong == right.strip()) != (mode == "keep"):
            raise DataFileError(
                file, place, "bentuk salah dan benar sama", "Ubah salah satunya, atau tulis tetap."
            )
        if wrong in rules:
            raise DataFileError(file, place, f'"{wrong}" tercatat dua kali', "Hapus salah satunya.")
        rules[wrong] = SpellingRule(
            wrong,
            right.strip(),
            mode,
            row["catatan"],
            row["sumber"],
            tuple(other.strip() for other in others),
        )
    return tuple(rules.values())
