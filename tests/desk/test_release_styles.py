"""A release is exported in the style asked for; a style that is not there, or for another document, is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rakor_desktop import cli
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import document_bytes, styles_of
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import ExportError

Sample = Callable[[str], Bundle]
PLACE = "Lapangan Indoor Polres Pasaman Barat"


def test_every_style_makes_every_kind_of_file(sample: Sample, catalog: Catalog) -> None:
    bundle = sample("pasaman-barat")
    texts = set()
    for style in styles_of("siaran-pers", catalog):
        text = document_bytes(bundle, "siaran-pers", ".txt", catalog=catalog, style=style.name).decode()
        page = document_bytes(bundle, "siaran-pers", ".html", catalog=catalog, style=style.name).decode()
        word = document_bytes(bundle, "siaran-pers", ".docx", catalog=catalog, style=style.name)
        assert PLACE in text
        assert PLACE in page
        assert word.startswith(b"PK")
        texts.add(text)
    assert len(texts) == len(styles_of("siaran-pers", catalog))


def test_without_a_style_the_kind_of_office_chooses_as_it_does_the_template(sample: Sample, catalog: Catalog) -> None:
    bundle = sample("pasaman-barat")
    plain = document_bytes(bundle, "siaran-pers", ".txt", catalog=catalog)
    assert plain == document_bytes(bundle, "siaran-pers", ".txt", catalog=catalog, style="tribratanews")
    assert plain != document_bytes(bundle, "siaran-pers", ".txt", catalog=catalog, variation=1)


@pytest.mark.parametrize(
    ("document", "style", "code", "sentence"),
    [
        ("siaran-pers", "apa", "unknown_style", 'Gaya siaran "apa" tidak ada; pilih: kominfo'),
        ("siaran-pers", "laporan-whatsapp", "unknown_style", "pilih: kominfo"),
        ("notula", "umum", "no_style", "Notula tidak memakai gaya siaran"),
    ],
)
def test_a_style_that_does_not_fit_is_refused(
    document: str, style: str, code: str, sentence: str, sample: Sample, catalog: Catalog
) -> None:
    with pytest.raises(ExportError, match=sentence) as caught:
        document_bytes(sample("belawan"), document, ".txt", catalog=catalog, style=style)
    assert caught.value.code == code


def test_the_command_line_takes_a_style_and_a_variation(tmp_path: Path, catalog: Catalog) -> None:
    meeting = tmp_path / "rapat.json"
    meeting.write_bytes(catalog.sample_bytes("lumajang"))
    target = tmp_path / "siaran.txt"
    command = ["export", str(meeting), "--document", "siaran-pers", "--to", str(target)]
    assert cli.main([*command, "--style", "prokopim"]) == 0
    first = target.read_text(encoding="utf-8")
    assert "#Prokopim" in first
    assert "Selasa (26 Januari 2021)" in first
    assert cli.main([*command, "--style", "prokopim", "--variation", "2"]) == 0
    assert target.read_text(encoding="utf-8") != first
    assert cli.main([*command, "--style", "tidak-ada"]) == 1
