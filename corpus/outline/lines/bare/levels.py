"""How headings without any mark stand below one another: nothing but what they say and hold can tell.

A heading right over another one holds it. So does one whose few words name what comes next (“we went
through three steps”, “collect and analyse”). What it holds ends where the form that its members share
ends, at the next that holds others, or where the text closes. In doubt all stand side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.outline.lines.bare.series import series_of
from corpus.outline.lines.bare.wording import MINOR, closes_text, is_item, words_of

DEEPEST: Final = 3
"""Below the third level nothing but marks can tell one from another."""


class Titled(NamedTuple):
    """A heading, and what its section holds before the next: how many characters, and its first lines."""

    title: str
    size: int
    opening: str


# A section that introduces others has no more than this before them, in characters.
_INTRODUCTION: Final = 700
_COLON: Final = 420
_ALIKE: Final = 3
_LISTED: Final = 8
_SHORT: Final = 520
_STEM: Final = 5


def levels(headings: Sequence[Titled]) -> list[int]:
    """The level of each heading, from 1 without gaps; linear in their number."""
    telling = _telling(headings)
    holding = [_holds(headings, telling, at) for at in range(len(headings))]
    divided = any(not one.size for one in headings[:-1])
    serials = [member.name if (member := series_of(one.title)) else "" for one in headings]
    found: list[int] = []
    open_: list[int] = []
    known: dict[str, int] = {}
    for at, one in enumerate(headings):
        level = len(open_) + 1
        key = one.title.casefold()
        if at and holding[at - 1]:
            if open_ and headings[at - 1].size and not one.size and not headings[open_[-1]].size:
                # What holds others like this one does not stand below what it does not touch.
                open_.pop()
            elif len(open_) < DEEPEST - 1:
                open_.append(at - 1)
        elif serials[at] and serials[at] in known:
            del open_[known[serials[at]] - 1 :]
        elif key in known:
            del open_[known[key] - 1 :]
        else:
            while open_ and _ends(headings, open_[-1], at, holding):
                open_.pop()
        if divided and not open_ and not holding[at] and _introduces(headings, at):
            holding[at] = True
        level = len(open_) + 1
        known[key] = level
        if serials[at]:
            known[serials[at]] = level
        found.append(level)
    return found


def _holds(headings: Sequence[Titled], telling: Sequence[set[str]], at: int) -> bool:
    """Whether the headings after this one stand in its section."""
    if at + 1 == len(headings):
        return False
    one = headings[at]
    if not one.size:
        return True
    if one.size > _INTRODUCTION or closes_text(one.title):
        return False
    following = headings[at + 1 : at + 4]
    if len(following) < 2 or closes_text(following[0].title):
        return False
    if one.size <= _COLON and one.opening.endswith((":", "：")):
        return True
    opening = one.opening.lower()
    items = "\n".join(line for line in opening.split("\n") if is_item(line))
    listed = [_place(items, words) >= 0 for words in telling[at + 1 : at + 1 + _LISTED]]
    if items and listed[0] and sum(listed) > 1:
        return True
    # What a sentence announces it names in the order in which it comes.
    first, second = (_place(opening, telling[at + more]) for more in (1, 2))
    return 0 <= first < second


def _place(text: str, stems: set[str]) -> int:
    """Where the first word that begins with one of these stands in a text; -1 where none is."""
    places = []
    for stem in stems:
        at = text.find(stem)
        while at > 0 and text[at - 1].isalpha():
            at = text.find(stem, at + 1)
        if at >= 0:
            places.append(at)
    return min(places, default=-1)


def _introduces(headings: Sequence[Titled], at: int) -> bool:
    """Whether one short paragraph stands here before longer sections, as an introduction does."""
    if at + 2 >= len(headings) or closes_text(headings[at].title) or closes_text(headings[at + 1].title):
        return False
    one, following = headings[at], headings[at + 1 : at + 3]
    return (
        one.size <= _SHORT and "\n\n" not in one.opening and all(other.size > one.size for other in following)
    )


def _telling(headings: Sequence[Titled]) -> list[set[str]]:
    """Of each title the words that no other title has."""
    titles = [_stems(one.title) for one in headings]
    times = Counter(stem for one in titles for stem in one)
    return [{stem for stem in one if times[stem] == 1} for one in titles]


def _ends(headings: Sequence[Titled], parent: int, at: int, holding: Sequence[bool]) -> bool:
    """Whether what `parent` holds ends before the heading `at`."""
    one = headings[at]
    if closes_text(one.title):
        return True
    if holding[at] and not holding[at - 1]:
        return True
    first, before = _first(one.title), _first(headings[at - 1].title)
    if first == _first(headings[parent].title) != before:
        return True
    # Members that open with the same word end where one opens with another.
    members = {_first(other.title) for other in headings[max(parent + 1, at - _ALIKE) : at]}
    return at - parent > _ALIKE and len(members) == 1 and first not in members


def _first(title: str) -> str:
    return next((word.lower() for word in words_of(title)), "")


def _stems(text: str) -> set[str]:
    """The weighty words of a text, without their endings."""
    return {
        word[:_STEM]
        for word in (word.lower() for word in words_of(text))
        if len(word) >= _STEM and word not in MINOR
    }
