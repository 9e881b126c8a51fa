"""A document as clean, semantic HTML, safe against anything that a field may hold."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from rakor_desktop.compose.outline import Block
from rakor_desktop.compose.views import Foto

_TAGS = {"letterhead": "p", "title": "h1", "subtitle": "h2", "heading": "h3", "note": "p", "quote": "blockquote"}


def page(title: str, blocks: Iterable[Block], photos: tuple[Foto, ...] = ()) -> str:
    """A whole HTML page of the blocks: headings, field list, tables, figures; text is always escaped."""
    body = "\n".join([*_body(blocks), *(_figure(photo) for photo in photos)])
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escaped(title)}</title>\n</head>\n<body>\n<article>\n{body}\n</article>\n</body>\n</html>\n"
    )


def escaped(text: str) -> str:
    """Text that is never markup, inside an element or an attribute.

    A long solidus overlay (U+0338) would make one sign with the ">" of the tag before it as soon as somebody
    normalises the page (Unicode NFC), and the tag would be gone; so it stands as a reference.
    """
    return escape(text).replace("\u0338", "&#824;")


def _body(blocks: Iterable[Block]) -> list[str]:
    lines: list[str] = []
    opened = ""
    for block in blocks:
        wanted = {"row": "table", "header_row": "table", "field": "dl"}.get(block.kind, "")
        if block.kind == "header_row" and opened == "table":
            lines.append("</table>")
            opened = ""
        if wanted != opened:
            if opened:
                lines.append(f"</{opened}>")
            if wanted:
                lines.append(f"<{wanted}>")
            opened = wanted
        if block.kind != "photo":
            lines.append(_line(block))
    if opened:
        lines.append(f"</{opened}>")
    return lines


def _line(block: Block) -> str:
    match block.kind:
        case "row" | "header_row":
            tag = "th" if block.kind == "header_row" else "td"
            return "<tr>" + "".join(f"<{tag}>{_text(cell)}</{tag}>" for cell in block.cells) + "</tr>"
        case "field":
            label = f"<dt>{_text(block.label)}</dt>" if block.label else ""
            return f"{label}<dd>{_marked(block)}</dd>"
        case "signature":
            return f'<p class="tanda-tangan">{_text(block.text)}</p>'
        case kind:
            tag = _TAGS.get(kind, "p")
            return f"<{tag}>{_marked(block)}</{tag}>"


def _marked(block: Block) -> str:
    return f"{escaped(block.marker)} {_text(block.text)}" if block.marker else _text(block.text)


def _text(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


def _figure(photo: Foto) -> str:
    if photo.gambar is None:
        return ""
    kind = "png" if photo.gambar.data.startswith(b"\x89PNG") else "jpeg"
    data = base64.b64encode(photo.gambar.data).decode("ascii")
    caption = f"{photo.keterangan} ({photo.kredit})" if photo.kredit else photo.keterangan
    return (
        f'<figure><img alt="{escaped(photo.gambar.alt)}" src="data:image/{kind};base64,{data}">'
        f"<figcaption>{_text(caption)}</figcaption></figure>"
    )
