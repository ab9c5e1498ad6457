"""How long the rest of an article takes to read."""

from __future__ import annotations

from math import ceil
from typing import Final

from corpus.document import FILLER, Readable
from corpus.scripts import count_wide

# Brysbaert (2019), How many words do we read per minute?: 238 words of English, silently, non-fiction;
# with a mean of six characters a word, spaces included. Chinese: about 260 characters.
_LETTERS: Final = 238 * 6
_CHARACTERS: Final = 260
_SAMPLE: Final = 4_000
_LONG: Final = 120


def minutes_left(document: Readable, offset: int) -> int:
    """The minutes that the article takes from an offset on, rounded up."""
    rest = document.characters_from(offset)
    if rest <= 0:
        return 0
    sample = document.text[offset : offset + _SAMPLE].replace(FILLER, "")
    wide = count_wide(sample) / max(1, len(sample))
    return ceil(rest * (wide / _CHARACTERS + (1 - wide) / _LETTERS))


def time_left(document: Readable, offset: int) -> str:
    """How long the rest takes from an offset on, as it is said: "5 min left", "3 h left"; "" at the end."""
    minutes = minutes_left(document, offset)
    if minutes >= _LONG:
        return f"{minutes // 60} h left"
    return f"{minutes} min left" if minutes else ""
