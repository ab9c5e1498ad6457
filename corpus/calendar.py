"""Dates as citations print them, in English whatever the system's language."""

from __future__ import annotations

from typing import Final

from corpus.metadata import PartialDate

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


_SHORT: Final = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)


def month_first(date: PartialDate, *, short: bool = False) -> str:
    """The date as in "February 5, 2021", "February 2021" or "2021"; short, as in "Feb. 5, 2021"."""
    if not date.month:
        return str(date.year)
    day = f" {date.day}," if date.day else ""
    return f"{month(date, short=short)}{day} {date.year}"


def day_first(date: PartialDate, *, short: bool = False) -> str:
    """The date as in "5 February 2021", "February 2021" or "2021"; short, as in "5 Feb. 2021"."""
    if not date.month:
        return str(date.year)
    day = f"{date.day} " if date.day else ""
    return f"{day}{month(date, short=short)} {date.year}"


def month(date: PartialDate, *, short: bool = False) -> str:
    """The name of the month, whole or as English styles shorten it; "" where it is not known."""
    return (_SHORT if short else _MONTHS)[date.month - 1] if date.month else ""
