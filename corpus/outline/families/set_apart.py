"""Titles without a number that are set apart: further out than the body, or in capitals."""

from __future__ import annotations

from typing import Final

from corpus.outline.candidate import Candidate
from corpus.outline.layout import Layout
from corpus.scripts import count_han

_LONGEST_CAPITALS: Final = 80
_CODE: Final = frozenset("@=[]{}|\\_")
"""Signs of addresses, commands and tables, that hardly any title has."""


def outdented(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line further out than the body, as manuals and requests for comments set their headings."""
    indent = layout.indent(index)
    if layout.body < 3 or (indent and not (layout.body >= 6 and indent == 3)):
        return None
    inner = indent == 3
    if not layout.starts_block(index) and not (inner and _stands_under(layout, index)):
        return None
    # The words of a manual begin under its headings at once, far in.
    over = layout.body >= 6 and not layout.blank(index + 1) and layout.indent(index + 1) > indent
    if len(text.split()) > 10 or not (inner or over or text[0].isupper()):
        return None
    # Under a heading of a manual's second level its words follow at once.
    closing = (".:,;" if layout.blank(index + 1) else ",;") if inner else ".,;"
    if text[-1] in closing or _is_page_head(text):
        return None
    if "@" in text or "://" in text or "\t" in text or not layout.following(index):
        return None
    if not inner and not layout.ends_block(index) and layout.indent(index + 1) <= indent:
        return None
    return Candidate(index, 1, "outdented", 1 if indent else 0, (), text, text)


def _is_page_head(text: str) -> bool:
    """Whether a line is the first or the last of a manual page: its name on both sides."""
    name = text.partition("(")[0]
    return text[-1] == ")" and text[-2] != "(" and len(name) < len(text) and name in text[len(name) + 1 :]


def may_be_outdented(layout: Layout, index: int) -> bool:
    """Whether a line in the middle of a block may be a heading right under another one."""
    return layout.body >= 6 and layout.lines[index][:4].count(" ") == 3 and _stands_under(layout, index)


def _stands_under(layout: Layout, index: int) -> bool:
    """Whether nothing but such lines stands between this one and the blank line before it."""
    above = index - 1
    while above > index - 4 and not layout.starts_block(above) and layout.indent(above) == 3:
        above -= 1
    return layout.indent(above) in (0, 3) and layout.starts_block(above)


def capitals(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line in capitals alone, with prose under it."""
    letters = sum(map(str.isalpha, text))
    if (
        layout.body >= 3
        or not layout.starts_block(index)
        or letters < 4
        or not text.isupper()
        or count_han(text)
    ):
        return None
    if not layout.ends_block(index) or text[-1] in ".,;!?…" or len(text) > _LONGEST_CAPITALS:
        return None
    if text[0] in '-*•+>"“(<' or _CODE.intersection(text):
        return None
    prose = layout.following(index)
    if len(prose) < 60 or sum(map(str.islower, prose)) * 2 < len(prose):
        return None
    return Candidate(index, 1, "capitals", 0, (), text, text)
