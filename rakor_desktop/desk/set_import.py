"""Taking in an office's set: what it brings, what stands in its way, and all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, NamedTuple

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_faults import LONGEST_TITLE
from rakor_desktop.catalog.press_shelf import PressShelf
from rakor_desktop.catalog.template_shelf import TemplateShelf
from rakor_desktop.desk.office_set import OfficeSet, SetTemplate
from rakor_desktop.domain.office import Office
from rakor_desktop.errors import RakorError
from rakor_desktop.settings import Settings

Answer = Literal["replace", "both", "skip"]
Standing = Literal["new", "clash", "same"]
OFFICE_KEY: Final = "kantor"


class Piece(NamedTuple):
    """One thing of a set: its key for the answers, its kind and title, and how it stands to what is there.

    ``answers`` are those that make sense, the usual one first; ``remark`` says what is to be known about it.
    """

    key: str
    kind: Literal["office", "template", "style"]
    title: str
    standing: Standing
    answers: tuple[Answer, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was taken in: the profile, and how many templates and styles."""

    office: Office | None
    templates: int
    styles: int


def pieces_of(parcel: OfficeSet, catalog: Catalog, archive: Archive) -> tuple[Piece, ...]:
    """Everything that a set holds, beside what this computer has."""
    return (
        _office_piece(parcel.office, archive),
        *(_template_piece(each, catalog) for each in parcel.templates),
        *(_style_piece(each, catalog) for each in parcel.styles),
    )


def bring_in(
    parcel: OfficeSet,
    answers: Mapping[str, Answer],
    *,
    catalog: Catalog,
    archive: Archive,
    settings: Settings,
    default: bool = False,
) -> Brought:
    """Take a set in; pieces without an answer get their usual one. ``default`` makes the profile that of new meetings.

    Which templates are in use comes along, but never changes what an office here has chosen, unless its profile is
    replaced. All of it or nothing: when something fails, what was done before is undone and the error goes on.
    """
    taking = _Taking(catalog)
    pieces = {piece.key: piece for piece in pieces_of(parcel, catalog, archive)}
    given = {key: answers.get(key, piece.answers[0]) for key, piece in pieces.items()}
    try:
        names = {
            each.entry.key: taking.template(each, given[f"templates/{each.entry.key}"], pieces)
            for each in parcel.templates
        }
        styles = sum(taking.style(each, given[f"press/{each.name}"]) for each in parcel.styles)
        office = _kept_office(parcel, given[OFFICE_KEY], archive, default)
    except RakorError:
        taking.undo()
        raise
    if office is not None or parcel.office in archive.offices():
        _choose(parcel, office or parcel.office, names, catalog, settings, anew=given[OFFICE_KEY] == "replace")
    return Brought(office, sum(given[f"templates/{key}"] != "skip" for key in names), styles)


def _choose(
    parcel: OfficeSet, office: Office, names: Mapping[str, str], catalog: Catalog, settings: Settings, *, anew: bool
) -> None:
    """Put the templates into use that were in use; ``names`` are those they got here."""
    usable = {each.entry.key: each.checkup.usable for each in parcel.templates}
    chosen = settings.now.templates.get(office.id, {})
    for document, name in parcel.choices.items():
        key = f"{document}/{name}"
        wanted = names.get(key, name)
        known = catalog.template(f"{document}/{wanted}") is not None
        if known and usable.get(key, True) and (anew or document not in chosen):
            settings.choose_template(office.id, document, wanted)


