"""Templates and values made up from a row of choices, and what must hold for every one of them."""

from __future__ import annotations

import time
from collections.abc import Callable

from word_samples import Orang, Rapat, core, docx, drawing, holder, par, parts_of, png, row, run, table, zipped

from rakor_desktop.word import Fault, Picture, Template, TemplateError, TextTemplate, inspect_docx

LONGEST = 2.0
"""Seconds of computing for opening, checking and filling one template."""

NAMES = (
    "judul catatan jumlah judul catatan h.nama h.pangkat loop.index loop.length hadirin[0].nama arahan[0] gambar "
    "h.foto loop.nextitem.nama hadirin arahan h a loop h.hadir loop.first loop.x jdul judul.x hadirin[-1] arahan[9] "
    "judul['nama'] _x __class__ judul.__class__"
).split()  # fmt: skip
FILTERS = "upper lower capitalize trim default d length count join first last e escape attr map safe".split()
OPERATORS = ("==", "!=", "<", ">=", "in", "not in", "and", "or", "~", "+", "*", "**", "if", "is", "is not", ",", ".")
WORDS = ("'teks'", '"x"', "1", "-1", "0", "1e999", "none", "true", "[1, 'a']", "()", "{}", "odd", "defined", "“x”")
BITS = (
    "{{", "}}", "{%", "%}", "{#", "#}", "{_{", "%_}", "{", "}", "%", "-%}", "{%-", "{%tr ", "{%p ", "{%tc ", "{%r ",
    "{{r ", "{{p ", "\u200b", "\u00a0", "&amp;", "&lt;", "]]&gt;", "@rk:0@", "${nomor}", "teks", " ", "é😀",
)  # fmt: skip
TEXTS = (
    "", " ", "biasa", "<w:p/>", "&amp;", "{{ judul }}", "{% if %}", "a\nb", "\t", "\x00", "\x0b\x0c", "\ud800",
    "\u202e", "e\u0301", "😀", "\u2028", "]]>", "<!--", "a\r\nb", "\ufffe", "x" * 300, "\u200b", "\x1e\x1f", "'",
)  # fmt: skip


NOISE = (
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/>',
    "<w:r><w:br/></w:r>",
    "<w:r><w:tab/></w:r>",
)


class Choices:
    """Draws from a row of numbers; at its end everything is 0, the plainest choice."""

    def __init__(self, draw: Callable[[int], int]) -> None:
        """``draw(n)`` returns a number below n."""
        self.below = draw

    def one(self, options: tuple[str, ...] | list[str]) -> str:
        return options[self.below(len(options))]

    def some(self, make: Callable[[], str], most: int) -> str:
        return "".join(make() for _ in range(self.below(most + 1)))


def expression(choices: Choices) -> str:
    """Return an expression, right or wrong."""
    text = choices.one(NAMES[: (8, len(NAMES))[not choices.below(9)]]) if choices.below(8) else choices.one(WORDS)
    for _ in range(max(0, choices.below(9) - 6)):
        if choices.below(4):
            text += (
                "|"
                + choices.one(FILTERS[: (4, len(FILTERS))[not choices.below(4)]])
                + ("(" + choices.one((*WORDS, *NAMES)) + ")" if not choices.below(4) else "")
            )
        else:
            text += f" {choices.one(OPERATORS)} {choices.one((*WORDS, *NAMES))}"
    return text.replace("<", "&lt;").replace(">", "&gt;")


def inline(choices: Choices, depth: int = 0) -> str:
    """Return text with tags (XML)."""
    kind = choices.below(10)
    if kind < 3 or depth > 1:
        return choices.one(BITS) if kind == 0 and not choices.below(6) else "teks "
    dash = choices.one(("", "", "", "-", "+"))
    inner = inline(choices, depth + 1)
    if kind < 6:
        return "{{ " + expression(choices) + " }}"
    if kind < 8:
        other = "{% else %}" + inline(choices, depth + 1) if choices.below(2) else ""
        return "{%" + dash + " if " + expression(choices) + " " + dash + "%}" + inner + other + "{% endif %}"
    source = choices.one(("hadirin", "hadirin", "hadirin", "arahan", "arahan", expression(choices)))
    return "{% for " + choices.one([*"hhhhhhhhhhhaa", "loop"]) + " in " + source + " %}" + inner + "{% endfor %}"


def cut(choices: Choices, text: str) -> str:
    """Return runs of this text, cut at chosen places (never within an entity)."""
    pieces: list[str] = []
    while len(text) > 1 and choices.below(3) and "&" not in text:
        at = 1 + choices.below(len(text) - 1)
        pieces.append(run(text[:at], bold=bool(choices.below(2))))
        pieces.append(choices.one(NOISE))
        text = text[at:]
    return "".join(pieces) + run(text)


