"""The top of a release: headlines to choose from, the dateline, and the lead with its who, what, where and when."""

from __future__ import annotations

import re
from itertools import islice

from rakor_desktop.bahasa.dates import DAYS, date_span, day_date_span, day_name, long_date, press_date
from rakor_desktop.bahasa.text import end_stop, sentence_start, title_case
from rakor_desktop.catalog.press import DateForm, PressStyle
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.draft import DraftParagraph, FactRef, Headline
from rakor_desktop.compose.event import Event, quiet, quiet_name
from rakor_desktop.compose.headline_names import folded, same_unit, short_unit
from rakor_desktop.compose.press_people import People, came
from rakor_desktop.compose.source import Source
from rakor_desktop.domain.meeting import Held, Meeting

LONGEST_SENTENCE = 35
"""Words beyond which a sentence is parted where that can be done."""

_VERBS = ("menggelar", "menyelenggarakan", "mengadakan", "melaksanakan")
_PASSIVE = ("digelar", "diselenggarakan", "diadakan", "dilaksanakan")
_HEAD_VERBS = re.compile(r" (Pimpin|Dipimpin|Gelar|Ikuti|Bahas Persiapan|Bahas|Digelar|Hadiri|Diikuti) ")
_JOINTS = re.compile(
    r",? (?:dalam rangka|dengan|guna|untuk|serta|menjelang|terkait|bersama|tentang|mengenai|se-|di|pada|tahun)\b.*",
    re.IGNORECASE,
)


def dateline(source: Source, style: PressStyle) -> str:
    """The dateline by the style's pattern, else the office's; empty when the city is not known."""
    office, meeting = source.office, source.meeting
    city = meeting.venue.city or office.city
    marks = {
        "{kota}": city,
        "{KOTA}": city.upper(),
        "{provinsi}": office.province,
        "{kantor}": office.short_name or office.name,
        "{tanggal}": long_date(meeting.held.date) if meeting.held.date else "",
    }
    text = style.dateline or office.press.dateline or "{kota}"
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text.strip(" ,–-") if city else ""


def headlines(source: Source, style: PressStyle, people: People) -> tuple[Headline, ...]:
    """Three headlines: who leads, which office holds it, what it is about; those that are too long shortened."""
    most = style.headline_length
    found: dict[str, Headline] = {}
    for candidate in _candidates(source, people, most):
        text = _lettered(candidate, style)
        if text and text not in found:
            found[text] = Headline(text, len(text), len(text) <= most)
    return tuple(sorted(found.values(), key=lambda headline: not headline.fits))[:3]


def _candidates(source: Source, people: People, most: int) -> list[str]:
    meeting, office = source.meeting, source.office
    long = _topic(folded(quiet_name(meeting)))
    short = _topic(folded(quiet(meeting.title or meeting.occasion)))
    if not long:
        return []
    local = next((a for a in meeting.leaders() if a.presence != "online"), None)
    takes_part = follows(source)
    here = [a for a in came(meeting) if a.presence != "online" and people.words.post(a)]
    ours = [a for a in here if same_unit(office.name, a.institution)]
    guests = tuple(islice(ours or (here if local is None else ()), 2))
    unit = short_unit(office.name)
    heads = [f"{unit} Ikuti"] if takes_part else []
    leader = people.words.post(local) if local is not None else ""
    if leader and local is not None:
        if ours and not takes_part and local.institution and not same_unit(office.name, local.institution):
            # The office tells of its own people first: "Dandim ... Hadiri", though the regent led.
            heads.append(f"{people.words.post(ours[0])} Hadiri")
            guests = guests[1:]
        heads.append(f"{leader} Pimpin")
    if not takes_part and meeting.organiser:
        heads.append(f"{short_unit(meeting.organiser)} Gelar")
    own = len(heads)
    heads += [f"{people.words.post(guest)} {'Ikuti' if takes_part else 'Hadiri'}" for guest in guests]
    brief = long.replace(" dalam rangka ", " ").replace(" menjelang ", " Jelang ")
    cut = _cut(short)
    first = cut.split(",", 1)[0]
    names = (long, brief, brief.replace("Operasi ", "Ops "), short, cut, first if len(first.split()) > 2 else cut)
    rows = [_fitting([f"{head} {name}" for name in names], most) for head in heads]
    city = (meeting.venue.city or office.city) if meeting.venue.mode == "in_person" else ""
    if city:
        elsewhere = [name for name in names if city not in name and " di " not in name]
        rows.insert(own, _fitting([f"{name} Digelar di {city}" for name in elsewhere or names], most))
    if takes_part:
        rows.insert(2, _fitting([f"{name} Diikuti {unit}" for name in names], most))
    if meeting.occasion and meeting.occasion.casefold() not in meeting.title.casefold():
        rows.insert(min(2, len(rows)), _fitting([f"{short} Bahas {_core(meeting.occasion)}"], most))
    if leader:
        rows.append(_fitting([f"{name} Dipimpin {leader}" for name in names], most))
    return [*rows, _fitting([long, short], most), *(f"{head} {_cut(short)}" for head in heads), _cut(short)]


