"""The lines of a list of hits: where each stands, and a snippet with the words marked. No Textual in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tui import cells
from tui.looks import Piece

if TYPE_CHECKING:
    from corpus.search.answer import Hit

_INDENT: Final = 2
_INSET: Final = "  "
"""What a snippet is set in by, under the line that says where it stands."""
_SNIPPET_LINES: Final = 3
_NARROW: Final = 44
"""Cells below which what explains a word of the query stands under it."""


class HitRow(NamedTuple):
    """A line of the list: pieces of words with their looks, and the hits [first, last) it belongs to.

    `is_place` tells that the line says where a hit stands: its place in the list.
    """

    pieces: tuple[Piece, ...]
    first: int = -1
    last: int = -1
    is_place: bool = False

    def of(self, hit: int) -> bool:
        """Whether the line belongs to that hit."""
        return self.first <= hit < self.last


_BLANK: Final = HitRow(())


def hit_rows(hits: Sequence[Hit], width: int, *, grouped: bool) -> list[HitRow]:
    """The lines of these hits, over so many cells: under their article, or each with its own."""
    room = max(8, width - _INDENT - 1)
    rows: list[HitRow] = []
    counts = Counter(hit.article for hit in hits)
    for index, hit in enumerate(hits):
        opens = index == 0 or hits[index - 1].article != hit.article
        if rows and (opens or not grouped):
            rows.append(_BLANK)
        if grouped and opens:
            count = counts[hit.article]
            about = _dotted(hit.date, f"{count} hits" if count > 1 else "")
            rows.append(HitRow(_titled(hit.title, about, room), index, index + count))
        pieces: tuple[Piece, ...]
        if grouped:
            place = _place(hit, room)
            pieces = ((place, ("dim",)),) if place else ()
        else:
            title = cells.cut(hit.title, max(8, room * 3 // 5))
            rest = room - cells.width(title) - 2
            pieces = ((title, ("title",)), ("  ", ()), (_place(hit, rest, hit.date), ("dim",)))
        if pieces:
            rows.append(HitRow(pieces, index, index + 1, is_place=True))
        if not hit.marks and hit.snippet.marks:
            continue  # it is in the title, which was shown
        snippet = [((_INSET, ()), *line) for line in _snippet(hit, room - len(_INSET))]
        rows += [
            HitRow(line, index, index + 1, is_place=not pieces and not n) for n, line in enumerate(snippet)
        ]
    return rows


def language_rows(language: Sequence[tuple[str, str]], width: int) -> list[HitRow]:
    """The lines that explain what can be typed: an example of each, and what it finds."""
    room = max(8, width - _INDENT - 1)
    column = max((cells.width(example) for example, _ in language), default=0) + 2
    beside = width >= _NARROW and column < room // 2
    rows = []
    for example, meaning in language:
        if not beside:
            rows.append(HitRow(((cells.cut(example, room), ("title",)),)))
            rows.append(HitRow((("  ", ()), (cells.cut(meaning, room - 2), ("dim",)))))
            continue
        gap = " " * (column - cells.width(example))
        breaks = [0, *cells.wrap(meaning, room - column), len(meaning)]
        for start, end in pairwise(breaks):
            head: Piece = (" " * column, ()) if start else (example + gap, ("title",))
            rows.append(HitRow((head, (meaning[start:end].rstrip(), ("dim",)))))
    return rows


def painted_hit(row: HitRow, width: int, chosen: int) -> list[Piece]:
    """A line over so many cells; the hit that is chosen has a bar, and its words stand out."""
    pieces = row.pieces
    if row.first >= 0 and not row.of(chosen):
        pieces = tuple((words, _calmer(looks)) for words, looks in pieces)
    used = _INDENT + sum(cells.width(words) for words, _ in pieces)
    # The title of an article has the bar where it stands right above.
    bar = "▌" if row.of(chosen) and (row.last == row.first + 1 or row.first == chosen) else " "
    return [(bar, ("accent",)), (" " * (_INDENT - 1), ()), *pieces, (" " * max(0, width - used), ())]


def _calmer(looks: tuple[str, ...]) -> tuple[str, ...]:
    if looks == ("title",):
        return ()
    return looks or ("dim",)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _titled(title: str, about: str, room: int) -> tuple[Piece, ...]:
    if not about or cells.width(about) > room // 2:
        return ((cells.cut(title, room), ("title",)),)
    title = cells.cut(title, room - cells.width(about) - 2)
    return ((title, ("title",)), ("  ", ()), (about, ("dim",)))


def _place(hit: Hit, room: int, date: str = "") -> str:
    """The sections and the paragraph of a hit; where they are too long, the innermost section alone."""
    end = _dotted(hit.place, date)
    left = room - (cells.width(end) + 3 if end else 0)
    if not hit.marks:
        return cells.cut(_dotted("in the title", date), max(0, room))
    # Many an article begins with a heading that is its title, and all others stand under it.
    sections = hit.section[1:] if hit.section[:1] == (hit.title,) else hit.section
    path = " › ".join(sections)
    if cells.width(path) > left and len(sections) > 1:
        path = "… › " + sections[-1]
    return cells.cut(_dotted(cells.cut(path, left) if left > 4 else "", end), max(0, room))


def _snippet(hit: Hit, room: int) -> list[tuple[Piece, ...]]:
    """The words around a hit, the first of its marks among them."""
    text, marks = hit.snippet.text, hit.snippet.marks
    lines = list(pairwise([0, *cells.wrap(text, room), len(text)]))
    mark = marks[0][0] if marks else 0
    first = next((number for number, (_, end) in enumerate(lines) if mark < end), 0)
    first = min(first - 1, len(lines) - _SNIPPET_LINES) if first >= _SNIPPET_LINES else 0
    shown = [_marked(text, start, end, marks) for start, end in lines[first : first + _SNIPPET_LINES]]
    if len(lines) > first + _SNIPPET_LINES:
        shown[-1] = (*shown[-1], ("…", ("dim",)))
    return shown


def _marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """A line of a snippet, cut where its marks begin and end."""
    pieces: list[Piece] = []
    at = start
    end = start + len(text[start:end].rstrip())
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first < last:
            pieces += [(text[at:first], ()), (text[first:last], ("hit",))]
            at = last
    return (*pieces, (text[at:end], ()))
