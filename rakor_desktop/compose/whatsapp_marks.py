"""Text for a WhatsApp message: its marks are set by us alone, and what a field holds never breaks them.

WhatsApp prints ``*bold*``, ``_italic_``, ``~struck~`` and ```` ```fixed``` ```` where the marks stand against words on
one line (source: WhatsApp's own help, "How to format your messages"; confidence: high).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from rakor_desktop.bahasa.text import one_blank
from rakor_desktop.compose.texts import with_texts
from rakor_desktop.compose.views import LaporanWhatsApp, SiaranPers

_PAIR: Final = re.compile(
    r"""(?:(?<=[\s("'“‘\[*_~])|(?<![\s\S]))  # at the start, after a blank or an opening sign: not in an address
    ([*_~])(?=[^\s*_~])([^\n]*?)(?<=[^\s*_~])\1
    (?=[\s)"'”’\].,;:!?*_~]|\Z)""",
    re.VERBOSE,
)
_FIXED: Final = re.compile(r"`+")


def bold(text: str) -> str:
    """One line in bold: a bold span ends at a line end and at the first asterisk, so neither may be inside."""
    plain = one_blank(without_marks(text).replace("*", " "))
    return f"*{plain}*" if plain else ""


def without_marks(text: str) -> str:
    """The text without pairs of marks that somebody pasted; a lone asterisk stays, it marks nothing."""
    text = _FIXED.sub("", text)
    while True:
        after = _PAIR.sub(r"\2", text)
        if after == text:
            return text
        text = after


def unmarked_report(view: LaporanWhatsApp) -> LaporanWhatsApp:
    """The report's view for its template, which puts the sender and the headings of its parts in bold."""
    plain = with_texts(view, without_marks)
    parts = tuple(replace(part, judul=bold(part.judul).strip("*")) for part in plain.butir)
    return replace(plain, pengirim=bold(plain.pengirim).strip("*"), butir=parts)


def release_message(view: SiaranPers) -> str:
    """A release as one message: the headline in bold, the paragraphs, byline and sign-off, hashtags, contact.

    Captions are left out: they go with the photos.
    """
    author = f"({view.penulis})" if view.penulis else ""
    blocks = (
        bold(view.judul),
        *(without_marks(part) for paragraph in view.isi for part in paragraph.splitlines()),
        without_marks(" ".join(part for part in (author, view.penutup) if part)),
        view.tagar,
        f"Narahubung: {without_marks(view.narahubung)}" if view.narahubung else "",
    )
    return "\n\n".join(block.strip() for block in blocks if block.strip())
