"""Which of the places that a passage may be at is meant, and whether that is certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus.finding_again.alignment import Alignment
from corpus.finding_again.candidates import AROUND, Candidate, alike, exact, seen, within
from corpus.finding_again.placing import Placed, place
from corpus.finding_again.wording import Wording

_TELLING: Final = 5
"""Words from which on a row of them is hardly ever said twice by chance."""
_LIKE: Final = 0.5
"""How like a passage must be to what it was."""
_LIKE_BETWEEN: Final = 0.35
"""The same, where its neighbours are still beside it."""
_VERY_LIKE: Final = 0.7
_AROUND: Final = 0.8
"""Of 2, how like what stands around it must be."""
_LONG: Final = 10
"""Words from which on a passage that is very like needs less around it."""
_LITTLE_AROUND: Final = 0.4
_MOST_OTHERS: Final = 50
"""Places that it may be, at the most."""
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
    placed = place(old, new, alignment.to.__getitem__, first, last)
    placed = _refined(old, new, placed, alignment.back, first, last)
    fresh = [
        candidate
        for candidate in exact(old, new, first, last)
        if _is_new(alignment.back, candidate.placed, first, last)
        and not (placed and _overlap(candidate.placed, placed))
    ]
    if placed and placed.likeness >= (_LIKE_BETWEEN if placed.firm else _LIKE):
        if placed.firm or placed.likeness == 1 or not fresh:
            fresh.append(seen(old, new, first, last, placed))
        return _chosen(fresh)
    fresh += [
        candidate
        for candidate in alike(old, new, first, last)
        if candidate.placed.likeness >= _LIKE
        and candidate.around >= _AROUND
        and _is_new(alignment.back, candidate.placed, first, last)
    ]
    return _chosen([one for one in fresh if last - first >= _TELLING or one.around >= _AROUND])


def _refined(
    old: Wording, new: Wording, placed: Placed | None, back: Sequence[int], first: int, last: int
) -> Placed | None:
    """A better place around that of a passage which was moved and edited: of such a one little is matched."""
    if placed is None or placed.firm or placed.likeness == 1:
        return placed
    room = AROUND + (last - first)
    low, high = max(0, placed.first - room), min(len(new), placed.last + room)
    better = within(old, new, first, last, low, high)
    if better and better.likeness > placed.likeness and _is_new(back, better, first, last):
        return better
    return placed


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
        if not any(_overlap(one.placed, other.placed) for other in same)
    ]
    likely = [one for one in others if _is_likely(one, last - first)]
    if sure or likely:
        return _chosen([*sure, *likely])
    # Without anything around it that stood there, what is alike may be another that always was.
    maybe = _apart(one.placed for one in (*same, *others) if one.placed.likeness >= _VERY_LIKE)
    return Judged(None, tuple(sorted(maybe))) if last - first >= _TELLING and len(maybe) == 1 else Judged()


def _is_likely(one: Candidate, length: int) -> bool:
    """Whether a passage of so many words is likely this one, which has other words."""
    if one.placed.likeness >= _VERY_LIKE and length >= _LONG:
        return one.around >= _LITTLE_AROUND
    return one.placed.likeness >= _LIKE and one.around >= _AROUND


def _chosen(candidates: Iterable[Candidate]) -> Judged:
    """The candidate that more speaks for than for any other; without one, those that are nearly as good."""
    ordered = sorted(candidates, key=lambda one: (-one.weight, one.placed.first))
    if not ordered:
        return Judged()
    best = ordered[0]
    near = _apart(one.placed for one in ordered if one.weight > best.weight - AHEAD)
    if len(near) == 1:
        return Judged(best.placed, (), best.weight)
    return Judged(None, tuple(sorted(near)), best.weight)


def _apart(places: Iterable[Placed]) -> list[Placed]:
    """The places without those that overlap with one before them."""
    kept: list[Placed] = []
    for placed in places:
        if len(kept) == _MOST_OTHERS:
            break
        if not any(_overlap(placed, other) for other in kept):
            kept.append(placed)
    return kept


def _overlap(one: Placed, other: Placed) -> bool:
    return one.first < other.last and other.first < one.last


def _is_new(back: Sequence[int], placed: Placed, first: int, last: int) -> bool:
    """Whether the words of a place were no others in the old text, most of them."""
    elsewhere = sum(index >= 0 and not first <= index < last for index in back[placed.first : placed.last])
    return 2 * elsewhere < placed.last - placed.first
