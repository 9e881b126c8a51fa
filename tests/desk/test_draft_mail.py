"""A release as a draft mail: what Outlook opens for writing is whole, with its files under their own names."""

from __future__ import annotations

import email
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from lxml import html

from rakor_desktop import cli
from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.desk.documents import document_bytes, export_document
from rakor_desktop.desk.press_out.mail import Attachment, draft_mail
from rakor_desktop.domain.meeting import Bundle, Photo
from rakor_desktop.errors import ExportError
from tests.telltale_photos import SECRETS, telltale_jpeg

Sample = Callable[[str], Bundle]
HASH, OTHER = "a" * 64, "b" * 64


def parsed(data: bytes) -> EmailMessage:
    mail = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not [part.defects for part in mail.walk() if part.defects]
    return mail


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def with_photos(bundle: Bundle) -> Bundle:
    photos = (Photo("p1", "Suasana rapat", "", HASH, True), Photo("p2", "Denah pos", "", OTHER, False))
    return replace(bundle, meeting=replace(bundle.meeting, photos=photos))


def test_the_draft_holds_headline_text_page_word_file_and_public_photos(sample: Sample, catalog: Catalog) -> None:
    bundle = with_photos(sample("lumajang"))
    photos = {HASH: telltale_jpeg(), OTHER: telltale_jpeg(colour=(0, 0, 200))}
    mail = parsed(document_bytes(bundle, "siaran-pers", ".eml", catalog=catalog, photos=photos.get))
    view = siaran_pers(Source(bundle, catalog))
    assert mail["Subject"] == view.judul
    assert mail["X-Unsent"] == "1"
    assert not {"From", "To", "Date"} & set(mail.keys())
    text = body(mail, "plain").replace("\r\n", "\n").split("\n\n")
    assert text[0] == view.judul
    assert list(view.isi) == text[1 : 1 + len(view.isi)]
    page = html.document_fromstring(body(mail, "html"))
    assert [p.text_content() for p in page.xpath("//p")][: len(view.isi)] == list(view.isi)
    word_file, photo = mail.iter_attachments()
    name = str(word_file.get_filename())
    words = name.removeprefix("Siaran pers ").removesuffix(".docx").split()
    assert words == bundle.meeting.title.split()[: len(words)]
    assert len(words) > 4
    with zipfile.ZipFile(io.BytesIO(word_file.get_content())) as package:
        assert package.testzip() is None
    assert (photo.get_filename(), photo.get_content_type()) == ("foto-1.jpg", "image/jpeg")
    assert not [secret for secret in SECRETS if secret in photo.get_content()]


@pytest.mark.parametrize(
    "name",
    [
        "Siaran pers.docx",
        "Siaran pers – Rakor “Désa Maju” di Nganjuk.docx",
        "Siaran pers Rapat Koordinasi Lintas Sektoral dalam rangka kesiapan pengamanan Pilkada 2024 Kabupaten Ini.docx",
        "Résumé " * 12 + ".docx",
        "👮 rapat.docx",
    ],
)
def test_a_file_name_stands_in_one_piece_for_programs_that_do_not_join_pieces(name: str) -> None:
    data = draft_mail("Judul", "isi", "<p>isi</p>", [Attachment(name, b"PK", "application/zip")])
    (part,) = parsed(data).iter_attachments()
    assert part.get_filename() == name
    assert not re.search(rb"(file)?name\*\d", data)
    raw = data.decode("ascii")
    if name.isascii():
        assert f'filename="{name}"' in raw
        assert f'name="{name}"' in raw
    else:
        assert "filename*=utf-8''" in raw
        assert all(len(word) <= 75 for word in re.findall(r"=\?utf-8\?B\?[^?]+\?=", raw))
        assert 'name="=?utf-8?B?' in raw


def test_a_name_that_would_break_the_head_is_made_harmless_and_bounded() -> None:
    long = 'x"; evil="1\r\nBcc: a@b.c ' + "y" * 300 + ".jpg"
    data = draft_mail("Judul\r\nBcc: a@b.c", "isi", "<p>isi</p>", [Attachment(long, b"x", "image/jpeg")])
    mail = parsed(data)
    (part,) = mail.iter_attachments()
    assert "Bcc" not in mail
    assert mail["Subject"] == "Judul Bcc: a@b.c"
    assert len(str(part.get_filename())) == 120
    assert str(part.get_filename()).endswith(".jpg")
    assert b"\nBcc" not in data


def test_lines_are_short_and_end_as_mail_wants_them(sample: Sample, catalog: Catalog) -> None:
    data = document_bytes(sample("lumajang"), "siaran-pers", ".eml", catalog=catalog)
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 998
    data.decode("ascii")


def test_only_a_release_becomes_a_mail(sample: Sample, catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path
    with pytest.raises(ExportError) as caught:
        export_document(sample("lumajang"), "notula", folder / "n.eml", catalog=catalog)
    assert caught.value.code == "unknown_format"
    assert not list(folder.iterdir())


def test_the_command_line_writes_a_draft_mail(tmp_path: Path, catalog: Catalog) -> None:
    folder = tmp_path
    source, target = folder / "rapat.json", folder / "siaran.eml"
    source.write_bytes(catalog.sample_bytes("belawan"))
    assert cli.main(["export", str(source), "--document", "siaran-pers", "--to", str(target)]) == 0
    assert parsed(target.read_bytes())["X-Unsent"] == "1"
