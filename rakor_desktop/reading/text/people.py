"""From stretches of tokens to a person: standard spelling, and the doubts a person should see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.names import Place
from rakor_desktop.reading.text.drafts import Draft
from rakor_desktop.reading.text.lines import Line
from rakor_desktop.reading.text.name_build import NameBuild
from rakor_desktop.reading.text.rank_words import rank_in_full
from rakor_desktop.reading.text.standard_posts import StandardPost, StandardPosts
from rakor_desktop.reading.values import Doubt, Part, PersonRead

_BLANKS: Final = re.compile(r"\s+")
_GLUED_INITIAL: Final = re.compile(r"\.(?=[^\W\d_]{2})")
_PLAINLY_A_NAME: Final = 0.8
_PILGRIMS: Final = {"haji": "H.", "hajah": "Hj.", "hajjah": "Hj."}
_SLIPPED_COMMA: Final = re.compile(r"\s+,")


class People:
    """Makes people of drafts. What was worked out once for a word is remembered."""

    def __init__(self, catalog: Catalog, build: NameBuild) -> None:
        self._ranks = catalog.ranks
        self._titles = catalog.titles
        self._names = catalog.name_words
        self._words = catalog.phrase_words
        self._places = catalog.places
        self._build = build
        self._spelling = StandardPosts(catalog)
        self._catalog_posts = catalog.posts
        self._unknown_posts: dict[str, bool] = {}
        self._rank_codes: dict[str, tuple[str, tuple[Doubt, ...]]] = {}
        self._standards: dict[tuple[str, str], tuple[str, Doubt | None]] = {}

    def person(self, line: Line, draft: Draft, bounds: tuple[int, int], named: bool = False) -> PersonRead | None:
        """The person of a draft whose tokens lie within ``bounds``.

        ``None`` when proof is asked for and the words are no known name.

        ``named``: a label before the words ("Nama:") is proof enough.
        """
        name = self._name(line.slice(*draft.name))
        known: PersonRead | None = line.known.get(draft)
        if known is None:
            if draft.proof and not named and not self._is_proved(name, told=line.prose):
                return None
            known = self._person(line, draft, name, named)
            if not known.doubts and not known.represented_name and not draft.proof:
                line.known[draft] = known
        return PersonRead(
            known.rank,
            known.front,
            name,
            known.back,
            known.service_no,
            known.position,
            known.institution,
            known.represents,
            known.represented_name,
            known.role,
            "present",
            known.doubts,
            line.at[bounds[0]],
            line.end(bounds[1]),
        )

    def _person(self, line: Line, draft: Draft, name: str, named: bool) -> PersonRead:
        """The person without a place; without doubts it holds for all lines of the same traces."""
        doubts: list[Doubt] = []
        rank = ""
        if draft.rank:
            rank, about_rank = self._rank(line.slice(*draft.rank))
            doubts.extend(about_rank)
        front = tuple(self._title(line.tokens[at], "front", doubts) for at in draft.front)
        back = tuple(self._title(line.tokens[at], "back", doubts) for at in draft.back)
        if doubts and draft.back:
            doubts = [_with_name(doubt, name, line.tokens[draft.back[0]]) for doubt in doubts]
        if draft.initial_after_comma:
            doubts.append(_about_initial(name))
        if not rank and not front and len(name) > 2 and name[2] == " " and name[:2].isupper() and name[:2].isalpha():
            doubts.append(
                Doubt("name", f"“{name[:2]}” di depan nama mungkin gelar, mungkin inisial. Dibiarkan seperti tertulis.")
            )
        position = institution = ""
        if draft.post:
            position, institution = self._spelling.standard(line.slice(*draft.post))
            if self._is_unknown_post(position):
                doubts.append(Doubt("position", f"Jabatan “{position}” tidak ada dalam daftar; ditulis apa adanya."))
        if draft.institution:
            institution = self._spelling.standard(line.slice(*draft.institution)).position
        represents = ""
        if draft.represents:
            stead = self._spelling.standard(line.slice(*draft.represents))
            represents = f"{stead.position} {stead.institution}".strip()
        absent = line.slice(*draft.represented_name) if draft.represented_name else ""
        if draft.proof and not named:
            doubts.append(Doubt("name", "Dibaca sebagai nama orang walau tanpa pangkat, gelar, atau jabatan."))
        return PersonRead(
            rank,
            front,
            name,
            back,
            line.tokens[draft.number].strip(" .,") if draft.number is not None else "",
            position,
            institution,
            represents,
            _BLANKS.sub(" ", absent),
            draft.role,
            doubts=tuple(doubts),
        )

    def _is_unknown_post(self, position: str) -> bool:
        """Whether a post's first word stands in no table: it was taken for a post by its place alone."""
        known = self._unknown_posts.get(position)
        if known is None:
            words, tables = position.split(), self._words
            kinds = (tables.posts, tables.institutions, tables.groups, tables.continuing)
            first = not words or any(tables.longest(words, 0, among) for among in kinds)
            known = self._unknown_posts[position] = not first and self._catalog_posts.leading(position) is None
        return known

    def post(self, text: str) -> StandardPost:
        """A text known to be a post, in standard spelling."""
        return self._spelling.standard(text)

    def part(self, text: str, part: Part) -> dict[str, Any]:
        """The fields that one labelled part of a person fills."""
        if part == "rank":
            rank, doubts = self._rank(text)
            return {"rank": rank, "doubts": doubts} if doubts else {"rank": rank}
        if part == "position":
            position, institution = self._spelling.standard(text)
            return {"position": position, "institution": institution} if institution else {"position": position}
        if part == "service_no":
            return {"service_no": text.strip(" .,")}
        post = self._spelling.standard(text)
        return {part: f"{post.position} {post.institution}".strip()}

    def group(self, text: str) -> str:
        """A group's name in standard spelling."""
        return self._words.spelled(_BLANKS.sub(" ", text).strip(" ,.;:-"))

    def places_in(self, lines: Iterable[Line]) -> frozenset[tuple[str, ...]]:
        """The names of places a source itself proves: what stands between "Polres" and a rank or verb."""
        found: set[tuple[str, ...]] = set()
        for line in lines:
            shape = line.shape
            for at, kind in enumerate(shape):
                if kind not in "OP":
                    continue
                end = at + 1
                while end < len(shape) and shape[end] in "NLpo" and end - at < 4:
                    end += 1
                words = tuple(token.strip(" .,").casefold() for token in line.tokens[at + 1 : end])
                follows = shape[end : end + 1]
                opening = line.tokens[at].strip(" .").casefold()
                proves = "Rw" if kind == "O" else "R"
                if words and follows and follows in proves and opening in _HOUSES_OF_PLACES:
                    found.add(words)
        return frozenset(found)

    def _is_proved(self, name: str, *, told: bool) -> bool:
        """Whether the words are a person's name; ``told``: in sentences more must be known of them."""
        words = [word.strip(".,").casefold() for word in name.split()]
        known = not told and all(
            (self._names.knows(word) and len(word) > 2) or self._build[word] > _PLAINLY_A_NAME for word in words
        )
        sure = known or any(word in self._names.sure for word in words) or self._looks_like_names(words)
        return sure and not self._places.has(name) and len(words) < 7

    def _looks_like_names(self, words: Sequence[str]) -> bool:
        """Whether unknown words are all built as plainly like names as "Rahmudin" is."""
        return all(self._build[word] > _PLAINLY_A_NAME and not self._names.knows(word) for word in words)

    def _name(self, text: str) -> str:
        name = text
        if "." in name:
            name = _GLUED_INITIAL.sub(". ", name)
        if "  " in name or "\n" in name or " ," in name:
            name = _SLIPPED_COMMA.sub(",", _BLANKS.sub(" ", name))
        if name.endswith(".") and len(name) > 3 and name[-4:-1].isalpha():
            name = name[:-1]
        return name.strip(" ,-:")

    def _rank(self, text: str) -> tuple[str, tuple[Doubt, ...]]:
        known = self._rank_codes.get(text)
        if known is None:
            known = self._rank_codes[text] = self._rank_of(text)
        return known

    def _rank_of(self, text: str) -> tuple[str, tuple[Doubt, ...]]:
        text = rank_in_full(text)
        match = self._ranks.find(text) or self._ranks.find(text.partition("(")[0])
        if match is not None:
            return match.code, ()
        typed = _BLANKS.sub(" ", text).strip(" .,")
        near = self._ranks.nearest(typed)
        meant = f"dapat berarti {' atau '.join(near)}" if near else "tidak dikenal"
        return typed, (Doubt("rank", f"Pangkat “{typed}” {meant}.", near[0] if near else ""),)

    def _title(self, token: str, position: Place, doubts: list[Doubt]) -> str:
        key = (token, position)
        known = self._standards.get(key)
        if known is None:
            known = self._standards[key] = self._title_of(token.strip(" ,\n"), position)
        standard, doubt = known
        if doubt is not None:
            doubts.append(doubt)
        return standard

    def _title_of(self, typed: str, position: Place) -> tuple[str, Doubt | None]:
        text = _BLANKS.sub("", typed).replace(",", ".")
        text = _PILGRIMS.get(text.casefold(), text) if position == "front" else text
        found = self._titles.candidates(text, position)
        if not found:
            return (text, Doubt("back", f"Gelar “{text}” tidak ada dalam daftar; ditulis apa adanya."))
        standard = found[0].standard
        if len(found) > 1:
            meant = " atau ".join(f"{title.standard} ({title.meaning})" for title in found)
            return standard, Doubt(position, f"“{text}” dapat berarti {meant}.", found[1].standard)
        if self._titles.is_ambiguous(text) and "." not in text.strip("."):
            return standard, Doubt(position, f"“{text}” dibaca sebagai gelar {standard}; mungkin juga inisial nama.")
        return standard, None


def _with_name(doubt: Doubt, name: str, first_back: str) -> Doubt:
    """A doubt whether the first title is initials of the name, with that reading of the name."""
    typed = first_back.strip(" ,")
    if doubt.proposal or not doubt.reason.startswith(f"“{typed}” dibaca sebagai gelar"):
        return doubt
    return Doubt("name", doubt.reason, f"{name} {typed}")


def _about_initial(name: str) -> Doubt:
    before, _, initial = name.rpartition("," if "," in name else " ")
    sign = initial.strip(" .")
    return Doubt(
        "name",
        f"“{sign}” sesudah koma mungkin inisial nama, mungkin gelar yang terpotong. Dibiarkan seperti tertulis.",
        f"{before.strip(' .')} {sign}.".strip(),
    )


_HOUSES_OF_PLACES: Final = frozenset(
    "polres polsek polda kodim koramil kabupaten kota kecamatan desa kelurahan kapolres wakapolres kapolsek dandim "
    "camat bupati danramil kejari kab kec lurah polresta kapolresta".split()
)
"""Words before a place's name, from which a source's own places are learnt."""
