"""What came of the rounds: values by row, or why there is none."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping
from typing import Any

from tests.bench.measures import MEASURES, Row


class Results:
    """Values by row. `sizes` are the bytes of each text."""

    def __init__(self, sizes: Mapping[str, int]) -> None:
        self._sizes = sizes
        self._values: dict[Row, list[float]] = {}
        self._failures: dict[Row, str] = {}

    def note(self, row: Row, *values: float) -> None:
        """Keep values of a row."""
        self._values.setdefault(row, []).extend(values)

    def fail(self, row: Row, why: str) -> None:
        """Keep why a row has no value."""
        self._failures.setdefault(row, why)

    def failed(self, text: str, program: str) -> bool:
        """Whether a program could not do something with a text."""
        return any((row.text, row.program) == (text, program) for row in self._failures)

    def rows(self) -> list[Row]:
        """All rows, in the order of the measures, and else as they came."""
        known = list(dict.fromkeys([*self._values, *self._failures]))
        texts = list(self._sizes)
        order = list(MEASURES)
        return sorted(known, key=lambda row: (order.index(row.measure), texts.index(row.text)))

    def values(self, row: Row) -> list[float]:
        """The values of a row, as they came."""
        return self._values.get(row, [])

    def failure(self, row: Row) -> str:
        """Why a row lacks values; empty where it does not."""
        return self._failures.get(row, "")

    def median(self, row: Row) -> float | None:
        """The median of a row; None where there is no value."""
        values = self.values(row)
        return statistics.median(values) if values else None

    def percentile(self, row: Row, part: float = 0.95) -> float | None:
        """The smallest value that so large a part of all values does not exceed; None where there is none."""
        values = sorted(self.values(row))
        return values[math.ceil(len(values) * part) - 1] if values else None

    def ratio(self, row: Row) -> tuple[float, str] | None:
        """The median of a row by what it is compared with, and what that is; None where one is lacking."""
        above, against = self.median(row), MEASURES[row.measure].against
        below: float | None
        if against == "spread":
            above, below, what = self.percentile(row), above, "p95 ÷ p50"
        elif against == "file":
            below, what = self._sizes[row.text], "÷ text"
        else:
            measure, text, program = against
            base = Row(measure, text or row.text, program)
            below = self.median(base)
            what = f"÷ {program}" + (f", {measure}" if measure != row.measure else "")
            what += f", {text}" if text else ""
            if base == row:
                return None
        return (above / below, what) if above is not None and below else None

    def as_json(self) -> Iterator[dict[str, Any]]:
        """Each row with all that is known of it: seconds or bytes."""
        for row in self.rows():
            ratio = self.ratio(row)
            yield {
                **row._asdict(),
                "unit": "s" if MEASURES[row.measure].unit == "ms" else "bytes",
                "values": self.values(row),
                "median": self.median(row),
                "p95": self.percentile(row),
                "ratio": ratio[0] if ratio else None,
                "against": ratio[1] if ratio else None,
                "failure": self.failure(row) or None,
            }
