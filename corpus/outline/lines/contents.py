"""Contents lists and running heads: lines that look like headings, and stand for others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from corpus.outline.lines.candidate import Candidate

# So many entries close together are a contents list; a part and its first chapter are not.
_LIST: Final = 3
_APART: Final = 3
"""Lines between two entries of a contents list, at the most."""
_ENTRY: Final = 66
"""Cells of what stands in a contents list between two numbered entries, at the most."""
_LOOSER: Final = 4
"""So much more room do headings take than the entries that name them."""
# A line in capitals that comes back this often is a running head.
_RUNNING: Final = 4
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


def without_contents(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leaves out the entries of a contents list: packed tightly, and all to come again.

    An entry may print the name of a chapter beside its number where the chapter has it below, or leave
    it out: so either is looked for.
    """
    dense, beside = _dense(candidates)
    last: dict[object, int] = {}
    for candidate in candidates:
        for sign in _signs(candidate):
            last[sign] = candidate.line
    left = [
        candidate
        for candidate in candidates
        if candidate.line not in dense
        or all(
            last[sign] == candidate.line
            for sign in _signs(candidate, numbered=(candidate.line, candidate.family) in beside)
        )
    ]
    return _without_copies(left, listed=len(left) < len(candidates))


def _without_copies(candidates: list[Candidate], *, listed: bool) -> list[Candidate]:
    """Leaves out numbered titles that all come again, farther apart: those of a loose contents list.

    `listed` tells that there is such a list: then one may be left of it.
    """
    last = {(_key(one.name), one.path): one.line for one in candidates if one.path and one.name}
    copies = {
        one.line: last[_key(one.name), one.path]
        for one in candidates
        if one.path and len(_key(one.name)) > 3 and last[_key(one.name), one.path] > one.line
    }
    if len(copies) < 2 - listed or max(copies) >= min(copies.values()):
        return candidates
    originals = sorted(copies.values())
    if originals[-1] - originals[0] < _LOOSER * (max(copies) - min(copies)):
        return candidates
    return [one for one in candidates if one.line not in copies]


def _dense(candidates: Sequence[Candidate]) -> tuple[set[int], set[tuple[int, str]]]:
    """The lines that stand in a run of candidates with next to nothing between them.

    And those of them, with their family, that have another of it in their run.
    """
    runs: list[list[Candidate]] = [[]]
    # Between the articles of a law stand their words: on the same line.
    titles = [one for one in candidates if one.kind != "run-in"]
    for candidate in sorted(titles, key=lambda one: one.line):
        before = runs[-1][-1] if runs[-1] else None
        if before and _parted(before, candidate):
            runs.append([])
        runs[-1].append(candidate)
    lines: set[int] = set()
    beside: set[tuple[int, str]] = set()
    for run in runs:
        places = {one.line for one in run}
        if len(places) >= _LIST:
            lines |= places
            times = Counter(one.family for one in run)
            beside |= {(one.line, one.family) for one in run if times[one.family] > 1}
    return lines, beside


def _parted(one: Candidate, other: Candidate) -> bool:
    """Whether there are more lines between two candidates than in a list, or one of prose."""
    between = other.line - one.line - one.lines
    return between >= _APART or any(width > _ENTRY for width in one.below[: max(0, between)])


def _signs(candidate: Candidate, *, numbered: bool = True) -> list[object]:
    """What a heading and its entry in a contents list have in common."""
    signs: list[object] = [_key(candidate.title)]
    if len(name := _key(candidate.name)) > 3:
        signs.append(("name", name))
    if numbered and candidate.kind in ("keyword", "第"):
        signs.append((candidate.family, candidate.path))
    return signs


def unrepeated(members: list[Candidate]) -> list[Candidate]:
    """Leaves out running heads: the same words at the top of page after page."""
    times = Counter(_key(member.title) for member in members)
    return [member for member in members if times[_key(member.title)] < _RUNNING]


def _key(title: str) -> str:
    return _NOT_LETTERS.sub(" ", title).casefold().strip()
