"""The command line: the same parts as the window, for automation and tests.

Errors go to standard error in Indonesian with exit code 1; wrong usage exits with 2.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from rakor_desktop import __version__
from rakor_desktop.cli_package import add_arguments, package
from rakor_desktop.cli_set import add_arguments as add_set_arguments
from rakor_desktop.errors import BundleError, ExportError, RakorError

if TYPE_CHECKING:
    from rakor_desktop.domain.meeting import Bundle
    from rakor_desktop.domain.office import Office

USAGE = 2

_INDONESIAN = (
    ("the following arguments are required: ", "masukan yang wajib belum ada: "),
    ("unrecognized arguments: ", "masukan tidak dikenal: "),
    ("invalid choice: ", "pilihan tidak dikenal: "),
    ("(choose from ", "(pilih dari "),
    ("expected one argument", "memerlukan satu nilai"),
    ("argument ", "masukan "),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; what a user reads from it is told in Indonesian here."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=_Help, add_help=False)
        self._positionals.title = "masukan"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        for english, indonesian in _INDONESIAN:
            message = message.replace(english, indonesian)
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program: without a command the window opens. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except RakorError as error:
        print(error.message, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader went away (rakor sample | head): nothing is wrong with us.
        sys.stderr.close()
        return 1


def _parser() -> argparse.ArgumentParser:
    about = "Notula, daftar hadir, dan siaran pers rapat koordinasi dari satu isian."
    parser = _Parser(prog="rakor", description=about)
    version = f"rakor {__version__}"
    parser.add_argument("--version", action="version", version=version, help="tampilkan versi program")
    parser.add_argument("--data", type=Path, help="folder data program (bawaan: folder data pengguna)")
    parser.add_argument("--samples", action="store_true", help="isi arsip dengan lima rapat contoh")
    parser.set_defaults(run=_window, files=[])
    commands = parser.add_subparsers(title="perintah", parser_class=_Parser, metavar="PERINTAH")

    def command(name: str, text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        return sub

    opened = command("open", "buka jendela dengan berkas rapat (.rakor atau .json)", _window)
    opened.add_argument("files", nargs="+", type=Path, metavar="BERKAS")
    sample = command("sample", "daftar rapat contoh, atau cetak satu contoh sebagai JSON", _sample)
    sample.add_argument("name", nargs="?", metavar="NAMA")
    read = command("read", "baca daftar hadir dari teks, Excel, Word, atau HTML menjadi JSON", _read_people)
    read.add_argument("file", metavar="BERKAS", help="berkas yang dibaca; - untuk masukan baku")
    export = command("export", "buat satu dokumen dari berkas rapat", _export)
    export.add_argument("bundle", metavar="BERKAS", help=".json atau .rakor; - untuk masukan baku")
    export.add_argument("--document", required=True, metavar="DOKUMEN")
    export.add_argument("--template", metavar="NAMA")
    export.add_argument("--style", default="", metavar="GAYA", help="gaya siaran pers, misalnya tribratanews")
    export.add_argument("--variation", default=0, type=int, metavar="N", help="susunan kata lain dari siaran yang sama")
    export.add_argument(
        "--answered-by", default="", metavar="NAMA", help="yang memastikan siaran pers rapat RAHASIA boleh keluar"
    )
    export.add_argument("--office", type=Path, metavar="BERKAS", help="profil kantor (JSON) pengganti isi berkas")
    export.add_argument(
        "--to", required=True, type=Path, metavar="TUJUAN", help="nama berkas .docx, .pdf, .txt, .html, .eml"
    )
    add_arguments(command("package", "buat semua dokumen rapat, siaran, dan foto dalam satu folder", package))
    check = command("check", "periksa kelengkapan berkas rapat", _check)
    check.add_argument("bundle", metavar="BERKAS")
    check.add_argument("--json", action="store_true", help="cetak temuan sebagai JSON")
    check.add_argument("--strict", action="store_true", help="kode keluar 1 bila ada temuan")
    review = command("review", "periksa naskah siaran (teks, Word, HTML): ejaan, gelar, tanggal, rahasia", _review)
    review.add_argument("file", metavar="BERKAS", help="berkas naskah; - untuk masukan baku")
    review.add_argument("--json", action="store_true", help="cetak temuan sebagai JSON")
    review.add_argument("--quotes", action="store_true", help="periksa juga ejaan di dalam tanda petik")
    review.add_argument("--strict", action="store_true", help="kode keluar 1 bila ada galat atau peringatan")
    command("schema", "cetak JSON Schema berkas rapat", _schema)
    template = command("template", "periksa templat Word", _no_deed)
    template_commands = template.add_subparsers(parser_class=_Parser, metavar="check", required=True)
    template_check = template_commands.add_parser("check", help="periksa satu berkas templat")
    template_check.add_argument("file", type=Path, metavar="BERKAS.docx")
    template_check.add_argument("--document", default="notula", metavar="DOKUMEN")
    template_check.set_defaults(run=_check_template)
    add_set_arguments(command("set", "set kantor: profil, templat, gaya, lambang dalam satu berkas", _no_deed), _Parser)
    command("self-test", "buat semua dokumen dari semua contoh lalu periksa hasilnya", _self_test)
    return parser


def _window(options: argparse.Namespace) -> int:
    from rakor_desktop import app, paths

    data = options.data or paths.user_data_dir()
    return app.run(data_dir=data, open_files=tuple(options.files), samples=options.samples)


def _sample(options: argparse.Namespace) -> int:
    from rakor_desktop.catalog import Catalog

    catalog = Catalog.of_user()
    if options.name is None:
        print("\n".join(catalog.sample_names()))
        return 0
    sys.stdout.write(catalog.sample_bytes(options.name).decode("utf-8"))
    return 0


def _read_people(options: argparse.Namespace) -> int:
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.reading import sources
    from rakor_desktop.reading.files.file_kind import LARGEST
    from rakor_desktop.reading.reader import Reader

    if options.file == "-":
        source = sources.from_bytes(sys.stdin.buffer.read(LARGEST + 1), "masukan baku")
    else:
        source = sources.from_file(Path(options.file))
    reading = sources.read(source, Reader(Catalog.of_user()))
    found = {
        "attendees": [
            {**{name: getattr(person, name) for name in _PERSON_FIELDS}, "doubts": [d._asdict() for d in person.doubts]}
            | {"start": person.start, "end": person.end}
            for person in reading.people
        ],
        "groups": [group._asdict() for group in reading.groups],
        "unread": [stretch._asdict() for stretch in reading.unread],
        "notes": list(source.notes),
    }
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


_PERSON_FIELDS = (
    *("rank", "front", "name", "back", "position", "institution", "represents", "represented_name"),
    *("service_no", "role", "presence"),
)


def _export(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from rakor_desktop.catalog import Catalog
    from rakor_desktop.desk.documents import DOCUMENTS, export_document

    if options.document not in DOCUMENTS:
        print(f'Dokumen "{options.document}" tidak dikenal; pilih: {", ".join(DOCUMENTS)}.', file=sys.stderr)
        return USAGE
    bundle, photos = read_bundle(options.bundle)
    if options.office is not None:
        bundle = replace(bundle, office=_read_office(options.office))
    made = export_document(
        bundle,
        options.document,
        options.to,
        catalog=Catalog.of_user(),
        photos=photos.get,
        template=options.template,
        style=options.style,
        variation=options.variation,
        answered_by=options.answered_by,
    )
    print(made)
    return 0


def _check(options: argparse.Namespace) -> int:
    from rakor_desktop import review
    from rakor_desktop.catalog import Catalog

    bundle, _photos = read_bundle(options.bundle)
    findings = review.check(bundle, Catalog.of_user())
    if options.json:
        rows = [{name: getattr(f, name) for name in _FINDING_FIELDS} for f in findings]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print(f"{_SEVERITIES[finding.severity]}: {finding.message} [{finding.where}] {finding.remedy}")
        if not findings:
            print("Tidak ada temuan.")
    return 1 if options.strict and findings else 0


def _review(options: argparse.Namespace) -> int:
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.review.text import review

    text = _read_draft(options.file)
    findings = review(text, Catalog.of_user(), quoted=options.quotes)
    if options.json:
        rows = [
            {name: getattr(f, name) for name in _TEXT_FIELDS}
            | {"remedies": [{"label": r.label, "replacement": r.replacement} for r in f.remedies]}
            for f in findings
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for f in findings:
            line = text.count("\n", 0, f.start) + 1
            print(f'{_SEVERITIES[f.severity]}, baris {line}, "{" ".join(f.text[:60].split())}": {f.message} [{f.code}]')
        if not findings:
            print("Tidak ada temuan.")
    return 1 if options.strict and any(f.severity != "hint" for f in findings) else 0


_TEXT_FIELDS = ("code", "severity", "start", "end", "text", "message", "source", "family", "sure")


def _read_draft(place: str) -> str:
    """The text of a draft: plain text as it stands, so that offsets are those of the file; else what Word or HTML
    holds.
    """
    from rakor_desktop.reading import sources
    from rakor_desktop.reading.files.decoding import decoded
    from rakor_desktop.reading.files.file_kind import LARGEST, kind_of, too_large

    data = _read(place)
    if len(data) > LARGEST:
        raise too_large(place, len(data))
    if kind_of(data, place) == "text":
        return decoded(data).text
    return sources.from_bytes(data, place).text


_FINDING_FIELDS = ("code", "severity", "where", "message", "remedy")
_SEVERITIES = {"error": "Galat", "warning": "Peringatan", "hint": "Saran"}


def _schema(_options: argparse.Namespace) -> int:
    from rakor_desktop.domain import codec

    print(json.dumps(codec.schema(), ensure_ascii=False, indent=2))
    return 0


def _no_deed(_options: argparse.Namespace) -> int:
    return USAGE


def _check_template(options: argparse.Namespace) -> int:
    from rakor_desktop import word
    from rakor_desktop.compose.documents import KINDS
    from rakor_desktop.compose.template_filters import FILTERS

    if options.document not in KINDS:
        print(f'Dokumen "{options.document}" tidak dikenal; pilih: {", ".join(KINDS)}.', file=sys.stderr)
        return USAGE
    try:
        faults = word.Template.open(options.file, filters=FILTERS).check(KINDS[options.document].view)
    except word.TemplateError as error:
        faults = error.faults
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{options.file.name}: tidak ada kesalahan.")
    return 1 if faults else 0


def _self_test(_options: argparse.Namespace) -> int:
    from rakor_desktop.selftest import self_test

    return self_test(print)


def read_bundle(place: str) -> tuple[Bundle, dict[str, bytes]]:
    """The meeting in a file (.json or .rakor, told by its content) or on standard input ("-"), with its photos."""
    from rakor_desktop.archive.rakor_file import read_rakor
    from rakor_desktop.domain import codec

    data = _read(place)
    if data.startswith(b"PK"):
        bundle, photos = read_rakor(data)
        return bundle, dict(photos)
    return codec.decode(data), {}


def _read(place: str) -> bytes:
    from rakor_desktop.domain.codec import LARGEST

    if place == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    path = Path(place)
    try:
        with path.open("rb") as file:
            return file.read(4 * LARGEST)
    except OSError as error:
        raise BundleError("unreadable", f'Berkas "{place}" tidak dapat dibaca: {_reason(error)}.') from error


def _read_office(path: Path) -> Office:
    from rakor_desktop.domain import codec

    try:
        return codec.decode_office(path.read_bytes())
    except OSError as error:
        raise ExportError("office", f'Profil kantor "{path}" tidak dapat dibaca: {_reason(error)}.') from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "berkas itu tidak ada"
    if isinstance(error, PermissionError):
        return "tidak ada izin membacanya"
    if isinstance(error, IsADirectoryError):
        return "itu sebuah folder"
    return "penyimpanannya bermasalah"


if __name__ == "__main__":
    sys.exit(main())
