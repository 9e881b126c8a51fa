"""One line as tokens and a shape: what its words are, with ranks, titles and posts already found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.reading.text import alphabet as k
from rakor_desktop.reading.text.kinds import Kinds
from rakor_desktop.reading.text.known_posts import KnownPosts
from rakor_desktop.reading.text.posts import Manner, Posts
from rakor_desktop.reading.text.rank_words import RankWords
from rakor_desktop.reading.text.sentences import is_prose, without_ceremony, without_credits
from rakor_desktop.reading.text.short_forms import own_delegations, without_named_after
from rakor_desktop.reading.text.slipped_titles import SlippedTitles, unknown_degrees
from rakor_desktop.reading.text.traces import Traces
from rakor_desktop.reading.text.unknown_words import with_unknown_words

_TOKEN: Final = re.compile(
    r"(?:[Kk]e-\d+|[A-Z]{2,3}/\d[\w-]*|[IVXL]+/[^\W_]+(?:[-/][^\W_]+)*|[^\W\d_]+(?:[.'’`´][^\W\d_]+|-[^\W\d_]+|\d+[^\W\d_]*)*\.?(?:\((?:Han|P|T|E|S|K|KH|H|PM)\)\.?)?"
    r"|\d{8} ?\d{6} ?\d ?\d{3}"
    r"|\d{3,4}/ ?[^\W\d_]+"
    r"|\(\d+(?:[.,:/-]\w+)*[.)]*|\d{1,3}[.)]+(?!\w)|\d+(?:[.,:/-]\w+)*"
    r"|\S)\s*"
)
_DI_WAKILI: Final = re.compile(r"\bdi\s+wakili\b", re.IGNORECASE)
_PERSON_BEFORE: Final = re.compile("[NnIzBbTAX][,(/|-]+$")
_PLAIN_PERSON_BEFORE: Final = re.compile("(?:[RrF][NnILATb]*|[NnILA]{2,})(?:,?[Bb])*[,(/|-]+$")
_ODD_NAME: Final = re.compile(
    "[RFrNn]u|[RFr]w|R[Nwzn]{1,2}[wuUOGH]|R[Nnr]{1,5}w(?:$|,?[BbP])|[RFr][UOGH]|[Nwnz][UH],?[Bb]|[NLI]U(?:[,).(-]|$)"
)
_RANKED: Final = re.compile("R[Nnr]{1,5}$")
_ENDS_NAME: Final = re.compile("$|,?[BbP]")
_VERBS: Final = ("Ber", "Ter", "Me", "Di")
"""How verbs of headlines begin: "AKBP Budi Berpesan"."""
_FREE_SMALL: Final = re.compile(f"(?<![RrFGU]){k.UNKNOWN_SMALL}")
_DEWAN: Final = re.compile(r"\bdewan perwakilan\b", re.IGNORECASE)
_HOUSE_OF: Final = re.compile(".q")
_POST_LIKE: Final = re.compile("(?:^|(?<=[,;(/cEltVvayw-]))N(?=[LOUADN])")
_DEPUTISED: Final = re.compile("wv")
_BEFORE_NO_ADDRESS: Final = ("N", "n", "I", "U", "L")
"""Behind these a form of address that nobody follows is a name's or place's word: "Sungai Abang"."""
_NAME_FOLLOWS: Final = ("N", "n", "I", "F", "L", "z", "A", k.EITHER)
_LONGEST_KEPT: Final = 40
_MOST_KEPT: Final = 30_000
_NAME_BETWEEN_POSTS: Final = re.compile("(?:,[NnILAT]{1,5}(?:,?[Bb])*)(?:,?c|[,;.]|$)(?:[POGHqtw]|$)")
"""Behind a post: a bare name between commas and the next post. So the words before the first comma are a place."""
_COMMANDER: Final = re.compile("c(?=[AUHO])")
_RUN_SIGNS: Final = "UOANLDnIGzb"
_POST_RUN: Final = re.compile(
    f"P(?:[P{_RUN_SIGNS}]|(?<=[UAL])c(?=[UA])|,(?=U+(?:,U+)*cU)"
    "|\\([PUOA]{1,6}\\)(?=[PUOANLDnR])|\\([GUOAP][GUOAPNL]{2,7}\\)(?=,)|\\([NLUOA]{1,3}\\)(?=,?R))*"
)
_INSTITUTION_RUN: Final = re.compile(f"[Oq](?:[{_RUN_SIGNS}]|(?<=[UAL])c(?=[UA]))*")
_FIELDS: Final = re.compile("(?:,[UG]{1,2})+,?c(?=[UG])")
_HEAD: Final = re.compile("[POq]")


class Line:
    """Tokens of a stretch of text, their shape (a letter each), and where each token begins in the source.

    ``at`` has one entry more than there are tokens: the end of the text. ``prose``: the text is sentences. ``known``
    is shared by all lines that differ in plain names only: what was worked out for one of them holds for all.
    """

    __slots__ = ("at", "known", "prose", "shape", "text", "tokens")

    def __init__(
        self, text: str, tokens: Sequence[str], shape: str, start: int, *, prose: bool, known: dict[Any, Any]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.shape = shape
        self.at = list(accumulate(map(len, tokens), initial=start))
        self.prose = prose
        self.known = known

    def end(self, last: int) -> int:
        """Where the token before index ``last`` ends in the source, without the blanks after it."""
        token = self.tokens[last - 1]
        end = self.at[last]
        return end if token[-1] > " " else end - len(token) + len(token.rstrip())

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens ``first`` up to ``last`` (not included)."""
        return "".join(self.tokens[first:last]).rstrip()


