"""What compiled templates call while they fill: careful reading of values, each error told with its place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from rakor_desktop.word.blocks import Property, Site
from rakor_desktop.word.expressions import LOOP_FIELDS
from rakor_desktop.word.faults import Fault, TemplateError, nearest
from rakor_desktop.word.pictures import PictureInk, Placed, is_picture
from rakor_desktop.word.values import Ink, UnprintableError, escape

FAILURES = (AttributeError, TypeError, LookupError, ValueError, ArithmeticError, UnprintableError)
"""What the quick translation may stumble over; the careful one then tells why, or succeeds."""

LONG = 20_000
"""Characters; longer texts are weighed before they are written, as a template could repeat them without end."""

LONGEST_PROPERTY = 255
"""Word refuses document properties that are longer (characters)."""

_W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?\Z")


def _stop(code: str, site: Site, message: str, remedy: str = "") -> TemplateError:
    return TemplateError(Fault(code, site.place, message, remedy))


def field_names(value: object) -> list[str]:
    """Return the names a template may read from this value."""
    if isinstance(value, Mapping):
        return [str(name) for name in value]
    if dataclasses.is_dataclass(value):
        kind = value if isinstance(value, type) else type(value)
        return [each.name for each in dataclasses.fields(value)] + [
            name for name in dir(kind) if isinstance(getattr(kind, name, None), property)
        ]
    return []


def attribute(value: object, name: str, site: Site) -> object:
    """Return a field of a mapping or object; of None it is None, as an optional part prints nothing."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        if name in value:
            return value[name]
    elif isinstance(value, date):
        if name in ("year", "month", "day"):
            return getattr(value, name)
    elif type(value).__module__ != "builtins" and not isinstance(value, (str, int, tuple)):
        try:
            found: object = getattr(value, name)
        except AttributeError:
            found = attribute
        if not callable(found):
            return found
    raise _stop("unknown_name", site, f'isian "{site.source}" tidak dikenal', nearest(name, field_names(value)))


def not_of_loop(site: Site) -> object:
    """Refuse what ``loop`` does not tell: itself, or a misspelt property."""
    raise _stop("unknown_name", site, f'isian "{site.source}" tidak dikenal', nearest("loop", LOOP_FIELDS))


def item(value: object, key: str | int, site: Site) -> object:
    """Return an element by position, or a field by name."""
    if isinstance(key, str):
        return attribute(value, key, site)
    if value is None:
        return None
    if isinstance(value, (tuple, list)) and -len(value) <= key < len(value):
        found: object = value[key]
        return found
    raise _stop("no_item", site, f'isian "{site.source}" tidak ada', "daftarnya lebih pendek; pakai {% for %}")


def sequence(value: object, site: Site) -> Sequence[object]:
    """Return a list to repeat over; None counts as empty."""
    if value is None:
        return ()
    if isinstance(value, (tuple, list)):
        return value
    raise _stop("not_a_list", site, f'"{site.source}" bukan daftar sehingga tidak dapat diulang', "periksa isiannya")


def printed(ink: Ink, value: object, site: Site) -> str:
    """Return the printed form; TemplateError with place instead of UnprintableError."""
    try:
        form = ink[value]
    except UnprintableError as error:
        raise _stop(
            "unprintable", site, f'isian "{site.source}" tidak dapat dicetak: {error.message}', error.remedy
        ) from error
    except TypeError:  # unhashable: a list or a mapping
        try:
            return ink.form_of_other(value)
        except UnprintableError as error:
            raise _stop(
                "unprintable",
                site,
                f'isian "{site.source}" tidak dapat dicetak: {error.message}',
                error.remedy,
            ) from error
    if len(form) > LONG:
        ink.weigh(len(form), site.place)
    return form


def picture(ink: PictureInk, value: object, width: int, height: int, site: Site) -> Placed | None:
    """Place a picture into a placeholder's box (EMU); None stays None and the placeholder is left out."""
    if value is None:
        return None
    if not is_picture(value):
        raise _stop("not_a_picture", site, f'isian "{site.source}" bukan gambar', "pilih isian gambar")
    try:
        return ink.place(value, width, height)
    except UnprintableError as error:
        raise _stop("bad_picture", site, f'gambar "{site.source}": {error.message}', error.remedy) from error


def call(site: Site, function: Callable[..., object], *values: object, **named: object) -> object:
    """Run a filter; what it refuses is told with the filter's name (``site.source``)."""
    try:
        return function(*values, **named)
    except FAILURES as error:
        raise _stop(
            "filter_failed", site, f'filter "{site.source}" tidak dapat dipakai untuk isian ini', str(error)
        ) from error


def compared(comparison: Callable[[], bool], site: Site) -> bool:
    """Compare; values that have no order are a located error."""
    try:
        return comparison()
    except TypeError as error:
        raise _stop(
            "incomparable",
            site,
            f'perbandingan pada "{site.source}" tidak dapat dilakukan',
            "bandingkan sesama jenis",
        ) from error


def span(value: object, factor: int, site: Site) -> str:
    """Return a cell's width in columns, 1 to 63 (Word's limit)."""
    text = value if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    number = int(text) * factor if str(text).isdecimal() else 0
    if 1 <= number <= 63:
        return str(number)
    raise _stop("bad_span", site, f'lebar sel "{site.source}" bukan bilangan 1 sampai 63', "periksa isiannya")


def colour(value: object, site: Site) -> str:
    """Return a colour as six hexadecimal digits."""
    text = str(value).lstrip("#")
    if re.fullmatch("[0-9A-Fa-f]{6}", text):
        return text
    raise _stop("bad_colour", site, f'warna "{site.source}" bukan enam angka heksadesimal', "tulis seperti D9D9D9")


def settle_property(out: list[str], start: int, node: Property) -> None:
    """Replace what was written since ``start`` by a document property Word accepts."""
    content = "".join(out[start:])
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        content = content.replace(entity, char)
    content = content.strip()
    if node.is_date and not content:
        del out[start:]
        return
    if node.is_date and not _W3C_DATE.match(content):
        raise _stop(
            "bad_date",
            node.site,
            f'tanggal "{content[:40]}" tidak berbentuk 2026-01-31T09:00:00Z',
            "perbaiki",
        )
    out[start:] = [node.opening, escape(content[:LONGEST_PROPERTY]), node.closing]
