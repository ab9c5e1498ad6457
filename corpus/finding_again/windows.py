"""Where in a large text to look for a passage: it is read in slices, nearest first, and only so many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import FILLER, Text
from corpus.passages.selectors import Part

WHOLE: Final = 1 << 21
"""Characters up to which a text is compared as a whole."""
AROUND: Final = 8_000
"""Characters on either side of a passage that are compared in a larger one."""
_SLICE: Final = 1 << 18
_MOST_READ: Final = 1 << 26
"""Characters that are looked through for one passage, at the most."""
_MOST_FETCHED: Final = 1 << 24
"""The same of a text that is not there as a whole, but read from a file where it is looked at."""
_MOST_HITS: Final = 16
"""Places of one seed in a slice that are looked at, at the most."""
_MOST_WINDOWS: Final = 6
_CELL: Final = 64
"""Characters by which pieces of a passage may have come apart."""
_SEED: Final = 24
"""Characters that are looked for as they are."""
_LEAST: Final = 8
_SURELY: Final = 0.8
"""Where so large a part of the seeds stands as it stood, nothing else is looked for."""
_FROM_PART: Final = 6
_FROM_AROUND: Final = (-4_000, -1_500, -500, -100, 100, 500, 1_500, 4_000)


def windows(text: Text, part: Part, old: str | None) -> list[tuple[int, int]]:
    """Stretches [start, end) in which the part may stand, the likeliest first; some may be in vain.

    Seeds are looked for, pieces of the passage and of what stood around it; where some of them stand
    as far apart as they stood, there is a window.
    """
    seeds = _seeds(part, old)
    votes: dict[int, set[int]] = {}
    """For places where the part would begin, in cells: the seeds that say so."""
    for low, high in _slices(text, part.start):
        some = text[low : min(len(text), high + _SEED)]
        for shift, seed in seeds.items():
            for at in _places(some, seed):
                votes.setdefault((low + at - shift) // _CELL, set()).add(shift)
        if votes and max(map(len, votes.values())) > len(seeds) * _SURELY:
            break
    weights = {cell: len(votes[cell] | votes.get(cell + 1, set())) for cell in votes}
    chosen: list[int] = []
    for cell in sorted(votes, key=lambda cell: (-weights[cell], abs(cell * _CELL - part.start))):
        if len(chosen) == _MOST_WINDOWS:
            break
        if all(abs(cell - other) > AROUND // _CELL for other in chosen):
            chosen.append(cell)
    length = part.end - part.start
    return [
        (max(0, cell * _CELL - AROUND), min(len(text), cell * _CELL + length + AROUND)) for cell in chosen
    ]


def _slices(text: Text, middle: int) -> Iterator[tuple[int, int]]:
    """Slices of a text, from the one that has the middle outwards."""
    length = len(text)
    most = (_MOST_READ if isinstance(text, str) else _MOST_FETCHED) // _SLICE
    home = min(middle, max(0, length - 1)) // _SLICE
    last = max(0, length - 1) // _SLICE
    for step in range(min(max(home, last - home), most // 2) + 1):
        for number in dict.fromkeys((home - step, home + step)):
            if 0 <= number <= last:
                yield number * _SLICE, min(length, (number + 1) * _SLICE)


def _seeds(part: Part, old: str | None) -> dict[int, str]:
    """Pieces of a passage and of what stood around it, by how far behind its beginning they stood."""
    around = part.prefix + part.exact + part.suffix
    step = max(_SEED, len(part.exact) // _FROM_PART)
    shifts = [*range(0, len(around) - _SEED + 1, step), max(0, len(around) - _SEED)]
    found = {shift - len(part.prefix): around[shift : shift + _SEED] for shift in shifts}
    if old is not None:
        for shift in _FROM_AROUND:
            at = (part.start if shift < 0 else part.end) + shift
            if at >= 0:
                found[at - part.start] = old[at : at + _SEED]
    return {
        shift: seed
        for shift, seed in found.items()
        if FILLER not in seed and sum(map(str.isalnum, seed)) >= _LEAST
    }


def _places(text: str, seed: str) -> Iterator[int]:
    at = text.find(seed)
    for _ in range(_MOST_HITS):
        if at < 0:
            return
        yield at
        at = text.find(seed, at + 1)
