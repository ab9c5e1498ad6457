"""Places in a text that a passage may be at, by its own words and those around it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.finding_again.alignment import align
from corpus.finding_again.placing import Placed, likeness, place
from corpus.finding_again.votes import stretches
from corpus.finding_again.wording import Wording

AROUND: Final = 8
"""Words that are compared on either side of a passage."""
_MOST: Final = 2_000
"""Places that are looked at, at the most, where the very words stand."""
_NEIGHBOUR: Final = 3
"""Words from which on what stood beside a passage is known again."""
_SAME: Final = 0.7
_UNKNOWN: Final = 0.5


class Candidate(NamedTuple):
    """A place that may be meant: its words, and how like the old ones what stands on either side is."""

    placed: Placed
    before: float
    behind: float

    @property
    def around(self) -> float:
        """How like both sides are, from 0 to 2."""
        return self.before + self.behind

    @property
    def weight(self) -> float:
        """What speaks for it."""
        return 2 * self.placed.likeness + self.around


def exact(old: Wording, new: Wording, first: int, last: int) -> Iterator[Candidate]:
    """Where the very words [first, last) of the old text stand in the new one."""
    for count, at in enumerate(new.occurrences(old.forms[first:last])):
        if count == _MOST:
            return
        yield seen(old, new, first, last, Placed(at, at + last - first, 1.0))


def alike(old: Wording, new: Wording, first: int, last: int) -> Iterator[Candidate]:
    """Where words like them stand; what is looked for is the passage with what stands around it."""
    for low, high in stretches(new, old.forms[max(0, first - AROUND) : last + AROUND]):
        placed = within(old, new, first, last, low, high)
        if placed and not _is_neighbour(old, new, first, last, placed):
            yield seen(old, new, first, last, placed)


def within(old: Wording, new: Wording, first: int, last: int, low: int, high: int) -> Placed | None:
    """The place of the words [first, last), with what stands around them, among [low, high) of the new."""
    start, end = max(0, first - AROUND), min(len(old), last + AROUND)
    some = align(old.forms[start:end], new.forms[low:high]).to
    to = {start + index: low + other for index, other in enumerate(some) if other >= 0}
    return place(old, new, lambda index: to.get(index, -1), first, last)


def _is_neighbour(old: Wording, new: Wording, first: int, last: int, placed: Placed) -> bool:
    """Whether a place has what stood beside the passage: where that was taken out, it now stands there."""
    words = new.forms[placed.first : placed.last]
    before, behind = old.forms[max(0, first - AROUND) : first], old.forms[last : last + AROUND]
    own = old.forms[first:last]
    return _is_more_like(words[-len(before) :], before, own[-len(before) :]) or _is_more_like(
        words[: len(behind)], behind, own[: len(behind)]
    )


def _is_more_like(words: Sequence[str], neighbour: Sequence[str], own: Sequence[str]) -> bool:
    if len(neighbour) < _NEIGHBOUR:
        return False
    like = likeness(neighbour, words)
    return like >= _SAME and like > likeness(own, words)


def seen(old: Wording, new: Wording, first: int, last: int, placed: Placed) -> Candidate:
    """A place with what stands around it."""
    before = old.forms[max(0, first - AROUND) : first]
    behind = old.forms[last : last + AROUND]
    return Candidate(
        placed,
        _side(before, new.forms[max(0, placed.first - len(before)) : placed.first], placed.first == 0),
        _side(behind, new.forms[placed.last : placed.last + len(behind)], placed.last == len(new)),
    )


def _side(old: Sequence[str], new: Sequence[str], at_edge: bool) -> float:
    if not old:
        return 1.0 if at_edge else _UNKNOWN
    return max(0.0, likeness(old, new))
