"""From the pieces of a page to its lines in reading order: columns one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from corpus.formats.pdf.pieces import Line, Piece, Segment

_GAP: Final = 1.0
"""Of the size of the letters: a wider gap parts two segments."""
_SPACE: Final = 0.16
"""A gap between two pieces that is wider is a space, whether one is written or not."""
_SAME_LINE: Final = 0.25
_RAISED: Final = 0.62
"""How far from the base line what is smaller may stand, of the greater size."""
_SMALLER: Final = 0.88
_LEAST_ROWS: Final = 7
_GUTTER: Final = 7.0
_CROSSING: Final = 0.25
"""The share of a column's height at the most that may be crossed by what spans both columns."""
_FILLED: Final = 0.55
"""How much of its column a line of prose fills in the middle: the cells of a table fill less."""
_FULL: Final = 0.9
_LEAST_FULL: Final = 0.2
"""The share of a column's lines at the least that go from one edge of it to the other."""


def lines_of(pieces: Iterable[Piece], gutter: float = 0.0) -> list[Line]:
    """The lines of a page, column by column; `gutter` is where other pages have theirs, 0 for nowhere."""
    segments = _segments(pieces)
    if not segments:
        return []
    return _ordered(segments, 0, 2, gutter)


def _segments(pieces: Iterable[Piece]) -> list[Segment]:
    """Pieces that the file draws one after another on one line, what is raised or lowered included."""
    segments: list[Segment] = []
    open_: list[Piece] = []
    y = size = right = 0.0
    for piece in pieces:
        if not piece.text.strip():
            if open_ and piece.x0 >= open_[-1].x0 and abs(piece.y - y) < 1:
                open_.append(piece)
            continue
        if open_:
            greater, lesser = max(size, piece.size), min(size, piece.size)
            apart = abs(piece.y - y)
            raised = lesser <= _SMALLER * greater or (
                apart < _RAISED * lesser and len(piece.text.strip()) < 3
            )
            near = apart <= _SAME_LINE * lesser or (apart <= _RAISED * greater and raised)
            if near and -0.6 * greater <= piece.x0 - right <= _GAP * greater:
                if piece.x0 - right > _SPACE * lesser and open_[-1].text[-1:] != " " and piece.text[0] != " ":
                    open_[-1] = open_[-1]._replace(text=open_[-1].text + " ")
                open_.append(piece)
                if piece.size > size * 1.05:
                    y, size = piece.y, piece.size
                right = max(right, piece.x1)
                continue
            segments.append(_segment(open_, y, size))
        open_ = [piece]
        y, size, right = piece.y, piece.size, piece.x1
    if open_:
        segments.append(_segment(open_, y, size))
    return segments


def _segment(pieces: list[Piece], y: float, size: float) -> Segment:
    wordy = [piece for piece in pieces if piece.text.strip()]
    if any("\u00ad" in piece.text for piece in wordy):
        pieces = [_hyphened(piece, within=piece is not wordy[-1]) for piece in pieces]
    return Segment(tuple(pieces), min(p.x0 for p in wordy), max(p.x1 for p in wordy), y, size)


def _hyphened(piece: Piece, *, within: bool) -> Piece:
    """Its soft hyphens as the hyphens that they look like, but one at the end, which may break a word."""
    text = piece.text if within else piece.text.rstrip()
    kept = "" if within or not text.endswith("\u00ad") else piece.text[len(text) - 1 :]
    return piece._replace(text=piece.text[: len(piece.text) - len(kept)].replace("\u00ad", "-") + kept)


