"""The command ``rakor set``: an office's whole set written to a file, and taken in from one, without the window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rakor_desktop.errors import ExportError

if TYPE_CHECKING:
    from rakor_desktop.archive import Archive
    from rakor_desktop.domain.office import Office

_ANSWERS: Final = ("both", "replace", "skip")


def add_arguments(command: argparse.ArgumentParser, parser: type[argparse.ArgumentParser]) -> None:
    """What the command takes."""
    commands: Any = command.add_subparsers(parser_class=parser, metavar="export|import", required=True)
    out = commands.add_parser("export", help="tulis profil, templat, gaya, dan lambang kantor ke satu berkas")
    out.add_argument("--to", required=True, type=Path, metavar="BERKAS.rakorset")
    out.add_argument("--office", default="", metavar="ID", help="profil kantor (bawaan: profil untuk rapat baru)")
    out.set_defaults(run=export_set)
    into = commands.add_parser("import", help="ambil set kantor; tutup jendela program dahulu")
    into.add_argument("file", type=Path, metavar="BERKAS.rakorset")
    into.add_argument(
        "--existing", choices=_ANSWERS, default="both", metavar="CARA",
        help="untuk yang sudah ada dan berbeda: both (simpan dua-duanya), replace (ganti), skip (lewati)",
    )  # fmt: skip
    into.add_argument("--default", action="store_true", help="pakai profil ini untuk rapat baru")
    into.set_defaults(run=import_set)


def export_set(options: argparse.Namespace) -> int:
    """Write the set and tell its file."""
    from rakor_desktop.archive.files import write_whole
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.desk.documents import DOCUMENTS
    from rakor_desktop.desk.office_set import write_set
    from rakor_desktop.settings import Settings

    data = _folder(options)
    archive, settings = _archive(data), Settings(data)
    try:
        office = _office(archive, options.office)
        chosen = {d: name for d in DOCUMENTS if (name := settings.template(office.id, d))}
        content = write_set(office, Catalog.load(user=data), archive.photo, chosen)
    finally:
        archive.close()
    try:
        write_whole(options.to, content)
    except OSError as error:
        raise ExportError("set.write", f"Berkas “{options.to}” tidak dapat ditulis: {error.strerror}.") from error
    print(options.to)
    return 0


def import_set(options: argparse.Namespace) -> int:
    """Take a set in and tell what became of each of its pieces."""
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.desk.office_set import read_set
    from rakor_desktop.desk.set_import import bring_in, pieces_of
    from rakor_desktop.settings import Settings

    data = _folder(options)
    try:
        parcel = read_set(options.file.read_bytes())
    except OSError as error:
        raise ExportError("set.read", f"Berkas “{options.file}” tidak dapat dibaca: {error.strerror}.") from error
    catalog, archive, settings = Catalog.load(user=data), _archive(data), Settings(data)
    try:
        pieces = pieces_of(parcel, catalog, archive)
        clashes = {p.key: options.existing for p in pieces if p.standing == "clash" and options.existing in p.answers}
        bring_in(parcel, clashes, catalog=catalog, archive=archive, settings=settings, default=options.default)
    finally:
        archive.close()
    for piece in pieces:
        print(f"{_KINDS[piece.kind]}: {piece.title}" + (f" ({piece.remark})" if piece.remark else ""))
    return 0


_KINDS: Final = {"office": "Profil kantor", "template": "Templat", "style": "Gaya siaran"}


def _folder(options: argparse.Namespace) -> Path:
    from rakor_desktop import paths

    return options.data or paths.user_data_dir()


def _archive(data: Path) -> Archive:
    from rakor_desktop.archive import Archive
    from rakor_desktop.paths import ARCHIVE_NAME

    data.mkdir(parents=True, exist_ok=True)
    return Archive.open(data / ARCHIVE_NAME)


def _office(archive: Archive, office_id: str) -> Office:
    office = archive.office(office_id) if office_id else archive.default_office()
    if office is None:
        raise ExportError("set.no_office", "Belum ada profil kantor. Buat dahulu di jendela program.")
    return office
