"""How wide the columns of a table are: as wide as the page affords, or as they must be to be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from corpus.document import Block, Text
from corpus.expression import expression
from tui import cells

BETWEEN: Final = 2
"""Cells between two columns."""
_NARROW: Final = 12
"""Cells that a column of words has at the least: narrower ones are a column of syllables."""
_LONGEST_WORD: Final = 24
_ROOMY: Final = 40
"""Cells that a column has at most in a table that is wider than the page."""
_MOST_ROWS: Final = 400
"""Rows that are measured."""
_HEAD: Final = 32_768
_PART: Final = 4_096
_PARTS: Final = 8
"""Of a long table its first characters are measured, and so many parts of the rest."""
_NUMBER: Final = expression(
    r"[-+−–±~≈<>≤≥]?\s?(?:[A-Z]{0,3}[$€£¥]\s?)?\(?\d[\d.,'’\u00a0\u202f /:–-]*\)?\s?"
    r"(?:[%‰€$£¥°*†‡]|[a-z]{1,3})?"
)
_NONE: Final = frozenset(("", "-", "–", "—", "−", ".", "…", "n/a", "N/A"))


class Columns(NamedTuple):
    """The width of each column in cells, and whether numbers stand in it, which begin at the right."""

    widths: tuple[int, ...]
    numeric: tuple[bool, ...]

    @property
    def total(self) -> int:
        """The cells that a row takes."""
        return sum(self.widths) + BETWEEN * max(0, len(self.widths) - 1)


def columns_of(text: Text, block: Block, measure: int) -> Columns:
    """The columns of the table that a block is, for a page so many cells wide.

    They fit it where no word has to be broken for that; else the table is wider than the page.
    """
    rows = [line.split("\t") for line in _sample(text, block)]
    columns = [list(column) for column in zip_longest(*rows, fillvalue="")]
    natural = [max(1, *map(cells.width, column)) for column in columns]
    numeric = tuple(_is_numeric(column[1:]) for column in columns)
    room = measure - BETWEEN * (len(columns) - 1)
    if sum(natural) <= room:
        return Columns(tuple(natural), numeric)
    least = [
        min(size, max(_longest_word(column), _NARROW if not number else max(map(cells.width, column[1:]))))
        for size, column, number in zip(natural, columns, numeric, strict=True)
    ]
    if sum(least) <= room:
        return Columns(_fitted(natural, least, room), numeric)
    wide = (
        fewest if number else min(size, max(fewest, _ROOMY))
        for size, fewest, number in zip(natural, least, numeric, strict=True)
    )
    return Columns(tuple(wide), numeric)


def _sample(text: Text, block: Block) -> list[str]:
    """Lines of a table: all of them, or of a long one the first and some of the rest."""
    if block.end - block.start <= _HEAD + _PARTS * _PART:
        lines = text[block.start : block.end].split("\n")
    else:
        lines = text[block.start : block.start + _HEAD].split("\n")[:-1]
        step = (block.end - block.start - _HEAD) // _PARTS
        for start in range(block.start + _HEAD, block.end - _PART, step):
            lines += text[start : start + _PART].split("\n")[1:-1]
    kept = _MOST_ROWS // 2
    rest = lines[kept:]
    return lines[:kept] + rest[:: max(1, len(rest) // kept)]


def _fitted(natural: Sequence[int], least: Sequence[int], room: int) -> tuple[int, ...]:
    """The widths with what is too much taken from the widest, none of them narrower than it may be."""
    widths = list(natural)
    while (over := sum(widths) - room) > 0:
        able = [column for column in range(len(widths)) if widths[column] > least[column]]
        widest = max(able, key=widths.__getitem__)
        second = max((widths[column] for column in able if widths[column] < widths[widest]), default=0)
        widths[widest] -= min(over, max(1, widths[widest] - max(second, least[widest])))
    return tuple(widths)


def _longest_word(column: Sequence[str]) -> int:
    """The cells of the longest piece that no line end may part, as far as it counts."""
    longest = max((cells.widest_unit(words) for words in column), default=0)
    return min(longest, _LONGEST_WORD)


def _is_numeric(body: Sequence[str]) -> bool:
    told = [words for words in (one.strip() for one in body) if words not in _NONE]
    return bool(told) and all(len(words) <= _LONGEST_WORD and _NUMBER.fullmatch(words) for words in told)