def blocks(choices: Choices, depth: int = 0) -> str:
    """Return paragraphs and tables with tags."""
    kind = choices.below(9)
    if kind < 4 or depth > 2:
        return par(cut(choices, choices.some(lambda: inline(choices), 3)))
    inner = blocks(choices, depth + 1)
    if kind == 4:
        source = choices.one(("hadirin", "hadirin", "hadirin", "arahan", "arahan", expression(choices)))
        return par("{%p for h in " + source + " %}") + inner + par("{%p endfor %}")
    if kind == 5:
        return par("{%p if " + expression(choices) + " %}") + inner + par("{%p endif %}")
    if kind == 6:
        cell = choices.one(("{{ h.nama }}", "{% vm %}x", "{% hm %}y", "{% colspan jumlah %}", "{% cellbg judul %}"))
        rows = row("{%tr for h in hadirin %}"), row(cell, inner + par("")), row("{%tr endfor %}")
        return table(*rows) + par("")
    if kind == 7:
        return table(row("{%tc for h in hadirin %}", inner + par(""), "{%tc endfor %}")) + par("")
    extra = choices.one((
        f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        par(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"),
        par(drawing("{{ gambar }}")),
        par('<w:hyperlink w:anchor="a">' + run(inline(choices)) + "</w:hyperlink>"),
        par("<w:ins>" + run("{{ ") + "</w:ins>", run("judul }}")),
    ))  # fmt: skip
    return extra + inner


def template(choices: Choices) -> bytes:
    """Return a document with tags; one in ten is damaged in its bytes or its XML."""
    more = {"docProps/core.xml": core(choices.one(("Notula", "{{ judul }}", "{% if judul %}x{% endif %}")))}
    if choices.below(2):
        more["word/header1.xml"] = holder("hdr", blocks(choices) + par(""))
    if choices.below(3) == 1:
        note = f'<w:footnote w:id="4">{blocks(choices)}{par("")}</w:footnote>'
        more["word/footnotes.xml"] = holder("footnotes", note)
    body = choices.some(lambda: blocks(choices), 5) + par("")
    harm = choices.below(20)
    if harm == 1:
        return damaged(choices, docx(body, more))
    if harm == 2:
        parts = parts_of(body, more)
        name = choices.one(sorted(parts))
        content = parts[name]
        raw = content.encode("utf-8") if isinstance(content, str) else content
        return zipped(parts | {name: damaged(choices, raw)})
    return docx(body, more)


def damaged(choices: Choices, data: bytes) -> bytes:
    """Return bytes with a few changed, left out, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(1 + choices.below(4)):
        at = choices.below(max(1, len(changed)))
        kind = choices.below(5)
        if kind == 0:
            changed[at : at + 1] = bytes([choices.below(256)])
        elif kind == 1:
            del changed[at : at + choices.below(40)]
        elif kind == 2:
            changed[at:at] = changed[at : at + choices.below(60)]
        elif kind == 3:
            changed[at:at] = choices.one(BITS).encode("utf-8")
        elif not choices.below(4):
            del changed[at:]
    return bytes(changed)


def values(choices: Choices) -> Rapat:
    """Return values with hostile texts."""

    def text() -> str:
        return choices.one(TEXTS) + choices.one(TEXTS)

    picture = Picture(png(4, 3), 20, None, text()) if choices.below(2) else None
    people = tuple(Orang(text(), text(), bool(choices.below(2)), picture) for _ in range(choices.below(4)))
    orders = tuple(text() for _ in range(choices.below(4)))
    note = text() if choices.below(2) else None
    return Rapat(text(), people, orders, note, picture, choices.below(5))


def examine(data: bytes, filled: Rapat) -> str:
    """Open, check and fill; return how it ended. An AssertionError or a foreign exception is a finding."""
    start = time.thread_time()
    told: tuple[Fault, ...] = ()
    try:
        opened = Template.from_bytes(data)
        faults = opened.check(Rapat)
        assert all(fault.place and "\n" not in str(fault) for fault in faults)
        result = opened.render_verified(filled)
        if not inspect_docx(data):
            assert inspect_docx(result) == ()
    except TemplateError as error:
        told = error.faults
    assert all(fault.message and str(fault).isprintable() for fault in told), told
    assert time.thread_time() - start < LONGEST, "too slow"
    return told[0].code if told else "filled"


def examine_text(text: str, filled: Rapat) -> str:
    """As :func:`examine`, for a text template."""
    told: tuple[Fault, ...] = ()
    try:
        opened = TextTemplate.from_text(text)
        opened.check(Rapat)
        opened.render(filled)
    except TemplateError as error:
        told = error.faults
    assert all(fault.message and str(fault).isprintable() for fault in told), told
    return told[0].code if told else "filled"
