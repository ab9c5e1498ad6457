"""The division of a text that is best on the whole, from what speaks for a break at each gap.

The sections of a text are a chain in which each break and each length has its odds: a semi-Markov model
(Sarawagi and Cohen, 2004). From it follow, by going forward and backward, how probable a break is at each
gap and how probable it is that two paragraphs share a section. The division is the one whose expected
worth is best: in part that is Pk (Beeferman, Berger and Lafferty, 1999), in part its right breaks less its
doubtful ones. All of it is linear in the number of paragraphs, because a section has at most `LONGEST`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, repeat
from math import exp
from operator import mul, sub
from typing import Final, NamedTuple

LONGEST: Final = 24
"""A section has at most so many paragraphs."""

# Beyond such odds (a logarithm) a break is certain, or out of the question.
_CERTAIN: Final = 20.0


class Terms(NamedTuple):
    """What a division is judged by.

    `threshold` is the odds (a logarithm) from which a gap speaks for a break; `lengths` the worth of a
    section of 1, 2 … `LONGEST` paragraphs (logarithms); `pk` the share of Pk in the worth of a division;
    `doubt` how probable a break must be to be worth anything.
    """

    threshold: float
    lengths: tuple[float, ...]
    pk: float
    doubt: float


def divided(odds: Sequence[float], terms: Terms) -> list[int]:
    """The paragraphs that begin a section, 0 left out.

    `odds` has the logarithm of the odds of a break before each paragraph but the first.
    """
    if not odds:
        return []
    count = len(odds) + 1
    opened = [1.0]
    opened += [exp(min(_CERTAIN, max(-_CERTAIN, one - terms.threshold))) for one in odds]
    lengths = [exp(worth) for worth in terms.lengths]
    likely, sections = _probable(opened, lengths, _scales(opened, lengths))
    width = max(1, min(count - 1, round(count / (1 + sum(likely[1:])) / 2)))
    return _best(likely, _shared(sections, width), width, terms)


def _scales(opened: list[float], lengths: list[float]) -> list[float]:
    """Of each paragraph, and the end, what keeps the sum over all divisions of what is before it at 1."""
    scales = [1.0]
    ready: list[float] = []
    for worth in opened:
        ready.insert(0, worth)
        scale = 1 / sum(map(mul, ready, lengths))
        scales.append(scale)
        ready = list(map(mul, ready[: LONGEST - 1], repeat(scale)))
    return scales


def _probable(
    opened: list[float], lengths: list[float], scales: list[float]
) -> tuple[list[float], list[list[float]]]:
    """How probable a break before each paragraph is, and a section from it on of 1, 2 … paragraphs."""
    likely: list[float] = []
    sections: list[list[float]] = []
    behind = [1.0]
    for worth, scale in zip(reversed(opened), reversed(scales), strict=False):
        worth *= scale
        some = list(map(mul, map(mul, behind, lengths), repeat(worth)))
        sections.append(some)
        break_ = sum(some)
        likely.append(break_)
        behind = [break_, *map(mul, behind[: LONGEST - 1], repeat(scale))]
    likely.reverse()
    sections.reverse()
    return likely, sections


def _shared(sections: list[list[float]], width: int) -> list[float]:
    """How probable it is that each paragraph and the one `width` after it are of one section."""
    count = len(sections)
    steps = [0.0] * (count + 1)
    for start, some in enumerate(sections):
        longer = some[width:]
        if longer:
            steps[start] = sum(longer, steps[start])
            behind = slice(start + 1, start + 1 + len(longer))
            steps[behind] = map(sub, steps[behind], longer)
    return list(accumulate(steps[: count - width]))


def _best(likely: list[float], shared: list[float], width: int, terms: Terms) -> list[int]:
    count = len(likely)
    # What it is worth to leave paragraphs together, summed up from the first.
    kept = [0.0, *accumulate(terms.pk * (2 * one - 1) / len(shared) for one in shared)]
    each = (1 - terms.pk) / (1 + sum(likely[1:]))
    begun = [0.0, *((one - terms.doubt) * each for one in likely[1:])]
    best = [0.0]
    origin = [0]
    # What a division is worth whose last section begins at a paragraph; the same, less what is kept before.
    begun_at: list[float] = []
    open_at: list[float] = []
    for end in range(1, count + 1):
        start = end - 1
        value = best[start] + begun[start]
        begun_at.append(value)
        open_at.append(value - kept[min(start, len(shared))])
        first = max(0, end - LONGEST)
        # Of a section of no more than `width` paragraphs no two are so far apart.
        inside = max(first, end - width)
        top, where = _top(begun_at, inside, end)
        if inside > first:
            longer, at = _top(open_at, first, inside)
            longer += kept[end - width]
            if longer > top:
                top, where = longer, at
        best.append(top)
        origin.append(where)
    breaks: list[int] = []
    at = origin[count]
    while at:
        breaks.append(at)
        at = origin[at]
    return breaks[::-1]


def _top(values: list[float], first: int, end: int) -> tuple[float, int]:
    """The greatest of the values [first, end), and the last place where it stands."""
    some = values[first:end]
    some.reverse()
    top = max(some)
    return top, end - 1 - some.index(top)
