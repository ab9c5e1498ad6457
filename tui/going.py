"""Where a key or a typed place leads: offsets in the article. No Textual in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from corpus.document import Readable
from corpus.errors import NoSuchPlace
from corpus.outline import Outline
from corpus.passages.shown_number import paragraph_called

_PARAGRAPH = re.compile(
    r"(?:¶\s*|para(?:graph)?\.?\s*|§\s*)?[\[(]?(?P<number>\d{1,9}[a-z]?)[\])]?\.?", re.IGNORECASE
)
_PAGE = re.compile(r"(?:pages?|pp?)[\s.]*(?P<label>\d{1,9}|[ivxlcdm]{1,9})", re.IGNORECASE)
_SHARE = re.compile(r"(?P<share>\d{1,9})\s*%")


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


def is_place(words: str) -> bool:
    """Whether words name a place of the article that is read, be it there or not: see `place`."""
    words = words.strip()
    return not words or any(form.fullmatch(words) for form in (_PARAGRAPH, _PAGE, _SHARE))


def place(document: Readable, words: str) -> int:
    """The offset that a typed place means.

    "42", "¶ 42" or "[42]" is the paragraph with that number in the margin, "p42" a page that the source
    prints, "50%" a share of the text. Raises NoSuchPlace with a sentence.
    """
    words = words.strip()
    if match := _PARAGRAPH.fullmatch(words):
        return paragraph_called(document, match["number"]).start
    if match := _PAGE.fullmatch(words):
        return document.page(match["label"])
    match = _SHARE.fullmatch(words)
    if match is None:
        raise NoSuchPlace("Type a paragraph’s number (42), a page (p42), or a share of the text (50%).")
    if int(match["share"]) > 100:
        raise NoSuchPlace("An article ends at 100%.")
    return document.block_near(len(document.text) * int(match["share"]) // 100).start
