"""A row of the page as a strip of styled cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from corpus.document import Block, Document, Inline, Kind
from tui import cells
from tui.rows import Row, Run

_INLINE = {
    Inline.EMPHASIS: "page--emphasis",
    Inline.STRONG: "page--strong",
    Inline.CODE: "page--code",
    Inline.LINK: "page--link",
}
_KINDS = {Kind.HEADING: "page--heading", Kind.NOTE: "page--note", Kind.CODE: "page--code"}


class Mark(NamedTuple):
    """A stretch of text to be shown in a style: offsets [start, end), the component class."""

    start: int
    end: int
    look: str


class Margin(NamedTuple):
    """What stands left of a row: the paragraph's number, and whether the reader is in it."""

    number: str = ""
    here: bool = False


class Painter:
    """Paints rows of one document; `style_of` gives the style of a component class."""

    def __init__(self, document: Document, style_of: Callable[[str], Style]) -> None:
        self._document = document
        self._style_of = style_of

    def strip(
        self, row: Row, block: Block, margin: Margin, *, width: int, left: int, marks: Iterable[Mark]
    ) -> Strip:
        """Paint a row over so many cells; `left` is where the measure begins.

        Later `marks` are painted over earlier ones.
        """
        base = self._style_of("page")
        number = margin.number.rjust(left - 2)
        segments = [
            Segment(number, base + self._style_of("page--cursor" if margin.here else "page--number")),
            Segment(" " * (left - len(number)), base),
        ]
        used = left
        words = base + self._style_of(row.role or _KINDS.get(block.kind, "page"))
        if row.lead:
            look = words if row.role else base + self._style_of("page--number")
            segments.append(Segment(row.lead, look))
            used += cells.width(row.lead)
        for run in row.runs:
            if used < left + run.cell:
                segments.append(Segment(" " * (left + run.cell - used), words))
                used = left + run.cell
            painted, size = self._words(run, words, marks)
            segments.extend(painted)
            used += size
        segments.append(Segment(" " * max(0, width - used), base))
        return Strip(segments, max(width, used))

    def _words(self, run: Run, base: Style, marks: Iterable[Mark]) -> tuple[list[Segment], int]:
        text = self._document.text[run.start : run.end]
        spans = self._document.spans_in(run.start, run.end) if self._document.spans else []
        looks = [Mark(span.start, span.end, _INLINE[span.inline]) for span in spans]
        looks.extend(mark for mark in marks if mark.start < run.end and mark.end > run.start)
        if not looks:
            return [Segment(text, base)], cells.width(text)
        whole = _whole_clusters(text)
        clipped = [
            (
                whole(max(0, mark.start - run.start), False),
                whole(min(len(text), mark.end - run.start), True),
                mark.look,
            )
            for mark in looks
        ]
        cuts = sorted({0, len(text), *(cut for start, end, _ in clipped for cut in (start, end))})
        segments, size = [], 0
        for first, last in pairwise(cuts):
            style = base
            for start, end, look in clipped:
                if start <= first and last <= end:
                    style += self._style_of(look)
            segments.append(Segment(text[first:last], style))
            size += cells.width(text[first:last])
        return segments, size


def _whole_clusters(text: str) -> Callable[[int, bool], int]:
    """Give back a function that moves an index out of the middle of a cluster, down or up."""
    if text.isascii():
        return lambda index, _up: index
    borders = [0, *(last for _, last, _ in cells.clusters(text))]

    def moved(index: int, up: bool) -> int:
        if up:
            return next((border for border in borders if border >= index), len(text))
        return next((border for border in reversed(borders) if border <= index), 0)

    return moved
