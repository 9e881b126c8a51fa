"""The press release, composed from public items only (house style "umum").

Order: headline, dateline and lead, who led and who came, what was said (reported, then quoted), decisions,
closing, sign-off. Nothing is said that the meeting does not say, and only ``Item.quote`` stands in quotation marks.
"""

from __future__ import annotations

import re

from rakor_desktop.bahasa.dates import press_date
from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.bahasa.text import end_stop, sentence_start, title_case
from rakor_desktop.compose import parts
from rakor_desktop.compose.points import lines_joined
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.speech import Speech
from rakor_desktop.compose.views import SiaranPers
from rakor_desktop.compose.wording import Wording
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.release import Release

STYLE = "umum"
DASH = " – "


def release_of(meeting: Meeting, style: str = STYLE) -> Release:
    """The meeting's release in this style, or an empty one: everything is then composed."""
    return next((r for r in meeting.releases if r.style == style), Release(style=style))


def siaran_pers(source: Source) -> SiaranPers:
    """The release, as finished text; what a person wrote into the release stands instead of what is composed."""
    meeting, office = source.meeting, source.office
    release = release_of(meeting)
    body = paragraphs(source)
    dateline = release.dateline or composed_dateline(source)
    lead = body[0] if body else ""
    return SiaranPers(
        kop=parts.letterhead(source),
        judul=release.headline or composed_headline(source),
        titimangsa=dateline,
        teras=lead,
        paragraf=body[1:],
        isi=(f"{dateline}{DASH}{lead}" if dateline else lead, *body[1:]) if lead else (),
        tagar=" ".join(office.press.hashtags),
        penutup=release.sign_off or composed_sign_off(source),
        penulis=release.byline or office.press.byline,
        narahubung=_contact(source, release),
        foto=parts.photos(source, public_only=True, captions=release.captions),
        tanggal=meeting.held.date,
        hari_tanggal=parts.day_text(meeting),
    )


def composed_headline(source: Source) -> str:
    """A headline from the facts: who leads or attends what; no full stop, Title Case, present tense."""
    meeting, words = source.meeting, parts.wording(source)
    name = parts.meeting_name(meeting)
    name = name.replace("Rapat Koordinasi", "Rakor").replace("Rapat koordinasi", "Rakor")
    if not name:
        return ""
    chair = next((a for a in meeting.leaders() if a.presence != "online"), None)
    if _follows(source):
        who, verb = source.office.name, "Ikuti"
    elif chair is not None and words.post(chair):
        who, verb = words.post(chair), "Pimpin"
    else:
        who, verb = meeting.organiser, "Gelar"
    return title_case(f"{who} {verb} {name}" if who else name)


def composed_dateline(source: Source) -> str:
    """The dateline by the office's pattern: {kota}, {KOTA}, {provinsi}; unknown marks stay as typed."""
    city = source.meeting.venue.city or source.office.city
    marks = {"{kota}": city, "{KOTA}": city.upper(), "{provinsi}": source.office.province}
    text = source.office.press.dateline or "{kota}"
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text.strip(" ,–-") if city else ""


def composed_sign_off(source: Source) -> str:
    """The closing mark: the office's own, else "(Humas <short name>)"."""
    office = source.office
    short = office.short_name or office.name
    return office.press.sign_off or (f"(Humas {short})" if short else "")


def paragraphs(source: Source) -> tuple[str, ...]:
    """The release's paragraphs; those a person rewrote stand as written."""
    texts = [lead(source), *_attendance(source), *_contents(source)]
    if source.meeting.conduct.strip():
        texts.append(f"Kegiatan berlangsung {source.meeting.conduct.strip()}")
    composed = tuple(end_stop(t) for t in texts if t)
    changed = {p.composed: p.text for p in release_of(source.meeting).paragraphs if p.text}
    return tuple(changed.get(text, text) for text in composed)


def lead(source: Source) -> str:
    """Who did what, why, where and when; the date in brackets."""
    meeting, office = source.meeting, source.office
    name = parts.meeting_name(meeting)
    if not name:
        return ""
    where = f" di {meeting.venue.place}" if meeting.venue.place else ""
    when = f", {press_date(meeting.held.date)}" if meeting.held.date else ""
    if meeting.held.date and meeting.held.end_date:
        when = f", {parts.day_text(meeting)}"
    online = ""
    if meeting.venue.mode != "in_person":
        online = f" melalui {meeting.venue.platform}" if meeting.venue.platform else " secara virtual"
    if _follows(source):
        return f"{office.name} mengikuti {name}{online}{where}{when}"
    if meeting.organiser:
        return f"{meeting.organiser} menggelar {name}{where}{online}{when}"
    return f"{sentence_start(name)} dilaksanakan{where}{online}{when}"


def _follows(source: Source) -> bool:
    """Whether the office took part in somebody else's online meeting instead of holding its own."""
    meeting, office = source.meeting, source.office
    if meeting.venue.mode == "in_person" or not office.name or meeting.organiser == office.name:
        return False
    return bool(meeting.organiser) or meeting.venue.mode == "online" or any(
        a.presence == "online" for a in meeting.leaders()
    )


