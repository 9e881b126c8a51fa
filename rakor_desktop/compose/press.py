"""The press release: a draft in one press style, composed from public items only.

Nothing is said that the meeting, its office or a named catalog entry does not say, and only ``Item.quote`` and the
theme stand in quotation marks. The same meeting, style and variation always give the same draft.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rakor_desktop.bahasa.abbreviations import introduced_once
from rakor_desktop.bahasa.text import one_blank
from rakor_desktop.catalog.press import PressStyle, usual_style
from rakor_desktop.compose import parts
from rakor_desktop.compose.choice import Choice
from rakor_desktop.compose.draft import Draft, DraftParagraph, edited, with_words
from rakor_desktop.compose.event import Event, quiet_name
from rakor_desktop.compose.press_body import chosen, conduct, figures, told
from rakor_desktop.compose.press_head import date_clause, dateline, headlines, lead, place_clause
from rakor_desktop.compose.press_people import People, came
from rakor_desktop.compose.press_room import attendees, background, chair, theme
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.speech import Speech
from rakor_desktop.compose.views import SiaranPers
from rakor_desktop.domain.meeting import Item, Meeting
from rakor_desktop.domain.release import Release, pieces
from rakor_desktop.errors import CatalogError

GENERAL = "umum"
"""The style whose release holds for every style that has none of its own."""

_MOST_SENTENCES = 3
_STOP = re.compile(r"(?:[a-z0-9)”]{2}|\b[A-Z])[.!?](?= |$)")
"""The end of a sentence; an initial ("Sumidi S.") may be one, so that a paragraph rather stays apart."""


def style_of(source: Source) -> PressStyle:
    """The style asked for, else the meeting's, else the usual one of the office.

    Raises :class:`CatalogError` for an unknown name asked for; a style of the meeting that is gone is passed over.
    """
    styles = source.catalog.press
    if not source.style:
        own = styles.get(source.meeting.release_style)
        if own is not None and own.form == "release":
            return own
        return usual_style(styles, source.office.kind, source.office.name)
    found = styles.get(source.style)
    if found is None or found.form != "release":
        known = ", ".join(name for name, style in styles.items() if style.form == "release") or GENERAL
        raise CatalogError(
            "press.unknown", f'Gaya siaran "{source.style}" tidak ada; pilih: {known}.', style=source.style
        )
    return found


def release_of(meeting: Meeting, style: str = GENERAL) -> Release:
    """The meeting's release in this style, else the general one, else an empty one: everything is then composed."""
    found = {r.style: r for r in reversed(meeting.releases)}
    return found.get(style) or found.get(GENERAL) or Release(style=style)


def own_release(meeting: Meeting, style: str) -> Release:
    """The release of this style as a person edits it; a new one begins with what the general one holds.

    Paragraphs of the general one are taken over for the same wording only.
    """
    found = release_of(meeting, style)
    if found.style == style:
        return found
    kept = tuple(replace(p, key="") for p in found.paragraphs)
    return replace(found, id="", style=style, paragraphs=kept)


def draft(source: Source) -> Draft:
    """The draft as the program words it, without what a person wrote into the release."""
    style = style_of(source)
    own = release_of(source.meeting, style.name)
    choice = Choice(f"{source.meeting.id}|{style.name}", source.variation or own.variation)
    items = chosen(source.meeting, style)
    people = People(source, style, frozenset(i.speaker_id for i in items if i.speaker_id))
    choices = headlines(source, style, people)
    paragraphs = _whole(_paragraphs(source, style, items, people, choice), style)
    headline = choice.of("headline", choices).text if choices else ""
    office = source.office
    return Draft(
        style=style.name,
        headline=headline,
        headlines=choices,
        dateline=dateline(source, style),
        dash=style.dash,
        paragraphs=tuple(replace(p, composed=p.text) for p in paragraphs),
        sign_off=_sign_off(source, style),
        byline=office.press.byline,
        captions=_captions(source, style),
        contact=_contact(source, own, people),
        hashtags=_hashtags(source, style),
    )


def final_draft(source: Source) -> Draft:
    """The draft with a person's own words, which always win; once approved, the approved words."""
    made = draft(source)
    if source.fixed is not None:
        return with_words(made, source.fixed)
    return edited(made, release_of(source.meeting, made.style))


def siaran_pers(source: Source) -> SiaranPers:
    """The release for templates, as finished text."""
    return view_of(source, final_draft(source))


