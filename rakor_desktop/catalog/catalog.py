"""The catalog: one door to everything the program knows from files.

Each table is read when it is first asked for; the press styles again after :meth:`Catalog.renew_press`. The user's
data directory may hold the same folders: a file of the same name shadows the shipped one, a new name adds to it. A
user's broken file never stops the program: it is passed over and told in :attr:`Catalog.problems`. A broken shipped
file is a :class:`~rakor_desktop.errors.CatalogError`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from rakor_desktop import paths
from rakor_desktop.catalog import name_words, phrases, review_words
from rakor_desktop.catalog.field_words import FieldBook, field_book_of
from rakor_desktop.catalog.fonts import FontWidths, fonts_of
from rakor_desktop.catalog.name_words import NameWords
from rakor_desktop.catalog.operations import OperationTable, code_names_of, operations_of
from rakor_desktop.catalog.people import corps_of, ranks_of, titles_of
from rakor_desktop.catalog.phrases import PhraseWords
from rakor_desktop.catalog.places import PlaceTable, places_of
from rakor_desktop.catalog.posts import PostTable, acting_of, posts_of
from rakor_desktop.catalog.precedence import Precedence, precedence_of
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_file import press_style_of
from rakor_desktop.catalog.reader import DataFileError, read_text, read_toml
from rakor_desktop.catalog.review_words import ReviewWords
from rakor_desktop.catalog.spelling import SpellingRule, spelling_of
from rakor_desktop.catalog.table import table
from rakor_desktop.catalog.templates import DESCRIPTION_FILE, TemplateEntry, template_of
from rakor_desktop.domain.names import TitleTable
from rakor_desktop.domain.ranks import Rank, RankTable

T = TypeVar("T")

_SERVICES = ("polri", "pns-polri", "tni-ad", "tni-al", "tni-au", "kejaksaan", "pns")
_CORPS, _PRECEDENCE, _ACTING, _CODE_NAMES = "corps.toml", "precedence.toml", "acting.toml", "code-names.toml"
_PHRASES = "kata.toml"


@dataclass(frozen=True)
class Catalog:
    """Ranks, titles, posts, places, words of names and phrases, operations, spelling, precedence, offices, press
    styles, templates and samples.
    """

    resources: Path
    templates_root: Path
    user: Path | None = None
    _tables: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _problems: dict[str, DataFileError] = field(default_factory=dict, repr=False, compare=False)
    _tried: PressStyle | None = field(default=None, repr=False, hash=False)

    @classmethod
    def load(
        cls, resources: Path | None = None, templates: Path | None = None, user: Path | None = None
    ) -> Catalog:
        """The catalog of the shipped data, or of the folders given; ``user`` is the user's data directory."""
        return cls(resources or paths.resources_dir(), templates or paths.templates_dir(), user)

    @classmethod
    def of_user(cls) -> Catalog:
        """The catalog as the window has it: the shipped data and the user's own."""
        return cls.load(user=paths.user_data_dir())

    @property
    def problems(self) -> tuple[DataFileError, ...]:
        """The user's files that had to be passed over, among the tables read so far."""
        return tuple(self._problems.values())

    def check(self) -> tuple[DataFileError, ...]:
        """Read every table; a broken shipped file raises, the user's broken ones are returned."""
        for name in (
            "ranks",
            "titles",
            "posts",
            "phrase_words",
            "places",
            "name_words",
            "operations",
            "fonts",
            "spelling",
            "review_words",
            "field_words",
            "precedence",
            "offices",
            "press",
            "templates",
        ):
            getattr(self, name)
        for name in self.sample_names():
            self.sample_bytes(name)
        return self.problems

    @table
    def ranks(self) -> RankTable:
        """Ranks of police, armed forces, civil servants and prosecutors, with the corps of the armed
        forces.
        """
        ranks = self._gather("ranks", ".toml", ranks_of, skip=(_CORPS, _PRECEDENCE))
        corps = self._gather("ranks", ".toml", corps_of, only=_CORPS)
        return RankTable(tuple(sorted(_each(ranks), key=_rank_order)), tuple(_each(corps)))

    @table
    def titles(self) -> TitleTable:
        """Academic, religious and customary titles."""
        return TitleTable(tuple(_each(self._gather("titles", ".toml", titles_of))))

    @table
    def posts(self) -> PostTable:
        """Posts of every institution, and the prefixes for posts held for a time."""
        posts = self._gather("posts", ".toml", posts_of, skip=(_ACTING, _PHRASES))
        acting = self._gather("posts", ".toml", acting_of, only=_ACTING)
        return PostTable(tuple(sorted(_each(posts), key=lambda post: post.order)), tuple(_each(acting)))

    @table
    def phrase_words(self) -> PhraseWords:
        """Words by which posts, institutions and groups are recognised, and their standard spelling."""
        return phrases.joined(tuple(self._gather("posts", ".toml", phrases.phrases_of, only=_PHRASES).values()))

    @table
    def places(self) -> PlaceTable:
        """Provinces, kabupaten and kota with their short forms, and areas of police and armed forces."""
        return PlaceTable(tuple(_each(self._gather("places", ".toml", places_of))))

    @table
    def name_words(self) -> NameWords:
        """Words that commonly are parts of personal names."""
        return name_words.joined(self._gather("people-names", ".toml", name_words.name_words_of).values())

    @table
    def operations(self) -> OperationTable:
        """Police operations and the code names of the regional forces."""
        operations = self._gather("operations", ".toml", operations_of, skip=(_CODE_NAMES,))
        code_names = self._gather("operations", ".toml", code_names_of, only=_CODE_NAMES)
        return OperationTable(tuple(_each(operations)), tuple(_each(code_names)))

    @table
    def fonts(self) -> FontWidths:
        """Widths of letters, to measure the lines of a letterhead."""
        files = self._gather("fonts", ".toml", fonts_of).values()
        return FontWidths({font: widths for file in files for font, widths in file.items()})

    @table
    def spelling(self) -> tuple[SpellingRule, ...]:
        """Spelling rules, longest wrong form first; where files disagree the last (the user's) counts."""
        rules = {rule.wrong: rule for rule in _each(self._gather("spelling", ".tsv", spelling_of))}
        return tuple(sorted(rules.values(), key=lambda rule: (-len(rule.wrong), rule.wrong)))

    @table
    def review_words(self) -> ReviewWords:
        """Patterns of faults, lists of words and questions by which running text is reviewed."""
        return review_words.joined(tuple(self._gather("review", ".toml", review_words.review_words_of).values()))

    @table
    def field_words(self) -> FieldBook:
        """What the fields and filters of templates mean; the program's own words, which no user's file changes."""
        return field_book_of(self.resources / "fields")

    @table
    def precedence(self) -> Mapping[str, Precedence]:
        """Orders of precedence by scope: ``kabupaten-kota`` and ``provinsi``."""
        found = self._gather("ranks", ".toml", precedence_of, only=_PRECEDENCE)
        return MappingProxyType({name: scope for part in found.values() for name, scope in part.items()})

    @table
    def offices(self) -> Mapping[str, Mapping[str, Any]]:
        """Office presets as they stand in ``offices/<name>.toml``, by name."""
        return MappingProxyType(self._gather("offices", ".toml", _raw))

    @property
    def press(self) -> Mapping[str, PressStyle]:
        """Press styles of ``press/<name>.toml``, by name; the one that is being tried out as it stands."""
        styles, tried = self._press, self._tried
        return styles if tried is None else MappingProxyType({**styles, tried.name: tried})

    @table
    def _press(self) -> Mapping[str, PressStyle]:
        return MappingProxyType(self._gather("press", ".toml", press_style_of))

    def with_press(self, style: PressStyle) -> Catalog:
        """The same catalog with one press style added or replaced, to try it out: all tables are shared, none read."""
        return replace(self, _tried=style)

    def renew_press(self) -> None:
        """Read the press styles again when they are next asked for: a file was written, changed or deleted.

        Every other table stays as it is, and what was prepared from it stays right.
        """
        self._tables.pop("_press", None)
        for file in [file for file in self._problems if Path(file).parent == self.own_press_folder]:
            del self._problems[file]

    def renew_templates(self) -> None:
        """Read the list of templates again when it is next asked for: one was added, renamed or taken away."""
        self._tables.pop("templates", None)
        own = self.user / "templates" if self.user else None
        for file in [file for file in self._problems if own is not None and own in Path(file).parents]:
            del self._problems[file]

    @property
    def own_press_folder(self) -> Path | None:
        """Where the user's own press styles lie, whether or not it is there yet; ``None`` without a user's folder."""
        return self.user / "resources" / "press" if self.user else None

    @table
    def templates(self) -> tuple[TemplateEntry, ...]:
        """Every template, by document and name; the user's own shadow shipped ones of the same name."""
        found = {
            entry.key: entry
            for folder in _template_folders(self.templates_root)
            for entry in [_shipped(folder)]
        }
        for folder in _template_folders(self.user / "templates") if self.user else ():
            entry = self._tolerated(
                folder / DESCRIPTION_FILE, lambda file: template_of(file.parent, own=True)
            )
            if entry is not None:
                found[entry.key] = entry
        return tuple(found[key] for key in sorted(found))

    def templates_for(self, document: str) -> tuple[TemplateEntry, ...]:
        """The templates of one document, ``notula`` for instance."""
        return tuple(entry for entry in self.templates if entry.document == document)

    def template(self, key: str) -> TemplateEntry | None:
        """The template ``document/name``."""
        return next((entry for entry in self.templates if entry.key == key), None)

    def sample_names(self) -> tuple[str, ...]:
        """The names of the sample meetings."""
        return tuple(sorted(self._files("samples", ".json")))

    def sample_bytes(self, name: str) -> bytes:
        """A sample meeting as JSON; an unknown name or text that is not JSON raises a catalog error."""
        file = self._files("samples", ".json").get(name)
        if file is None:
            known = ", ".join(self.sample_names()) or "belum ada"
            raise DataFileError(
                self.resources / "samples" / f"{name}.json",
                "",
                "contoh itu tidak ada",
                f"Contoh yang ada: {known}.",
            )
        text = read_text(file)
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            raise DataFileError(
                file,
                f"baris {error.lineno}",
                "tata tulis JSON salah",
                "Perbaiki baris itu atau hapus berkasnya.",
            ) from error
        return text.encode()

    def _files(self, folder: str, suffix: str) -> dict[str, Path]:
        """Files by name without suffix, the user's over the shipped."""
        found = _listed(self.resources / folder, suffix)
        return {**found, **self._own_files(folder, suffix)}

    def _own_files(self, folder: str, suffix: str) -> dict[str, Path]:
        return _listed(self.user / "resources" / folder, suffix) if self.user else {}

    def _gather(
        self,
        folder: str,
        suffix: str,
        read: Callable[[Path], T],
        *,
        skip: tuple[str, ...] = (),
        only: str = "",
    ) -> dict[str, T]:
        """Every file of a folder read, by name; the user's file takes the shipped one's place when it is
        sound.
        """

        def wanted(file: Path) -> bool:
            return file.name == only if only else file.name not in skip

        found: dict[str, T] = {}
        own = {name: file for name, file in self._own_files(folder, suffix).items() if wanted(file)}
        shipped = {
            name: file for name, file in _listed(self.resources / folder, suffix).items() if wanted(file)
        }
        for name in [*shipped, *(name for name in own if name not in shipped)]:
            value = self._tolerated(own[name], read) if name in own else None
            if value is None and name in shipped:
                value = read(shipped[name])
            if value is not None:
                found[name] = value
        return found

    def _tolerated(self, file: Path, read: Callable[[Path], T]) -> T | None:
        """The user's file, or ``None`` and a problem told."""
        try:
            return read(file)
        except DataFileError as error:
            self._problems[str(file)] = error
            return None


def _listed(folder: Path, suffix: str) -> dict[str, Path]:
    return {file.stem: file for file in sorted(folder.glob(f"*{suffix}"))} if folder.is_dir() else {}


def _each(parts: Mapping[str, Iterable[T]]) -> Iterable[T]:
    return (item for part in parts.values() for item in part)


def _rank_order(rank: Rank) -> tuple[int, int]:
    return (_SERVICES.index(rank.service) if rank.service in _SERVICES else len(_SERVICES)), rank.level


def _raw(file: Path) -> Mapping[str, Any]:
    return MappingProxyType(dict(read_toml(file).data))


def _shipped(folder: Path) -> TemplateEntry:
    return template_of(folder, own=False)


def _template_folders(root: Path) -> list[Path]:
    return sorted(file.parent for file in root.glob(f"*/*/{DESCRIPTION_FILE}")) if root.is_dir() else []
