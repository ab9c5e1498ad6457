"""What is looked after while an article is waited for: whether its reader has given it up, say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Final

OFTEN: Final = 0.1
"""Seconds between two looks."""
_hear: ContextVar[Callable[[int], None] | None] = ContextVar("hear", default=None)
_look: ContextVar[Callable[[], None] | None] = ContextVar("look", default=None)


class GivenUp(Exception):
    """What is waited for is not wanted any more."""


def look() -> bool:
    """Look after what is to be looked after, if anything; whether there is. Raises what that raises."""
    wanted = _look.get()
    if wanted is not None:
        wanted()
    return wanted is not None


def hear(percent: int) -> None:
    """Hear how much is read of what is waited for, where anybody wants to."""
    if (wanted := _hear.get()) is not None:
        wanted(percent)


@contextmanager
def hearing(hear: Callable[[int], None]) -> Iterator[None]:
    """Let this be called whenever more was read of an article that this thread waits for."""
    before = _hear.set(hear)
    try:
        yield
    finally:
        _hear.reset(before)


@contextmanager
def looking(look: Callable[[], None]) -> Iterator[None]:
    """Let this be called again and again while this thread waits for an article that is read elsewhere."""
    before = _look.set(look)
    try:
        yield
    finally:
        _look.reset(before)


@contextmanager
def while_wanted(is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Wait in this thread for as long as that holds; then what is in the `with` is left, in the middle."""

    def look() -> None:
        if not is_wanted():
            raise GivenUp

    with suppress(GivenUp), looking(look):
        yield
