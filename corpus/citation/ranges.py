"""Ranges of page numbers, shortened as the styles want them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.expression import expression

_RANGE: Final = expression(r"(\d+)\s*[-–—]\s*(\d+)")


def whole(first: str, last: str) -> str:
    """All digits: 145–170 has "170"."""
    del first
    return last


def chicago(first: str, last: str) -> str:
    """What Chicago’s table of inclusive numbers leaves of the second: 145–70, 100–104, 101–8, 71–72."""
    if len(first) != len(last) or len(first) < 3 or first.endswith("00"):
        return last
    if first[-2] == "0" and first[:-2] == last[:-2] and last[-2] == "0":
        return last[-1]
    return two_digits(first, last)


def two_digits(first: str, last: str) -> str:
    """At least two digits of the second number, and more only where more differ: 145–70, 96–101, 103–04."""
    if len(first) != len(last) or len(first) < 3:
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
    return last[min(same, len(last) - 2) :]


def fewest(first: str, last: str) -> str:
    """As few digits as tell the numbers apart, two in the teens: 431–2, 14–15."""
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first) - 1)
    return last[min(same, len(last) - 2) :] if len(last) > 1 and last[-2] == "1" else last[same:]


def shortest(first: str, last: str) -> str:
    """As few digits as tell the numbers apart: 145–70, 115–9."""
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first) - 1)
    return last[same:]


def ranged(pages: str, dash: str, shortened: Callable[[str, str], str] = whole) -> str:
    """Pages as they are stored ("145-170", "145–170, 180") with that dash, each range shortened."""
    return _RANGE.sub(lambda match: f"{match[1]}{dash}{shortened(match[1], match[2])}", pages)


def spanned(span: tuple[str, str], dash: str, shortened: Callable[[str, str], str] = whole) -> str:
    """A first and a last label, as one ("42") or as a range ("42–45"); only plain numbers are shortened."""
    first, last = span
    if first == last:
        return first
    plain = first.isdecimal() and last.isdecimal()
    return f"{first}{dash}{shortened(first, last) if plain else last}"
