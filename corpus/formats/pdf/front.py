"""What stands with a title and is none of the text: title pages, imprints, names and dates under a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.expression import expression
from corpus.formats.pdf.markers import marker_of
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile

_IMPRINT: Final = expression(
    r"(?i)©|\bcopyright\b|\bisbn\b|\ball rights reserved\b|\bimpressum\b|\(c\) ?[12]\d{3}"
)
_LEAST_PAGES: Final = 4
"""Below that a page without prose is all there is: a letter, a bill, a slide."""
_MOST_LINES: Final = 30
_MOST_IN_IMPRINT: Final = 60
_GREAT: Final = 1.25
"""Of the size of the text, how large a title is at the least."""
_PROSE: Final = 0.55
"""Of the measure, how wide two lines of prose are at the least."""
_FLUSH: Final = 2.0
_OFF: Final = 0.8
"""Of its size, how far a centred line is from the middle at the most, and from the margin at least."""


def title_page(lines: Sequence[Line], profile: Profile, count: int) -> bool:
    """Whether these are the lines of a title page: the first of so many pages, without any prose."""
    return (
        count >= _LEAST_PAGES
        and len(lines) <= _MOST_LINES
        and any(_is_great(line, profile) for line in lines)
        and not any(map(marker_of, lines))
        and not _has_prose(lines, profile)
    )


def imprint(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether the page behind a title page tells whose the book is, and nothing else."""
    if len(lines) > _MOST_IN_IMPRINT or any(_is_great(line, profile) for line in lines):
        return False
    return any(_IMPRINT.search(line.text) for line in lines)


def under_title(lines: Sequence[Line], profile: Profile) -> tuple[int, int]:
    """The lines of a first page that stand under its title, in the middle as that does: from, to."""
    first, last = title_of(lines, profile)
    if first == last:
        return 0, 0
    middle = (lines[first].x0 + lines[first].x1) / 2
    left = min(line.x0 for line in lines)
    end = last
    for at in range(last, len(lines)):
        line = lines[at]
        off = abs((line.x0 + line.x1) / 2 - middle)
        heads = line.bold and line.size < _GREAT * profile.body
        if off > _OFF * line.size or line.x0 < left + _OFF * line.size or heads:
            break
        if at + 1 < len(lines) and _are_prose(line, lines[at + 1], profile):
            break
        end += 1
    # Where all of it is set so, it is a poem, or a notice.
    return (last, end) if end < len(lines) else (0, 0)


def title_of(lines: Sequence[Line], profile: Profile) -> tuple[int, int]:
    """The lines of the title, from, to: the first of the greatest, and those that are as great behind it."""
    great = max((line.size for line in lines), default=0.0)
    if great < _GREAT * profile.body:
        return 0, 0
    first = next(at for at, line in enumerate(lines) if line.size > great - 0.5)
    last = first + 1
    while last < len(lines) and lines[last].size > great - 0.5:
        last += 1
    return first, last


def _is_great(line: Line, profile: Profile) -> bool:
    return line.size >= _GREAT * profile.body


def _has_prose(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether somewhere three lines stand below one another as those of paragraphs do.

    Two are enough at the foot: the paragraph may go on overleaf.
    """
    run = 0
    for line, following in pairwise(lines):
        run = run + 1 if _are_prose(line, following, profile) else 0
        if run >= 2:
            return True
    return run > 0


def _are_prose(line: Line, following: Line, profile: Profile) -> bool:
    """Whether two lines are wide, and share a margin: those that are set in the middle share none."""
    return (
        line.column == following.column
        and (abs(line.x0 - following.x0) < _FLUSH or abs(line.x1 - following.x1) < _FLUSH)
        and abs(line.size - following.size) < 0.1 * line.size
        and 0 < line.y - following.y < 1.8 * line.size
        and line.x1 - line.x0 > _PROSE * profile.measure
    )
