"""Searching the library as one types: a prompt, what is said of the hits, and the hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from tui.actions import SEARCHING
from tui.hit_list import HitList
from tui.prompt import Prompt, Settled
from tui.results import Asked, Results, Searched, is_enough

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.answer import Answer, Hit

_PATIENCE: Final = 0.5
"""Seconds after which it is said that a search goes on."""


class SearchPanel(Vertical):
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

    @dataclass
    class Answered(Message, bubble=False):
        """A worker found a better answer; or, without one, that there is none better."""

        asked: Asked
        answer: Answer | None
        articles: int = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library: Searched | None = None
        self._language: Sequence[tuple[str, str]] = ()
        self._grouped = True
        self._asked: Asked | None = None
        """What the library is being asked, or was last."""
        self._results: Results | None = None
        """What is in the list: while an answer is awaited, what the question before gave."""
        self._ahead = 0
        """Hits that the reader goes on by as soon as they are there."""
        self._held_back: Answer | None = None
        self._enter_wanted = self._walking = False
        self._left_at = 0
        self._late = False
        self._timer: Timer | None = None

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
        self._library, self._language, self._grouped = library, library.language(), grouped
        self._appear("")
        self._asked = None
        self._ahead, self._enter_wanted = 0, False
        self._list.explain(self._language)
        self._say("in the library", "")

    def reopen(self) -> bool:
        """Take the keys with the last results as they were left; tells whether there are any."""
        results = self._results
        if results is None or self._library is None:
            return False
        self._appear(results.asked.query)
        self._ahead, self._enter_wanted = 0, False
        self._list.show(results.hits, results.chosen, grouped=self._grouped, top=self._left_at)
        self._preview()
        self._ask(results.asked)  # articles may have come or gone since
        return True

    def _appear(self, query: str) -> None:
        self.display = True
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = query
        self.screen.set_focus(field)

    def close(self) -> None:
        """Go out of the way; the results stay for `reopen` and `walk`."""
        if self._asked is not None and not self._is_current:
            self._results = Results(self._asked, grouped=self._grouped)
        self._left_at = self._list.top
        self._stop()
        self.display = False

    def _stop(self) -> None:
        self.workers.cancel_node(self)
        self._ahead, self._enter_wanted, self._walking = 0, False, False
        if self._timer:
            self._timer.stop()

    # Asking --------------------------------------------------------------------------------------

    @property
    def _is_current(self) -> bool:
        """Whether what is in the list answers what is asked."""
        return self._results is not None and self._results.asked.asks_as(self._asked)

    @property
    def _is_final(self) -> bool:
        """Whether nothing better is to be expected."""
        return self._results is not None and self._results.final and self._results.asked == self._asked

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed so far."""
        event.stop()
        self._notice()

    def _notice(self) -> None:
        """Ask what is in the prompt, unless it is asked already; what is too short waits for more."""
        query = self.query_one(Input).value
        if not self.display or (self._asked and self._asked.query == query):
            return
        self._ahead, self._enter_wanted = 0, False
        if is_enough(query):
            self._ask(Asked(query))
            return
        self._stop()
        if self._asked is not None:
            self._asked = None
            self._list.explain(self._language)
            self.post_message(self.Previewed(None))
        self._say("type on" if query.strip() else "in the library", "")

    def _ask(self, asked: Asked) -> None:
        self._asked, self._late = asked, False
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._wait_no_longer)
        self._search(asked)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, asked: Asked) -> None:
        worker = get_current_worker()
        if self._library is None:
            return
        for answer in self._library.answers(asked, lambda: worker.is_cancelled):
            if worker.is_cancelled:
                return
            self.post_message(self.Answered(asked, answer))
        if not worker.is_cancelled:
            self.post_message(self.Answered(asked, None, self._library.count()))

    def _wait_no_longer(self) -> None:
        """Say that the search goes on; whoever pressed Enter is led to the best there is."""
        if self._is_final:
            return
        self._late = True
        if not self._is_current:
            self._list.show_old()
        self._say_all()
        self._go_ahead()

    def on_search_panel_answered(self, event: Answered) -> None:
        """Show a better answer, unless something else is asked by now."""
        event.stop()
        if event.asked != self._asked:
            return
        if event.answer is None:
            self._finish(event.asked)
        elif self.display or self._walking:
            self._show(event.asked, event.answer)
        if self._results and self._is_current:
            self._results.articles = event.articles
        self._say_all()
        self._go_ahead()

    def _show(self, asked: Asked, answer: Answer) -> None:
        results, again = self._results, self._is_current
        self._held_back = None
        if results is None or not again:
            results = self._results = Results(asked, grouped=self._grouped)
        elif len(answer.hits) < len(results.hits):
            self._held_back = answer  # what is shown already is not taken away for a while
            return
        self._take(results, asked, answer, again=again)

    def _take(self, results: Results, asked: Asked, answer: Answer, *, again: bool) -> None:
        before = results.hit
        moved = results.chosen > 0 or self._list.top > 0
        results.final = False
        results.take(asked, answer)
        self._list.show(results.hits, results.chosen, grouped=self._grouped, stay=again and moved)
        if (results.hit != before or not again) and not self._ahead and not self._enter_wanted:
            self._preview()

    def _finish(self, asked: Asked) -> None:
        results = self._results
        if results is None or not self._is_current:
            return
        if self._held_back:
            self._take(results, asked, self._held_back, again=True)
            self._held_back = None
        results.final = True
        if self._timer:
            self._timer.stop()

    def _preview(self) -> None:
        if self.display:
            self.post_message(self.Previewed(self._results.hit if self._results else None))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a search failed, in the place of its hits; the screen says why."""
        if event.state is not WorkerState.ERROR or event.worker.error is None:
            return
        self._results = None
        self._stop()
        self._list.explain(())
        self._say("the search failed", "")
        self.post_message(self.Failed(event.worker.error))
        self.post_message(Settled())

    # Choosing ------------------------------------------------------------------------------------

    def action_choose(self, by: int) -> None:
        """Choose another hit; beyond the last one, ask for more."""
        self._notice()
        if self._asked is None:
            return
        self._ahead += by
        self._go_ahead()

    def _go_ahead(self) -> None:
        """Do what the reader wanted before there was an answer, once there is one."""
        results = self._results
        if results is None or not self._is_current:
            return
        if self._enter_wanted and not (self._is_final or self._late):
            return
        if self._ahead and results.hits:
            self._step(results)
        if self._enter_wanted and not (self._ahead and results.more and not self._late):
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
        results = self._results
        if results and self._is_current and results.asked == self._asked and results.more:
            self._ask(results.more)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the chosen hit."""
        event.stop()
        self.action_enter()

    def action_enter(self) -> None:
        """Stay at the chosen hit, or at the best one as soon as it is known."""
        self._notice()
        query = self.query_one(Input).value
        if self.display and self._asked is None and query.strip():
            self._ask(Asked(query))
        if self._asked is None or not self.display:
            self.post_message(Settled())
            return
        results = self._results
        if results and self._is_current and results.hits and not self._ahead:
            self._enter(results)
            return
        self._enter_wanted = True
        self._go_ahead()

    def action_exact(self) -> None:
        """Search for what was typed to the letter, where it was corrected; again, corrected."""
        self._notice()
        results = self._results
        if results and self._is_current and (results.corrected or results.asked.literally):
            self._ask(Asked(results.asked.query, literally=not results.asked.literally))

    def action_group(self) -> None:
        """Let hits stand under their article, or in one ranking."""
        self._grouped = not self._grouped
        self.post_message(self.Grouped(self._grouped))
        if self._results:
            self._results.group(self._grouped)
        if self._results and self._is_current:
            self._list.show(self._results.hits, self._results.chosen, grouped=self._grouped, stay=True)

    def on_hit_list_clicked(self, event: HitList.Clicked) -> None:
        """Stay at the hit that was clicked, if it answers what is asked."""
        event.stop()
        if self._results and self._is_current:
            self._results.chosen = event.hit
            self._list.choose(event.hit)
            self._enter(self._results)

    def on_hit_list_ended(self, event: HitList.Ended) -> None:
        """Ask for more at the end of the list."""
        event.stop()
        self._more()

    # Going on through the hits while reading -----------------------------------------------------

    def walk(self, by: int) -> None:
        """Choose the next hit while reading, or (negative) the previous; after the last, the first."""
        results = self._results
        if results is None or not results.hits:
            return
        if by > 0 and results.chosen == len(results.hits) - 1 and results.more:
            self._walking, self._asked, self._ahead = True, results.asked, by
            self._more()
            return
        results.chosen = (results.chosen + by) % len(results.hits)
        self._list.choose(results.chosen)
        self.post_message(self.Walked(results.hits[results.chosen], results.place))

    def hits_beside(self, hit: Hit) -> list[Hit]:
        """The other hits in the article of this one."""
        hits = self._results.hits if self._results else ()
        return [other for other in hits if other.article == hit.article and other is not hit]

    # What is said --------------------------------------------------------------------------------

    def _say_all(self) -> None:
        results = self._results
        if results is None or not self._is_current:
            if self._late:
                self._say("searching…", "")
            return
        late = self._late and not results.final
        self._say(f"{results.count}…" if late and results.hits else results.count, results.remark)

    def _say(self, count: str, remark: str) -> None:
        self.query_one("#search-count", Static).update(Content(count))
        self.query_one("#search-remark", Static).update(Content(remark))
