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
from tui.hit_list import HitList
from tui.hits_panel import HitsPanel
from tui.prompt import Prompt, Settled
from tui.results import Asked, Results, Searched, is_enough

if TYPE_CHECKING:
    from collections.abc import Sequence


class SearchPanel(HitsPanel):
    """Lies over the lower part of the page while it is used; keeps its results when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in SEARCHING]

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
        self._left_at = 0

    def compose(self) -> ComposeResult:
        """The prompt with its count, the remark, and the list."""
        with Horizontal(id="search-line"):
            yield Static("s", id="search-sign")
            yield Prompt(id="search-input")
            yield Static(id="search-count")
        yield Static(id="search-remark")
        yield HitList(id="hits")

    # Opening and closing -------------------------------------------------------------------------

    def open(self, library: Searched, *, grouped: bool) -> None:
        """Take the keys for a new search, and show what can be typed."""
        self.library, self._language, self.grouped = library, library.language(), grouped
        self._appear("")
        self.asked = None
        self.want_nothing()
        self.hit_list.explain(self._language)
        self._say("in the library", "")

    def reopen(self) -> bool:
        """Take the keys with the last results as they were left; tells whether there are any."""
        results = self.results
        if results is None or self.library is None:
            return False
        self._appear(results.asked.query)
        self.want_nothing()
        self.hit_list.show(results.hits, results.chosen, grouped=self.grouped, top=self._left_at)
        self.preview()
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
        self._left_at = self.hit_list.top
        self._stop()
        self.display = False

    def _stop(self) -> None:
        self.stop_asking()
        self.want_nothing()

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
        self.want_nothing()
        if is_enough(query):
            self.ask(Asked(query))
            return
        self._stop()
        if self.asked is not None:
            self.asked = None
            self.hit_list.explain(self._language)
            self.post_message(self.Previewed(None))
        self._say("type on" if query.strip() else "in the library", "")

    def news(self) -> None:
        """Say how it stands, and do what the reader wanted meanwhile."""
        if self.late and not self.is_current:
            self.hit_list.show_old()
        self._say_all()
        self.go_ahead()

    def failed(self, fault: BaseException) -> None:
        """Say that the search failed, in the place of its hits; the screen says why."""
        self._stop()
        self.hit_list.explain(())
        self._say("the search failed", "")
        self.post_message(self.Failed(fault))

    # Choosing ------------------------------------------------------------------------------------

    def action_choose(self, by: int) -> None:
        """Choose another hit; beyond the last one, ask for more."""
        self._notice()
        if self.asked is None:
            return
        self.choose(by)

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
        self.enter()

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
            self.hit_list.show(self.results.hits, self.results.chosen, grouped=self.grouped, stay=True)

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
