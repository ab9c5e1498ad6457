"""Where the words of a quotation stand in a text, all of them, whatever the signs between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus import words
from corpus.document import FILLER, Text

_FEWEST: Final = 3
_SLICE: Final = 1 << 20
"""Characters of a text that are looked through at once: a large one is not there as a whole."""
_MOST: Final = 8 << 20
"""Characters that are looked through at most: to fetch those of a large text takes seconds a megabyte."""


def words_in(text: Text, quotation: str) -> Iterator[tuple[int, int]]:
    """The places [start, end) of these words in a text, in reading order; none where they are too few."""
    wanted = words.columns(quotation)[2]
    if len(wanted) < _FEWEST:
        return
    needle = f" {' '.join(wanted)} "
    longest = max(wanted, key=len)
    over = 4 * len(quotation) + 1_000
    for first in range(0, min(len(text), _MOST), _SLICE):
        some = text[first : first + _SLICE + over].replace(FILLER, " ")
        if longest not in words.fold(some):
            continue
        starts, ends, forms = words.columns(some)
        row = f" {' '.join(forms)} "
        at = row.find(needle)
        while at >= 0:
            before = row.count(" ", 0, at)
            if starts[before] >= _SLICE:
                break  # the next slice has it, too
            yield first + starts[before], first + ends[before + len(wanted) - 1]
            at = row.find(needle, at + len(needle) - 1)
