"""Going through what is nested, however deep: deeper than Python's stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Entered: TypeAlias = tuple[Iterator[T], Callable[[], None] | None]
"""What is in a piece, and what is to be done at its end."""


def go_through(pieces: Iterator[T], enter: Callable[[T], Entered[T] | None]) -> None:
    """Meet pieces in order; where `enter` tells what is in one, that comes before what follows it."""
    stack: list[Entered[T]] = [(pieces, None)]
    while stack:
        for one in stack[-1][0]:
            if (entered := enter(one)) is not None:
                stack.append(entered)
                break
        else:
            _, close = stack.pop()
            if close is not None:
                close()
