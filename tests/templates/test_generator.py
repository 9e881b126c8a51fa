"""The committed templates are what the generator makes, and are native Word documents."""

from __future__ import annotations

import io
import zipfile

import pytest
from filled_templates import FOLDERS, PAPERS, TEMPLATES, W, part, template_file
from lxml import etree
from make_templates.build import files
from make_templates.numbering import LEVELS

SIZES = {"a4": ("11906", "16838"), "f4": ("12189", "18709")}
EVERY = [(folder, paper) for folder in FOLDERS for paper in PAPERS]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_generator_makes_the_committed_templates_part_by_part() -> None:
    made = dict(files())
    for name, data in made.items():
        committed = (TEMPLATES / name).read_bytes()
        if not name.endswith(".docx"):
            assert committed == data, name
            continue
        wanted, found = parts_of(data), parts_of(committed)
        assert list(found) == list(wanted), name
        for each, content in wanted.items():
            assert found[each] == content, f"{name}: {each}; run: python packaging/make_templates"


def test_every_shipped_template_comes_from_the_generator() -> None:
    shipped = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("*/*/template*.docx")}
    shipped |= {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("*/*/template.txt")}
    assert shipped == {name for name, _ in files()}
    assert len(shipped) == 3 * len(FOLDERS)


def test_the_generator_is_deterministic() -> None:
    assert dict(files()) == dict(files())


@pytest.mark.parametrize(("folder", "paper"), EVERY)
def test_a_template_has_its_paper_and_is_slim(folder: str, paper: str) -> None:
    data = template_file(folder, paper).read_bytes()
    size = next(part(data, "word/document.xml").iter(W + "pgSz"))
    lying = folder.startswith("tindak-lanjut")
    assert (size.get(W + "w"), size.get(W + "h")) == (SIZES[paper][::-1] if lying else SIZES[paper])
    assert size.get(W + "orient") == ("landscape" if lying else None)
    assert sum(map(len, parts_of(data).values())) < 100_000


@pytest.mark.parametrize("folder", FOLDERS)
def test_language_compatibility_and_first_page_are_set(folder: str) -> None:
    data = template_file(folder).read_bytes()
    styles, settings = part(data, "word/styles.xml"), part(data, "word/settings.xml")
    defaults = styles.find(f"{W}docDefaults")
    assert defaults is not None
    language, font, size = (next(defaults.iter(W + tag)) for tag in ("lang", "rFonts", "sz"))
    assert language.get(W + "val") == "id-ID"
    assert font.get(W + "ascii") == "Arial"
    assert size.get(W + "val") == "24"
    modes = {each.get(W + "name"): each.get(W + "val") for each in settings.iter(W + "compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert next(part(data, "word/document.xml").iter(W + "titlePg")) is not None
    assert "PAGE" in "".join(t.text or "" for t in part(data, "word/header1.xml").iter(W + "instrText"))
    assert not list(part(data, "word/header2.xml").iter(W + "instrText"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_is_one_multilevel_list_linked_to_the_styles_butir(folder: str) -> None:
    data = template_file(folder).read_bytes()
    numbering, styles = part(data, "word/numbering.xml"), part(data, "word/styles.xml")
    lists = list(numbering.iter(W + "abstractNum"))
    assert [value(each, "multiLevelType") for each in lists] == ["multilevel", "singleLevel"]
    levels = [
        (value(level, "numFmt"), value(level, "lvlText"), value(level, "pStyle")) for level in lists[0].iter(W + "lvl")
    ]
    assert levels == [(kind, text, f"Butir{n}") for n, (kind, text) in enumerate(LEVELS, 1)]
    by_id = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
    for depth in range(6):
        linked = by_id[f"Butir{depth + 1}"].find(f"{W}pPr/{W}numPr")
        assert linked is not None
        assert value(linked, "numId") == "1"
        assert (value(linked, "ilvl") or "0") == str(depth)


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_formatted_by_hand(folder: str) -> None:
    document = part(template_file(folder).read_bytes(), "word/document.xml")
    assert {child.tag for each in document.iter(W + "pPr") for child in each} == {W + "pStyle"}
    assert {child.tag for each in document.iter(W + "rPr") for child in each} <= {W + "rStyle"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_tables_have_a_grid_and_rows_that_stay_whole(folder: str) -> None:
    document = part(template_file(folder).read_bytes(), "word/document.xml")
    for table in document.iter(W + "tbl"):
        widths = [column.get(W + "w") for column in table.iter(W + "gridCol")]
        assert all(widths)
        for row in table.iter(W + "tr"):
            spans = [int(value(cell, f"tcPr/{W}gridSpan") or 1) for cell in row.iter(W + "tc")]
            assert sum(spans) == len(widths)
    headers = [row for row in document.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in headers)
    grids = [t for t in document.iter(W + "tbl") if value(t, f"tblPr/{W}tblStyle") == "TabelKisi"]
    assert len(headers) == len(grids)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_style_is_based_on_and_followed_by_one_that_exists(folder: str) -> None:
    styles = part(template_file(folder).read_bytes(), "word/styles.xml")
    ids = [style.get(W + "styleId") for style in styles.iter(W + "style")]
    assert len(ids) == len(set(ids))
    for tag in ("basedOn", "next", "link"):
        assert {each.get(W + "val") for each in styles.iter(W + tag)} <= set(ids)


def value(element: etree._Element, tag: str) -> str | None:
    found = element.find(W + tag)
    return None if found is None else found.get(W + "val")
