"""The Chicago Manual of Style: in what its editions differ, and what they print of a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from corpus.citation import ranges
from corpus.citation.name_lists import NameList, family, inverted, with_native
from corpus.citation.pinpoint import (
    Pinpoints,
    Way,
    counted_in_words,
    division,
    heading,
    numbers,
    pages,
    section,
)
from corpus.citation.work import in_quotes
from corpus.people import full_name


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition of the manual has of its own.

    `people` writes the names of a full note, `family_names` those of a short note and in the text, `entry`
    those of a list. `small` are the prepositions that have no capital in titles. `prints_place` tells
    whether the publisher’s place stands before it, `chapter_pages` whether an entry has the pages of a
    chapter, `prefers_ibid` whether "ibid." is not discouraged.
    """

    people: NameList
    family_names: NameList
    entry: NameList
    small: Collection[str]
    prints_place: bool
    chapter_pages: bool
    prefers_ibid: bool


_LONG: Final = frozenset(
    "about above across after against along among around before behind below beneath beside between beyond"
    " despite during except through throughout toward towards under underneath until upon versus within"
    " without".split()
)
_NOTED = with_native(full_name)
_ENTERED = with_native(inverted)

EIGHTEENTH: Final = Edition(
    people=NameList(_NOTED, _NOTED, at_most=2),
    family_names=NameList(family, family, at_most=2),
    entry=NameList(_ENTERED, _NOTED, at_most=6, kept=3),
    small=frozenset(),
    prints_place=False,
    chapter_pages=False,
    prefers_ibid=False,
)
"""The 18th: of three names the first in notes (13.23), capitals at prepositions of five letters, no place."""

SEVENTEENTH: Final = Edition(
    people=NameList(_NOTED, _NOTED, at_most=3),
    family_names=NameList(family, family, at_most=3),
    entry=NameList(_ENTERED, _NOTED, at_most=10, kept=7),
    small=_LONG,
    prints_place=True,
    chapter_pages=True,
    prefers_ibid=True,
)
"""The 17th: of four names the first in notes, up to ten in the list; all prepositions are small."""

EDITORS: Final = NameList(full_name, full_name, at_most=3)
"""The editors of a book that a chapter stands in, in both editions."""


_PAGES: Final = pages("{}", "{}", shortened=ranges.chicago)
_NUMBERS: Final = numbers("para. {}", "paras. {}", signs=("¶ {}", "¶¶ {}"))
_SECTION: Final = section("sec. {}", "“sec.” for a numbered section")
_DIVISION: Final = division("the name of an article or a rule", abbreviated=True)
_PLURAL: Final = "the plural “paras.”"
_HEADING: Final = heading(lambda words: f"under {in_quotes(words)}")
_OF_LAW: Final = (section("§ {}"), _DIVISION)


def _with(counted: Way) -> Pinpoints:
    ways = (_PAGES, _NUMBERS, _SECTION, _DIVISION, counted, _HEADING)
    return Pinpoints(ways, in_law=Pinpoints((*_OF_LAW, *ways)))


# The manual's editors hold "para. 3" to be misleading where no number is printed: Q&A on 13.117.
IN_NOTES: Final = _with(counted_in_words("where a note names a counted paragraph", _PLURAL))
IN_TEXT: Final = _with(counted_in_words("", _PLURAL))
"""What Chicago prints of a place: in notes, and in the text."""
