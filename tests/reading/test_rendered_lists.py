"""A known list written in every shape that staff use is read back as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.reader import Reader
from rakor_desktop.reading.values import PersonRead

_READER: Final = Reader(Catalog.load())
_TABLES: Final = _READER.catalog

RANKS: Final = (
    "AKBP",
    "Kompol",
    "AKP",
    "Iptu",
    "Aiptu",
    "Kombes Pol",
    "Letkol Inf",
    "Mayor Kav",
    "Kapten Laut (P)",
    "Serka Mar",
)
NAMES: Final = tuple(word.capitalize() for word in sorted(_TABLES.name_words.sure) if word.isalpha() and len(word) > 4)
BACK: Final = ("S.H.", "S.I.K.", "M.H.", "S.Sos.", "M.Si.", "S.Tr.K.", "S.Pd.I.")
FRONT: Final = ("Drs.", "H.", "Ir.", "dr.", "Hj.")
POSTS: Final = (
    "Kapolres Pasaman Barat",
    "Kabag Ops Polres Kutai Barat",
    "Kasat Resnarkoba Polres Lahat",
    "Dandim 0305/Pasaman",
    "Pabung Kodim 0305/Pasaman",
    "Danramil 03/Gunung Tuleh",
    "Camat Lembah Melintang",
    "Kepala Dinas Perhubungan Kabupaten Lahat",
    "Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan",
    "Ketua KPU Kabupaten Pasaman Barat",
    "Kalaksa BPBD",
    "Danki 3 Batalyon B Pelopor",
)
ABSENT: Final = ("Dandim 0305/Pasaman", "Bupati Lahat", "Kepala Dinas Perhubungan", "Ketua KPU Kabupaten Pasaman Barat")


class Known(NamedTuple):
    """A person as the list means it."""

    rank: str
    front: tuple[str, ...]
    name: str
    back: tuple[str, ...]
    post: str

    @property
    def titled(self) -> str:
        """Rank, titles and name as they are written before the post."""
        before = " ".join(part for part in (self.rank, *self.front, self.name) if part)
        return ", ".join((before, *self.back))

    @property
    def without_commas(self) -> str:
        """The same with the degrees' stops and commas left out: "Janton Silaban SH SIK"."""
        before = " ".join(part for part in (self.rank, *self.front, self.name) if part)
        return " ".join((before, *(title.replace(".", "") for title in self.back)))


people = st.builds(
    Known,
    rank=st.sampled_from(RANKS),
    front=st.sampled_from(((), (), ("Drs.",), ("H.",), ("Drs.", "H."))),
    name=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(" ".join),
    back=st.lists(st.sampled_from(BACK), max_size=3, unique=True).map(tuple),
    post=st.sampled_from(POSTS),
)
civilians = people.map(lambda known: known._replace(rank=""))

Shape = Callable[[Known], str]
SHAPES: Final[dict[str, Shape]] = {
    "rank name, titles, post": lambda p: f"{p.titled}, {p.post}",
    "post rank name": lambda p: f"{p.post} {p.titled}",
    "post, rank name": lambda p: f"{p.post}, {p.titled}",
    "post: rank name": lambda p: f"{p.post} : {p.titled}",
    "name (post)": lambda p: f"{p.titled} ({p.post})",
    "name - post": lambda p: f"{p.titled} - {p.post}",
    "name / post": lambda p: f"{p.titled} / {p.post}",
    "numbered": lambda p: f"12. {p.titled}, {p.post}",
    "bullet": lambda p: f"• {p.titled} ({p.post})",
    "whatsapp bold": lambda p: f"*{p.titled}* ({p.post})",
    "emoji": lambda p: f"👮 {p.post} {p.titled}",
    "no commas between degrees": lambda p: f"{p.without_commas}, {p.post}",
    "two blanks": lambda p: f"{p.titled}, {p.post}".replace(" ", "  "),
    "blank before comma": lambda p: f"{p.titled}, {p.post}".replace(", ", " ,"),
}


def _joined(person: PersonRead) -> str:
    return f"{person.position} {person.institution}".strip()


def _as_known(person: PersonRead) -> Known:
    return Known(person.rank, person.front, person.name, person.back, _joined(person))


@pytest.mark.parametrize("shape", SHAPES)
@given(known=people)
def test_a_ranked_person_is_read_back_from_every_shape(shape: str, known: Known) -> None:
    (person,) = _READER.read(SHAPES[shape](known)).people
    assert _as_known(person) == known


@given(
    crowd=st.lists(people, min_size=2, max_size=8, unique_by=lambda p: p.name), shape=st.sampled_from(sorted(SHAPES))
)
def test_a_whole_list_is_read_back_in_order(crowd: list[Known], shape: str) -> None:
    reading = _READER.read("\n".join(SHAPES[shape](known) for known in crowd))
    assert [_as_known(person) for person in reading.people] == crowd
    assert reading.groups == ()


@given(crowd=st.lists(people, min_size=2, max_size=6, unique_by=lambda p: p.name))
def test_one_sentence_of_many_people_is_read_back(crowd: list[Known]) -> None:
    sentence = "Kegiatan tersebut dihadiri oleh " + ", ".join(f"{p.post} {p.titled}" for p in crowd) + "."
    assert [_as_known(person) for person in _READER.read(sentence).people] == crowd


