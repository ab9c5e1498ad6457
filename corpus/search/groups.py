"""Matches that stand close together: which of those of several terms belong to a group of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final, TypeAlias

Match: TypeAlias = tuple[int, int, float]
"""Words [first, last) of an article, and how closely they are what was asked for (0 to 1).

A plain tuple: a common word has a thousand of them in an article.
"""

_TURNS: Final = 3
"""Terms beside one in a near group, up to which each may be the first to choose its place."""


def together(found: Sequence[Sequence[Match]], within: int) -> list[Match]:
    """Of the matches of several terms those that belong to a group with one of each term in it.

    No word of a group belongs to two of its matches, and from its first to its last word at most
    `within` words belong to none.
    """
    kept: set[Match] = set()
    # The last of each term before a match make the closest group that ends with it; so do, the other
    # way round, the first ones after it.
    for number, matches in enumerate(found):
        others = [several for other, several in enumerate(found) if other != number]
        for match in matches:
            for group in (_group_before(match, others), _group_after(match, others)):
                if group and _are_close(group, within):
                    first, last = min(one[0] for one in group), max(one[1] for one in group)
                    kept.update(one for several in found for one in _between(several, first, last))
    return sorted(kept)


def _group_before(match: Match, others: Sequence[Sequence[Match]]) -> list[Match] | None:
    return _group(match, others, lambda several: range(bisect_left(several, (match[0],)) - 1, -1, -1))


def _group_after(match: Match, others: Sequence[Sequence[Match]]) -> list[Match] | None:
    return _group(match, others, lambda several: range(bisect_left(several, (match[1],)), len(several)))


def _group(
    match: Match, others: Sequence[Sequence[Match]], nearest: Callable[[Sequence[Match]], range]
) -> list[Match] | None:
    """The match with the nearest of each other term; terms that want the same word take turns to choose."""
    group = [match, *(several[at] for several in others for at in nearest(several)[:1])]
    if len(group) <= len(others):
        return None
    if not any(one[1] > after[0] for one, after in pairwise(sorted(group))):
        return group
    best: list[Match] | None = None
    for order in permutations(others) if len(others) <= _TURNS else (others,):
        group = [match]
        for several in order:
            free = (several[at] for at in nearest(several) if not _overlaps(several[at], group))
            group += [one for one in (next(free, None),) if one]
        if len(group) > len(others) and (best is None or _length(group) < _length(best)):
            best = group
    return best


def _overlaps(one: Match, group: Sequence[Match]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in group)


def _length(group: Sequence[Match]) -> int:
    return max(one[1] for one in group) - min(one[0] for one in group)


def _are_close(group: Sequence[Match], within: int) -> bool:
    ordered = sorted(group)
    if any(one[1] > after[0] for one, after in pairwise(ordered)):
        return False
    return ordered[-1][1] - ordered[0][0] - sum(last - first for first, last, _ in ordered) <= within


def _between(several: Sequence[Match], first: int, last: int) -> Iterator[Match]:
    for match in several[bisect_left(several, (first,)) : bisect_left(several, (last,))]:
        if match[1] <= last:
            yield match
