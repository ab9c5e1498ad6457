"""The title of a request for comments: below the head that says whose it is."""

from __future__ import annotations

from typing import Final

from corpus.matter.memo_heads import is_memo_head, memo_title
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.families.title import TITLE
from corpus.outline.lines.layout import Layout

_FIRST: Final = 80
"""Lines at the beginning among which it stands: a page may begin with blank ones, and a head be long."""
_APART: Final = 6
_LONGEST: Final = 12
"""Lines that are taken for the title: more are none."""


def title_of_memo(layout: Layout, index: int) -> Candidate | None:
    """The title, if the line begins the block below the head of a memo."""
    if index >= _FIRST or layout.blank(index) or not layout.blank(index - 1) or not layout.indent(index):
        return None
    end = next((at for at in range(index - 1, max(index - _APART, -1), -1) if not layout.blank(at)), None)
    if end is None:
        return None
    first = end
    while first and not layout.blank(first - 1):
        first -= 1
    if not is_memo_head(layout.lines[first : end + 1]):
        return None
    after = next((at for at in range(index, index + _LONGEST) if layout.blank(at)), index + _LONGEST)
    found = memo_title(layout.lines[index:after])
    return Candidate(index, found.lines, TITLE, -1, (), found.words) if found else None
