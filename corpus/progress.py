"""How far an article is read, told by what reads it to whoever wants to hear it."""

from __future__ import annotations

from collections.abc import Callable

_listener: Callable[[float], None] | None = None


def tell(share: float) -> None:
    """So much of the article that is being read is done, from 0 to 1; nobody needs to listen."""
    if _listener is not None:
        _listener(share)


def heard_by(listener: Callable[[float], None] | None) -> None:
    """Whatever is read in this process from now on is told to this listener; None for nobody."""
    global _listener
    _listener = listener
