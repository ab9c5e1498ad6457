"""The wording of a text that is nearest to that of a quotation, where it does not stand there as it is."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.quotation.letters import Letters
from corpus.quotation.standing import Window

_EDGE: Final = 2
"""Units that may have been replaced at either end of a quotation."""


class Block(NamedTuple):
    """Units [first, last) of the quotation that stand in the source from a unit on."""

    first: int
    last: int
    source: int


class Aligned(NamedTuple):
    """Where a run of words is nearest to: offsets [start, end) in the text, and the units they have.

    `blocks` are what both have.
    """

    start: int
    end: int
    units: int
    blocks: tuple[Block, ...]

    @property
    def matched(self) -> int:
        """How many units of the quotation stand there."""
        return sum(block.last - block.first for block in self.blocks)

    @property
    def longest(self) -> int:
        """How many of them stand there one after the other, at the most."""
        return max(block.last - block.first for block in self.blocks)


def aligned(forms: list[str], window: Window) -> Aligned | None:
    """The place in a window that is nearest to these units; None where no unit stands there."""
    from rapidfuzz.distance import Indel  # not above: most quotations are verbatim

    letters: Letters = window.letters
    blocks = [
        Block(step.src_start, step.src_end, step.dest_start)
        for step in Indel.opcodes(forms, letters.forms)
        if step.tag == "equal"
    ]
    blocks = _without_strays(blocks)
    if not blocks:
        return None
    first, last = blocks[0].source, blocks[-1].source + blocks[-1].last - blocks[-1].first
    lead = min(blocks[0].first, first, _EDGE)
    tail = min(len(forms) - blocks[-1].last, len(letters) - last, _EDGE)
    first, last = first - lead, last + tail
    return Aligned(
        window.start + letters.starts[first],
        window.start + letters.ends[last - 1],
        last - first,
        tuple(blocks),
    )


def _without_strays(blocks: list[Block]) -> list[Block]:
    """The blocks without those at the ends that stand farther from the others than they are long."""
    while len(blocks) > 1:
        one, other = blocks[0], blocks[1]
        if _drift(one, other) > 2 * (one.last - one.first) + 1:
            blocks = blocks[1:]
            continue
        one, other = blocks[-2], blocks[-1]
        if _drift(one, other) > 2 * (other.last - other.first) + 1:
            blocks = blocks[:-1]
            continue
        break
    return blocks


def _drift(one: Block, other: Block) -> int:
    """How many more units the source has between two blocks than the quotation."""
    return (other.source - one.source) - (other.first - one.first)
