"""The live example as text: a meeting composed in a style as it stands in the form. Knows no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal

from rakor_desktop.catalog import Catalog
from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.domain.meeting import Bundle, Meeting

if TYPE_CHECKING:
    from rakor_desktop.compose.source import Memory, Source

Kind = Literal["title", "paragraph", "small"]
_UNNAMED: Final = "gaya-baru"
_LEAST_POINTS: Final = 2
_MOST_PEOPLE: Final = 300
"""More people than that are left out of the example: it has to follow the typing."""


@dataclass(frozen=True, slots=True)
class ExampleBlock:
    """One paragraph of the example."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class ExampleText:
    """The example; ``headline`` is the number of characters of a release's headline, 0 for a report."""

    blocks: tuple[ExampleBlock, ...] = ()
    headline: int = 0


def is_thin(meeting: Meeting) -> bool:
    """Whether too little is known of a meeting to show a style by it."""
    public = sum(item.public for item in meeting.items)
    return not (meeting.title or meeting.occasion) or not meeting.attendees or public < _LEAST_POINTS


def example_of(style: PressStyle, bundle: Bundle, catalog: Catalog, memory: Memory | None = None) -> ExampleText:
    """A meeting in a style that need not be saved, as the program words it: what a person wrote is left out."""
    from rakor_desktop.compose.source import Source

    # A style that has no file yet needs a name all the same: an empty one stands for the meeting's own style.
    style = replace(style, name=style.name or _UNNAMED)
    tried = catalog.with_press(style)
    shown = replace(bundle, meeting=_with_fewer(bundle.meeting))
    if style.form == "report":
        return _report(Source(shown, tried, memory=memory))
    return _release(Source(shown, tried, memory=memory, style=style.name))


def changed_rows(before: Sequence[ExampleBlock], after: Sequence[ExampleBlock]) -> frozenset[int]:
    """The rows of ``after`` that are new, worded otherwise, or at another place than in ``before``."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return frozenset(row for tag, _, _, start, end in codes if tag != "equal" for row in range(start, end))


def _release(source: Source) -> ExampleText:
    from rakor_desktop.compose.press import draft

    made = draft(source)
    closing = " ".join(part for part in (f"({made.byline})" if made.byline else "", made.sign_off) if part)
    rows: list[tuple[Kind, str]] = [("title", made.headline), *(("paragraph", text) for text in made.body)]
    rows += [("paragraph", closing), ("small", " ".join(made.hashtags))]
    return ExampleText(tuple(ExampleBlock(kind, text) for kind, text in rows if text), len(made.headline))


def _report(source: Source) -> ExampleText:
    from rakor_desktop.compose.outline import blocks_of

    blocks = blocks_of("laporan-whatsapp", source)
    texts = (f"{block.marker} {block.text}".strip() for block in blocks)
    return ExampleText(tuple(ExampleBlock("paragraph", text) for text in texts if text))


def _with_fewer(meeting: Meeting) -> Meeting:
    if len(meeting.attendees) <= _MOST_PEOPLE:
        return meeting
    named = {*meeting.leader_ids, *(item.speaker_id for item in meeting.items)}
    late = tuple(a for a in meeting.attendees[_MOST_PEOPLE:] if a.id in named)
    came = sum(a.presence != "absent" for a in meeting.attendees)
    count = meeting.head_count if meeting.head_count is not None or meeting.groups else came
    return replace(meeting, attendees=meeting.attendees[:_MOST_PEOPLE] + late, head_count=count)
