"""One line as tokens and a shape: what its words are, with ranks, titles and posts already found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain.ranks import rank_key
from rakor_desktop.reading import kinds as k
from rakor_desktop.reading.kinds import Kinds
from rakor_desktop.reading.posts import Manner, Posts

_TOKEN: Final = re.compile(
    r"(?:[IVXL]+/[^\W_]+(?:[-/][^\W_]+)*|[^\W\d_]+(?:[.'’`´][^\W\d_]+|-[^\W\d_]+|\d+)*\.?(?:\((?:Han|P|T|E|S|K|KH|H|PM)\)\.?)?"
    r"|\d{8} ?\d{6} ?\d ?\d{3}"
    r"|\d{3,4}/ ?[^\W\d_]+"
    r"|\(?\d+(?:[.,:/-]\w+)*[.)]*"
    r"|\S)\s*"
)
_DI_WAKILI: Final = re.compile(r"\bdi\s+wakili\b", re.IGNORECASE)
_PERSON_BEFORE: Final = re.compile("[NnIzBbTAX][,(/|-]+$")
_ODD_NAME: Final = re.compile("[RFr][UOGH]|[Nwnz][UH],?[Bb]|[NLI]U(?:[,).(-]|$)")
_FREE_SMALL: Final = re.compile(f"(?<![RrFGU]){k.UNKNOWN_SMALL}")
_BRACKETED_RANK: Final = re.compile("\\(R[^()]{0,2}\\)")
_DEWAN: Final = re.compile(r"\bdewan perwakilan\b", re.IGNORECASE)
_HOUSE_OF: Final = re.compile(".q")
_POST_LIKE: Final = re.compile("(?:^|(?<=[,;(/cEltVvayw-]))N(?=[LOUADN])")
_DEPUTISED: Final = re.compile("wv")
_AFTER_A_NAME: Final = "NnILBbT,."
_NAME_FOLLOWS: Final = ("N", "n", "I", "F", "L", "z", "A", k.EITHER)
_MOST_TITLE_PIECES: Final = 4
_MOST_RANK_WORDS: Final = 6
_RETIRED: Final = ("purn", "purnawirawan", "p")
"""What stands in brackets behind the rank of the retired; "(P)" behind a rank of the navy is a branch."""
_NAME_BETWEEN_POSTS: Final = re.compile("(?:,[NnILA]{1,5}(?:,?[Bb])*)(?:,?c|[,;.]|$)(?:[POGHqtw]|$)")
"""Behind a post: a bare name between commas and the next post. So the words before the first comma are a place."""
_COMMANDER: Final = re.compile("c(?=[AUH])")
_BEHIND_A_DEGREE: Final = re.compile("(?<=[Bb])[,.]?A")
_LIKE_A_DEGREE: Final = re.compile(r"[SM][A-Z]{2,5}\b")
_RETIRED_SHORT: Final = re.compile(r"\(\s*P\s*\)")
_RUN_SIGNS: Final = "UOANLDnIGzb"
_POST_RUN: Final = re.compile(
    f"P(?:[P{_RUN_SIGNS}]|(?<=[UAL])c(?=[UA])|,(?=U+(?:,U+)*cU)"
    "|\\([PUOA]{1,6}\\)(?=[PUOANLDnR])|\\([NLUOA]{1,3}\\)(?=,?R))*"
)
_INSTITUTION_RUN: Final = re.compile(f"[Oq](?:[{_RUN_SIGNS}]|(?<=[UAL])c(?=[UA]))*")
_HEAD: Final = re.compile("[POq]")


class Line:
    """Tokens of a stretch of text, their shape (a letter each), and where each token begins in the source.

    ``at`` has one entry more than there are tokens: the end of the text. ``prose``: the text is sentences.
    """

    __slots__ = ("at", "prose", "shape", "text", "tokens")

    def __init__(self, text: str, tokens: Sequence[str], shape: str, start: int = 0) -> None:
        self.text = text
        self.tokens = tokens
        self.shape = shape
        self.at = list(accumulate(map(len, tokens), initial=start))
        self.prose = _is_prose(text, shape)

    def end(self, last: int) -> int:
        """Where the token before index ``last`` ends in the source, without the blanks after it."""
        token = self.tokens[last - 1]
        end = self.at[last]
        return end if token[-1] > " " else end - len(token) + len(token.rstrip())

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens ``first`` up to ``last`` (not included)."""
        return "".join(self.tokens[first:last]).rstrip()


