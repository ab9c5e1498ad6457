"""The days that a query names: a day, a month or a year, or from one to another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from corpus.expression import expression

_BETWEEN: Final = expression("[.\uff0e]{2,}|\u2026+")
_DAY: Final = expression(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[年月]?")


def days_named(text: str) -> tuple[str, str] | None:
    """The first and the last of the days, as ISO 8601 days; None if it names none.

    Reads ``2021``, ``2021-03``, ``2021-03-05``, also with other separators (``2021年3月5日``), and two
    of them with ``..`` between, of which one may be missing: then that end is empty. Two that are the
    wrong way round are turned.
    """
    between = _BETWEEN.search(text)
    if not between:
        return _span(text)
    before, after = text[: between.start()], text[between.end() :]
    first = _span(before) if before else ("", "")
    last = _span(after) if after else ("", "")
    if first is None or last is None or first == last == ("", ""):
        return None
    if before and after and first[0] > last[1]:
        first, last = last, first
    return first[0], last[1]


def _span(text: str) -> tuple[str, str] | None:
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None  # the calendar has no such day
    if day is not None:
        return first.isoformat(), first.isoformat()
    last_month = 12 if month is None else month
    # The day before the next month begins; the calendar ends with the last December of 9999.
    end = date(first.year, last_month + 1, 1) - timedelta(1) if last_month < 12 else date(first.year, 12, 31)
    return first.isoformat(), end.isoformat()
