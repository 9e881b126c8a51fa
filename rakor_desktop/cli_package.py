"""The command ``rakor package``: all documents of a meeting in one folder, as "Siapkan paket" in the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("bundle", metavar="BERKAS", help=".json atau .rakor; - untuk masukan baku")
    command.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="folder tempat paket dibuat")
    command.add_argument("--style", action="append", default=[], metavar="GAYA", help="gaya siaran; boleh berulang")
    answers = "yang memastikan isi rapat RAHASIA boleh keluar"
    command.add_argument("--answered-by", default="", metavar="NAMA", help=answers)


def package(options: argparse.Namespace) -> int:
    """Make the package and tell its folder; what a classified meeting keeps back is told on standard error."""
    from rakor_desktop.catalog import Catalog
    from rakor_desktop.cli import read_bundle
    from rakor_desktop.desk.press_out.package import (
        RELEASE,
        Order,
        check_pieces,
        make_package,
        pieces_of,
        usual_pieces,
    )
    from rakor_desktop.domain.meeting import SECRET

    bundle, photos = read_bundle(options.bundle)
    catalog = Catalog.of_user()
    wanted = usual_pieces(bundle, catalog)
    if options.style:
        others = tuple(key for key in wanted if not key.startswith(f"{RELEASE}/"))
        wanted = (*others, *(f"{RELEASE}/{style}" for style in dict.fromkeys(options.style)))
    check_pieces(wanted, catalog)
    if bundle.meeting.classification in SECRET and not options.answered_by.strip():
        public = {piece.key for piece in pieces_of(catalog) if piece.public}
        wanted = tuple(key for key in wanted if key not in public)
        print("Rapat RAHASIA: siaran pers, surel, dan foto tidak ikut tanpa --answered-by.", file=sys.stderr)
    print(make_package(Order(bundle, catalog, photos.get, wanted), options.to).folder)
    return 0
