"""The shipped templates and what the tests fill them with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import companion_samples as companions
import template_samples as samples
from lxml import etree

from rakor_desktop.compose.documents import KINDS
from rakor_desktop.word import Template

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
FOLDERS = sorted(path.parent.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("*/*/template.toml"))
PAPERS = ("a4", "f4")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

VIEWS: dict[str, type] = {name: kind.view for name, kind in KINDS.items()}
_FULL: dict[str, Callable[[bool], object]] = {
    "notula": lambda civil: samples.minutes(civil=civil),
    "daftar-hadir": lambda civil: samples.attendance(civil=civil),
    "siaran-pers": lambda civil: samples.release(civil=civil),
    "laporan-whatsapp": lambda _civil: samples.report(),
    "undangan": lambda civil: companions.invitation(civil=civil),
    "laporan-hasil": lambda civil: companions.results(civil=civil),
    "petikan-arahan": lambda civil: companions.orders(civil=civil),
    "tindak-lanjut": lambda civil: companions.tasks(civil=civil),
    "dokumentasi": lambda civil: companions.pictures(civil=civil),
}
_EMPTY: dict[str, Callable[[], object]] = {
    "notula": samples.no_minutes,
    "daftar-hadir": samples.no_attendance,
    "siaran-pers": samples.no_release,
    "laporan-whatsapp": samples.no_report,
    "undangan": companions.no_invitation,
    "laporan-hasil": companions.no_results,
    "petikan-arahan": companions.no_orders,
    "tindak-lanjut": companions.no_tasks,
    "dokumentasi": companions.no_pictures,
}


def full(folder: str) -> object:
    return _FULL[folder.split("/")[0]]("/pemda" in folder)


def empty(folder: str) -> object:
    return _EMPTY[folder.split("/")[0]]()


def template_file(folder: str, paper: str = "a4") -> Path:
    return TEMPLATES / folder / f"template-{paper}.docx"


def fill(folder: str, values: object, paper: str = "a4") -> bytes:
    return Template.open(template_file(folder, paper)).render_verified(values)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def text_of(paragraph: etree._Element) -> str:
    return "".join("\t" if t.tag == W + "tab" else t.text or "" for t in paragraph.iter(W + "t", W + "tab"))


def styled(data: bytes) -> list[tuple[str, str]]:
    """Style id and text of every paragraph of the body, in reading order."""
    found = []
    for paragraph in part(data, "word/document.xml").iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        found.append(("" if style is None else style.get(W + "val", ""), text_of(paragraph)))
    return found


TYPED_NUMBER = re.compile(r"\s*(\d+[.)]|[a-z][.)]|\(\d+\)|\([a-z]\))\s")
