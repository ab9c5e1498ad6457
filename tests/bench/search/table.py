"""The table that is printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import metadata
from typing import Final

from tests.bench.search.measures import MEASURES, Row, Shown
from tests.bench.search.results import Results, Samples, median, percentile

_HEADS: Final[dict[Shown, tuple[str, ...]]] = {
    "times": ("wall p50", "p95", "CPU p50", "p95"),
    "lateness": ("p50", "p95", "p99", "most"),
    "speed": ("median",),
    "part": ("median",),
    "memory": ("median",),
    "count": ("as it should be",),
}
_WIDTH: Final = 11


def table(results: Results) -> Iterator[str]:
    """The lines of the table: percentiles, what was answered, and the ratio that counts."""
    known = ""
    for row in results.rows():
        measure = MEASURES[row.measure]
        if row.measure != known:
            known = row.measure
            yield ""
            yield f"{known}: {measure.says}"
            yield f"  {'':32}{_line(_HEADS[measure.shown])}"
        figures = _line(_figures(results.samples(row), measure.shown))
        yield f"  {row.texts:10}{row.engine:22}{figures}{_besides(results, row)}".rstrip()


def versions() -> str:
    """Which engines they are."""
    found = [f"SQLite {sqlite3.sqlite_version}"]
    for name in ("whoosh-reloaded", "whoosh3", "tantivy"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


def _line(cells: tuple[str, ...]) -> str:
    return "".join(cell.rjust(max(_WIDTH, len(cell) + 2)) for cell in cells)


def _figures(samples: Samples, shown: Shown) -> tuple[str, ...]:
    values = samples.values
    match shown:
        case "times":
            both = (values, samples.processor)
            return tuple(_milliseconds(figure) for of in both for figure in (median(of), percentile(of)))
        case "lateness":
            parts = (0.5, 0.95, 0.99, 1.0)
            return tuple(_milliseconds(percentile(values, part)) for part in parts)
        case "count":
            return (f"{sum(values):,.0f} of {len(values):,}",)
        case _:
            middle = median(values) or 0.0
            return (f"{middle:.2f}" if shown == "part" else f"{middle / 1e6:.2f} MB",)


def _besides(results: Results, row: Row) -> str:
    ratio, answered = results.ratio(row), results.samples(row).answered
    said = f"   {_three_digits(ratio[0])} {ratio[1]}" if ratio else ""
    if answered and not all(answered):
        said += f"   (hits for {answered.count(True):,} of {len(answered):,})"
    return said


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{_three_digits(value * 1000)} ms"


def _three_digits(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"
