"""The longest run of numbers that really counts on, among blocks that begin with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from corpus.blocks import Kind
from corpus.document import Document

Style = Literal["[]", "¶", "§", "()", ".", ")", "bare"]
"""What stands around a number."""

SKIPPED: Final = 3
"""Numbers that a chain may leave out at one place: their paragraphs were not seen as such."""


class Candidate(NamedTuple):
    """A block that begins with a number: its index, the mark and how many characters it takes there."""

    block: int
    style: Style
    value: int
    suffix: str
    mark: str
    cut: int
    weight: float


def chain_of(members: Sequence[Candidate], goes_on: int | None = None) -> list[Candidate]:
    """The best chain that counts on: each number follows one, or the same with the letter before (12, 12A).

    Dynamic programming over the best chain that ends in each number, linear in the members.
    """
    best: dict[tuple[int, str], tuple[float, int]] = {}
    scores: list[float] = []
    before: list[int] = []
    for index, one in enumerate(members):
        fresh = 0.0 if one.value <= 1 or (goes_on is not None and one.value == goes_on + 1) else -1.5
        options = [(fresh, -1)]
        if one.suffix:
            elder = chr(ord(one.suffix) - 1) if one.suffix not in "Aa" else ""
            options += [best[key] for key in [(one.value, elder)] if key in best]
        else:
            for gap in range(SKIPPED + 1):
                ended = [best[key] for key in _elders(one.value - 1 - gap) if key in best]
                options += [(score - gap, at) for score, at in ended]
        score, at = max(options)
        scores.append(score + one.weight)
        before.append(at)
        key = (one.value, one.suffix)
        if key not in best or best[key][0] < scores[-1]:
            best[key] = (scores[-1], index)
    if not scores:
        return []
    found: list[Candidate] = []
    at = max(range(len(scores)), key=scores.__getitem__)
    while at >= 0:
        found.append(members[at])
        at = before[at]
    return found[::-1]


def _elders(value: int) -> list[tuple[int, str]]:
    """What a number may follow: the one before it, or that with a letter."""
    return [(value, suffix) for suffix in ("", *"ABCDEFGH", *"abcdefgh")]


def with_further(members: Sequence[Candidate], chain: list[Candidate], least: int) -> list[Candidate]:
    """The chain with those before and behind it that begin at 1 again, as a second opinion may."""
    behind = chain_of([one for one in members if one.block > chain[-1].block])
    ahead = chain_of([one for one in members if one.block < chain[0].block])
    further = [other for other in (ahead, behind) if len(other) >= least and other[0].value == 1]
    return sorted([*chain, *(one for other in further for one in other)])


def own_block(document: Document, one: Candidate) -> int:
    """The block with the words of a numbered paragraph: the next one, where the number stands alone."""
    block = document.blocks[one.block]
    return one.block + (block.kind is Kind.PARAGRAPH and block.start + one.cut >= block.end)
