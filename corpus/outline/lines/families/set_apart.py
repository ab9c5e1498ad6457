"""Titles without a number that are set apart: further out than the body, or in capitals."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.layout import Layout
from corpus.scripts import count_han

_LONGEST_CAPITALS: Final = 100
_MOST: Final = 10
"""Words of a heading that is set apart, at the most."""
_MOST_OVER: Final = 14
"""The same where its words follow at once, further in."""
_OTHER: Final = frozenset("@=\t")
_CODE: Final = frozenset("@={}|\\")
"""Signs of addresses, commands and tables, that hardly any title has."""


def outdented(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line further out than the body, as manuals and requests for comments set their headings."""
    indent = layout.indent(index)
    if layout.body < 3 or (indent and not (layout.body >= 6 and indent == 3)):
        return None
    inner = indent == 3
    # The words of a manual begin under its headings at once, far in.
    over = layout.body >= 6 and not layout.blank(index + 1) and layout.indent(index + 1) > indent
    if not layout.starts_block(index) and not (inner and over and _stands_under(layout, index)):
        return None
    if len(text.split()) > (_MOST_OVER if over else _MOST) or not (inner or over or text[0].isupper()):
        return None
    # Under a heading of a manual's second level its words follow at once.
    closing = (".:,;" if layout.blank(index + 1) else ",;") if inner else ".,;"
    introduces = text[-1] == ":" and len(text.split()) > 3 and not text.isupper()
    if (
        text[-1] in closing
        or (introduces and not inner and not over)
        or _is_page_head(text)
        or not (inner or layout.goes_in(index))
    ):
        return None
    if (
        not _OTHER.isdisjoint(text)
        or "://" in text
        or _is_option(text)
        or text.startswith(("Copyright ©", "Copyright (", "©"))
    ):
        return None
    if not layout.following(index):
        return None
    if not layout.ends_block(index) and not (over or _over_another(layout, index, indent)):
        return None
    return Candidate(index, 1, "outdented", 1 if indent else _title_rank(layout, index), (), text, text)


def _over_another(layout: Layout, index: int, indent: int) -> bool:
    """Whether what follows at once is further in, or such a line over what is."""
    below = layout.indent(index + 1)
    if below > indent:
        return True
    return below == indent == 3 and not layout.blank(index + 2) and layout.indent(index + 2) > indent


def _title_rank(layout: Layout, index: int) -> int:
    """The rank of a line of the outermost level: the very first of a text is its title."""
    return 0 if any(not layout.blank(line) for line in range(index)) else -1


def _is_code(text: str) -> bool:
    """Whether capitals are the names of a program: a constant, an argument, a row of a table."""
    if not _CODE.isdisjoint(text) or ("_" in text and " " not in text):
        return True
    return any(before.isalnum() and sign == "[" for before, sign in pairwise(text))


def _is_option(text: str) -> bool:
    return any(word.startswith("--") and word[2:3].isalpha() for word in text.split())


def _is_page_head(text: str) -> bool:
    """Whether a line is the first or the last of a manual page: its name on both sides."""
    name = text.partition("(")[0]
    return text[-1] == ")" and text[-2] != "(" and len(name) < len(text) and name in text[len(name) + 1 :]


def may_be_outdented(layout: Layout, index: int) -> bool:
    """Whether a line in the middle of a block may be a heading right under another one."""
    if layout.body < 6 or layout.lines[index][:3] != "   ":
        return False
    return layout.lines[index][3:4] != " " and _stands_under(layout, index)


def _stands_under(layout: Layout, index: int) -> bool:
    """Whether the line before may be a heading of the same level or the one above, or there are two such."""
    above = index - 1
    if layout.indent(above) == 3 and not layout.starts_block(above):
        above -= 1
    return layout.indent(above) in (0, 3) and layout.starts_block(above)


def capitals(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line in capitals alone, with prose under it; without, beside others alone."""
    letters = sum(map(str.isalpha, text))
    if (
        layout.body >= 3
        or not layout.starts_block(index)
        or letters < 4
        or not text.isupper()
        or count_han(text)
    ):
        return None
    if (
        not layout.ends_block(index)
        or layout.is_inset(index)
        or text[-1] in ".,;!…"
        or len(text) > _LONGEST_CAPITALS
    ):
        return None
    if text[0] in '-*•+>"“([<' or _is_code(text):
        return None
    prose = layout.following(index)
    over = len(prose) >= 60 and sum(map(str.islower, prose)) * 2 >= len(prose)
    return Candidate(index, 1, "capitals", 0, (), text, text, weak=not over) if prose else None
