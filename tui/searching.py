"""Searching the library while reading: hits are previewed, entered, and gone through."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum
from typing import TYPE_CHECKING, Final

from textual import work
from textual.events import DescendantFocus
from textual.worker import Worker, WorkerState, get_current_worker

from corpus import waiting
from corpus.errors import NoSuchPlace, PinciteError
from tui.article import OpenArticle
from tui.hit_places import places
from tui.opening import from_library
from tui.prompt import Settled
from tui.search_panel import SearchPanel
from tui.services import Services
from tui.trail import Stop
from tui.web_page_view import WebPageScreen

if TYPE_CHECKING:
    from corpus.search.answer import Hit

_ABOVE_HIT: Final = 4
"""Rows that are shown before a hit of the library, where there is room."""
_HINTS: Final = "↓ ↑ hits   Enter stays   Esc returns   ^G groups"
_KEPT: Final = 8
"""Articles that are kept open while one looks through the hits."""
_NO_LIBRARY: Final = "There is no library to search: “pincite doctor” says why."


class _Aim(Enum):
    """What a hit is wanted for."""

    LOOK = "look"
    STAY = "stay"
    WALK = "walk"


class SearchingScreen(WebPageScreen):
    """The search panel over the page, and what its hits do there."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._search_left: Stop | None = None
        self._wanted: tuple[Hit, _Aim, str] | None = None
        self._opening = False
        self._opened_for_hits: OrderedDict[int, OpenArticle] = OrderedDict()
        self._walks = False
        self.waits = False
        """Whether another hit was asked for while reading, and keys are for the place where it is."""

    @property
    def search_panel(self) -> SearchPanel:
        """The search panel."""
        return self.query_one(SearchPanel)

    @property
    def searching(self) -> bool:
        """Whether the search panel has the keys."""
        return bool(self.search_panel.display)

    # Beginning and ending ------------------------------------------------------------------------

    def action_search(self) -> None:
        """Search the whole library."""
        if self._may_search():
            self.search_panel.open(self.services, grouped=self.services.settings.grouped)
            self._begin_search()
            self._prepare()

    def action_search_again(self) -> None:
        """Show the results of the last search as they were left."""
        if not self._may_search():
            return
        if self.search_panel.reopen():
            self._begin_search()
        else:
            self.foot.receipt("Nothing was searched for yet: s searches the library.")

    def _may_search(self) -> bool:
        if self.services.library is None:
            self.foot.receipt(_NO_LIBRARY)
            return False
        return not self.searching

    def _begin_search(self) -> None:
        self.foot.close()
        self._search_left = self.here()
        self.finding = None
        self.page.mark()
        self.show_hits(())
        self._keep_open(self.article)
        self.foot.hint(_HINTS)

    @work(thread=True, group="prepare", exit_on_error=False)
    def _prepare(self) -> None:
        """Open what a search needs while the first letters are typed, and let the index catch up."""
        if self.services.is_behind():
            self.app.call_from_thread(self.catch_up)

    def leave_search(self) -> bool:
        """Go back to where the search began; tells whether one was going on."""
        stop = self._search_left
        if not self.searching or stop is None:
            return False
        self._end_search()
        self.page.mark()
        self.show_hits(())
        self.return_to(stop)
        self.post_message(Settled())
        return True

    def _end_search(self) -> None:
        self.search_panel.close()
        self.foot.hint("")
        self._search_left = self._wanted = None
        self._opened_for_hits.clear()
        self.set_focus(self.page)

    def complete(self, article: OpenArticle) -> None:
        """Show all of an article; a search that began in it leads back to all of it."""
        beginning = self.article
        super().complete(article)
        if self._search_left:
            self._search_left = self._search_left.renewed(beginning, self.article)

    def keep_place(self) -> None:
        """Keep where the reader is: who only looks at hits is where the search began."""
        if self.searching and self._search_left:
            self.return_to(self._search_left)
        super().keep_place()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Stay at what is seen, where the reader goes there with the mouse."""
        if self.searching and self.focused in (self.page, self.outline_pane) and event.widget is self.focused:
            focused = self.focused
            self._stay()
            self.set_focus(focused)

    # Hits ----------------------------------------------------------------------------------------

    def on_hits_panel_previewed(self, event: SearchPanel.Previewed) -> None:
        """Show a hit in the page behind the panel."""
        if event.hit is None:
            self._wanted = None
            self.page.mark()
            self.show_hits(())
        elif self.searching and not (self._wanted and self._wanted[1] is _Aim.STAY):
            self._want(event.hit, _Aim.LOOK)

    def on_hits_panel_entered(self, event: SearchPanel.Entered) -> None:
        """Stay at a hit."""
        self._want(event.hit, _Aim.STAY, event.place)

    def on_hits_panel_walked(self, event: SearchPanel.Walked) -> None:
        """Go to another hit of the last search."""
        self._want(event.hit, _Aim.WALK, event.place)

    def on_search_panel_grouped(self, event: SearchPanel.Grouped) -> None:
        """Remember how hits are to be listed."""
        if sentence := self.services.change(grouped=event.grouped):
            self.foot.receipt(sentence)

    def on_search_panel_failed(self, event: SearchPanel.Failed) -> None:
        """Say why a search failed."""
        self.foot.receipt(self.services.note_failure(event.fault))
        self.post_message(Settled())

    def _want(self, hit: Hit, aim: _Aim, place: str = "") -> None:
        self._wanted = hit, aim, place
        id = int(hit.article)
        article = self.article if self.article.id == id else self._opened_for_hits.get(id)
        if article is not None:
            self._arrive(article)
        elif not self._opening:
            self._opening = True
            self._open_for_hit(id)

    @work(thread=True, group="preview", exit_on_error=False)
    def _open_for_hit(self, id: int) -> None:
        """Open an article while keys are answered: one at a time, the one that is wanted next."""
        library = self.services.library
        article, fault = None, None
        worker = get_current_worker()
        with waiting.while_wanted(lambda: self._wants(id) and not worker.is_cancelled):
            try:
                article = from_library(library, id) if library else None
            except PinciteError as error:
                fault = error
        self.app.call_from_thread(self._opened, article, fault)

    def _wants(self, id: int) -> bool:
        return self._wanted is not None and int(self._wanted[0].article) == id

    def _opened(self, article: OpenArticle | None, fault: PinciteError | None) -> None:
        self._opening = False
        if article is not None:
            self._keep_open(article)
        if self._wanted is None:
            return
        hit, aim, place = self._wanted
        if article is not None and article.id == int(hit.article):
            self._arrive(article)
        elif fault is None:
            self._want(hit, aim, place)
        else:
            self._wanted = None
            gone = isinstance(fault, NoSuchPlace)
            self.foot.receipt("This article is not in the library any more." if gone else str(fault))
            self.post_message(Settled())

    def _keep_open(self, article: OpenArticle) -> None:
        if article.id is not None:
            self._opened_for_hits[article.id] = article
            self._opened_for_hits.move_to_end(article.id)
            while len(self._opened_for_hits) > _KEPT:
                self._opened_for_hits.popitem(last=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take keys again after an article could not be opened; what failed is told elsewhere."""
        if event.worker.group == "preview" and event.state is WorkerState.ERROR:
            self._opening, self._wanted = False, None
            self.post_message(Settled())

    def _arrive(self, article: OpenArticle) -> None:
        """Show the hit that is wanted, in its article."""
        if self._wanted is None:
            return
        (hit, aim, place), self._wanted = self._wanted, None
        spans = places(article.document, hit)
        start = spans[0][0] if spans else min(hit.start, len(article.document.text))
        covered = self.search_panel.size.height if self.searching else 0
        if aim is _Aim.STAY:
            covered = 0
        above = min(_ABOVE_HIT, max(0, self.page.size.height - covered) // 4)
        if article.document is not self.article.document:
            self.show(article._replace(offset=start))
            self.page.go(start, above=above)
        else:
            self.page.go(start, keep_if_visible=True, covered=covered)
        self._mark_hit(hit, spans)
        if aim is _Aim.STAY:
            self._stay()
            self.foot.receipt(f"{place} · n N go on through the hits, S shows them again")
        elif aim is _Aim.WALK:
            self.read_on()
            self.foot.receipt(f"{place} · {hit.title}")
        if spans is None:
            self.foot.receipt("The file has changed: these words are not in it any more.")
        if aim is not _Aim.LOOK:
            self.post_message(Settled())

    def _mark_hit(self, hit: Hit, spans: tuple[tuple[int, int], ...] | None) -> None:
        """Mark the words of a hit, and more softly those of the others in its article."""
        beside = self.search_panel.hits_beside(hit) if spans == hit.marks else ()
        hits = [*(other.marks for other in beside), spans or ()]
        self.page.mark(spans=[span for marks in hits for span in marks], current=spans[0] if spans else None)
        # A hit of several words is one.
        self.show_hits(sorted({marks[0] for marks in hits if marks}))

    def _stay(self) -> None:
        """Read on where the search led."""
        left = self._search_left
        self._end_search()
        if left:
            self.trail.leave(left)
        self._walks = True
        self.read_on()

    # Going on through the hits -------------------------------------------------------------------

    def action_find(self) -> None:
        """From now on, n and N are for what is found in the article."""
        self._walks = False

    def walk(self, by: int) -> bool:
        """To the next hit of the search, or the previous; tells whether one was entered."""
        if self._walks:
            self.waits = self.search_panel.walk(by)
        return self._walks

    def wait_no_longer(self) -> None:
        """Let keys be for where the reader is, whatever was asked for."""
        self.waits, self._wanted = False, None

    def on_settled(self) -> None:
        """Know that what was asked for is done; the application, which hears it next, lets keys go on."""
        self.waits = False
