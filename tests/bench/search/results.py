"""What came of a run: samples by row, and what went wrong."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.bench.search.measures import MEASURES, Row


@dataclass
class Samples:
    """Of a row: values by the clock on the wall (or of whatever it is), processor times, and how many
    were answered with a hit, where that is asked."""

    values: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    answered: list[bool] = field(default_factory=list)

    @property
    def decisive(self) -> list[float]:
        """What is compared: processor times, if there are any, for they are less disturbed."""
        return self.processor or self.values


class Results:
    """Samples by row, and sentences that have to be said."""

    def __init__(self) -> None:
        self._samples: dict[Row, Samples] = {}
        self.remarks: list[str] = []

    def note(
        self, row: Row, value: float, processor: float | None = None, *, answered: bool | None = None
    ) -> None:
        """Keep a sample."""
        samples = self._samples.setdefault(row, Samples())
        samples.values.append(value)
        if processor is not None:
            samples.processor.append(processor)
        if answered is not None:
            samples.answered.append(answered)

    def rows(self) -> list[Row]:
        """All rows, in the order of the measures, and else as they came."""
        order = list(MEASURES)
        return sorted(self._samples, key=lambda row: order.index(row.measure))

    def samples(self, row: Row) -> Samples:
        """The samples of a row; none where there is no such row."""
        return self._samples.get(row, Samples())

    def ratio(self, row: Row) -> tuple[float, str] | None:
        """The median of a row by what it is compared with, and what that is; None where one is lacking."""
        against = MEASURES[row.measure].against
        base = row._replace(engine=against)
        above, below = median(self.samples(row).decisive), median(self.samples(base).decisive)
        return (above / below, f"÷ {against}") if base != row and above is not None and below else None

    def as_json(self) -> Iterator[dict[str, Any]]:
        """Each row with all that is known of it."""
        for row in self.rows():
            samples, ratio = self.samples(row), self.ratio(row)
            yield {
                **row._asdict(),
                "shown": MEASURES[row.measure].shown,
                "values": samples.values,
                "processor": samples.processor,
                "median": median(samples.values),
                "p95": percentile(samples.values),
                "processor median": median(samples.processor),
                "processor p95": percentile(samples.processor),
                "answered": samples.answered.count(True) if samples.answered else None,
                "ratio": ratio[0] if ratio else None,
                "against": ratio[1] if ratio else None,
            }


def median(values: list[float]) -> float | None:
    """The median; None where there is no value."""
    return statistics.median(values) if values else None


def percentile(values: list[float], part: float = 0.95) -> float | None:
    """The smallest value that so large a part of all does not exceed; None where there is none."""
    return sorted(values)[math.ceil(len(values) * part) - 1] if values else None
