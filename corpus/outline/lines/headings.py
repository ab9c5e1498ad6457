"""Headings in plain text: lines that the author set apart, and only those that are surely headings.

Candidates are collected by family (underlined, numbered, CHAPTER …, capitals, outdented); a number is
believed in a chain alone; contents lists, lists and running heads are left out. A heading that is
missed costs a reader less than one that is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.outline.lines.bare import BARE, with_ranks
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.candidates import candidates_of
from corpus.outline.lines.chains import believed
from corpus.outline.lines.contents import without_contents
from corpus.outline.lines.families.book_ends import inside_book
from corpus.outline.lines.families.title import TITLE
from corpus.outline.lines.layout import Layout
from corpus.outline.lines.levels import key_of_levels

__all__ = ["LineHeading", "candidates_of", "find_headings", "headings_among"]


class LineHeading(NamedTuple):
    """A heading in a plain text: its first line (from 0), how many lines it takes, its level (1 to 6)."""

    line: int
    lines: int
    level: int
    title: str


_LEVELS: Final = 6
_ABOVE: Final = 10
_MANY: Final = 3
"""So many of a family that the text is built of it."""


def find_headings(lines: Sequence[str]) -> list[LineHeading]:
    """The headings among the lines of a plain text, in order, none overlapping another.

    Looks only at lines of up to 120 characters, and underlined ones of up to 240; linear in the number
    of lines.
    """
    layout = Layout(lines)
    return headings_among(candidates_of(layout, 0, len(lines)))


def headings_among(candidates: Sequence[Candidate]) -> list[LineHeading]:
    """The candidates of a whole text that are surely headings, in order."""
    # Lines of the head that stands above a title look like headings at times.
    at = next((at for at, one in enumerate(candidates[:_ABOVE]) if one.family == TITLE), None)
    rest = candidates if at is None else candidates[at + 1 :]
    headings = _levelled(_strongest(believed(without_contents(inside_book(rest)))))
    if at is None:
        return headings
    title = candidates[at]
    below = [one._replace(level=min(one.level + 1, _LEVELS)) for one in headings]
    return [LineHeading(title.line, title.lines, 1, title.title), *below]


def _strongest(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of the families that the text is built of, one a line, in order."""
    counts = Counter(candidate.kind for candidate in candidates)
    underlined = counts["underlined"] >= _MANY
    chapters = counts["keyword"] + counts["第"] >= _MANY
    kept: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: (one.line, -counts[one.kind])):
        kind = candidate.kind
        # Who underlines headings underlines them all; under chapters, lone lines are signs and letters.
        if underlined and kind not in ("underlined", "keyword", "第"):
            continue
        if chapters and kind in ("capitals", BARE):
            continue
        # Among titles in small letters, an abbreviation is one of them.
        if kind == "capitals" and counts[BARE] > counts["capitals"]:
            candidate = candidate._replace(family=BARE)
        kept.setdefault(candidate.line, candidate)
    headings: list[Candidate] = []
    for candidate in kept.values():
        if not headings or candidate.line >= headings[-1].line + headings[-1].lines:
            headings.append(candidate)
    return headings


def _levelled(headings: list[Candidate]) -> list[LineHeading]:
    headings = with_ranks(headings)
    key = key_of_levels(headings)
    levels = {one: level for level, one in enumerate(sorted({key(heading) for heading in headings}), 1)}
    return [
        LineHeading(one.line, one.lines, min(levels[key(one)], _LEVELS), " ".join(one.title.split()))
        for one in headings
    ]