def _core(occasion: str) -> str:
    occasion = re.sub(r"^jelang\b", "menjelang", occasion, flags=re.IGNORECASE)
    occasion = re.sub(r"^(dalam rangka|terkait|tentang|mengenai) ", "", occasion, flags=re.IGNORECASE)
    return re.sub(r"^(menyambut|menghadapi|menjelang)\b", r"Persiapan \1", occasion, flags=re.IGNORECASE)


def _fitting(texts: list[str], most: int) -> str:
    return next((text for text in texts if len(text) <= most), texts[-1])


def _topic(name: str) -> str:
    return re.sub(r"\bRapat Koordinasi( \(Rakor\))?", "Rakor", name, flags=re.IGNORECASE)


def _cut(name: str) -> str:
    """The name up to its first joint word, when enough is left of it."""
    short = _JOINTS.sub("", name)
    return short if len(short.split()) > 1 else name


def _lettered(text: str, style: PressStyle) -> str:
    if style.letters == "capitals":
        return text.upper()
    if style.letters == "sentence":
        return sentence_start(_HEAD_VERBS.sub(lambda m: m[0].lower(), text))
    return title_case(text)


def follows(source: Source) -> bool:
    """Whether the office took part in somebody else's online meeting instead of holding its own."""
    meeting, office = source.meeting, source.office
    if meeting.venue.mode == "in_person" or not office.name or same_unit(office.name, meeting.organiser):
        return False
    afar = any(a.presence == "online" for a in meeting.leaders())
    own = any(same_unit(office.name, a.institution) for a in meeting.leaders())
    if not meeting.organiser and own and not afar:
        return False
    return bool(meeting.organiser) or meeting.venue.mode == "online" or afar


def lead(source: Source, style: PressStyle, choice: Choice, event: Event) -> list[DraftParagraph]:
    """Who did what, why, where and when; a long one is parted before the place. Nothing without a name."""
    meeting, office = source.meeting, source.office
    if not event.name:
        return []
    place = place_clause(meeting)
    online = _online(meeting)
    if meeting.venue.mode == "hybrid" and place:
        online = f"{', serta' if ',' in place else ' dan'} secara daring{online.removeprefix(' secara virtual')}"
    when = date_clause(meeting.held, style.date_form)
    if follows(source):
        named = event.held_by(meeting.organiser)
        afar = "" if meeting.venue.platform else "secara virtual "
        opening = f"{office.name} {afar}mengikuti {named}{'' if afar else _online(meeting)}"
        place = re.sub(r"^ di ", " dari ", place)
    elif meeting.organiser:
        opening = f"{meeting.organiser} {choice.of('lead/verb', _VERBS)} {event.name}"
        place = f"{place}{online}"
    else:
        verb = choice.of("lead/passive", ("dilaksanakan", *_PASSIVE[:-1]))
        opening = f"{sentence_start(event.name)} {verb}"
        place = f"{place}{online}"
        when = when if place else re.sub(r"^, ", " pada ", when)
    text = end_stop(f"{opening}{place}{when}")
    if place and when and len(text.split()) > LONGEST_SENTENCE - len(dateline(source, style).split()) - 1:
        held = "diikuti" if place.startswith(" dari ") else "berlangsung"
        when = when if meeting.organiser else re.sub(r"^, ", " pada ", when)
        text = f"{end_stop(f'{opening}{when}')} {end_stop(f'{sentence_start(event.again())} {held}{place}')}"
    return [DraftParagraph("lead", sentence_start(text), _lead_facts(source))]


def _lead_facts(source: Source) -> tuple[FactRef, ...]:
    meeting = source.meeting
    facts = (
        FactRef("office/name", source.office.name if follows(source) else ""),
        FactRef("organiser", meeting.organiser),
        FactRef("title", meeting.title),
        FactRef("occasion", meeting.occasion),
        FactRef("venue.place", meeting.venue.place),
        FactRef("venue.platform", meeting.venue.platform if meeting.venue.mode != "in_person" else ""),
        FactRef("held.date", meeting.held.date.isoformat() if meeting.held.date else ""),
    )
    return tuple(fact for fact in facts if fact.value)


def place_clause(meeting: Meeting) -> str:
    """The place after a blank, "di Aula Polres", whether or not "di" was typed; empty without a place."""
    place = re.sub(r"^(bertempat )?di ", "", meeting.venue.place.strip(), flags=re.IGNORECASE)
    return f" di {place}" if place else ""


def _online(meeting: Meeting) -> str:
    venue = meeting.venue
    if venue.mode == "in_person":
        return ""
    return f" melalui {venue.platform}" if venue.platform else " secara virtual"


def date_clause(held: Held, form: DateForm) -> str:
    """The day as a lead closes with it: ", Kamis (15/8/2024)"; a span with both its ends."""
    day, last = held.date, held.end_date
    if day is None:
        return ""
    if last is not None and last != day:
        first, end = min(day, last), max(day, last)
        if form == "long":
            return f", {day_date_span(first, end)}"
        return f", {DAYS[first.weekday()]}–{DAYS[end.weekday()]} ({date_span(first, end)})"
    match form:
        case "figures":
            return f", {press_date(day)}"
        case "month":
            return f", {day_name(day)} ({long_date(day)})"
        case "long":
            return f", {day_name(day)}, {long_date(day)}"
