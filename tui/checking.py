"""Checking a quotation while one reads: the part of the reader that has the sheet for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.article import OpenArticle
from tui.services import Services
from tui.tracing import TracingScreen

if TYPE_CHECKING:
    from corpus.quotation.checked import Match
    from tui.check_result import CheckResult
    from tui.check_sheet import LastCheck


class CheckingScreen(TracingScreen):
    """A quotation is checked on a sheet, which leads to where its words stand."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._checking: LastCheck | None = None

    def action_check(self) -> None:
        """Check a quotation."""
        from tui.check_sheet import (  # not above: many a reading checks nothing
            CheckSheet,
            CheckWays,
            LastCheck,
        )

        def check_here(pasted: str, within: bool, cancelled: Callable[[], bool]) -> CheckResult:
            from tui.check_result import check_quotation

            return check_quotation(pasted, self.services, here, within=within, cancelled=cancelled)

        here = self.article
        ways = CheckWays(check_here, self.services.note_failure, self._copy_from_tray)
        sheet = CheckSheet(ways, self._checking or LastCheck(), library=self.services.library is not None)

        def left(chosen: tuple[CheckResult, Match] | None) -> None:
            self._checking = sheet.checking
            if chosen:
                from tui.check_result import place_of

                self.go_when_found(partial(place_of, *chosen, self.services))

        self.app.push_screen(sheet, left)
