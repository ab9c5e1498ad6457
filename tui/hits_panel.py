"""Going through the hits of a search: what is wanted before there is an answer is done once there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.asking import AskingPanel
from tui.hit_list import HitList
from tui.prompt import Settled
from tui.results import Results

if TYPE_CHECKING:
    from corpus.search.answer import Hit


class HitsPanel(AskingPanel):
    """Chooses among the hits that are listed, and among those of the last search while one reads."""

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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ahead = 0
        """Hits that the reader goes on by as soon as they are there."""
        self._enter_wanted = self._walking = False
        self._previewed: Hit | None = None

    @property
    def hit_list(self) -> HitList:
        """The list of the hits."""
        return self.query_one(HitList)

    def want_nothing(self) -> None:
        """Forget what the reader wanted of hits that are not there yet."""
        self._ahead, self._enter_wanted, self._walking = 0, False, False

    def show_results(self, results: Results, *, again: bool) -> None:
        """Show results that are new: the hit that is chosen stays where it is, once the reader moved."""
        moved = results.chosen > 0 or self.hit_list.top > 0
        if self.display or self._walking:
            self.hit_list.show(results.hits, results.chosen, grouped=self.grouped, stay=again and moved)
        if (results.hit != self._previewed or not again) and not self._ahead and not self._enter_wanted:
            self.preview()

    def preview(self) -> None:
        """Let the chosen hit be seen behind the panel."""
        if self.display:
            self._previewed = self.results.hit if self.results else None
            self.post_message(self.Previewed(self._previewed))

    # Choosing ------------------------------------------------------------------------------------

    def choose(self, by: int) -> None:
        """Choose another hit, now or when it is there; beyond the last one, ask for more."""
        self._ahead += by
        self.go_ahead()

    def enter(self) -> None:
        """Stay at the chosen hit, or at the best one as soon as it is known."""
        results = self.results
        if results and self.is_current and results.hits and not self._ahead:
            self._enter(results)
            return
        self._enter_wanted = True
        self.go_ahead()

    def go_ahead(self) -> None:
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
            self.hit_list.choose(results.chosen)
            self.preview()

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

    def on_hit_list_clicked(self, event: HitList.Clicked) -> None:
        """Stay at the hit that was clicked, if it answers what is asked."""
        event.stop()
        if self.results and self.is_current:
            self.results.chosen = event.hit
            self.hit_list.choose(event.hit)
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
        self.hit_list.choose(results.chosen)
        self.post_message(self.Walked(results.hits[results.chosen], results.place))
        return True

    def hits_beside(self, hit: Hit) -> tuple[Hit, ...]:
        """The other hits in the article of this one."""
        hits = self.results.hits if self.results else ()
        return tuple(other for other in hits if other.article == hit.article and other is not hit)
