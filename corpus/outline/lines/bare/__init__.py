"""Headings without any mark: a short line of words alone, prose under it.

What a line is worth as a heading is the sum of its traits' weights, the logarithm of the odds. Then the
whole text decides: a question among headings of words is a turn in a talk, one line alone must be sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.outline.lines.bare.levels import Titled, levels
from corpus.outline.lines.bare.other_lines import is_code, is_credit, leads_elsewhere
from corpus.outline.lines.bare.series import in_series, series_of
from corpus.outline.lines.bare.traits import CLOSED, traits
from corpus.outline.lines.bare.weights import WEIGHTS
from corpus.outline.lines.bare.wording import asks_you, is_item, runs_on
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.layout import Layout
from corpus.scripts import count_han

BARE: Final = "bare"
"""The name of the family."""

_LONGEST_SENTENCE: Final = 100
_LONGEST_HAN: Final = 24
_NOT_IN_HAN: Final = frozenset("，；。年")
_NO_END: Final = ",;:，；、：—–-(（"
_NO_START: Final = "*+?!>|([{<=_~/\\&@→·‣▪◦.,:;)•-–—#$%"
_QUOTES: Final = "\"“‘'«「„"
_QUOTES_END: Final = "\"”’'»」“"
# What is worth less can be no heading, whatever the others are.
_LEAST: Final = -1.5
# A single line in a whole text is believed where it is a heading six times out of seven.
_ALONE: Final = 1.8
# Questions as long as these are asked of somebody.
_LONG_QUESTION: Final = 45
_PARAGRAPH: Final = 90
_FEW_LETTERS: Final = 3
_HEADED: Final = 2
"""So many headings without a question mark, and questions are turns in a talk."""
_OPENING: Final = 12
"""How far down a line and its section are looked at, in lines; `_READ` characters of each."""
_READ: Final = 800
_AROUND: Final = 8
_SET_IN: Final = 4
_FAR_IN: Final = 3
_SHORT: Final = 40
_RUN: Final = 3
_LONGEST_IN_RUN: Final = 80
_FAR: Final = 10_000
"""How long a section is, in characters, that ends further down than we look."""


def bare(layout: Layout, index: int, text: str) -> Candidate | None:
    """The line as a heading without any mark, if it may be one; `text` is it without the space around it."""
    marked = series_of(text) is not None
    if not may_be_bare(layout, index, text, marked=marked):
        return None
    worth = WEIGHTS[""] + sum(
        WEIGHTS.get(name, 0.0) * value for name, value in traits(layout, index, text) if value
    )
    if worth < _LEAST and not marked:
        return None
    opening = "\n".join(line[:_READ] for line in layout.lines[index + 1 : index + _OPENING])
    return Candidate(index, 1, BARE, 0, (), text, text, worth=worth, opening=opening)


def may_be_bare(layout: Layout, index: int, text: str, *, marked: bool = False) -> bool:
    """Whether a line is worth a closer look: alone, of words, and neither item, link nor part of a sentence.

    One that is `marked` as of a series may end in a colon.
    """
    if text[0] in _NO_START or "\t" in text:
        return False
    if text[-1] in _NO_END and not (marked and text[-1] == ":"):
        return False
    # What is set in is part of a list; where the whole body is, headings stand out or are of another family.
    margin = layout.body if layout.body < _FAR_IN else 0
    if not (layout.starts_block(index) and layout.ends_block(index)) or layout.indent(index) > margin:
        return False
    if _in_run(layout, index):
        return False
    if text[-1] in ".。…" and (len(text) > _LONGEST_SENTENCE or text[0] in _QUOTES):
        return False
    if count_han(text) * 2 > len(text) and (len(text) > _LONGEST_HAN or not _NOT_IN_HAN.isdisjoint(text)):
        return False
    if text[0] in _QUOTES and text[-1] in _QUOTES_END:
        return False
    if "://" in text or "@" in text or sum(map(str.isalpha, text)) < 2 or is_code(text):
        return False
    if runs_on(text) or is_item(text) or leads_elsewhere(text) or is_credit(text):
        return False
    return _stands_over(layout, index, text)


def _stands_over(layout: Layout, index: int, text: str) -> bool:
    """Whether what follows a line may be its section: words or a list, and no example or definition.

    Nor may the line itself be an example: what a colon announces in a text that was wrapped by hand.
    """
    after = next((at for at in range(index + 1, index + _AROUND) if not layout.blank(at)), -1)
    if not 0 <= after < len(layout.lines):
        return False
    line = layout.lines[after]
    if len(line) < _SHORT and all(map(layout.blank, range(after + 1, index + _OPENING))):
        return False
    if _set_in(layout, after, layout.indent(index)) and (layout.body >= _FAR_IN or not is_item(line.strip())):
        return False
    before = next((line for at in range(1, _AROUND) if (line := layout.short(index - at))), "")
    announced = before[-1:] in (":", "：") and layout.blank(index - 1)
    small = text[0].islower()
    if announced and (small or not layout.unwrapped):
        return False
    return not small or len(layout.following(index)) > _PARAGRAPH


def _set_in(layout: Layout, at: int, indent: int) -> bool:
    """Whether the block that begins at a line is set further in: not only its first line, as in print."""
    line = layout.lines[at]
    if line[0] == "\t" or layout.indent(at) >= indent + _SET_IN:
        return True
    return layout.indent(at) > indent and (layout.ends_block(at) or layout.indent(at + 1) > indent)


def _in_run(layout: Layout, index: int) -> bool:
    """Whether three short lines that end nothing stand one after another here: the first of a text left out.

    They are a list, a stanza, an address, a table read cell by cell.
    """
    run = 1
    for step in (-1, 1):
        at = index
        for _ in range(_RUN - 1):
            at += step
            if layout.blank(at):
                at += step
            line = layout.short(at)
            # What opens a text is its title.
            if at <= 0 or not line or len(line) > _LONGEST_IN_RUN or line[-1] in CLOSED or line[-1] in ":：":
                break
            if not (layout.starts_block(at) and layout.ends_block(at)) or is_item(line):
                break
            run += 1
            if run == _RUN:
                return True
    return False


def believed_bare(lines: Sequence[Candidate]) -> list[Candidate]:
    """Those of the bare lines of a text that are headings."""
    counted = in_series(lines)
    likely = [one for one in lines if one.worth > 0 or one.line in counted]
    small = sum(one.title[0].islower() for one in likely)
    if small * 2 > len(likely):
        likely = [one for one in likely if not one.title[0].islower()]
    asked = [one.title for one in lines if _asks(one)]
    somebody = 4 * sum(asks_you(title) for title in asked) >= len(asked)
    long = sum(map(len, asked)) > _LONG_QUESTION * len(asked)
    if long and somebody and sum(not _asks(one) for one in likely) >= _HEADED:
        likely = [one for one in likely if not _asks(one)]
    if counted or len({one.title for one in likely if _is_weighty(one.title)}) > 1:
        return likely
    # One line alone in a text: no single word, and nothing that opens with a number.
    return [
        one
        for one in likely
        if len(likely) == 1 and one.worth > _ALONE and " " in one.title and not one.title[0].isdigit()
    ]


def _asks(one: Candidate) -> bool:
    return one.title[-1] in "?？"


def _is_weighty(title: str) -> bool:
    """Whether a line is no interjection, nor in Chinese a name: so short a line supports no other one."""
    return sum(map(str.isalpha, title)) > _FEW_LETTERS


def with_ranks(headings: Sequence[Candidate]) -> list[Candidate]:
    """The headings of a text in order, the bare ones with what rank they have among themselves."""
    ends = [*(one.line for one in headings[1:]), None]
    found = [_titled(one, end) for one, end in zip(headings, ends, strict=False) if one.family == BARE]
    ranks = iter(levels(found))
    return [one._replace(rank=next(ranks) - 1) if one.family == BARE else one for one in headings]


def _titled(one: Candidate, end: int | None) -> Titled:
    """A heading with what its section says in the next lines, up to the line `end`."""
    room = None if end is None else max(0, end - one.line - one.lines)
    lines = one.opening.split("\n")[:room]
    size = sum(one.below[:room]) if room is not None and room <= len(one.below) else _FAR
    return Titled(one.title, size, "\n".join(lines).strip())
