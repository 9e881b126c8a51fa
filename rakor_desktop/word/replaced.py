"""Pictures of a template that are replaced as they are: same box, other image (docxtpl's ``replace_pic``)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from rakor_desktop.word.faults import Fault, TemplateError, nearest
from rakor_desktop.word.package import Entry, Packed, parse_xml, relations_name, stored
from rakor_desktop.word.pictures import pixel_size
from rakor_desktop.word.places import PIC, WP, A, R
from rakor_desktop.word.values import UnprintableError

_KINDS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg"}


def named_pictures(parts: Iterable[tuple[str, etree._Element]], entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the names that pictures go by (file name when inserted, title, alternative text) and their parts."""
    found: dict[str, str] = {}
    for part, root in parts:
        targets = _targets(part, entries)
        for picture in root.iter(PIC + "pic"):
            blip = next(picture.iter(A + "blip"), None)
            media = targets.get(blip.get(R + "embed", "") if blip is not None else "")
            holder = next(picture.iterancestors(WP + "inline", WP + "anchor"), picture)
            if media is None:
                continue
            for properties in holder.iter(PIC + "cNvPr", WP + "docPr"):
                names = (properties.get(each, "") for each in ("name", "title", "descr"))
                found.update((name, media) for name in names if name and "{{" not in name)
    return found


def _targets(part: str, entries: Mapping[str, Entry]) -> dict[str, str]:
    name = relations_name(part)
    if name not in entries:
        return {}
    folder = posixpath.dirname(part)
    return {
        each.get("Id", ""): media
        for each in parse_xml(entries[name].read(), name)
        if (media := posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")) in entries
    }


def replacements(named: Mapping[str, str], wanted: Mapping[str, bytes]) -> dict[str, Packed]:
    """Return the parts to write for other images under these names.

    Raises:
        TemplateError: no picture has such a name, or the image is not of the replaced one's kind.
    """
    written: dict[str, Packed] = {}
    for name, data in wanted.items():
        place = f'Gambar "{name}"'
        if name not in named:
            raise TemplateError(Fault("unknown_picture", place, "tidak ada di template", nearest(name, named)))
        kind = _KINDS.get(named[name].rpartition(".")[2].lower(), "")
        try:
            fits = pixel_size(data)[0] == kind
        except UnprintableError as error:
            raise TemplateError(Fault("bad_picture", place, error.message, error.remedy)) from error
        if not fits:
            raise TemplateError(
                Fault("bad_picture", place, "penggantinya berjenis lain", f"pakai gambar {kind.upper() or 'yang sama'}")
            )
        written[named[name]] = stored(named[name], data)
    return written
