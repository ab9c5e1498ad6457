"""Which words of one text are which of another: in their order first, then those that were moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

_GRAMS: Final = (4, 2)
"""Words in a row that, where they stand once in either text, hold the two together."""
_FEW: Final = 1 << 10
"""Pairs of words below which the longest common sequence is asked for at once."""
_MOST: Final = 1 << 28
"""Pairs of words above which nothing is: a bit is kept for each."""
_MOVED: Final = 4
"""Words in a row that are taken for the same in another place, where both texts have them once."""
_LONELY: Final = (0, 3, 6, 12)
"""By its length, so many unmatched words on either side make a run of words a coincidence."""


class Alignment(NamedTuple):
    """For each word of the old text its index in the new one, and the other way round; -1 for none."""

    to: list[int]
    back: list[int]


class _Run(NamedTuple):
    """Words that stand in both texts in a row: the first in the old, the first in the new, how many."""

    old: int
    new: int
    length: int


class _Gap(NamedTuple):
    """What is still to be matched: words [old, old_end) of the one, [new, new_end) of the other."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def pairs(self) -> int:
        return (self.old_end - self.old) * (self.new_end - self.new)


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Match the words of two texts.

    What the texts have once each holds them together, as in Bram Cohen’s patience diff; between such
    words the longest common sequence decides. Runs that only chance can have matched are let go, and
    what is then left in both texts in a row was moved.
    """
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(word, len(numbers)) for word in old]
    second = [numbers.setdefault(word, len(numbers)) for word in new]
    to = [-1] * len(first)
    gaps = [_Gap(0, len(first), 0, len(second))]
    while gaps:
        gap = gaps.pop()
        for run in _runs(first, second, gap, gaps):
            to[run.old : run.old + run.length] = range(run.new, run.new + run.length)
    _forget_coincidences(to, len(second))
    back = _reversed(to, len(second))
    _match_moved(first, second, to, back)
    return Alignment(to, back)


def _reversed(to: Sequence[int], length: int) -> list[int]:
    back = [-1] * length
    for index, other in enumerate(to):
        if other >= 0:
            back[other] = index
    return back


def _runs(first: list[int], second: list[int], gap: _Gap, gaps: list[_Gap]) -> Iterator[_Run]:
    """Runs that fill a gap; what stays open between them is put to the gaps."""
    old, old_end, new, new_end = gap
    while old < old_end and new < new_end and first[old] == second[new]:
        old, new = old + 1, new + 1
    if old > gap.old:
        yield _Run(gap.old, gap.new, old - gap.old)
    while old < old_end and new < new_end and first[old_end - 1] == second[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    if old_end < gap.old_end:
        yield _Run(old_end, new_end, gap.old_end - old_end)
    rest = _Gap(old, old_end, new, new_end)
    if not rest.pairs:
        return
    anchors = _anchors(first, second, rest) if rest.pairs > _FEW else []
    if not anchors:
        if rest.pairs <= _MOST:
            yield from _common(first, second, rest)
        return
    for run in anchors:
        gaps.append(_Gap(old, run.old, new, run.new))
        old, new = run.old + run.length, run.new + run.length
        yield run
    gaps.append(_Gap(old, old_end, new, new_end))


def _common(first: list[int], second: list[int], gap: _Gap) -> Iterator[_Run]:
    """The longest common sequence of a gap."""
    from rapidfuzz.distance import Indel  # not above: most readings compare nothing

    for step in Indel.opcodes(first[gap.old : gap.old_end], second[gap.new : gap.new_end]):
        if step.tag == "equal":
            yield _Run(gap.old + step.src_start, gap.new + step.dest_start, step.src_end - step.src_start)


def _anchors(first: list[int], second: list[int], gap: _Gap) -> list[_Run]:
    """Runs of words that stand once on either side of a gap, as many as keep their order."""
    for length in _GRAMS:
        ours = _once(first, gap.old, gap.old_end, length)
        theirs = _once(second, gap.new, gap.new_end, length)
        both = ((at, theirs.get(gram, -1)) for gram, at in ours.items() if at >= 0)
        matched = [pair for pair in both if pair[1] >= 0]
        if matched:
            return _in_order(_joined(matched, length))
    return []


def _once(words: list[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    """Where each row of so many words begins; -1 where it stands more than once."""
    found: dict[tuple[int, ...], int] = {}
    rows = zip(*(islice(words, start + shift, end) for shift in range(length)), strict=False)
    for at, gram in enumerate(rows, start):
        found[gram] = -1 if gram in found else at
    return found


def _joined(matched: Sequence[tuple[int, int]], length: int) -> list[_Run]:
    """Rows of words that overlap, as runs that do not: of two that meet, the later gives way."""
    runs: list[_Run] = []
    for old, new in matched:
        last = runs[-1] if runs else _Run(-1, -1, 0)
        if new - old == last.new - last.old and old <= last.old + last.length:
            runs[-1] = last._replace(length=old + length - last.old)
        else:
            runs.append(_Run(old, new, length))
    return runs


def _in_order(runs: Sequence[_Run]) -> list[_Run]:
    """The heaviest of these runs, which are in the order of the old text, that are in that of the new too."""
    ends = sorted({run.new + run.length for run in runs})
    best = [(0, -1)] * (len(ends) + 1)  # a Fenwick tree of the weight of a chain, and its last run
    before: list[int] = []
    for index, run in enumerate(runs):
        weight, previous = _heaviest(best, bisect_right(ends, run.new))
        before.append(previous)
        at = bisect_left(ends, run.new + run.length) + 1
        while at < len(best):
            best[at] = max(best[at], (weight + run.length, index))
            at += at & -at
    chain: list[_Run] = []
    _, index = _heaviest(best, len(ends))
    while index >= 0:
        run, index = runs[index], before[index]
        # Rows of words may overlap in the old text.
        end = min(run.old + run.length, chain[-1].old) if chain else run.old + run.length
        if end > run.old:
            chain.append(run._replace(length=end - run.old))
    return chain[::-1]


def _heaviest(best: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """Of a Fenwick tree, the greatest among its first `at` values."""
    found = 0, -1
    while at:
        found = max(found, best[at])
        at &= at - 1
    return found


def _forget_coincidences(to: list[int], length: int) -> None:
    """Let go of the short runs in order that stand alone among words that have no counterpart."""
    runs = [_Run(0, 0, 0), *_ordered_runs(to), _Run(len(to), length, 0)]
    for before, run, behind in zip(runs, runs[1:], runs[2:], strict=False):
        if run.length < len(_LONELY):
            room = min(_room(before, run), _room(run, behind))
            if room >= _LONELY[run.length]:
                to[run.old : run.old + run.length] = [-1] * run.length


def _room(one: _Run, next: _Run) -> int:
    """How many words without a counterpart stand between two runs, on the side that has more of them."""
    return max(next.old - one.old, next.new - one.new) - one.length


def _ordered_runs(to: Sequence[int]) -> Iterator[_Run]:
    """The runs of matched words, in the order of the old text."""
    start = length = 0
    for index, other in enumerate(to):
        if length and other == to[start] + length and index == start + length:
            length += 1
            continue
        if length:
            yield _Run(start, to[start], length)
        start, length = index, 1 if other >= 0 else 0
    if length:
        yield _Run(start, to[start], length)


def _match_moved(first: list[int], second: list[int], to: list[int], back: list[int]) -> None:
    """Match the rows of words that have no counterpart yet and stand once in what is left of either text."""
    ours = _once_unmatched(first, to)
    theirs = _once_unmatched(second, back)
    for gram, old in ours.items():
        new = theirs.get(gram, -1)
        if old < 0 or new < 0 or to[old] >= 0 or back[new] >= 0:
            continue
        start = 0
        while _is_free(first, second, to, back, old + start - 1, new + start - 1):
            start -= 1
        end = 0
        while _is_free(first, second, to, back, old + end, new + end):
            end += 1
        for at in range(start, end):
            to[old + at], back[new + at] = new + at, old + at


def _is_free(first: list[int], second: list[int], to: list[int], back: list[int], old: int, new: int) -> bool:
    """Whether two words are the same and have no counterpart."""
    return (
        0 <= old < len(first)
        and 0 <= new < len(second)
        and to[old] < 0
        and back[new] < 0
        and first[old] == second[new]
    )


def _once_unmatched(words: list[int], matched: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Where each row of unmatched words begins that stands once among them; -1 for any other."""
    found: dict[tuple[int, ...], int] = {}
    length = 0
    for index, other in enumerate(matched):
        length = length + 1 if other < 0 else 0
        if length >= _MOVED:
            start = index + 1 - _MOVED
            gram = tuple(words[start : index + 1])
            found[gram] = -1 if gram in found else start
    return found
