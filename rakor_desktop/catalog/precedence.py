"""Order of precedence among office holders, as Law 9/2010 on protocol sets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rakor_desktop.catalog.posts import post_key
from rakor_desktop.catalog.reader import DataFileError, read_toml


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the posts that share it, and the beginnings by which a typed post is recognised."""

    posts: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Precedence:
    """The steps of one scope (``kabupaten-kota``, ``provinsi``), the highest first. Posts of one step are
    equals.
    """

    scope: str
    title: str
    steps: tuple[Step, ...]
    source: str = ""
    note: str = ""

    def step_of(self, post: str) -> int | None:
        """The step of a typed post, 1 the highest; ``None`` for posts the law does not place. Longest match
        wins.
        """
        typed = f"{' '.join(post.replace('.', ' ').split()).casefold()} "
        best: tuple[int, int] | None = None
        for number, step in enumerate(self.steps, start=1):
            for key in step.keys:
                if typed.startswith(f"{key} ") and (best is None or len(key) > best[0]):
                    best = len(key), number
        return best[1] if best else None


def precedence_of(file: Path) -> dict[str, Precedence]:
    """Every scope of a file by its name."""
    top = read_toml(file)
    scopes: dict[str, Precedence] = {}
    for scope in top.tables("lingkup"):
        steps = []
        for entry in scope.tables("urutan"):
            posts = entry.texts("jabatan", None)
            keys = tuple(key.casefold() for key in entry.texts("kunci"))
            entry.done()
            steps.append(Step(posts, keys))
        name = scope.text("nama")
        scopes[name] = Precedence(
            name,
            scope.text("judul"),
            tuple(steps),
            "; ".join(scope.texts("sumber")),
            scope.text("catatan", ""),
        )
        scope.done()
        _one_step_each(file, scopes[name])
    top.done()
    return scopes


def _one_step_each(file: Path, scope: Precedence) -> None:
    seen: dict[str, int] = {}
    for number, step in enumerate(scope.steps, start=1):
        for key in step.keys:
            if seen.setdefault(post_key(key), number) != number:
                raise DataFileError(
                    file,
                    f"lingkup {scope.scope}",
                    f'kunci "{key}" ada di dua urutan',
                    "Sisakan di satu urutan.",
                )
