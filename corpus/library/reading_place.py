"""Where a reader left off, found again in a text that changed since.

It must lead somewhere, and near by is good enough: for a passage that is gone, what stands there now is
taken. A mark, which is cited, is never treated so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from corpus.document import Document, Readable
from corpus.library.standing import finder
from corpus.outline import Outline
from corpus.passage import Passage
from corpus.selectors import Part, part_of

Stands: TypeAlias = Literal["here", "ahead", "behind"]
"""Where words stand, seen from the place that is looked for."""

_MOST: Final = 240
"""Characters from the place on that it is found again by: a sentence or two."""
_LONGEST: Final = 64
"""Characters of a word that are looked through for its beginning."""
_NEAR: Final = 12
"""Blocks on either side that are tried where it is gone."""


def found_again(place: int, before: Document, document: Readable) -> int:
    """Where an offset in one text is in another; in the same text, where it was."""
    within = min(place, len(document.text))
    if not before.blocks or (isinstance(document, Document) and document.text == before.text):
        return within
    place = min(place, len(before.text))
    find = finder(document, before)
    for part, stands in _parts(place, before):
        if (span := find(part).span) is None:
            continue
        if stands == "here":
            return max(0, min(span[0] + place - part.start, document.block_near(span[0]).end))
        if stands == "behind":
            return span[0]
        following = document.block_after(span[0])
        return following.start if following else len(document.text)
    return within


def _parts(place: int, before: Document) -> Iterator[tuple[Part, Stands]]:
    """The words at an offset, then its block, then those around it, nearest first."""
    here = before.block_at(place)
    blocks = before.blocks
    yield from _part(before, _word(before.text, place, blocks.starts[here]), blocks.ends[here], "here")
    yield from _part(before, blocks.starts[here], blocks.ends[here], "here")
    for distance in range(1, _NEAR + 1):
        around: tuple[tuple[int, Stands], ...] = ((here - distance, "ahead"), (here + distance, "behind"))
        for index, stands in around:
            if 0 <= index < len(blocks):
                yield from _part(before, blocks.starts[index], blocks.ends[index], stands)


def _part(before: Document, start: int, end: int, stands: Stands) -> Iterator[tuple[Part, Stands]]:
    if end - start > _MOST:
        end = start + _MOST
        end = max(before.text.rfind(" ", start, end), start + _MOST // 2)
    part = part_of(Passage(before, Outline(()), start, max(start, end)))
    if part.exact:
        yield part, stands


def _word(text: str, place: int, least: int) -> int:
    """Where the word begins that an offset stands in, not before another."""
    least = max(least, place - _LONGEST)
    while place > least and text[place - 1 : place + 1].isalnum() and place < len(text):
        place -= 1
    return place
