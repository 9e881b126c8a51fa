"""Our own releases stand the review that others' releases get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import export_document
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.review.text import TextFacts, review

SAMPLES = ("belawan", "kutai-barat", "lahat", "lumajang", "pasaman-barat")

@pytest.mark.parametrize("name", SAMPLES)
def test_our_own_draft_has_no_findings(
    name: str, sample: Callable[[str], Bundle], catalog: Catalog, tmp_path: Path
) -> None:
    bundle = sample(name)
    made = export_document(bundle, "siaran-pers", tmp_path / "siaran.txt", catalog=catalog, photos=lambda _: None)
    text = made.read_text("utf-8")
    findings = review(text, catalog, TextFacts.of(bundle), date(2026, 11, 22))
    assert [(f.code, f.text) for f in findings] == []
