"""Raw notes: a draft release full of faults, and a report to a superior that keeps the ways of its kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import review

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 22)
RELEASE = {
    "kordinasi": "koordinasi",
    "Senin": "Selasa",
    "pukul 09:00": "pukul 09.00",
    "Wib": "WIB",
    "di pimpin": "dipimpin",
    " SIK. MH": ", S.I.K., M.H.",
    ", S.H, M.H": ", S.H., M.H.",
    ", S.Ik": ", S.I.K.",
    " S.Tr.K": ", S.Tr.K.",
    "Kasad Binmas": "Kasat Binmas",
    " S. IP, M.I. Pol": ", S.I.P., M.I.Pol.",
    ", SH. MH": ", S.H., M.H.",
    "Drs,": "Drs.",
    " M.Si": ", M.Si.",
    ". SP": ", S.P.",
    " S.STP": ", S.STP.",
    ", S.Pdi": ", S.Pd.I.",
    "arahan nya": "arahannya",
    "paska lebaran": "pasca-Lebaran",
    "mensukseskan": "menyukseskan",
    "Ujar": "ujar",
    "tempat2": "tempat-tempat",
    '" ': '," ',
    "pungkas nya": "pungkasnya",
}


def test_the_faults_of_a_raw_release_are_found_with_what_stands_instead(catalog: Catalog) -> None:
    text = (DATA / "catatan-f1-polres-rilis.txt").read_text("utf-8")
    found = review(text, catalog, today=TODAY, quoted=True)
    offered = {f.text: f.remedies[0].replacement for f in found if f.remedies}
    assert {part: offered.get(part) for part in RELEASE} == RELEASE


def test_a_whatsapp_report_has_nothing_but_short_forms_to_mend(catalog: Catalog) -> None:
    text = (DATA / "catatan-f5-laporan-wa.txt").read_text("utf-8")
    found = review(text, catalog, today=TODAY, quoted=True)
    assert {f.text for f in found} == {"giat", "ijin", "tgl", "pkl", "Ops"}
