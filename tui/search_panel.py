"""Searching the library as one types: a prompt, what is said of the hits, and the hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.actions import SEARCHING
from tui.asking import AskingPanel
from tui.hit_list import HitList
from tui.prompt import Prompt, Settled
from tui.results import Asked, Results, Searched, is_enough

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.answer import Hit


class SearchPanel(AskingPanel):
    """Lies over the lower part of the page while it is used; keeps its results when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in SEARCHING]

    @dataclass
    class Previewed(Message):
        """A hit is to be seen in the page, without leaving for it; None takes marks of older ones away."""

        hit: Hit | None

    @dataclass
    class Entered(Message):
        """The reader stays at a hit; its place among the hits is "5/14"."""

        hit: Hit
        place: str

    @dataclass
    class Walked(Message):
        """While reading, another hit of the last search is wanted."""

        hit: Hit
        place: str

    @dataclass
    class Grouped(Message):
        """Hits are wanted under their article from now on, or not."""

        grouped: bool

    @dataclass
    class Failed(Message):
        """A search failed."""

        fault: BaseException

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language: Sequence[tuple[str, str]] = ()
        self._ahead = 0
        """Hits that the reader goes on by as soon as they are there."""
        self._enter_wanted = self._walking = False
        self._previewed: Hit | None = None
        self._left_at = 0

    def compose(self) -> ComposeResult:
        """The prompt with its count, the remark, and the list."""
        with Horizontal(id="search-line"):
            yield Static("s", id="search-sign")
            yield Prompt(id="search-input")
            yield Static(id="search-count")
        yield Static(id="search-remark")
        yield HitList(id="hits")

    @property
    def _list(self) -> HitList:
        return self.query_one(HitList)

    # Opening and closing -------------------------------------------------------------------------

    def open(self, library: Searched, *, grouped: bool) -> None:
        """Take the keys for a new search, and show what can be typed."""
        self.library, self._language, self.grouped = library, library.language(), grouped
        self._appear("")
        self.asked = None
        self._ahead, self._enter_wanted = 0, False
        self._list.explain(self._language)
        self._say("in the library", "")

    def reopen(self) -> bool:
        """Take the keys with the last results as they were left; tells whether there are any."""
        results = self.results
        if results is None or self.library is None:
            return False
        self._appear(results.asked.query)
        self._ahead, self._enter_wanted = 0, False
        self._list.show(results.hits, results.chosen, grouped=self.grouped, top=self._left_at)
        self._preview()
        self.ask(results.asked)  # articles may have come or gone since
        return True

    def _appear(self, query: str) -> None:
        self.display = True
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = query
        self.screen.set_focus(field)

    def close(self) -> None:
        """Go out of the way; the results stay for `reopen` and `walk`."""
        if self.asked is not None and not self.is_current:
            self.results = Results(self.asked, grouped=self.grouped)
        self._left_at = self._list.top
        self._stop()
        self.display = False

    def _stop(self) -> None:
        self.stop_asking()
        self._ahead, self._enter_wanted, self._walking = 0, False, False

    # Asking --------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed so far."""
        event.stop()
        self._notice()

    def _notice(self) -> None:
        """Ask what is in the prompt, unless it is asked already; what is too short waits for more."""
        query = self.query_one(Input).value
        if not self.display or (self.asked and self.asked.query == query):
            return
        self._ahead, self._enter_wanted = 0, False
        if is_enough(query):
            self.ask(Asked(query))
            return
        self._stop()
        if self.asked is not None:
            self.asked = None
            self._list.explain(self._language)
            self.post_message(self.Previewed(None))
        self._say("type on" if query.strip() else "in the library", "")

    def show_results(self, results: Results, *, again: bool) -> None:
        """Show results that are new: the hit that is chosen stays where it is, once the reader moved."""
        moved = results.chosen > 0 or self._list.top > 0
        if self.display or self._walking:
            self._list.show(results.hits, results.chosen, grouped=self.grouped, stay=again and moved)
        if (results.hit != self._previewed or not again) and not self._ahead and not self._enter_wanted:
            self._preview()

    def news(self) -> None:
        """Say how it stands, and do what the reader wanted meanwhile."""
        if self.late and not self.is_current:
            self._list.show_old()
        self._say_all()
        self._go_ahead()

    def failed(self, fault: BaseException) -> None:
        """Say that the search failed, in the place of its hits; the screen says why."""
        self._stop()
        self._list.explain(())
        self._say("the search failed", "")
        self.post_message(self.Failed(fault))

    def _preview(self) -> None:
        if self.display:
            self._previewed = self.results.hit if self.results else None
            self.post_message(self.Previewed(self._previewed))

    # Choosing ------------------------------------------------------------------------------------

    def action_choose(self, by: int) -> None:
        """Choose another hit; beyond the last one, ask for more."""
        self._notice()
        if self.asked is None:
            return
        self._ahead += by
        self._go_ahead()

    def _go_ahead(self) -> None:
        """Do what the reader wanted before there was an answer, once there is one."""
        results = self.results
        if results is None or not self.is_current:
            return
        if self._enter_wanted and not (self.is_final or self.late):
            return
        if self._ahead and results.hits:
            self._step(results)
        elif self._walking and self.is_final:
            self._walking = False
            self.post_message(Settled())
        if self._enter_wanted and not (self._ahead and results.more and not self.late):
            self._enter_wanted = False
            self._enter(results)

    def _step(self, results: Results) -> None:
        """Choose the hit that the reader wanted; where it is not there yet, ask for more."""
        before = results.chosen
        reached = results.step(self._ahead)
        self._ahead = 0 if reached or not results.more else self._ahead - (results.chosen - before)
        self._ahead = max(0, self._ahead)
        if self._ahead:
            self._more()
        if self._walking and not self._ahead:
            self._walking = False
            self.post_message(self.Walked(results.hits[results.chosen], results.place))
        if results.chosen != before:
            self._list.choose(results.chosen)
            self._preview()

    def _enter(self, results: Results) -> None:
        if results.hit:
            self.post_message(self.Entered(results.hit, results.place))
        else:
            self.post_message(Settled())

    def _more(self) -> None:
        """Ask for more hits, unless that is done already."""
        results = self.results
        if results and self.is_current and results.asked == self.asked and results.more:
            self.ask(results.more)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the chosen hit."""
        event.stop()
        self.action_enter()

    def action_enter(self) -> None:
        """Stay at the chosen hit, or at the best one as soon as it is known."""
        self._notice()
        query = self.query_one(Input).value
        if self.display and self.asked is None and query.strip():
            self.ask(Asked(query))
        if self.asked is None or not self.display:
            self.post_message(Settled())
            return
        results = self.results
        if results and self.is_current and results.hits and not self._ahead:
            self._enter(results)
            return
        self._enter_wanted = True
        self._go_ahead()

    def action_exact(self) -> None:
        """Search for what was typed to the letter, where it was corrected; again, corrected."""
        self._notice()
        results = self.results
        if results and self.is_current and (results.corrected or results.asked.literally):
            self.ask(Asked(results.asked.query, literally=not results.asked.literally))

    def action_group(self) -> None:
        """Let hits stand under their article, or in one ranking."""
        self.grouped = not self.grouped
        self.post_message(self.Grouped(self.grouped))
        if self.results:
            self.results.group(self.grouped)
        if self.results and self.is_current:
            self._list.show(self.results.hits, self.results.chosen, grouped=self.grouped, stay=True)

    def on_hit_list_clicked(self, event: HitList.Clicked) -> None:
        """Stay at the hit that was clicked, if it answers what is asked."""
        event.stop()
        if self.results and self.is_current:
            self.results.chosen = event.hit
            self._list.choose(event.hit)
            self._enter(self.results)

    def on_hit_list_ended(self, event: HitList.Ended) -> None:
        """Ask for more at the end of the list."""
        event.stop()
        self._more()

    # Going on through the hits while reading -----------------------------------------------------

    def walk(self, by: int) -> bool:
        """Choose the next hit while reading, or (negative) the previous; after the last, the first.

        Tells whether there is any; a message follows.
        """
        results = self.results
        if results is None or not results.hits:
            return False
        if by > 0 and results.chosen == len(results.hits) - 1 and results.more:
            self._walking, self.asked, self._ahead = True, results.asked, by
            self._more()
            return True
        results.chosen = (results.chosen + by) % len(results.hits)
        self._list.choose(results.chosen)
        self.post_message(self.Walked(results.hits[results.chosen], results.place))
        return True

    def hits_beside(self, hit: Hit) -> list[Hit]:
        """The other hits in the article of this one."""
        hits = self.results.hits if self.results else ()
        return [other for other in hits if other.article == hit.article and other is not hit]

    # What is said --------------------------------------------------------------------------------

    def _say_all(self) -> None:
        results = self.results
        if results is None or not self.is_current:
            if self.late:
                self._say("searching…", "")
            return
        late = self.late and not results.final
        self._say(f"{results.count}…" if late and results.hits else results.count, results.remark)

    def _say(self, count: str, remark: str) -> None:
        self.query_one("#search-count", Static).update(Content(count))
        self.query_one("#search-remark", Static).update(Content(remark))
