"""The kinds of words: the alphabet that the grammar reads, one letter for a word."""

from __future__ import annotations

from typing import Final

RANK: Final = "R"
RANK_TAIL: Final = "r"
FRONT: Final = "F"
BACK: Final = "B"
MAYBE_BACK: Final = "b"
INITIAL: Final = "I"
NAME: Final = "N"
KNOWN_NAME: Final = "n"
"""A common name in small letters."""
POST: Final = "P"
POST_TAIL: Final = "p"
"""Any word of a post after its first (only after the posts of a line have been found)."""
INSTITUTION_TAIL: Final = "o"
"""Any word of an institution after its first (only after the institutions of a line have been found)."""
UNIT: Final = "U"
INSTITUTION: Final = "O"
GROUP: Final = "G"
ACRONYM: Final = "A"
PLACE: Final = "L"
NUMBER: Final = "D"
ENUMERATOR: Final = "E"
WORD: Final = "w"
UNKNOWN_SMALL: Final = "z"
"""A word in small letters that no table knows: part of a name or a place where everything is typed small."""
WORD_STOP: Final = "W"
GLUED: Final = "Z"
SERVICE_NUMBER: Final = "X"
EITHER: Final = "Q"
"""A word that is a name after a rank, a title or a name, and a post or institution elsewhere ("Hakim", "Imam")."""
PHRASE: Final = "H"
"""The first word of phrases of several words, which says nothing alone (before those phrases have been looked for)."""
UNKNOWN_TITLE: Final = "T"
"""A form like a title that no table holds ("M.Tr.Opsla"): a title where one is expected, else part of a name."""

CONNECTIVES: Final[dict[str, str]] = {
    **dict.fromkeys(("dan", "serta", "&", "maupun", "dn", "plus", "atau"), "c"),
    **dict.fromkeys(("yang", "yg"), "y"),
    **dict.fromkeys(("oleh", "olh"), "l"),
    **dict.fromkeys(("diwakili", "diwakilkan", "diwakilk", "terwakili"), "V"),
    **dict.fromkeys(("mewakili", "wakili", "mewakilkan", "a.n", "an", "a/n"), "v"),
    **dict.fromkeys(("perwakilan", "perwakilannya"), "q"),
    **dict.fromkeys(("selaku", "sebagai", "jabatan", "menjabat"), "s"),
    **dict.fromkeys(("didampingi", "bersama", "beserta", "berikut", "dampingi"), "a"),
    **dict.fromkeys(
        (
            "dihadiri", "hadir", "dihadirin", "diikuti", "mengundang", "melibatkan", "hadirin", "meliputi", "dihadir",
            "diundang", "ikuti", "hadiri", "diantaranya", "antaranya", "seperti", "mendampingi", "adalah",
            "yaitu", "yakni", "ialah",
        ),
        "t",
    ),
    **dict.fromkeys(("notulis", "turut", "ikut", "tampak", "nampak", "daftar", "kehadiran"), "u"),
    **dict.fromkeys(("hadirnya", "langsung", "juga"), "u"),
    **dict.fromkeys(("nrp", "nip", "nrp/nip", "nip/nrp", "nik", "hp", "telp", "wa"), "x"),
    **dict.fromkeys(("terkait", "setempat", "lainnya", "se", "sekabupaten", "sekecamatan"), "U"),
    **dict.fromkeys(("terpilih", "nonaktif"), "U"),
    **dict.fromkeys(("di", "ke", "dari", "pada"), "w"),
    **dict.fromkeys(("bin", "binti"), "n"),
    **dict.fromkeys(("dipimpin", "pimpin", "dibuka", "diketuai"), "j"),
    **dict.fromkeys(("memimpin", "mengetuai"), "J"),
}  # fmt: skip
"""Words that carry no content of their own in a list of people, and their kinds."""

SIGN_KINDS: Final[dict[str, str]] = {
    "[": "(",
    "]": ")",
    "–": "-",
    "—": "-",
    "=": ":",
    "”": '"',
    "“": '"',
    "«": '"',
    "»": '"',
    "!": "W",
    "?": "W",
}
"""Signs that mean the same as another; the rest stand for themselves."""
