"""Asking the library as one types: the newest question counts, and every answer is better than the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState, get_current_worker

from tui.results import Asked, Results, Searched

if TYPE_CHECKING:
    from corpus.search.answer import Answer

_PATIENCE: Final = 0.5
"""Seconds after which it is said that a search goes on."""


class AskingPanel(Vertical):
    """Asks, and keeps the results; what is shown of them is up to who inherits from it."""

    @dataclass
    class Answered(Message, bubble=False):
        """A worker found a better answer; or, without one, that there is none better."""

        asked: Asked
        answer: Answer | None
        articles: int = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.library: Searched | None = None
        self.grouped = True
        self.asked: Asked | None = None
        """What the library is being asked, or was last."""
        self.results: Results | None = None
        """What is shown: while an answer is awaited, what the question before gave."""
        self.late = False
        """Whether an answer has been awaited for so long that it is to be said."""
        self._held_back: Answer | None = None
        self._timer: Timer | None = None

    # What those who inherit do -------------------------------------------------------------------

    def show_results(self, results: Results, *, again: bool) -> None:
        """Show results that are new; `again` tells that they are more of what was shown already."""

    def news(self) -> None:
        """Say how it stands: an answer came, or has been awaited for long."""

    def failed(self, fault: BaseException) -> None:
        """Say that nothing can be shown."""

    # Asking --------------------------------------------------------------------------------------

    @property
    def is_current(self) -> bool:
        """Whether the results answer what is asked."""
        return self.results is not None and self.results.asked.asks_as(self.asked)

    @property
    def is_final(self) -> bool:
        """Whether nothing better is to be expected."""
        return self.results is not None and self.results.final and self.results.asked == self.asked

    def ask(self, asked: Asked) -> None:
        """Ask the library, and nothing else any more."""
        self.asked, self.late = asked, False
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._wait_no_longer)
        self._search(asked)

    def stop_asking(self) -> None:
        """Await no answer any more."""
        self.workers.cancel_node(self)
        if self._timer:
            self._timer.stop()

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, asked: Asked) -> None:
        worker = get_current_worker()
        if self.library is None:
            return
        for answer in self.library.answers(asked, lambda: worker.is_cancelled):
            if worker.is_cancelled:
                return
            self.post_message(self.Answered(asked, answer))
        if not worker.is_cancelled:
            self.post_message(self.Answered(asked, None, self.library.count()))

    def _wait_no_longer(self) -> None:
        if not self.is_final:
            self.late = True
            self.news()

    def on_asking_panel_answered(self, event: Answered) -> None:
        """Show a better answer, unless something else is asked by now."""
        event.stop()
        if event.asked != self.asked:
            return
        if event.answer is not None:
            self._take(event.asked, event.answer)
        elif self.results is not None and self.is_current:
            self._finish(self.results, event)
        self.news()

    def _take(self, asked: Asked, answer: Answer) -> None:
        results, again = self.results, self.is_current
        self._held_back = None
        if results is None or not again:
            results = self.results = Results(asked, grouped=self.grouped)
        elif len(answer.hits) < len(results.hits):
            self._held_back = answer  # what is shown is not taken away before it is known to be gone
            return
        results.take(asked, answer)
        self.show_results(results, again=again)

    def _finish(self, results: Results, event: Answered) -> None:
        if self._held_back:
            results.take(event.asked, self._held_back)
            self._held_back = None
            self.show_results(results, again=True)
        results.final, results.articles = True, event.articles
        if self._timer:
            self._timer.stop()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell of a search that failed: nothing of what it found can be trusted."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.results = None
            self.stop_asking()
            self.failed(event.worker.error)
