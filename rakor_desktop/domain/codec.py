"""The saved form: JSON <-> :class:`Bundle`, with upgrades of old forms and errors that name the field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from rakor_desktop.domain.meeting import SCHEMA, Bundle, Meeting
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import BundleError

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest saved form that is read: a hundred times a large meeting."""

Raw = dict[str, Any]
T = TypeVar("T")

UPGRADES: dict[int, Callable[[Raw], Raw]] = {}
"""One function per step: ``UPGRADES[n]`` turns the raw form of schema n into that of n + 1."""


def encode(bundle: Bundle) -> bytes:
    """The saved form, compact UTF-8 JSON of the current schema.

    Half characters (lone surrogates), which no file can hold, become U+FFFD: everything else is kept.
    """
    try:
        return msgspec.json.encode(bundle)
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(bundle)))


def _whole(raw: Any) -> Any:
    if isinstance(raw, str):
        return raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(raw, dict):
        return {_whole(key): _whole(value) for key, value in raw.items()}
    return [_whole(value) for value in raw] if isinstance(raw, list | tuple) else raw


def encode_readable(bundle: Bundle) -> bytes:
    """The saved form with line breaks and indentation, for people and for version control."""
    return msgspec.json.format(encode(bundle), indent=2) + b"\n"


def decode(data: bytes) -> Bundle:
    """Read a saved form of this or an older schema.

    Raises :class:`BundleError` with one Indonesian line that names the field or the place.
    """
    if len(data) > LARGEST:
        size, limit = len(data) // 1_000_000, LARGEST // 1_000_000
        raise BundleError(
            "too_large",
            f"Berkas rapat berukuran {size} MB, batasnya {limit} MB: pastikan yang dibuka memang berkas rapat.",
        )
    bundle = _converted(_upgraded(_object(data)), Bundle)
    return replace(bundle, schema=SCHEMA, meeting=_with_ids(bundle.meeting))


def decode_office(data: bytes) -> Office:
    """Read an office profile: the office object alone, or a whole saved form (then its office)."""
    raw = _object(data)
    return decode(data).office if "meeting" in raw or "office" in raw else _converted(raw, Office)


def _converted(raw: Raw, kind: type[T]) -> T:
    for place, name in _unknown_fields(raw, kind, ""):
        raise BundleError(
            "unknown_field",
            f'Isian "{_join(place, name)}" tidak dikenal: periksa ejaannya atau hapus isian itu.',
            field=_join(place, name),
        )
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise _wrong_value(str(error)) from error


def schema() -> Raw:
    """The JSON Schema of the saved form."""
    return msgspec.json.schema(Bundle)


def _object(data: bytes) -> Raw:
    try:
        raw = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(data) from error
    if not isinstance(raw, dict):
        raise BundleError("not_a_meeting", "Berkas ini bukan berkas rapat: isinya harus berupa objek JSON.")
    return raw


