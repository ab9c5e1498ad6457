"""What is set high or low in a line, and the signs of notes, as they can be read there."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.formats import formula

_LONGEST: Final = 24
_BRACKETS: Final = frozenset("「『[【")
"""What is set low and begins so is a number beside the words, and none of theirs."""
_SIGN: Final = expression(r"[*†‡§¶#°]+")


def set_high(words: str) -> str:
    """Words that are set high: figures have signs of their own ("x²"), letters stay ("19th", "Mme")."""
    bare = words.strip()
    if not bare or len(bare) > _LONGEST or not any(map(str.isdecimal, bare)):
        return words
    if numbers := formula.raised_numbers(bare):
        return words.replace(bare, numbers)
    return words.replace(bare, formula.high(bare)) if " " not in bare and bare[0] not in "[(" else words


def set_low(words: str) -> str:
    """Words that are set low: "H₂O", "x_max"."""
    bare = words.strip()
    if not bare or len(bare) > _LONGEST or " " in bare or bare[0] in _BRACKETS:
        return words
    return words.replace(bare, formula.low(bare))


def note_sign(label: str) -> str:
    """The sign of a note in the text: "¹", "*"; "[iv]", because letters would join the word before it."""
    if label.isascii() and label.isdigit():
        return formula.high(label)
    return label if _SIGN.fullmatch(label) else f"[{label}]"
