"""What tells two wordings apart, on lines of a sheet. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from corpus.diff_text import FULL, diff_pieces
from tui.looks import Piece
from tui.pieces import wrapped

if TYPE_CHECKING:
    from corpus.word_diff import Kind, Run

_LOOKS: Final[Mapping[Kind, tuple[str, ...]]] = {"same": (), "gone": ("gone",), "come": ("come",)}


def diff_lines(runs: Iterable[Run], room: int, most: int, *, signs: bool = False) -> list[list[Piece]]:
    """A diff on lines of at most `room` cells; what `most` lines do not hold is cut with an ellipsis.

    What is gone stands before what came in its place; of the words that are unchanged those are shown
    that stand beside a change. `signs` are put around the changes where there are no colours.
    """
    return wrapped(list(diff_looks(runs, signs=signs)), room, most)


def diff_looks(runs: Iterable[Run], *, signs: bool = False) -> Iterator[Piece]:
    """The same in pieces that are one line together."""
    return ((shown.text, _LOOKS[shown.kind]) for shown in diff_pieces(runs, FULL, signs=signs))
