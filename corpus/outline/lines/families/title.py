"""The title of an article whose author stands under it: its first line, with a byline or a date below."""

from __future__ import annotations

from typing import Final

from corpus.matter.credits import is_byline, leading_date
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.layout import Layout

TITLE: Final = "title"
_FIRST: Final = 4
"""Lines at the beginning among which it stands."""
_BELOW: Final = 8
_NO_END: Final = ".。…,;:，；、：!！"
_FEWEST: Final = 4
"""Characters of a title, at the least."""


def title(layout: Layout, index: int) -> Candidate | None:
    """The title, if the line is the first of the text and the next one tells who wrote it, or when."""
    if index >= _FIRST or not all(map(layout.blank, range(index))):
        return None
    words = layout.short(index)
    below = next((at for at in range(index + 1, index + _BELOW) if not layout.blank(at)), None)
    if below is None or not (layout.ends_block(index) and layout.ends_block(below)):
        return None
    if len(words) < _FEWEST or words[-1] in _NO_END:
        return None
    line = layout.short(below)
    if not _tells_author_or_date(line) or _tells_author_or_date(words) or not any(map(str.isalpha, words)):
        return None
    return Candidate(index, 1, TITLE, -1, (), words)


def _tells_author_or_date(line: str) -> bool:
    if is_byline(line):
        return True
    date = leading_date(line) if line else None
    return date is not None and date.end == len(line)
