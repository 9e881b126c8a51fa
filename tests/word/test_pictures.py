"""Pictures: in a run, in place of a placeholder, stored once, never broken."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

import pytest
from PIL import Image
from word_samples import Orang, Rapat, docx, drawing, holder, par, part, png, row, table

from rakor_desktop.word import Picture, Template, TemplateError, inspect_docx


@dataclass(frozen=True)
class Gambar:
    data: bytes
    width_mm: float
    height_mm: float | None
    alt: str


@dataclass(frozen=True)
class Model:
    gambar: Gambar | None


def jpeg(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height)).save(buffer, "JPEG")
    return buffer.getvalue()


def extents(data: bytes) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', part(data))]


def media(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name for name in archive.namelist() if name.startswith("word/media/") and "image1" not in name]


def test_a_picture_in_a_run_keeps_its_proportions_and_has_alternative_text() -> None:
    picture = Picture(jpeg(400, 200), 80, None, 'Foto "A" & B')
    data = Template.from_bytes(docx(par("Foto: {{ gambar }} selesai"))).render_verified(Rapat("x", gambar=picture))
    assert extents(data) == [(2_880_000, 1_440_000)]
    assert 'descr="Foto &quot;A&quot; &amp; B"' in part(data)
    assert "image/jpeg" in part(data, "[Content_Types].xml")
    assert inspect_docx(data) == ()


def test_a_placeholder_gets_the_picture_fitted_into_its_box() -> None:
    picture = Picture(png(20, 10), 1, 1, "lebar")
    data = Template.from_bytes(docx(par("a", drawing("{{ gambar }}")))).render(Rapat("x", gambar=picture))
    assert extents(data) == [(1_080_000, 540_000)]
    assert 'descr="lebar"' in part(data)
    assert "rId2" not in part(data)
    assert inspect_docx(data) == ()


def test_a_placeholder_without_a_picture_is_left_out_with_its_run() -> None:
    data = Template.from_bytes(docx(par("a", drawing("{{ gambar }}")))).render(Rapat("x"))
    assert "<w:drawing" not in part(data)
    assert part(data).count("<w:r>") == 1
    assert media(data) == []


def test_placeholders_repeat_in_rows_with_their_own_ids_and_equal_pictures_are_stored_once() -> None:
    same, other = Picture(png(5, 5), 1, None, "a"), Picture(png(6, 5), 1, None, "b")
    body = table(row("{%tr for h in hadirin %}"), row(par(drawing("{{ h.foto }}"))), row("{%tr endfor %}")) + par("")
    people = tuple(Orang("", str(n), foto=each) for n, each in enumerate((same, other, same, None)))
    data = Template.from_bytes(docx(body)).render(Rapat("x", people))
    assert len(extents(data)) == 3
    assert len(media(data)) == 2
    assert inspect_docx(data) == ()


def test_pictures_work_in_headers_with_relationships_of_their_own() -> None:
    template = Template.from_bytes(docx(par("x"), {"word/header1.xml": holder("hdr", par("{{ gambar }}"))}))
    data = template.render(Rapat("x", gambar=Picture(png(5, 5), 10, 10, "")))
    assert "media/" in part(data, "word/_rels/header1.xml.rels")
    assert inspect_docx(data) == ()


@pytest.mark.parametrize("content", [b"", b"GIF89a....", png(3, 3)[:20], jpeg(3, 3)[:30], b"\xff\xd8\xff"])
def test_a_broken_picture_is_told_with_its_place(content: bytes) -> None:
    for body in (par("{{ gambar }}"), par(drawing("{{ gambar }}"))):
        with pytest.raises(TemplateError, match=r"Isi dokumen, paragraf 1: .*gambar.* rusak"):
            Template.from_bytes(docx(body)).render(Rapat("x", gambar=Picture(content, 10, None, "")))


def test_a_text_where_a_placeholder_wants_a_picture_is_told() -> None:
    with pytest.raises(TemplateError, match="bukan gambar"):
        Template.from_bytes(docx(par(drawing("{{ judul }}")))).render(Rapat("x"))


def test_a_placeholder_with_more_than_one_tag_is_refused() -> None:
    with pytest.raises(TemplateError, match="teks alternatif"):
        Template.from_bytes(docx(par(drawing("foto {{ gambar }}"))))


def test_any_object_with_a_pictures_fields_is_a_picture() -> None:
    template = Template.from_bytes(docx(par("{{ gambar }}", drawing("{{ gambar }}"))))
    assert template.check(Model) == ()
    data = template.render_verified(Model(Gambar(png(4, 2), 36, None, "x")))
    assert extents(data) == [(1_296_000, 648_000), (1_080_000, 540_000)]
    assert len(media(data)) == 1


def test_a_picture_of_the_template_is_replaced_by_its_name_and_keeps_its_box() -> None:
    named = drawing("Logo kantor").replace('name="g"', 'name="logo.png"')
    template = Template.from_bytes(docx(par("{{ judul }}", named)))
    assert set(template.pictures) == {"logo.png", "Logo kantor"}
    data = template.render_verified(Rapat("x"), {"logo.png": png(20, 5)})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/image1.png") == png(20, 5)
    assert 'cx="1080000" cy="1080000"' in part(data)
    assert inspect_docx(data) == ()


@pytest.mark.parametrize(
    ("name", "image", "told"),
    [("lgo.png", png(1, 1), "logo.png"), ("logo.png", b"x", "bukan PNG/JPEG"), ("logo.png", b"\xff\xd8", "PNG")],
)
def test_a_picture_that_cannot_be_replaced_is_told(name: str, image: bytes, told: str) -> None:
    template = Template.from_bytes(docx(par(drawing("x").replace('name="g"', 'name="logo.png"'))))
    with pytest.raises(TemplateError, match=told):
        template.render(Rapat("x"), {name: image})
