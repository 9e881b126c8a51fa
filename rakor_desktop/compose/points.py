"""What was said and decided, worded for the minutes and for reports."""

from __future__ import annotations

from dataclasses import replace

from rakor_desktop.bahasa.text import end_stop, one_blank, quoted, sentence_start
from rakor_desktop.compose.parts import STATUSES, due_text
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.views import Bagian, Butir, TindakLanjut
from rakor_desktop.compose.wording import Wording, audience_of, is_noun_start, purpose_clause
from rakor_desktop.domain.meeting import Item, Meeting


def minute_sentence(item: Item) -> str:
    """The item as one or more whole sentences, as minutes state it: who is addressed comes first."""
    text = lines_joined(item.text)
    if not text:
        return ""
    audience = audience_of(item)
    if audience and item.sense == "urges":
        text = f"{audience} agar {_without_agar(text)}"
    elif audience and item.sense == "hopes":
        text = f"{audience} diharapkan {text}"
    elif audience and item.sense == "thanks" and not is_noun_start(text):
        text = f"apresiasi kepada {audience} {text}"
    if item.purpose:
        text = f"{text.rstrip('.')} {purpose_clause(item.purpose)}"
    return end_stop(sentence_start(text))


def lines_joined(text: str) -> str:
    """Typed lines as running text: blanks folded, but paragraphs that the person made stay lines."""
    return "\n".join(line for line in (one_blank(part) for part in text.splitlines()) if line)


def _without_agar(text: str) -> str:
    for word in ("agar ", "supaya ", "untuk "):
        if text.casefold().startswith(word):
            return text[len(word) :]
    return text


def point(item: Item, no: int, meeting: Meeting, words: Wording) -> Butir:
    """One item as a point of the minutes."""
    topic = item.topic.strip().rstrip(".")
    return Butir(
        no=no,
        pembicara=words.speaker(meeting, item),
        topik=topic,
        isi=minute_sentence(item) or (_spoken(item) if item.quote else topic),
        kutipan=_spoken(item) if item.quote and item.text.strip() else "",
        sasaran=audience_of(item),
        tujuan=item.purpose,
        kalimat=minute_sentence(item),
    )


def _spoken(item: Item) -> str:
    return end_stop(quoted(lines_joined(item.quote)))


def points(items: tuple[Item, ...], meeting: Meeting, words: Wording) -> tuple[Butir, ...]:
    """Items as points numbered from 1; those that say nothing are left out."""
    said = (i for i in items if i.text.strip() or i.quote.strip() or i.topic.strip())
    return tuple(point(i, no, meeting, words) for no, i in enumerate(said, 1))


def sections(items: tuple[Item, ...], source: Source) -> tuple[Bagian, ...]:
    """Items in time order, neighbours under one heading: the directives of one speaker, a presentation."""
    words = Wording(source.catalog, source.office)
    meeting = source.meeting
    found: list[tuple[str, list[Item]]] = []
    for item in items:
        if not (item.text.strip() or item.quote.strip() or item.topic.strip()):
            continue
        title = section_heading(item, meeting, words)
        if found and found[-1][0] == title:
            found[-1][1].append(item)
        else:
            found.append((title, [item]))
    made = [Bagian(title, points(tuple(rows), meeting, words)) for title, rows in found]
    if made:
        *former, last = made[-1].butir
        made[-1] = replace(made[-1], butir=(*former, replace(last, terakhir=True)))
    return tuple(made)


def section_heading(item: Item, meeting: Meeting, words: Wording) -> str:
    """What a part of the minutes is called: "Arahan Kapolres Pasaman Barat", "Paparan Kabag Ops"."""
    speaker = words.speaker(meeting, item)
    of_speaker = f" {speaker}" if speaker else ""
    match item.kind:
        case "opening":
            return f"Pembukaan oleh{of_speaker}" if speaker else "Pembukaan"
        case "presentation":
            return f"Paparan{of_speaker}"
        case "directive" | "emphasis" | "appeal":
            return f"Arahan{of_speaker}" if _leads(item, meeting) or not speaker else f"Penyampaian{of_speaker}"
        case "decision":
            return "Kesimpulan dan kesepakatan"
        case "closing":
            return f"Penutup oleh{of_speaker}" if speaker else "Penutup"
        case _:
            return f"Pembahasan oleh{of_speaker}" if speaker else "Pembahasan"


def _leads(item: Item, meeting: Meeting) -> bool:
    """Whether the speaker gives orders here: a chair, or anybody when an item is a plain directive."""
    return item.kind == "directive" or item.speaker_id in meeting.leader_ids


def follow_ups(source: Source) -> tuple[TindakLanjut, ...]:
    """The follow-up table: every item that has somebody responsible, a due day or a status of its own."""
    rows = [i for i in source.meeting.items if i.follow_up and (i.follow_up.responsible or i.follow_up.due)]
    return tuple(follow_up_row(item, no) for no, item in enumerate(rows, 1))


def follow_up_row(item: Item, no: int) -> TindakLanjut:
    """One item as a row of the follow-up table; who it was addressed to carries it out while nobody else is named."""
    task = item.follow_up
    return TindakLanjut(
        no=no,
        uraian=minute_sentence(item) or item.topic,
        penanggung_jawab=task.responsible if task else sentence_start(audience_of(item)),
        batas_waktu=due_text(task) if task else "",
        status=STATUSES[task.status] if task else "",
        keterangan="; ".join(task.evidence) if task else "",
    )
