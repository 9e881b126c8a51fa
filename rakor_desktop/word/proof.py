"""Proving that a filled part is well-formed without reading every repeated row anew.

A part is cut at every text the engine filled in. What stands between two such texts is markup, and in a long list
it is nearly always the same. Whether a stretch of markup is well-formed depends on nothing but the elements open
where it begins (there is no document type, so no entities or defaults of its own). So each pair of place and stretch
is read by expat once, and remembered with the place it leads to; the texts themselves are all read by expat. What
cannot be proved this way is not refused: the caller then has expat read the whole part.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

FILLED = b'<w:t xml:space="preserve">'
"""The tag before every text that the engine fills in."""

_BUDGET = 2_000_000
_STRETCH_COST = 500
_ENOUGH = 10_000


class UnprovedError(Exception):
    """The part is not well-formed, or not of the usual kind; only reading all of it tells."""


class Place(dict[bytes, "Place"]):
    """The open elements behind a filled-in tag, and the places that stretches of markup lead to from here."""

    __slots__ = ("_proofs", "path")

    def __init__(self, proofs: Proofs, path: tuple[str, ...]) -> None:
        """``path`` is empty at a part's beginning only."""
        super().__init__()
        self._proofs = proofs
        self.path = path

    def __missing__(self, stretch: bytes) -> Place:
        """Prove a stretch not met here before."""
        return self._proofs.prove(self, stretch)


class Proofs:
    """What is proved so far. Only grows, up to about 2 MB, and always gives the same answers, from any thread."""

    def __init__(self) -> None:
        """Start without any."""
        self._places: dict[tuple[str, ...], Place] = {}
        self._left = _BUDGET
        self._start = Place(self, ())

    def texts(self, chunks: Iterable[bytes]) -> list[str]:
        """Read a part and return its filled-in texts, one a line, still escaped.

        Raises:
            UnprovedError: see there.
        """
        place = self._start
        texts: list[str] = []
        reader = expat.ParserCreate("utf-8")
        rest, opened, unread = b"", False, b"<t>"
        try:
            for chunk in chunks:
                stretches = (rest + chunk if rest else chunk).split(FILLED)
                rest = stretches.pop()
                if not stretches:
                    continue
                if not opened:
                    place, opened = place[stretches.pop(0)], True
                    if not stretches:
                        continue
                pieces = [stretch.partition(b"<") for stretch in stretches]
                for _, _, markup in pieces:
                    place = place[markup]
                joined = b"\n".join([text for text, _, _ in pieces])
                if len(unread) > _ENOUGH:
                    reader.Parse(unread, False)
                    unread = b""
                unread += joined + b"\n"
                texts.append(joined.decode("utf-8"))
            text, _, markup = rest.partition(b"<") if opened else (b"", b"", rest)
            reader.Parse(unread + text + b"</t>", True)
            texts.append(text.decode("utf-8"))
            place[markup + _END]
        except (expat.ExpatError, UnicodeDecodeError) as error:
            raise UnprovedError from error
        return texts

    def prove(self, place: Place, stretch: bytes) -> Place:
        """Have expat read a stretch (and the tag behind it) where these elements are open."""
        path = list(place.path)
        parser = expat.ParserCreate("utf-8")
        if path:
            parser.Parse("".join(f"<{name}>" for name in path), False)
            parser.Parse(b"<", False)
        parser.XmlDeclHandler = _check_declaration
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = lambda name, _: path.append(name)
        parser.EndElementHandler = lambda _: path.pop()
        if stretch.endswith(_END):
            parser.Parse(stretch[: -len(_END)], True)
        else:
            parser.Parse(stretch, False)
            parser.Parse(FILLED, False)
            # Closing everything fails when the stretch ends within a comment, an attribute or the like.
            after = tuple(path)
            parser.Parse("".join(f"</{name}>" for name in reversed(after)), True)
            path = list(after)
        found = self._places.setdefault(tuple(path), Place(self, tuple(path)))
        cost = len(stretch) + _STRETCH_COST
        if cost <= self._left:
            self._left -= cost
            place[stretch] = found
        return found


_END = b"\xff"  # no byte of UTF-8: marks the last stretch of a part


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() != "utf-8":
        raise UnprovedError


def _refuse_doctype(*_: object) -> None:
    raise UnprovedError
