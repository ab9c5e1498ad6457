"""Keys by which a bibliography knows its works, no two of them alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from string import ascii_lowercase
from typing import Final

from corpus.exchange.key import key
from corpus.metadata import Metadata

_LETTERS: Final = len(ascii_lowercase)


def keys_of(works: Sequence[Metadata]) -> list[str]:
    """A key for each work: he2021 for the first of a name and year, he2021a for the second, then he2021b."""
    plain = [key(work) for work in works]
    taken: set[str] = set()
    keys = []
    for wanted in plain:
        free = wanted
        if free in taken:
            # One that another work has of its own, "he2021a" of a body, is left to it.
            free = next(one for one in _suffixed(wanted) if one not in taken and one not in plain)
        taken.add(free)
        keys.append(free)
    return keys


def _suffixed(wanted: str) -> Iterator[str]:
    for number in count():
        suffix = ascii_lowercase[number % _LETTERS]
        while number >= _LETTERS:
            number = number // _LETTERS - 1
            suffix = ascii_lowercase[number % _LETTERS] + suffix
        yield wanted + suffix
