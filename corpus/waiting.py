"""What is looked after while an article is waited for: whether its reader has given it up, say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

OFTEN: Final = 0.1
"""Seconds between two looks."""
_look: Callable[[], None] | None = None


def look() -> bool:
    """Look after what is to be looked after, if anything; whether there is. Raises what that raises."""
    if _look is not None:
        _look()
    return _look is not None


@contextmanager
def looking(look: Callable[[], None]) -> Iterator[None]:
    """Let this be called again and again while this process waits for an article that is read in another."""
    global _look
    _look = look
    try:
        yield
    finally:
        _look = None
