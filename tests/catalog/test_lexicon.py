"""What a reader of attendance lists knows: places, words of names, and words of posts and institutions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rakor_desktop.catalog import Catalog, NameWords, Place

CATALOG = Catalog.load()
PLACES, NAMES, PHRASES = CATALOG.places, CATALOG.name_words, CATALOG.phrase_words
STAFF_EXPERT = "Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan"
FILES = sorted(
    path
    for folder in ("places", "people-names", "posts", "titles")
    for path in (CATALOG.resources / folder).glob("*.toml")
)


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def count(kind: str) -> int:
    return sum(place.kind == kind for place in PLACES.all)


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_names_its_source_and_how_sure_it_is(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^sumber = \[", text, re.MULTILINE)
    assert re.search(r'^keyakinan = "(tinggi|sedang|rendah)"', text, re.MULTILINE)


def test_the_country_is_whole() -> None:
    assert (count("province"), count("regency"), count("city")) == (38, 416, 98)


def test_the_provinces_are_those_of_the_office_profiles() -> None:
    known = {entry["nama"] for entry in CATALOG.offices["provinces"]["provinsi"]}
    assert {place.name for place in PLACES.all if place.kind == "province"} == known


@pytest.mark.parametrize("place", [place for place in PLACES.all if place.short], ids=lambda place: place.name)
def test_every_short_form_leads_to_its_place_and_to_no_other(place: Place) -> None:
    for form in place.short:
        found = PLACES.named(form.upper())
        assert place in found
        assert {one.name for one in found} == {place.name}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kubar", "Kutai Barat"),
        ("PASBAR", "Pasaman Barat"),
        ("Inhil", "Indragiri Hilir"),
        ("tapsel", "Tapanuli Selatan"),
        ("Sumsel", "Sumatera Selatan"),
        ("Babel", "Kepulauan Bangka Belitung"),
        ("Kep. Mentawai", "Kepulauan Mentawai"),
        ("Toli Toli", "Tolitoli"),
        ("DIY", "Daerah Istimewa Yogyakarta"),
    ],
)
def test_what_offices_write_for_a_place_is_understood(typed: str, name: str) -> None:
    place = PLACES.find(typed)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("Kapolres Pasaman Barat AKBP Agung", 1, 2),
        ("Kapolres Pasaman AKBP Agung", 1, 1),
        ("Polres Pelabuhan Belawan", 1, 2),
        ("(Kutai Barat)", 0, 2),
        ("*Ogan Komering Ulu Selatan*", 0, 4),
        ("Pasaman, Barat", 0, 1),
        ("Operasi Singgalang", 1, 0),
        ("Agung Tribawanto", 0, 0),
        ("Lahat", 1, 0),
        ("", 0, 0),
    ],
)
def test_the_longest_place_is_taken_and_never_over_a_comma(text: str, at: int, words: int) -> None:
    assert PLACES.longest(text.split(), at) == words


def test_code_names_of_operations_are_no_places() -> None:
    for name in ("Singgalang", "Lodaya", "Seulawah", "Menumbing", "Krakatau"):
        assert not PLACES.has(name)


def test_places_that_are_words_or_names_too_say_so() -> None:
    for name in ("Batu", "Agam", "Karo", "Pati", "Metro", "BS"):
        assert PLACES.is_ambiguous(name)
    for name in ("Lumajang", "Kutai Barat", "Kubar"):
        assert not PLACES.is_ambiguous(name)


def test_a_users_short_form_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    text = 'sumber = ["kantor"]\n[[singkatan]]\nnama = "Lembah Merpati"\nsingkat = ["Lemerp"]\n'
    written(tmp_path / "resources" / "places" / "kantor.toml", text)
    places = Catalog.load(user=tmp_path).places
    assert places.longest(["Polres", "LEMERP"], 1) == 1
    assert places.has("Lahat")


def test_names_of_every_part_of_the_country_are_known() -> None:
    names = "Silaban Hutasoit Pardede Nasution Chaniago Kurniawan Suhendar Wayan Daeng Sasiang Wenda Latuconsina"
    assert all(NAMES.knows(name) for name in names.split())
    assert len(NAMES.sure) >= 5000


def test_names_of_real_lists_are_mostly_known() -> None:
    known = "Agung Tribawanto Janton Silaban Kunto Hartono Toni Priyono Haryanto Lispono Wawan Gunawan Heri Roeswanto"
    assert all(name.casefold() in NAMES.sure or name.casefold() in NAMES.maybe for name in known.split())


def test_no_sure_name_is_a_rank() -> None:
    assert [name for name in NAMES.sure if CATALOG.ranks.find(name)] == []


def test_no_sure_name_is_a_place() -> None:
    assert [name for name in NAMES.sure if PLACES.has(name)] == []


def test_no_sure_name_is_a_title() -> None:
    assert [name for name in NAMES.sure if CATALOG.titles.candidates(name)] == []


def test_no_sure_name_is_a_post() -> None:
    assert [name for name in NAMES.sure if CATALOG.posts.find(name)] == []


def test_sure_names_are_no_words_of_posts_or_groups() -> None:
    words = {
        word
        for part in (PHRASES.posts, PHRASES.continuing, PHRASES.groups, PHRASES.addresses)
        for phrase in part
        for word in phrase.split()
    }
    assert sorted(NAMES.sure & (words | PHRASES.institutions)) == []


def test_a_name_doubtful_in_one_group_is_doubtful() -> None:
    assert not NAMES.sure & NAMES.maybe
    for name in ("indah", "imam", "jaya", "surya", "anak"):
        assert name in NAMES.maybe
    assert "barat" not in NAMES.sure | NAMES.maybe


def test_a_users_names_are_added(tmp_path: Path) -> None:
    text = 'kelompok = "Kantor"\nsumber = ["kantor"]\nkeyakinan = "tinggi"\nkata = "Xaverindo"\nrancu = "Silaban"\n'
    written(tmp_path / "resources" / "people-names" / "kantor.toml", text)
    names = Catalog.load(user=tmp_path).name_words
    assert names.knows("XAVERINDO,")
    assert "silaban" in names.maybe
    assert "silaban" not in names.sure


def test_a_names_file_without_a_word_is_told(tmp_path: Path) -> None:
    text = 'kelompok = "Kantor"\nsumber = ["kantor"]\nkeyakinan = "tinggi"\n'
    written(tmp_path / "resources" / "people-names" / "kantor.toml", text)
    catalog = Catalog.load(user=tmp_path)
    assert [problem.place for problem in catalog.check()] == ["isian kata"]
    assert isinstance(catalog.name_words, NameWords)


def test_first_words_of_every_known_post_open_a_post() -> None:
    lost = {
        post.abbr
        for post in CATALOG.posts.posts
        if not post.collective
        for form in (post.abbr, post.full)
        if not PHRASES.longest(form.split(), 0, PHRASES.posts)
    }
    assert lost == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("General Manager PLN", 2),
        ("Kasat Lantas", 1),
        ("Kepala Desa Sukamaju", 2),
        ("Plt. Kadishub", 1),
        ("Agung Tribawanto", 0),
        ("Wakil, Ketua", 1),
    ],
)
def test_the_longest_opening_of_a_post_is_found(text: str, words: int) -> None:
    assert PHRASES.longest(text.split(), 0, PHRASES.posts) == words


def test_words_that_need_another_are_no_posts_alone() -> None:
    assert PHRASES.needing <= PHRASES.posts
    assert {"kepala", "ketua", "wakil", "plt", "kasat"} <= PHRASES.needing
    assert not {"kapolres", "camat", "bupati", "kadishub", "babinsa"} & PHRASES.needing


def test_initials_and_balinese_openings_continue_no_post() -> None:
    assert not {"a", "b", "i", "s", "ni", "anak", "al", "bin", "si"} & PHRASES.continuing


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("Sat Pol PP", "Satpol PP"),
        ("Danki 3 Batalyon B Pelopor Sat Brimob Polda Sumbar", "Danki 3 Batalyon B Pelopor Satbrimob Polda Sumbar"),
        ("Komisioner KPU Kab. Lahat", "Komisioner KPU Kabupaten Lahat"),
        ("Camat Kec. Hilir, Kel. Baru", "Camat Kecamatan Hilir, Kelurahan Baru"),
        ("Kepala Adat Kamp. Sekolaq Darat", "Kepala Adat Kampung Sekolaq Darat"),
        ("Kasi Dokes Polres", "Kasi Dokkes Polres"),
        ("KASAT NARKOBA", "Kasat Resnarkoba"),
        ("(Waka Polres", "(Wakapolres"),
        ("Wabub Lahat", "Wakil Bupati Lahat"),
        ("Kameneg", "Kameneg"),
        ("Kapolres Lahat", "Kapolres Lahat"),
        ("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan"),
    ],
)
def test_spellings_of_posts_become_standard_and_the_rest_stays(typed: str, standard: str) -> None:
    assert PHRASES.spelled(typed) == standard


def test_a_standard_spelling_is_not_mended_again() -> None:
    for standard in PHRASES.standard.values():
        assert PHRASES.spelled(standard) == standard


def test_the_standard_spelling_of_a_post_names_the_same_post() -> None:
    for typed, standard in PHRASES.standard.items():
        post = CATALOG.posts.find(typed)
        if post is not None:
            assert post in CATALOG.posts.all(standard)


@pytest.mark.parametrize(
    ("typed", "abbr", "institution"),
    [
        ("Kasat Narkoba", "Kasat Resnarkoba", "Polres"),
        ("Ps. Kanit Reskrim", "Kanit Reskrim", "Polsek"),
        ("Waka Polsek", "Wakapolsek", "Polsek"),
        ("KBO Sat Intelkam", "KBO Intelkam", "Polres"),
        ("Dirkrimsus", "Dir Reskrimsus", "Polda"),
        ("Bati Tuud", "Batuud", "TNI"),
        ("Kadis Sosial", "Kadinsos", "Pemda"),
        ("Staf Ahli Ekonomi, Keuangan dan Pembangunan", STAFF_EXPERT, "Pemda"),
        ("Staf Ahli Bidang Ekonomi, Keuangan, dan Pembangunan", STAFF_EXPERT, "Pemda"),
        ("Kasi Pidum", "Kasi Pidum", "Kejaksaan"),
        ("Wakil Walikota", "Wawali", "Pemda"),
        ("Kakan BPN", "Kakantah", "Instansi vertikal"),
        ("Ketua NU", "Ketua PCNU", "Forum dan ormas"),
    ],
)
def test_posts_of_all_sides_of_the_table_are_known(typed: str, abbr: str, institution: str) -> None:
    match = CATALOG.posts.leading(typed)
    assert match is not None
    assert (match.post.abbr, match.post.institution, match.rest) == (abbr, institution, "")


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("s.tr.i.p", "S.Tr.I.P."),
        ("Amd.Kep", "A.Md.Kep."),
        ("S.Pdk", "S.Pd.K."),
        ("M.HI", "M.H.I."),
        ("M.Tr.Hanla", "M.Tr.Hanla."),
        ("CFrA", "CFrA."),
        ("S.Tr.Keb", "S.Tr.Keb."),
        ("M.Kep", "M.Kep."),
    ],
)
def test_modern_degrees_are_known(typed: str, standard: str) -> None:
    assert CATALOG.titles.standard(typed, "back") == standard


@pytest.mark.parametrize("typed", ["MIA", "SAN", "MARS", "MAK", "MTI", "SM", "AP"])
def test_titles_that_may_be_names_or_initials_are_never_taken_for_sure(typed: str) -> None:
    assert CATALOG.titles.candidates(typed)
    assert CATALOG.titles.find(typed) is None
