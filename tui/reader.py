"""The reading screen: the library, finding; keys and wiring, nothing else."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from tui.actions import ACTIONS
from tui.article import OpenArticle
from tui.clipping import NOTE_SIGN
from tui.finding import Finding
from tui.first_frame import HINTS, FirstScreen
from tui.following import FollowingScreen
from tui.foot import Foot
from tui.opening import from_library
from tui.outline_pane import OutlinePane
from tui.prompt import Settled
from tui.reading import FILTER_SIGN
from tui.services import Services
from tui.sheets import Choices, HelpSheet, LibrarySheet, articles_offered
from tui.trail import Stop

if TYPE_CHECKING:
    from tui.traced import Arrival, Traced


class Reader(FollowingScreen):
    """Everything a key can do while reading."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in ACTIONS]

    def __init__(
        self,
        services: Services,
        article: OpenArticle,
        first_screen: FirstScreen | None = None,
        found: Traced | Arrival | None = None,
    ) -> None:
        """Read an article, from a screen that was painted before this one, if there was one.

        `found` is what a reference led to: it is shown in the article, or chosen from.
        """
        super().__init__(services, article)
        self._first_screen = first_screen
        self._begun: Stop | None = None
        self._to_show = found

    def on_mount(self) -> None:
        """Show the article, then keep it in the library."""
        self.page.measure = self.services.settings.measure
        self.set_class(not self.services.settings.outline, "no-outline")
        self.divide(self.app.size.width)  # now, or the first frame is divided otherwise
        begun, self._first_screen = self._first_screen, None
        self.show(self.article, begun)
        self.page.focus()
        told = self.services.warnings if begun and begun.answered else ()
        self.services.library  # noqa: B018 - opened now, because that may be a warning
        warnings = self.services.warnings[len(told) :]
        if warnings:
            # On one line, as before Textual was there.
            self.foot.receipt(" ".join(warnings), most=1)
        elif not told and not self.services.settings.hints_shown:
            self.foot.hint(HINTS)
            self.services.change(hints_shown=True)
        elif not told and self.article.hint:
            self.foot.hint(self.article.hint)
        if begun:
            # At once, not when the page says so: until then a frame without it would be shown.
            self.follow(begun.view.cursor, begun.view.top, begun.view.bottom)
        self.read_on()
        if self._to_show:
            self.begin_with(self._to_show, moved=bool(begun and begun.answered))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what failed behind the scenes, and log it: reading goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.foot.receipt(self.services.note_failure(event.worker.error))

    def on_key(self, _event: events.Key) -> None:
        """A key after a receipt takes it back."""
        self.foot.settle()

    def action_library(self) -> None:
        """Show the library, and open what is chosen."""
        library = self.services.library
        if library is None:
            self.foot.receipt("There is no library: “pincite doctor” says why.")
            return
        self.keep_place()
        self.wait_for(
            partial(articles_offered, library),
            self._offer,
            meanwhile="Listing the library…",
            stopped="The library was not listed.",
        )

    def _offer(self, articles: Choices) -> None:
        self.app.push_screen(LibrarySheet(articles, str(self.article.id)), self._open_from_library)

    def _open_from_library(self, id: str | None) -> None:
        library = self.services.library
        if id is not None and library is not None and int(id) != self.article.id:
            opened = partial(from_library, library, int(id))
            self.wait_for(opened, self._read_instead, meanwhile="Opening it…", stopped="It was not opened.")

    def _read_instead(self, article: OpenArticle) -> None:
        self.trail.leave(self.here())
        self.show(article)
        if article.id is not None:
            self.note_opened(article.id)
        self.read_on()

    def complete(self, article: OpenArticle) -> None:
        """Show all of an article; what is looked for in it is looked for in all of it."""
        beginning, query = self.article, self.finding.query if self.finding else ""
        super().complete(article)
        self.trail.renew(beginning, self.article)
        if self._begun:
            self._begun = self._begun.renewed(beginning, self.article)
        if query:
            self.finding = Finding(self.article.document, query, self.page.cursor)
            self._find(self.finding)

    def describe(self, article: OpenArticle) -> None:
        """Show what is known of the article now; a find goes back to it, too."""
        before = self.article
        super().describe(article)
        if self._begun:
            self._begun = self._begun.renewed(before, self.article)

    # Finding -------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Ask for words to find."""
        super().action_find()
        self._begun = self.here()
        self.foot.ask("/")

    def on_foot_typed(self, event: Foot.Typed) -> None:
        """Find what is typed so far, in the article or in its outline."""
        if event.prompt == FILTER_SIGN and self.filtering:
            self.keep_titles(event.text)
        elif event.prompt == "/" and self._begun:
            self.page.restore(self._begun.bookmark)
            self.finding = Finding(self.article.document, event.text, self.page.cursor)
            self._find(self.finding)

    @work(exclusive=True, group="find")
    async def _find(self, finding: Finding) -> None:
        """Find slice by slice, so that keys are answered between two of them."""
        shown = False
        for _ in finding.run():
            if finding.current and not shown:
                shown = True
                self.page.go(finding.current[0], keep_if_visible=True)
                self._mark()
            await asyncio.sleep(0)
        self._mark()

    def _mark(self) -> None:
        """Show the hits as they are known now."""
        finding = self.finding
        self.page.mark(finding.pattern if finding else None, current=finding.current if finding else None)
        self.show_hits(finding.hits if finding else ())
        self.page.announce()

    def on_foot_answered(self, event: Foot.Answered) -> None:
        """Enter at a prompt: stay at the hit, or go to the place or the section."""
        if event.prompt == FILTER_SIGN:
            self.answer_filter()
            return
        if self.answer_title(event.text):
            return
        self.foot.close()
        self.set_focus(self.page)
        if event.prompt == ":" and self.trace_reference(event.pasted):
            return  # keys wait for where it leads
        self.post_message(Settled())  # it reaches the application after what is done here
        if event.prompt == ":":
            self.go_to_place(event.text)
        elif event.prompt == NOTE_SIGN:
            self.note(event.text)
        elif self._begun and self.finding and self.finding.current:
            self.trail.leave(self._begun)

    def action_hit(self, by: int) -> None:
        """To the next hit, or the previous one: of a search that was entered, or in this article."""
        if self.finding is None and self.walk(by):
            return
        if self.finding is None:
            self.foot.receipt("Nothing was looked for yet: / finds words in this article.")
        elif hit := self.finding.step(by, self.page.cursor):
            self.page.go(hit[0], keep_if_visible=True)
            self._mark()

    def on_outline_pane_chosen(self, event: OutlinePane.Chosen) -> None:
        """Know that a hit that was gone to in the strip is the current one."""
        if self.finding and self.finding.choose(event.offset):
            self._mark()

    # The rest ------------------------------------------------------------------------------------

    def action_cancel(self) -> None:
        """Leave what was begun: a prompt, a search, a choice, the marks of a find."""
        self.page.let_go()
        if self.stop_waiting() or self.leave_lead():
            return
        if self.filtering:
            self.leave_filter()
        elif self.leave_search() or self.answer_title(None):
            return
        elif self.foot.asking:
            looking, noting = self.foot.asking == "/", self.foot.asking == NOTE_SIGN
            self.foot.close()
            self.set_focus(self.page)
            if noting:
                self.note("")
            if self._begun and looking:
                self.finding = None
                self._mark()
                self.return_to(self._begun)
        elif self.leave_outline() or self.take_back():
            return
        elif self.finding and self._begun:
            self.finding = None
            self._mark()
            self.return_to(self._begun)
        elif self.stop_reading():
            return
        else:
            self.page.mark()
            self.show_hits(())
            self.page.select(None)

    def action_interrupt(self) -> None:
        """Say how to leave: in a terminal Ctrl-C means that, elsewhere it means to copy."""
        self.foot.receipt("q quits · y copies")

    def action_help(self) -> None:
        """Show the keys, those of the outline first where the reader is in it."""
        begin_at = "In the outline" if self.outline_pane.has_focus else ""
        self.app.push_screen(HelpSheet(self.services.settings.keys, begin_at))
