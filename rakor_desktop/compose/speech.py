"""Who says what in a release: reported speech and quotations, with verbs that vary and mentions that shorten."""

from __future__ import annotations

from rakor_desktop.bahasa.attribution import Attribution, Position
from rakor_desktop.bahasa.text import end_stop, quoted, sentence_start
from rakor_desktop.compose.points import lines_joined
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.wording import (
    Wording,
    audience_of,
    is_command,
    is_noun_start,
    is_order,
    purpose_clause,
)
from rakor_desktop.domain.meeting import Attendee, Item

_TURNS = ("Sementara itu, ", "Pada kesempatan yang sama, ", "Di sisi lain, ")
_ON = ("Selain itu, ", "Lebih lanjut, ", "")


class Speech:
    """Words the public items of one release, in order. It remembers whom and which verbs it has used."""

    def __init__(self, source: Source, items: tuple[Item, ...], *, already_named: frozenset[str]) -> None:
        self._meeting = source.meeting
        self._items = items
        self._words = Wording(source.catalog, source.office)
        self._attribution = Attribution()
        self._verbs: list[str] = []
        self._quote_verbs: list[str] = []
        self._seen: dict[str, int] = dict.fromkeys(already_named, 1)
        self._turns = 0
        self._continued = 0
        self._last_speaker = ""
        spoken = [n for n, i in enumerate(items) if i.quote.strip() and i.kind != "decision" and self._who(i)]
        self._last_quote = spoken[-1] if len(spoken) > 1 and spoken[-1] == len(items) - 1 else -1

    def _who(self, item: Item) -> str:
        return self._words.speaker(self._meeting, item)

    def told(self, n: int) -> list[str]:
        """The paragraphs for item ``n``: what was reported, then what was said in so many words."""
        item = self._items[n]
        paragraphs = []
        if item.text.strip():
            paragraphs.append(self._reported(item))
        if item.quote.strip():
            paragraphs.append(self._quoted(item, n))
        self._last_speaker = _key(item)
        return paragraphs

    def _reported(self, item: Item) -> str:
        opening, subject = self._opening(item)
        clause = self._clause(item)
        return end_stop(f"{opening}{subject} {clause}" if opening else sentence_start(f"{subject} {clause}"))

    def _opening(self, item: Item) -> tuple[str, str]:
        """The linking phrase and the subject: a new speaker is introduced, the same one goes on."""
        key = _key(item)
        if key == self._last_speaker:
            self._continued += 1
            link = _ON[(self._continued - 1) % len(_ON)]
            subject = self._subject(item)
            return link, subject if link else f"{subject} juga"
        first_turn = not self._turns
        self._turns += 1
        self._continued = 0
        link = "" if first_turn else _TURNS[(self._turns - 2) % len(_TURNS)]
        again = self._seen.get(key, 0) > 1
        return ("" if again else link), self._subject(item) + (" juga" if again else "")

    def _subject(self, item: Item) -> str:
        """Full mention first, then the post with its place, then the post alone."""
        key = _key(item)
        times = self._seen.get(key, 0)
        self._seen[key] = times + 1
        attendee = self._meeting.attendee(item.speaker_id)
        if attendee is None or not self._words.mention(attendee):
            return item.speaker
        if times == 0:
            return self._with_comma(attendee)
        if times == 1:
            return self._words.post(attendee) or attendee.name or self._words.mention(attendee)
        return self._words.short_post(attendee)

    def _with_comma(self, attendee: Attendee) -> str:
        mention = self._words.mention(attendee)
        return f"{mention}," if attendee.back and attendee.name else mention

    def _clause(self, item: Item) -> str:
        """Verb, audience and what was said."""
        text = lines_joined(item.text).replace("\n", " ").rstrip(". ")
        names = [a.name for a in self._meeting.attendees] + [a.institution for a in self._meeting.attendees]
        text = self._words.lower_start(text, names)
        purpose = purpose_clause(item.purpose)
        said = f"{text} {purpose}" if purpose else text
        audience = audience_of(item)
        if item.sense == "thanks" or text.startswith(("apresiasi", "terima kasih", "penghargaan")):
            return self._thanks(said, audience)
        if is_command(text):
            return f"{self._verb_of(_CONVEYS)} arahan, yakni {said}"
        if not audience and (item.sense == "urges" or is_order(text)):
            return f"{self._verb_of(_DEMANDS)}{' ' if ' agar ' in text else ' agar '}{_bare(said)}"
        if is_noun_start(text):
            return f"{self._verb_of(_STRESSES if item.kind == 'emphasis' else _CONVEYS)} {said}"
        reporting = self._attribution.reporting_verb(item.sense, self._verbs, audience=bool(audience))
        self._verbs.append(reporting.verb)
        if audience and item.sense in ("urges", "hopes"):
            return f"{reporting.towards(audience)} {_bare(said) if reporting.connective else said}"
        return f"{reporting.phrase} {said}"

    def _thanks(self, said: str, audience: str) -> str:
        self._verbs.append("menyampaikan")
        if is_noun_start(said):
            return f"menyampaikan {said}"
        towards = f"kepada {audience} " if audience else ""
        return f"menyampaikan terima kasih {towards}{said}"

    def _verb_of(self, choices: tuple[str, ...]) -> str:
        last = self._verbs[-1] if self._verbs else ""
        verb = min((v for v in choices if v != last), key=self._verbs.count)
        self._verbs.append(verb)
        return verb

    def _quoted(self, item: Item, n: int) -> str:
        """The quotation with its attribution: comma inside the marks, verb in small letters."""
        place: Position = "last" if n == self._last_quote else "first"
        verb = self._attribution.choose(item.sense, place, [*self._quote_verbs, *self._roots_just_heard()])
        self._quote_verbs.append(verb)
        words = quoted(item.quote.strip().rstrip(".,; "))
        inner = words[1:-1]
        spoken = words if inner.endswith(("!", "?", "…")) else f"“{inner},”"
        attendee = self._meeting.attendee(item.speaker_id)
        if attendee is not None and self._seen.get(_key(item), 0) == 1 and not item.text.strip():
            name = self._words.post(attendee)
        else:
            name = (self._words.short_post(attendee) if attendee else "") or item.speaker
        self._seen[_key(item)] = self._seen.get(_key(item), 0) + 1
        return end_stop(f"{spoken} {verb} {name}")


    def _roots_just_heard(self) -> list[str]:
        """Quoting verbs that the last reporting verb is made of: "jelas" after "menjelaskan" would jar."""
        last = self._verbs[-1] if self._verbs else ""
        return [verb for verb in _ROOTS if verb in last]


_ROOTS = ("jelas", "ungkap", "papar", "terang", "tegas", "harap", "imbau", "ajak", "ucap", "kata", "ingat")
_DEMANDS = ("meminta", "mengharapkan")
_STRESSES = ("menekankan", "menegaskan")
_CONVEYS = ("menyampaikan", "menekankan")


def _bare(text: str) -> str:
    for word in ("agar ", "supaya ", "untuk "):
        if text.startswith(word):
            return text[len(word) :]
    return text


def _key(item: Item) -> str:
    return item.speaker_id or f"post:{item.speaker.casefold()}"
