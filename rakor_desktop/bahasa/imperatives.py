"""Commands as people jot them down ("tingkatkan patroli", "jangan lengah") turned into clauses of reported speech
("meningkatkan patroli", "tidak lengah").

The prefix me- melts with the first sound of the word (EYD and Tata Bahasa Baku): k, p, s, t fall away, clusters and
one-syllable words keep theirs, per- keeps its p.
"""

from __future__ import annotations

import re
from typing import Final

_BARE: Final = frozenset(
    "jaga cek buat bangun kawal bantu pantau dukung catat tindak tegur awasi hindari waspadai kuasai "
    "lengkapi patuhi layani ikuti hormati perkuat perketat percepat perbanyak perluas perbaiki lindungi "
    "taati batasi kurangi periksa antisipasi evaluasi kendalikan cegah tolak jalin bentuk susun gelar "
    "dirikan bersihkan berikan beritahukan berdayakan berangkatkan berlakukan "
    "pasang tutup buka kirim siapkan pahami tangani dampingi temui hubungi kunjungi tinjau mulai".split()
)
"""Commands without -kan; other words of this shape are seldom commands ("polisi", "kondisi")."""
_NOUNS: Final = frozenset(
    "masukan tindakan gerakan rujukan pasokan ledakan tembakan bentrokan desakan gertakan tumpukan tanjakan belokan "
    "pijakan cetakan rekan ikan bahkan sedangkan melainkan bukan pukulan arahan silakan serempakan tunjukan dekan "
    "peledakan pertunjukan kerusakan kenaikan kebaikan kebijakan kecelakaan rusakan pajakan misalkan seakan".split()
)
_KAN: Final = re.compile(
    r"(?!me|di|ber|ter(?!ap|ang|us)|ke(?!rah|luar|mbang|nal|mas|rja|lola)|pe(?!r)|se(?!dia|bar|le|rah|ta))\w{3,}kan"
)
_ONE_SYLLABLE: Final = frozenset({"cek", "lap", "bom", "cat"})
_KEEPS: Final = frozenset({"kaji", "percayakan", "punyai"})
_PER_ROOTS: Final = frozenset({"periksa", "perintahkan", "perankan", "perangi", "periksakan"})
_CLUSTER: Final = re.compile(r"[kpst][bcdfghjklmnpqrstvwxyz]")

_JOINTS: Final = re.compile(
    r"(, (?=(?:\w+kan|lengkapi|jaga|patuhi|hindari|cek|waspadai|perketat|perkuat|awasi|periksa)\b)"
    r"|\b(?:dan|serta|lalu|kemudian|sekaligus) )(\w+)")
_LEADS: Final = ("tolong ", "mohon ", "harap ", "agar ", "supaya ")


def is_command_word(word: str) -> bool:
    """Whether a single word is an order: ``tingkatkan``, ``jaga``; nouns in -kan are not."""
    word = word.casefold()
    return word in _BARE or (word not in _NOUNS and _KAN.fullmatch(word) is not None)


def is_command(text: str) -> bool:
    """Whether a sentence opens as an order: ``tingkatkan patroli``, ``jangan lengah``, ``segera lapor``."""
    words = text.casefold().split()
    while words and words[0] in ("tolong", "mohon", "segera", "selalu", "tetap", "terus"):
        if len(words) == 1:
            return False
        words = words[1:]
    return bool(words) and (words[0] == "jangan" or is_command_word(words[0].strip(",.;:!")))


def forbids(text: str) -> bool:
    """Whether the order is not to do something."""
    return text.casefold().startswith(("jangan", "tolong jangan", "mohon jangan"))


def active(word: str) -> str:
    """The word with me-: ``tingkatkan`` is ``meningkatkan``, ``perkuat`` is ``memperkuat``."""
    low = word.casefold()
    if low in _ONE_SYLLABLE:
        return f"menge{word}"
    if low.startswith("per") and low not in _PER_ROOTS and len(low) > 5:
        return f"mem{word}"
    first = low[0]
    if first in "kpst" and low not in _KEEPS and not _CLUSTER.match(low):
        return {"k": "meng", "p": "mem", "s": "meny", "t": "men"}[first] + word[1:]
    if first in "aiueoghk":
        return f"meng{word}"
    if first in "bfvp":
        return f"mem{word}"
    if first in "cdjzts":
        return f"men{word}"
    return f"me{word}"


def as_clause(text: str) -> str:
    """The order as a clause without a subject: ``segera meningkatkan patroli dan tidak lengah``."""
    text = text.strip()
    for lead in _LEADS:
        if text.casefold().startswith(lead):
            text = text[len(lead) :]
    words = text.split(" ")
    place = 1 if len(words) > 1 and words[0].casefold() in ("segera", "selalu", "tetap", "terus") else 0
    words[place] = _turned(words[place])
    text = " ".join(words)
    text = re.sub(r", jangan sampai\b", " agar tidak sampai", text)
    text = re.sub(r", jangan (?!sampai)", " dan tidak ", text)
    text = re.sub(r"\b[Jj]angan sampai\b", "tidak sampai", text)
    text = re.sub(r"\b[Jj]angan\b", "tidak", text)
    text = _JOINTS.sub(lambda m: f"{m[1]}{_turned(m[2])}", text)
    return text[:1].lower() + text[1:] if text[:1].isupper() and not text[:2].isupper() else text


def _turned(word: str) -> str:
    core = word.rstrip(",.;:!")
    if not is_command_word(core):
        return word
    made = active(core[:1].lower() + core[1:])
    return made + word[len(core) :]