def _rows(segments: Sequence[Segment], column: int) -> list[Line]:
    """Lines from top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (-segment.y, segment.x0)):
        if rows and _beside(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [Line(_touching(sorted(row, key=lambda segment: segment.x0)), column) for row in rows]


def _beside(row: list[Segment], segment: Segment) -> bool:
    """Whether a segment stands on a row, and not over any of it."""
    apart = abs(row[0].y - segment.y)
    least = min(row[0].size, segment.size)
    if apart > 0.4 * least and not (apart <= 0.45 * max(row[0].size, segment.size) and len(segment.text) < 4):
        return False
    return all(segment.x0 >= other.x1 - 0.3 * least or segment.x1 <= other.x0 + 0.3 * least for other in row)


def _touching(row: list[Segment]) -> list[Segment]:
    """The row, with segments made one that the file draws out of order."""
    joined = [row[0]]
    for before, segment in pairwise(row):
        last = joined[-1]
        gap = segment.x0 - before.x1
        if gap > _GAP * 0.9 * max(segment.size, last.size):
            joined.append(segment)
            continue
        pieces = list(last.pieces)
        if gap > 0.15 * segment.size and not last.text.endswith(" "):
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + " ")
        size = max(last.size, segment.size)
        y = last.y if last.size >= segment.size else segment.y
        joined[-1] = Segment((*pieces, *segment.pieces), last.x0, max(last.x1, segment.x1), y, size)
    return joined


def _ordered(segments: list[Segment], column: int, deeper: int, usual: float = 0.0) -> list[Line]:
    """Lines in reading order: where there is a gutter, what stands left of it before what stands right.

    What spans the gutter parts the page into bands, each of which is read by itself.
    """
    gutter = _gutter(segments) if deeper else None
    if gutter is None and usual and _parts(segments, usual):
        gutter = usual
    if gutter is None:
        return _rows(segments, column)
    lines: list[Line] = []
    left: list[Segment] = []
    right: list[Segment] = []
    across: list[Segment] = []
    beside: list[Segment] = []
    begins, ends = inf, -inf  # of what spans the gutter, and of what stands beside that

    def end_band() -> None:
        nonlocal column
        for side in (left, right):
            if side:
                ordered = _ordered(side, column + 1, deeper - 1)
                column = max(column, *(line.column for line in ordered))
                lines.extend(ordered)
                side.clear()

    def end_across() -> None:
        nonlocal column, begins, ends
        lowest = across[-1].y
        for rows in ([one for one in beside if one.y >= lowest], across):
            if rows:
                column += 1
                lines.extend(_rows(rows, column))
        left.extend(one for one in beside if one.y < lowest)
        beside.clear()
        across.clear()
        begins, ends = inf, -inf

    for segment in sorted(segments, key=lambda segment: -segment.y):
        if segment.x1 <= gutter + 2:
            side = left
        elif segment.x0 >= gutter - 2:
            side = right
        else:
            if not across:
                end_band()
            elif segment.x0 < ends + _GUTTER:
                end_across()
                end_band()
            across.append(segment)
            begins = min(begins, segment.x0)
            continue
        if across:
            if side is left and segment.x1 + _GUTTER <= begins:
                beside.append(segment)  # as what journals print beside a summary
                ends = max(ends, segment.x1)
                continue
            end_across()
        side.append(segment)
    if across:
        end_across()
    end_band()
    return lines


def _parts(segments: Sequence[Segment], gutter: float) -> bool:
    """Whether the gutter of other pages parts this one, too: one side may be listings, tables, a figure."""
    crossing = sum(segment.x0 < gutter - 2 and segment.x1 > gutter + 2 for segment in segments)
    sides = (
        [segment for segment in segments if segment.x1 <= gutter + 2],
        [segment for segment in segments if segment.x0 >= gutter - 2],
    )
    if not all(sides) or crossing > _CROSSING * len(segments):
        return False
    low, high = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    return any(
        len(side) >= _LEAST_ROWS and _is_prose(side, *edges)
        for side, edges in zip(sides, ((low, gutter), (gutter, high)), strict=True)
    )


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where the lines of a page have their gutter; None on a page of one column."""
    if not any(line.column for line in lines):
        return None
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (low + high) / 2
    edge = max((line.x1 for line in lines if line.x1 <= middle), default=low)
    start = min((line.x0 for line in lines if line.x0 >= middle), default=high)
    return (edge + start) / 2


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Where a strip without words parts two columns of prose; None where there are none."""
    if len(segments) < 2 * _LEAST_ROWS:
        return None
    lefts = sorted(segment.x0 for segment in segments)
    low, high = lefts[0], max(segment.x1 for segment in segments)
    span = high - low
    # Columns begin where many lines do.
    begins = {round(segment.x0) for segment in segments if low + 0.25 * span < segment.x0 < low + 0.75 * span}
    best: tuple[float, float] | None = None
    for start in begins:
        right = [segment for segment in segments if segment.x0 >= start - 1.5]
        flush = [segment for segment in right if segment.x0 <= start + 1.5]
        if len(flush) < _LEAST_ROWS or (best and len(flush) <= best[0]):
            continue
        left = [segment for segment in segments if segment.x1 <= start - 2]
        crossing = [segment for segment in segments if segment.x0 < start - 1.5 and segment.x1 > start - 2]
        if len(left) < _LEAST_ROWS or len(crossing) > _CROSSING * len(segments):
            continue
        edge = max(segment.x1 for segment in left)
        if start - edge < _GUTTER or not (_is_prose(left, low, edge) and _is_prose(right, start, high)):
            continue
        best = (len(flush), (start + edge) / 2)
    return best[1] if best else None


def _is_prose(side: Sequence[Segment], low: float, high: float) -> bool:
    widths = sorted(segment.x1 - segment.x0 for segment in side)
    if widths[len(widths) // 2] >= _FILLED * (high - low):
        return True
    # Among listings and lists there are fewer, but they go from edge to edge, as cells of a table do not.
    full = sum(width >= _FULL * (high - low) for width in widths)
    return full >= max(_LEAST_ROWS, _LEAST_FULL * len({round(segment.y) for segment in side}))