def view_of(source: Source, made: Draft) -> SiaranPers:
    """A draft as templates see it."""
    texts = tuple(part for p in made.paragraphs for part in pieces(p.text))
    return SiaranPers(
        kop=parts.letterhead(source),
        judul=made.headline,
        titimangsa=made.dateline,
        teras=texts[0] if texts else "",
        paragraf=texts[1:],
        isi=made.body,
        tagar=" ".join(made.hashtags),
        penutup=made.sign_off,
        penulis=made.byline,
        narahubung=made.contact,
        foto=parts.photos(source, public_only=True, captions=made.captions),
        tanggal=source.meeting.held.date,
        hari_tanggal=parts.day_text(source.meeting),
        gaya=made.style,
        pemisah=made.dash,
    )


def _paragraphs(
    source: Source, style: PressStyle, items: tuple[Item, ...], people: People, choice: Choice
) -> list[DraftParagraph]:
    meeting = source.meeting
    event = Event(meeting, choice)
    speech = Speech(people, items, choice, already_named=_named(meeting, style))
    found: list[DraftParagraph] = []
    for part in style.parts:
        match part:
            case "lead":
                found += lead(source, style, choice, event)
            case "theme":
                found += theme(source, event)
            case "background":
                found += background(source)
            case "chair":
                found += chair(source, people, choice, event)
            case "attendees":
                found += attendees(source, people, event)
            case "figures":
                found += figures(meeting, " ".join((*(p.text for p in found), *(i.text for i in items))))
            case "conduct":
                found += conduct(meeting, style, choice)
            case _:
                found += told(items, part, people, speech, choice)
    return found


def _named(meeting: Meeting, style: PressStyle) -> frozenset[str]:
    """Those whom the release names before it lets anybody speak."""
    named = {a.id for a in meeting.leaders() if a.name or a.position} if "chair" in style.parts else set()
    if "attendees" in style.parts:
        everyone = came(meeting)
        named |= {a.id for a in everyone[: style.named if 0 < style.named < len(everyone) - 1 else None]}
    return frozenset(named)


def _whole(paragraphs: list[DraftParagraph], style: PressStyle) -> list[DraftParagraph]:
    """Paragraphs with every abbreviation spelled out once, and joined where the style is compact."""
    lists = ("attendees", "chair")
    texts = iter(introduced_once(one_blank(p.text) for p in paragraphs if not p.key.startswith(lists)))
    spelled = [p if p.key.startswith(lists) else replace(p, text=next(texts)) for p in paragraphs]
    if not style.compact:
        return spelled
    joined: list[DraftParagraph] = []
    for paragraph in spelled:
        last = joined[-1] if joined else None
        belongs = paragraph.key.endswith("/quote") or paragraph.key.startswith("attendees")
        together = last is not None and len(_STOP.findall(f"{last.text} {paragraph.text}")) <= _MOST_SENTENCES
        if last is not None and belongs and together and last.key != "lead":
            text = f"{last.text} {paragraph.text}"
            joined[-1] = replace(last, text=text, facts=(*last.facts, *paragraph.facts))
        else:
            joined.append(paragraph)
    return joined


def _sign_off(source: Source, style: PressStyle) -> str:
    office = source.office
    if office.press.sign_off:
        return office.press.sign_off
    short = office.short_name or office.name
    number = re.search(r"\d{4}", office.name)
    text = style.sign_off
    if ("{kantor}" in text and not short) or ("{nomor}" in text and number is None):
        return f"(Humas {short})" if short else ""
    return text.replace("{kantor}", short).replace("{nomor}", number[0] if number else "")


def _hashtags(source: Source, style: PressStyle) -> tuple[str, ...]:
    office = source.office
    short = re.sub(r"\W", "", office.short_name or office.name)
    tags = (tag.replace("{kantor}", short) for tag in style.hashtags if short or "{kantor}" not in tag)
    return tuple(dict.fromkeys((*office.press.hashtags, *tags)))


def _captions(source: Source, style: PressStyle) -> tuple[str, ...]:
    """A caption for every public photo: the one typed, else what the picture is of, where and when."""
    meeting = source.meeting
    name = quiet_name(meeting)
    usual = f"{name}{place_clause(meeting)}{date_clause(meeting.held, style.date_form)}" if name else ""
    return tuple(photo.caption or usual for photo in meeting.photos if photo.public)


def _contact(source: Source, release: Release, people: People) -> str:
    attendee = source.meeting.attendee(release.contact_id)
    return people.mention(attendee) if attendee else release.contact
