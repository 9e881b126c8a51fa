"""The styles under the dialog's hands: what is saved, what is typed, and the steps between them. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from rakor_desktop.catalog.press import PressStyle
from rakor_desktop.catalog.press_faults import StyleFault, faults
from rakor_desktop.catalog.press_shelf import PressShelf, Shelved, copy_of
from rakor_desktop.catalog.reader import DataFileError


@dataclass(eq=False)
class StyleDraft:
    """One style of the list. ``saved`` is what its file says (``None``: no file yet), ``now`` what the form says.

    ``locked``: a shipped style, which is read only. ``replaces``: a file of the user in place of a shipped style.
    ``problem``: why the user's file cannot be used; ``now`` then is empty.
    """

    name: str
    now: PressStyle
    saved: PressStyle | None = None
    locked: bool = False
    replaces: bool = False
    problem: DataFileError | None = None
    _past: list[PressStyle] = field(default_factory=list)
    _future: list[PressStyle] = field(default_factory=list)
    _merge: str = ""

    @property
    def changed(self) -> bool:
        """Whether something would be lost if it were not saved."""
        return self.now != self.saved and not self.locked and self.problem is None

    @property
    def title(self) -> str:
        """How the list names it."""
        return self.now.title.strip() or self.name or "(tanpa nama)"

    def change(self, style: PressStyle, merge: str = "") -> None:
        """Another value; changes with the same ``merge`` that follow one another are one step."""
        if style == self.now:
            return
        if not merge or merge != self._merge:
            self._past.append(self.now)
        self._merge = merge
        self._future.clear()
        self.now = style

    def end_merge(self) -> None:
        """Let the next change be a step of its own."""
        self._merge = ""

    def undo(self) -> bool:
        """Go one step back; false when there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Go one step forward again."""
        return self._step(self._future, self._past)

    def settle(self) -> None:
        """The form's value is now the file's."""
        self.saved = self.now
        self.end_merge()

    def _step(self, source: list[PressStyle], target: list[PressStyle]) -> bool:
        if not source:
            return False
        target.append(self.now)
        # The name of its file stays through all steps.
        self.now = replace(source.pop(), name=self.now.name)
        self.end_merge()
        return True


class StyleDrawer:
    """All styles of the list, in order. What was typed into one stays while another is looked at."""

    def __init__(self, shelf: PressShelf) -> None:
        self.shelf = shelf
        self.drafts: list[StyleDraft] = []
        self.reload()

    def reload(self) -> None:
        """Read the folder again; styles with changes that are not saved stay as they are."""
        kept = {draft.name: draft for draft in self.drafts if draft.changed and draft.name}
        new = [draft for draft in self.drafts if draft.saved is None and draft.problem is None]
        found = [_draft_of(shelved) for shelved in self.shelf.styles()]
        self.drafts = [kept.pop(draft.name, draft) for draft in found]
        self.drafts += [draft for draft in dict.fromkeys((*kept.values(), *new)) if draft not in self.drafts]

    def find(self, name: str) -> StyleDraft | None:
        """The style of this name."""
        return next((draft for draft in self.drafts if draft.name == name), None)

    @property
    def changed(self) -> tuple[StyleDraft, ...]:
        """The styles with something that is not saved."""
        return tuple(draft for draft in self.drafts if draft.changed)

    def copy(self, draft: StyleDraft) -> StyleDraft:
        """A style of one's own that begins as this one stands; the report is not copied but put in its own place."""
        if draft.now.form == "report":
            return self._own_report(draft, draft.now)
        made = StyleDraft("", copy_of(draft.now, [other.now.title for other in self.drafts]))
        self.drafts.append(made)
        return made

    def bring_in(self, file: Path) -> StyleDraft:
        """A style from somebody's file, to look at and to save. Raises CatalogError for a file that is none."""
        style = self.shelf.read(file)
        if style.form == "report":
            report = self.find(style.name)
            if report is not None:
                return self._own_report(report, style)
        titles = {draft.now.title.casefold() for draft in self.drafts}
        if style.title.casefold() in titles:
            style = replace(copy_of(style, titles), source=style.source, confidence=style.confidence)
        made = StyleDraft("", replace(style, name=""))
        self.drafts.append(made)
        return made

    def faults(self, draft: StyleDraft) -> tuple[StyleFault, ...]:
        """What keeps a style from being saved; two styles of one name could not be told apart."""
        found = faults(draft.now)
        title = draft.now.title.strip().casefold()
        if title and any(other.now.title.strip().casefold() == title for other in self.drafts if other is not draft):
            twin = StyleFault("nama", "nama ini sudah dipakai gaya lain", "Pilih nama yang berbeda.")
            found = (twin, *(fault for fault in found if fault.key != "nama"))
        return found

    def save(self, draft: StyleDraft) -> None:
        """Write a style; a new one gets the name of its file from its title. Raises CatalogError."""
        name = draft.name or self.shelf.free_name(draft.now.title)
        style = replace(draft.now, name=name)
        self.shelf.save(style)
        draft.name, draft.now = name, style
        draft.settle()

    def delete(self, draft: StyleDraft) -> Callable[[], StyleDraft]:
        """Take a style away, with its file; what brings both back. Raises CatalogError."""
        place = self.drafts.index(draft)
        has_file = draft.saved is not None or draft.problem is not None
        content = self.shelf.delete(draft.name) if has_file else b""
        self.drafts.remove(draft)
        self.reload()

        def bring_back() -> StyleDraft:
            if has_file:
                self.shelf.bring_back(draft.name, content)
            if draft.replaces:
                self.drafts = [other for other in self.drafts if other.name != draft.name]
            self.drafts.insert(min(place, len(self.drafts)), draft)
            return draft

        return bring_back

    def _own_report(self, report: StyleDraft, style: PressStyle) -> StyleDraft:
        if report.locked:
            own = StyleDraft(report.name, replace(style, name=report.name), replaces=True)
            self.drafts[self.drafts.index(report)] = own
            return own
        report.change(replace(style, name=report.name))
        return report


def _draft_of(shelved: Shelved) -> StyleDraft:
    if shelved.problem is not None or shelved.style is None:
        empty = PressStyle(name=shelved.name, title=shelved.name)
        return StyleDraft(shelved.name, empty, empty, problem=shelved.problem, replaces=shelved.shipped)
    locked = not shelved.own
    return StyleDraft(shelved.name, shelved.style, shelved.style, locked, shelved.own and shelved.shipped)
