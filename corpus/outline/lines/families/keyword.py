"""Divisions that are called by name: CHAPTER IV, Part Two, Article 12, § 3, 第一章."""

from __future__ import annotations

from typing import Final

from corpus.outline.divisions import HAN_RANKS, Opening, opening_of
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.families.under import with_title_below
from corpus.outline.lines.families.wording import breaks_off, is_closed, is_titled, may_be_lower, runs_on
from corpus.outline.lines.layout import Layout

_LONGEST_HAN: Final = 40
_MARKS: Final = " .:—–-º°：\u3000\t"
_CLAUSE: Final = frozenset("。；，：:;")


def keyword(layout: Layout, index: int, text: str) -> Candidate | None:
    """The line as the title of a division, or as the first of its words ("run-in") where those follow."""
    opening = opening_of(text)
    if opening is None:
        return None
    if opening.name in HAN_RANKS:
        return _han(layout, index, text, opening)
    if not layout.starts_block(index):
        return None
    behind = text[opening.end :]
    rest = behind.strip()
    # "Part two of the plan …" is a sentence: a title stands apart from its number, or in capitals.
    apart = not rest or rest[0] in ".:—–-(" or (behind[:1].isspace() and not rest[0].islower())
    weak = not apart and opening.name == "§" and may_be_lower(rest) and layout.ends_block(index)
    if not apart and not weak:
        return None
    title = rest.lstrip(_MARKS)
    found = Candidate(index, 1, f"keyword {opening.name}", opening.rank, opening.path, text, title, weak=weak)
    if not title:
        # Right under it stands the next one: this is a list of them.
        listed = not layout.ends_block(index) and opening_of(layout.short(index + 1)) is not None
        return None if listed else with_title_below(layout, found)
    sentence = opening.is_article and text[-1] in ".;" and len(title.split()) > 3
    if breaks_off(text) or runs_on(title) or sentence:
        return _run_in(found, opening)
    return found if layout.ends_block(index) else _two_lines(layout, found) or _run_in(found, opening)


def _run_in(found: Candidate, opening: Opening) -> Candidate | None:
    """The number of an article whose words stand on its line: as a heading they would be lost."""
    return found._replace(family=f"run-in {opening.name}") if opening.is_article else None


def _two_lines(layout: Layout, found: Candidate) -> Candidate | None:
    """A line whose title runs on to a second one, and no further."""
    second = layout.short(found.line + 1)
    if not second or not layout.ends_block(found.line + 1) or opening_of(second):
        return None
    if is_closed(second) and not second.isupper():
        return None
    # Two lines of prose are a paragraph, if a short one.
    if not is_titled(second) and found.family.endswith(("article", "section", "§", "rule", "clause")):
        return None
    return found._replace(lines=2, title=f"{found.title} {second}", name=f"{found.name} {second}")


def _han(layout: Layout, index: int, text: str, opening: Opening) -> Candidate | None:
    behind = text[opening.end :]
    # "第一章程" is another word; of an article the words may follow at once.
    if behind and behind[0].isalnum() and not opening.is_article:
        return None
    title = behind.strip(_MARKS)
    found = Candidate(index, 1, f"第{opening.name}", opening.rank, opening.path, text, title)
    glued = bool(behind) and behind[0].isalnum()
    if glued or len(text) > _LONGEST_HAN or _CLAUSE.intersection(behind.rstrip("）)：:")):
        return _run_in(found, opening)
    if behind[-1:] in ("：", ":") and title:
        return _run_in(found, opening)
    return found if title else with_title_below(layout, found)
