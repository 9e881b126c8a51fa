"""A slim Word template made on the fly: an attendance table and a list of directives, nothing else."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COLUMNS = (
    ("No", "h.no"),
    ("Pangkat", "h.pangkat"),
    ("Nama", "h.nama"),
    ("Jabatan", "h.jabatan"),
    ("Instansi", "h.instansi"),
)


def _paragraph(text: str, style: str = "Isi") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _row(texts: list[str]) -> str:
    cells = (f'<w:tc><w:tcPr><w:tcW w:w="1900" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>' for text in texts)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _document() -> str:
    rows = "".join(
        (
            _row([label for label, _ in _COLUMNS]),
            _row(["{%tr for h in hadirin %}", "", "", "", ""]),
            _row(["{{ " + name + " }}" for _, name in _COLUMNS]),
            _row(["{%tr endfor %}", "", "", "", ""]),
        )
    )
    grid = '<w:gridCol w:w="1900"/>' * len(_COLUMNS)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_W}><w:body>'
        f"{_paragraph('{{ judul }}', 'Judul')}"
        f'<w:tbl><w:tblPr><w:tblW w:w="9500" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        f"{_paragraph('Arahan:')}{_paragraph('{%p for a in arahan %}')}{_paragraph('{{ a.teks }}')}"
        f"{_paragraph('{%p endfor %}')}{_paragraph('Demikian notula ini dibuat.')}"
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _styles() -> str:
    names = ("Isi", "Judul")
    styles = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {_W}>{styles}</w:styles>'


def slim_template() -> bytes:
    """Return the template's bytes."""
    parts = {
        "[Content_Types].xml": (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORDML}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORDML}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "word/styles.xml": _styles(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()
