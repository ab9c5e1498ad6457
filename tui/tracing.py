"""Going where a pasted citation, link or quotation leads: the part of the reader that leads back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from tui import going
from tui.outlining import OutliningScreen

if TYPE_CHECKING:
    from tui.traced import Arrival, Traced

_MARKED: Final = 4_000
"""Characters of a place that are marked: of one that is longer, such as a page, its beginning says enough."""


class TracingScreen(OutliningScreen):
    """A reference is looked up behind the page; keys wait for where it leads."""

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

        def then(found: Traced | Arrival | None) -> None:
            if found is not None:
                self.show_found(found)
            elif otherwise is not None:
                otherwise()

        self.wait_for(look, then, meanwhile="Looking where it leads…", stopped="Not looked for any longer.")

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
