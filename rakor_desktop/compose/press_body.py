"""The body of a release: what was told, figures, decisions, and how it went. Only public items are ever seen here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rakor_desktop.bahasa.imperatives import as_clause, forbids, is_command
from rakor_desktop.bahasa.jottings import is_noun_phrase
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.numerals import spelled
from rakor_desktop.bahasa.text import end_stop, sentence_start
from rakor_desktop.catalog.press import Part, PressStyle
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.draft import DraftParagraph, FactRef
from rakor_desktop.compose.press_people import People, speaker_key
from rakor_desktop.compose.reported import is_predicate, ordered
from rakor_desktop.compose.speech import Speech, plain_marks, running, sentences_of
from rakor_desktop.compose.typed import addressed, taken_apart
from rakor_desktop.compose.wording import Wording, audience_of, is_noun_start, is_order, purpose_clause
from rakor_desktop.domain.meeting import DIRECTIVE_KINDS, Figure, Item, Meeting

_STOP = re.compile(r"[a-z0-9)]{2}[.!?] ")
_AGREED = ("sepakat", "berkomitmen", "bersepakat", "disepakati", "menyepakati", "memutuskan", "diputuskan")
_SENTENCES = 3
_LATER: dict[str, Part] = {"decision": "decisions", "appeal": "appeals", "closing": "closing"}


def chosen(meeting: Meeting, style: PressStyle) -> tuple[Item, ...]:
    """The public items that the style has room for, in the order in which the release tells them."""
    public = [i for i in meeting.items if i.public and (i.text.strip() or i.quote.strip())]
    if style.speakers:
        heard = list(dict.fromkeys(speaker_key(i) for i in _by_weight(public, meeting) if _spoken(i)))
        public = [i for i in public if not _spoken(i) or speaker_key(i) in heard[: style.speakers]]
    if style.points:
        kept = _by_weight(public, meeting)[: style.points]
        public = [i for i in public if i in kept]
    return tuple(sorted(public, key=lambda item: _place(item, style)))


def part_of(item: Item, style: PressStyle) -> Part:
    """The part of the release that tells an item: its own one where the style has that, else the contents."""
    own: Part = _LATER.get(item.kind, "contents")
    return own if own in style.parts else "contents"


def _place(item: Item, style: PressStyle) -> int:
    part = part_of(item, style)
    return style.parts.index(part) if part in style.parts else len(style.parts)


def _spoken(item: Item) -> bool:
    return bool(item.speaker_id or item.speaker.strip()) and item.kind != "decision"


def _by_weight(items: Sequence[Item], meeting: Meeting) -> list[Item]:
    """What a short release keeps first: words of the chair, quotations, decisions; otherwise the order of time."""

    def weight(item: Item) -> tuple[bool, bool, bool]:
        return item.speaker_id not in meeting.leader_ids[:1], not item.quote.strip(), item.kind != "decision"

    return sorted(items, key=weight)


def told(
    items: tuple[Item, ...], part: Part, people: People, speech: Speech, choice: Choice
) -> list[DraftParagraph]:
    """The paragraphs of one part, in order; decisions that stand together become one list."""
    paragraphs: list[DraftParagraph] = []
    for n, item in enumerate(items):
        if part_of(item, people.style) != part:
            continue
        if item.kind == "decision":
            if n == 0 or items[n - 1].kind != "decision":
                paragraphs += _decisions(_run(items[n:]), people.words, choice, len(paragraphs))
        elif people.speaker(item):
            paragraphs += speech.told(n)
        else:
            paragraphs += _plain(item)
    return paragraphs


def _plain(item: Item) -> list[DraftParagraph]:
    """What nobody is named for: told as it stands; words without a speaker are told as said in the meeting."""
    text = running(item.text)
    if not text:
        return []
    first, *rest = sentences_of(text)
    if any(is_command(sentence) for sentence in rest):
        told = (_impersonal(item, sentence.rstrip(".")) for sentence in (first, *rest))
        said = " ".join(end_stop(sentence_start(sentence)) for sentence in told).rstrip(".")
    else:
        said = _impersonal(item, text)
    purpose = purpose_clause(item.purpose.strip().rstrip("."))
    if purpose and (" agar " in f" {said} " or _STOP.search(said)):
        said = f"{end_stop(said)} Hal itu dimaksudkan {re.sub('^supaya', 'agar', purpose)}"
    elif purpose:
        said = f"{said} {purpose}"
    facts = [FactRef(f"items/{item.id}/text", item.text)]
    facts += [FactRef(f"items/{item.id}/audience", a) for a in item.audience if a]
    return [DraftParagraph(f"item:{item.id}", end_stop(sentence_start(said)), tuple(facts))]


def _impersonal(item: Item, text: str) -> str:
    """A text without a speaker as a sentence: whole ones stand as typed, orders and fragments get what they lack."""
    audience = audience_of(item)
    if said := _uttered(text):
        return f"Dalam kegiatan tersebut {said}"
    if is_command(text):
        return f"{audience or 'Peserta'} {'diingatkan agar' if forbids(text) else 'diarahkan untuk'} {as_clause(text)}"
    asked = addressed(_small(text), "")
    directs = item.kind in DIRECTIVE_KINDS or item.sense == "urges"
    if directs and not asked.who and asked.text != text and asked.text.startswith("agar "):
        text = asked.text
    if is_order(text):
        return f"Dalam kegiatan tersebut disampaikan agar {ordered(_small(text))}"
    if is_noun_phrase(text, asked=True):
        return f"Dalam kegiatan tersebut dibahas {_small(text)}"
    if is_noun_start(text):
        small, to = _small(text), f" kepada {audience}" if audience and "kepada" not in text else ""
        return f"Dalam kegiatan tersebut disampaikan {small}{to}"
    if is_predicate(_small(text)):
        if item.kind in DIRECTIVE_KINDS or item.sense == "urges":
            return f"{audience or 'Peserta'} {'diimbau' if item.kind == 'appeal' else 'diminta'} untuk {_small(text)}"
        if re.match(r"(me|ber)\w{3,}", text, re.IGNORECASE):
            return f"Dalam kegiatan tersebut dibahas upaya {_small(text)}"
        return f"Peserta {_small(text)}"
    return re.sub(r"^(kami|kita|saya)\b", "peserta", text, flags=re.IGNORECASE)


def _small(text: str) -> str:
    word = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if word[1:].islower() else text


def _run(items: Sequence[Item]) -> list[Item]:
    """The decisions that stand together from the first one."""
    found = []
    for item in items:
        if item.kind != "decision":
            break
        found.append(item)
    return found


def _decisions(items: list[Item], words: Wording, choice: Choice, before: int) -> list[DraftParagraph]:
    rows = [(i, running(i.text)) for i in items]
    rows = [(item, _without_agreeing(words.lower_start(text))) for item, text in rows if text]
    if not rows:
        return []
    where = choice.of("decisions", ("Rapat tersebut", "Pertemuan tersebut"))
    facts = tuple(FactRef(f"items/{i.id}/text", i.text) for i, _ in rows)
    key = "decisions" if not before else f"decisions:{rows[0][0].id}"
    if len(rows) == 1:
        return [DraftParagraph(key, _one_decision(rows[0][1], where), facts)]
    sentences = [f"{where} menghasilkan {spelled(len(rows))} kesepakatan."]
    for n, (_, text) in enumerate(rows, 1):
        ordinal = "Pertama" if n == 1 else f"Ke{spelled(n)}"
        sentences.append(end_stop(f"{ordinal}, {_as_decided(text)}"))
    texts = [" ".join(sentences[n : n + _SENTENCES]) for n in range(0, len(sentences), _SENTENCES)]
    return [DraftParagraph(key if not n else f"{key}/{n + 1}", t, facts if not n else ()) for n, t in enumerate(texts)]


def _without_agreeing(text: str) -> str:
    """A decision without the "sepakat" that the sentence around it says."""
    agreeing = r"^(?:peserta )?(?:sepakat|disepakati|menyepakati) (?=(?:untuk )?me)"
    text = re.sub(agreeing, "", text, flags=re.IGNORECASE)
    return re.sub(r"^(?:untuk|agar) (?=(me|ber|di)\w{3})", "", text)


def _uttered(text: str) -> str:
    """Wishes, pleas, invitations and questions as what was put before the meeting; empty for every other text."""
    first, _, rest = text.partition(" ")
    small = first.casefold()
    if not rest:
        return ""
    if text.endswith("?"):
        asked = _small(text.rstrip("? "))
        return f"ditanyakan {asked if small in _ASKING else f'apakah {asked}'}"
    if small in ("semoga", "mudah-mudahan"):
        return f"disampaikan harapan agar {rest}"
    if small in ("mari", "ayo", "marilah"):
        return f"disampaikan ajakan untuk {as_clause(re.sub(r'^kita ', '', rest))}"
    if small == "mohon" and not is_command(text):
        return f"disampaikan permohonan {rest}"
    if small in _PASSIVE:
        return f"{_PASSIVE[small]} {rest}".replace("agar agar ", "agar ")
    if small in ("beliau", "kami", "kita", "saya") or (small in ("ia", "dia") and rest):
        typed = taken_apart(text, (), directs=False)
        if typed.verb in _PASSIVE:
            return f"{_PASSIVE[typed.verb]} {typed.text}".replace("agar agar ", "agar ")
        return f"disampaikan bahwa peserta {f'{typed.verb} {typed.text}' if typed.verb else rest}"
    return ""


_PASSIVE = {
    "menyampaikan": "disampaikan", "menekankan": "ditekankan", "menegaskan": "ditegaskan",
    "mengingatkan": "diingatkan", "menjelaskan": "dijelaskan", "memaparkan": "dipaparkan", "mengusulkan": "diusulkan",
    "berharap": "disampaikan harapan agar", "meminta": "disampaikan permintaan agar",
}  # fmt: skip
"""Verbs of saying for what nobody is named for."""
_ASKING = frozenset("apakah apa kapan bagaimana siapa mengapa kenapa berapa".split())


def _one_decision(text: str, where: str) -> str:
    if said := _uttered(text):
        return end_stop(f"Dalam rapat tersebut {said}")
    if is_noun_phrase(text):
        return end_stop(f"{where} menghasilkan kesepakatan mengenai {text}")
    if is_predicate(text):
        return end_stop(f"{where} menghasilkan kesepakatan untuk {as_clause(text)}")
    if any(word in text.casefold().split() for word in _AGREED):
        return end_stop(f"Dalam rapat tersebut, {text}")
    if is_command(text):
        return end_stop(f"{where} menghasilkan kesepakatan {'agar' if forbids(text) else 'untuk'} {as_clause(text)}")
    if is_order(text):
        return end_stop(f"{where} menghasilkan kesepakatan agar {ordered(text)}")
    return end_stop(f"{where} menghasilkan kesepakatan bahwa {text}")


def _as_decided(text: str) -> str:
    return _uttered(text) or as_clause(text) if is_command(text) else text


def figures(meeting: Meeting, said: str) -> list[DraftParagraph]:
    """The public figures that the text has not told yet: "Pos pengamanan (4 unit)"."""
    rows = [(f, " ".join((f.value.strip(), f.unit.strip())).strip()) for f in meeting.figures if f.public]
    rows = [(f, value) for f, value in rows if f.value.strip() and not _told_already(said, f, value)]
    if not rows:
        return []
    listed = join_list([_figure(f, value) for f, value in rows])
    facts = tuple(FactRef(f"figures/{f.id}", value) for f, value in rows)
    text = end_stop(f"Data yang disampaikan dalam kegiatan tersebut meliputi {listed}")
    if len(rows) == 1:
        label = _label(rows[0][0])
        yes = "" if not label or label.casefold() in rows[0][1].casefold() else f"{label}, yakni "
        text = end_stop(f"Dalam kegiatan tersebut disampaikan pula data {yes}{rows[0][1]}")
    return [DraftParagraph("figures", text, facts)]


def _figure(figure: Figure, value: str) -> str:
    label = _label(figure)
    return f"{label} ({value})" if label and label.casefold() not in value.casefold() else value


def _label(figure: Figure) -> str:
    return _small(plain_marks(figure.label.strip().rstrip(":")))


def _told_already(said: str, figure: Figure, value: str) -> bool:
    """Whether the text tells a figure, as it is typed or with its number near its label: "jumlah TPS 632"."""
    if says(said, value):
        return True
    label, number = figure.label.strip().rstrip(":"), figure.value.strip()
    if not label:
        return False
    near = rf"\b{re.escape(label)}\b[^.;]{{0,20}}(?<![\w.,]){re.escape(number)}(?!\w)"
    return re.search(near, said, re.IGNORECASE) is not None


def says(text: str, value: str) -> bool:
    """Whether the text holds the value itself, not only as the end of a longer number ("12 pos" says no "2 pos")."""
    return re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w)", text) is not None


def conduct(meeting: Meeting, style: PressStyle, choice: Choice) -> list[DraftParagraph]:
    """How it went, in the meeting's own words; nothing where the meeting does not say."""
    said = running(meeting.conduct)
    if not said:
        return []
    fact = (FactRef("conduct", meeting.conduct),)
    if said.casefold().startswith(("kegiatan", "rapat", "rakor", "selama", "seluruh")):
        return [DraftParagraph("conduct", end_stop(sentence_start(said)), fact)]
    said = said[:1].lower() + said[1:]
    if said.startswith(("situasi", "suasana", "keadaan")):
        said = f"dalam {said}"
    pattern = choice.of("conduct", (style.conduct, "Seluruh rangkaian kegiatan berlangsung {suasana}."))
    return [DraftParagraph("conduct", end_stop(pattern.replace("{suasana}", said)), fact)]