def _unreadable(data: bytes) -> BundleError:
    """Say where the text breaks; the standard library's parser knows lines, and accepts surrogates."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return BundleError(
            "not_utf8",
            f"Berkas rapat bukan teks UTF-8 (bita ke-{error.start + 1}): simpan ulang sebagai UTF-8.",
        )
    try:
        raw = json.loads(text, parse_constant=_refuse_constant)
    except _NotANumberError as error:
        return BundleError(
            "not_a_number", f"Berkas rapat memuat {error}, yang bukan bilangan: ganti dengan bilangan biasa."
        )
    except json.JSONDecodeError as error:
        return BundleError(
            "broken_json",
            f"Berkas rapat rusak di baris {error.lineno} kolom {error.colno}: JSON-nya tidak lengkap atau salah tanda.",
            line=error.lineno,
        )
    except RecursionError:
        return BundleError("broken_json", "Berkas rapat rusak: isinya bersarang terlalu dalam.")
    place = next(_surrogates(raw, ""), "")
    return BundleError(
        "lone_surrogate",
        f'Isian "{place}" memuat separuh karakter (surrogate) yang tidak dapat disimpan: ketik ulang isian itu.',
        field=place,
    )


class _NotANumberError(ValueError):
    """NaN or Infinity stood where JSON allows only numbers."""


def _refuse_constant(name: str) -> None:
    raise _NotANumberError(name)


def _surrogates(raw: Any, place: str) -> Iterator[str]:
    if isinstance(raw, str):
        if any("\ud800" <= c <= "\udfff" for c in raw):
            yield place
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield from _surrogates(key, place)
            yield from _surrogates(value, _join(place, key))
    elif isinstance(raw, list):
        for i, value in enumerate(raw):
            yield from _surrogates(value, f"{place}[{i}]")


def _upgraded(raw: Raw) -> Raw:
    version = raw.get("schema", SCHEMA)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BundleError(
            "wrong_type", 'Isian "schema" harus berupa bilangan bulat mulai dari 1.', field="schema"
        )
    if version > SCHEMA:
        raise BundleError(
            "newer_schema",
            f'Isian "schema" bernilai {version}, program ini mengenal sampai {SCHEMA}: '
            "perbarui Rakor Desktop untuk membuka berkas ini.",
            field="schema",
        )
    for step in range(version, SCHEMA):
        raw = UPGRADES[step](raw)
    _complete_clocks(raw)
    return raw


_SHORT_CLOCK = re.compile(r"\d\d:\d\d")


def _complete_clocks(raw: Raw) -> None:
    """Accept "09:00" beside "09:00:00": people and other programs write the short form."""
    meeting = raw.get("meeting")
    held = meeting.get("held") if isinstance(meeting, dict) else None
    if isinstance(held, dict):
        for name in ("called_at", "start", "end"):
            if isinstance(held.get(name), str) and _SHORT_CLOCK.fullmatch(held[name]):
                held[name] += ":00"


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _unknown_fields(raw: Any, hint: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(hint, type) and is_dataclass(hint):
        if isinstance(raw, dict):
            known = {f.name for f in fields(hint)}
            for name, value in raw.items():
                if name not in known:
                    yield place, name
                else:
                    yield from _unknown_fields(value, _hints(hint)[name], _join(place, name))
        return
    for inner in get_args(hint):
        if isinstance(raw, list):
            for i, value in enumerate(raw):
                yield from _unknown_fields(value, inner, f"{place}[{i}]")
        elif isinstance(raw, dict) and is_dataclass(inner):
            yield from _unknown_fields(raw, inner, place)


_AT = re.compile(r" - at `\$\.?(?P<place>[^`]*)`$")
_EXPECTED = re.compile(r"Expected `(?P<want>[^`]*)`, got `(?P<got>[^`]*)`")
_WORDS = {
    "str": "teks",
    "int": "bilangan bulat",
    "float": "bilangan",
    "bool": "true atau false",
    "object": "objek {...}",
    "array": "larik [...]",
    "null": "null",
    "date": "tanggal (2024-08-15)",
    "time": "jam (09:00)",
}


def _wrong_value(problem: str) -> BundleError:
    at = _AT.search(problem)
    place = at["place"] if at else ""
    where = f'Isian "{place}"' if place else "Berkas rapat"
    expected = _EXPECTED.search(problem)
    if expected:
        want = " atau ".join(_WORDS.get(w, w) for w in expected["want"].split(" | "))
        got = _WORDS.get(expected["got"], expected["got"])
        return BundleError("wrong_type", f"{where} harus berupa {want}, bukan {got}.", field=place)
    if "Invalid RFC3339" in problem:
        want = "tanggal seperti 2024-08-15" if "date" in problem else "jam seperti 09:00"
        return BundleError("wrong_value", f"{where} harus berupa {want}.", field=place)
    if "Invalid enum value" in problem:
        wrong = problem.split("Invalid enum value", 1)[1].split(" - at", 1)[0].strip()
        return BundleError("wrong_value", f"{where} berisi nilai {wrong} yang tidak dikenal.", field=place)
    return BundleError("wrong_value", f"{where} berisi nilai yang tidak dapat dipakai.", field=place)


def _with_ids(meeting: Meeting) -> Meeting:
    """Give an id to every record without one, and refuse two records of a kind with the same id."""
    changes: dict[str, Any] = {}
    for name in ("attendees", "groups", "items", "figures", "photos", "releases"):
        rows = getattr(meeting, name)
        taken = {row.id for row in rows}
        free = (f"{name[0]}{n}" for n in count(1) if f"{name[0]}{n}" not in taken)
        seen: set[str] = set()
        named = []
        for i, row in enumerate(rows):
            row = row if row.id else replace(row, id=next(free))
            if row.id in seen:
                raise BundleError(
                    "double_id",
                    f'Isian "meeting.{name}[{i}].id" memakai lagi tanda "{row.id}": tiap baris memerlukan id sendiri.',
                    field=f"meeting.{name}[{i}].id",
                )
            seen.add(row.id)
            named.append(row)
        changes[name] = tuple(named)
    return replace(meeting, **changes)


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
