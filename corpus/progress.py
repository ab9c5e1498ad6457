"""How far an article is read, told by what reads it to whoever wants to hear it; when it is to be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_TIMES: Final = 10
"""How many times as long as the one before a beginning is."""
_listener: Callable[[float], None] | None = None


def tell(share: float) -> None:
    """So much of the article that is being read is done, from 0 to 1; nobody needs to listen."""
    if _listener is not None:
        _listener(share)


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
