"""An article on the screen, and moving in it: the half of the reader that only looks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.events import DescendantFocus, Resize
from textual.screen import Screen

from corpus.find import Span
from corpus.outline import Outline
from corpus.title import byline, shown_title
from tui import copying
from tui.article import OpenArticle
from tui.choosing import Choice
from tui.finding import Finding, shares
from tui.first_frame import FirstScreen
from tui.foot import Foot
from tui.foot_line import joined, place_words
from tui.geometry import LOW, outline_width
from tui.outline_pane import OutlinePane
from tui.page import Page
from tui.prompt import Prompt
from tui.search_panel import SearchPanel
from tui.services import Services
from tui.trail import Stop, Trail

FILTER_SIGN = "outline /"
"""The sign of the prompt for what titles of the outline must hold."""


class Body(Horizontal):
    """Holds outline and page, which cover it: its own cells need no painting."""

    BLANK = True


class Stage(Container):
    """Holds the page and what lies over it, and is covered by them."""

    BLANK = True


class ReadingScreen(Screen[None]):
    """The outline beside the page, a line at the foot, and the search panel when it is called."""

    BLANK = True  # covered by them
    # What is focused even for one frame looks otherwise than what was painted by hand.
    AUTO_FOCUS = "#page"

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__()
        self.services = services
        self.article = article
        self.choice: Choice | None = None
        self.kept: tuple[Choice, ...] = ()
        """Parts that were chosen before, to be quoted together with the choice."""
        self.finding: Finding | None = None
        self.trail = Trail()
        self.outline = Outline()
        """The outline as the reader wants to see it, with what he has made of it."""
        self._end_wanted = False

    def compose(self) -> ComposeResult:
        """The parts of the screen."""
        with Body(id="body"):
            yield OutlinePane(id="outline")
            with Stage(id="stage"):
                yield Page(id="page")
                yield SearchPanel(id="search")
        yield Foot(id="foot")

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one(Page)

    @property
    def outline_pane(self) -> OutlinePane:
        """The outline."""
        return self.query_one(OutlinePane)

    @property
    def foot(self) -> Foot:
        """The line at the foot."""
        return self.query_one(Foot)

    def on_resize(self, event: Resize) -> None:
        """Give the outline the columns that there are for it."""
        self.set_class(event.size.height < LOW, "low")
        self.divide(event.size.width)

    def divide(self, columns: int) -> None:
        """Divide a screen of so many columns between outline and page."""
        width = outline_width(columns)
        self.set_class(width == 0, "small")
        if width == 0 and (self.outline_pane.has_focus or self.filtering):
            self.add_class("asked-outline")
        self.outline_pane.styles.width = width or "100%"

    @property
    def parts(self) -> tuple[Choice, ...]:
        """All that is chosen: the parts that were kept, and the choice."""
        return (*self.kept, self.choice) if self.choice else self.kept

    # The article ---------------------------------------------------------------------------------

    def show(self, article: OpenArticle, begun: FirstScreen | None = None) -> None:
        """Show an article, from the offset that it is to be read from, or as a screen before this did."""
        self.article = article = article.renewed()
        self.choice = self.finding = None
        self.kept = ()
        document = article.document
        self.outline_pane.mark_hits(())
        self.show_outline(begun)
        self.page.show(
            document,
            title=shown_title(document),
            byline=byline(document.metadata),
            offset=article.offset,
            begun=(begun.view, begun.left) if begun else None,
        )
        if begun:
            for bookmark in begun.left_behind:
                self.trail.leave(Stop(article, bookmark))

    def show_outline(self, begun: FirstScreen | None = None) -> None:
        """Show the outline of the article, as a screen before this one did."""
        if begun:
            self.outline, hidden = begun.outline, begun.outline_lines.hidden
        else:
            self.outline, hidden = self._shown_outline()
        length = len(self.article.document.text)
        self.outline_pane.show(self.outline, length, begun, hidden=hidden)

    def renew_outline(self, chosen: int | None = None) -> None:
        """Show the outline as it is now; the entry at that offset is chosen, or where one was before."""
        if chosen is None and (section := self.outline_pane.chosen_section):
            chosen = section.start
        self.outline, hidden = self._shown_outline()
        self.outline_pane.renew(self.outline, chosen, self.page.cursor, hidden=hidden)
        self.page.announce()

    def _shown_outline(self) -> tuple[Outline, int]:
        return self.article.shown_outline(inferred=self.services.settings.inferred)

    def complete(self, article: OpenArticle) -> None:
        """Show all of an article of which the beginning was shown, without moving what is read."""
        stayed = self.page.cursor == 0
        wanted = article.offset
        bookmark = self.page.bookmark()
        self.show(article._replace(offset=0))
        if self._end_wanted:
            self.page.go_to_end()
        elif stayed and wanted:
            self.page.go(wanted)
        else:
            self.page.restore(bookmark)

    def here(self) -> Stop:
        """Where the reader is, to come back to."""
        return Stop(self.article, self.page.bookmark())

    def return_to(self, stop: Stop) -> None:
        """Go back to a place, in whichever article it is."""
        if stop.article.document is not self.article.document:
            self.show(stop.article)
        self.page.restore(stop.bookmark)

    def jump(self, offset: int) -> None:
        """Go to an offset, and note where that was done."""
        self.trail.leave(self.here())
        self.page.go(offset)

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Show where in the whole article these spans stand, which are in reading order: none for none."""
        self.page.mark_scroll_bar(shares(hits, len(self.article.document.text)))
        self.outline_pane.mark_hits(hits)

    # Where one is --------------------------------------------------------------------------------

    def on_page_moved(self, event: Page.Moved) -> None:
        """Let outline and foot follow the page."""
        self.follow(event.cursor, event.top, event.bottom)

    def follow(self, cursor: int, top: int, bottom: int) -> None:
        """Show in outline and foot where the page is: offsets of the cursor and of what is in view."""
        self.outline_pane.follow(cursor)
        found = self.finding.count() if self.finding else ""
        if self.filtering:
            self.foot.status(self.outline_pane.count())
            return
        if self.foot.asking:
            self.foot.status(found)
            return
        place = place_words(
            self.article.document,
            self.outline,
            cursor,
            top,
            bottom,
            columns=self.app.size.width,
            hinting=self.foot.hinting,
        )
        if parts := self.parts:
            said = copying.measured(parts, self.article.outline, self.services.settings.style)
            place[:2] = [said if self.choice else f"kept {said}", ""]
        if progress := self.article.progress or self.services.indexing.progress:
            place[2:] = [place[2], progress]
        self.foot.status(joined([found, *place]))

    # In the outline ------------------------------------------------------------------------------

    @property
    def filtering(self) -> bool:
        """Whether words are being asked for that titles of the outline must hold."""
        return self.foot.asking == FILTER_SIGN

    def leave_filter(self) -> None:
        """Show the whole outline again, as it was, and go on in it."""
        self._close_filter()
        self.outline_pane.resume()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Take a filter back when the keys go elsewhere, and an outline from over the page."""
        # Asked now, not of the event: keys may have moved on since.
        if self.filtering and not isinstance(self.focused, Prompt):
            self._close_filter()
        if event.widget is self.page and self.focused is self.page:
            self.remove_class("asked-outline")

    def _close_filter(self, *, stay: bool = False) -> None:
        self.foot.close()
        self.outline_pane.end_filter(stay=stay)
        self.page.announce()

    def action_outline(self) -> None:
        """Show or hide the outline."""
        if self.has_class("small"):
            self.action_switch_pane()
            return
        self.toggle_class("no-outline")
        if self.has_class("no-outline"):
            self.set_focus(self.page)
        self.services.change(outline=not self.has_class("no-outline"))

    def leave_outline(self) -> bool:
        """Go back from the outline to the page; tells whether one was there."""
        was_there = self.outline_pane.has_focus
        self.remove_class("asked-outline")
        self.set_focus(self.page)
        return was_there

    def action_switch_pane(self) -> None:
        """Between outline and page."""
        if self.filtering:
            self.leave_filter()
            return
        if self.leave_outline():
            return
        self.outline_pane.choose_here()
        if self.has_class("small"):
            self.add_class("asked-outline")
        elif self.has_class("no-outline"):
            self.action_outline()
        self.set_focus(self.outline_pane)
