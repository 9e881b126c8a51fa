"""An office's whole set as one file: written, read strictly, taken in whole or not at all."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import docx
import pytest
from PIL import Image

from rakor_desktop.archive import Archive
from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press_shelf import PressShelf, copy_of
from rakor_desktop.catalog.template_shelf import TemplateShelf
from rakor_desktop.desk.documents import document_bytes
from rakor_desktop.desk.office_set import read_set, write_set
from rakor_desktop.desk.set_file import SetError
from rakor_desktop.desk.set_import import Answer, bring_in, pieces_of
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import Letterhead, Office, PressProfile
from rakor_desktop.errors import CatalogError
from rakor_desktop.settings import Settings


class House:
    """One computer's data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalog = Catalog.load(user=folder)
        self.archive = Archive.open(folder / "arsip.db")
        self.settings = Settings(folder)

    def export(self, office: Office) -> bytes:
        return write_set(office, self.catalog, self.archive.photo, self.settings.now.templates.get(office.id, {}))

    def take(self, data: bytes, **answers: Answer) -> None:
        given = {key.replace("__", "/").replace("_", "-"): answer for key, answer in answers.items()}
        bring_in(read_set(data), given, catalog=self.catalog, archive=self.archive, settings=self.settings)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Callable[[str], House]]:
    made: list[House] = []

    def build(name: str) -> House:
        made.append(House(tmp_path / name))
        return made[-1]

    yield build
    for one in made:
        one.archive.close()


def emblem() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (60, 60), "navy").save(stream, "PNG")
    return stream.getvalue()


def furnished(home: House) -> Office:
    """An office with an emblem, a changed template in use, and a press style of its own."""
    office = Office(
        id="polres-x", name="Polres Lembah Raya", short_name="Polres Lembah Raya", city="Lembah Raya",
        letterhead=Letterhead(("KEPOLISIAN", "RESOR LEMBAH RAYA"), "Jalan Merdeka", home.archive.put_photo(emblem())),
        press=PressProfile(sign_off="(Humas)"),
    )  # fmt: skip
    home.archive.save_office(office, default=True)
    shelf = TemplateShelf(home.catalog)
    entry = home.catalog.template("notula/polri")
    assert entry is not None
    own = shelf.copy(entry, "Notula Lembah Raya", "A4")
    change(own.folder / "template-a4.docx", "Tema: {{ tema|kapital }}{{ judul }}")
    home.settings.choose_template("polres-x", "notula", own.name)
    style = copy_of(home.catalog.press["tribratanews"], ())
    PressShelf(home.catalog).save(replace(style, name="portal-kami", title="Portal Kami", headline_length=50))
    return office


def change(file: Path, text: str) -> None:
    document = docx.Document(str(file))
    document.add_paragraph(text)
    document.save(str(file))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def test_a_second_computer_makes_the_same_documents(
    house: Callable[[str], House], sample: Callable[[str], Bundle]
) -> None:
    here, there = house("a"), house("b")
    office = furnished(here)
    data = here.export(office)
    assert data == here.export(office)
    there.take(data)
    assert there.archive.office("polres-x") == office
    assert there.archive.photo(office.letterhead.emblem) == emblem()
    assert there.catalog.press["portal-kami"] == here.catalog.press["portal-kami"]
    chosen = there.settings.template("polres-x", "notula")
    assert chosen == "notula-lembah-raya"
    bundle = replace(sample("pasaman-barat"), office=office)
    for document, suffix in (("notula", ".docx"), ("notula", ".txt"), ("siaran-pers", ".docx")):
        made = [
            document_bytes(
                bundle, document, suffix, catalog=home.catalog, photos=home.archive.photo,
                template=home.settings.template("polres-x", document),
                style="portal-kami" if document == "siaran-pers" else "",
            )
            for home in (here, there)
        ]  # fmt: skip
        assert made[0] == made[1], document
    assert "Tema: " in docx.Document(io.BytesIO(_notula(there, bundle))).paragraphs[-1].text


def _notula(home: House, bundle: Bundle) -> bytes:
    return document_bytes(bundle, "notula", ".docx", catalog=home.catalog, template="notula-lembah-raya")


def test_what_is_there_already_and_the_same_is_not_taken_twice(house: Callable[[str], House]) -> None:
    here = house("a")
    data = here.export(furnished(here))
    pieces = pieces_of(read_set(data), here.catalog, here.archive)
    assert [piece.standing for piece in pieces] == ["same", "same", "same"]
    here.take(data)
    assert len([entry for entry in here.catalog.templates if entry.own]) == 1
    assert len(here.archive.offices()) == 1


