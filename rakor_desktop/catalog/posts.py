"""Posts (jabatan): full names and abbreviations, found in what people type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rakor_desktop.catalog.reader import Fields, read_toml

_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Post:
    """A post of an institution. ``collective`` posts are bodies (PJU, Forkopimda), not one person's office.

    ``order`` places the institution among others of which the same words may be a post; the lowest is meant
    first.
    """

    full: str
    abbr: str
    institution: str
    unit: str = ""
    typical_ranks: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    confidence: str = ""
    variants: tuple[str, ...] = ()
    collective: bool = False
    order: int = 50


@dataclass(frozen=True, slots=True)
class ActingPrefix:
    """The word before a post that is held for a time: ``Plt.``, pelaksana tugas."""

    short: str
    full: str
    variants: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PostMatch:
    """A post a text begins with, the acting prefix before it, and what follows: the unit's name."""

    post: Post
    acting: ActingPrefix | None = None
    rest: str = ""


@dataclass(frozen=True)
class PostTable:
    """All posts and acting prefixes."""

    posts: tuple[Post, ...]
    acting: tuple[ActingPrefix, ...] = ()

    def find(self, text: str) -> Post | None:
        """The post whose abbreviation, full name or variant the text is; the first institution's when several
        are.
        """
        found = self._index.get(post_key(text))
        return found[0] if found else None

    def all(self, text: str) -> tuple[Post, ...]:
        """Every post the text names: ``Kasi Intel`` exists in more than one institution."""
        return self._index.get(post_key(text), ())

    def leading(self, text: str) -> PostMatch | None:
        """The post a text begins with: ``Plh. Kapolres Pasaman Barat`` gives Plh., Kapolres and ``Pasaman
        Barat``.
        """
        words = text.split()
        acting = self._acting.get(_acting_key(words[0])) if len(words) > 1 else None
        if acting:
            words = words[1:]
        for count in range(min(len(words), _MOST_WORDS), 0, -1):
            post = self.find(" ".join(words[:count]))
            if post is not None:
                return PostMatch(post, acting, " ".join(words[count:]).lstrip(",- "))
        return None

    def suggestions(self, prefix: str, limit: int = 8) -> tuple[Post, ...]:
        """Posts whose abbreviation, full name or variant begins with what was typed."""
        key = post_key(prefix)
        found: dict[Post, None] = {}
        if key:
            for form, posts in self._index.items():
                if form.startswith(key):
                    found.update(dict.fromkeys(posts))
        return tuple(found)[:limit]

    @cached_property
    def unit_names(self) -> frozenset[str]:
        """The units named by one word: ``Dishub``, ``Polres``, ``Desa``."""
        return frozenset(post.unit for post in self.posts if post.unit and " " not in post.unit)

    @cached_property
    def _index(self) -> dict[str, tuple[Post, ...]]:
        index: dict[str, dict[Post, None]] = {}
        for post in self.posts:
            for form in (post.abbr, post.full, *post.variants):
                index.setdefault(post_key(form), {}).setdefault(post)
        return {form: tuple(posts) for form, posts in index.items()}

    @cached_property
    def _acting(self) -> dict[str, ActingPrefix]:
        return {_acting_key(form): one for one in self.acting for form in (one.short, *one.variants)}


def post_key(text: str) -> str:
    """The text as posts are compared: without case, stops and blanks (``Kasat Lantas`` is
    ``Kasatlantas``).
    """
    return "".join(text.replace(".", " ").split()).casefold()


def _acting_key(text: str) -> str:
    return text.strip(" .").casefold()


def posts_of(file: Path) -> tuple[Post, ...]:
    """The posts of one institution's file."""
    top = read_toml(file)
    institution = top.text("lembaga")
    sources, confidence = top.texts("sumber"), top.text("keyakinan", "")
    top.text("catatan", "")
    order = top.integer("urutan", 50)
    posts = tuple(
        _post(entry, institution, "; ".join(sources), confidence, order) for entry in top.tables("jabatan")
    )
    top.done()
    return posts


def _post(entry: Fields, institution: str, source: str, confidence: str, order: int) -> Post:
    post = Post(
        full=entry.text("lengkap"),
        abbr=entry.text("singkat"),
        institution=institution,
        unit=entry.text("satuan", ""),
        typical_ranks=entry.texts("pangkat"),
        note=entry.text("catatan", ""),
        source="; ".join(entry.texts("sumber")) or source,
        confidence=entry.text("keyakinan", confidence),
        variants=entry.texts("ragam"),
        collective=entry.flag("kolektif"),
        order=order,
    )
    entry.done()
    return post


def acting_of(file: Path) -> tuple[ActingPrefix, ...]:
    """The acting prefixes of one file."""
    top = read_toml(file)
    top.texts("sumber")
    top.text("keyakinan", "")
    found = []
    for entry in top.tables("awalan"):
        found.append(
            ActingPrefix(
                entry.text("singkat"), entry.text("lengkap"), entry.texts("ragam"), entry.text("catatan", "")
            )
        )
        entry.done()
    top.done()
    return tuple(found)
