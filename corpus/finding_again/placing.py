"""Where words of an old text stand in a new one, once it is known which words are which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from corpus.finding_again.wording import Wording

_MORE: Final = 8
"""Words more than a passage had that may have come into it."""
_APART: Final = 2
"""At an edge, words hold together over so many strange ones for each of them."""
_CLUSTERS: Final = 8
"""Places among which those of the next words are looked for, at the most."""
_LETTERS: Final = 20_000
"""Letters up to which two rows of words are compared letter by letter."""
_FEW: Final = 2
"""Words missing at an edge for which as many are taken, where nothing tells which."""


Matches = Callable[[int], int]
"""For the index of a word of the old text that of its counterpart in the new one; -1 for none."""


class Placed(NamedTuple):
    """Words [first, last) of the new text; how like the old ones they are, from 0 to 1.

    `firm` tells that the words on both sides are the old neighbours.
    """

    first: int
    last: int
    likeness: float
    firm: bool = False


class _Run(NamedTuple):
    old: int
    new: int
    length: int


def place(old: Wording, new: Wording, to: Matches, first: int, last: int) -> Placed | None:
    """The place of the words [first, last) of the old text; None where none of them is left in the new."""
    runs = _held_together(_main(_runs(to, first, last), last - first))
    if not runs:
        return None
    begin, end = runs[0], runs[-1]
    left = begin.new - _before(old, new, to, first, begin)
    behind = end._replace(old=end.old + end.length, new=end.new + end.length)
    right = behind.new + _after(old, new, to, last, behind)
    firm = bool(
        (first == 0 or (left and to(first - 1) == left - 1))
        and (last == len(old) or (right < len(new) and to(last) == right))
    )
    return Placed(left, right, likeness(old.forms[first:last], new.forms[left:right]), firm)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How like two rows of words are, from 0 to 1: by their words or their letters, whatever says more."""
    from rapidfuzz.distance import Indel  # not above: most readings compare nothing

    if list(one) == list(other):
        return 1.0
    by_words = Indel.normalized_similarity(one, other)
    letters = " ".join(one), " ".join(other)
    if max(map(len, letters)) > _LETTERS:
        return by_words
    # Letters of strangers agree by half.
    return max(by_words, 2 * Indel.normalized_similarity(*letters) - 1)


def _runs(to: Matches, first: int, last: int) -> list[_Run]:
    runs: list[_Run] = []
    for index in range(first, last):
        other = to(index)
        if other < 0:
            continue
        if runs and runs[-1].old + runs[-1].length == index and runs[-1].new + runs[-1].length == other:
            runs[-1] = runs[-1]._replace(length=runs[-1].length + 1)
        else:
            runs.append(_Run(index, other, 1))
    return runs


def _main(runs: list[_Run], length: int) -> list[_Run]:
    """The runs of those that keep their order and stand together which have the most words."""
    clusters: list[list[_Run]] = []
    for run in runs:
        for cluster in clusters[-_CLUSTERS:]:
            end = cluster[-1]
            gap = run.new - end.new - end.length
            if 0 <= gap <= run.old - end.old - end.length + length + _MORE:
                cluster.append(run)
                break
        else:
            clusters.append([run])
    return max(clusters, key=lambda cluster: sum(run.length for run in cluster), default=[])


def _held_together(runs: list[_Run]) -> list[_Run]:
    """The runs without those at the edges that stand too far from the next to be of the same passage."""
    while len(runs) > 1:
        if _distance(runs[0], runs[1]) > _APART * runs[0].length + 1:
            runs = runs[1:]
        elif _distance(runs[-2], runs[-1]) > _APART * runs[-1].length + 1:
            runs = runs[:-1]
        else:
            break
    return runs


def _distance(one: _Run, next: _Run) -> int:
    """How many strange words have come between two runs."""
    return (next.new - one.new) - (next.old - one.old)


def _before(old: Wording, new: Wording, to: Matches, first: int, begin: _Run) -> int:
    """How many words before the first that is left stand for those that are not."""
    missing = begin.old - first
    if not missing:
        return 0
    for index in range(begin.old - 1, max(-1, begin.old - 2 * missing - _MORE), -1):
        if 0 <= begin.new - to(index) - 1 <= 2 * (begin.old - index) + _MORE and to(index) >= 0:
            whole, room = begin.old - index - 1, begin.new - to(index) - 1
            break
    else:
        whole, room = missing, min(missing, begin.new) if missing <= _FEW else 0
    count = _share(missing, whole, room)
    if old.begins_anew(first):
        count = _nearest(
            count, [n for n in range(min(room, 2 * count + 1) + 1) if new.begins_anew(begin.new - n)]
        )
    return count


def _after(old: Wording, new: Wording, to: Matches, last: int, behind: _Run) -> int:
    """The same behind the last that is left."""
    missing = last - behind.old
    if not missing:
        return 0
    for index in range(behind.old, min(len(old), behind.old + 2 * missing + _MORE)):
        if 0 <= to(index) - behind.new <= 2 * (index - behind.old) + _MORE:
            whole, room = index - behind.old, to(index) - behind.new
            break
    else:
        whole, room = missing, min(missing, len(new) - behind.new) if missing <= _FEW else 0
    count = _share(missing, whole, room)
    if old.begins_anew(last):
        count = _nearest(
            count, [n for n in range(min(room, 2 * count + 1) + 1) if new.begins_anew(behind.new + n)]
        )
    return count


def _share(missing: int, whole: int, room: int) -> int:
    """Of so many words that came in place of `whole`, how many stand for those that are missing."""
    return missing if room >= whole else min(room, round(missing * room / whole))


def _nearest(count: int, counts: list[int]) -> int:
    near = [other for other in counts if abs(other - count) <= 1 + count]
    return min(near, key=lambda other: abs(other - count), default=count)
