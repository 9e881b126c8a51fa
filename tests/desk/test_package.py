"""The package of a meeting: whole or not there at all, and nothing in it that should stay in the house."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rakor_desktop import cli
from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import final_draft
from rakor_desktop.compose.source import Source
from rakor_desktop.desk.jobs import Cancelled
from rakor_desktop.desk.press_out.package import Order, make_package, package_folder, pieces_of, usual_pieces
from rakor_desktop.domain.meeting import Bundle, Meeting, Photo
from rakor_desktop.errors import ExportError, PhotoError
from tests.telltale_photos import SECRETS, telltale_jpeg

Sample = Callable[[str], Bundle]
HASH, INSIDE, LOST = "a" * 64, "b" * 64, "c" * 64
SECRET_PHOTO = telltale_jpeg((800, 600), (0, 0, 250))


@pytest.fixture
def order(sample: Sample, catalog: Catalog) -> Order:
    bundle = sample("pasaman-barat")
    photos = (Photo("p1", "Suasana", "Humas", HASH, True), Photo("p2", "Denah", "", INSIDE, False))
    bundle = replace(bundle, meeting=replace(bundle.meeting, photos=photos))
    there = {HASH: telltale_jpeg((2000, 1500)), INSIDE: SECRET_PHOTO}
    return Order(bundle, catalog, there.get, usual_pieces(bundle, catalog))


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_usual_package_holds_every_document_once(order: Order, tmp_path: Path) -> None:
    made = make_package(order, tmp_path)
    title = "Rapat Koordinasi Lintas Sektoral"
    assert made.folder == tmp_path / f"2024-08-15 {title} (paket)"
    assert (
        names_in(made.folder)
        == sorted(made.files)
        == sorted(
            (
                f"Notula {title}.docx",
                f"Daftar hadir {title}.docx",
                f"Laporan WhatsApp {title}.txt",
                *(f"Siaran pers tribratanews {title}{ending}" for ending in (".docx", ".html", ".txt")),
                f"Surel siaran pers {title}.eml",
                os.path.join("foto", "foto-1.jpg"),
            )
        )
    )
    assert names_in(tmp_path) == [f"{made.folder.name}{os.sep}{name}" for name in names_in(made.folder)]


def test_a_release_for_every_portal_is_written_in_its_own_style(order: Order, tmp_path: Path) -> None:
    keys = tuple(piece.key for piece in pieces_of(order.catalog) if piece.key.startswith("siaran-pers/"))
    made = make_package(replace(order, wanted=keys), tmp_path)
    texts = {path.read_text("utf-8") for path in made.folder.glob("Siaran pers*.txt")}
    assert len(made.files) == 3 * len(keys)
    assert len(texts) == len(keys) > 3


def test_no_file_for_the_public_holds_an_internal_photo_or_a_remark_of_a_photo(order: Order, tmp_path: Path) -> None:
    import zipfile

    made = make_package(order, tmp_path)
    (photo,) = (made.folder / "foto").iterdir()
    assert not [secret for secret in SECRETS if secret in photo.read_bytes()]
    word_file = next(made.folder.glob("Siaran pers*.docx"))
    with zipfile.ZipFile(word_file) as package:
        pictures = [package.read(name) for name in package.namelist() if name.endswith((".jpg", ".jpeg"))]
    assert len(pictures) == 1
    assert not [secret for secret in SECRETS if secret in pictures[0]]
    page = next(made.folder.glob("*.html")).read_text("utf-8")
    assert page.count("<img ") == 1
    assert 'src="foto/foto-1.jpg"' in page


def test_without_the_photos_beside_it_the_page_holds_them_itself(order: Order, tmp_path: Path) -> None:
    made = make_package(replace(order, wanted=("siaran-pers/umum",)), tmp_path)
    assert not (made.folder / "foto").exists()
    assert 'src="data:image/jpeg;base64,' in next(made.folder.glob("*.html")).read_text("utf-8")


def test_approved_words_go_out_as_they_were_approved(order: Order, tmp_path: Path) -> None:
    words = replace(final_draft(Source(order.bundle, order.catalog)).words_now, headline="Judul yang Disetujui")
    made = make_package(replace(order, approved={"tribratanews": words}), tmp_path)
    assert next(made.folder.glob("Siaran*.txt")).read_text("utf-8").startswith("Judul yang Disetujui\n")
    assert "<h1>Judul yang Disetujui</h1>" in next(made.folder.glob("*.html")).read_text("utf-8")
    assert b"Subject: Judul yang Disetujui\r\n" in next(made.folder.glob("*.eml")).read_bytes()


def test_a_second_package_lies_beside_the_first_which_stays_as_it_was(order: Order, tmp_path: Path) -> None:
    order = replace(order, wanted=("notula",))
    first = make_package(order, tmp_path)
    note = first.folder / "catatan saya.txt"
    note.write_text("jangan hilang")
    second = make_package(order, tmp_path)
    assert second.folder.name.endswith("(paket 2)")
    assert note.read_text() == "jangan hilang"
    assert package_folder(tmp_path, order.bundle.meeting).name.endswith("(paket 3)")


def test_cancelled_at_any_file_nothing_new_is_there(order: Order, tmp_path: Path) -> None:
    make_package(replace(order, wanted=("notula",)), tmp_path)
    before = names_in(tmp_path)
    for last in range(9):
        left = [None] * last

        def check(left: list[None] = left) -> None:
            if not left:
                raise Cancelled
            left.pop()

        with pytest.raises(Cancelled):
            make_package(order, tmp_path, check=check)
        assert names_in(tmp_path) == before
        assert len(list(tmp_path.iterdir())) == 1


def test_a_broken_photo_leaves_nothing_behind_and_says_which(order: Order, tmp_path: Path) -> None:
    broken = replace(order, photos={HASH: telltale_jpeg()[:5000]}.get)
    with pytest.raises(PhotoError, match=r"nomor 1 \(Suasana\)"):
        make_package(broken, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_release_without_a_word_is_left_out_and_told(order: Order, tmp_path: Path) -> None:
    nothing = replace(order, bundle=replace(order.bundle, meeting=Meeting(id="kosong")))
    made = make_package(nothing, tmp_path)
    assert made.empty
    assert not [name for name in made.files if "iaran" in name]
    assert made.files
    only = replace(nothing, wanted=tuple(key for key in order.wanted if key.startswith("siaran-pers/")))
    with pytest.raises(ExportError, match="masih kosong"):
        make_package(only, tmp_path)


def test_a_lost_photo_is_counted_and_the_rest_is_made(order: Order, tmp_path: Path) -> None:
    meeting = order.bundle.meeting
    photos = (Photo("p0", "Hilang", "", LOST, True), *meeting.photos)
    bundle = replace(order.bundle, meeting=replace(meeting, photos=photos))
    made = make_package(replace(order, bundle=bundle), tmp_path)
    assert made.lost == 1
    assert [path.name for path in (made.folder / "foto").iterdir()] == ["foto-2.jpg"]
    page = next(made.folder.glob("*.html")).read_text("utf-8")
    assert page.count("<figure>") == 1
    assert "Suasana (Foto: Humas)</figcaption>" in page


def test_a_folder_that_cannot_be_written_is_told_with_a_remedy(order: Order, tmp_path: Path) -> None:
    file = tmp_path / "bukan folder"
    file.write_text("x")
    with pytest.raises(ExportError, match="pilih folder lain"):
        make_package(order, file)
    assert file.read_text() == "x"


@pytest.mark.parametrize("wanted", [(), ("siaran-pers/tidak-ada",), ("apa",)])
def test_a_package_of_nothing_or_of_something_unknown_is_refused(
    wanted: tuple[str, ...], order: Order, tmp_path: Path
) -> None:
    with pytest.raises(ExportError):
        make_package(replace(order, wanted=wanted), tmp_path)
    assert not list(tmp_path.iterdir())


def test_progress_runs_from_nothing_to_all(order: Order, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    make_package(order, tmp_path, progress=lambda fraction, text: told.append((fraction, text)))
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0, 1)
    assert "Notula" in [text for _, text in told]


def test_the_command_line_keeps_back_what_a_classified_meeting_must_not_tell(
    sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from rakor_desktop.domain import codec

    bundle = sample("belawan")
    secret = replace(bundle, meeting=replace(bundle.meeting, classification="R"))
    source = tmp_path / "rapat.json"
    source.write_bytes(codec.encode(secret))
    command = ["package", str(source), "--to", str(tmp_path / "keluar")]
    assert cli.main(command) == 0
    told = capsys.readouterr()
    assert "tidak ikut" in told.err
    assert {name.split(" ")[0] for name in os.listdir(told.out.strip())} == {"Notula", "Daftar", "Laporan"}
    assert cli.main([*command, "--answered-by", "Kasihumas", "--style", "polda", "--style", "umum"]) == 0
    names = os.listdir(capsys.readouterr().out.strip())
    assert {name.split(" ")[2] for name in names if name.startswith("Siaran")} == {"polda", "umum"}
    assert cli.main([*command, "--style", "apa"]) == 1
