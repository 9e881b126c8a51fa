"""A plan made ready for use: which stretch of tokens is what, worked out once for every shape."""

from __future__ import annotations

from typing import Final, NamedTuple

from rakor_desktop.reading.text.drafts import Draft, Plan
from rakor_desktop.reading.text.grammar import parse
from rakor_desktop.reading.values import NOBODY, Part

_CONNECTIVE_KINDS: Final = frozenset(',;:()-/|•".EcylVvskautjJxq')
_BLANK: Final = ("connective", NOBODY)


class Span(NamedTuple):
    """Tokens ``first`` up to ``last`` (not included) and what they are; ``owner`` counts within the line."""

    first: int
    last: int
    part: Part
    owner: int


class Recipe(NamedTuple):
    """The people, the groups and all spans of a shape; spans cover every token in order.

    ``bounds`` are the first and the last token (not included) of every person.
    """

    people: tuple[Draft, ...]
    bounds: tuple[tuple[int, int], ...]
    groups: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]


class Recipes:
    """The recipes of the shapes met so far; long sentences hardly ever come twice and are not kept."""

    _LONGEST_KEPT: Final = 48
    _MOST_KEPT: Final = 20_000

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], Recipe] = {}

    def of(self, shape: str, listed: bool) -> Recipe:
        """The recipe of a shape."""
        key = (shape, listed)
        recipe = self._kept.get(key)
        if recipe is None:
            recipe = recipe_of(shape, parse(shape, listed=listed))
            if len(shape) <= self._LONGEST_KEPT and len(self._kept) < self._MOST_KEPT:
                self._kept[key] = recipe
        return recipe


def recipe_of(shape: str, plan: Plan) -> Recipe:
    """The plan with the spans that follow from it."""
    labels: list[tuple[Part, int] | None] = [None] * len(shape)
    for owner, (first, last) in enumerate(plan.groups):
        labels[first:last] = [("group", owner)] * (last - first)
    for owner, draft in enumerate(plan.people):
        for first, last, part in _parts(draft):
            labels[first:last] = [(part, owner)] * (last - first)
    bounds = tuple(
        (min(first for first, _, _ in parts), max(last for _, last, _ in parts)) for parts in map(_parts, plan.people)
    )
    return Recipe(plan.people, bounds, plan.groups, tuple(_spans(_filled(shape, labels))))


def _parts(draft: Draft) -> list[tuple[int, int, Part]]:
    ranges: list[tuple[int, int, Part]] = [(*draft.name, "name")]
    optional: tuple[tuple[tuple[int, int] | None, Part], ...] = (
        (draft.rank, "rank"),
        (draft.represented_name, "represents"),
        (draft.represents, "represents"),
        (draft.institution, "institution"),
        (draft.post, "position"),
    )
    ranges.extend((*stretch, part) for stretch, part in optional if stretch)
    ranges.extend((at, at + 1, "front") for at in draft.front)
    ranges.extend((at, at + 1, "back") for at in draft.back)
    if draft.number is not None:
        ranges.append((draft.number, draft.number + 1, "service_no"))
    return ranges


def _filled(shape: str, labels: list[tuple[Part, int] | None]) -> list[tuple[Part, int]]:
    """Every token with a label; small words between two stretches that were not understood belong to them."""
    filled: list[tuple[Part, int]] = []
    for kind, label in zip(shape, labels, strict=True):
        filled.append(label or (("connective", NOBODY) if kind in _CONNECTIVE_KINDS else ("unread", NOBODY)))
    last = -1
    for at, (part, _) in enumerate(filled):
        if part == "unread":
            if last >= 0 and all(filled[n] == _BLANK for n in range(last + 1, at)):
                filled[last + 1 : at] = [("unread", NOBODY)] * (at - last - 1)
            last = at
    return filled


def _spans(labels: list[tuple[Part, int]]) -> list[Span]:
    spans: list[Span] = []
    first = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != labels[first]:
            spans.append(Span(first, at, *labels[first]))
            first = at
    return spans
