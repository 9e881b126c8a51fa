"""What the program remembers between two starts: a small JSON file in the data folder, never the registry."""

from __future__ import annotations

import json
import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Appearance = Literal["system", "light", "dark"]
APPEARANCES: tuple[Appearance, ...] = ("system", "light", "dark")

FILE_NAME = "settings.json"


class Preferences(NamedTuple):
    """The remembered values.

    ``geometry`` is Qt's window geometry in hexadecimal digits; ``splitter`` the widths in logical pixels of
    the page and the preview; ``export_folder`` the folder under which documents go ("" asks once);
    ``formats`` holds the choice per document (``{"notula": ".docx"}``), ``templates`` per office id and document
    (``{"polres-x": {"notula": "polri"}}``; under "" what was chosen for any office);
    ``package`` the pieces ticked for a meeting's package ("notula", "siaran-pers/tribratanews", "foto");
    ``release_view`` is the view of the press release shown last, ``signed_by`` who last answered for one.
    """

    appearance: Appearance = "system"
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    preview_folded: bool = False
    preview_tab: str = "notula"
    export_folder: str = ""
    templates: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    formats: Mapping[str, str] = MappingProxyType({})
    package: tuple[str, ...] = ()
    release_view: str = ""
    signed_by: str = ""


class Settings:
    """The preferences in memory and in ``settings.json``; a lost or broken file means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._now = _read(self._file)

    @property
    def now(self) -> Preferences:
        """The preferences as they are."""
        return self._now

    def change(self, **values: Any) -> None:
        """Set some preferences and write the file; a folder that cannot be written costs no more than memory."""
        after = self._now._replace(**values)
        if after != self._now:
            self._now = after
            self._write()

    def choose_format(self, document: str, value: str) -> None:
        """Remember the format of one document."""
        self.change(formats={**self._now.formats, document: value})

    def template(self, office_id: str, document: str) -> str | None:
        """The name of the template that this office chose for a document, else what was chosen for any office."""
        chosen = self._now.templates
        return chosen.get(office_id, {}).get(document) or chosen.get("", {}).get(document)

    def choose_template(self, office_id: str, document: str, name: str) -> None:
        """Remember the template that an office uses for a document; "" lets the kind of office decide again."""
        of_office = {**self._now.templates.get(office_id, {}), document: name}
        any_office = dict(self._now.templates.get("", {}))
        if not name:
            del of_office[document]
            any_office.pop(document, None)
        self.change(templates={**self._now.templates, "": any_office, office_id: of_office})

    def _write(self) -> None:
        beside = self._file.with_suffix(".tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(self._now._asdict(), indent=2, default=dict), encoding="utf-8")
            os.replace(beside, self._file)
        except OSError:
            beside.unlink(missing_ok=True)


def _read(file: Path) -> Preferences:
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(raw, dict):
        return Preferences()
    known = {name: raw[name] for name in Preferences._fields if name in raw}
    return Preferences(**_sound(known))


def _sound(raw: dict[str, Any]) -> dict[str, Any]:
    """Only the values of the right type: a file edited by hand must not stop the program."""
    found: dict[str, Any] = {}
    for name, value in raw.items():
        if name == "appearance":
            if value in APPEARANCES:
                found[name] = cast(Appearance, value)
        elif name == "splitter":
            if isinstance(value, list) and all(isinstance(v, int) for v in value):
                found[name] = tuple(value)
        elif name == "package":
            if isinstance(value, list) and all(isinstance(v, str) for v in value):
                found[name] = tuple(value)
        elif name == "preview_folded":
            if isinstance(value, bool):
                found[name] = value
        elif name == "templates":
            if isinstance(value, dict):
                found[name] = _template_choices(value)
        elif name == "formats":
            if _is_texts(value):
                found[name] = value
        elif isinstance(value, str):
            found[name] = value
    return found


def _template_choices(raw: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The choices by office; those of a file from before there were any by office count for every office."""
    found: dict[str, dict[str, str]] = {office: chosen for office, chosen in raw.items() if _is_texts(chosen)}
    former = {document: name for document, name in raw.items() if isinstance(name, str)}
    if former:
        found[""] = {**former, **found.get("", {})}
    return found


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
