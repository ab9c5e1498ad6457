"""Lines of words on a sheet, painted as the page is: cell for cell, whatever the words are."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from corpus.citation.phrase import Face, Phrase
from tui import cells
from tui.looks import Piece
from tui.skinned import Skinned

_LOOKS = {Face.ITALIC: "emphasis", Face.STRONG: "bold", Face.CODE: "code"}


class SheetLines(Skinned, can_focus=False):
    """Paints lines that whoever inherits makes when they come into view."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)

    def line(self, y: int) -> Sequence[Piece]:
        """The pieces of a line in view (from 0); what they leave of it stays blank."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Paint a line."""
        width = self.size.width
        pieces = [(words, ("panel", *looks)) for words, looks in self.line(y)]
        taken = sum(cells.width(words) for words, _ in pieces)
        last = pieces[-1][1] if pieces and "chosen" in pieces[-1][1] else ("panel",)
        return self.skin.strip([*pieces, (" " * (width - taken), last)], max(width, taken)).crop(0, width)


def pieces_of(words: Phrase) -> list[Piece]:
    """A phrase as pieces: its faces become looks, as far as a terminal has them."""
    return [(run.text, (_LOOKS[run.face],) if run.face in _LOOKS else ()) for run in words.runs]
