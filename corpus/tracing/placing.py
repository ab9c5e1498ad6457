"""Where in an article a place is that a citation names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, TypeVar

from corpus import words
from corpus.citation.place import place_of
from corpus.citation.section import section_of_heading
from corpus.document import Block, Document, Readable
from corpus.errors import NoSuchPlace
from corpus.labels import STATUTES
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.shown_number import paragraph_called
from corpus.passages.shown_passage import places_of
from corpus.tracing.traced import Pinpoint

_BLOCKS: Final = 400
"""Blocks of a section among which its subsection is looked for."""
_BEYOND: Final = 12
"""Places that a range may name beyond the end of an article: of “3 ff.” nobody says how many follow."""
_Place = TypeVar("_Place")
_PAGES_ON: Final = 2_000
"""Blocks of a large text in which the end of a page is looked for."""


def spans_of(pinpoint: Pinpoint, document: Readable, outline: Outline) -> tuple[tuple[int, int], ...]:
    """The places [start, end) that a pinpoint may mean in an article, likeliest first; () for none.

    A number of which is not said what it counts may be that of a page, or of a paragraph.
    """
    kinds = {
        "page": (_pages,),
        "paragraph": (_paragraphs,),
        "section": (_sections,),
        # Notes are not told from other paragraphs.
        "note": (),
        "": (_pages, _paragraphs),
    }
    found: list[tuple[int, int]] = []
    for read in kinds[pinpoint.kind]:
        try:
            span = read(pinpoint, document, outline)
        except NoSuchPlace:
            continue
        if span and span not in found:
            found.append(span)
    return tuple(found)


def called(document: Readable, outline: Outline, start: int, end: int) -> str:
    """What the place of [start, end) is called: "p. 42 · [12]"; the heading where nothing is numbered."""
    passage = Passage(document, outline, start, end)
    numbered = " · ".join(filter(None, places_of(passage)))
    return numbered or next(iter(reversed(passage.section)), "")


def _pages(pinpoint: Pinpoint, document: Readable, outline: Outline) -> tuple[int, int] | None:
    del outline
    start, last = document.page(pinpoint.first), _last_of(pinpoint, document.page)
    return (start, _end_of_page(document, last)) if start <= last else None


def _last_of(pinpoint: Pinpoint, find: Callable[[str], _Place]) -> _Place:
    """The last place of a range, or the one before it where the article ends earlier. Raises NoSuchPlace."""
    if pinpoint.first.isdecimal() and pinpoint.last.isdecimal():
        if int(pinpoint.last) < int(pinpoint.first):
            return find(pinpoint.last)
        for number in range(int(pinpoint.last), int(pinpoint.first), -1)[:_BEYOND]:
            with suppress(NoSuchPlace):
                return find(str(number))
    return find(pinpoint.last if not pinpoint.last.isdecimal() else pinpoint.first)


def _end_of_page(document: Readable, start: int) -> int:
    """The offset at which the page that begins at `start` ends."""
    if isinstance(document, Document):
        starts = document.labels.pages.starts
        return min((one for one in starts if one > start), default=len(document.text))
    label, block = document.page_at(start), document.block_near(start)
    for _ in range(_PAGES_ON):
        following = document.block_after(block.start)
        if following is None or document.page_at(following.start) != label:
            break
        block = following
    return block.end


def _paragraphs(pinpoint: Pinpoint, document: Readable, outline: Outline) -> tuple[int, int] | None:
    del outline
    first = paragraph_called(document, pinpoint.first)
    last = _last_of(pinpoint, lambda number: paragraph_called(document, number))
    return (first.start, last.end) if first.start <= last.start else None


def _sections(pinpoint: Pinpoint, document: Readable, outline: Outline) -> tuple[int, int] | None:
    first = _section(pinpoint.first, document, outline)
    last = first if pinpoint.last == pinpoint.first else _section(pinpoint.last, document, outline)
    return (first[0], last[1]) if first and last and first[0] < last[1] else None


def _section(number: str, document: Readable, outline: Outline) -> tuple[int, int] | None:
    """The section with that number, or with that title between “ ”."""
    if number.startswith("“"):
        title = _plain(number.strip("“”"))
        named = (one for one in outline.sections if _plain(one.title.rstrip("¶ ")).rstrip(".,") == title)
    else:
        wanted = _plain(number)
        named = (one for one in outline.sections if wanted in _numbers(one.title))
    if section := next(named, None):
        return section.start, section.end
    base, subsection, _ = number.partition("(")
    if subsection and (whole := _section(base, document, outline)):
        return _subsection(number, document, outline, *whole) or whole
    return _in_statute(number, document, outline)


def _in_statute(number: str, document: Readable, outline: Outline) -> tuple[int, int] | None:
    """The blocks of a statute that belong to the section with that number, as citations name it."""
    if document.metadata.type not in STATUTES or not isinstance(document, Document):
        return None
    base = number.partition("(")[0]
    if document.prints_numbers:
        try:
            start = document.marked(base).start
        except NoSuchPlace:
            return None
        return _subsection(number, document, outline, start, len(document.text)) or (
            start,
            document.marked(base).end,
        )
    opening = re.compile(
        rf"^(?:§{{1,2}}\s?|Section\s|Sec\.\s|s\.?\s)?{re.escape(base)}(?![\w])", re.MULTILINE | re.IGNORECASE
    )
    for match in opening.finditer(document.text):
        if span := _subsection(number, document, outline, match.start(), len(document.text)):
            return span
    return None


def _subsection(
    number: str, document: Readable, outline: Outline, start: int, end: int
) -> tuple[int, int] | None:
    """The first run of blocks in [start, end) whose place is called by that number."""
    found: tuple[int, int] | None = None
    for block in _blocks(document, start, end):
        passage = Passage(document, outline, block.start, block.end)
        place = place_of(passage, passage, type=document.metadata.type)
        if _plain(number) in (_plain(place.section), _plain(place.division)):
            found = (found[0] if found else block.start, block.end)
        elif found:
            break
    return found


def _blocks(document: Readable, start: int, end: int) -> Iterator[Block]:
    block: Block | None = document.block_near(start)
    for _ in range(_BLOCKS):
        if block is None or block.start >= end:
            return
        yield block
        block = document.block_after(block.start)


def _numbers(title: str) -> tuple[str, ...]:
    """What the heading of a section numbers it by, in the forms that are compared."""
    section = section_of_heading(title)
    return tuple(_plain(number) for number in (section.number, section.division) if number)


def _plain(number: str) -> str:
    return " ".join(words.fold(number).replace("art.", "article").split())
