"""Lines that call themselves members of a series: “Lesson 2: …”, “Step one, …”, or one sign before each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import category

from corpus.expression import expression
from corpus.outline.lines.candidate import Candidate
from corpus.outline.numbering import value

_CALLED: Final = expression(r"([^\W\d_]{3,20}) (\d{1,2}|[IVX]{1,4}|[A-Za-z]{3,6})[:.,)—–-]\s")
_BEHIND: Final = ":.,)—–-"
_APART: Final = 60
"""Characters between two members, at the least: else they are the items of a list."""
_FEWEST_SIGNED: Final = 3


class Member(NamedTuple):
    """What a line calls its series, and which it is; 0 where it only bears a sign."""

    name: str
    number: int


def series_of(text: str) -> Member | None:
    """The series that a line says it belongs to."""
    if category(text[0]) == "So":
        return Member(text[0], 0)
    words = text.split(None, 2)
    # Few lines have such a sign behind their second word, and to compile an expression takes long.
    match = _CALLED.match(text) if len(words) > 2 and words[1][-1] in _BEHIND else None
    number = value(match[2]) if match else None
    return Member(match[1].lower(), number) if match and number else None


def in_series(lines: Sequence[Candidate]) -> set[int]:
    """The numbers of the lines that count on in a series, with text between its members."""
    series: dict[str, list[tuple[Member, Candidate]]] = defaultdict(list)
    for one in lines:
        if member := series_of(one.title):
            series[member.name].append((member, one))
    found: set[int] = set()
    for members in series.values():
        apart = all(
            sum(one.below[: other.line - one.line - 1]) >= _APART
            for (_, one), (_, other) in pairwise(members)
        )
        signed = not members[0][0].number
        numbers = [member.number for member, _ in members]
        steps = [after - before for before, after in pairwise([0, *numbers])]
        # One in the middle of a longer series may be too long a line to be looked at.
        counts = all(step == 1 for step in steps) or (
            len(steps) > 2 and sorted(steps)[:-1] == [1] * (len(steps) - 1) and max(steps) == 2
        )
        if apart and (len(members) >= _FEWEST_SIGNED if signed else len(members) > 1 and counts):
            found |= {one.line for _, one in members}
    return found