def _event(meeting: Meeting) -> str:
    """What the release calls the meeting again: "Rapat tersebut", "Kegiatan tersebut"."""
    name = f"{meeting.title} {meeting.kind}".casefold()
    return "rapat koordinasi tersebut" if "rapat koordinasi" in name else "kegiatan tersebut"


def _attendance(source: Source) -> list[str]:
    """The theme, who led, and who came with whom they represent."""
    meeting, words = source.meeting, parts.wording(source)
    first = f"{sentence_start(_event(meeting))} mengusung tema “{meeting.theme}”" if meeting.theme else ""
    led = _led_by(meeting, words)
    came = _came(meeting, words)
    if led and came:
        return [p for p in (first, f"{led} {came}") if p] if len(came) < 160 else [p for p in (first, led, came) if p]
    return [p for p in (first, led or came) if p]


def _led_by(meeting: Meeting, words: Wording) -> str:
    leaders = [a for a in meeting.leaders() if words.mention(a)]
    afar = [a for a in leaders if a.presence == "online"]
    local = [a for a in leaders if a.presence != "online"]
    if afar and local:
        unit = local[0].institution
        here = f"Di tingkat {unit}, rapat" if unit else "Di tempat, rapat"
        return (
            f"{end_stop(f'{sentence_start(_event(meeting))} dipimpin oleh {_names(afar, words)}')} "
            f"{end_stop(f'{here} dipimpin langsung oleh {_names(local, words)}')}"
        )
    if not leaders:
        return ""
    return end_stop(f"{sentence_start(_event(meeting))} dipimpin langsung oleh {_names(leaders, words)}")


def _came(meeting: Meeting, words: Wording) -> str:
    leading = set(meeting.leader_ids)
    people = [a for a in meeting.attendees if a.id not in leading and a.presence != "absent" and a.name]
    named = join_list([words.represented(a) for a in people])
    circles = join_list(parts.groups(meeting))
    if not people:
        return end_stop(f"Kegiatan tersebut dihadiri oleh {circles}") if circles else ""
    came = end_stop(f"Hadir dalam kegiatan tersebut {named}")
    return f"{came} {end_stop(f'Kegiatan tersebut juga diikuti oleh {circles}')}" if circles else came


def _names(people: list[Attendee] | tuple[Attendee, ...], words: Wording) -> str:
    return join_list([words.mention(a) for a in people])


def _contents(source: Source) -> list[str]:
    """Public items in time order: reported, quoted or told; then decisions and figures not yet named."""
    meeting, words = source.meeting, parts.wording(source)
    public = tuple(i for i in meeting.items if i.public)
    named = {a.id for a in meeting.attendees if a.presence != "absent" and a.name}
    speech = Speech(source, public, already_named=frozenset(named))
    texts: list[str] = []
    for n, item in enumerate(public):
        if item.kind == "decision":
            if n == 0 or public[n - 1].kind != "decision":
                texts.append(_decisions(source, n))
        elif words.speaker(meeting, item):
            texts.extend(speech.told(n))
        else:
            texts.append(sentence_start(lines_joined(item.text).replace("\n", " ")))
    return [*texts, *_figures(source, texts)]


_AGREED = ("sepakat", "disepakati", "menyepakati", "memutuskan", "diputuskan")


def _decisions(source: Source, start: int) -> str:
    """The public decisions that stand together from ``start``, as one sentence."""
    words = parts.wording(source)
    public = [i for i in source.meeting.items if i.public]
    texts = []
    for item in public[start:]:
        if item.kind != "decision":
            break
        texts.append(lines_joined(item.text).replace("\n", " ").rstrip(". "))
    texts = [words.lower_start(t) for t in texts if t]
    if not texts:
        return ""
    if len(texts) == 1 and any(word in texts[0].casefold() for word in _AGREED):
        return f"Dalam rapat tersebut, {texts[0]}"
    if len(texts) == 1:
        return f"Rapat tersebut menghasilkan kesepakatan bahwa {texts[0]}"
    return f"Rapat tersebut menghasilkan sejumlah kesepakatan, yaitu {join_list(texts, semicolons=True)}"


def _figures(source: Source, texts: list[str]) -> list[str]:
    said = " ".join(texts)
    rows = [f for f in parts.figures(source.meeting, public_only=True) if not _says(said, f.nilai)]
    if not rows:
        return []
    listed = join_list([f"{f.label} {f.nilai}".strip() for f in rows])
    return [f"Data yang disampaikan dalam kegiatan tersebut: {listed}"]


def _says(text: str, value: str) -> bool:
    """Whether the text holds the value itself, not only as the end of a longer number ("12 pos" says no "2 pos")."""
    return re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w)", text) is not None


def _contact(source: Source, release: Release) -> str:
    attendee = source.meeting.attendee(release.contact_id)
    return parts.wording(source).mention(attendee) if attendee else release.contact

