"""Which of the places that a passage may be at is meant, and whether that is certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus.finding_again.alignment import Alignment
from corpus.finding_again.candidates import Candidate, alike, exact, seen
from corpus.finding_again.placing import Placed, place
from corpus.finding_again.wording import Wording

_TELLING: Final = 5
"""Words from which on a row of them is hardly ever said twice by chance."""
_LIKE: Final = 0.5
"""How like a passage must be to what it was."""
_LIKE_BETWEEN: Final = 0.35
"""The same, where its neighbours are still beside it."""
_AROUND: Final = 0.8
"""Of 2, how like what stands around it must be."""
AHEAD: Final = 0.25
"""So much weight more than any other makes a place the one that is meant."""


class Judged(NamedTuple):
    """The place that is meant; or None, and the places that it may be, if any.

    `weight` is what speaks for the best of them: see `Candidate.weight`.
    """

    placed: Placed | None = None
    others: tuple[Placed, ...] = ()
    weight: float = 0.0


def by_old_text(old: Wording, new: Wording, alignment: Alignment, first: int, last: int) -> Judged:
    """Where the words [first, last) of the whole old text are in the new one.

    What maps back to other words of the old text is not meant, however like it is.
    """
    placed = place(old, new, alignment.to, first, last)
    fresh = [
        candidate
        for candidate in exact(old, new, first, last)
        if _is_new(alignment.back, candidate.placed, first, last)
        and not (placed and _overlap(candidate.placed, placed))
    ]
    if placed and placed.likeness >= (_LIKE_BETWEEN if placed.firm else _LIKE):
        return _chosen([seen(old, new, first, last, placed), *fresh])
    fresh += [
        candidate
        for candidate in alike(old, new, first, last)
        if candidate.placed.likeness >= _LIKE
        and candidate.around >= _AROUND
        and _is_new(alignment.back, candidate.placed, first, last)
    ]
    return _chosen([one for one in fresh if last - first >= _TELLING or one.around >= _AROUND])


def by_selectors(old: Wording, new: Wording, first: int, last: int, *, repeated: bool) -> Judged:
    """Where the words [first, last) are, of which only those around them are known.

    `repeated` tells that the old text had the same words elsewhere too: then what stands around decides.
    """
    same = list(exact(old, new, first, last))
    telling = last - first >= _TELLING and not repeated and len(same) == 1
    sure = [one for one in same if telling or one.around >= (2 * _AROUND if repeated else _AROUND)]
    if sure and max(one.around for one in sure) >= _AROUND:
        return _chosen(sure)
    others = [
        one
        for one in alike(old, new, first, last)
        if one.placed.likeness >= _LIKE
        and one.around >= _AROUND
        and not any(_overlap(one.placed, other.placed) for other in same)
    ]
    return _chosen([*sure, *others])


def _chosen(candidates: Iterable[Candidate]) -> Judged:
    """The candidate that more speaks for than for any other; without one, those that are nearly as good."""
    ordered = sorted(candidates, key=lambda one: (-one.weight, one.placed.first))
    if not ordered:
        return Judged()
    best = ordered[0]
    near = [one.placed for one in ordered if one.weight > best.weight - AHEAD]
    near = [one for at, one in enumerate(near) if not any(_overlap(one, other) for other in near[:at])]
    if len(near) == 1:
        return Judged(best.placed, (), best.weight)
    return Judged(None, tuple(sorted(near)), best.weight)


def _overlap(one: Placed, other: Placed) -> bool:
    return one.first < other.last and other.first < one.last


def _is_new(back: Sequence[int], placed: Placed, first: int, last: int) -> bool:
    """Whether the words of a place were no others in the old text, most of them."""
    elsewhere = sum(index >= 0 and not first <= index < last for index in back[placed.first : placed.last])
    return 2 * elsewhere < placed.last - placed.first
