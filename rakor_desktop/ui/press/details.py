"""The view "Rincian": what stands around the words of a release; empty fields are composed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.releases import Releases
from rakor_desktop.domain import edits
from rakor_desktop.domain.edits import Edit
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.domain.release import Release
from rakor_desktop.ui.binding import Bound, Field, LinesField, LongTextField, TextField
from rakor_desktop.ui.pages.form import Muted
from rakor_desktop.ui.pages.page import Page
from rakor_desktop.ui.pages.persons import PersonField, PersonValue

if TYPE_CHECKING:  # composing is loaded when a release is first looked at
    from rakor_desktop.compose.draft import Draft

HOMES = {"contact": "contact_id"}
"""Fields of a release that are typed into another one."""


class Details:
    """The fields of a release other than headline and paragraphs, as a section of the page."""

    def __init__(self, page: Page, releases: Releases, catalog: Catalog) -> None:
        self._page, self._releases = page, releases
        self.section = form = page.section("Di sekitar naskah")
        self.dateline = TextField(page.desk, self._value("dateline", "Ubah titimangsa"), "Titimangsa")
        form.row("Titi&mangsa", page.field(self.dateline))
        self.sign_off = LongTextField(
            page.desk, self._value("sign_off", "Ubah penutup siaran pers"), "Kalimat penutup", least=1, most=5
        )
        form.row("Kalimat &penutup", page.field(self.sign_off))
        self.byline = TextField(page.desk, self._value("byline", "Ubah penulis"), "Penulis")
        form.row("Pe&nulis", page.field(self.byline))
        contact = PersonField(page.desk, self._contact(), "Narahubung", catalog, adds=True)
        form.row("Nara&hubung", page.field(contact))
        self.captions = LinesField(
            page.desk, self._value("captions", "Ubah keterangan foto rilis"), "Keterangan foto rilis", least=2
        )
        form.row("&Keterangan foto", page.field(self.captions))
        form.wide(
            Muted(
                "Yang berwarna samar disusun sendiri dari data rapat, profil kantor, dan gaya siaran; ketik untuk "
                "menggantinya, kosongkan untuk kembali. Keterangan foto: satu foto satu baris.", form.body
            )
        )  # fmt: skip
        self._fields: tuple[Field[Any], ...] = (self.dateline, self.sign_off, self.byline, contact, self.captions)

    def hint(self, made: Draft) -> None:
        """Show in empty fields what is composed for them."""
        self.dateline.line.setPlaceholderText(made.dateline or "mis. Pasaman Barat")
        self.sign_off.text.setPlaceholderText(made.sign_off or "tanpa kalimat penutup")
        self.byline.line.setPlaceholderText(made.byline or "mis. HumasResPasbar")
        self.captions.text.setPlaceholderText("\n".join(made.captions) or "belum ada foto yang ikut dirilis")

    def lock(self, locked: bool) -> None:
        """Let nothing be typed while the release is approved."""
        for field in self._fields:
            field.setEnabled(not locked)

    def _own(self, meeting: Meeting) -> Release:
        from rakor_desktop.compose.press import own_release

        return own_release(meeting, self._releases.style.name)

    def _value(self, name: str, label: str) -> Bound[Any]:
        def write(value: Any) -> Edit:
            return lambda meeting: edits.set_release(replace(self._own(meeting), **{name: value}))(meeting)

        return Bound(f"releases/{name}", label, self._reader(name), write)

    def _reader(self, name: str) -> Callable[[Meeting], Any]:
        def read(meeting: Meeting) -> Any:
            # The page is built with the window; composing is loaded only where there is a release to read.
            return getattr(self._own(meeting) if meeting.releases else Release(), name)

        return read

    def _contact(self) -> Bound[PersonValue]:
        contact = self._value("contact_id", "Ubah narahubung")
        return Bound(
            contact.target, contact.label, lambda m: (contact.read(m), ""), lambda value: contact.write(value[0])
        )
