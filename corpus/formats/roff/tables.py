r"""Tables of tbl, as rows of cells. Source: tbl(1).

Of the format only what tells of headings and spans is read; how a table looks is nobody's business here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.formats.roff.words import Words

_TAB: Final = re.compile(r"tab *\(([^)]*)\)")
_RULE: Final = re.compile(r"\s*[_=]+\s*|\s*")
_MOST_ROWS: Final = 20_000
_MOST_CELLS: Final = 1_000
_FACE: Final = re.compile(r"^\.(?:B|I|R|SM|SB|BR|IR|BI|RB|IB|RI)[ \t]+")


def table_of(lines: Sequence[str], translated: Mapping[str, str]) -> str:
    """The HTML of a table by the lines between .TS and .TE."""
    separator, at = "\t", 0
    if lines and lines[0].rstrip().endswith(";"):
        if match := _TAB.search(lines[0]):
            separator = match[1][:1] or "\t"
        at = 1
    while at < len(lines) and not lines[at].rstrip().endswith("."):
        at += 1
    rows = []
    body = iter(lines[at + 1 : at + 1 + _MOST_ROWS])
    for line in body:
        if line.startswith(".T&"):
            for more in body:
                if more.rstrip().endswith("."):
                    break
            continue
        if line[:1] == "." and not _FACE.match(line):
            continue
        if _RULE.fullmatch(line):
            continue
        rows.append(_row(line, separator, body))
    cells = ("".join(f"<td>{_cell(cell, translated)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _row(line: str, separator: str, body: Iterator[str]) -> list[str]:
    """The cells of a row; a text block "T{ … T}" takes further lines."""
    cells: list[str] = []
    rest: str | None = _FACE.sub("", line)
    while rest is not None and len(cells) < _MOST_CELLS:
        cell, found, more = rest.partition(separator)
        if cell.strip() == "T{":
            block: list[str] = []
            more, found = "", ""
            for one in body:
                if one.startswith("T}"):
                    found, more = ("x", one[3:]) if len(one) > 2 else ("", "")
                    break
                block.append(one)
            cell = " ".join(_FACE.sub("", one) for one in block if one[:1] != "." or _FACE.match(one))
        cells.append("" if cell in ("_", "=", "\\_", "\\^") else cell)
        rest = more if found else None
    return cells


def _cell(cell: str, translated: Mapping[str, str]) -> str:
    words = Words(translated)
    words.add(cell)
    return words.take()
