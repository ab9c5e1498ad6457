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
    start, end = max(0, first - AROUND), min(len(old), last + AROUND)
    for low, high in stretches(new, old.forms[start:end]):
        to = [-1] * start + [
            index + low if index >= 0 else -1 for index in align(old.forms[start:end], new.forms[low:high]).to
        ]
        to += [-1] * (len(old) - end)
        placed = place(old, new, to, first, last)
        if placed:
            yield seen(old, new, first, last, placed)


def seen(old: Wording, new: Wording, first: int, last: int, placed: Placed) -> Candidate:
    """A place with what stands around it."""
    before = (
        old.forms[max(0, first - AROUND) : first],
        new.forms[max(0, placed.first - AROUND) : placed.first],
    )
    behind = old.forms[last : last + AROUND], new.forms[placed.last : placed.last + AROUND]
    return Candidate(placed, _side(*before), _side(*behind))


def _side(old: Sequence[str], new: Sequence[str]) -> float:
    if not old:
        return 1.0 if not new else _UNKNOWN
    return max(0.0, likeness(old, new))
