"""Titles with signs before them, as Markdown, AsciiDoc and wikis have them, in what is called plain text."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.layout import Layout

_CODE: Final = 4
"""Spaces before a line of code: there the sign opens a remark."""
_MARKED: Final = expression(r"(?P<sign>#{1,6}|={2,6})\s{1,3}(?P<title>\S.*?)(?:\s+(?P=sign))?")


def marked(layout: Layout, index: int, text: str) -> Candidate | None:
    """The line as a title, if it stands by itself: a remark in a program is followed by a command."""
    if text[0] not in "#=" or not layout.ends_block(index) or layout.indent(index) >= _CODE:
        return None
    match = _MARKED.fullmatch(text)
    if not match or not layout.following(index) or not any(map(str.isalpha, match["title"])):
        return None
    sign = match["sign"]
    return Candidate(index, 1, f"marked {sign[0]}", len(sign), (), match["title"], match["title"])
