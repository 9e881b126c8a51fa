"""Every document says, part by part, what is expected of it; a difference is read as text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from document_parts import EXPECTED, READ, WRITTEN, parts_text
from filled_templates import TEMPLATES

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Bundle


@pytest.mark.parametrize("document", WRITTEN)
@pytest.mark.parametrize("name", READ)
def test_a_document_says_what_is_expected_in_the_styles_expected(
    name: str, document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    made = parts_text(sample(name), document, catalog)
    assert made.splitlines() == (EXPECTED / f"{name}.{document}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*/*/template.toml")), ids=lambda file: file.parent.name)
def test_a_form_says_where_it_comes_from_and_how_sure_that_is(file: Path) -> None:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    assert told["basis"] == "mengikuti kebiasaan"
    assert told["sumber"]
    assert told["keyakinan"] in ("tinggi", "sedang", "rendah")


@pytest.mark.parametrize("document", WRITTEN)
@pytest.mark.parametrize("name", READ)
def test_no_form_claims_to_be_what_a_rule_asks(name: str, document: str) -> None:
    said = (EXPECTED / f"{name}.{document}.txt").read_text(encoding="utf-8").casefold()
    assert "sesuai peraturan" not in said
    assert "sesuai dengan peraturan" not in said


SRIKANDI = ("${nomor_naskah}", "${tanggal_naskah}", "${ttd_pengirim}")


@pytest.mark.parametrize("document", ["undangan", "laporan-hasil"])
def test_the_fields_of_the_national_e_office_stand_whole_in_a_letter_that_wants_them(
    document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    switches = replace(bundle.office.switches, srikandi=True)
    wanted = replace(bundle, office=replace(bundle.office, switches=switches))
    for template in ("polri", "pemda", "tni", "umum"):
        said = parts_text(wanted, document, catalog, template)
        assert [field for field in SRIKANDI if field not in said] == []
        assert "${" not in parts_text(bundle, document, catalog, template)


@pytest.mark.parametrize("document", ["undangan", "laporan-hasil"])
def test_a_draft_leaves_room_in_its_number_and_a_finished_paper_has_it(
    document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    given = replace(bundle, meeting=replace(bundle.meeting, numbers={document: "B/75/VIII/OPS.1.1/2024/Resor"}))
    room = "\N{NO-BREAK SPACE}" * 6
    for template in ("polri", "pemda", "tni", "umum"):
        assert f"B/{room}/{room}/{room}/2024/" in parts_text(bundle, document, catalog, template)
        said = parts_text(given, document, catalog, template)
        assert "B/75/VIII/OPS.1.1/2024/Resor" in said
        assert room + "/" not in said


@pytest.mark.parametrize("document", ["notula", "undangan", "laporan-hasil", "petikan-arahan"])
def test_copies_are_a_numbered_list_of_their_own(
    document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    bundle = sample("pasaman-barat")
    copied = replace(bundle, meeting=replace(bundle.meeting, copies=("Kapolda Sumatera Barat", "Irwasda")))
    for template in ("polri", "pemda", "tni", "umum"):
        lines = parts_text(copied, document, catalog, template).splitlines()
        at = lines.index("Tembusan: Tembusan:")
        assert lines[at + 1 : at + 3] == ["TembusanButir: Kapolda Sumatera Barat", "TembusanButir: Irwasda"]
        assert "Tembusan: Tembusan:" not in parts_text(bundle, document, catalog, template)
