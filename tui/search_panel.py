"""Searching the library as one types: a prompt, and the hits under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from tui.hit_list import HitList
from tui.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.search.answer import Answer, Hit


class SearchPanel(Vertical):
    """Lies over the lower part of the page while it is used."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose(1)", "next hit", id="search.next", show=False),
        Binding("up", "choose(-1)", "previous hit", id="search.previous", show=False),
        Binding("pagedown", "choose(5)", "five hits on", id="search.page_down", show=False),
        Binding("pageup", "choose(-5)", "five hits back", id="search.page_up", show=False),
    ]

    @dataclass
    class Previewed(Message):
        """A hit is to be seen in the page, without leaving for it."""

        hit: Hit

    @dataclass
    class Entered(Message):
        """The reader stays at a hit."""

        hit: Hit

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._find: Callable[[str, Callable[[], bool]], Answer] | None = None

    def compose(self) -> ComposeResult:
        """The prompt and the list."""
        with Horizontal(id="search-line"):
            yield Static("s", id="search-sign")
            yield Prompt(id="search-input")
            yield Static(id="search-count")
        yield HitList(id="hits")

    def open(self, find: Callable[[str, Callable[[], bool]], Answer]) -> None:
        """Take the keys; `find` answers a query, and is told by its second argument when to give up."""
        self._find = find
        self.display = True
        field = self.query_one(Input)
        field.value = ""
        self.screen.set_focus(field)
        self._say("in the library")

    def close(self) -> None:
        """Go out of the way."""
        self.workers.cancel_node(self)
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed so far."""
        event.stop()
        if event.value.strip():
            self._search(event.value)
        else:
            self.workers.cancel_node(self)
            self.query_one(HitList).show(())
            self._say("in the library")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the chosen hit."""
        event.stop()
        hit = self.query_one(HitList).chosen
        if hit is not None:
            self.post_message(self.Entered(hit))

    def on_hit_list_chosen(self, event: HitList.Chosen) -> None:
        """Preview the hit."""
        event.stop()
        self.post_message(self.Previewed(event.hit))

    def on_hit_list_entered(self, event: HitList.Entered) -> None:
        """Stay at the hit that was clicked."""
        event.stop()
        self.post_message(self.Entered(event.hit))

    def action_choose(self, by: int) -> None:
        """Choose another hit."""
        self.query_one(HitList).choose(by)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, query: str) -> None:
        worker = get_current_worker()
        if self._find is None:
            return
        answer = self._find(query, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, query, answer)

    def _show(self, query: str, answer: Answer) -> None:
        # A newer query may have been typed while this one was on its way here.
        if not self.display or self.query_one(Input).value != query:
            return
        hits = self.query_one(HitList)
        hits.show(answer.hits)
        count = f"{len(answer.hits)} hit{'' if len(answer.hits) == 1 else 's'}"
        if not answer.hits:
            count = "no match in the library"
        self._say(" · ".join((*answer.notes, count)))
        if hits.chosen is not None:
            self.post_message(self.Previewed(hits.chosen))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a search failed, in the place of its hits; the screen says why."""
        if event.state is WorkerState.ERROR:
            self.query_one(HitList).show(())
            self._say("the search failed")

    def _say(self, words: str) -> None:
        self.query_one("#search-count", Static).update(Content(words))
