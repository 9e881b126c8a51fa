"""A release as a page: every word of it, in its element, and never as markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import siaran_pers
from rakor_desktop.compose.press_html import WebPicture, portal_fragment, release_article, release_page
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import Foto, Kop, SiaranPers
from rakor_desktop.domain.meeting import Bundle

KOP = Kop(baris=(), baris_atas=(), baris_akhir="", alamat="", lambang=None)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "</article></body></html><h1>",
    "<!-- --> ]]> <![CDATA[x",
    "\u0338garis di depan",
    "javascript:alert(1)",
)


def release(text: str) -> SiaranPers:
    return SiaranPers(
        kop=KOP, judul=f"Judul {text}", titimangsa=f"Kota {text}", teras=f"Teras {text}", paragraf=(f"Dua {text}",),
        isi=(f"Kota {text} – Teras {text}", f"Dua {text}"), tagar=f"#Tagar {text}", penutup=f"(Humas {text})",
        penulis=f"Penulis {text}", narahubung=f"Hubungi {text}",
        foto=(Foto(1, None, f"Foto {text}", f"Kredit {text}"),), tanggal=date(2024, 8, 15),
        hari_tanggal=f"Kamis {text}",
    )  # fmt: skip


def words(text: str) -> str:
    return " ".join(text.split())


def said(tree: Any, path: str) -> list[str]:
    return [words(element.text_content()) for element in tree.xpath(path)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_stand_on_the_page_as_the_words_that_they_are(text: str) -> None:
    page = unicodedata.normalize("NFC", release_page(release(text), (WebPicture("foto/foto-1.jpg", 1600, 1200),)))
    tree = html.document_fromstring(page)
    text = words(unicodedata.normalize("NFC", text))
    assert said(tree, "//article/h1") == [f"Judul {text}"]
    assert said(tree, "//title") == [f"Judul {text}"]
    assert said(tree, "//article/p[@class='byline']") == [f"Penulis {text} · Kamis {text}"]
    assert tree.xpath("//time/@datetime") == ["2024-08-15"]
    assert said(tree, "//article/p[not(@class)]") == [f"Kota {text} – Teras {text}", f"Dua {text}"]
    assert said(tree, "//figure/figcaption") == [f"Foto {text} (Foto: Kredit {text})"]
    assert [words(alt) for alt in tree.xpath("//img/@alt")] == [f"Foto {text}"]
    assert said(tree, "//p[@class='tagar']") == [f"#Tagar {text}"]
    assert said(tree, "//footer/address") == [f"Narahubung: Hubungi {text}"]
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert tags == {
        "html", "head", "meta", "title", "style", "body", "article", "h1", "p", "strong", "time", "figure", "img",
        "figcaption", "footer", "address",
    }  # fmt: skip
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_back_from_the_page_as_it_went_in(text: str) -> None:
    tree = html.document_fromstring(release_page(release(f"a{text}b")))
    kept = words(f"a{text}b")
    assert said(tree, "//article/h1") == [f"Judul {kept}"]
    assert said(tree, "//p[@class='tagar']") == [f"#Tagar {kept}"]


def test_paragraphs_that_a_person_split_are_paragraphs_of_their_own() -> None:
    view = replace(release("x"), isi=("Kota x – Satu.\nDua.\n\nTiga.",))
    tree = html.fragment_fromstring(release_article(view))
    assert said(tree, "./p[not(@class)]") == ["Kota x – Satu.", "Dua.", "Tiga."]


def test_what_is_not_known_leaves_no_empty_element() -> None:
    empty = SiaranPers(
        kop=KOP, judul="", titimangsa="", teras="", paragraf=(), isi=(), tagar="", penutup="", penulis="",
        narahubung="", foto=(Foto(1, None, "", ""),), tanggal=None, hari_tanggal="",
    )  # fmt: skip
    tree = html.document_fromstring(release_page(empty, (None,)))
    assert [element.tag for element in tree.xpath("//article//*")] == []
    assert portal_fragment(empty) == ""


def test_a_photo_whose_picture_is_lost_leaves_no_figure() -> None:
    tree = html.fragment_fromstring(release_article(release("x"), (None,)))
    assert not tree.xpath(".//figure")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_clipboard_gets_plain_elements_without_attributes(text: str) -> None:
    tree = html.fragment_fromstring(portal_fragment(release(text)), create_parent="div")
    assert not [element for element in tree.iter() if element is not tree and element.attrib]
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert tags == {"div", "h2", "p", "strong", "em"}
    kept = words(text)
    assert said(tree, "./h2") == [f"Judul {kept}"]
    assert said(tree, "./p/strong") == [f"Kota {kept}"]
    assert f"(Penulis {kept}) (Humas {kept})" in said(tree, "./p")
    assert said(tree, "./p/em") == [f"Foto 1: Foto {kept} (Foto: Kredit {kept})"]


def test_every_word_of_a_real_release_is_on_its_page(sample: Callable[[str], Bundle], catalog: Catalog) -> None:
    for name in ("lumajang", "pasaman-barat", "kutai-barat"):
        view = siaran_pers(Source(sample(name), catalog))
        page = words(html.document_fromstring(release_page(view)).text_content())
        for text in (view.judul, *view.isi, view.penutup, view.tagar, view.narahubung):
            assert words(text) in page
        assert {"judul", "isi", "penutup", "tagar", "narahubung", "penulis", "foto"} <= {f.name for f in fields(view)}
