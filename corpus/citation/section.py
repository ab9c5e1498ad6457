"""The number of the section that a passage stands in, as its source prints it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.document import Block, Kind, Readable
from corpus.expression import expression
from corpus.labels import bare
from corpus.outline.numbering import HAN_DIGITS, roman
from corpus.sanitiser import clean_line

_SECTION: Final = expression(
    r"(?:§{1,2}\s?|(?:section|sec\.?|s\.?)\s+)?"
    r"(?P<number>\d{1,4}[A-Za-z]?(?:[.-]\d{1,4}[A-Za-z]?){0,5}(?:\(\w{1,4}\))*"
    r"|[IVXLC]{1,7}(?=[.)])|[A-Z](?=\.(?:\d|\s))(?:\.\d{1,3})*)"
    r"(?:[.)]?(?=[\s:—–-])|\.?$)",
    re.IGNORECASE,
)
_NAMED: Final = expression(r"(?:§|section\b|sec\b|s\.?\s)", re.IGNORECASE)
_DIVISION: Final = expression(
    rf"(?P<latin>(?:article|art\.|rule|regulation|reg\.|clause|schedule)\s+(?:\d{{1,4}}[A-Za-z]?|[IVXLC]{{1,7}})\b)"
    rf"|(?P<han>第[{HAN_DIGITS}\d]{{1,7}}[条條](?:之[{HAN_DIGITS}]{{1,3}})?)",
    re.IGNORECASE,
)
_SUBSECTION: Final = expression(r"[\s—–-]*(?P<sub>(?:\([\dA-Za-z]{1,4}\))+)")
_BACK: Final = 60
"""Blocks before a passage among which the beginning of its section is looked for."""
_LOOKED_AT: Final = 60


class Section(NamedTuple):
    """The number of a section ("4.5", "12(1)"), or a part that is called otherwise ("第十二条").

    `sure` tells that a word or a sign says that it is one ("Section 12", "§ 12").
    """

    number: str = ""
    division: str = ""
    sure: bool = False


def section_of_heading(title: str) -> Section:
    """The number that a heading begins with. A year is none, nor a number without a title behind it."""
    words = clean_line(title)
    if division := _division(words):
        return Section(division=division)
    match = _SECTION.match(words)
    if match is None:
        return Section()
    number = match["number"].rstrip(".-")
    named = _NAMED.match(words) is not None
    if not named and (match.end() == len(words) or (not number[:1].isdigit() and not number.isupper())):
        return Section()
    if number.isdecimal() and len(number) == 4 and not named:
        return Section()
    if number.isalpha() and len(number) > 1 and roman(number.upper()) is None:
        return Section()
    return Section(number, sure=named)


def section_of_statute(document: Readable, block: Block, heading: Section) -> Section:
    """The section of a statute that a block stands in; `heading` is that of the heading over it.

    The number that opens a paragraph counts ("§ 107", "第十二条", a printed "12."), in that block or in
    those before it as far as the heading; behind it stands the subsection that opens the block ("12(1)").
    """
    mark = document.mark_at(block.start)
    if mark:
        return Section(bare(mark) + _subsection(document, block))
    current: Block | None = block
    for _ in range(_BACK):
        if current is None or current.kind in (Kind.HEADING, Kind.NOTE):
            break
        words = document.text[current.start : min(current.end, current.start + _LOOKED_AT)]
        if division := _division(words):
            return Section(division=division)
        if _NAMED.match(words) and (match := _SECTION.match(words)):
            return Section(match["number"].rstrip(".-") + _subsection(document, block, current, match.end()))
        current = document.block_before(current.start)
    if heading.number:
        return heading._replace(number=heading.number + _subsection(document, block))
    return heading


def _division(words: str) -> str:
    match = _DIVISION.match(words)
    return clean_line(match[0]) if match else ""


def _subsection(document: Readable, block: Block, section: Block | None = None, skipped: int = 0) -> str:
    """The subsection that opens a block: "(1)"; "" where none does."""
    if section is not None and section.start == block.start:
        words = document.text[block.start + skipped : block.end][:_LOOKED_AT].lstrip(" .")
    else:
        words = f"{block.marker}{document.text[block.start : block.end][:_LOOKED_AT]}"
    match = _SUBSECTION.match(words)
    return match["sub"] if match else ""
