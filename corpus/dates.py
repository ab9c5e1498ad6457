"""Dates as people and machines write them, read without a guess: what is not certain is left out."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.metadata import PartialDate
from corpus.sanitiser import clean_line

_LONGEST: Final = 1_000
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
# Ordered from the most to the least exact, so that of two readings at one place the fuller one wins.
# A day is matched loosely and judged afterwards: the month of an impossible day is not to be believed either.
_DATE: Final = expression(
    rf"""(?<!\d)(?:
      (?P<y1>\d{{4}})(?P<mark>[-/.])(?P<m1>\d{{1,2}})(?P=mark)(?P<d1>\d{{1,2}})(?!\d)
    | (?P<y2>\d{{4}})\s?年\s?(?:(?P<m2>\d{{1,2}})\s?月\s?(?:(?P<d2>\d{{1,2}})\s?[日号])?)?
    | (?P<y3>\d{{4}})[-/](?P<m3>0?[1-9]|1[0-2])(?![\d/-])
    | \b(?P<m4>{_MONTH})\s?(?P<d4>{_DAY}),?\s(?P<y4>\d{{4}})(?!\d)
    | \b(?P<d5>{_DAY})\.?\s(?:of\s)?(?P<m5>{_MONTH}),?\s(?P<y5>\d{{4}})(?!\d)
    | \b(?P<m6>{_MONTH}),?\s(?:of\s)?(?P<y6>\d{{4}})(?!\d)
    | (?P<y7>1\d{{3}}|20\d{{2}})(?![\d%]|[.,]\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_ISO: Final = expression(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?")
_TIME: Final = expression(r"(?<=\d)[T ]\d{1,2}:\d{2}.*")
_NAMED_MONTH: Final = expression(rf"\b{_MONTH}", re.IGNORECASE)
_OF_A_DATE: Final = expression(rf"\b{_MONTH}|(?<=\d)(?:st|nd|rd|th)\b|\bof\b|[年月日号]", re.IGNORECASE)


def parse_date(text: str) -> PartialDate | None:
    """The first date in a short text, as exact as it is written; None if there is none.

    Reads ISO 8601 (a time of day is passed over), "February 5, 2021", "5 Feb. 2021", "2021年2月5日",
    and months and years alone. A date the calendar does not have is no date; of "02/05/2021",
    which two countries read in two ways, only the year is taken. Never raises.
    """
    for match in _DATE.finditer(clean_line(text)[:_LONGEST]):
        # The name of each group is its part and the number of its reading: y1, m1, d1.
        parts = {name[0]: value for name, value in match.groupdict().items() if value and name != "mark"}
        if found := _possible(int(parts["y"]), _month(parts.get("m", "")), _digits(parts.get("d", ""))):
            return found
    return None


def day_of(text: str) -> PartialDate | None:
    """The date that a text is, and nothing else but a time of day; None if it is none, or not a sure one.

    Unlike `parse_date` it takes no part of a text for the whole: "02/05/2021" is no date.
    """
    line = _TIME.sub("", clean_line(text)[:_LONGEST])
    if match := _ISO.fullmatch(line):
        return _possible(int(match["y"]), _digits(match["m"] or ""), _digits(match["d"] or ""))
    found = parse_date(line)
    known = found and [part for part in found if part]
    figures = re.findall(r"\d+", line)
    named = 1 if _NAMED_MONTH.search(line) else 0
    strange = any(map(str.isalpha, _OF_A_DATE.sub(" ", line)))
    return found if known and not strange and len(figures) + named == len(known) else None


def _digits(text: str) -> int | None:
    return int("".join(filter(str.isdigit, text))) if text else None


def _month(text: str) -> int | None:
    if text[:3].lower() in _MONTHS:
        return _MONTHS.index(text[:3].lower()) + 1
    return _digits(text)


def _possible(year: int, month: int | None, day: int | None) -> PartialDate | None:
    """The date if the calendar has it; None stands for a part that was not written."""
    from datetime import date  # not above: most articles have no date to be read

    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month or 0, day or 0)
