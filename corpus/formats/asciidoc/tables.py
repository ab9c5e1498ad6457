"""Tables of AsciiDoc, as rows of cells. Source: the AsciiDoc language, "Tables"."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from typing import Final

_CELL: Final = re.compile(
    r"(?<!\\)(?:(?<=\s)|^)(?:(\d{0,3})(?:\.(\d{1,3}))?([+*]))?(?:[<^>]?(?:\.[<^>])?)([a-z]?)\|"
    r"|(?<!\\)()()()()\|",
    re.MULTILINE,
)
_COUNTED: Final = re.compile(r"(\d{1,2})\*")
_MOST: Final = 50_000
_COPIED: Final = 100_000
"""Characters of a table that are written more than once because it says so."""


def table_of(lines: Sequence[str], attributes: str, separator: str, html: Callable[[str], str]) -> str:
    """The HTML of a table by its lines; `html` makes that of the words of a cell."""
    text = "\n".join(line for line in lines if not line.startswith("//"))
    if separator == "," or "format=csv" in attributes or 'format="csv"' in attributes:
        rows = [[(cell, 1) for cell in row] for row in _csv(text)]
    else:
        if separator != "|":
            text = text.replace(separator, "|")
        rows = _rows(text, attributes)
    filled = [line for line in lines if line.strip()]
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    parted = len(lines) > first + 1 and not lines[first + 1].strip() and len(filled) > 1
    has_head = "header" in attributes or (
        "%autowidth" not in attributes and parted and "noheader" not in attributes
    )
    pieces = ["<table>"]
    for number, row in enumerate(rows):
        tag = "th" if has_head and not number else "td"
        cells = (
            f"<{tag}{f' colspan={span}' if span > 1 else ''}>{html(cell.strip())}</{tag}>"
            for cell, span in row
        )
        pieces.append(f"<tr>{''.join(cells)}</tr>")
    return "".join((*pieces, "</table>"))


def _csv(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(text.split("\n")))
    except csv.Error:
        return [line.split(",") for line in text.split("\n")]


def _rows(text: str, attributes: str) -> list[list[tuple[str, int]]]:
    cells: list[tuple[str, int]] = []
    room = _COPIED
    found = list(_CELL.finditer(text))[:_MOST]
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        words = text[match.end() : end].replace("\\|", "|")
        span = int(match[1] or 1) if match[3] == "+" else 1
        times = min(int(match[1] or 1), 20) if match[3] == "*" else 1
        if times * len(words) > room:
            times = 1
        elif times > 1:
            room -= times * len(words)
        cells.extend([(words, min(span, 100))] * times)
    columns = _columns(attributes) or max(1, text.strip("\n").split("\n")[0].count("|"))
    rows: list[list[tuple[str, int]]] = []
    room = 0
    for words, span in cells:
        if room < span or not rows:
            rows.append([])
            room = columns
        rows[-1].append((words, span))
        room -= span
    return rows


def _columns(attributes: str) -> int:
    """How many columns the attributes say that there are; 0 where they do not."""
    match = re.search(r'cols\s*=\s*(?:"([^"]*)"|(\d[^,\]]*))', attributes)
    if match is None:
        return 0
    count = 0
    for one in re.split(r"[,;]", match[1] or match[2]):
        times = _COUNTED.match(one.strip())
        count += int(times[1]) if times else 1
    return min(count, 100)
