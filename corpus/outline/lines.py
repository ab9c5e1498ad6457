"""Headings in plain text: lines that the author set apart, and only those that are surely headings.

Candidates are collected by family (underlined, numbered, CHAPTER …, capitals, outdented); a number is
believed in a chain alone; contents lists, lists and running heads are left out. A heading that is
missed costs a reader less than one that is none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.outline.candidates import Candidate, candidate_at
from corpus.outline.layout import Layout
from corpus.outline.numbering import best_chain


class LineHeading(NamedTuple):
    """A heading in a plain text: its first line (from 0), how many lines it takes, its level (1 to 6)."""

    line: int
    lines: int
    level: int
    title: str


_FAMILIES: Final = (
    "underlined",
    "keyword",
    "第",
    "capitals",
    "outdented",
    "roman",
    "一、",
    "letter",
    "decimal",
    "（一）",
)
# These count on across or start over in each part that holds them.
_RESTARTING: Final = ("keyword", "第", "roman", "一、", "（一）")
# One alone is believed: nothing but a heading reads like it.
_SURE: Final = (
    *("keyword chapter", "keyword appendix", "keyword book"),
    *("第章", "第节", "第回", "第编", "第篇", "第卷", "第部分"),
)
# So many entries close together are a contents list; a part and its first chapter are not.
_LIST: Final = 3
# A line in capitals that comes back this often is a running head.
_RUNNING: Final = 4
_LEVELS: Final = 6
# The lines under a candidate whose length tells an item from a heading; its own are counted in.
_BELOW: Final = 12
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


def find_headings(lines: Sequence[str]) -> list[LineHeading]:
    """The headings among the lines of a plain text, in order, none overlapping another.

    Looks only at lines of up to 120 characters; linear in the number of lines.
    """
    layout = Layout(lines)
    return headings_among(candidates_of(layout, 0, len(lines)))


def headings_among(candidates: Sequence[Candidate]) -> list[LineHeading]:
    """The candidates of a whole text that are surely headings, in order."""
    candidates = _without_contents(candidates)
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        families[candidate.family].append(candidate)
    kept = [
        candidate
        for family, members in families.items()
        for candidate in (_chained(family, members) if members[0].path else _unrepeated(members))
    ]
    return _levelled(_strongest(kept))


def candidates_of(layout: Layout, first: int, last: int) -> list[Candidate]:
    """The lines from `first` up to `last` (not included) that may be headings.

    Of the lines around them eight on either side are looked at, and twelve below a candidate.
    """
    found: list[Candidate] = []
    taken = -1
    for index in range(first, last):
        if index > taken and (new := candidate_at(layout, index)):
            found += (_with_surroundings(layout, one) for one in new)
            taken = index + new[0].lines - 1
    return found


def _with_surroundings(layout: Layout, candidate: Candidate) -> Candidate:
    """The candidate with what can only be told beside its neighbours."""
    after = candidate.line + candidate.lines
    below = tuple(map(len, layout.lines[after : candidate.line + _BELOW]))
    return candidate._replace(isolated=layout.ends_block(after - 1), below=below)


def _key(title: str) -> str:
    return _NOT_LETTERS.sub(" ", title).casefold().strip()


def _without_contents(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leaves out the entries of a contents list: packed tightly, and all to come again."""
    last = {_key(candidate.title): candidate.line for candidate in candidates}
    runs: list[list[int]] = [[]]
    for line in sorted({candidate.line for candidate in candidates}):
        if runs[-1] and line - runs[-1][-1] > 3:
            runs.append([])
        runs[-1].append(line)
    dense = {line for run in runs if len(run) >= _LIST for line in run}
    return [
        candidate
        for candidate in candidates
        if candidate.line not in dense or last[_key(candidate.title)] == candidate.line
    ]


def _chained(family: str, members: list[Candidate]) -> Iterable[Candidate]:
    """The numbered lines that count on, if they are not the items of a list."""
    weights = [(member.path, 0.7 + 0.4 * member.isolated) for member in members]
    restarts = family.startswith(_RESTARTING)
    chain = [members[index] for index in best_chain(weights, restarts=restarts)]
    if family in _SURE:
        return chain
    if len(chain) < 2:
        return []
    deep = any(len(member.path) > 1 for member in chain)
    return chain if deep or not _is_list(chain) else []


def _is_list(chain: list[Candidate]) -> bool:
    """Whether there is hardly a word between the numbered lines: then they are items."""
    gaps = sorted(
        sum(one.below[: max(0, other.line - one.line - one.lines)]) for one, other in pairwise(chain)
    )
    return gaps[len(gaps) // 2] < 100 if not chain[0].family.startswith(("第", "一", "（")) else gaps[-1] < 30


def _unrepeated(members: list[Candidate]) -> Iterable[Candidate]:
    """Leaves out running heads: the same words at the top of page after page."""
    if members[0].family.startswith("underlined"):
        return members
    times = Counter(_key(member.title) for member in members)
    return [member for member in members if times[_key(member.title)] < _RUNNING]


def _strongest(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of the families that the text is built of, one a line, in order."""
    counts = Counter(_family(candidate) for candidate in candidates)
    underlined = counts["underlined"] >= 3
    chapters = counts["keyword"] + counts["第"] >= 3
    kept: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: (one.line, -counts[_family(one)])):
        family = _family(candidate)
        # Who underlines headings underlines them all; under chapters, lone capitals are signs and letters.
        if underlined and family not in ("underlined", "keyword", "第"):
            continue
        if chapters and family == "capitals":
            continue
        kept.setdefault(candidate.line, candidate)
    headings: list[Candidate] = []
    for candidate in kept.values():
        if not headings or candidate.line >= headings[-1].line + headings[-1].lines:
            headings.append(candidate)
    return headings


def _family(candidate: Candidate) -> str:
    return next(family for family in _FAMILIES if candidate.family.startswith(family))


def _levelled(candidates: list[Candidate]) -> list[LineHeading]:
    """Gives each its level: by the rank of its family, then by its rank within the family."""
    first: dict[str, int] = {}
    for candidate in candidates:
        first.setdefault(candidate.family, candidate.line)
    numbered = any(candidate.family == "decimal" for candidate in candidates)

    def key(candidate: Candidate) -> tuple[int, int]:
        family = _family(candidate)
        if family == "underlined":
            return 0, first[candidate.family]
        # "Abstract" stands beside "1. Introduction": the same level, only not counted.
        if numbered and family in ("outdented", "letter"):
            family = "decimal"
        return (1 if family == "第" else _FAMILIES.index(family)), candidate.rank

    levels = {one: level for level, one in enumerate(sorted({key(candidate) for candidate in candidates}), 1)}
    return [
        LineHeading(one.line, one.lines, min(levels[key(one)], _LEVELS), " ".join(one.title.split()))
        for one in candidates
    ]
