"""A row of the page as pieces of words and their looks. No Textual in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.document import Block, Inline, Kind, Readable
from corpus.passages.shown_number import number_beside
from tui import cells
from tui.looks import Piece
from tui.rows import Row, Run
from tui.sideways import MORE_BEFORE, MORE_BEHIND, seen, with_whole_numbers
from tui.view import View

# A formula is set as the words around it are.
_INLINE: Final = {
    Inline.EMPHASIS: "emphasis",
    Inline.STRONG: "bold",
    Inline.CODE: "code",
    Inline.LINK: "link",
    Inline.PICTURE: "picture",
}
_NUMBERED: Final = 5
"""Cells that a margin needs for numbers."""
_BAR: Final = "│"
_KINDS: Final = {Kind.HEADING: ("heading",), Kind.NOTE: ("note",), Kind.CODE: ("code",)}


class Mark(NamedTuple):
    """A stretch of text to be shown in a look: offsets [start, end)."""

    start: int
    end: int
    look: str


class Margin(NamedTuple):
    """What stands left of a row: the paragraph's number, and whether the reader is in it.

    `letters` are those of the marks that lead there, `bar` tells that words of the row are highlighted,
    `before` that words of it are further left.
    """

    number: str = ""
    here: bool = False
    letters: str = ""
    bar: bool = False
    before: bool = False


NO_MARGIN: Final = Margin()


def painted_row(
    document: Readable,
    row: Row,
    block: Block,
    margin: Margin,
    *,
    width: int,
    left: int,
    measure: int,
    marks: Iterable[Mark] = (),
    shift: int = 0,
) -> list[Piece]:
    """A row over `width` cells; `left` is the cell at which the measure begins, so many cells wide.

    Later `marks` lie over earlier ones. Of a row that is wider than the measure, `shift` cells are left out.
    """
    pieces: list[Piece] = []
    used = left
    words: tuple[str, ...] = (row.role,) if row.role else _KINDS.get(block.kind, ())
    if row.lead:
        pieces.append((row.lead, words if row.role or block.kind is Kind.CODE else ("dim",)))
        used += cells.width(row.lead)
    is_parted = block.kind is Kind.TABLE and (shift or row.wide > measure)
    for run in row.runs:
        if is_parted:
            said = document.text[run.start : run.end]
            run = with_whole_numbers(run, said, cells.width(row.lead) + shift, shift + measure)
        if used < left + run.cell:
            pieces.append((" " * (left + run.cell - used), words))
            used = left + run.cell
        pieces.extend(_words(document, run, words, marks))
        used += cells.width(document.text[run.start : run.end])
    if shift or row.wide > measure:
        fixed = cells.width(row.lead) if row.runs else 0
        pieces, used = _part_of(pieces, fixed, shift, left=left, measure=measure, width=width)
        margin = margin._replace(before=bool(shift and row.wide))
    pieces[:0] = _margin(margin, left)
    if block.kind is Kind.CODE and row.runs:
        pieces.append((" " * max(0, left + measure - used), words))
        used = max(used, left + measure)
    pieces.append((" " * max(0, width - used), ()))
    return _joined(pieces)


def _part_of(
    pieces: list[Piece], fixed: int, shift: int, *, left: int, measure: int, width: int
) -> tuple[list[Piece], int]:
    """What is seen of a row that is too wide, and the cell behind it; its lead stays where it is."""
    total = sum(cells.width(words) for words, _ in pieces)
    lead = seen(pieces, 0, fixed)
    body = seen(pieces, fixed + shift, shift + measure)
    used = left + min(measure, max(fixed, total - shift))
    used_by = left + sum(cells.width(words) for words, _ in (*lead, *body))
    shown = [*lead, *body, (" " * (used - used_by), ())]
    if total - shift > measure and left + measure < width:
        shown.append((MORE_BEHIND, ("accent",)))
        used += 1
    return shown, used


def _margin(margin: Margin, left: int) -> list[Piece]:
    """The cells left of the words: letters beside the number, then a bar where there is to be one."""
    room = left - 2
    if room < 1:
        return [(" " * left, ())]
    number = cells.cut(margin.number, room)
    between = " " if number and margin.letters else ""
    letters = cells.cut(margin.letters, room - cells.width(number) - len(between))
    return [
        (" " * (room - cells.width(letters) - len(between) - cells.width(number)), ()),
        (letters, ("accent", "bold")),
        (between, ()),
        (number, ("accent",) if margin.here else ("dim",)),
        (_BAR if margin.bar else " ", ("dim",) if margin.bar else ()),
        (MORE_BEFORE if margin.before else " ", ("accent",) if margin.before else ()),
    ]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in as few as possible: a terminal is told their looks one by one."""
    joined: list[Piece] = []
    for words, names in pieces:
        if joined and joined[-1][1] == names:
            joined[-1] = (joined[-1][0] + words, names)
        elif words:
            joined.append((words, names))
    return joined


def painted_line(
    view: View, y: int, *, width: int, left: int, marks: Iterable[Mark] = (), margin: Margin = NO_MARGIN
) -> list[Piece]:
    """A line of a view, with the paragraph's number beside its first row, and what else its margin has."""
    row = view.row(y)
    block = view.layout.block(view.visible[y])
    if row.runs and row.start == block.start and left >= _NUMBERED:
        number = number_beside(view.document, block)
        here = view.document.block_near(view.cursor).start == block.start
        margin = margin._replace(number=number, here=here)
    measure, shift = view.layout.measure, view.layout.sideways.get(block.start, 0)
    return painted_row(
        view.document, row, block, margin, width=width, left=left, measure=measure, marks=marks, shift=shift
    )


def _words(document: Readable, run: Run, base: tuple[str, ...], marks: Iterable[Mark]) -> list[Piece]:
    text = document.text[run.start : run.end]
    spans = document.spans_in(run.start, run.end)
    looks = [Mark(span.start, span.end, _INLINE[span.inline]) for span in spans if span.inline in _INLINE]
    looks.extend(mark for mark in marks if mark.start < run.end and mark.end > run.start)
    if not looks:
        return [(text, base)]
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
    return [
        (text[first:last], (*base, *(look for start, end, look in clipped if start <= first and last <= end)))
        for first, last in pairwise(cuts)
    ]


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
