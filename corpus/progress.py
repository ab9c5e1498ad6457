"""How far an article is read, told by what reads it to whoever wants to hear it; when it is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

_TIMES: Final = 10
"""How many times as long as the one before a beginning is."""
_listener: Callable[[float], None] | None = None
_first, _size = 0.0, 1.0
"""Where the part begins that is being read, and how much of all it is."""


def tell(share: float) -> None:
    """So much of the article that is being read is done, from 0 to 1; nobody needs to listen."""
    if _listener is not None:
        _listener(_first + _size * share)


@contextmanager
def part(first: float, last: float) -> Iterator[None]:
    """What is told in this `with` is the share of a part, which is read from one share of all to another."""
    global _first, _size
    before = _first, _size
    _first, _size = _first + _size * first, _size * (last - first)
    try:
        yield
    finally:
        _first, _size = before


def heard_by(listener: Callable[[float], None] | None) -> None:
    """Whatever is read in this process from now on is told to this listener; None for nobody."""
    global _listener
    _listener = listener


class Beginnings:
    """When the next beginning of an article that is being read is due: each is much longer than the last."""

    def __init__(self, first: int, *, wanted: bool) -> None:
        """The first is due at so many characters; where none is `wanted`, never."""
        self._next = first if wanted else 0

    def due(self, length: int) -> bool:
        """Whether a beginning of so many characters is to be shown now; it is taken to be."""
        if not self._next or length < self._next:
            return False
        self._next = length * _TIMES
        return True
