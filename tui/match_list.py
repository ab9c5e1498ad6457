"""The list of the places that a quotation may be from, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.actions import MATCHES
from tui.entry_list import EntryList
from tui.match_rows import MatchLines

if TYPE_CHECKING:
    from corpus.quotation.checked import Match
    from tui.check_result import CheckResult


class MatchList(EntryList):
    """Shows a result and chooses one of its places; what is done with it is up to the sheet."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in MATCHES]

    def __init__(self, *, id: str | None = None) -> None:
        self._result: CheckResult | None = None
        super().__init__(id=id)

    @property
    def match(self) -> Match | None:
        """The place that is chosen; None where there is none."""
        matches = self._result.checked.matches if self._result else ()
        return matches[self.chosen] if matches else None

    def lines_over(self, width: int) -> MatchLines:
        """The lines of the result over so many cells."""
        plain = self.is_attached and self.app.no_color
        return MatchLines(self._result, width, signs=plain)

    def show(self, result: CheckResult | None) -> None:
        """Show a result, its best place chosen; None shows nothing."""
        self._result = result
        self.list_anew(len(result.checked.matches) if result else 0, 0)

    def action_choose(self, by: int) -> None:
        """Choose the next place, or the previous; what of this one has no room is scrolled through first."""
        lines, top, height = (
            self._lines.of(self.chosen) if self.match else range(0),
            self._top,
            self.size.height,
        )
        if by > 0 and lines.stop > top + height:
            self.scroll_to(y=top + 1, animate=False, immediate=True, force=True)
        elif by < 0 and lines.start < top:
            self.scroll_to(y=top - 1, animate=False, immediate=True, force=True)
        else:
            self.choose(self.chosen + by)
