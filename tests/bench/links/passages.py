"""Passages as a reader chooses them, drawn from articles: sentences, paragraphs, some words, headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from corpus.errors import PinciteError
from corpus.opening import open_path
from corpus.words import columns
from tui.choosing import Choice

SORTS: Final = ("sentence", "sentence", "paragraph", "words", "words", "across", "heading", "item", "code")
"""What is drawn, in turn."""
_LONGEST: Final = 3_000
_WORDS: Final = (1, 2, 3, 5, 8, 12, 20, 40)
_PATIENCE: Final = 20


class Drawn(NamedTuple):
    """A passage [start, end) of a document that was read from `path`."""

    path: Path
    document: Document
    sort: str
    start: int
    end: int


def drawn(paths: list[Path], count: int, seed: int) -> Iterator[Drawn]:
    """So many passages, each from another article where there are enough of them."""
    chance = Random(seed)
    order = list(paths)
    chance.shuffle(order)
    found = 0
    for number, path in enumerate(order * count):
        if found == count or number > 10 * count + 1_000:
            return
        try:
            document = open_path(path)
        except PinciteError:
            continue
        sort = SORTS[found % len(SORTS)]
        span = _span(document, sort, chance)
        if span and document.text[slice(*span)].strip() and span[1] - span[0] < _LONGEST:
            found += 1
            yield Drawn(path, document, sort, *span)


def _span(document: Document, sort: str, chance: Random) -> tuple[int, int] | None:
    kinds = {"heading": Kind.HEADING, "item": Kind.ITEM, "code": Kind.CODE}.get(sort, Kind.PARAGRAPH)
    blocks = [block for block in document.blocks if block.kind is kinds and block.end > block.start]
    if not blocks:
        return None
    block = chance.choice(blocks)
    if sort in ("heading", "item"):
        return block.start, block.end
    if sort in ("sentence", "paragraph"):
        step = "sentence" if sort == "sentence" else "paragraph"
        return Choice.of(document, chance.randrange(block.start, block.end), step).span
    end = len(document.text) if sort == "across" else block.end
    starts, ends, _ = columns(document.text[block.start : min(end, block.start + _LONGEST)])
    length = chance.choice(_WORDS if sort != "across" else _WORDS[4:])
    if len(starts) < length:
        return None
    first = chance.randrange(len(starts) - length + 1)
    if sort == "across":
        first = min(first, chance.randrange(30))
    return block.start + starts[first], block.start + ends[first + length - 1]
