"""Where a key or a typed place leads: offsets in the article. No Textual in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from corpus.document import Readable
from corpus.errors import NoSuchPlace
from corpus.outline import Outline

_PLACE = re.compile(r"(?:¶\s*|para(?:graph)?\.?\s*)?(?P<number>\d{1,9})\s*(?P<percent>%)?", re.IGNORECASE)


def paragraph(document: Readable, offset: int, by: int) -> int:
    """The start of the next paragraph after an offset, or of the one before; of the same block at the ends.

    Every block is stopped at: headings, lists and tables too.
    """
    block = document.block_after(offset) if by > 0 else document.block_before(offset)
    return (block or document.block_near(offset)).start


def section(outline: Outline, offset: int, by: int) -> int | None:
    """The start of the next section, or of the one that begins before the offset; None without one."""
    starts = [section.start for section in outline.sections]
    index = bisect_right(starts, offset) if by > 0 else bisect_left(starts, offset) - 1
    return starts[index] if 0 <= index < len(starts) else None


def place(document: Readable, words: str) -> int:
    """The offset that a typed place means: "42" or "¶ 42" is a paragraph, "50%" a share of the text.

    Raises NoSuchPlace with a sentence.
    """
    match = _PLACE.fullmatch(words.strip())
    if match is None:
        raise NoSuchPlace("Type a paragraph’s number, such as 42, or a share of the text, such as 50%.")
    number = int(match["number"])
    if not match["percent"]:
        return document.paragraph(number).start
    if number > 100:
        raise NoSuchPlace("An article ends at 100%.")
    return document.block_near(len(document.text) * number // 100).start
