"""Which of the lines that may be headings are: a number is believed in a chain that counts on, alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.outline.lines.bare import BARE, believed_bare
from corpus.outline.lines.candidate import Candidate, kind_of
from corpus.outline.lines.contents import unrepeated
from corpus.outline.numbering import best_chain
from corpus.scripts import count_han

# These count on across or start over in each part that holds them.
_RESTARTING: Final = ("keyword", "第", "一、", "（一）")
# One alone is believed: nothing but a heading reads like it.
_SURE: Final = (
    *("keyword chapter", "keyword appendix", "keyword book"),
    *("第章", "第节", "第回", "第编", "第篇", "第卷", "第部分"),
)
_CLEAR: Final = 3
"""So many titles with a capital show that those with a small initial are titles too."""
_STRONG: Final = 2
"""So many lines in capitals with prose under them show that those without are headings too."""
_RUN_IN: Final = "run-in"
_WORDS: Final = 100
"""Cells of words between two of a chain, below which the members are items of a list."""
_WORDS_HAN: Final = 60


def believed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a whole text that are headings, family by family, the outer ones first."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        families[candidate.family].append(candidate)
    kept: list[Candidate] = []
    above: list[int] = []
    for family in sorted(families, key=lambda one: _order(one, families[one])):
        members = families[family]
        if kind_of(family) == _RUN_IN or _mostly_run_in(family, families):
            continue
        if not members[0].path:
            kept += _unnumbered(family, members)
            continue
        chain = _once(_chained(family, members, above))
        kept += _with_titles(chain)
        above = sorted({*above, *(one.line for one in chain)})
    return _with_named(kept)


def _with_named(kept: list[Candidate]) -> list[Candidate]:
    """Leaves out words like "Preface" but before and behind what counts: between chapters they divide one."""
    spans: dict[str, tuple[int, int]] = {}
    for one in kept:
        if one.path:
            first, last = spans.get(one.family, (one.line, one.line))
            spans[one.family] = min(first, one.line), max(last, one.line)
    # As a bare line such a word is a heading where nothing counts.
    called = {one.line for one in kept if one.family == "named"} if spans else set()
    return [
        one
        for one in kept
        if (one.family != BARE or one.line not in called)
        and (
            one.family != "named"
            or (spans and not any(first < one.line < last for first, last in spans.values()))
        )
    ]


def _order(family: str, members: list[Candidate]) -> tuple[int, int]:
    """Outer families first: those called by name, then in the order in which they come up."""
    if kind_of(family) in ("keyword", "第"):
        return 0, members[0].rank
    return (2 if kind_of(family) == "inner" else 1), members[0].line


def _mostly_run_in(family: str, families: dict[str, list[Candidate]]) -> bool:
    """Whether most numbers of a kind stand on the line of their words: the others are short paragraphs."""
    name = family.removeprefix("keyword ").removeprefix("第")
    return len(families.get(f"{_RUN_IN} {name}", ())) > len(families[family])


def _unnumbered(family: str, members: list[Candidate]) -> list[Candidate]:
    if family == BARE:
        return believed_bare(members)
    if kind_of(family) in ("underlined", "named"):
        return members
    if kind_of(family) == "marked":
        return members if len(members) > 1 else []
    strong = sum(not one.weak for one in members)
    if strong < _STRONG or strong * 3 < len(members):
        members = [one for one in members if not one.weak]
    # Under each of its headings a manual may repeat those of the second level.
    return [one for one in members if one.rank] + unrepeated([one for one in members if not one.rank])


def _chained(family: str, members: list[Candidate], above: list[int]) -> list[Candidate]:
    """The numbered lines that count on, if they are not the items of a list."""
    weights = [(member.path, 0.7 + 0.4 * member.isolated) for member in members]
    # Under each heading of another family a count may start over.
    parts = [bisect_left(above, member.line) for member in members]
    if family == "roman":
        # The chapters of the next story are counted from I again; C may be the letter.
        parts = list(range(len(members)))
    inner = kind_of(family) == "inner"
    if inner:
        members = [member for member, part in zip(members, parts, strict=True) if part]
        weights, parts = weights[-len(members) :], parts[-len(members) :]
    indexes = best_chain(weights, parts, anywhere=kind_of(family) in _RESTARTING) if members else []
    chain = [members[index] for index in indexes]
    if family in _SURE:
        return chain
    runs = _runs(chain)
    outlines = [run for run in runs if _is_outline(run, every=inner)]
    # Beside those that count on, a part may have no more than its first: "I." in the last chapter.
    if outlines:
        outlines += [run for run in runs if len(run) == 1 and run[0].path == (1,) and run[0].isolated]
    return sorted((one for run in outlines for one in run), key=lambda one: one.line)


def _once(chain: list[Candidate]) -> list[Candidate]:
    """Leaves out running heads: the number and the title of a chapter, over and over until the next one."""
    return [
        one
        for before, one in pairwise([None, *chain])
        if one and not (before and one.title == before.title and one.name)
    ]


def _runs(chain: list[Candidate]) -> list[list[Candidate]]:
    """A chain cut where its numbers start over."""
    runs: list[list[Candidate]] = []
    for one in chain:
        if not runs or one.path <= runs[-1][-1].path:
            runs.append([])
        runs[-1].append(one)
    return runs


def _is_outline(run: list[Candidate], *, every: bool) -> bool:
    """Whether numbers that count on are those of headings, and not of the items of a list."""
    if len(run) < 2:
        return False
    signed = run[0].family == "keyword §" or any(len(one.path) > 1 for one in run)
    weak = sum(one.weak for one in run)
    if not signed and weak * 2 > len(run) and len(run) - weak < _CLEAR:
        return False
    return not _is_list(run, every=every)


def _is_list(chain: list[Candidate], *, every: bool) -> bool:
    """Whether there is hardly a word between the numbered lines: then they are items.

    With `every` each of them must have some.
    """
    gaps = sorted(
        sum(one.below[: max(0, other.line - one.line - one.lines)]) for one, other in pairwise(chain)
    )
    if chain[0].kind in ("第", "一、", "（一）"):
        return gaps[-1] < _WORDS_HAN
    if count_han(chain[0].name):
        return gaps[len(gaps) // 2] < _WORDS_HAN
    return gaps[0 if every else len(gaps) // 2] < _WORDS


def _with_titles(chain: list[Candidate]) -> list[Candidate]:
    """The chain with the lines under its numbers as titles, where most of the numbers have such a line."""
    count = Counter(
        "under" if one.under else "titled" if one.name and one.lines > 1 else "alone"
        for one in chain
        if one.lines > 1 or not one.name
    )
    if count["under"] + count["titled"] < 2 or (count["under"] + count["titled"]) * 2 <= count["alone"] * 3:
        return chain
    return [one.with_title(one.under) if one.under else one for one in chain]
