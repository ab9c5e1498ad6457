"""Which paragraphs of a text count on from each other; one such count may hold another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.outline.enumeration.language import LAST, NEXT
from corpus.outline.enumeration.ordinals import Ordinal

APART: Final = 6
"""Between two items of one enumeration there may be so many paragraphs that go on with the first."""
MOST_ITEMS: Final = 30

_DEEPEST: Final = 2


class Chain:
    """Items that count on: the paragraph and the ordinal of each, and the chains inside an item."""

    def __init__(self, paragraph: int, ordinal: Ordinal) -> None:
        self.items = [(paragraph, ordinal)]
        self.way = ordinal.way
        self.kind = ordinal.kind
        self.reached = ordinal.value
        self.last = paragraph
        self.ended = False
        self.inner: dict[int, Chain] = {}

    def goes_on(self, paragraph: int, ordinal: Ordinal) -> bool:
        """Whether an ordinal at a paragraph is the next of this chain."""
        if self.ended or ordinal.way != self.way or len(self.items) == MOST_ITEMS:
            return False
        if self.kind and ordinal.kind and ordinal.kind != self.kind:
            return False
        # One left out is forgiven: its paragraph may open otherwise.
        return paragraph - self.last <= APART and ordinal.value in (
            LAST,
            NEXT,
            self.reached + 1,
            self.reached + 2,
        )

    def add(self, paragraph: int, ordinal: Ordinal) -> None:
        """Take the next item."""
        self.items.append((paragraph, ordinal))
        self.kind = self.kind or ordinal.kind
        self.reached = ordinal.value if ordinal.value > 0 else self.reached + 1
        self.last = paragraph
        self.ended = ordinal.value == LAST


def chains(ordinals: Iterable[tuple[int, Ordinal]]) -> list[Chain]:
    """The chains among the ordinals that open paragraphs, in order; each may hold chains of one level.

    A count that begins again inside another belongs to it where that goes on afterwards.
    """
    found: list[Chain] = []
    opened: list[Chain] = []

    def close() -> None:
        """End the innermost chain: nothing has counted on from outside it, so it stands for itself."""
        found.append(opened.pop())

    for paragraph, ordinal in ordinals:
        while opened and paragraph - max(chain.last for chain in opened) > APART:
            close()
        holder = _holder(opened, paragraph, ordinal)
        if holder is not None:
            while opened[-1] is not holder:
                inner = opened.pop()
                if len(inner.items) > 1:
                    holder.inner[holder.items[-1][0]] = inner
            holder.add(paragraph, ordinal)
        elif ordinal.value in (1, 2):
            while len(opened) >= _DEEPEST or (opened and opened[-1].ended):
                close()
            opened.append(Chain(paragraph, ordinal))
        else:
            continue
        for chain in opened:
            chain.last = paragraph
    while opened:
        close()
    return sorted(found, key=lambda chain: chain.items[0][0])


def _holder(opened: list[Chain], paragraph: int, ordinal: Ordinal) -> Chain | None:
    """The chain that an ordinal goes on with: the innermost one that it is the very next of, else any."""
    fitting = [chain for chain in reversed(opened) if chain.goes_on(paragraph, ordinal)]
    exact = (chain for chain in fitting if ordinal.value != chain.reached + 2)
    return next(exact, fitting[0] if fitting else None)
