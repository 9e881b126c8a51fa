"""Every document says, part by part, what is expected of it; a difference is read as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from document_parts import EXPECTED, READ, WRITTEN, parts_text

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.meeting import Bundle


@pytest.mark.parametrize("document", WRITTEN)
@pytest.mark.parametrize("name", READ)
def test_a_document_says_what_is_expected_in_the_styles_expected(
    name: str, document: str, sample: Callable[[str], Bundle], catalog: Catalog
) -> None:
    made = parts_text(sample(name), document, catalog)
    assert made.splitlines() == (EXPECTED / f"{name}.{document}.txt").read_text(encoding="utf-8").splitlines()
