"""Where a reader left off, found again in a text that changed since.

It must lead somewhere, and near by is good enough: for a passage that is gone, what stands there now is
taken. A mark, which is cited, is never treated so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from corpus.document import Document, Readable
from corpus.outline import Outline

if TYPE_CHECKING:
    from corpus.passages.selectors import Part

Stands: TypeAlias = Literal["here", "ahead", "behind"]
"""Where words stand, seen from the place that is looked for."""

_MOST: Final = 240
"""Characters from the place on that it is found again by: a sentence or two."""
_TELLING: Final = 60
"""Characters that are not there twice by chance."""
_LONGEST: Final = 64
"""Characters of a word that are looked through for its beginning."""
_NEAR: Final = 12
"""Blocks on either side that are tried where it is gone."""


def found_again(place: int, before: Document, document: Readable) -> int:
    """Where an offset in one text is in another; in the same text, where it was."""
    within = min(place, len(document.text))
    if not before.blocks:
        return within
    place = min(place, len(before.text))
    if isinstance(document, Document) and (known := _plainly(place, before.text, document.text)) is not None:
        return known
    from corpus.library.article_finder import finder  # here and below, not above: the page waits for it

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


def _plainly(place: int, old: str, new: str) -> int | None:
    """The same where it takes no comparing: most files are changed at one place, and the page waits."""
    end = min(place + _MOST, len(old))
    if old[:end] == new[:end]:
        return place
    moved = place + len(new) - len(old)
    if moved >= 0 and old[place:] == new[moved:]:
        return moved
    words = old[place:end]
    if len(words) >= _TELLING and _only(words, old) == place and (at := _only(words, new)) >= 0:
        return at
    return None


def _only(words: str, text: str) -> int:
    """Where words stand in a text; -1 where that is nowhere, or at several places."""
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else -1


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
    from corpus.passages.passage import Passage
    from corpus.passages.selectors import part_of

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
