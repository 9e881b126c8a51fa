"""Texts and findings for the tests of everything with which a person mends them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from rakor_desktop.catalog import Catalog
from rakor_desktop.review.text import TextFinding, review

TODAY = date(2026, 11, 22)
TEXT = "😀 Rapat antar instansi itu penting.\nMereka mensukseskan Pilkada. Kemaren para stakeholder hadir."


def found(catalog: Catalog, text: str = TEXT) -> tuple[TextFinding, ...]:
    return review(text, catalog, today=TODAY)


def of(findings: tuple[TextFinding, ...], words: str) -> TextFinding:
    return next(finding for finding in findings if finding.text == words)


def underlined(edit: QPlainTextEdit | QTextEdit) -> list[str]:
    return [selection.cursor.selectedText() for selection in edit.extraSelections()]
