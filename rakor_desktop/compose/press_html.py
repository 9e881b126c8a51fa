"""A press release as an editor's page wants it: an article with headline, byline, time, paragraphs and figures.

No styles but for a readable width, no scripts, and nothing of a field's text is ever markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rakor_desktop.bahasa.text import one_blank
from rakor_desktop.compose.html import escaped
from rakor_desktop.compose.views import Foto, SiaranPers

_LOOK = "body{max-width:45rem;margin:2rem auto;padding:0 1rem}img{max-width:100%;height:auto}figure{margin:1.5rem 0}"


class WebPicture(NamedTuple):
    """A photo on a page: where it lies (a relative address or a ``data:`` URI) and its size in pixels."""

    address: str
    width: int
    height: int


def release_page(view: SiaranPers, pictures: Sequence[WebPicture | None] = ()) -> str:
    """The whole page. ``pictures`` stand in the order of ``view.foto``; a photo without one is left out."""
    title = escaped(one_blank(view.judul) or "Siaran pers")
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n"
        f"{release_article(view, pictures)}\n</body>\n</html>\n"
    )


def release_article(view: SiaranPers, pictures: Sequence[WebPicture | None] = ()) -> str:
    """The ``<article>`` alone."""
    lines = [
        *_headline(view, "h1"),
        *_byline(view),
        *_body(view),
        *_closing(view, ' class="penutup"'),
        *(_figure(photo, picture) for photo, picture in zip(view.foto, pictures, strict=False) if picture),
        *_foot(view),
    ]
    return "\n".join(['<article lang="id">', *lines, "</article>"])


def portal_fragment(view: SiaranPers) -> str:
    """What a web editor takes from the clipboard: plain elements without attributes.

    The headline is a second-level heading, since the portal sets its own title as the first; the dateline is strong;
    captions of photos, which go up by themselves, are emphasised paragraphs at the end.
    """
    captions = (_caption(photo) for photo in view.foto)
    lines = [
        *_headline(view, "h2"),
        *_body(view),
        *_closing(view),
        *([f"<p>{escaped(view.tagar)}</p>"] if view.tagar else ()),
        *([f"<p>Narahubung: {escaped(view.narahubung)}</p>"] if view.narahubung else ()),
        *(f"<p><em>Foto {n}: {escaped(text)}</em></p>" for n, text in enumerate(captions, 1) if text),
    ]
    return "\n".join(lines)


def _headline(view: SiaranPers, tag: str) -> Iterator[str]:
    if view.judul:
        yield f"<{tag}>{escaped(one_blank(view.judul))}</{tag}>"


def _byline(view: SiaranPers) -> Iterator[str]:
    day = view.tanggal
    told = escaped(view.hari_tanggal or (day.isoformat() if day else ""))
    time = f'<time datetime="{day.isoformat()}">{told}</time>' if day else told
    parts = [part for part in (escaped(view.penulis), time) if part]
    if parts:
        yield f'<p class="byline">{" · ".join(parts)}</p>'


def _body(view: SiaranPers) -> Iterator[str]:
    for n, paragraph in enumerate(view.isi):
        start = view.titimangsa if n == 0 and view.titimangsa and paragraph.startswith(view.titimangsa) else ""
        for place, line in enumerate(part for part in paragraph.splitlines() if part.strip()):
            if place == 0 and start and line.startswith(start):
                yield f"<p><strong>{escaped(start)}</strong>{escaped(line[len(start) :])}</p>"
            else:
                yield f"<p>{escaped(line.strip())}</p>"


def _closing(view: SiaranPers, attributes: str = "") -> Iterator[str]:
    # On a page the byline has its own line at the top; in a text editor it closes the text, as in the release.
    author = f"({view.penulis})" if view.penulis and not attributes else ""
    text = " ".join(part for part in (author, view.penutup) if part)
    if text:
        yield f"<p{attributes}>{escaped(text)}</p>"


def _foot(view: SiaranPers) -> Iterator[str]:
    if view.tagar:
        yield f'<p class="tagar">{escaped(view.tagar)}</p>'
    if view.narahubung:
        yield f"<footer>\n<address>Narahubung: {escaped(view.narahubung)}</address>\n</footer>"


def _figure(photo: Foto, picture: WebPicture) -> str:
    caption = _caption(photo)
    told = f"\n<figcaption>{escaped(caption)}</figcaption>" if caption else ""
    alt = escaped(one_blank(photo.keterangan) or "Foto kegiatan")
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<figure>\n<img src="{escaped(picture.address)}" alt="{alt}" {size}>{told}\n</figure>'


def _caption(photo: Foto) -> str:
    credit = f"(Foto: {photo.kredit})" if photo.kredit else ""
    return one_blank(f"{photo.keterangan} {credit}")
