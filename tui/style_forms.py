"""What a style makes of a work: some of its forms, and what is unchecked in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.citation import STYLES
from corpus.citation.style import Form
from corpus.sanitiser import clean_name
from tui.looks import Piece
from tui.pieces import cut, wrapped
from tui.sheet_lines import SheetLines, pieces_of
from tui.style_samples import FORMS, Samples, is_slow

_LABEL: Final = 10
"""Cells for what a form is called."""
_MOST: Final = 4
"""The most lines that a form may take."""
_TALL: Final = 11
"""Lines from which on what is unchecked may take three of them, where the forms leave it no more."""


class StyleForms(SheetLines):
    """Shows forms of one style as far as there is room; what has to be checked is never left out."""

    def __init__(self, forms: Sequence[Form] = FORMS, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.forms = forms
        self._samples: Samples | None = None
        self._made: tuple[object, list[list[Piece]]] | None = None
        """The lines of what is shown, and of what they are."""
        self._style = ""

    def show(self, samples: Samples, style: str) -> None:
        """Show what `samples` has of that style; "" shows nothing."""
        self._samples, self._style = samples, style
        self.refresh()

    def line(self, y: int) -> Sequence[Piece]:
        """A line of them."""
        if self._samples is None or not self._style:
            return []
        of = (self._style, self.size, self._samples.forms(self._style, self.forms))
        if self._made is None or self._made[0] != of:
            self._made = of, self._lines(self._samples)
        lines = self._made[1]
        return lines[y] if y < len(lines) else []

    def _lines(self, samples: Samples) -> list[list[Piece]]:
        room, height = self.size.width - _LABEL - 4, self.size.height
        lines: list[list[Piece]] = [[("  ", ()), *cut([(described(self._style), ("bold",))], room)]]
        forms = samples.forms(self._style, self.forms)
        words = [
            [(sample.fault, ("accent",))] if sample.fault else pieces_of(sample.phrase) for _, sample in forms
        ]
        wanted = [len(wrapped(said, room, _MOST)) for said in words]
        free = height - len(lines) - sum(wanted)
        warning = self._warning(samples, max(free, 3 if height >= _TALL else 2))[: max(0, height - 3)]
        most = shared_out(wanted, height - len(lines) - len(warning))
        for (name, _), said, lines_for_it in zip(forms, words, most, strict=True):
            for number, line in enumerate(wrapped(said, room, lines_for_it)):
                lines.append([(f"  {'' if number else name:<{_LABEL}}", ("dim",)), *line])
        return lines + warning

    def _warning(self, samples: Samples, most: int) -> list[list[Piece]]:
        unchecked = samples.unchecked(self._style, self.forms)
        if not unchecked:
            return []
        words: list[Piece] = [("check this style: ", ("accent",)), ("; ".join(unchecked), ("dim",))]
        return [[("  ", ()), *line] for line in wrapped(words, self.size.width - 4, most)]


def shared_out(wanted: Sequence[int], lines: int) -> list[int]:
    """How many of so many lines each gets: one before any gets two, and those that stand first before."""
    got = [0] * len(wanted)
    while lines > 0 and got != list(wanted):
        for number, most in enumerate(wanted):
            if got[number] < most and lines > 0:
                got[number] += 1
                lines -= 1
    return got


def described(style: str) -> str:
    """The line about itself that a style has, or the file that it is read from."""
    return f"CSL, from {clean_name(style)}" if is_slow(style) else STYLES[style].describes
