"""The edition of a book, as English styles print it."""

from __future__ import annotations

from typing import Final

_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def edition(said: str) -> str:
    """The number as "2nd ed."; what is no number, as it stands; "" for the first.

    None of the styles names a first edition.
    """
    number = said.removesuffix(".").removesuffix("ed").strip().rstrip("stndrh")
    if not number.isdecimal() or len(number) > 2:
        return said
    count = int(number)
    if count == 1:
        return ""
    suffix = "th" if count % 100 in (11, 12, 13) else _SUFFIXES.get(count % 10, "th")
    return f"{count}{suffix} ed."