class _Taking:
    """The steps done so far, each with its way back."""

    def __init__(self, catalog: Catalog) -> None:
        self._templates = TemplateShelf(catalog)
        self._styles = PressShelf(catalog)
        self._back: list[Callable[[], object]] = []

    def template(self, wanted: SetTemplate, answer: Answer, pieces: Mapping[str, Piece]) -> str:
        """Keep a template; its name here."""
        entry, shelf = wanted.entry, self._templates
        if answer == "skip":
            return entry.name
        there = shelf.catalog.template(entry.key)
        free = there is None or answer == "replace"
        if there is not None and there.own and free:
            dropped = shelf.delete(there)
            self._back.append(lambda: shelf.bring_back(dropped))
        made = shelf.add(
            entry.document, entry.title, wanted.files, name=entry.name if free else "",
            description=entry.description, basis=entry.basis, papers=entry.papers,
        )  # fmt: skip
        self._back.append(lambda: shelf.delete(made))
        return made.name

    def style(self, style: PressStyle, answer: Answer) -> bool:
        """Keep a style; whether it was kept."""
        if answer == "skip":
            return False
        shelf = self._styles
        there = {one.name: one for one in shelf.styles()}
        if answer == "both" and style.name in there:
            style = replace(
                style, name=shelf.free_name(style.title), title=_other_title(style.title, shelf),
                usual_for=(), usual_for_names=(),
            )  # fmt: skip
        name = style.name
        former = shelf.content(name) if name in there and there[name].own else None
        shelf.save(style)  # in one step: a file that stood there is whole when this fails
        self._back.append(lambda: shelf.delete(name) if former is None else shelf.bring_back(name, former))
        return True

    def undo(self) -> None:
        """Take every step back, the last one first."""
        for step in reversed(self._back):
            with suppress(RakorError):  # what cannot be taken back must not keep the others from it
                step()


def _kept_office(parcel: OfficeSet, answer: Answer, archive: Archive, default: bool) -> Office | None:
    if answer == "skip":
        return None
    office = parcel.office
    known = {one.id for one in archive.offices()}
    root, number = office.id or "kantor", 1
    wanted = root
    while answer == "both" and wanted in known:
        number += 1
        wanted = f"{root}-{number}"
    office = replace(office, id=wanted)
    if parcel.emblem is not None:
        archive.put_photo(parcel.emblem)
    archive.save_office(office, default=default)
    return office


def _office_piece(office: Office, archive: Archive) -> Piece:
    title = office.name or office.short_name or "Profil tanpa nama"
    there = next((one for one in archive.offices() if one.id == office.id), None)
    if there is None:
        return Piece(OFFICE_KEY, "office", title, "new", ("both", "skip"))
    if there == office:
        return Piece(OFFICE_KEY, "office", title, "same", ("skip",), "Sudah ada dan sama")
    return Piece(OFFICE_KEY, "office", title, "clash", ("both", "replace", "skip"), f"Sudah ada profil {there.name}")


def _template_piece(wanted: SetTemplate, catalog: Catalog) -> Piece:
    entry = wanted.entry
    key = f"templates/{entry.key}"
    count = len(wanted.checkup.faults)
    faulty = f"{count} kesalahan; belum dapat dipakai sampai diperbaiki" if count else ""
    there = catalog.template(entry.key)
    if there is None:
        return Piece(key, "template", entry.title, "new", ("both", "skip"), faulty)
    if there.own and _same_files(wanted, there.folder.joinpath):
        return Piece(key, "template", entry.title, "same", ("skip",), "Sudah ada dan sama")
    remark = f"Sudah ada templat {there.title}" + (f"; {faulty}" if faulty else "")
    return Piece(key, "template", entry.title, "clash", ("both", "replace", "skip"), remark)


def _same_files(wanted: SetTemplate, path: Callable[[str], Path]) -> bool:
    try:
        return all(path(name).read_bytes() == data for name, data in wanted.files.items())
    except OSError:
        return False


def _style_piece(style: PressStyle, catalog: Catalog) -> Piece:
    key = f"press/{style.name}"
    there = next((one for one in PressShelf(catalog).styles() if one.name == style.name), None)
    report = style.form == "report"
    if there is None or (report and not there.own):
        return Piece(key, "style", style.title, "new", ("both", "skip"))
    if there.own and there.style == style:
        return Piece(key, "style", style.title, "same", ("skip",), "Sudah ada dan sama")
    title = there.style.title if there.style else there.name
    answers: tuple[Answer, ...] = ("skip", "replace") if report else ("both", "replace", "skip")
    return Piece(key, "style", style.title, "clash", answers, f"Sudah ada gaya {title}")


def _other_title(title: str, shelf: PressShelf) -> str:
    taken = {one.style.title.casefold() for one in shelf.styles() if one.style}
    root, number, free = title[: LONGEST_TITLE - 5].rstrip(), 1, title
    while free.casefold() in taken:
        number += 1
        free = f"{root} ({number})"
    return free
