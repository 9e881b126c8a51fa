"""Well-formedness proved stretch by stretch: never says yes where expat says no, and remembers only what is true."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor_desktop.word.proof import FILLED, Proofs, UnprovedError

TEXT = FILLED.decode()
ROW = f"<w:tr a='1'><w:t>tetap</w:t>{TEXT}Iptu &amp; Budi</w:t><w:br/>{TEXT}é</w:t></w:tr>"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document><w:body>'
WHOLE = HEAD + ROW * 3 + "</w:body></w:document>\n"
PIECES = (
    TEXT, "</w:t>", "<w:tr>", "</w:tr>", "<w:p a='", "'>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&am", "p;",
    "&x;", "<?pi ", "?>",
    "<?xml version='1.0'?>", "<!DOCTYPE w:document>", "</w:document>", "<w:document>", "a\nb", "\x00",
    "\ufffe", "<", ">", '"', "é", " a='2'", "/>", "<w:br/>",
)  # fmt: skip


def whole(data: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(data, True)
        data.decode("utf-8")
    except (expat.ExpatError, UnicodeDecodeError):
        return False
    return True


def proved(proofs: Proofs, data: bytes, step: int = 7) -> bool:
    def chunks() -> Iterator[bytes]:
        for start in range(0, len(data), step):
            yield data[start : start + step]

    try:
        proofs.texts(chunks())
    except UnprovedError:
        return False
    return True


@pytest.mark.parametrize("step", [1, 3, 26, 10_000])
def test_the_texts_of_a_whole_part_are_found_however_it_is_cut(step: int) -> None:
    data = WHOLE.encode()
    texts = Proofs().texts(data[start : start + step] for start in range(0, len(data), step))
    assert "\n".join(texts).split("\n") == ["Iptu &amp; Budi", "é"] * 3


def test_a_part_without_texts_is_proved_whole() -> None:
    assert Proofs().texts([b"<a><b/></a>"]) == [""]
    assert not proved(Proofs(), b"<a><b></a>")
    assert not proved(Proofs(), b"")


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1"])
def test_other_encodings_are_left_to_the_whole_reading(encoding: str) -> None:
    assert not proved(Proofs(), WHOLE.replace("UTF-8", encoding).encode())


@pytest.mark.parametrize("cut", [len(HEAD) + 5, len(WHOLE) - 5, len(WHOLE) // 2])
def test_a_part_cut_off_is_never_proved_even_when_its_stretches_are_known(cut: int) -> None:
    proofs = Proofs()
    assert proved(proofs, WHOLE.encode())
    assert not proved(proofs, WHOLE[:cut].encode())
    assert not proved(proofs, (WHOLE[:cut] + WHOLE[cut + 30 :]).encode())
    assert proved(proofs, WHOLE.encode())


EDITS = st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30), st.sampled_from(PIECES)), max_size=3)


@settings(max_examples=400, deadline=None)
@given(EDITS, st.lists(st.sampled_from(PIECES), max_size=12))
def test_nothing_is_proved_that_expat_refuses(edits: list[tuple[int, int, str]], pieces: list[str]) -> None:
    text = WHOLE
    for at, gone, new in edits:
        text = text[:at] + new + text[at + gone :]
    proofs = Proofs()
    assert proved(proofs, WHOLE.encode())
    for case in (text, HEAD + "".join(pieces) + "</w:body></w:document>", "".join(pieces)):
        data = case.encode()
        if proved(proofs, data) or proved(proofs, data, 10_000):
            assert whole(data)
