"""Tables of HTML: rows of words where a table holds data, nothing where it only lays out a page."""

from __future__ import annotations

from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.expression import expression
from corpus.sanitiser import clean_line

_MOST_CELL: Final = 2_000
_NUMBER: Final = expression(r"[\[(]?\d{1,4}[\])]?\.?")
_BLOCKS: Final = frozenset(("p", "div", "dl", "dt", "dd"))
_SENTENCE: Final = 60
"""Characters that a paragraph beside its number has at the least."""


def rows_of(table: LexborNode) -> list[list[str]]:
    """The cells of a data table, row by row; empty where cells hold whole passages."""
    structure = table.css("table, h1, h2, h3, ul, ol, blockquote, pre")
    if any(node.mem_id != table.mem_id for node in structure):
        return []
    rows = []
    for row in table.css("tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        if any(_is_long(cell) for cell in cells):
            return []
        words = [clean_line(_parted_text(cell) if _has_blocks(cell) else cell.text()) for cell in cells]
        if any(words):
            rows.append(words)
    if max(map(len, rows), default=0) < 2:
        return []
    return rows


def numbered_words(rows: list[list[str]]) -> str:
    """The words of a table that only sets a paragraph’s number beside it, as courts do; "" for any other."""
    if len(rows) != 1 or len(rows[0]) != 2:
        return ""
    number, words = rows[0]
    return f"{number} {words}" if _NUMBER.fullmatch(number) and len(words) > _SENTENCE else ""


def _has_blocks(cell: LexborNode) -> bool:
    return cell.css_first("p, div, br") is not None


def _parted_text(cell: LexborNode) -> str:
    """The text of a cell, with a space between its blocks, and none where only a face or a link begins."""
    pieces: list[str] = []
    block = cell.mem_id
    for node in cell.traverse(include_text=True):
        if node.tag == "br":
            pieces.append(" ")
        elif node.tag == "-text":
            around = node.parent
            while around is not None and around.tag not in _BLOCKS and around.mem_id != cell.mem_id:
                around = around.parent
            if around is not None and around.mem_id != block:
                block = around.mem_id
                pieces.append(" ")
            pieces.append(node.text_content or "")
    return "".join(pieces)


def _is_long(cell: LexborNode) -> bool:
    return len(list(islice(cell.css("p"), 3))) > 2 or len(cell.text()) > _MOST_CELL
