"""A few words around a hit, to be read at a glance: its sentence, and the next ones with more hits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from corpus.document import FILLER
from corpus.expression import expression
from corpus.search.cutting import Span, Stretch
from corpus.sentences import sentence_spans

MOST: Final = 240
"""The longest snippet, in cells: a Chinese character takes two."""
_BEFORE: Final = 400
_AFTER: Final = 640
"""Characters around the first mark that are looked at: those that a snippet may hold, and as many
again as it takes to tell where a sentence ends among them."""
_WORD: Final = 40
"""Characters in which a word ends, so that what is looked at begins with one."""
_MOST_FILLER: Final = 65_536
_SHORT: Final = 32
"""Cells of a sentence that says too little alone (“No.”, “See § 5.”): its neighbour is shown with it."""
_CLOSE: Final = MOST * 3 // 4
"""Cells from the beginning of a long sentence to the end of its marks, or from its marks to its end, with
which there is room enough on the other side."""

# What drives a terminal, half of a character, and marks of direction. White space is not among it.
_UNFIT: Final = expression(
    f"[{FILLER}\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb]+"
)
_WHITE: Final = expression(r"[^\S ]")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of one line, and the spans of it that were looked for, as offsets [start, end) in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet_of(text: str, block: tuple[int, int], marks: Sequence[tuple[int, int]]) -> Snippet:
    """The sentence of the first mark in the block [start, end) of the text, in `MOST` cells at the most.

    The next sentences are joined to it while they fit and have more marks. A sentence that is longer is
    cut between words around the place where most is marked, which “…” shows. White space stands as one
    space for each; fillers and controls are left out. `marks` are offsets in `text`, in order.
    """
    first, last = block
    place = max(first, min(marks[0][0], last)) if marks else first
    start, end = max(first, place - _BEFORE), min(last, place + _AFTER)
    if start > first and (space := text.find(" ", start, start + _WORD)) >= 0:
        start = space + 1
    piece = text[start:end]
    if not piece.isprintable() and _UNFIT.search(piece):
        start, end = max(first, place - _MOST_FILLER), min(last, place + _MOST_FILLER)
        fit, fit_marks = _without_unfit(text[start:end], _inside(marks, start, end))
        return snippet_of(fit, (0, len(fit)), fit_marks)
    if not piece:
        return Snippet("")
    inside = _inside(marks, start, end)
    stretch = Stretch(piece, more_before=start > first, more_after=end < last)
    spans = sentence_spans(piece) or [(0, len(piece))]
    sentence, shown = _chosen(stretch, spans, inside)
    head = "" if shown[0] == sentence[0] and (shown[0] or start == first) else "…"
    tail = "" if shown[1] == sentence[1] and (shown[1] < len(piece) or end == last) else "…"
    # One space for one white space: the offsets of the marks depend on it.
    body = piece[slice(*shown)]
    body = body if body.isprintable() else _WHITE.sub(" ", body)
    shift = len(head) - shown[0]
    placed = ((a, min(b, shown[1])) for a, b in inside if shown[0] <= a)
    return Snippet(head + body + tail, tuple((a + shift, b + shift) for a, b in placed if a < b))


def _inside(marks: Sequence[Span], start: int, end: int) -> list[Span]:
    """The marks that begin in [start, end), as offsets in that part alone."""
    return [(a - start, min(b, end) - start) for a, b in marks if start <= a < end and a < b]


def _without_unfit(text: str, marks: Sequence[Span]) -> tuple[str, list[Span]]:
    runs = [match.span() for match in _UNFIT.finditer(text)]
    gone = list(accumulate((end - start for start, end in runs), initial=0))

    def moved(offset: int) -> int:
        before = bisect_left(runs, (offset, 0))
        within = max(0, runs[before - 1][1] - offset) if before else 0
        return offset - gone[before] + within

    kept = [(moved(a), moved(b)) for a, b in marks]
    return _UNFIT.sub("", text), [(a, b) for a, b in kept if a < b]


def _chosen(stretch: Stretch, spans: Sequence[Span], marks: Sequence[Span]) -> tuple[Span, Span]:
    """The sentence, or those that are joined, and what of it is shown."""
    whole = _merged(stretch, marks)
    place = whole[0][0] if whole else spans[0][0]
    index = max(0, bisect_right(spans, (place, len(stretch.text))) - 1)
    while index and not stretch.may_part(spans[index][0]):
        index -= 1
    start = stretch.part_before(min(spans[index][0], place))
    ends = [span[1] for span in spans[index:]]
    end = _closed(stretch, ends, whole, ends[0] if ends[0] > place else _end_of(ends, whole[0]))
    if not stretch.holds(start, end, MOST):
        return (start, end), _cut(stretch, (start, end), [mark for mark in whole if start <= mark[0] < end])
    for further in ends:
        further = _closed(stretch, ends, whole, further)
        if not stretch.holds(start, further, MOST):
            break
        if any(end <= a < further for a, _ in whole):
            end = further
    if stretch.cells(start, end) < _SHORT:
        start, end = _grown(stretch, spans, whole, (start, end))
    return (start, end), (start, end)


def _grown(stretch: Stretch, spans: Sequence[Span], marks: Sequence[Span], sentence: Span) -> Span:
    """The sentence with the next one, or at the end of a paragraph with the one before it."""
    start, end = sentence
    ends = [span[1] for span in spans if span[1] > end]
    if ends:
        further = _closed(stretch, ends, marks, ends[0])
        return (start, further) if stretch.holds(start, further, MOST) else sentence
    before = [span[0] for span in spans if span[0] < start and stretch.may_part(span[0])]
    return (before[-1], end) if before and stretch.holds(before[-1], end, MOST) else sentence


def _merged(stretch: Stretch, marks: Sequence[Span]) -> list[Span]:
    """The marks without those that overlap, each grown to whole characters as they are seen."""
    merged: list[Span] = []
    for a, b in marks:
        a, b = stretch.part_before(a), stretch.part_after(b)
        if merged and a < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _end_of(ends: Sequence[int], mark: Span) -> int:
    """The first end of a sentence that is not before the end of the mark, if there is one."""
    return ends[bisect_left(ends, mark[1])] if mark[1] <= ends[-1] else mark[1]


def _closed(stretch: Stretch, ends: Sequence[int], marks: Sequence[Span], end: int) -> int:
    """The end of a sentence, or the next one that cuts neither a mark nor a character in two."""
    for a, b in marks:
        if a < end < b:
            end = _end_of(ends, (a, b))
    while not stretch.may_part(end):
        following = bisect_right(ends, end)
        end = ends[following] if following < len(ends) else len(stretch.text)
    return end


def _cut(stretch: Stretch, sentence: Span, marks: Sequence[Span]) -> Span:
    """What is shown of a sentence that is too long: around most of its marks, between words."""
    start, end = sentence
    room = MOST - 2
    a, b = _densest(stretch, marks, room) if marks else (start, start)
    if stretch.cells(a, b) >= room:
        cut = stretch.part_before(stretch.reach(a, room))
        # A character that is longer than a snippet cannot be shown whole.
        return a, cut if cut > a else stretch.reach(a, room)
    if stretch.holds(start, b, _CLOSE):
        return start, stretch.cut_after(b, stretch.reach(start, MOST - 1))
    if stretch.holds(a, end, _CLOSE):
        return stretch.cut_before(stretch.back(end, MOST - 1), a), end
    spare = room - stretch.cells(a, b)
    begin = stretch.cut_before(max(start, stretch.back(a, spare * 2 // 5)), a)
    if stretch.holds(begin, end, MOST - 1):
        return begin, end
    return begin, stretch.cut_after(b, stretch.reach(begin, room))


def _densest(stretch: Stretch, marks: Sequence[Span], room: int) -> Span:
    """The span of neighbouring marks that fit and show most words that differ; then most; then the first."""
    folded = [stretch.text[a:b].lower() for a, b in marks]
    different: Counter[str] = Counter()
    first, most, span = 0, (0, 0), marks[0]
    for last, (a, b) in enumerate(marks):
        if last and stretch.more_after and a > len(stretch.text) - MOST:
            # Too near to the end of what is looked at, which is not the end of the text.
            break
        different[folded[last]] += 1
        while first < last and stretch.cells(marks[first][0], b) > room:
            different[folded[first]] -= 1
            if not different[folded[first]]:
                del different[folded[first]]
            first += 1
        if (found := (len(different), last - first + 1)) > most:
            most, span = found, (marks[first][0], b)
    return span
