"""A release in the forms in which it goes to others: page, clipboard, message, draft mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rakor_desktop.compose.draft import Draft
from rakor_desktop.compose.press import siaran_pers, view_of
from rakor_desktop.compose.press_html import portal_fragment, release_page
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.texts import with_texts
from rakor_desktop.compose.views import SiaranPers
from rakor_desktop.compose.whatsapp_marks import release_message
from rakor_desktop.desk.press_out.mail import Attachment, draft_mail
from rakor_desktop.desk.press_out.web_photos import OutgoingPhoto

WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Photos = Sequence[OutgoingPhoto | None]


class PortalText(NamedTuple):
    """A release for the clipboard of a web editor: an HTML fragment, and the same as plain text."""

    html: str
    text: str


def page_of(source: Source, photos: Photos = (), *, beside: bool = False) -> bytes:
    """The page of a release in UTF-8; its photos inside it, or in the folder beside it."""
    pictures = [(photo.beside if beside else photo.embedded) if photo else None for photo in photos]
    return release_page(_view(source), pictures).encode("utf-8")


def portal_text(source: Source, made: Draft | None = None) -> PortalText:
    """A release as it is pasted into a portal's editor; ``made`` is its draft where that is at hand."""
    view = _view(source, made)
    return PortalText(portal_fragment(view), _plain(view))


def message_of(source: Source, made: Draft | None = None) -> str:
    """A release as a WhatsApp message; ``made`` is its draft where that is at hand."""
    return release_message(_view(source, made))


def mail_of(source: Source, word_file: bytes, word_name: str, photos: Photos = ()) -> bytes:
    """A release as a draft mail with its Word file and its photos."""
    view = _view(source)
    attachments = [Attachment(word_name, word_file, WORD_KIND)]
    attachments += [Attachment(photo.file_name, photo.data, "image/jpeg") for photo in photos if photo]
    return draft_mail(view.judul or "Siaran pers", _plain(view), portal_fragment(view), attachments)


def _view(source: Source, made: Draft | None = None) -> SiaranPers:
    from rakor_desktop.word import clean

    return with_texts(siaran_pers(source) if made is None else view_of(source, made), clean)


def _plain(view: SiaranPers) -> str:
    author = f"({view.penulis})" if view.penulis else ""
    contact = f"Narahubung: {view.narahubung}" if view.narahubung else ""
    captions = (f"Foto {photo.no}: {photo.keterangan}" for photo in view.foto if photo.keterangan)
    closing = " ".join(part for part in (author, view.penutup) if part)
    blocks = (view.judul, *view.isi, closing, view.tagar, contact, *captions)
    return "\n\n".join(block for block in blocks if block) + "\n"
