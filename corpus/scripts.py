"""Which script a text is in, told without regular expressions: those cost milliseconds to compile."""

from __future__ import annotations

from typing import Final
from unicodedata import east_asian_width

CJK: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters and kana, as the inside of a regular expression's class: each counts as a word."""


_HAN_UPPER: Final = bytes(range(0x34, 0xA0))


def is_han(character: str) -> bool:
    """Whether a character is one of the common Chinese ones."""
    return "\u3400" <= character <= "\u9fff"


def has_han(text: str) -> bool:
    """Whether a text has one of the common Chinese characters: far quicker than to count them."""
    if text.isascii():
        return False
    # The upper byte of each tells: those of characters beyond the first plane are from D8 to DF.
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    return len(upper.translate(None, _HAN_UPPER)) < len(upper)


def count_han(text: str) -> int:
    """How many common Chinese characters a text has."""
    return 0 if text.isascii() else sum(map(is_han, text))


def is_wide(character: str) -> bool:
    """Whether a character takes two cells (UAX #11: wide or fullwidth)."""
    return not character.isascii() and east_asian_width(character) in "WF"


def count_wide(text: str) -> int:
    """How many characters of a text take two cells."""
    return 0 if text.isascii() else sum(map(is_wide, text))
