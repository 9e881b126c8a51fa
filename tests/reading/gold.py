"""What a careful person would confirm for a text: the gold a reading is measured by, and how spellings compare.

A gold file names its source in ``tests/data``; a case file carries many short texts. Fields of a person: ``rank``,
``front`` and ``back`` (titles joined by ", "), ``name`` as the source writes it, ``post`` (post and institution
together), ``represents``, ``no`` (service number, compared only where given). ``rank``, ``name``, ``front``, ``back``,
``post`` and ``represents`` may be a list: any of its members is right, the first is what a person would rather see.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = HERE.parent / "data"


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """One person present; every field is its acceptable values, the preferred one first.

    ``optional``: named in passing (quoted, absent); to read them is no error and to leave them out neither.
    """

    name: tuple[str, ...]
    rank: tuple[str, ...] = ("",)
    front: tuple[str, ...] = ("",)
    back: tuple[str, ...] = ("",)
    post: tuple[str, ...] = ("",)
    represents: tuple[str, ...] = ("",)
    no: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and who is in it. ``groups`` are circles, institutions and invited offices that are not a person."""

    label: str
    text: str
    people: tuple[GoldPerson, ...]
    groups: tuple[str, ...] = ()


def gold_files() -> tuple[Path, ...]:
    """The gold of whole articles and notes."""
    return tuple(sorted((HERE / "gold").glob("*.toml")))


def case_files() -> tuple[Path, ...]:
    """The files of short cases and of whole messages."""
    return tuple(sorted((HERE / "cases").glob("*.toml")))


def load(path: Path) -> tuple[Gold, ...]:
    """Every gold text of a file, whichever of the two kinds it is."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if "source" in data:
        source = Path(data["source"])
        source = source if source.is_absolute() else SOURCES / source
        return (_gold(path.stem, source.read_text(encoding="utf-8"), data),)
    return tuple(_gold(f"{path.stem}:{number}", case["text"], case) for number, case in enumerate(data["case"], 1))


def _gold(label: str, text: str, data: dict[str, Any]) -> Gold:
    return Gold(label, text, tuple(_person(person) for person in data.get("people", ())), tuple(data.get("groups", ())))


def _person(data: dict[str, Any]) -> GoldPerson:
    fields = dict(data)
    no, optional = fields.pop("no", ""), fields.pop("optional", False)
    several = {key: tuple(value) if isinstance(value, list) else (value,) for key, value in fields.items()}
    return GoldPerson(**several, no=no, optional=optional)


def words(text: str) -> list[str]:
    """A text's words, folded: no case, no punctuation, no blanks."""
    return re.findall(r"\w+", text.casefold().replace("'", "").replace("’", "").replace("`", ""))


def fold(text: str) -> str:
    """A text without case, punctuation and blanks."""
    return "".join(words(text))


@lru_cache(maxsize=1)
def _same_posts() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = tomllib.loads((HERE / "spellings.toml").read_text(encoding="utf-8"))["posts"]
    pairs = [(tuple(words(other)), tuple(words(row[0]))) for row in rows for other in row[1:]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _same_titles() -> dict[str, str]:
    rows = tomllib.loads((HERE / "spellings.toml").read_text(encoding="utf-8"))["titles"]
    return {fold(other): fold(row[0]) for row in rows for other in row[1:]}


def fold_post(text: str) -> list[str]:
    """A post's words with every known spelling of the same post made one, and no run of words said twice."""
    found, out, at = words(text), list[str](), 0
    while at < len(found):
        for spelled, standard in _same_posts():
            if tuple(found[at : at + len(spelled)]) == spelled:
                out.extend(standard)
                at += len(spelled)
                break
        else:
            out.append(found[at])
            at += 1
    return _said_once(out)


def _said_once(said: list[str]) -> list[str]:
    for length in range(len(said) // 2, 0, -1):
        for at in range(len(said) - 2 * length + 1):
            run = said[at : at + length]
            if run == said[at + length : at + 2 * length] and any(len(word) > 1 for word in run):
                return _said_once(said[:at] + said[at + length :])
    return said


def fold_rank(text: str) -> str:
    """A rank without case, punctuation and blanks; "Polisi" and "Pol." are one."""
    return fold(re.sub(r"(?i)\bpolisi\b", "pol", text))


def fold_titles(titles: tuple[str, ...]) -> list[str]:
    """Titles without punctuation and case, in order; "dr." (physician) stays apart from "Dr."."""
    folded = ("dr(dokter)" if title.strip(". ") == "dr" else fold(title) for title in titles if title.strip())
    return [_same_titles().get(title, title) for title in folded]
