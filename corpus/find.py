"""Finding words in one article, as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# One line end is a space to the reader, two part paragraphs: no hit reaches over those.
_GAP: Final = r"(?:[^\S\n]|\n(?!\n))+"
_ALIKE: Final = {
    **dict.fromkeys("'’‘ʼ", "['’‘ʼ]"),
    **dict.fromkeys('"“”„', '["“”„]'),
    **dict.fromkeys("-‐‑", "[-‐‑–]"),
}
_SLICE: Final = 262_144

Span = tuple[int, int]
"""The offsets of a hit, [start, end)."""


def pattern_of(query: str) -> re.Pattern[str] | None:
    """What a query looks for, literally; None where it has no words.

    Small letters find capitals too, a capital only itself. White space stands for any white space
    inside a paragraph, a straight quotation mark or apostrophe for a curly one.
    """
    words = query.split()
    if not words:
        return None
    parts = ("".join(_ALIKE.get(character) or re.escape(character) for character in word) for word in words)
    return re.compile(_GAP.join(parts), re.IGNORECASE if query == query.lower() else 0)


def slices(text: str, pattern: re.Pattern[str], offset: int) -> Iterator[list[Span]]:
    """The hits in a text piece by piece, from `offset` to the end, then from the beginning up to it.

    Each piece is short enough to be searched between two frames.
    """
    for first, last in ((offset, len(text)), (0, offset)):
        at = first
        while at < last:
            stop = min(at + _SLICE, last)
            hits, at = _in_slice(text, pattern, at, stop)
            yield hits


def _in_slice(text: str, pattern: re.Pattern[str], start: int, stop: int) -> tuple[list[Span], int]:
    """The hits that begin in [start, stop), and where the next piece begins."""
    hits: list[Span] = []
    reach = min(len(text), stop + 4096)
    for match in pattern.finditer(text, start, reach):
        if match.start() >= stop:
            break
        hits.append(match.span())
    return hits, max(stop, hits[-1][1] if hits else 0)
