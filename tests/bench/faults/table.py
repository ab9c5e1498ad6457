"""The table that is printed: what came of each fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tests.bench.faults.examination import Outcome
from tests.bench.faults.kinds import Fault

_NOTES: Final = 12
_HEADS: Final = (
    "trials",
    "acknowledged articles lost",
    "silent wrong answers",
    "locks left",
    "recovered without a question",
    "slowest recovery",
    "index made anew",
    "files left behind",
)


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of one fault, by the heads of the table; the slowest recovery in seconds."""
    return dict(
        zip(
            _HEADS,
            (
                len(outcomes),
                sum(outcome.lost for outcome in outcomes),
                sum(outcome.wrong for outcome in outcomes),
                sum(outcome.locked for outcome in outcomes),
                sum(outcome.recovered for outcome in outcomes),
                max((outcome.seconds for outcome in outcomes), default=0.0),
                sum(outcome.anew for outcome in outcomes),
                sum(outcome.strays for outcome in outcomes),
            ),
            strict=True,
        )
    )


def table(results: Mapping[str, Sequence[Outcome]], faults: Mapping[str, Fault]) -> Iterator[str]:
    """The lines of the table, as Markdown; then what was not as it should be."""
    yield f"| fault | {' | '.join(_HEADS)} |"
    yield f"|---|{'---|' * len(_HEADS)}"
    for name, outcomes in results.items():
        shown = [_shown(head, value) for head, value in figures(outcomes).items()]
        mark = "\\*" if faults[name].beyond else ""
        yield f"| {name}{mark} | {' | '.join(shown)} |"
    if any(faults[name].beyond for name in results):
        yield "\\* nothing is promised of this one: it is what the system does to a program"
    for name, outcomes in results.items():
        notes = [f"  {name}: {note}" for outcome in outcomes for note in outcome.notes]
        yield from notes[:_NOTES]
        if len(notes) > _NOTES:
            yield f"  {name}: and {len(notes) - _NOTES} more, which --json writes"


def _shown(head: str, value: float) -> str:
    return f"{value * 1000:,.0f} ms" if head == "slowest recovery" else str(value)
