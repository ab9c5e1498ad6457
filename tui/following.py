"""Following links: the part of the reader that goes where the words of an article lead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from corpus.errors import PinciteError
from corpus.leads import Lead, all_leads, lead_at, lead_beside, leads_in, leads_of, words_of
from corpus.targets import Mail, Nowhere
from tui import cells
from tui.article import OpenArticle
from tui.first_frame import FirstScreen
from tui.foot_line import joined
from tui.going_out import OutwardScreen
from tui.page import Page

if TYPE_CHECKING:
    from corpus.links.fragment import Aim
    from tui.leading import Destination, Known, Outside

_WORDS: Final = 60
"""Cells that the words of a link take where something is said of them."""


class FollowingScreen(OutwardScreen):
    """Enter follows a link; where a paragraph has several, one of them is chosen first."""

    lead: Lead | None = None
    """The link or the picture that is chosen, and that Enter follows."""

    def show(self, article: OpenArticle, begun: FirstScreen | None = None) -> None:
        """Show an article; a link of another one is not followed in it."""
        self.lead = None
        super().show(article, begun)

    def complete(self, article: OpenArticle) -> None:
        """Show more of an article than there was; a link that is chosen stays so, and what is moved."""
        lead, moved = self.lead, self.page.sideways
        super().complete(article)
        self.page.sideways = moved
        if lead is not None and lead in leads_in(self.article.document, lead.start, lead.end):
            self.lead = lead
            self.page.show_lead((lead.start, lead.end))

    # Choosing ------------------------------------------------------------------------------------

    def action_follow(self) -> None:
        """Follow the chosen link, or the only one of the paragraph; else choose the first that is near."""
        if self.lead is not None:
            self._follow(self.lead)
            return
        document, cursor = self.article.document, self.page.cursor
        here = leads_of(document, document.block_near(cursor))
        if len(here) == 1 and self.page.shows(here[0].start):
            self._follow(here[0])
            return
        in_view = [lead for lead in here if self.page.shows(lead.start)] or self._leads_in_view(cursor)
        if in_view:
            self._choose_lead(in_view[0])
        else:
            self.foot.receipt("No link is in view: Enter follows one, and < comes back.")

    def _leads_in_view(self, cursor: int) -> list[Lead]:
        top, bottom = self.page.in_view
        leads = [lead for lead in leads_in(self.article.document, top, bottom) if lead.start >= top]
        return [lead for lead in leads if lead.start >= cursor] or leads

    def _choose_lead(self, lead: Lead) -> None:
        """Show what is chosen, and where it leads."""
        self.choose(None)
        self.lead = lead
        self.page.reveal(lead.start)
        self.page.show_lead((lead.start, lead.end))
        from tui.leading import told  # not above: many a reading follows no link

        destination = self._destination(lead)
        where = told(destination, self.article.document)
        if isinstance(destination, Nowhere):
            self.foot.receipt(joined([where, "Tab next", "Esc stays"]))
        else:
            self.foot.receipt(joined([f"→ {where}", "Enter follows", "Tab next", "Esc stays"]))

    def leave_lead(self) -> bool:
        """Choose no link any more; tells whether one was chosen."""
        if self.lead is None:
            return False
        self.lead = None
        self.page.show_lead(None)
        self.foot.settle()
        return True

    def _step_lead(self, by: int) -> None:
        assert self.lead is not None
        beside = lead_beside(self.article.document, self.lead, by)
        if beside is None:
            self.foot.receipt(f"This is the {'last' if by > 0 else 'first'} link.")
        else:
            self._choose_lead(beside)

    def action_switch_pane(self) -> None:
        """Between outline and page; while a link is chosen, the next one."""
        if self.lead is not None:
            self._step_lead(1)
        else:
            super().action_switch_pane()

    def action_lead(self, by: int) -> None:
        """The next link, or the one before it; without one, the first that is near."""
        if self.lead is not None:
            self._step_lead(by)
        elif leads := self._leads_in_view(self.page.cursor):
            self._choose_lead(leads[0] if by > 0 else leads[-1])

    def action_leads(self) -> None:
        """List all links of the article, and choose one of them."""
        from tui.lead_list import MOST, LeadList  # not above: many a reading follows no link

        document, cursor = self.article.document, self.page.cursor
        leads = list(all_leads(document, MOST))
        if not leads:
            self.foot.receipt("There are no links in this article.")
            return
        near = next((at for at, lead in enumerate(leads) if lead.start >= cursor), len(leads) - 1)

        def chosen(number: str | None) -> None:
            if number is not None:
                self.trail.leave(self.here())
                self.page.go(leads[int(number)].start, keep_if_visible=True)
                self._choose_lead(leads[int(number)])

        self.app.push_screen(LeadList(document, leads, near), chosen)

    def action_line(self, by: int) -> None:
        """A line on or back; while a link is chosen, the next one or the one before."""
        if self.lead is not None:
            self._step_lead(by)
        else:
            super().action_line(by)

    def on_page_moved(self, _event: Page.Moved) -> None:
        """Leave a link that is not in view any more: what Enter follows is to be seen."""
        if self.lead is not None and not self.page.shows(self.lead.start):
            self.leave_lead()

    def on_mouse_chooser_pressed(self, event: Page.Pressed) -> None:
        """A click on a link chooses it, another one follows it."""
        document = self.article.document
        lead = lead_at(document, event.offset)
        if lead is not None and lead == self.lead:
            self._follow(lead)
        elif lead is not None and event.times == 1:
            self._choose_lead(lead)
        else:
            self.leave_lead()
            return
        event.prevent_default()

    # Following -----------------------------------------------------------------------------------

    def _destination(self, lead: Lead) -> Destination:
        from tui.leading import destination_of  # not above: many a reading follows no link

        try:
            return destination_of(lead, self.article, self.services.library, self.services.home.data)
        except PinciteError as fault:
            return Nowhere(str(fault))

    def _follow(self, lead: Lead) -> None:
        """Go where it leads; outside, ask first."""
        from corpus.links.fragment import Aim  # see above
        from tui.leading import Beside, Known, Outside, PictureFile, PictureInside

        self.leave_lead()
        destination = self._destination(lead)
        words = cells.cut_at_word(words_of(self.article.document, lead), _WORDS)
        if isinstance(destination, Aim):
            self._jump_inside(destination)
        elif isinstance(destination, Known):
            self._go_to_known(destination, words)
        elif isinstance(destination, Outside):
            self._look_for_address(destination, words, lead)
        elif isinstance(destination, Mail):
            self.ask_to_copy(destination)
        elif isinstance(destination, PictureFile | PictureInside):
            self.ask_to_show(destination, words)
        elif isinstance(destination, Beside):
            self.ask_to_read(destination, words)
        elif isinstance(destination, Nowhere):
            self.foot.receipt(destination.sentence)

    def _jump_inside(self, place: Aim) -> None:
        from tui.leading import told  # see above

        self.jump(place.offset)
        if place.words:
            self.mark_places((place.words,))
        self.foot.receipt(joined([told(place, self.article.document), "< goes back"]))

    def _go_to_known(self, known: Known, words: str) -> None:
        from corpus.links.fragment import Aim
        from tui.arriving import at_known  # see above
        from tui.leading import place_called

        if known.article.id == self.article.id:
            self._jump_inside(place_called(self.article.document, known.anchor) or Aim(0))
        else:
            self.go_when_found(partial(at_known, known, self.services, words))

    def _look_for_address(self, outside: Outside, words: str, lead: Lead) -> None:
        """Read an address where the library has it; else show all of it, and ask."""
        if lead.is_picture:
            self.ask_to_open(outside, words, "picture")
            return
        from tui.arriving import at_address  # see above

        look = partial(at_address, outside.web, self.services, words)
        self.go_when_found(look, partial(self.ask_to_open, outside, words, "link"))
