"""Through the outline: where its entries and its strip lead, what is hidden of it, and its filter."""

from __future__ import annotations

from tui.foot import Foot
from tui.moving import MovingScreen
from tui.outline_pane import OutlinePane
from tui.outline_reasons import said_of_entry, said_of_inferred
from tui.prompt import Settled
from tui.reading import FILTER_SIGN


class OutlineScreen(MovingScreen):
    """Does what the outline asks for, and asks for words that its titles must hold."""

    def action_inferred(self) -> None:
        """Show or hide the entries that the author did not write, from now on."""
        shown = not self.services.settings.inferred
        failed = self.services.change(inferred=shown)
        self.renew_outline()
        count = self.article.shown_outline(inferred=False)[1]
        self.foot.receipt(failed or said_of_inferred(shown, count))

    async def on_outline_pane_asked(self, event: OutlinePane.Asked) -> None:
        """Say why an entry stands there; asked again, or where there is none, show the keys."""
        said = said_of_entry(self.article.document, event.section) if event.section else ""
        if said and self.foot.taken_back != said:
            self.foot.receipt(said)
        else:
            await self.run_action("help")

    def on_outline_pane_chosen(self, event: OutlinePane.Chosen) -> None:
        """Go to a section, or to a hit in the strip."""
        self._go_from_outline(event.offset)

    def on_outline_pane_pointed(self, event: OutlinePane.Pointed) -> None:
        """Go to the paragraph that stands there."""
        self._go_from_outline(self.article.document.block_near(event.offset).start)

    def _go_from_outline(self, offset: int) -> None:
        if self.filtering:
            self._close_filter(stay=True)
        self.jump(offset)
        self.leave_outline()
        self.post_message(Settled())

    # The filter ----------------------------------------------------------------------------------

    def action_filter_outline(self) -> None:
        """Ask for the words that titles must hold."""
        if not len(self.outline):
            self.foot.receipt("This article has no outline.")
            return
        self.outline_pane.begin_filter()
        self.foot.ask(FILTER_SIGN, steps=True)
        self.foot.status("")

    def on_foot_stepped(self, event: Foot.Stepped) -> None:
        """Choose another title that holds the words."""
        if event.prompt == FILTER_SIGN and self.filtering:
            self.outline_pane.action_choose(event.by)
            self.foot.status(self.outline_pane.count())

    def keep_titles(self, words: str) -> None:
        """Show the titles that hold what was typed so far."""
        self.outline_pane.filter(words)
        self.foot.status(self.outline_pane.count())

    def answer_filter(self) -> None:
        """Go to the title that is chosen; without one, show the whole outline again."""
        if not self.outline_pane.enter():
            self.leave_filter()
            self.post_message(Settled())
