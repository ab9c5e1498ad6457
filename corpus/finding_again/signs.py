"""Finding a passage again that has no words: “* * *”, a formula of signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.passages.selectors import Part

_MOST: Final = 1_000
"""Places that are looked at, at the most."""


def places(text: str, part: Part) -> list[tuple[int, int]]:
    """Where the very signs of a part stand between what they stood between.

    On one side at the least; on both, if the signs stood at several places before.
    """
    found = list(_occurrences(text, part.exact))
    for least in (2,) if part.repeated else (2, 1):
        like = [span for span in found if _sides(text, part, *span) >= least]
        if like:
            return like
    return []


def _occurrences(text: str, signs: str) -> Iterator[tuple[int, int]]:
    at = text.find(signs)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at, at + len(signs)
        at = text.find(signs, at + 1)


def _sides(text: str, part: Part, start: int, end: int) -> int:
    """On how many sides what stands around a place is what stood around the part."""
    before = text[max(0, start - len(part.prefix)) : start] if part.prefix else text[:start]
    behind = text[end : end + len(part.suffix)] if part.suffix else text[end:]
    return (before == part.prefix) + (behind == part.suffix)
