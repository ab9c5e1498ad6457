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


def month_first(date: PartialDate) -> str:
    """The date as in "February 5, 2021", "February 2021" or "2021"."""
    if not date.month:
        return str(date.year)
    day = f" {date.day}," if date.day else ""
    return f"{_MONTHS[date.month - 1]}{day} {date.year}"


def day_first(date: PartialDate) -> str:
    """The date as in "5 February 2021", "February 2021" or "2021"."""
    if not date.month:
        return str(date.year)
    day = f"{date.day} " if date.day else ""
    return f"{day}{_MONTHS[date.month - 1]} {date.year}"