def _changed_there(there: House, data: bytes) -> None:
    there.take(data)
    there.archive.save_office(replace(there.archive.office("polres-x"), city="Kota Lain"))
    entry = there.catalog.template("notula/notula-lembah-raya")
    assert entry is not None
    change(entry.folder / "template-a4.docx", "Punya kami")
    style = there.catalog.press["portal-kami"]
    PressShelf(there.catalog).save(replace(style, headline_length=70))


def test_clashes_are_told_and_by_default_both_are_kept(house: Callable[[str], House]) -> None:
    here, there = house("a"), house("b")
    data = here.export(furnished(here))
    _changed_there(there, data)
    pieces = pieces_of(read_set(data), there.catalog, there.archive)
    assert [(piece.kind, piece.standing, piece.answers[0]) for piece in pieces] == [
        ("office", "clash", "both"), ("template", "clash", "both"), ("style", "clash", "both"),
    ]  # fmt: skip
    there.take(data)
    assert {office.id: office.city for office in there.archive.offices()} == {
        "polres-x": "Kota Lain", "polres-x-2": "Lembah Raya",
    }  # fmt: skip
    assert {entry.name: entry.title for entry in there.catalog.templates if entry.own} == {
        "notula-lembah-raya": "Notula Lembah Raya", "notula-lembah-raya-2": "Notula Lembah Raya 2",
    }  # fmt: skip
    assert there.settings.template("polres-x-2", "notula") == "notula-lembah-raya-2"
    assert there.settings.template("polres-x", "notula") == "notula-lembah-raya"
    assert there.catalog.press["portal-kami"].headline_length == 70
    assert there.catalog.press["portal-kami-2"].headline_length == 50


def test_clashes_can_be_replaced_or_left_out(house: Callable[[str], House]) -> None:
    here, there = house("a"), house("b")
    data = here.export(furnished(here))
    _changed_there(there, data)
    there.take(data, kantor="skip", press__portal_kami="skip", templates__notula__notula_lembah_raya="replace")
    assert there.archive.office("polres-x").city == "Kota Lain"
    assert there.catalog.press["portal-kami"].headline_length == 70
    (own,) = (entry for entry in there.catalog.templates if entry.own)
    mine = here.catalog.template("notula/notula-lembah-raya")
    assert mine is not None
    assert (own.folder / "template-a4.docx").read_bytes() == (mine.folder / "template-a4.docx").read_bytes()


def test_what_an_office_has_chosen_here_stays_unless_its_profile_is_replaced(house: Callable[[str], House]) -> None:
    here, there = house("a"), house("b")
    data = here.export(furnished(here))
    there.take(data)
    there.settings.choose_template("polres-x", "notula", "umum")
    there.take(data)
    assert there.settings.template("polres-x", "notula") == "umum"
    there.archive.save_office(replace(there.archive.office("polres-x"), city="Kota Lain"))
    there.take(data, kantor="replace")
    assert there.archive.office("polres-x").city == "Lembah Raya"
    assert there.settings.template("polres-x", "notula") == "notula-lembah-raya"


def _state(home: House) -> tuple[object, ...]:
    own = sorted(path for path in (home.folder / "templates").rglob("*.docx"))
    styles = sorted((home.folder / "resources").rglob("*.toml"))
    return (
        home.archive.offices(), [path.read_bytes() for path in own], [path.read_bytes() for path in styles],
        home.settings.now.templates,
    )  # fmt: skip


def test_nothing_is_half_imported_when_a_step_fails(house: Callable[[str], House], tmp_path: Path) -> None:
    here, there = house("a"), house("b")
    data = here.export(furnished(here))
    _changed_there(there, data)
    before = _state(there)
    blocked = there.folder / "resources" / "press" / "portal-kami.toml.tmp"
    blocked.mkdir()  # the style cannot be written: its file beside is a folder
    with pytest.raises(CatalogError, match="tidak dapat ditulis"):
        there.take(
            data, kantor="replace", press__portal_kami="replace", templates__notula__notula_lembah_raya="replace"
        )
    blocked.rmdir()
    assert _state(there) == before


