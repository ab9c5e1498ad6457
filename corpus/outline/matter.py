"""What stands before and behind an article, in its outline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile
from typing import Final

from corpus.document import Kind, Structure
from corpus.matter.back_matter import parts_behind
from corpus.matter.preliminaries import recognise
from corpus.matter.summaries import is_summary
from corpus.outline.section import Entry, Matter, Section

_BEFORE: Final = "Stands before the article; its paragraphs are not counted"
_BEHIND: Final = "Stands behind the article; its paragraphs are not counted"


def front_matter(document: Structure) -> range:
    """The blocks from the first to the last note before the article; headings may stand around them.

    A heading that is a summary's own ends them: it has an entry of its own.
    """
    kinds = document.blocks.columns()[2]
    before = takewhile(
        lambda at: (
            kinds[at] in (Kind.NOTE, Kind.RULE)
            or (kinds[at] == Kind.HEADING and not is_summary(document, at))
        ),
        range(len(kinds)),
    )
    notes = [at for at in before if kinds[at] == Kind.NOTE]
    return range(notes[0], notes[-1] + 1) if notes else range(0)


def headings_outside(document: Structure) -> Mapping[int, Matter]:
    """Which headings stand over notes before or behind the article, by the index of their blocks."""
    kinds = document.blocks.columns()[2]
    if Kind.NOTE not in kinds or Kind.HEADING not in kinds:
        return {}
    found: dict[int, Matter] = {}
    notes = False
    for at in range(len(kinds) - 1, -1, -1):
        if kinds[at] == Kind.HEADING:
            if notes:
                found[at] = "back"
            notes = False
        elif kinds[at] == Kind.NOTE:
            notes = True
        elif kinds[at] != Kind.RULE:
            break
    for at, kind in enumerate(kinds):
        if kind == Kind.HEADING and kinds[at + 1 : at + 2].count(Kind.NOTE):
            if at not in found and is_summary(document, at):
                found[at] = "front"
        elif kind not in (Kind.HEADING, Kind.NOTE, Kind.RULE):
            break
    return found


def entries_before(document: Structure) -> list[Entry]:
    """The entry for the notes before the article, if there are some."""
    notes = front_matter(document)
    if not notes:
        return []
    start = document.blocks.starts[notes.start]
    return [Entry(recognise(document).label, 1, start, matter="front", why=_BEFORE)]


def entries_behind(document: Structure) -> list[Entry]:
    """Entries for what stands behind the article, but for what a heading stands over."""
    starts, _, kinds, *_ = document.blocks.columns()
    return [
        Entry(part.label, 1, starts[part.block], matter="back", why=_BEHIND)
        for part in parts_behind(document)
        if kinds[part.block] != Kind.HEADING
    ]


def ended_before_article(document: Structure, section: Section) -> Section:
    """The section, one before the article without anything of that: its end is where the notes end."""
    if section.matter != "front":
        return section
    starts, _, kinds, *_ = document.blocks.columns()
    after = bisect_left(starts, section.start) + 1
    while after < len(kinds) and kinds[after] in (Kind.NOTE, Kind.RULE):
        after += 1
    return section._replace(end=min(section.end, starts[after])) if after < len(kinds) else section
