"""Passages as a reader chooses them, at places drawn from articles: each character of one is as likely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from corpus.document import Document
from corpus.errors import PinciteError
from corpus.opening import open_path
from corpus.words import columns
from tui.choosing import Choice

SORTS: Final = (
    "sentence",
    "words",
    "paragraph",
    "sentence",
    "words",
    "sentence",
    "paragraph",
    "words",
    "across",
)
"""What is chosen at a place, in turn: what v chooses, V, some words of a block, and some over a border."""
_LONGEST: Final = 3_000
_WORDS: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_MANY: Final = 12


class Drawn(NamedTuple):
    """A passage [start, end) of a document that was read from `path`; `kind` is that of its first block."""

    path: Path
    document: Document
    sort: str
    kind: str
    start: int
    end: int


def drawn(paths: list[Path], count: int, seed: int) -> Iterator[Drawn]:
    """So many passages, each from another article where there are enough of them."""
    chance = Random(seed)
    order = list(paths)
    chance.shuffle(order)
    found = 0
    for path in order * (1 + 3 * count // max(1, len(order))):
        if found == count:
            return
        try:
            document = open_path(path)
        except PinciteError:
            continue
        sort = SORTS[found % len(SORTS)]
        span = _span(document, sort, chance)
        if span and any(map(str.isalnum, document.text[slice(*span)])) and span[1] - span[0] < _LONGEST:
            found += 1
            yield Drawn(path, document, sort, document.block_near(span[0]).kind.name.lower(), *span)


def _span(document: Document, sort: str, chance: Random) -> tuple[int, int] | None:
    if not document.text:
        return None
    offset = chance.randrange(len(document.text))
    if sort == "sentence":
        return Choice.of(document, offset, "sentence").span
    if sort == "paragraph":
        return Choice.of(document, offset, "paragraph").span
    block = document.block_near(offset)
    end = block.end if sort == "words" else len(document.text)
    starts, ends, _ = columns(document.text[block.start : min(end, block.start + _LONGEST)])
    length = chance.choice([count for count in _WORDS if sort == "words" or count >= _MANY])
    if len(starts) < length:
        return None
    first = chance.randrange(len(starts) - length + 1)
    return block.start + starts[first], block.start + ends[first + length - 1]
