"""The wording of a text that is nearest to that of a quotation, where it does not stand there as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus import words
from corpus.quotation.letters import Letters
from corpus.quotation.standing import Window

_EDGE: Final = 2
"""Units that may have been replaced at either end of a quotation."""


_MOST_CUTS: Final = 100
_WITHIN: Final = frozenset(("'", "’", "-", "‐", "‑"))
"""Stands between two words that are printed as one."""


class Block(NamedTuple):
    """Units [first, last) of the quotation that stand in the source as its units [begin, end)."""

    first: int
    last: int
    begin: int
    end: int


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


class _Units(NamedTuple):
    """Forms with the unit that each begins with; last, how many units there are."""

    forms: list[str]
    firsts: list[int]


def aligned(run: Sequence[Letters], window: Window) -> Aligned | None:
    """The place in a window that is nearest to these words; None where none of them stands there."""
    from rapidfuzz.distance import Indel  # not above: most quotations are verbatim

    letters = window.letters
    own = _units(run, set(letters.forms))
    theirs = _units([letters], set(own.forms))
    blocks = _without_strays(
        [
            Block(step.src_start, step.src_end, step.dest_start, step.dest_end)
            for step in Indel.opcodes(own.forms, theirs.forms)
            if step.tag == "equal"
        ]
    )
    if not blocks:
        return None
    blocks = _tightened(blocks, theirs.forms)
    blocks = [
        Block(*(own.firsts[at] for at in block[:2]), *(theirs.firsts[at] for at in block[2:]))
        for block in _grown(blocks, own.forms, theirs.forms)
    ]
    first, last = _edges(blocks, own.firsts[-1], letters)
    return Aligned(
        window.start + letters.starts[first],
        window.start + letters.ends[last - 1],
        last - first,
        tuple(blocks),
    )


def _units(run: Sequence[Letters], others: set[str]) -> _Units:
    """The units of several texts, two made one where the other side has them so (“e-mail”, “email”)."""
    units = _Units([], [])
    base = 0
    for letters in run:
        joins = False
        for number, form in enumerate(letters.forms):
            before = letters.forms[number - 1] if number else ""
            if joins:
                joins = False
            elif number and before + form in others and form not in others and not letters.is_parted(number):
                units.forms[-1] = before + form
                joins = True
                continue
            units.forms.append(form)
            units.firsts.append(base + number)
        base += len(letters)
    units.firsts.append(base)
    return units


def _edges(blocks: list[Block], units: int, letters: Letters) -> tuple[int, int]:
    """The units of the source from the first block to the last, and those that stand for what is around."""
    first, last = blocks[0].begin, blocks[-1].end
    text, starts, ends = letters.text, letters.starts, letters.ends

    def between(number: int) -> str:
        return text[ends[number - 1] : starts[number]] if 0 < number < len(letters) else "\n\n"

    def is_within(number: int) -> bool:
        gap = between(number)
        return gap in _WITHIN or (not gap and not words.is_unspaced(text[starts[number]]))

    least, most = first - min(blocks[0].first, _EDGE), last + min(units - blocks[-1].last, _EDGE)
    begun, ended = first, last
    # No word is cut (“won’t”), and nothing is taken from another paragraph.
    while begun > least or (begun < first and is_within(begun)):
        if "\n\n" in between(begun):
            break
        begun -= 1
    while ended < most or (ended > last and is_within(ended)):
        if "\n\n" in between(ended):
            break
        ended += 1
    return begun, ended


def _without_strays(blocks: list[Block]) -> list[Block]:
    """The blocks without those that stand farther from the others than they are long."""
    for _ in range(_MOST_CUTS):
        lengths = [block.last - block.first for block in blocks]
        before, every = 0, sum(lengths)
        worst, cut = 0, 0
        for number in range(1, len(blocks)):
            before += lengths[number - 1]
            excess = _drift(blocks[number - 1], blocks[number]) - 2 * min(before, every - before) - 1
            if excess > worst:
                worst, cut = excess, number
        if not cut:
            break
        left, right = sum(lengths[:cut]), sum(lengths[cut:])
        blocks = blocks[:cut] if left >= right else blocks[cut:]
    return blocks


def _tightened(blocks: list[Block], theirs: list[str]) -> list[Block]:
    """The blocks with the first and the last one as near to the others as their words stand.

    Of several alignments with as many words the one that spans least is meant: a heading may begin with the
    words that its paragraph begins with.
    """
    while len(blocks) > 1:
        first, second = blocks[:2]
        begin = _last_place(theirs, theirs[first.begin : first.end], first.begin, second.begin)
        if begin == first.begin:
            break
        blocks = _merged([first._replace(begin=begin, end=begin + first.end - first.begin), *blocks[1:]])
    while len(blocks) > 1:
        last, before = blocks[-1], blocks[-2]
        begin = _first_place(theirs, theirs[last.begin : last.end], before.end, last.begin)
        if begin == last.begin:
            break
        blocks = _merged([*blocks[:-1], last._replace(begin=begin, end=begin + last.end - last.begin)])
    return blocks


def _last_place(theirs: list[str], wanted: list[str], begin: int, end: int) -> int:
    """The last place at or behind `begin` where these forms stand and end at or before `end`."""
    size = len(wanted)
    places = range(end - size, begin, -1)
    return next((at for at in places if theirs[at : at + size] == wanted), begin)


def _first_place(theirs: list[str], wanted: list[str], begin: int, end: int) -> int:
    """The first place at or behind `begin` where these forms stand, and at the latest `end`."""
    size = len(wanted)
    return next((at for at in range(begin, end) if theirs[at : at + size] == wanted), end)


def _merged(blocks: list[Block]) -> list[Block]:
    """The blocks with those made one that follow each other directly on both sides."""
    merged = blocks[:1]
    for block in blocks[1:]:
        last = merged[-1]
        if (last.last, last.end) == (block.first, block.begin):
            merged[-1] = last._replace(last=block.last, end=block.end)
        else:
            merged.append(block)
    return merged


def _grown(blocks: list[Block], own: list[str], theirs: list[str]) -> list[Block]:
    """The blocks with what is alike right before the first and right behind the last."""
    first, more = blocks[0], 0
    while (
        more < min(first.first, first.begin) and own[first.first - more - 1] == theirs[first.begin - more - 1]
    ):
        more += 1
    blocks = [first._replace(first=first.first - more, begin=first.begin - more), *blocks[1:]]
    last, more = blocks[-1], 0
    most = min(len(own) - last.last, len(theirs) - last.end)
    while more < most and own[last.last + more] == theirs[last.end + more]:
        more += 1
    return [*blocks[:-1], last._replace(last=last.last + more, end=last.end + more)]


def _drift(one: Block, other: Block) -> int:
    """How many more units the source has between two blocks than the quotation."""
    return (other.begin - one.begin) - (other.first - one.first)
