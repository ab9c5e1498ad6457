"""Lines that may be headings, asked of one family of marks after the other; none is believed yet."""

from __future__ import annotations

from typing import Final

from corpus.outline.bare import bare
from corpus.outline.candidate import Candidate
from corpus.outline.families.book_ends import book_end
from corpus.outline.families.counted import counted, may_count
from corpus.outline.families.keyword import keyword
from corpus.outline.families.named import named
from corpus.outline.families.set_apart import capitals, may_be_outdented, outdented
from corpus.outline.families.underlined import UNDERLINING, underlined
from corpus.outline.layout import Layout, is_contents_entry, is_tabular

_BELOW: Final = 12
"""The lines under a candidate whose length tells an item from a heading; its own are counted in."""


def candidates_of(layout: Layout, first: int, last: int) -> list[Candidate]:
    """The lines from `first` up to `last` (not included) that may be headings.

    Of the lines around them eight on either side are looked at, and twelve below a candidate.
    """
    found: list[Candidate] = []
    taken = -1
    for index in range(first, last):
        if index > taken and (new := _candidates_at(layout, index)):
            found += (_with_surroundings(layout, one) for one in new)
            taken = index + new[0].lines - 1
    return found


def _candidates_at(layout: Layout, index: int) -> list[Candidate]:
    """What the line could be a heading as: of more than one family where its number can be read twice."""
    line = layout.lines[index]
    if not line or line.isspace():
        return []
    following = layout.lines[index + 1].lstrip()[:1] if index + 1 < len(layout.lines) else ""
    if following in UNDERLINING and (found := underlined(layout, index)):
        return [found]
    text = layout.short(index)
    if not text or text.isdecimal():
        return []
    starts = layout.starts_block(index)
    if not starts and not (text[0] in "第제" or may_count(text) or may_be_outdented(layout, index)):
        return []
    if text[0] == "*" and (found := book_end(index, text)):
        return [found]
    if is_tabular(text) or is_contents_entry(text):
        return []
    if found := keyword(layout, index, text):
        return [found]
    if several := counted(layout, index, text):
        return several
    found = outdented(layout, index, text) or capitals(layout, index, text)
    if not starts:
        return [found] if found else []
    found = found or bare(layout, index, text)
    called = named(layout, index, text)
    return [one for one in (called, found) if one]


def _with_surroundings(layout: Layout, candidate: Candidate) -> Candidate:
    """The candidate with what can only be told beside its neighbours."""
    after = candidate.line + candidate.lines
    below = tuple(map(len, layout.lines[after : candidate.line + _BELOW]))
    return candidate._replace(isolated=layout.ends_block(after - 1), below=below)
