"""What of a quotation does not stand at the place that comes nearest to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.quotation.checked import Verdict
from corpus.quotation.in_article import Candidate
from corpus.quotation.notation import Reading

_REST: Final = 6
"""Words of a quotation that are looked for by themselves where the others stand without them."""


def rest_of(reading: Reading, candidate: Candidate) -> str:
    """The longest run of words of a quotation that does not stand at the nearest place; "" if it is short."""
    if candidate.match.verdict is not Verdict.PARTIAL:
        return ""
    longest = ""
    count = 0
    for run, found in zip(reading.runs, candidate.found, strict=True):
        base = 0
        for number in run:
            letters = reading.pieces[number].letters
            covered = [False] * len(letters)
            for block in found.blocks if found else ():
                for unit in range(max(0, block.first - base), min(len(letters), block.last - base)):
                    covered[unit] = True
            base += len(letters)
            for first, last in _gaps(covered):
                if last - first > count:
                    count = last - first
                    longest = letters.text[letters.starts[first] : letters.ends[last - 1]]
    return longest if count >= _REST else ""


def _gaps(covered: list[bool]) -> Iterator[tuple[int, int]]:
    """The runs of units that are not covered, but for single ones in between."""
    first: int | None = None
    last = 0
    for unit, there in enumerate(covered):
        if not there:
            if first is None:
                first = unit
            last = unit + 1
        elif first is not None and unit - last >= 1:
            yield first, last
            first = None
    if first is not None:
        yield first, last
