"""Lines of a plain text that were set as lines: columns, the entries of a contents list, a drawing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_COLUMNS: Final = re.compile(r"\S(?: {3,}|\t+)\S")
# An entry of a contents list: it ends in a row of dots, and most often in the number of a page.
_LED: Final = re.compile(r"\S ?(?:\. ?){4,} *(?:\d{1,4}|[ivxlc]{1,6})?$")
# A line of a drawing: arrows, and the sides of boxes.
_DRAWN: Final = re.compile(r"[-=_~]{4,}|[<>]-{2,}|-{2,}[<>]|(?:^|\s)\|.*\|$|\+--|--\+")

_WIDEST: Final = 300
"""Characters of such a line: what is longer is none, and would be looked through in their square."""


def is_contents(lines: Sequence[str]) -> bool:
    """Whether these are entries of a contents list: its lines are never joined."""
    if len(lines) < 2 or not ("...." in lines[0] or ". . . ." in lines[0]):
        return False
    return (
        sum(len(line) <= _WIDEST and bool(_LED.search(line.rstrip())) for line in lines) * 3 > len(lines) * 2
    )


def has_columns(line: str) -> bool:
    """Whether words in a line stand apart from those before them."""
    # The plain test first: nearly no line passes it, and the pattern costs ten times as much.
    return ("   " in line or "\t" in line) and bool(_COLUMNS.search(line))


def is_drawn(line: str) -> bool:
    """Whether a line is one of a drawing, or of a table with sides."""
    return len(line) <= _WIDEST and bool(_DRAWN.search(line.strip()))
