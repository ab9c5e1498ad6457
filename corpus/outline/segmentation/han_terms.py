"""The terms of Chinese that pairs of its characters belong to: no space parts words there."""

from __future__ import annotations

from typing import Final

_FIRST: Final = "\u3400"
_LAST: Final = "\u9fff"
_LONGEST: Final = 8
_ALONE: Final = 5
"""Characters of a run that is a term though it stands there but once."""
_PLACES: Final = 40
_PARTING: Final = frozenset(
    "的了是在和与與及或对對把被从從向以不也都就而之其这這那此该各每有没我你他她它们個个着将到还最很更并但因如若"
    "使让由等种些应须需只又再即您去做某两几"
)
"""Characters that join terms, and are in few of them."""
_NUMERALS: Final = frozenset("第一二三四五六七八九十百千零〇两")
_NEVER_FIRST: Final = "者们性化能会且像来款务当关"
_NEVER_LAST: Final = "第未可能必将已"


def is_han(pair: str) -> bool:
    """Whether a word of a vocabulary is a pair of Han characters."""
    return len(pair) == 2 and all(_FIRST <= sign <= _LAST for sign in pair)


def term_around(text: str, pair: str) -> str:
    """The term that a pair of characters belongs to wherever the text has it; "" if that is not clear.

    It reaches as far as what stands around the pair is the same everywhere; where the pair stands but once,
    as far as the run without a character that joins terms, if that is short.
    """
    if not _PARTING.isdisjoint(pair):
        return ""
    places: list[int] = []
    place = text.find(pair)
    while place >= 0 and len(places) < _PLACES:
        places.append(place)
        place = text.find(pair, place + 1)
    if not places:
        return ""
    before = _shared(text, [(place - 1) for place in places], -1)
    after = _shared(text, [place + 2 for place in places], 1)
    if before + 2 + after > (_ALONE if len(places) == 1 else _LONGEST):
        return ""
    term = text[places[0] - before : places[0] + 2 + after]
    whole = term[0] not in _NEVER_FIRST and term[-1] not in _NEVER_LAST
    return term if whole and not _NUMERALS.issuperset(term) else ""


def _shared(text: str, places: list[int], step: int) -> int:
    """How many characters from these places on, in one direction, are the same everywhere."""
    for count in range(_LONGEST):
        signs = {text[at : at + 1] if at >= 0 else "" for at in (place + step * count for place in places)}
        sign = signs.pop()
        if signs or not _FIRST <= sign <= _LAST or sign in _PARTING:
            return count
    return _LONGEST
