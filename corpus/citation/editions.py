"""The edition of a book, as English styles print it."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.ordinals import in_figures
from corpus.expression import expression

_NUMBER: Final = expression(r"(\d{1,3})(?:st|nd|rd|th|d)?\.?(?:\s*ed(?:n|ition)?\.?)?", re.IGNORECASE)
_WORD: Final = expression(r"\s*\bed(?:n|ition)?\.?$", re.IGNORECASE)
_FIRST: Final = ("1", "first")


def edition(said: str, word: str = "ed.", *, short: bool = False) -> str:
    """The edition with the style's word for it: "2nd ed.", "2nd edn", "rev. ed."; "2d ed." where `short`.

    "" for the first, which none of the styles names. A year is no number of an edition: "2018 ed.".
    """
    if match := _NUMBER.fullmatch(said):
        return f"{in_figures(int(match[1]), short=short)} {word}" if int(match[1]) != 1 else ""
    bare = _WORD.sub("", said)
    return f"{bare} {word}" if bare and bare.lower() not in _FIRST else ""
