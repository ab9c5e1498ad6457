"""`python -m tests.bench.citing`: a citation in every style, beside a CSL engine; and a key to its receipt.

Styles run in turn, round after round, in the same run. CPU times are this process's own; the first
citation of a style, which imports it, is told apart. The engine is citeproc-py, where it is installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, get_args

from corpus.citation import STYLES, Form, cite, cited_at
from corpus.citation.style import Cited
from corpus.draft import Draft
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from tests.bench.citing.engine import citing_by_csl
from tests.bench.citing.receipts import frames_to_receipt
from tests.works import ARTICLE, BOOK, CHAPTER, CHINESE, NEWS, PAGE, REPORT

WORKS: Final = (NEWS, PAGE, ARTICLE, REPORT, BOOK, CHAPTER, CHINESE)
_WORDS: Final = (
    "The river had risen in the night, and the keeper of the “upper” lock wrote the new level into his book. "
)


def main() -> int:
    """Run the benchmark and print its tables; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.citing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, metavar="N", help="200, where it is not given")
    parser.add_argument("--keys", type=int, default=50, metavar="N", help="copies in the reader; 50")
    chosen = parser.parse_args()
    passage = _passage()
    references = [cited_at(work, passage) for work in WORKS]
    print("style              µs a reference, by form, median (p95)             quotation and citation")
    first = {style: _timed(partial(_write, style, "cite", references)) for style in STYLES}
    costs = _costs(chosen.rounds, passage)
    for style in STYLES:
        forms = "  ".join(_shown(costs[style, form]) for form in get_args(Form))
        print(f"{style:<18} {forms}  {_shown(costs[style, 'whole'])}  first {first[style]:,.0f}")
    everything = [cost for (_, what), some in costs.items() if what != "whole" for cost in some]
    print(f"forms: {', '.join(get_args(Form))}; all references: {_shown(everything)} µs")
    if engine := citing_by_csl(WORKS):
        ours = statistics.median(everything)
        theirs = statistics.median([_timed(engine) for _ in range(5)])
        print(f"citeproc-py: {theirs:,.0f} µs a citation, {theirs / ours:,.0f} times as much")
    else:
        print("citeproc-py is not installed: nothing to compare with")
    print(frames_to_receipt(chosen.keys))
    return 0


def _passage() -> Passage:
    draft = Draft()
    for _ in range(12):
        draft.add(_WORDS * 4)
    document = draft.document()
    third = document.paragraph(3)
    return Passage(document, Outline(), third.start, third.start + len(_WORDS))


def _write(style: str, form: Form, references: Sequence[Cited]) -> None:
    for cited in references:
        STYLES[style].write(form, cited)


def _quote(style: str, passage: Passage) -> None:
    for work in WORKS:
        cite(work, passage, style)


def _costs(rounds: int, passage: Passage) -> dict[tuple[str, str], list[float]]:
    costs: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for style, what, run in _runs(passage):
            costs.setdefault((style, what), []).append(_timed(run) / len(WORKS))
    return costs


def _runs(passage: Passage) -> Iterator[tuple[str, str, Callable[[], object]]]:
    references = [cited_at(work, passage) for work in WORKS]
    for style in STYLES:
        for form in get_args(Form):
            yield style, form, partial(_write, style, form, references)
        yield style, "whole", partial(_quote, style, passage)


def _timed(run: Callable[[], object]) -> float:
    """The CPU time of a run in microseconds."""
    begun = time.process_time_ns()
    run()
    return (time.process_time_ns() - begun) / 1_000


def _shown(costs: list[float]) -> str:
    ordered = sorted(costs)
    return f"{statistics.median(ordered):>5.0f} ({ordered[int(len(ordered) * 0.95)]:.0f})"


if __name__ == "__main__":
    sys.exit(main())
