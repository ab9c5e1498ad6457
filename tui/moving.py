"""Moving in an article: by pages and sections, to a place that is typed, back and forward."""

from __future__ import annotations

from corpus.errors import PinciteError
from tui import going
from tui.reading import ReadingScreen


class MovingScreen(ReadingScreen):
    """Every jump leaves a place to come back to."""

    def action_page(self, pages: float) -> None:
        """So many pages on or back."""
        self.page.scroll_pages(pages)

    def action_start(self) -> None:
        """To the beginning."""
        self.jump(0)

    def action_end(self) -> None:
        """To the end."""
        self.trail.leave(self.here())
        self._end_wanted = self.article.begun
        self.page.go_to_end()

    def action_section(self, by: int) -> None:
        """To the next or the previous section."""
        offset = going.section(self.outline, self.page.cursor, by)
        if offset is not None:
            self.jump(offset)

    def action_ask_place(self) -> None:
        """Ask where to go."""
        self.foot.ask(":")

    def go_to_place(self, words: str) -> None:
        """Go where a typed place leads."""
        try:
            self.jump(going.place(self.article.document, words))
        except PinciteError as fault:
            self.foot.receipt(str(fault))

    def action_back(self) -> None:
        """Back to where the last jump came from."""
        if stop := self.trail.back(self.here()):
            self.return_to(stop)

    def action_forward(self) -> None:
        """Forward to where `back` came from."""
        if stop := self.trail.forward(self.here()):
            self.return_to(stop)
