"""Where a word may begin or end, as browsers see it: a term of a text directive begins and ends there.

The rules are those of Unicode Standard Annex #29, § 4.1, as far as they join what is not all letters. In a
script without spaces a browser asks a dictionary of words; here is none, so that nothing is certain there.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.words import is_unspaced

# WB6, WB7, WB11 and WB12: “don’t”, “e.g”, “3.14” and “1,000” are one word each.
_IN_A_WORD: Final = frozenset(".'’‘·:‧․﹒＇．")
_IN_A_NUMBER: Final = frozenset(".,;'’‘٬﹒﹔＇．，；")
_UNSEEN: Final = expression("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")


def is_bounded(text: str, offset: int, *, unspaced: bool) -> bool:
    """Whether a word may begin or end at an offset of a text.

    `unspaced` is what to say between two characters of a script without spaces.
    """
    if not 0 < offset < len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if _UNSEEN.match(after) or _UNSEEN.match(before):
        return False
    if _is_of_a_word(before) and _is_of_a_word(after):
        return unspaced and (is_unspaced(before) or is_unspaced(after))
    return not (_joins(text, offset - 1) or _joins(text, offset))


def _joins(text: str, at: int) -> bool:
    """Whether the sign at an offset joins what stands around it into one word."""
    sign = text[at]
    if not 0 < at < len(text) - 1:
        return False
    around = text[at - 1] + text[at + 1]
    if sign in _IN_A_NUMBER and around.isdecimal():
        return True
    return sign in _IN_A_WORD and around.isalpha()


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return re.search(r"[^\W_]", text) is not None
