"""What is marked on the page: hits, chosen words, highlights, letters of marks. No Textual in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.document import Text
from tui.painting import Mark

_NEAR: Final = 300
"""Characters around a row within which hits are looked for."""

Span = tuple[int, int]
"""Offsets [start, end)."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """All of it, by offsets: `pattern` finds hits beside `hits`, `current` is the one of them one is at.

    `lead` is a link that is chosen, `selection` is what is being chosen, `kept` what was chosen beside it.
    """

    pattern: re.Pattern[str] | None = None
    hits: tuple[Span, ...] = ()
    current: Span | None = None
    lead: Span | None = None
    selection: Span | None = None
    kept: tuple[Span, ...] = ()
    highlights: tuple[Span, ...] = ()
    letters: tuple[tuple[int, str], ...] = ()

    def within(self, text: Text, start: int, end: int) -> list[Mark]:
        """What may be marked between two offsets of a text, that which covers the rest last."""
        marks = [Mark(*span, "highlight") for span in self.highlights if span[0] < end and span[1] > start]
        marks += [Mark(*span, "hit") for span in self.hits]
        if self.pattern is not None:
            # A hit may begin on a line before, or end on one after: what is near is searched too.
            first = max(0, start - _NEAR)
            marks += [
                Mark(first + match.start(), first + match.end(), "hit")
                for match in self.pattern.finditer(text[first : end + _NEAR])
            ]
        marks += [Mark(*span, "current") for span in (self.current, self.lead) if span]
        marks += [Mark(*span, "selection") for span in self.kept]
        if self.selection:
            marks.append(Mark(*self.selection, "selection"))
        return marks

    def letters_within(self, start: int, end: int) -> str:
        """The letters of the marks that lead there."""
        return "".join(letter for at, letter in self.letters if start <= at < end)
