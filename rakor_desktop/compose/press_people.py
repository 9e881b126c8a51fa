"""How a press style names people: degrees or none, stops of ranks, and what stands for a person the second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from rakor_desktop.bahasa.lists import join_list
from rakor_desktop.catalog.press import PressStyle, Stops
from rakor_desktop.compose.draft import FactRef
from rakor_desktop.compose.source import Source
from rakor_desktop.compose.wording import Wording
from rakor_desktop.domain.meeting import Attendee, Item, Meeting
from rakor_desktop.domain.office import Office


@dataclass(frozen=True)
class People:
    """The people of one meeting as one press style names them; ``speaking`` holds the ids of those who are heard."""

    source: Source
    style: PressStyle
    speaking: frozenset[str]

    @cached_property
    def words(self) -> Wording:
        """The wording of the office, with the stops that the style wants."""
        return Wording(self.source.catalog, _stopped(self.source.office, self.style))

    def _titled(self, attendee: Attendee) -> Attendee:
        """The attendee with those titles only that the style prints."""
        degrees = self.style.degrees
        heard = attendee.id in self.speaking or attendee.id in self.source.meeting.leader_ids
        if degrees == "all" or (degrees == "speakers" and heard) or not attendee.name:
            return attendee
        kept = tuple(title for title in attendee.front if title in self.style.kept_titles)
        return replace(attendee, front=kept, back=())

    def mention(self, attendee: Attendee) -> str:
        """Post, rank, name and titles, as a person is first named."""
        return self.source.kept(attendee, ("press", self._manner), partial(self._mention, attendee))

    def _mention(self, attendee: Attendee) -> str:
        if attendee.name and not attendee.position:
            return self.words.from_institution(self._titled(attendee))
        return self.words.mention(self._titled(attendee))

    def represented(self, attendee: Attendee) -> str:
        """The first mention with the absent one whom the person stands in for."""
        return self.source.kept(
            attendee, ("press/for", self._manner), partial(self._represented, attendee)
        )

    def _represented(self, attendee: Attendee) -> str:
        return self.words.represented(self._titled(attendee))

    @cached_property
    def _manner(self) -> tuple[Hashable, ...]:
        """All that a mention depends on beside the person; a style may be changed while its name stays."""
        style = self.style
        return style.degrees, style.kept_titles, style.rank_stop, style.corps_stop, self.speaking

    def names(self, people: list[Attendee]) -> str:
        """First mentions joined as a list."""
        return name_list([self.mention(a) for a in people])

    def subject(self, attendee: Attendee, times: int) -> str:
        """The person as the subject of a sentence, already named ``times`` times before."""
        if times == 0:
            mention = self.mention(attendee)
            return f"{mention}," if self._titled(attendee).back and attendee.name else mention
        if times == 1 and self.style.again == "post":
            return self.post(attendee)
        return self.again(attendee, times)

    def post(self, attendee: Attendee) -> str:
        """The post with its place where nobody else holds the same one; else rank and name."""
        post = self.words.post(attendee)
        return post if post and self._alone(attendee, post) else self._plain_name(attendee)

    def again(self, attendee: Attendee, times: int = 1) -> str:
        """A later mention: what the style wants, as long as it can mean one person only.

        Styles that repeat the name take turns with the post, so that neither is heard in every sentence; somebody
        without a rank is called by the post.
        """
        if times % 2 or not attendee.position:
            if self.style.again == "rank_name" and attendee.name and (attendee.rank or not attendee.position):
                return self._plain_name(attendee)
            if self.style.again == "name" and attendee.name:
                return attendee.name
        short = self.words.short_post(attendee)
        return short if short and self._alone(attendee, short) else self.post(attendee)

    def _plain_name(self, attendee: Attendee) -> str:
        bare = replace(attendee, back=(), front=tuple(t for t in attendee.front if t in self.style.kept_titles))
        return self.words.titled(bare) or self.words.post(attendee)

    def _alone(self, attendee: Attendee, short: str) -> bool:
        """Whether no one else who is named could be meant by this post."""
        own = short in self._posts_of(attendee)
        return self._posts[short] <= own

    @cached_property
    def _posts(self) -> Counter[str]:
        """How many of the attendees each post, short or whole, could mean."""
        found: Counter[str] = Counter()
        for attendee in self.source.meeting.attendees:
            found.update(self._posts_of(attendee))
        return found

    def _posts_of(self, attendee: Attendee) -> frozenset[str]:
        return self.source.kept(attendee, "press/posts", partial(self._forms, attendee))

    def _forms(self, attendee: Attendee) -> frozenset[str]:
        return frozenset((self.words.short_post(attendee), self.words.post(attendee), attendee.position))

    def speaker(self, item: Item) -> str:
        """Who said an item; empty when nobody is named for it."""
        return self.words.speaker(self.source.meeting, item)


def name_list(names: list[str]) -> str:
    """Names as a list; of two the first is closed by a comma after its titles: "A, S.H., dan B, S.E."."""
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, dan {names[1]}"
    return join_list(names, semicolons=False if len(names) == 2 else None)


def fact_of(attendee: Attendee, words: str) -> FactRef:
    """The fact that an attendee is."""
    return FactRef(f"attendees/{attendee.id}", words)


def came(meeting: Meeting) -> list[Attendee]:
    """Those who came and did not lead, by name or by post alone."""
    leading = set(meeting.leader_ids)
    known = (a for a in meeting.attendees if a.name.strip() or a.position.strip())
    return [a for a in known if a.id not in leading and a.presence != "absent"]


def speaker_key(item: Item) -> str:
    """Who speaks, as a key: an attendee's id, or the post typed."""
    return item.speaker_id or f"post:{item.speaker.casefold().strip()}"


def _stopped(office: Office, style: PressStyle) -> Office:
    switches = office.switches
    return replace(
        office,
        switches=replace(
            switches,
            rank_stop=_wanted(style.rank_stop, switches.rank_stop),
            corps_stop=_wanted(style.corps_stop, switches.corps_stop),
        ),
    )


def _wanted(stops: Stops, usual: bool) -> bool:
    return usual if stops == "office" else stops == "yes"