class Lines:
    """Turns text into lines the grammar can read."""

    def __init__(self, catalog: Catalog, posts: Posts) -> None:
        self.kinds = Kinds(catalog)
        self._titles = catalog.titles
        self._ranks = catalog.ranks
        self._posts = posts
        self._rank_lengths: dict[tuple[str, ...], int] = {}

    def line(self, text: str, start: int = 0, manner: Manner = "list") -> Line:
        """The text as a line; ``start`` is its place in the source. It must not begin with a blank."""
        tokens: list[str] = _TOKEN.findall(text)
        kinds = self.kinds
        shape = "".join([kinds[token] for token in tokens])
        if k.GLUED in shape:
            tokens, shape = self._unglue(tokens)
        if shape[1:2] == ":" and _bare(tokens[0]) == "pimpinan":
            shape = "j" + shape[1:]
        if k.ACRONYM in shape and text.isupper():
            shape = shape.replace(k.ACRONYM, k.NAME)
        if k.EITHER in shape or "k" in shape or _ODD_NAME.search(shape):
            shape = self._settle_names(tokens, shape)
        if "c" in shape and not text.isupper():
            shape = self._commanders(tokens, shape)
        if "v" in shape:
            shape = _DEPUTISED.sub("uV", shape) if _DI_WAKILI.search(text) else shape
        if "q" in shape:
            shape = _HOUSE_OF.sub(k.PHRASE + k.UNIT, shape) if _DEWAN.search(text) else shape
        if k.PHRASE in shape:
            shape = self._whole_phrases(tokens, shape)
        if k.INITIAL in shape or "." in text:
            tokens, shape = self._whole_titles(tokens, shape)
        if k.ACRONYM in shape and k.BACK in shape:
            shape = _unknown_degrees(tokens, shape)
        if k.RANK in shape:
            shape = self._whole_ranks(tokens, shape)
        for found in _POST_LIKE.finditer(shape):
            at = found.end() - 1
            known_name = shape[at + 1] == k.NAME and self.kinds.is_name(tokens[at + 1])
            if not known_name and self.kinds.is_unknown_post(tokens[at]):
                shape = shape[:at] + k.POST + shape[at + 1 :]
        if k.POST in shape or k.INSTITUTION in shape or "q" in shape:
            shape = self._whole_posts(tokens, shape, manner)
        if k.UNKNOWN_SMALL in shape and not text.islower():
            shape = _FREE_SMALL.sub(k.WORD, shape)
        return Line(text, tokens, shape, start)

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
            if kind == k.EITHER:
                kind = self.kinds.either(tokens[at]) if not named else self._name_kind(tokens[at])
            elif kind == "k" and named and before in "NnI" and (not follows or follows not in "NnFRI"):
                kind = k.NAME
            elif kind in "UOG" and before in ("F", "R", "r") and _is_title_case(tokens[at]):
                kind = k.NAME
            elif kind == k.PHRASE and before in ("F", "R", "r") and self.kinds.phrase(tokens, at)[1] == 1:
                kind = self._name_kind(tokens[at])
            elif kind == k.PHRASE and named and follows in ("B", "b") and self.kinds.phrase(tokens, at)[1] == 1:
                kind = self._name_kind(tokens[at])
            elif kind == k.UNIT and named and (follows in ("B", "b") or self._closes_name(tokens, shape, at)):
                kind = self._name_kind(tokens[at])
            settled.append(kind)
        return "".join(settled)

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
            if count == 1 and kind in "PNL" and shape[at + 1 : at + 2] in _NAME_FOLLOWS and self.kinds.is_front(tokens[at]):
                kind = k.FRONT
            shape = shape[:at] + kind + shape[at + count :]
            at = shape.find(k.PHRASE, at + count)
        return shape

    def _whole_titles(self, tokens: list[str], shape: str) -> tuple[list[str], str]:
        """Titles into which a blank slipped ("S. IP", "M.I. Pol", "S Pd", ", M H") become one token."""
        opens = self.kinds.opens_title
        if not any([opens[token] for token in tokens]):
            return tokens, shape
        at = 1
        while at < len(tokens) - 1:
            if opens[tokens[at]] and shape[at - 1] in _AFTER_A_NAME and (tokens[at + 1][0].isalpha() or tokens[at + 1][0] in "(,"):
                for last in range(min(at + _MOST_TITLE_PIECES, len(tokens)), at + 1, -1):
                    if self._is_slipped(tokens[at:last], after_comma=shape[at - 1] in ",."):
                        tokens = [*tokens[:at], "".join(tokens[at:last]), *tokens[last:]]
                        shape = shape[:at] + k.BACK + shape[last:]
                        break
            at += 1
        return tokens, shape

    def _is_slipped(self, pieces: list[str], *, after_comma: bool) -> bool:
        """Whether the pieces are one title: every piece whole parts of it, and the blank no other reading's.

        "Budi S. Hadi" is a name; two single letters are a title only after a comma ("Budi, S. H").
        """
        bare = [piece.strip() for piece in pieces]
        if len(bare) == 3 and bare[1] == "," and len(bare[0].strip(".")) == 1 < len(bare[2].strip(".")):
            # "S, Sos": a comma where the stop belongs; two single letters are initials or titles of their own.
            del bare[1]
        if any(len(piece) > 6 or not (piece[0].isalpha() or piece in "()") for piece in bare) or not bare[0][0].isupper():
            return False
        letters = [piece for piece in bare if piece not in "()"]
        if not after_comma and (len(letters[-1].strip(".")) == 1 and not letters[-1].endswith(".")):
            return False
        title = self._titles.find("".join(bare), "back")
        if title is None or (not after_comma and not bare[0].endswith(".") and len(letters[-1]) < 2):
            return False
        typed = [part for piece in bare for part in piece.split(".") if part]
        return len(typed) >= 2 and "".join(typed).casefold() == title.standard.replace(".", "").casefold()

    def _whole_ranks(self, tokens: list[str], shape: str) -> str:
        at = shape.find(k.RANK)
        while at >= 0:
            if at and shape[at - 1] in "Rr" and shape[at + 1 : at + 2] in ("N", "L"):
                shape = shape[:at] + k.NAME + shape[at + 1 :]
            else:
                count = self._rank_tokens(tokens, at)
                if count:
                    count += _repeated(shape, at + count)
                    shape = shape[: at + 1] + k.RANK_TAIL * (count - 1) + shape[at + count :]
                else:
                    shape = shape[:at] + self._no_rank(tokens[at].rstrip()) + shape[at + 1 :]
            at = shape.find(k.RANK, at + 1)
        return shape

    def _rank_tokens(self, tokens: list[str], at: int) -> int:
        """How many tokens from ``at`` are one rank with its corps, branch and "(Purn.)"; 0 when they are none."""
        goes_on, last = self.kinds.is_rank_tail, at + 1
        while last < len(tokens) and last - at < _MOST_RANK_WORDS and goes_on[tokens[last]]:
            last += 1
            if last < len(tokens) and tokens[last][0] == "(" and "".join(tokens[last : last + 3]).rstrip()[-1:] == ")":
                last = min(last + 3, len(tokens))
        if last + 2 < len(tokens) and tokens[last][0] == "(" and _bare(tokens[last + 1]) in _RETIRED:
            last += 3
        words = tuple([token.rstrip() for token in tokens[at:last]])
        count = self._rank_lengths.get(words)
        if count is None:
            count = self._rank_lengths[words] = self._rank_length(words)
        return count

    def _rank_length(self, words: tuple[str, ...]) -> int:
        for count in range(len(words), 0, -1):
            # "Laut T. Rudi": a branch of the navy stands in brackets, anything else is an initial.
            if words[count - 1] == "(" or (len(words[count - 1].strip(".")) == 1 and rank_key(words[count - 2]) == "laut"):
                continue
            match = self._ranks.find(retired_in_full(" ".join(words[:count])))
            # A civil rank of one word ("Pembina") is more often a post.
            if match is None and count == 2 and rank_key(words[1]) == "laut" and self._ranks.find(words[0]):
                return 2
            if match is not None and (not match.rank.civil or count > 1):
                return count
            if count <= 2 and self._ranks.nearest(" ".join(words[:count])) and self._doubtful(words[:count]):
                return count
        return 0

    def _doubtful(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a rank of two services ("Brigjen", "Jenderal"): a rank, to be asked about."""
        return rank_key(" ".join(words)) in ("brigjen", "jenderal", "jendral", "jend", "brigadirjenderal")

    def _no_rank(self, word: str) -> str:
        bare = word.strip(".").casefold()
        kind = self.kinds.either(word)
        return kind if bare in ("inspektur", "komisaris") or kind != k.PHRASE else k.NAME

    def _whole_posts(self, tokens: list[str], shape: str, manner: Manner) -> str:
        """Mark every post and institution from its first word to its last: the words after it are free to be a name."""
        found = _HEAD.search(shape)
        while found:
            at = found.start()
            run = (_POST_RUN if shape[at] == k.POST else _INSTITUTION_RUN).match(shape, at)
            end = run.end() if run else at + 1
            follows = shape[end : end + 1]
            if follows == ",":
                follows = {"B": k.BACK, "b": k.BACK, "R": k.FRONT, "F": k.FRONT}.get(shape[end + 1 : end + 2], follows)
                if follows == "," and _NAME_BETWEEN_POSTS.match(shape, end):
                    follows = k.FRONT
            in_series = manner == "list" or (manner == "prose" and ("t" in shape[:at] or "V" in shape[:at]))
            count = self._posts.length(
                tokens[at:end],
                shape[at:end],
                follows,
                manner="list" if in_series else manner,
                owned=_is_owned(shape, at, end),
            )
            tail = k.POST_TAIL if shape[at] == k.POST else k.INSTITUTION_TAIL
            shape = shape[: at + 1] + tail * (count - 1) + shape[at + count :]
            found = _HEAD.search(shape, at + count)
        return shape


def retired_in_full(text: str) -> str:
    """A rank with "(P)" behind it, which but in the navy means retired, as the tables write it."""
    return text if "laut" in text.casefold() else _RETIRED_SHORT.sub("(Purn.)", text)


def _is_prose(text: str, shape: str) -> bool:
    """Whether a line is sentences: more than a few small words, and not the numbers of a list within it."""
    small = shape.count(k.WORD) + shape.count(k.WORD_STOP)
    if small < 3 or shape.count(k.ENUMERATOR) > 1:
        return False
    return small * 7 > len(shape) and (small > 4 or text[-1] in '.”"')


def _repeated(shape: str, at: int) -> int:
    """The length of a rank said again in brackets: "Komisaris Polisi (Kompol)"."""
    found = _BRACKETED_RANK.match(shape, at)
    return found.end() - found.start() if found else 0


def _unknown_degrees(tokens: Sequence[str], shape: str) -> str:
    """Capitals built like a degree directly behind a degree are one that no table knows: "SST MPSDA"."""
    for found in _BEHIND_A_DEGREE.finditer(shape):
        if _LIKE_A_DEGREE.match(tokens[found.end() - 1]):
            shape = shape[: found.end() - 1] + k.UNKNOWN_TITLE + shape[found.end() :]
    return shape


def _after_small_words(settled: Sequence[str]) -> str:
    """The kind before at most three words in small letters: "letkol inf yoga"."""
    at = len(settled) - 1
    while at > 0 and settled[at] in "wz" and len(settled) - at < 4:
        at -= 1
    return settled[at]


def _is_title_case(token: str) -> bool:
    bare = token.rstrip()
    return bare[0].isupper() and not bare.isupper()


def _is_owned(shape: str, at: int, end: int) -> bool:
    """Whether a post stands after a person who has none yet, so that hardly another name is in it."""
    if not at or shape[at - 1] not in ",(-/|" or not _PERSON_BEFORE.search(shape, 0, at):
        return False
    return (shape[at - 1] == "(" and shape[end : end + 1] == ")") or "P" not in shape[:at]


def _bare(token: str) -> str:
    return token.strip(" .").casefold()
