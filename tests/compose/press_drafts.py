"""The drafts of the sample meetings, for reading and comparing; run as a module to write the expected texts anew."""

from __future__ import annotations

from pathlib import Path

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.outline import outline
from rakor_desktop.compose.press import final_draft
from rakor_desktop.compose.source import Source
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle

EXPECTED = Path(__file__).parent / "expected"
OWN_STYLE = {
    "belawan": "tribratanews",
    "kutai-barat": "tribratanews",
    "lahat": "tribratanews",
    "lumajang": "kominfo",
    "pasaman-barat": "tribratanews",
}
"""The style that the printed article of each sample is nearest to."""
REPORT = "laporan-whatsapp"


def styles(catalog: Catalog) -> tuple[str, ...]:
    """The press styles of a release."""
    return tuple(name for name, style in catalog.press.items() if style.form == "release")


def draft_text(bundle: Bundle, catalog: Catalog, style: str) -> str:
    """A draft, or the chief's report, as a text to read: the headlines to choose from stand at the end."""
    if style == REPORT:
        blocks = outline(REPORT, bundle, catalog)
        return "\n".join(" ".join(p for p in (b.marker, b.text) if p) for b in blocks) + "\n"
    made = final_draft(Source(bundle, catalog, style=style))
    choices = "\n".join(f"- {h.text} ({h.length}{'' if h.fits else ', terlalu panjang'})" for h in made.headlines)
    return f"{made.text}\n\n[Pilihan judul]\n{choices}\n"


if __name__ == "__main__":
    known = Catalog.load()
    EXPECTED.mkdir(exist_ok=True)
    for name in known.sample_names():
        for style in (*styles(known), REPORT):
            text = draft_text(codec.decode(known.sample_bytes(name)), known, style)
            (EXPECTED / f"{name}.{style}.txt").write_text(text, encoding="utf-8")
