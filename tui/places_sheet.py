"""The marks and highlights of an article: looked through, gone to, accepted, removed and brought back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from corpus.errors import PinciteError
from corpus.finding_again.found import State
from tui.foot_line import BETWEEN_PARTS, hints_in, joined
from tui.marked_places import is_acceptable, start_of
from tui.pieces import wrapped
from tui.place_list import PlaceList
from tui.sheet import Sheet

if TYPE_CHECKING:
    from corpus.library.places import FoundPlace
    from tui.marked_places import MarkedPlaces, Span

_HINTS: Final = (
    "Enter goes there",
    "y accepts it as found",
    "Y accepts all",
    "x removes",
    "u brings back",
    "Esc goes back",
)
_DISPENSABLE: Final = tuple(_HINTS[number] for number in (2, 4, 1, 3, 0))
"""What is left out where there is no room: these first. Help has all of it."""


@dataclass(frozen=True, slots=True)
class PlaceWays:
    """What the list asks the reader to do.

    `go` goes to a place once the list is left; `choose` lets one of the places be chosen that one may be,
    and tells which; `changed` is told whenever the places have changed.
    """

    go: Callable[[FoundPlace], None]
    choose: Callable[[FoundPlace, Callable[[Span], None]], None]
    changed: Callable[[], None]


class PlacesSheet(Sheet[None]):
    """Lies over the article; every change is kept at once."""

    TITLE_WORDS: ClassVar[str] = "Marks and highlights"

    def __init__(self, places: MarkedPlaces, ways: PlaceWays, at: int) -> None:
        """Begin at the first place from the offset `at` on."""
        super().__init__()
        self._places = places
        self._ways = ways
        self._at = at

    def compose(self) -> ComposeResult:
        """The title with the count, the list, the foot."""
        with Vertical():
            yield Static(classes="sheet-title", id="places-title")
            yield PlaceList(self._places, id="places")
            yield Static(id="places-said")

    def contents(self) -> Widget:
        """The list."""
        return self._list

    @property
    def _list(self) -> PlaceList:
        return self.query_one(PlaceList)

    def on_mount(self) -> None:
        """Begin where the reader is."""
        stands = self._places.listed
        first = next((number for number, one in enumerate(stands) if start_of(one) >= self._at), len(stands))
        self._show(first)
        self.set_focus(self._list)

    def _show(self, chosen: int) -> None:
        self._list.show(chosen)
        count, changed = len(self._places.listed), self._places.changes.counted
        about = BETWEEN_PARTS.join(part for part in (f"{count:,}" if count else "", changed) if part)
        title = Content.assemble((self.TITLE_WORDS, "bold"), (f"  {about}", "not bold $page-dim"))
        self.query_one("#places-title", Static).update(title)

    def say(self, sentence: str) -> None:
        """Say what was done, until the next key."""
        said = self.query_one("#places-said", Static)
        room = said.size.width
        gist, between, more = sentence.partition(BETWEEN_PARTS)
        lines = wrapped([(gist, ("gist",)), (between + more, ())], room, 2) if sentence and room else []
        said.set_class(len(lines) > 1, "tall")
        pieces: list[str | tuple[str, str]] = []
        for line in lines:
            pieces += ["\n"] if pieces else []
            pieces += [(words, "bold $page-accent" if looks else "") for words, looks in line]
        said.update(Content.assemble(*pieces) if lines else Content(self._hints(room)))

    def _hints(self, room: int) -> str:
        if not self._places.listed:
            return hints_in(room, _HINTS[-2:], _DISPENSABLE[:1])
        in_doubt = any(is_acceptable(one) or one.found.others for one in self._places.listed)
        hints = [hint for hint in _HINTS if in_doubt or "accepts" not in hint]
        return hints_in(room, hints, [hint for hint in _DISPENSABLE if hint in hints])

    def on_resize(self) -> None:
        """Say at the foot as much as there is room for."""
        self.call_after_refresh(self.say, "")

    def on_key(self) -> None:
        """A key after a receipt takes it back."""
        self.say("")

    def _try(self, change: Callable[[], str]) -> None:
        """Do something, show what came of it, and say what was done, or why it could not be."""
        try:
            said = change()
        except PinciteError as fault:
            said = str(fault)
        self._ways.changed()
        self.say(said)

    def _number(self, one: FoundPlace | None) -> int:
        return self._places.listed.index(one) if one in self._places.listed else self._list.chosen

    # What the keys do ----------------------------------------------------------------------------

    def action_jump(self) -> None:
        """Go to the place; where it may be one of several, let that be chosen first."""
        one = self._list.place
        if one is None:
            return
        if one.found.state is State.LOST:
            self.say("Lost · its words are gone, or it is not certain which they are now")
            return
        self.dismiss(None)
        self._ways.go(one)

    def action_accept(self) -> None:
        """Let the place be from now on what was found of it."""
        one = self._list.place
        if one is None:
            return
        if one.found.state is State.AMBIGUOUS:
            self._ways.choose(one, lambda span: self._accept(one, span))
        elif one.found.state is State.LOST:
            self.say("Lost · there is nothing to accept: x removes it")
        elif not is_acceptable(one):
            self.say("It stands where it stood, word for word.")
        else:
            self._accept(one)

    def _accept(self, one: FoundPlace, span: Span | None = None) -> None:
        def change() -> str:
            self._show(self._number(self._places.accept(one, span)))
            return "Accepted as it stands now"

        self._try(change)

    def action_accept_all(self) -> None:
        """Accept all that were found."""
        self._accept_all()

    @work(exclusive=True, group="accept")
    async def _accept_all(self) -> None:
        """Accept one after the other, so that keys are answered between two of them."""
        count, said = 0, ""
        try:
            for left in self._places.accept_each():
                count += 1
                self.say(f"Accepting… {left:,} to go" if left else "")
                await asyncio.sleep(0)
        except PinciteError as fault:
            said = str(fault)
        self._show(self._list.chosen)
        self._ways.changed()
        changed = self._places.changes.counted
        done = f"Accepted {count:,}" if count else "There is nothing to accept"
        self.say(joined([said or done, changed]))

    def action_remove(self) -> None:
        """Take the place away."""

        def change() -> str:
            if one := self._list.place:
                self._places.remove(one)
                self._show(self._list.chosen)
                return f"Removed{BETWEEN_PARTS}u brings it back"
            return ""

        self._try(change)

    def action_undo(self) -> None:
        """Bring back the place that was removed last."""

        def change() -> str:
            restored = self._places.restore()
            if restored is None:
                return "Nothing was removed."
            self._show(self._number(restored))
            return "Brought back"

        self._try(change)
