"""Where a reader left off, found again in a text that changed since.

It must lead somewhere, and near by is good enough: for a passage that is gone, what stands there now is
taken. A mark, which is cited, is never treated so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import Document, Readable
from corpus.library.standing import finder
from corpus.outline import Outline
from corpus.passage import Passage
from corpus.selectors import Part, part_of

_MOST: Final = 240
"""Characters from the place on that it is found again by: a sentence or two."""
_NEAR: Final = 12
"""Blocks on either side that are tried where it is gone."""


def found_again(place: int, before: Document, document: Readable) -> int:
    """Where an offset in one text is in another; in the same text, where it was."""
    within = min(place, len(document.text))
    if not before.blocks or (isinstance(document, Document) and document.text == before.text):
        return within
    place = min(place, len(before.text))
    find = finder(document, before)
    for part, ahead in _parts(place, before):
        if (span := find(part).span) is None:
            continue
        if not ahead:
            return max(0, span[0] + place - part.start) if part.start <= place < part.end else span[0]
        behind = document.block_after(span[0])
        return behind.start if behind else len(document.text)
    return within


def _parts(place: int, before: Document) -> Iterator[tuple[Part, bool]]:
    """The words at an offset, then the blocks around it, nearest first; whether they stand ahead of it."""
    here = before.block_at(place)
    blocks = before.blocks
    yield from _part(before, _word(before.text, place, blocks.starts[here]), blocks.ends[here], ahead=False)
    yield from _part(before, blocks.starts[here], blocks.ends[here], ahead=False)
    for distance in range(1, _NEAR + 1):
        for index, ahead in ((here - distance, True), (here + distance, False)):
            if 0 <= index < len(blocks):
                yield from _part(before, blocks.starts[index], blocks.ends[index], ahead=ahead)


def _part(before: Document, start: int, end: int, *, ahead: bool) -> Iterator[tuple[Part, bool]]:
    part = part_of(Passage(before, Outline(()), start, max(start, min(end, start + _MOST))))
    if part.exact:
        yield part, ahead


def _word(text: str, place: int, least: int) -> int:
    """Where the word begins that an offset stands in, not before an offset."""
    while place > least and text[place - 1 : place + 1].isalnum() and place < len(text):
        place -= 1
    return place
