"""A PDF is one more format of every document, for the command line too."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rakor_desktop import cli
from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import export_document
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.errors import PrintError
from rakor_desktop.printing import Pages, Typesetter


@pytest.mark.skipif(not Typesetter().available, reason="neither Word nor LibreOffice is installed")
def test_the_command_line_writes_a_pdf_with_the_names_of_the_people(
    tmp_path: Path, sample: Callable[[str], Bundle], capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = tmp_path / "rapat.json"
    bundle.write_bytes(codec.encode(sample("lahat")))
    target = tmp_path / "daftar.pdf"
    assert cli.main(["export", str(bundle), "--document", "daftar-hadir", "--to", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    with Pages(target.read_bytes()) as pages:
        text = " ".join(line.text for n in range(len(pages)) for line in pages.lines(n))
    for person in sample("lahat").meeting.attendees:
        assert all(word in text for word in person.name.split()), person.name  # cells wrap their words


def test_without_an_engine_nothing_is_written_and_it_is_said_what_to_do(
    tmp_path: Path, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    target = tmp_path / "notula.pdf"
    with pytest.raises(PrintError) as caught:
        export_document(sample("lahat"), "notula", target, catalog=catalog, typesetter=Typesetter(tuple))
    assert caught.value.code == "no_engine"
    assert not list(tmp_path.iterdir())


def test_a_cancelled_pdf_is_not_begun(tmp_path: Path, sample: Callable[[str], Bundle], catalog: Catalog) -> None:
    if sys.platform == "win32":
        pytest.skip("the program of this test is a POSIX script")
    from rakor_desktop.printing.libreoffice import LibreOffice
    from tests.printing.engines import hanging

    setter = Typesetter(lambda: [LibreOffice(hanging(tmp_path))])
    target = tmp_path / "notula.pdf"
    with pytest.raises(PrintError) as caught:
        export_document(
            sample("lahat"), "notula", target, catalog=catalog, typesetter=setter,
            cancelled=lambda: (tmp_path / "trace").exists(),
        )  # fmt: skip
    assert caught.value.code == "cancelled"
    assert not target.exists()
