"""Titles with a line of signs under them, as text is marked up by hand."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.families.wording import is_closed
from corpus.outline.lines.layout import Layout, is_tabular
from corpus.scripts import count_wide

UNDERLINING: Final = frozenset('=-*~^"+#')
"""The signs that underlines are made of."""

_LONGEST: Final = 240
"""Characters of an underlined title: the line under it proves it, so it may be longer than others."""
_UNDERLINE: Final = expression(r"([=\-*~^\"+#])\1{2,239}")


def underlined(layout: Layout, index: int) -> Candidate | None:
    """The line as a title, if the next one underlines it."""
    line = layout.short(index + 1, _LONGEST)
    text = layout.short(index, _LONGEST)
    if not text or not (match := _UNDERLINE.fullmatch(line)) or _UNDERLINE.fullmatch(text):
        return None
    # Under the last line of what is quoted such a line ends it.
    if text[0] == ">":
        return None
    # The results of a query are set in, as code is, and their heads underlined.
    if is_tabular(text) or (layout.is_inset(index) and layout.indent(index) >= layout.body + 4):
        return None
    width = len(text) + count_wide(text)
    if abs(len(line) - width) > max(2, width // 5) and abs(len(line) - len(text)) > 2:
        # What was added to a title is often not underlined: a date, a version.
        alone = layout.starts_block(index) and layout.ends_block(index + 1)
        if not alone or is_closed(text) or not width < 2 * len(line) < 3 * width or layout.unwrapped:
            return None
    overlined = layout.short(index - 1, _LONGEST) == line
    if not (layout.starts_block(index) or overlined) or not any(c.isalnum() for c in text):
        return None
    return Candidate(index, 2, f"underlined {match[1]}{overlined:d}", 0, (), text, text)
