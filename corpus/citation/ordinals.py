"""Ordinal numbers in English words and figures."""

from __future__ import annotations

from typing import Final

_FIRST: Final = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}
_SHORT: Final = {1: "st", 2: "d", 3: "d"}


def in_words(number: int) -> str:
    """A number from 0 to 100 by its place in the row: "third", "forty-second", "one hundredth"."""
    if number < len(_FIRST):
        return _FIRST[number]
    if number == 100:
        return "one hundredth"
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_FIRST[units]}" if units else f"{_TENS[tens][:-1]}ieth"


def in_figures(number: int, *, short: bool = False) -> str:
    """The same in figures: "2nd", "111th", "1,203rd"; "2d" and "3d" where `short`."""
    suffixes = _SHORT if short else _SUFFIXES
    suffix = "th" if number % 100 in (11, 12, 13) else suffixes.get(number % 10, "th")
    return f"{number:,}{suffix}"
