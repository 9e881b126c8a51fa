"""Who led, who came and whom they stood in for, the theme, and what the operation behind the meeting is."""

from __future__ import annotations

import re

from rakor_desktop.bahasa.dates import date_span
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.numerals import spelled
from rakor_desktop.bahasa.text import end_stop, quoted, sentence_start
from rakor_desktop.compose import parts
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.draft import DraftParagraph, FactRef
from rakor_desktop.compose.event import Event
from rakor_desktop.compose.press_people import People, came, fact_of, name_list
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.wording import purpose_clause
from rakor_desktop.domain.meeting import Attendee

_WORDS_A_SENTENCE = 24
"""Words of names after which an attendance list begins a new sentence."""
_SENTENCES = 3
_OPENINGS = ("Hadir dalam {event}", "Turut hadir", "Hadir pula", "Selain itu, hadir", "Turut hadir pula")


def theme(source: Source, event: Event) -> list[DraftParagraph]:
    """The theme in quotation marks."""
    said = source.meeting.theme.strip().rstrip(".")
    if not said:
        return []
    text = end_stop(f"{sentence_start(event.again())} mengusung tema {quoted(said)}")
    return [DraftParagraph("theme", text, (FactRef("theme", said),))]


def background(source: Source) -> list[DraftParagraph]:
    """What the operation is for and when it runs: from the meeting, and from the catalog where that is silent."""
    operation = source.meeting.operation
    name = parts.operation_name(operation)
    if operation is None or not name:
        return []
    known = source.catalog.operations.find(operation.name)
    entry = f"catalog/operations/{known.name}" if known else ""
    facts = [FactRef("operation", name)]
    span = ""
    if operation.start and operation.end:
        held = source.meeting.held.date
        will = "akan " if held is not None and operation.start > held else ""
        span = f" {will}berlangsung pada {date_span(operation.start, operation.end)}"
        facts.append(FactRef("operation", date_span(operation.start, operation.end)))
    aim = operation.aim.strip().rstrip(".") or (known.aim if known else "")
    if aim:
        facts.append(FactRef("operation" if operation.aim.strip() else entry, aim))
    reason = known.background if known else ""
    if reason:
        facts.append(FactRef(entry, reason))
    sentences = []
    if span or aim:
        goal = f"{'' if span else ' bertujuan'} {purpose_clause(aim)}" if aim else ""
        sentences.append(end_stop(f"{name}{span}{goal}"))
    if reason:
        subject = "Operasi tersebut" if sentences else name
        sentences.append(end_stop(f"{subject} dilatarbelakangi oleh {reason}"))
    return [DraftParagraph("background", " ".join(sentences), tuple(facts))] if sentences else []


def chair(source: Source, people: People, choice: Choice, event: Event) -> list[DraftParagraph]:
    """Who led; with a chair from afar also who led here."""
    leaders = [a for a in source.meeting.leaders() if people.mention(a)]
    if not leaders:
        return []
    by = choice.of("chair/by", ("dipimpin oleh", "dipimpin"))
    afar = [a for a in leaders if a.presence == "online"]
    local = [a for a in leaders if a.presence != "online"]
    again = event.again()
    if afar and local:
        unit = local[0].institution
        here = f"Di tingkat {unit}, kegiatan" if unit else "Di tempat kegiatan, rapat"
        texts = [
            end_stop(f"Secara virtual, {again} {by} {_led_by(people, afar)}"),
            end_stop(f"{here} {by} {_led_by(people, local)}"),
        ]
    else:
        texts = [end_stop(f"{sentence_start(again)} {by} {_led_by(people, leaders)}")]
    facts = [fact_of(a, people.mention(a)) for a in leaders]
    facts += [FactRef(f"attendees/{a.id}/represents", a.represents) for a in leaders if a.represents.strip()]
    return [DraftParagraph("chair", " ".join(texts), tuple(facts))]


def attendees(source: Source, people: People, event: Event) -> list[DraftParagraph]:
    """Who came, with whom they stood in for, and the circles invited; long lists in several sentences."""
    meeting, style = source.meeting, people.style
    everyone = came(meeting)
    # One person more takes no more room than the words that somebody is missing.
    shown = everyone[: style.named] if style.named and len(everyone) > style.named + 1 else everyone
    here = [a for a in shown if a.presence != "online"]
    afar = [a for a in shown if a.presence == "online"]
    sentences = _presence(here, people, event)
    facts = [fact_of(a, people.represented(a)) for a in shown]
    if afar:
        names = name_list([people.represented(a) for a in afar])
        names += "," if names.endswith(".") and "," in names else ""
        opening = "Sementara itu, " if sentences else ""
        sentences.append(end_stop(sentence_start(f"{opening}{names} mengikuti {event.again()} secara daring")))
    rest = len(everyone) - len(shown)
    if rest:
        sentences.append(f"Selain itu, hadir {spelled(rest) if rest <= 10 else rest} peserta lainnya.")
    circles = [_circle(name) for name in parts.groups(meeting)]
    if circles:
        also = "juga " if shown else ""
        conjunction = "serta" if any(" dan " in name for name in circles) else "dan"
        joined = join_list(circles, conjunction=conjunction)
        sentences.append(end_stop(f"{sentence_start(event.again())} {also}diikuti {joined}"))
        facts.extend(FactRef(f"groups/{g.id}", g.name) for g in meeting.groups if g.name)
    if not sentences:
        return []
    paragraphs = [" ".join(sentences[n : n + _SENTENCES]) for n in range(0, len(sentences), _SENTENCES)]
    return [
        DraftParagraph("attendees" if not n else f"attendees/{n + 1}", text, tuple(facts) if not n else ())
        for n, text in enumerate(paragraphs)
    ]


def _circle(name: str) -> str:
    """An invited circle without the joint that it was typed with: "dan instansi terkait;"."""
    return re.sub(r"^(dan|serta)\b\s*", "", name.strip()).rstrip(" ,;.")


def _led_by(people: People, leaders: list[Attendee]) -> str:
    """Those who led, with whom each of them stood in for."""
    names = []
    for attendee in leaders:
        mention = people.mention(attendee)
        for_whom = attendee.represents.strip().rstrip(" ,;")
        comma = "," if "," in mention else ""
        names.append(f"{mention}{comma} yang mewakili {for_whom}" if for_whom else mention)
    return name_list(names)


def _presence(here: list[Attendee], people: People, event: Event) -> list[str]:
    rows: list[list[str]] = []
    length = _WORDS_A_SENTENCE
    for attendee in here:
        mention = people.represented(attendee)
        if length >= _WORDS_A_SENTENCE:
            rows.append([])
            length = 0
        rows[-1].append(mention)
        length += len(mention.split())
    later = len(_OPENINGS) - 1
    sentences = []
    for n, row in enumerate(rows):
        opening = _OPENINGS[0] if not n else _OPENINGS[1 + (n - 1) % later]
        sentences.append(end_stop(f"{opening.format(event=event.again()) if not n else opening} {name_list(row)}"))
    return sentences
