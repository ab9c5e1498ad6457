"""How the screen is divided. No Textual in it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from corpus.document import Kind, Readable
from tui import cells
from tui.layout import Layout
from tui.rows import Row

SMALL: Final = 60
"""Columns below which the outline lies over the page while it is used."""
LOW: Final = 12
"""Lines below which the search takes all of the page."""
_OUTLINES: Final = ((144, 44), (100, 32), (SMALL, 24))
_AIR: Final = 2
_ROOMY: Final = 44
_NUMBERED: Final = 30
_SHORT: Final = 8


def outline_width(columns: int) -> int:
    """The columns that the outline takes, with the rule at its right; 0 where it has no place of its own."""
    return next((width for least, width in _OUTLINES if columns >= least), 0)


class PageLayout(NamedTuple):
    """The lines of an article, and the cell of the page at which they begin."""

    layout: Layout
    left: int


def page_layout(
    document: Readable, *, title: str, byline: str, width: int, height: int, measure: int
) -> PageLayout:
    """Lay an article out on a page of that size: a margin for numbers, the measure, air around.

    `width` and `height` are in cells; `measure` is the width that the lines should have. Above the
    article stand its title and byline; a title that opens the text is not said twice.
    """
    roomy = width >= _ROOMY
    margin = max(3, document.longest_number) + 2 if width >= _NUMBERED else 0
    margin += _AIR if roomy else 0
    measure = max(8, min(measure, width - margin - (_AIR if roomy else 1)))
    left = margin + max(0, (width - margin - measure - _AIR) // 2)
    air = (Row(0, 0),) if height > _SHORT else ()
    under = _lines(byline, measure, "dim")
    first = document.block_near(0)
    if first.kind is Kind.HEADING and document.text[first.start : first.end] == title:
        return PageLayout(Layout(document, measure, air, under), left)
    opening = (*air, *_lines(title, measure, "title"), *under, Row(0, 0))
    return PageLayout(Layout(document, measure, opening), left)


def _lines(words: str, measure: int, role: str) -> tuple[Row, ...]:
    """Rows of words that are not in the text."""
    if not words:
        return ()
    breaks = [0, *cells.wrap(words, measure), len(words)]
    return tuple(Row(0, 0, words[start:end].rstrip(), role=role) for start, end in pairwise(breaks))
