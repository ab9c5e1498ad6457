"""Checking a quotation while one reads: the part of the reader that has the sheet for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.article import OpenArticle
from tui.leading import LeadingScreen
from tui.services import Services

if TYPE_CHECKING:
    from corpus.quotation.checked import Match
    from tui.check_sheet import Checking
    from tui.proof import Proof


class CheckingScreen(LeadingScreen):
    """A quotation is checked on a sheet, which leads to where its words stand."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._checking: Checking | None = None

    def action_check(self) -> None:
        """Check a quotation."""
        from tui.check_sheet import Checking, CheckSheet, Ways  # not above: many a reading checks nothing

        def prove_here(pasted: str, within: bool, cancelled: Callable[[], bool]) -> Proof:
            from tui.proof import prove

            return prove(pasted, self.services, here, within=within, cancelled=cancelled)

        here = self.article
        ways = Ways(prove_here, self.services.note_failure, self._copy_from_tray)
        sheet = CheckSheet(ways, self._checking or Checking(), library=self.services.library is not None)

        def left(chosen: tuple[Proof, Match] | None) -> None:
            self._checking = sheet.checking
            if chosen:
                from tui.proof import place_of

                self.go_when_found(partial(place_of, *chosen, self.services))

        self.app.push_screen(sheet, left)
