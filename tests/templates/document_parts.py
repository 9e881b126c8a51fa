"""What stands in every document of the samples, part by part; run as a module to write the expected texts anew.

``python -m tests.templates.document_parts``: one line a paragraph, its style before it; page heads and feet at the end.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, document_bytes
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle
from tests.conftest import SAMPLES

EXPECTED = Path(__file__).parent / "expected"
READ = SAMPLES
"""All of them: police and civil, in the room and from afar, full and sparse."""
WRITTEN = tuple(document for document in DOCUMENTS if document not in ("siaran-pers", "laporan-whatsapp"))
"""The releases and the report have expected texts of their own."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_text(bundle: Bundle, document: str, catalog: Catalog, template: str | None = None) -> str:
    """The paragraphs of body, heads and feet with their styles, in the form of the office unless one is named."""
    data = document_bytes(bundle, document, ".docx", catalog=catalog, template=template)
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in ("document", "header1", "header2", "footer1"):
            lines.append(f"[{name}]")
            lines += map(_line, etree.fromstring(package.read(f"word/{name}.xml")).iter(_W + "p"))
    return "\n".join(lines) + "\n"


def _line(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    signs = {_W + "tab": " → ", _W + "br": " ↵ "}
    found = paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "instrText")
    text = "".join(signs.get(str(each.tag), each.text or "") for each in found if each.getparent().tag != _W + "tabs")
    return f"{'' if style is None else style.get(_W + 'val')}: {text}".rstrip()


def write() -> None:
    """Write every expected text anew; read the difference before you keep it."""
    catalog = Catalog.load()
    EXPECTED.mkdir(exist_ok=True)
    for name in READ:
        bundle = codec.decode(catalog.sample_bytes(name))
        for document in WRITTEN:
            (EXPECTED / f"{name}.{document}.txt").write_text(parts_text(bundle, document, catalog), encoding="utf-8")


if __name__ == "__main__":
    write()
