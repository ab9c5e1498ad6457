"""Enumerations in prose ("three reasons … First, … Second, …"), and whether all of one is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.outline.enumeration.announcements import Announcement, announcements, counted_by
from corpus.outline.enumeration.chains import Chain, chains
from corpus.outline.enumeration.language import LAST
from corpus.outline.enumeration.ordinals import (
    LETTERS,
    NUMERALS,
    OPENING,
    Ordinal,
    may_count,
    opening_ordinal,
    ordinals_inside,
)
from corpus.outline.enumeration.parts import Enumeration, Part
from corpus.sentences import SIGNS

__all__ = [
    "Announcement",
    "Enumeration",
    "Ordinal",
    "Part",
    "announcements",
    "find_enumerations",
    "note_inside",
    "opening_ordinal",
]

_MOST: Final = 60
_TRIED: Final = 400
"""Counts of one or two items that are looked at: to ask whether they are announced costs most."""
_BEFORE: Final = 2
"""Paragraphs before the first item among which the one that announces it stands."""
_CLEAR: Final = 3
"""So many items make an enumeration that nothing announces."""


def find_enumerations(count: int, text_of: Callable[[int], str]) -> list[Enumeration]:
    """The enumerations among `count` paragraphs, in order; one may hold others of one level.

    One is announced ("three reasons"), or its first item is led in to, or it has three items at the least.
    Only paragraphs that may open an enumeration are looked at closely: a book has many others.
    """
    openings = ((index, opening_ordinal(text_of(index)[:OPENING])) for index in range(count))
    found: list[Enumeration] = []
    free = 0
    tried = 0
    for chain in chains((index, ordinal) for index, ordinal in openings if ordinal):
        tried += len(chain.items) < _CLEAR
        if len(found) == _MOST or tried > _TRIED:
            break
        if enumeration := _enumeration(chain, free, text_of):
            found.append(enumeration)
            free = enumeration.items[-1] + 1
    return found


def note_inside(text: str) -> str | None:
    """How many of the parts that a paragraph announces it has itself; None where it does not do both."""
    way, values = _inside(text)
    if not way or len(values) < 2:
        return None
    fitting = [one for one in announcements(text) if one.parts >= len(values)]
    if not fitting:
        return None
    exact = [one for one in fitting if one.parts == len(values)]
    return Enumeration(0, (exact or fitting)[-1], (), (), inside=len(values)).note


def _inside(text: str, wanted: str = "") -> tuple[str, list[int]]:
    """The way in which a paragraph first counts inside itself, and the values: 1, 2, and so on."""
    values: list[int] = []
    if not may_count(text):
        return "", values
    for _, ordinal in ordinals_inside(text):
        if not values:
            if ordinal.value == 1 and (not wanted or ordinal.way == wanted):
                wanted = ordinal.way
                values.append(1)
        elif ordinal.way == wanted and ordinal.value in (values[-1] + 1, LAST):
            values.append(values[-1] + 1)
            if ordinal.value == LAST:
                break
    return (wanted, values) if values else ("", values)


def _further(text: str, chain: Chain) -> int:
    """How many items stand in the paragraph of the last one, after it."""
    reached, count = chain.reached, 0
    for place, ordinal in ordinals_inside(text):
        if place and not chain.ended and ordinal.way == chain.way and ordinal.value in (reached + 1, LAST):
            reached += 1
            count += 1
            if ordinal.value == LAST:
                break
    return count


def _enumeration(chain: Chain, free: int, text_of: Callable[[int], str]) -> Enumeration | None:
    """The enumeration that a chain is, if it is clear enough; paragraphs before `free` belong to others."""
    items = [paragraph for paragraph, _ in chain.items]
    words = [ordinal.words for _, ordinal in chain.items]
    begins = chain.items[0][1].value
    if items[0] < free or (chain.way in (NUMERALS, LETTERS) and len(items) == 1):
        return None
    inner = {}
    for paragraph, held in chain.inner.items():
        if enumeration := _enumeration(held, paragraph, text_of):
            inner[paragraph] = enumeration
    further = 0 if items[-1] in inner else _further(text_of(items[-1]), chain)
    whole = Enumeration(None, None, tuple(items), tuple(words), inner=inner, further=further)
    for host in range(items[0] - 1, max(free, items[0] - _BEFORE) - 1, -1):
        text = text_of(host)
        values = _inside(text, chain.way)[1] if begins == 2 else []
        if begins == 2 and (not values or values[-1] != 1):
            continue
        if announced := _announced(whole._replace(inside=len(values)), host, text, chain):
            return announced
    if begins != 1 or chain.way in (NUMERALS, LETTERS):
        # Paragraphs that are only numbered are no enumeration: laws and judgments number all of theirs.
        return None
    before = items[0] - 1
    if before >= free and text_of(before)[-1:] in (":", "：") and len(items) > 1:
        return whole._replace(host=before)
    return whole if len(items) >= _CLEAR else None


def _announced(whole: Enumeration, host: int, text: str, chain: Chain) -> Enumeration | None:
    """The enumeration, if a paragraph announces so many parts; a "finally" beyond their number is no part."""
    said = announcements(text)
    nearest = [one for one in said if host == whole.items[0] - 1 and _closes(text, one)]
    exact = [one for one in said if one.parts == whole.found]
    # One item alone is hardly an enumeration: what announces it must be the last thing said.
    more = [one for one in (said if whole.found > 1 else nearest) if one.parts > whole.found]
    one_less = [one for one in said if one.parts == whole.found - 1 and one.parts > 1]
    if not exact and one_less and chain.ended and not whole.further:
        return whole._replace(
            host=host, announcement=one_less[-1], items=whole.items[:-1], ordinals=whole.ordinals[:-1]
        )
    vague = [one for one in nearest if not one.parts and whole.found > 1]
    fitting = exact or more or vague
    if not fitting and whole.found >= _CLEAR and host == whole.items[0] - 1:
        said_so = counted_by(text, whole.found)
        fitting = [said_so] if said_so and _closes(text, said_so) else []
    return whole._replace(host=host, announcement=fitting[-1]) if fitting else None


def _closes(text: str, said: Announcement) -> bool:
    """Whether a paragraph has said it in its last sentence: "several reasons" may be meant by the way."""
    after = text[said.end :].rstrip(".:。： ")
    return not any(sign in after for sign in SIGNS)
