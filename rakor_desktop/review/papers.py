"""What goes out: letterhead, pictures, and what the public may read."""

from __future__ import annotations

from collections.abc import Iterator

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.catalog.press import usual_style
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.domain.office import LETTERHEAD_LINES, LETTERHEAD_WIDTH
from rakor_desktop.review.finding import Finding, shortened

_SECRET = {"R": "Rahasia", "SR": "Sangat Rahasia"}


def office(bundle: Bundle) -> Iterator[Finding]:
    """Documents are headed by the office; without a profile they begin with a blank."""
    if not bundle.office.name.strip():
        yield Finding("no_office", "warning", "office.name", "Nama satker belum diisi.", "Lengkapi profil satker.")
    if not any(line.strip() for line in bundle.office.letterhead.lines):
        yield Finding("no_letterhead", "hint", "office.letterhead", "Kop surat belum diisi.", "Lengkapi profil satker.")


def letterhead(bundle: Bundle) -> Iterator[Finding]:
    """A police letterhead has at most three lines of at most 41 characters (annex of Perkap 1/2023)."""
    if bundle.office.kind != "police":
        return
    lines = [line for line in bundle.office.letterhead.lines if line.strip()]
    if len(lines) > LETTERHEAD_LINES:
        yield Finding(
            "letterhead_too_tall",
            "warning",
            "office.letterhead",
            f"Kop surat memuat {len(lines)} baris; paling banyak {LETTERHEAD_LINES} (Perkap 1/2023).",
            "Gabungkan atau singkat barisnya; alamat ditulis pada isian alamat.",
        )
    for line in lines:
        if len(line.strip()) > LETTERHEAD_WIDTH:
            yield Finding(
                "letterhead_too_wide",
                "warning",
                "office.letterhead",
                f'Baris kop "{line.strip()}" memuat {len(line.strip())} karakter; '
                f"paling banyak {LETTERHEAD_WIDTH} (Perkap 1/2023).",
                "Pakai singkatan resmi satuan itu.",
            )


def photos(bundle: Bundle) -> Iterator[Finding]:
    """A picture without bytes prints as nothing, and one without a caption tells nothing."""
    for number, photo in enumerate(bundle.meeting.photos, start=1):
        if not photo.content_hash:
            message = f"Berkas foto nomor {number} tidak ada."
            yield Finding("photo_missing", "warning", f"photos/{photo.id}", message, "Pilih lagi fotonya atau hapus.")
        elif not photo.caption.strip():
            message = f"Foto nomor {number} belum diberi keterangan."
            yield Finding("photo_without_caption", "hint", f"photos/{photo.id}", message, "Isi keterangan foto.")


def press(bundle: Bundle) -> Iterator[Finding]:
    """A release is composed from public items only."""
    meeting = bundle.meeting
    if meeting.items and not any(item.public for item in meeting.items):
        yield Finding(
            "no_public_items",
            "hint",
            "items",
            "Belum ada butir yang ditandai untuk umum; siaran pers hanya memuat data pokok.",
            "Tandai butir yang boleh diberitakan.",
        )


def secrecy(bundle: Bundle) -> Iterator[Finding]:
    """What is classified R or SR does not go to the press."""
    meeting = bundle.meeting
    word = _SECRET.get(meeting.classification)
    public = sum(row.public for rows in (meeting.items, meeting.figures, meeting.photos) for row in rows)
    if word and public:
        yield Finding(
            "secret_but_public",
            "warning",
            "classification",
            f"Rapat berklasifikasi {word}, tetapi {public} butir, angka, atau foto ditandai untuk umum.",
            "Turunkan klasifikasinya, atau hapus tanda umum pada butir-butir itu.",
        )


def release_style(bundle: Bundle, catalog: Catalog) -> Iterator[Finding]:
    """A meeting may ask for a press style that was deleted, or that only a colleague's computer has."""
    wanted = bundle.meeting.release_style
    found = catalog.press.get(wanted)
    if wanted and (found is None or found.form != "release"):
        usual = usual_style(catalog.press, bundle.office.kind, bundle.office.name)
        yield Finding(
            "style_missing",
            "warning",
            "release_style",
            f'Gaya siaran "{shortened(wanted)}" tidak ada di komputer ini; siaran pers memakai gaya {usual.title}.',
            "Pilih gaya lain pada halaman Siaran pers, atau impor berkas gayanya.",
        )


def numbers(bundle: Bundle) -> Iterator[Finding]:
    """A number with a place left for the figure ("B/   /IV/2024", "B/{urut}/...") is not given out yet."""
    for document, number in bundle.meeting.numbers.items():
        if "{" in number or "/  " in number or "//" in number or "..." in number:
            yield Finding(
                "number_unfinished",
                "hint",
                "numbers",
                f'Nomor {document} "{shortened(number)}" belum lengkap.',
                "Isi nomor urutnya setelah nomor dikeluarkan.",
            )


RULES = (office, letterhead, photos, press, secrecy, numbers)
"""The rules of this file."""
