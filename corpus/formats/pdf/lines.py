"""From the pieces of a page to its lines in reading order: columns one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from corpus.formats.pdf.columns import GUTTER, gutter_in, parts
from corpus.formats.pdf.pieces import Line, Piece, Segment

_GAP: Final = 1.0
"""Of the size of the letters: a wider gap parts two segments."""
_SPACE: Final = 0.16
"""A gap between two pieces that is wider is a space, whether one is written or not."""
_SAME_LINE: Final = 0.25
_RAISED: Final = 0.62
"""How far from the base line what is smaller may stand, of the greater size."""
_SMALLER: Final = 0.88


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
    """Lines in reading order: where there is a gutter, what stands left of it before what stands right."""
    gutter = gutter_in(segments) if deeper else None
    if gutter is None and usual and parts(segments, usual):
        gutter = usual
    if gutter is None:
        return _rows(segments, column)
    bands = _Bands(gutter, column, deeper)
    for segment in sorted(segments, key=lambda segment: -segment.y):
        bands.take(segment)
    return bands.end()


class _Bands:
    """A page of two columns from top to bottom: what spans the gutter parts it into bands."""

    def __init__(self, gutter: float, column: int, deeper: int) -> None:
        self._gutter, self._column, self._deeper = gutter, column, deeper
        self._lines: list[Line] = []
        self._left: list[Segment] = []
        self._right: list[Segment] = []
        self._across: list[Segment] = []
        self._beside: list[Segment] = []
        """What stands left of what spans the gutter, as what journals print beside a summary."""
        self._begins, self._ends = inf, -inf
        """The left edge of what spans the gutter, and the right one of what stands beside that."""

    def take(self, segment: Segment) -> None:
        """Take the next segment, none of which is higher than the one before."""
        if segment.x0 < self._gutter - 2 and segment.x1 > self._gutter + 2:
            if not self._across:
                self._end_band()
            elif segment.x0 < self._ends + GUTTER:
                self._end_across()
                self._end_band()
            self._across.append(segment)
            self._begins = min(self._begins, segment.x0)
            return
        is_left = segment.x1 <= self._gutter + 2
        if self._across:
            if is_left and segment.x1 + GUTTER <= self._begins:
                self._beside.append(segment)
                self._ends = max(self._ends, segment.x1)
                return
            self._end_across()
        (self._left if is_left else self._right).append(segment)

    def end(self) -> list[Line]:
        """All lines, once all segments were taken."""
        self._end_across()
        self._end_band()
        return self._lines

    def _end_band(self) -> None:
        for side in (self._left, self._right):
            if side:
                ordered = _ordered(side, self._column + 1, self._deeper - 1)
                self._column = max(self._column, *(line.column for line in ordered))
                self._lines += ordered
        self._left, self._right = [], []

    def _end_across(self) -> None:
        if not self._across:
            return
        lowest = self._across[-1].y
        for rows in ([one for one in self._beside if one.y >= lowest], self._across):
            if rows:
                self._column += 1
                self._lines += _rows(rows, self._column)
        self._left += [one for one in self._beside if one.y < lowest]
        self._across, self._beside = [], []
        self._begins, self._ends = inf, -inf
