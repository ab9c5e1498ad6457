"""How long the rest of an article takes to read."""

from __future__ import annotations

from math import ceil
from typing import Final

from corpus.document import FILLER, Text
from corpus.scripts import count_wide

# Brysbaert (2019), How many words do we read per minute?: 238 words of English, silently, non-fiction;
# with a mean of six characters a word, spaces included. Chinese: about 260 characters.
_LETTERS: Final = 238 * 6
_CHARACTERS: Final = 260
_SAMPLE: Final = 65_536
_MOST: Final = 4_000
_LONG: Final = 120


def minutes_left(text: Text, offset: int) -> int:
    """The minutes that text[offset:] takes, rounded up."""
    rest = len(text) - offset
    if rest <= 0:
        return 0
    sample = text[offset : offset + _SAMPLE]
    words = sample.replace(FILLER, "")
    wide = count_wide(words[:_MOST])
    # What is not sampled is as full of words as what is.
    wide_share = wide / max(1, len(words[:_MOST]))
    share = len(words) / len(sample)
    return ceil(rest * share * (wide_share / _CHARACTERS + (1 - wide_share) / _LETTERS))


def time_left(text: Text, offset: int) -> str:
    """How long text[offset:] takes, as it is said: "5 min left", "3 h left"; nothing at the end."""
    minutes = minutes_left(text, offset)
    if minutes >= _LONG:
        return f"{minutes // 60} h left"
    return f"{minutes} min left" if minutes else ""
