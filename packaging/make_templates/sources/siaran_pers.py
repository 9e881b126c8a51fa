"""Press release, ready to run: headline, dateline with lead, paragraphs, sign-off, contact, photos."""

from __future__ import annotations

from make_templates.package import Content, page_number
from make_templates.page import Page
from make_templates.shared import Letterhead, ending, kept_when, photos
from make_templates.xml import each, p, when

_LEAD = "{% if titimangsa %}**{{ titimangsa }}**{% if teras %}{{ pemisah }}{% endif %}{% endif %}{{ teras }}"
_SIGN_OFF = "{% if penulis %}({{ penulis }}) {% endif %}**{{ penutup }}**"


def content(page: Page, letterhead: Letterhead) -> Content:
    """Return the form for a page under a letterhead."""
    return Content(
        title="{{ judul }}",
        body=(
            *letterhead(page),
            p("LabelSiaran", "SIARAN PERS"),
            *when("judul", p("JudulSiaran", "{{ judul }}")),
            *when("titimangsa or teras", p("ParagrafSiaran", _LEAD)),
            *each("baris", "paragraf", *kept_when("loop.last", "ParagrafSiaran", "ParagrafSiaranAkhir", "{{ baris }}")),
            *when(
                "penulis or penutup",
                *kept_when("tagar or narahubung", "PenutupSiaran", "PenutupSiaranLanjut", _SIGN_OFF),
            ),
            *when("tagar", *kept_when("narahubung", "PenutupSiaran", "PenutupSiaranLanjut", "{{ tagar }}")),
            *when("narahubung", p("PenutupSiaran", "**Narahubung:** {{ narahubung }}")),
            *photos(""),
            *ending(),
        ),
        header=page_number(total=True),
        first_header=(p("Header"),),
        footer=(p("Footer"),),
        titles="JudulSiaran",
    )
