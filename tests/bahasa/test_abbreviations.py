"""Abbreviations are spelled out once."""

from __future__ import annotations

import pytest

from rakor_desktop.bahasa.abbreviations import introduced_once


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            ("Satgas Keamanan Desa (SKD) aktif.", "Warga mendukung Satgas Keamanan Desa (SKD)."),
            ("Satgas Keamanan Desa (SKD) aktif.", "Warga mendukung SKD."),
        ),
        (
            ("melalui Satgas Keamanan Desa (SKD)", "melalui Satgas Keamanan Desa (SKD)"),
            ("melalui Satgas Keamanan Desa (SKD)", "melalui SKD"),
        ),
        (
            ("Badan Siaga Kota (BSK)", "Balai Sungai Kecil (BSK)"),
            ("Badan Siaga Kota (BSK)", "Balai Sungai Kecil (BSK)"),
        ),
        (
            ("Satgas Keamanan Desa (SKD).", "“Satgas Keamanan Desa (SKD) siap,” ujar Kapolres."),
            ("Satgas Keamanan Desa (SKD).", "“Satgas Keamanan Desa (SKD) siap,” ujar Kapolres."),
        ),
        (("Kamis (15)", "Kamis (15)"), ("Kamis (15)", "Kamis (15)")),
        (("pos (baru)", "pos (baru)"), ("pos (baru)", "pos (baru)")),
    ],
)
def test_a_second_spelling_out_is_dropped_only_where_it_is_surely_the_same(
    texts: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert introduced_once(texts) == kept
