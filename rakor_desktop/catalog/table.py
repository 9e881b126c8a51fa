"""A table of the catalog: read when it is first asked for, and kept where all views of one catalog find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from rakor_desktop.catalog.catalog import Catalog

T = TypeVar("T")


class table(Generic[T]):
    """Makes a method of the catalog a table that is read once; the result lies in ``catalog._tables``."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self._name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, catalog: None, owner: type[Catalog]) -> table[T]: ...

    @overload
    def __get__(self, catalog: Catalog, owner: type[Catalog]) -> T: ...

    def __get__(self, catalog: Catalog | None, owner: type[Catalog]) -> table[T] | T:
        """The table, read now if nobody has asked for it before."""
        if catalog is None:
            return self
        tables = catalog._tables
        if self._name not in tables:
            tables[self._name] = self._read(catalog)
        found: T = tables[self._name]
        return found
