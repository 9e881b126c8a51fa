"""For which office templates are chosen here, which are in use, and with which meeting they are tried out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog, TemplateEntry
from rakor_desktop.desk.documents import choose_template
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Office, OfficeKind
from rakor_desktop.errors import RakorError
from rakor_desktop.ui.parts import Parts

_RELEASE: Final = "siaran-pers"


class Trial(NamedTuple):
    """The meeting that fills a preview, and what it is called to the user."""

    bundle: Bundle
    label: str


def office_of(parts: Parts) -> Office:
    """The office of the open meeting, else that of new meetings, else a plain one."""
    if parts.desk.meeting.id:
        return parts.desk.office
    return parts.archive.default_office() or Office()


def template_in_use(parts: Parts, document: str) -> TemplateEntry | None:
    """The template that this document is made from for the office; ``None`` when there is none at all."""
    office = office_of(parts)
    name = parts.settings.template(office.id, document)
    known = {entry.name for entry in parts.catalog.templates_for(document)}
    try:
        return choose_template(document, parts.catalog, office.kind, name if name in known else None)
    except RakorError:
        return None


def trial_of(parts: Parts, document: str = "") -> Trial:
    """The open meeting, else a sample meeting of an office of the same kind under this office's profile.

    A sample too for the release of a classified meeting that nobody answers for yet: it is not to be seen.
    """
    barred = document == _RELEASE and parts.releases.needs_confirmation
    if parts.desk.meeting.id and not barred:
        title = parts.desk.meeting.title.strip()
        return Trial(parts.desk.bundle, "rapat yang terbuka" + (f", “{title}”" if title else ""))
    office = office_of(parts)
    return Trial(replace(_sample(parts.catalog, office.kind), office=office), "rapat contoh")


def _sample(catalog: Catalog, kind: OfficeKind) -> Bundle:
    """The first sample meeting of such an office, else any."""
    first: Bundle | None = None
    for name in catalog.sample_names():
        one = codec.decode(catalog.sample_bytes(name))
        if one.office.kind == kind:
            return one
        first = first or one
    return first or Bundle()