STEADS: Final[dict[str, Callable[[str, Known], str]]] = {
    "diwakili oleh": lambda absent, p: f"{absent} diwakili oleh {p.post} {p.titled}",
    "yang diwakili": lambda absent, p: f"{absent} yang diwakili {p.post} {p.titled}",
    "mewakili di depan": lambda absent, p: f"Mewakili {absent}, {p.post} {p.titled}",
    "mewakili di belakang": lambda absent, p: f"{p.post} {p.titled} mewakili {absent}",
    "mewakili dalam kurung": lambda absent, p: f"{p.post} {p.titled} (mewakili {absent})",
    "yang mewakili": lambda absent, p: f"yang mewakili {absent} {p.titled}",
    "diwakili dalam kurung": lambda absent, p: f"{absent} (diwakili {p.post} {p.titled})",
}


@pytest.mark.parametrize("form", STEADS)
@given(absent=st.sampled_from(ABSENT), known=people)
def test_the_person_present_is_the_attendee_and_the_represented_is_not(form: str, absent: str, known: Known) -> None:
    (person,) = _READER.read(STEADS[form](absent, known)).people
    assert (person.represents, person.rank, person.name, person.back) == (absent, known.rank, known.name, known.back)


@given(
    text=st.text(
        alphabet=st.sampled_from("AKBP Budi, S.H. (Kapolres) \n1.;-–•*👮\u200f\u00a0“”/:dan diwakili mewakili para"),
        max_size=120,
    )
)
def test_every_sign_of_any_text_is_accounted_for_exactly_once(text: str) -> None:
    reading = _READER.read(text)
    covered = [0] * len(text)
    for mark in reading.marks:
        for at in range(mark.start, mark.end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert all(covered[at] == 1 for at, sign in enumerate(text) if not sign.isspace())
    assert [mark.start for mark in reading.marks] == sorted(mark.start for mark in reading.marks)


ORDINARY_LINES: Final = (
    "Bupati Lahat Andi Wijaya, S.E., M.M.",
    "para PJU Polres Lahat",
    "Kapolres Lahat diwakili Kabag Ops Kompol Tampak, S.H.",
    "Camat Suka Maju Budi S, Sos",
    "Kepala Desa Tegal Wangi I Nyoman Sugita",
    "Rahmudin",
    "AKBP (Purn.) Drs. Imam Pratama",
    "Dinas PUPR",
)


def _said(person: PersonRead) -> PersonRead:
    """The person without the place in the source."""
    return replace(person, start=0, end=0)


@settings(max_examples=25, deadline=None)
@given(
    lines=st.lists(
        st.one_of(
            st.builds(lambda shape, known: SHAPES[shape](known), st.sampled_from(sorted(SHAPES)), people | civilians),
            st.sampled_from(ORDINARY_LINES),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_what_a_reader_remembers_changes_no_reading(lines: list[str]) -> None:
    remembering, alone = Reader(_TABLES), [Reader(_TABLES).read(line) for line in lines]
    for text, fresh in zip([*lines, *lines], [*alone, *alone], strict=True):
        again = remembering.read(text)
        assert again == fresh


@settings(max_examples=30, deadline=None)
@given(
    crowd=st.lists(people | civilians, min_size=2, max_size=6, unique_by=lambda p: p.name),
    shape=st.sampled_from(sorted(SHAPES)),
)
def test_a_line_of_a_list_is_read_as_a_new_reader_reads_it_alone(crowd: list[Known], shape: str) -> None:
    lines = [SHAPES[shape](known) for known in crowd]
    together = _READER.read("\n".join(lines)).people
    alone = [person for line in lines for person in Reader(_TABLES).read(line).people]
    assert [_said(person) for person in together] == [_said(person) for person in alone]


_SCRAPS: Final = (
    *RANKS, *BACK, *FRONT, *POSTS, *NAMES[:40],
    "Irjenpol", "Komisaris Besar", "Inspektur Jenderal", "Direktorat Jenderal", "Universitas Jenderal", "(inf)", "Haji",
    "Kepala SPN", "Perwakilan", "dan", "oleh", "diwakili", "mewakili", "yang", "bersama", "Ny.", "memimpin", "dipimpin",
    "selaku", "Lahat-AKBP", "Inf.Budi", "(Abdya)", "M.M.A.", "CHt", "tokoh masyarakat", "1445 H", "TS/0212",
    "z", "Q", "I", "\t", "\n", "\r\n", " ", ",", ".", ":", ";", "(", ")", "-", "–", "/", "|", '"', "•", "*", "1.", "2)",
    "12345678", "0305/", "\u00a0", "\u200b", "\U0001f64f", "é",
)  # fmt: skip


@given(
    st.lists(st.one_of(st.sampled_from(_SCRAPS), st.text(max_size=4)), max_size=30),
    st.sampled_from(("", " ", ", ")),
)
@settings(max_examples=150, deadline=None)
def test_no_text_stops_the_reader_and_every_character_is_accounted_for(scraps: list[str], between: str) -> None:
    text = between.join(scraps)
    reading = _READER.read(text)
    covered = bytearray(len(text))
    for mark in reading.marks:
        assert 0 <= mark.start < mark.end <= len(text)
        covered[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    left = "".join(sign for sign, told in zip(text, covered, strict=True) if not told)
    assert not left.strip()
    for person in reading.people:
        assert person.name
        assert 0 <= person.start < person.end <= len(text)