def test_a_faulty_template_is_brought_but_not_put_into_use(house: Callable[[str], House]) -> None:
    here, there = house("a"), house("b")
    office = furnished(here)
    entry = here.catalog.template("notula/notula-lembah-raya")
    assert entry is not None
    change(entry.folder / "template-a4.docx", "{{ tempatt }}")
    data = here.export(office)
    (piece,) = (one for one in pieces_of(read_set(data), there.catalog, there.archive) if one.kind == "template")
    assert piece.remark.startswith("1 kesalahan")
    there.take(data)
    assert there.catalog.template("notula/notula-lembah-raya") is not None
    assert there.settings.template("polres-x", "notula") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("../../evil.txt", b"x"), ("/etc/evil", b"x"), ("templates/notula/../../x.docx", b"x"), ("C:\\x.docx", b"x"),
        ("templates/notula/con/template.docx", b"x"), ("templates\\notula\\a\\template.docx", b"x"),
        ("templates/notula/a/template.docm", b"x"), ("press/a.toml/b.toml", b"x"), ("images/x.png", b"x"),
        ("lain.exe", b"MZ"), ("press/bom.toml", bytes(30_000_000)),
        ("images/" + "0" * 64 + ".png", b"\x89PNG swapped"), ("press/rusak.toml", b"= ="),
        ("templates/notula/a/template.toml", b'title = "A"'), ("templates/lain/a/template.toml", b'title = "A"'),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_set_is_refused_whole(house: Callable[[str], House], name: str, content: bytes) -> None:
    here, there = house("a"), house("b")
    parts = parts_of(here.export(furnished(here)))
    before = _state(there)
    with pytest.raises(SetError, match="Tidak ada yang diimpor"):
        there.take(zipped({**parts, name: content}))
    assert _state(there) == before


def test_a_set_with_a_dangerous_template_is_refused_by_its_title(house: Callable[[str], House]) -> None:
    here = house("a")
    parts = parts_of(here.export(furnished(here)))
    name = "templates/notula/notula-lembah-raya/template-a4.docx"
    inner = parts_of(parts[name])
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdX" Type="{types}/oleObject" Target="embeddings/x.bin"/></Relationships>'
    relations = inner["word/_rels/document.xml.rels"].decode().replace("</Relationships>", link)
    evil = zipped({**inner, "word/_rels/document.xml.rels": relations.encode()})
    with pytest.raises(SetError, match="“Notula Lembah Raya” yang berbahaya"):
        read_set(zipped({**parts, name: evil}))


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{}", b'{"schema": true}', b'{"schema": 2}', b'{"schema": "1"}', b"[" * 5000]
)
def test_a_manifest_that_is_wrong_or_newer_is_refused(house: Callable[[str], House], manifest: bytes) -> None:
    here = house("a")
    parts = parts_of(here.export(furnished(here)))
    with pytest.raises(SetError, match="lebih baru" if b"2" in manifest else "minta kiriman ulang"):
        read_set(zipped({**parts, "manifest.json": manifest}))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 1000])
def test_what_is_no_set_is_refused(data: bytes) -> None:
    with pytest.raises(SetError):
        read_set(data)


def test_every_cut_of_a_set_is_refused(house: Callable[[str], House]) -> None:
    here = house("a")
    data = here.export(furnished(here))
    for length in range(0, len(data), max(1, len(data) // 60)):
        with pytest.raises(SetError):
            read_set(data[:length])


def test_a_set_with_changed_bytes_is_read_or_refused_with_a_sentence(house: Callable[[str], House]) -> None:
    here = house("a")
    data = here.export(furnished(here))
    parts, chance = parts_of(data), Random(7)
    refused: list[str] = []
    for _ in range(80):
        name = chance.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(chance.choice((1, 3, 40))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            read_set(zipped({**parts, name: bytes(content)}))
        except SetError as error:
            refused.append(error.message)
    assert len(refused) > 20
    assert all(text.endswith(" Tidak ada yang diimpor.") and ".." not in text for text in refused), refused


def test_templates_laid_by_hand_get_safe_names_and_stay_in_use(house: Callable[[str], House]) -> None:
    here, there = house("a"), house("b")
    office = furnished(here)
    entry = here.catalog.template("notula/notula-lembah-raya")
    assert entry is not None
    here.settings.choose_template("polres-x", "notula", "Notula Bagops!")
    entry.folder.rename(entry.folder.with_name("Notula Bagops!"))
    here.catalog.renew_templates()
    data = here.export(office)
    assert json.loads(parts_of(data)["manifest.json"])["choices"] == {"notula": "notula-bagops"}
    there.take(data)
    assert there.settings.template("polres-x", "notula") == "notula-bagops"
