"""Lines that may be headings, asked of one family of marks after the other; none is believed yet."""

from __future__ import annotations

from typing import Final

from corpus.outline.lines.bare import bare
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.families.book_ends import book_end
from corpus.outline.lines.families.counted import counted, may_count
from corpus.outline.lines.families.keyword import keyword
from corpus.outline.lines.families.marked import marked
from corpus.outline.lines.families.memo import title_of_memo
from corpus.outline.lines.families.named import named
from corpus.outline.lines.families.set_apart import capitals, may_be_outdented, outdented
from corpus.outline.lines.families.title import title
from corpus.outline.lines.families.underlined import UNDERLINING, underlined
from corpus.outline.lines.layout import BELOW, Layout, is_contents_entry, is_tabular
from corpus.scripts import count_wide

_SHORT: Final = 60
"""Characters of such a line that are looked at: more is prose in any case."""


def candidates_of(layout: Layout, first: int, last: int) -> list[Candidate]:
    """The lines from `first` up to `last` (not included) that may be headings.

    Of the lines around them eight before are looked at, and `BELOW` from a candidate on.
    """
    found: list[Candidate] = []
    taken = -1
    for index in range(first, last):
        if index > taken and (new := _candidates_at(layout, index)):
            found += (one if one.kind == "run-in" else _with_surroundings(layout, one) for one in new)
            taken = index + new[0].lines - 1
    return found


def _candidates_at(layout: Layout, index: int) -> list[Candidate]:
    """What the line could be a heading as: of more than one family where its number can be read twice."""
    line = layout.lines[index].lstrip()
    if not line:
        return []
    following = layout.lines[index + 1].lstrip()[:1] if index + 1 < len(layout.lines) else ""
    if following in UNDERLINING and (found := underlined(layout, index)):
        return [found]
    if found := title(layout, index) or title_of_memo(layout, index):
        return [found]
    starts = layout.starts_block(index)
    if not starts and not (line[0] in "第제" or may_count(line) or may_be_outdented(layout, index)):
        return []
    text = layout.short(index)
    if not text or text.isdecimal():
        return []
    if text[0] == "*" and (found := book_end(index, text)):
        return [found]
    if is_tabular(text) or is_contents_entry(text):
        return []
    if starts and (found := marked(layout, index, text)):
        return [found]
    if found := keyword(layout, index, text):
        return [found]
    if several := counted(layout, index, text):
        return several
    either = outdented(layout, index, text) or capitals(layout, index, text)
    if starts:
        either = either or bare(layout, index, text)
    called = named(layout, index, text) if starts else None
    return [found for found in (called, either) if found]


def _with_surroundings(layout: Layout, candidate: Candidate) -> Candidate:
    """The candidate with what can only be told beside its neighbours."""
    after = candidate.line + candidate.lines
    below = tuple(
        len(line) + count_wide(line[:_SHORT]) for line in layout.lines[after : candidate.line + BELOW]
    )
    return candidate._replace(isolated=layout.ends_block(after - 1), below=below)
