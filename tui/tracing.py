"""Going where a pasted citation, link or quotation leads: the part of the reader that leads back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import work

from tui import going
from tui.outlining import OutliningScreen
from tui.prompt import Settled

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.article import OpenArticle
    from tui.services import Services
    from tui.traced import Arrival, Traced

_PATIENCE: Final = 0.5
"""Seconds after which it is said that it is being looked."""
_MARKED: Final = 4_000
"""Characters of a place that are marked: of one that is longer, such as a page, its beginning says enough."""


class TracingScreen(OutliningScreen):
    """A reference is looked up behind the page; keys wait for where it leads."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._looked_up: object = None
        """Stands for what is being looked up: an answer to anything else comes too late."""
        self._patience: Timer | None = None

    def trace_reference(self, reference: str) -> bool:
        """Go where a reference leads; tells whether these words are one, and not a place that was typed."""
        if going.is_place(reference):
            return False
        from tui.traced import look_up  # not above: most readings look nothing up

        self.go_when_found(partial(look_up, reference, self.services, self.article))
        return True

    def go_when_found(
        self, look: Callable[[], Traced | Arrival | None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Look something up behind the page, and go there; where it is nothing, do what is to be done."""
        self._looked_up, self.waits = object(), True
        self._patience = self.set_timer(_PATIENCE, self._say_that_it_goes_on)
        self._look(self._looked_up, look, otherwise)

    def _say_that_it_goes_on(self) -> None:
        self.foot.receipt("Looking where it leads… · Esc stops that")

    @work(thread=True, group="trace", exit_on_error=False)
    def _look(
        self,
        asked: object,
        look: Callable[[], Traced | Arrival | None],
        otherwise: Callable[[], None] | None,
    ) -> None:
        found: Traced | Arrival | Exception | None
        try:
            found = look()
        except Exception as fault:
            found = fault
        self.app.call_from_thread(self._found, asked, found, otherwise)

    def stop_looking(self) -> bool:
        """Look no further; tells whether that was being done."""
        if self._looked_up is None:
            return False
        self._end_looking()
        self.foot.receipt("Not looked for any longer.")
        return True

    def wait_no_longer(self) -> None:
        """Let keys be for where the reader is, whatever was asked for."""
        super().wait_no_longer()
        if self._patience:
            self._patience.stop()

    def _end_looking(self) -> None:
        self._looked_up, self.waits = None, False
        if self._patience:
            self._patience.stop()

    def _found(
        self,
        asked: object,
        found: Traced | Arrival | Exception | None,
        otherwise: Callable[[], None] | None,
    ) -> None:
        """Go there, let one of several places be chosen, or say why there is none."""
        if asked is not self._looked_up:
            return
        awaited = self.waits
        self._end_looking()
        if not awaited:
            return  # it must not lead away any more from where one reads
        self.foot.settle()
        if isinstance(found, Exception):
            self.foot.receipt(self.services.note_failure(found))
        elif found is not None:
            self.show_found(found)
        elif otherwise is not None:
            otherwise()
        self.post_message(Settled())

    def show_found(self, found: Traced | Arrival) -> None:
        """Go there, let one of several places be chosen, or say that there is none."""
        from tui.traced import Arrival  # see `trace_reference`

        if isinstance(found, Arrival):
            self._go_to(found)
        elif found.offers:
            self._let_choose(found)
        else:
            self.foot.receipt(found.sentence)

    def begin_with(self, found: Traced | Arrival, *, moved: bool) -> None:
        """Show what a reference led to before the reader was there; `moved` tells that one went on since."""
        from tui.traced import Arrival  # see `trace_reference`

        if not isinstance(found, Arrival):
            self._let_choose(found._replace(here=self.article))
            return
        self.mark_places(found.spans)
        if not moved and not self.services.warnings:
            self.foot.receipt(found.said, most=1)

    def _let_choose(self, traced: Traced) -> None:
        from tui.destination_choice import DestinationChoice  # see `trace_reference`
        from tui.traced import arrive

        def go(number: str | None) -> None:
            if number is not None:
                self.go_when_found(partial(arrive, traced, traced.offers[int(number)], self.services))

        self.app.push_screen(DestinationChoice(traced), go)

    def _go_to(self, arrival: Arrival) -> None:
        """Go to where something leads, with a way back, and say so."""
        article = arrival.article
        spans = arrival.spans or (((article.offset, article.offset),) if article is not self.article else ())
        if spans:
            self._show_clip(article, list(spans))
            self.mark_places(arrival.spans)
        self.foot.receipt(arrival.said)

    def mark_places(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Show these words as what was looked for."""
        self.page.mark(spans=[span for span in spans if span[0] < span[1] <= span[0] + _MARKED])
