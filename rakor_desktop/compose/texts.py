"""Going through every text of a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

V = TypeVar("V")


def with_texts(value: V, change: Callable[[str], str]) -> V:
    """A view-model with every text in it changed, through tuples and what lies in it; all else stays."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(with_texts(one, change) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {f.name: with_texts(getattr(value, f.name), change) for f in fields(value)}
        return replace(value, **changes)
    return value
