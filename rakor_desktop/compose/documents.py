"""The documents that a meeting is made into, by their names on the command line and in ``templates/``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rakor_desktop.compose.arahan import halaman_dokumentasi, lembar_tindak_lanjut, petikan_arahan
from rakor_desktop.compose.laporan import laporan_hasil
from rakor_desktop.compose.notula import daftar_hadir, notula
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.undangan import undangan
from rakor_desktop.compose.views import (
    DaftarHadir,
    HalamanDokumentasi,
    LaporanHasil,
    LaporanWhatsApp,
    LembarTindakLanjut,
    Notula,
    PetikanArahan,
    SiaranPers,
    Undangan,
)
from rakor_desktop.compose.whatsapp import laporan_whatsapp


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document: its name, Indonesian title, view-model and how that is composed."""

    name: str
    title: str
    view: type
    compose: Callable[[Source], Any]


KINDS: dict[str, DocumentKind] = {
    kind.name: kind
    for kind in (
        DocumentKind("notula", "Notula", Notula, notula),
        DocumentKind("daftar-hadir", "Daftar hadir", DaftarHadir, daftar_hadir),
        DocumentKind("siaran-pers", "Siaran pers", SiaranPers, siaran_pers),
        DocumentKind("laporan-whatsapp", "Laporan WhatsApp", LaporanWhatsApp, laporan_whatsapp),
        DocumentKind("undangan", "Undangan rapat", Undangan, undangan),
        DocumentKind("laporan-hasil", "Laporan hasil rapat", LaporanHasil, laporan_hasil),
        DocumentKind("petikan-arahan", "Petikan arahan", PetikanArahan, petikan_arahan),
        DocumentKind("tindak-lanjut", "Lembar tindak lanjut", LembarTindakLanjut, lembar_tindak_lanjut),
        DocumentKind("dokumentasi", "Halaman dokumentasi", HalamanDokumentasi, halaman_dokumentasi),
    )
}
