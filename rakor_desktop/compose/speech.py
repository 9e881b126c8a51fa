"""Who says what in a release: reported speech and quotations, with verbs that vary and mentions that shorten."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from rakor_desktop.bahasa.attribution import QUOTING, Attribution, Position, implied
from rakor_desktop.bahasa.imperatives import forbids, is_command, is_command_word
from rakor_desktop.bahasa.jottings import calmed, listed, spelled_out, unlisted
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.text import end_stop, quoted, sentence_start
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.draft import DraftParagraph, FactRef
from rakor_desktop.compose.points import lines_joined
from rakor_desktop.compose.press_people import People, fact_of, speaker_key
from rakor_desktop.compose.reported import Reporter, is_predicate
from rakor_desktop.compose.wording import audience_of, is_order, purpose_clause
from rakor_desktop.domain.meeting import Item

_TURNS = ("Sementara itu, ", "Pada kesempatan yang sama, ", "Selanjutnya, ")
_ON = (("Selain itu, ", ""), ("Lebih lanjut, ", ""), ("", " juga"), ("Di samping itu, ", ""), ("Berikutnya, ", ""))
_KIND_LINKS = {"directive": "Dalam arahannya, ", "opening": "Dalam sambutannya, ", "presentation": "Dalam paparannya, "}
_ROOTS = ("jelas", "ungkap", "papar", "terang", "tegas", "harap", "imbau", "ajak", "ucap", "kata", "ingat")
_LONGEST = 35
_SHORT_ORDER, _ORDERS_JOINED = 10, 3
_NEW_ORDER = re.compile(r";\s+(\w+)")
_FORBIDDEN = re.compile(r"(?!.*\bagar\b)[^,.;:“]{2,50} jangan (?!sampai)")
_SENTENCE = re.compile(r"(?<=[a-z0-9)”%]{2}[.!?])\s+(?=[A-Z“])")


class Speech:
    """Words the public items of one release, in order. It remembers whom and which verbs it has used."""

    def __init__(
        self, people: People, items: tuple[Item, ...], choice: Choice, *, already_named: frozenset[str]
    ) -> None:
        self._people = people
        self._meeting = people.source.meeting
        self._items = items
        self._names = {word for a in self._meeting.attendees for word in (a.name, a.institution) if word}
        self._choice = choice
        self._attribution = Attribution(turn=choice.turn("verbs", 4))
        self._reporter = Reporter(self._attribution)
        self._quote_verbs: list[str] = []
        self._seen: dict[str, int] = dict.fromkeys(already_named, 1)
        self._heard: set[str] = set()
        self._quoted_by: list[str] = []
        self._turns = 0
        self._continued = choice.turn("on", len(_ON))
        self._last_speaker = ""
        spoken = [n for n, i in enumerate(items) if i.quote.strip() and people.speaker(i)]
        self._last_quote = spoken[-1] if len(spoken) > 1 and spoken[-1] == len(items) - 1 else -1

    def told(self, n: int) -> list[DraftParagraph]:
        """The paragraphs for item ``n``: what was reported, then what was said in so many words."""
        item = self._items[n]
        told = []
        if item.text.strip():
            facts = [FactRef(f"items/{item.id}/text", item.text), *self._speaker_fact(item)]
            facts += [FactRef(f"items/{item.id}/audience", a) for a in item.audience if a]
            told.append(DraftParagraph(f"item:{item.id}", self._reported(item), tuple(facts)))
        if item.quote.strip():
            facts = [FactRef(f"items/{item.id}/quote", item.quote), *self._speaker_fact(item)]
            key = f"item:{item.id}/quote"
            told.append(DraftParagraph(key, self._quoted(item, n), tuple(facts)))
        self._last_speaker = speaker_key(item)
        return told

    def _speaker_fact(self, item: Item) -> list[FactRef]:
        attendee = self._meeting.attendee(item.speaker_id)
        if attendee is None:
            return [FactRef(f"items/{item.id}/speaker", item.speaker)] if item.speaker else []
        return [fact_of(attendee, self._people.mention(attendee))]

    def _reported(self, item: Item) -> str:
        link, subject, also = self._opening(item)
        self._reporter.jarring = next((root for root in ("papar", "arah", "sambut") if f"{root}an" in link), "")
        sentences = sentences_of(self._lowered(item))
        last = 1 if is_command(sentences[0]) else _before_orders(sentences)
        whole = " ".join(sentences[:last]).rstrip(".")
        item = replace(item, audience=tuple(self._lower(a) for a in item.audience))
        purpose = self._purpose(item, whole)
        clause = self._reporter.clause(item, whole, self._called(item))
        said = [sentence_start(end_stop(f"{link}{subject}{also} {clause}{purpose}"))]
        if purpose and (len(sentences) > 1 or len(said[0].split()) > _LONGEST):
            goal = re.sub(r"^ (supaya|agar)", "agar", purpose).strip()
            said = [sentence_start(end_stop(f"{link}{subject}{also} {clause}"))]
            said.append(end_stop(f"Hal itu dimaksudkan {goal}"))
        said += [self._one_more(item, sentence, n) for n, sentence in enumerate(_together(sentences[last:]))]
        return " ".join(said)

    def _called(self, item: Item) -> tuple[str, ...]:
        """What the speaker of an item may be called in its own text."""
        attendee = self._meeting.attendee(item.speaker_id)
        if attendee is None:
            return (item.speaker.strip(),)
        words = self._people.words
        posts = (words.post(attendee), words.short_post(attendee), attendee.position)
        return (*posts, attendee.name, words.titled(attendee))

    def _one_more(self, item: Item, sentence: str, before: int) -> str:
        """A further order of the same item as a sentence of its own."""
        if not is_command(sentence) and not _FORBIDDEN.match(sentence):
            return end_stop(sentence_start(sentence))
        item = replace(item, sense="urges") if item.sense != "hopes" else item
        subject = "ia" if item.speaker_id else self._typed_speaker(item)
        clause = self._reporter.clause(item, self._lower(sentence))
        return end_stop(sentence_start(f"selain itu, {subject} {clause}" if before % 2 else f"{subject} juga {clause}"))

    def _typed_speaker(self, item: Item) -> str:
        """A speaker known by words alone, as those stand inside a sentence: "perwakilan gereja"."""
        return self._people.words.lower_start(item.speaker.strip())

    def _lowered(self, item: Item) -> str:
        return self._lower(running(item.text))

    def _lower(self, text: str) -> str:
        return self._people.words.lower_start(text.rstrip(". "), self._names)

    def _purpose(self, item: Item, text: str) -> str:
        if not item.purpose.strip():
            return ""
        purpose = purpose_clause(item.purpose.strip().rstrip("."))
        asked = audience_of(item) and item.sense in ("urges", "hopes")
        agar_said = asked or " agar " in f" {text} " or is_order(text)
        if agar_said and purpose.startswith("agar "):
            return f" supaya {purpose[5:]}"
        return f" {purpose}"

    def _opening(self, item: Item) -> tuple[str, str, str]:
        """The linking phrase, the subject, and " juga": a new speaker is introduced, the same one goes on."""
        key = speaker_key(item)
        if key == self._last_speaker:
            self._continued += 1
            link, also = _ON[(self._continued - 1) % len(_ON)]
            if len(sentences_of(item.text)[0].split()) > _LONGEST - 7:
                link, also = "", " juga"
            return link, self._subject(item), also
        first_turn = not self._turns
        self._turns += 1
        again = key in self._heard
        self._heard.add(key)
        if again:
            return "", self._subject(item), " juga"
        if first_turn:
            leads = item.speaker_id in self._meeting.leader_ids
            typed = self._lowered(item)
            if not audience_of(item) and (is_command(typed) or is_predicate(typed)):
                # "Dalam arahannya, Kapolres memberikan arahan" would say the word twice.
                return "", self._subject(item), ""
            known = item.kind == "presentation" or (item.speaker_id and (leads or item.kind == "opening"))
            return (_KIND_LINKS.get(item.kind, "") if known else ""), self._subject(item), ""
        if item.kind == "presentation":
            link = "Sementara itu, dalam paparannya, " if self._turns % 2 else "Dalam paparannya, "
            return link, self._subject(item), ""
        turn = self._choice.turn("turns", len(_TURNS)) + self._turns - 2
        return _TURNS[turn % len(_TURNS)], self._subject(item), ""

    def _subject(self, item: Item) -> str:
        """Full mention first, then the post with its place, then the post alone."""
        key = speaker_key(item)
        times = self._seen.get(key, 0)
        self._seen[key] = times + 1
        attendee = self._meeting.attendee(item.speaker_id)
        if attendee is None or not self._people.mention(attendee):
            return self._typed_speaker(item)
        return self._people.subject(attendee, times)

    def _quoted(self, item: Item, n: int) -> str:
        """The quotation with its attribution: comma inside the marks, verb in small letters."""
        key = speaker_key(item)
        follows = bool(item.text.strip())
        place: Position = "last" if n == self._last_quote else "middle" if key in self._quoted_by else "first"
        verb = self._quoting_verbs(item).choose(item.sense, place, self._quote_verbs)
        self._quote_verbs.append(verb)
        words = quoted(lines_joined(item.quote).replace("\n", " ").strip().rstrip(".,; "))
        inner = words[1:-1]
        spoken = words if inner.endswith(("!", "?", "…")) else f"“{inner},”"
        times_quoted = self._quoted_by.count(key)
        self._quoted_by.append(key)
        attendee = self._meeting.attendee(item.speaker_id)
        self._heard.add(key)
        if follows and place != "last" and times_quoted % 2 == 1:
            return end_stop(f"{spoken} {implied(verb)}")
        times = self._seen.get(key, 0)
        self._seen[key] = times + 1
        if attendee is None or not self._people.mention(attendee):
            name = self._typed_speaker(item)
        elif follows or times > 1:
            name = self._people.again(attendee, times)
        else:
            name = self._people.post(attendee) if times else self._people.mention(attendee)
        return end_stop(f"{spoken} {verb} {name}")

    def _quoting_verbs(self, item: Item) -> Attribution:
        """The verbs that fit a quotation: "ajak" only where it invites, and none that was just heard in another form
        ("jelas" after "menjelaskan" would jar).
        """
        inviting = re.search(r"\b(mari|ayo|marilah)\b", item.quote, re.IGNORECASE)
        heard = self._reporter.verbs[-1] if self._reporter.verbs else ""
        jarring = {verb for verb in _ROOTS if verb in heard} | (set() if inviting else {"ajak"})
        fitting = [verb for verb in QUOTING[item.sense] if verb not in jarring]
        if len(fitting) < 2:
            fitting += [verb for verb in QUOTING["states"] if verb not in (*fitting, *jarring)]
        return Attribution(MappingProxyType({item.sense: tuple(fitting)}), self._attribution.turn)


def running(text: str) -> str:
    """A typed text as one running clause: without double quotation marks, and without what dangles at its end."""
    typed = re.sub(r"^\s*(?:\(?\d{1,2}[.)]|[-–•*])\s+(?=\S)", "", text) if not _several_points(text) else unlisted(text)
    text = plain_marks(lines_joined(typed).replace("\n", " ").rstrip(".;,! "))
    text = calmed(spelled_out(text))
    return re.sub(r"[,;.]?\s+(dan|serta|atau|yaitu|yakni)$", "", text)


def plain_marks(text: str) -> str:
    """A typed text without double quotation marks: only spoken words and a theme may stand in those."""
    if not re.search(r'["“”«»]', text):
        return text
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return re.sub(r'["“”«»]', "", text)
    opened = re.sub(r'"([^"]*)"', r"‘\1’", text)
    return opened.replace("“", "‘").replace("”", "’").replace("«", "‘").replace("»", "’")


def _several_points(text: str) -> bool:
    return listed(text) is not None


def sentences_of(text: str) -> list[str]:
    """The sentences of a typed text; an order behind a semicolon is one of its own."""

    def parted(found: re.Match[str]) -> str:
        orders = found[1] == "jangan" or is_command_word(found[1])
        return f". {found[1].capitalize()}" if orders else found[0]

    text = _NEW_ORDER.sub(parted, text)
    return _SENTENCE.split(text) or [text]


def _before_orders(sentences: list[str]) -> int:
    """How many sentences stand before the first order among the later ones."""
    return next((n for n, s in enumerate(sentences) if n and (is_command(s) or _FORBIDDEN.match(s))), len(sentences))


def _together(sentences: list[str]) -> list[str]:
    """The sentences with orders that stand in a row made one order."""
    rows: list[list[str]] = []
    for sentence in sentences:
        joins = is_command(sentence) and not forbids(sentence) and len(sentence.split()) < _SHORT_ORDER
        if joins and rows and is_command(rows[-1][-1]) and not forbids(rows[-1][-1]) and len(rows[-1]) < _ORDERS_JOINED:
            rows[-1].append(sentence.rstrip("."))
        else:
            rows.append([sentence.rstrip(".")])
    return [join_list([row[0], *(s[:1].lower() + s[1:] for s in row[1:])], semicolons=False) for row in rows]
