"""An office's whole set for sister offices: profile, emblem, own templates, own press styles, and which are in use.

:func:`write_set` makes the file, :func:`read_set` reads and checks it, :func:`~rakor_desktop.desk.set_import.bring_in`
takes it in.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from rakor_desktop import __version__
from rakor_desktop.archive.forms import stored_form
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_file import press_style_of, written
from rakor_desktop.catalog.press_shelf import PressShelf
from rakor_desktop.catalog.reader import DataFileError
from rakor_desktop.catalog.templates import DESCRIPTION_FILE, TemplateEntry, template_of
from rakor_desktop.compose.documents import KINDS
from rakor_desktop.desk.set_file import MANIFEST, OFFICE, SLUG, SetError, fault, packed, unpacked
from rakor_desktop.desk.template_check import Checkup, check_template, refusal_of
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import BundleError, PhotoError

SCHEMA: Final = 1
_EMBLEM_MM: Final = 30


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """An own template of the set; ``entry.folder`` is gone after reading, ``files`` holds everything."""

    entry: TemplateEntry
    files: Mapping[str, bytes]
    checkup: Checkup


@dataclass(frozen=True, slots=True)
class OfficeSet:
    """What a set holds. ``choices`` names the template in use per document (``{"notula": "notula-polres"}``)."""

    office: Office
    templates: tuple[SetTemplate, ...] = ()
    styles: tuple[PressStyle, ...] = ()
    emblem: bytes | None = None
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def write_set(
    office: Office, catalog: Catalog, picture: Callable[[str], bytes | None], choices: Mapping[str, str]
) -> bytes:
    """The set of this office as a file; ``picture`` gives a kept picture by its hash.

    Own templates that cannot be read raise :class:`SetError`; nothing shipped goes along.
    """
    parts: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for entry in catalog.templates:
        if entry.own and entry.document in KINDS:
            folder = _free(f"templates/{entry.document}/{_slug(entry.name)}", parts)
            names[entry.key] = folder.rpartition("/")[2]
            parts |= {f"{folder}/{name}": data for name, data in _files(entry).items()}
    styles = [one for one in PressShelf(catalog).styles() if one.own and one.style is not None]
    for one in styles:
        assert one.style is not None
        parts[f"press/{_slug(one.name)}.toml"] = written(one.style).encode()
    emblem = picture(office.letterhead.emblem) if office.letterhead.emblem else None
    if emblem:
        suffix = "png" if emblem.startswith(b"\x89PNG") else "jpg"
        parts[f"images/{hashlib.sha256(emblem).hexdigest()}.{suffix}"] = emblem
    used = {document: names.get(f"{document}/{name}", name) for document, name in choices.items()}
    manifest = {"schema": SCHEMA, "program": f"Rakor Desktop {__version__}", "choices": used}
    parts[MANIFEST] = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True).encode()
    parts[OFFICE] = stored_form(Bundle(office=office)).encode("utf-8")
    return packed(parts)


def read_set(data: bytes) -> OfficeSet:
    """Read and check everything of a set. Raises :class:`SetError`; nothing is kept anywhere yet."""
    from rakor_desktop.domain import codec

    parts = unpacked(data)
    choices = _choices(parts[MANIFEST])
    try:
        office = codec.decode(parts[OFFICE]).office
    except BundleError as error:
        raise fault("office", f"memuat profil kantor yang tidak terbaca ({error.message})") from error
    emblem = _emblem(office, parts)
    if office.letterhead.emblem and emblem is None:
        office = replace(office, letterhead=replace(office.letterhead, emblem=""))
    with tempfile.TemporaryDirectory(prefix="rakor-set-") as place:
        folder = Path(place)
        for name, content in parts.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        try:
            templates = tuple(_template(each) for each in sorted(folder.glob("templates/*/*")))
            styles = tuple(press_style_of(each) for each in sorted(folder.glob("press/*.toml")))
        except DataFileError as error:
            raise fault("data", f"memuat berkas yang tidak dapat dipakai: {error.message}") from error
    return OfficeSet(office, templates, styles, emblem, choices)


def _template(folder: Path) -> SetTemplate:
    entry = template_of(folder, own=True)
    if entry.document not in KINDS:
        raise fault("unknown_document", f"memuat templat untuk dokumen yang tidak dikenal ({entry.document})")
    files = {name: (folder / name).read_bytes() for name in entry.files}
    for name, content in files.items():
        refused = refusal_of(content) if name.endswith(".docx") else ""
        if refused:
            raise fault("template", f"memuat templat “{entry.title}” yang berbahaya atau rusak. {refused}")
    return SetTemplate(entry, MappingProxyType(files), check_template(entry))


def _choices(data: bytes) -> Mapping[str, str]:
    try:
        raw: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise fault("manifest", "tidak memuat keterangan yang terbaca: minta kiriman ulang") from error
    schema = raw.get("schema") if isinstance(raw, dict) else None
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise fault("manifest", "tidak memuat keterangan yang terbaca: minta kiriman ulang")
    if schema > SCHEMA:
        raise fault("newer", "dibuat oleh program yang lebih baru: perbarui program ini dahulu")
    found = raw.get("choices", {})
    if not isinstance(found, dict):
        return MappingProxyType({})
    return MappingProxyType(
        {d: n for d, n in found.items() if d in KINDS and isinstance(n, str) and re.fullmatch(SLUG, n)}
    )


def _emblem(office: Office, parts: Mapping[str, bytes]) -> bytes | None:
    from rakor_desktop.archive.pictures import scaled_photo

    found = None
    for name, content in parts.items():
        if not name.startswith("images/"):
            continue
        told = name.removeprefix("images/").partition(".")[0]
        if hashlib.sha256(content).hexdigest() != told or not content.startswith((b"\x89PNG", b"\xff\xd8")):
            raise fault("swapped_picture", "memuat gambar yang berubah: minta kiriman ulang")
        try:
            scaled_photo(content, _EMBLEM_MM, name="lambang")
        except PhotoError as error:
            raise fault("picture", f"memuat gambar yang tidak terbaca ({error.message})") from error
        if told == office.letterhead.emblem:
            found = content
    return found


def _files(entry: TemplateEntry) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        for name in entry.files:
            path = entry.folder / name
            safe = _free(_slug(path.stem), found, path.suffix.casefold())
            found[f"{safe}{path.suffix.casefold()}"] = path.read_bytes()
        found[DESCRIPTION_FILE] = (entry.folder / DESCRIPTION_FILE).read_bytes()
    except OSError as error:
        raise SetError(
            "set.read",
            f"Templat “{entry.title}” tidak dapat dibaca: {error.strerror}. Tutup berkasnya di Word, lalu coba lagi.",
        ) from error
    return found


def _slug(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:50].strip("-")
    return plain if re.fullmatch(SLUG, plain) else f"t-{plain}".rstrip("-")


def _free(root: str, taken: Mapping[str, object], suffix: str = "") -> str:
    number, free = 1, root
    while any(name == f"{free}{suffix}" or name.startswith(f"{free}/") for name in taken):
        number += 1
        free = f"{root}-{number}"
    return free
