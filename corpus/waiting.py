"""What is looked after while an article is waited for: whether its reader has given it up, say."""

from __future__ import annotations

from _thread import get_ident  # as `threading` has it, which the first screen needs not
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, TypeVar

T = TypeVar("T")
OFTEN: Final = 0.1
"""Seconds between two looks."""
# By threads: each waits for its own.
_looks: Final[dict[int, Callable[[], None]]] = {}
_hears: Final[dict[int, Callable[[int], None]]] = {}


class GivenUp(Exception):
    """What is waited for is not wanted any more."""


def look() -> bool:
    """Look after what is to be looked after, if anything; whether there is. Raises what that raises."""
    wanted = _looks.get(get_ident())
    if wanted is not None:
        wanted()
    return wanted is not None


def hear(percent: int) -> None:
    """Hear how much is read of what is waited for, where anybody wants to."""
    if (wanted := _hears.get(get_ident())) is not None:
        wanted(percent)


@contextmanager
def looking(look: Callable[[], None]) -> Iterator[None]:
    """Let this be called again and again while this thread waits for an article that is read elsewhere."""
    with _set(_looks, look):
        yield


@contextmanager
def hearing(hear: Callable[[int], None]) -> Iterator[None]:
    """Let this be called whenever more was read of an article that this thread waits for."""
    with _set(_hears, hear):
        yield


@contextmanager
def while_wanted(is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Wait in this thread for as long as that holds; then what is in the `with` is left, in the middle."""

    def look() -> None:
        if not is_wanted():
            raise GivenUp

    with suppress(GivenUp), looking(look):
        yield


@contextmanager
def _set(which: dict[int, T], value: T) -> Iterator[None]:
    thread = get_ident()
    which[thread] = value
    try:
        yield
    finally:
        del which[thread]