class _Settled(NamedTuple):
    """What holds for every line of the same traces."""

    shape: str
    prose: bool
    known: dict[Any, Any]


class Lines:
    """Turns text into lines the grammar can read."""

    def __init__(self, catalog: Catalog, posts: Posts) -> None:
        self._known_posts = KnownPosts(catalog)
        self.kinds = Kinds(catalog, posts.build, self._known_posts.phrases)
        self._telling = catalog.phrase_words.telling
        self._posts = posts
        self._rank_words = RankWords(catalog, self.kinds)
        self._slipped_titles = SlippedTitles(catalog, self.kinds)
        self._traces = Traces(self.kinds)
        self._settled: dict[tuple[str, ...], _Settled] = {}
        self._learnt = posts.learnt

    def line(self, text: str, start: int = 0, manner: Manner = "list") -> Line:
        """The text as a line; ``start`` is its place in the source. It must not begin with a blank."""
        tokens: list[str] = _TOKEN.findall(text)
        if self._learnt is not self._posts.learnt:
            self._settled.clear()
            self._learnt = self._posts.learnt
        trace = self._traces
        key = (manner, *[trace[token] for token in tokens])
        settled = self._settled.get(key)
        if settled is None:
            typed = tokens
            tokens, shape = self._settle(text, tokens, manner)
            settled = _Settled(shape, is_prose(text, tokens, shape, self._telling), {})
            if tokens == typed and len(tokens) <= _LONGEST_KEPT and len(self._settled) < _MOST_KEPT:
                self._settled[key] = settled
        return Line(text, tokens, settled.shape, start, prose=settled.prose, known=settled.known)

    def _settle(self, text: str, tokens: list[str], manner: Manner) -> tuple[list[str], str]:
        """The tokens with those of one title joined, and the kind of each."""
        kinds = self.kinds
        shape = "".join([kinds[token] for token in tokens])
        if k.GLUED in shape:
            tokens, shape = self._unglue(tokens)
        if shape[1:2] == ":" and _bare(tokens[0]) == "pimpinan":
            shape = "j" + shape[1:]
        if k.ACRONYM in shape and text.isupper():
            shape = shape.replace(k.ACRONYM, k.NAME)
        if "-" in shape or "(" in shape:
            shape = without_credits(tokens, shape)
        if k.RANK in shape:
            shape = without_named_after(tokens, shape)
        if k.EITHER in shape or "k" in shape or _ODD_NAME.search(shape):
            shape = self._settle_names(tokens, shape)
        if "pacara" in text or "apel" in text:
            shape = without_ceremony(tokens, shape)
        if "c" in shape and not text.isupper():
            shape = self._commanders(tokens, shape)
        if "v" in shape:
            shape = _DEPUTISED.sub("uV", shape) if _DI_WAKILI.search(text) else shape
        if "q" in shape:
            shape = _HOUSE_OF.sub(k.PHRASE + k.UNIT, shape) if _DEWAN.search(text) else shape
            shape = own_delegations(tokens, shape)
        if k.PHRASE in shape:
            shape = self._whole_phrases(tokens, shape)
        if k.INITIAL in shape or "." in text:
            tokens, shape = self._slipped_titles.whole(tokens, shape)
        if k.ACRONYM in shape and k.BACK in shape:
            shape = unknown_degrees(tokens, shape)
        if k.RANK in shape:
            shape = self._rank_words.whole(tokens, shape)
        shape = with_unknown_words(text, tokens, shape, self.kinds, told=manner != "list")
        for found in _POST_LIKE.finditer(shape):
            at = found.end() - 1
            known_name = shape[at + 1] == k.NAME and self.kinds.is_name(tokens[at + 1])
            if not known_name and self.kinds.is_unknown_post(tokens[at]):
                shape = shape[:at] + k.POST + shape[at + 1 :]
        if k.POST in shape or k.INSTITUTION in shape or "q" in shape:
            shape = self._whole_posts(tokens, shape, manner)
        if k.UNKNOWN_SMALL in shape and not text.islower():
            shape = _FREE_SMALL.sub(k.WORD, shape)
        return tokens, shape

    def _unglue(self, tokens: list[str]) -> tuple[list[str], str]:
        parts: list[str] = []
        for token in tokens:
            if self.kinds[token] == k.GLUED:
                bare = token.rstrip()
                pieces = list(self.kinds.splits[bare])
                pieces[-1] += token[len(bare) :]
                parts.extend(pieces)
            else:
                parts.append(token)
        if any(self.kinds[token] == k.GLUED for token in parts):
            return self._unglue(parts)
        return parts, "".join([self.kinds[token] for token in parts])

    def _settle_names(self, tokens: list[str], shape: str) -> str:
        """Words that are a name after a rank, a title or a name, and something else elsewhere."""
        settled: list[str] = []
        for at, kind in enumerate(shape):
            before = settled[-1] if settled else ""
            named = bool(before) and (before in "RrFNnIL" or (before in "wz" and _after_small_words(settled) in "RrFk"))
            follows = shape[at + 1 : at + 3].removeprefix(",")[:1]
            if before in ("N", "w", "z", "n") and self._ends_rank(tokens, settled):
                before = k.RANK
            if kind == k.EITHER:
                kind = self.kinds.either(tokens[at]) if not named else self._name_kind(tokens[at])
            elif kind == "k" and (
                (before in ("R", "r") and tokens[at].rstrip() in ("Mas", "Abang"))
                or (before in _BEFORE_NO_ADDRESS and (not follows or follows not in "NnFRILAz"))
            ):
                kind = k.NAME
            elif (
                kind == "u"
                and named
                and before in "Nn"
                and shape[at + 1 : at + 2] not in ("t", "u", "P")
                and tokens[at - 1].rstrip()[-1] != "."
            ):
                kind = (
                    self._name_kind(tokens[at])
                    if self.kinds.is_name(tokens[at]) and _is_title_case(tokens[at])
                    else kind
                )
            elif kind == k.WORD and _RANKED.search("".join(settled)) and _ENDS_NAME.match(shape, at + 1):
                named_so = _is_title_case(tokens[at]) and not tokens[at].startswith(_VERBS)
                kind = k.NAME if named_so else kind
            elif kind in "UOGuw" and before in ("F", "R", "r") and _is_title_case(tokens[at]):
                kind = k.NAME
            elif (
                (kind == k.PHRASE and before in ("F", "R", "r") and self.kinds.phrase(tokens, at)[1] == 1)
                or (kind == k.PHRASE and named and follows in ("B", "b") and self.kinds.phrase(tokens, at)[1] == 1)
                or (kind == k.UNIT and named and (follows in ("B", "b") or self._closes_name(tokens, shape, at)))
            ):
                kind = self._name_kind(tokens[at])
            settled.append(kind)
        return "".join(settled)

    def _ends_rank(self, tokens: list[str], settled: Sequence[str]) -> bool:
        """Whether the words before are a rank with its corps: "Letkol Inf"."""
        at = len(settled) - 1
        while at > 0 and settled[at] != k.RANK and self.kinds.is_rank_tail[tokens[at]]:
            at -= 1
        return settled[at] == k.RANK and at < len(settled) - 1

    def _closes_name(self, tokens: list[str], shape: str, at: int) -> bool:
        """Whether a word of the inner structure ends a name ("Jaya Negara,"): no post begins with it."""
        return _is_title_case(tokens[at]) and shape[at + 1 : at + 2] in ("", ",", ")", ".", "(", "-")

    def _name_kind(self, token: str) -> str:
        return k.NAME if token[0].isupper() else k.KNOWN_NAME

    def _commanders(self, tokens: list[str], shape: str) -> str:
        """A capital "Dan" before a unit is the commander, not "and": "Dan SSK TMMD Kapten Arm Rikin"."""
        for found in _COMMANDER.finditer(shape):
            at = found.start()
            if tokens[at].rstrip() == "Dan" and (shape[at + 1] == k.ACRONYM or self.kinds.is_command(tokens[at + 1])):
                shape = shape[:at] + k.POST + shape[at + 1 :]
        return shape

    def _whole_phrases(self, tokens: list[str], shape: str) -> str:
        """Settle the words that open a phrase of several words ("jasa raharja") and nothing by themselves."""
        at = shape.find(k.PHRASE)
        while at >= 0:
            kind, count = self.kinds.phrase(tokens, at)
            if (
                count == 1
                and kind in "PNL"
                and shape[at + 1 : at + 2] in _NAME_FOLLOWS
                and self.kinds.is_front(tokens[at])
            ):
                kind = k.FRONT
            shape = shape[:at] + kind + shape[at + count :]
            at = shape.find(k.PHRASE, at + count)
        return shape

    def _whole_posts(self, tokens: list[str], shape: str, manner: Manner) -> str:
        """Mark every post and institution from its first word to its last: the words after it are free to be a name."""
        found = _HEAD.search(shape)
        while found:
            at = found.start()
            known = self._known_posts.longest(tokens, at) if shape[at] == k.POST else 0
            if known > 1:
                shape = shape[: at + 1] + k.UNIT * (known - 1) + shape[at + known :]
            run = (_POST_RUN if shape[at] == k.POST else _INSTITUTION_RUN).match(shape, at)
            end = run.end() if run else at + 1
            if fields := _FIELDS.match(shape, end) if any(map(_is_field, tokens[at:end])) else None:
                shape = shape[:end] + k.UNIT * (fields.end() - end) + shape[fields.end() :]
                run = _POST_RUN.match(shape, at)
                end = run.end() if run else fields.end()
            follows = shape[end : end + 1]
            if follows in ("B", "b") and shape[end + 1 : end + 2] in ("N", "n"):
                # A degree before a name says nothing of the words before it: "Kalapas Kapuas Amd.IP Rony Kurnia".
                follows = k.FRONT
            if follows == "." and shape[end + 1 : end + 2] in ("B", "b"):
                follows = k.BACK
            if follows == ",":
                follows = {"B": k.BACK, "b": k.BACK, "R": k.FRONT, "F": k.FRONT}.get(shape[end + 1 : end + 2], follows)
                if follows == "," and _NAME_BETWEEN_POSTS.match(shape, end):
                    follows = k.FRONT
            in_series = manner == "list" or "t" in shape[:at] or "V" in shape[:at]
            count = self._posts.length(
                tokens[at:end],
                shape[at:end],
                follows,
                manner="list" if in_series else manner,
                owned=_is_owned(shape, at, end, manner),
            )
            tail = k.POST_TAIL if shape[at] == k.POST else k.INSTITUTION_TAIL
            shape = shape[: at + 1] + tail * (count - 1) + shape[at + count :]
            found = _HEAD.search(shape, at + count)
        return shape


def _after_small_words(settled: Sequence[str]) -> str:
    """The kind before at most three words in small letters: "letkol inf yoga"."""
    at = len(settled) - 1
    while at > 0 and settled[at] in "wz" and len(settled) - at < 4:
        at -= 1
    return settled[at]


def _is_field(token: str) -> bool:
    """Whether a word opens a list of fields: "Deputi Bidang Protokol, Pers, dan Media"."""
    return token.rstrip() in ("Bidang", "bidang", "BIDANG")


def _is_title_case(token: str) -> bool:
    bare = token.rstrip()
    return bare[0].isupper() and not bare.isupper()


def _is_owned(shape: str, at: int, end: int, manner: Manner) -> bool:
    """Whether a post stands after a person who has none yet, so that hardly another name is in it.

    In sentences one capital word before a comma ("Sebelumnya, Kapolres") is no person.
    """
    before = _PERSON_BEFORE if manner == "list" else _PLAIN_PERSON_BEFORE
    if not at or shape[at - 1] not in ",(-/|" or not before.search(shape, 0, at):
        return False
    return (shape[at - 1] == "(" and shape[end : end + 1] == ")") or "P" not in shape[:at]


def _bare(token: str) -> str:
    return token.strip(" .").casefold()
