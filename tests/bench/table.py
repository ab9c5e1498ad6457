"""The table that is printed, and what is said of the machine above it."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from importlib import metadata

from tests.bench.measures import MEASURES, Row
from tests.bench.results import Results


def table(results: Results) -> Iterator[str]:
    """The lines of the table: medians, the 95th percentile, and the ratio that counts."""
    measure = ""
    for row in results.rows():
        if row.measure != measure:
            measure = row.measure
            yield ""
            yield f"{measure}: {MEASURES[measure].says}"
            yield f"  {'':34}{'median':>11}{'p95':>11}"
        yield f"  {row.text:18}{row.program:16}{_figures(results, row)}".rstrip()


def machine() -> str:
    """Load, processors, versions, and how Pincite is installed."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    python = f"Python {platform.python_version()}, Textual {metadata.version('textual')}"
    return f"load {load}, {os.cpu_count()} processors, {python}, {_installed()}"


def _installed() -> str:
    try:
        origin = metadata.distribution("pincite").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return "Pincite not installed"
    editable = json.loads(origin).get("dir_info", {}).get("editable", False) if origin else False
    return "Pincite installed editable" if editable else "Pincite installed"


def _figures(results: Results, row: Row) -> str:
    median, most, ratio = results.median(row), results.percentile(row), results.ratio(row)
    if median is None or most is None:
        return f"{'–':>11}{'–':>11}   {results.failure(row)}"
    unit = MEASURES[row.measure].unit
    line = f"{_shown(median, unit):>11}{_shown(most, unit):>11}"
    if ratio:
        line += f"   {_three_digits(ratio[0])} {ratio[1]}"
    return line + (f"   (once: {results.failure(row)})" if results.failure(row) else "")


def _shown(value: float, unit: str) -> str:
    return f"{_three_digits(value * 1000)} ms" if unit == "ms" else f"{value / 1e6:.0f} MB"


def _three_digits(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"
