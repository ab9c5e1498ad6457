"""The outline as it is painted, by hand and by Textual: the strip, the entries, and what is hidden of them.

No Textual in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.find import Span
from tui import cells
from tui.looks import Piece
from tui.outline_filter import OutlineFilter
from tui.outline_rows import OutlineRow, OutlineRows
from tui.outline_strip import OutlineStrip

HEAD: Final = 1
"""Lines above the entries, which stay where they are: the strip."""
_RIGHT: Final = 2
"""Cells of air at the right of numbers."""


class Seen(NamedTuple):
    """What the reader makes of an outline: the offset of the cursor, the section that is read, and so on.

    `chosen` is the entry that the keys are at; `found` those that are looked for, None where nothing is;
    `hits` are spans of the text, in reading order.
    """

    offset: int = 0
    here: int | None = None
    chosen: int | None = None
    found: OutlineFilter | None = None
    hits: Sequence[Span] = ()


class OutlineLines(NamedTuple):
    """What stands in the lines of the pane: the strip first, then the rows, then that some are `hidden`."""

    rows: OutlineRows
    strip: OutlineStrip
    hidden: int = 0

    def painted(self, y: int, top: int, width: int, seen: Seen) -> list[Piece]:
        """The line `y` of a pane of so many cells, of which `top` rows are scrolled away."""
        if y < HEAD:
            return self.strip.painted(seen.offset, seen.hits)
        number = y + top - HEAD
        if number < len(self.rows):
            row = self.rows[number]
            entry = row.section
            return painted_entry(
                row,
                width,
                here=entry == seen.here,
                chosen=entry == seen.chosen,
                aside=seen.found is not None and entry not in seen.found,
                hits=self._count(entry, seen.hits) if row.begins and seen.hits else None,
            )
        return _how_to_show(self.hidden if number == len(self.rows) else 0, width)

    def _count(self, entry: int, hits: Sequence[Span]) -> int:
        start, end = self.rows.span(entry)
        return bisect_left(hits, (end,)) - bisect_left(hits, (start,))


def painted_entry(
    row: OutlineRow,
    width: int,
    *,
    here: bool = False,
    chosen: bool = False,
    aside: bool = False,
    hits: int | None = None,
) -> list[Piece]:
    """A line of the outline over so many cells.

    `here` is the section that is read, `chosen` the one that the keys are at, `aside` one that only
    shows where others belong. While `hits` are shown, how many it has takes the place of its number.
    """
    under = ("chosen",) if chosen and not row.note else ()
    words = (*under, "dim") if row.note or aside else (*under, "title") if here else under
    # On the tint of a choice the tint of a mark would not be seen.
    mark = (*words, "accent") if under else (*words, "hit")
    sign = row.sign[:2]
    used = row.indent + 2 + cells.width(row.words) + cells.width(row.phrase)
    number = row.number if hits is None else _counted(hits, width - used - _RIGHT - 1)
    gap = " " * (width - used - _RIGHT - len(number))
    pieces: list[Piece] = [
        ("▌" if here and not row.note else " ", (*under, "accent")),
        (f"{' ' * (row.indent - len(sign or ' '))}{sign or ' '} ", (*under, "dim")),
        *_marked(row, words, mark),
        (row.phrase, (*under, "phrase")),
        (gap, under),
        (number, (*under, "dim")),
        (" " * (width - used - len(gap) - len(number)), under),
    ]
    return [piece for piece in pieces if piece[0]]


def _marked(row: OutlineRow, looks: tuple[str, ...], mark: tuple[str, ...]) -> Iterator[Piece]:
    at = 0
    for start, end in row.marks:
        yield row.words[at:start], looks
        yield row.words[start:end], mark
        at = end
    yield row.words[at:], looks


def _counted(hits: int, room: int) -> str:
    """How many hits there are, in so many cells: "12×", or that they are more than can be said: "99+"."""
    said = f"{hits}×" if hits else ""
    if len(said) <= room:
        return said
    return f"{'9' * (room - 1)}+" if room > 1 else "+" * room


def _how_to_show(hidden: int, width: int) -> list[Piece]:
    """That entries are hidden, and the key that shows them; nothing where none are."""
    words = cells.cut_at_word(f"~ shows {hidden:,} inferred", max(0, width - 4)) if hidden else ""
    return [(f"  {words}".ljust(width)[:width], ("dim",) if hidden else ())]
