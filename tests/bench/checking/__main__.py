"""`python -m tests.bench.checking`: faithful, altered and made-up quotations, and what a check costs.

The first part checks against Debian's manuals and outline data (see `tests.bench.corpora`), of which every
tenth article is held back for quotations of other articles. An altered quotation that a plain scan finds
to stand somewhere after all is drawn anew. The second part takes a library (`--home`), and each quotation
is looked up with a plain scan too. Times are this process's: wall, and processor in brackets.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.quotation.checked import Checked, Verdict
from corpus.quotation.checking import Checker
from tests.bench.checking.altering import Altering, made_up
from tests.bench.checking.passages import Drawing
from tests.bench.checking.quoting import faithful
from tests.bench.checking.truth import Truth
from tests.bench.corpora import articles
from tests.bench.table import machine

_HELD_BACK: Final = 10
_SHOWN: Final = 400
_ROW: Final = "{:<34}{:>9}{:>9}{:>9}{:>9}"


class Took(NamedTuple):
    """Seconds that something took: by the clock, and of the processor."""

    wall: float
    processor: float


def main() -> int:
    """Run the benchmark and print its tables; the exit status."""
    chosen = _arguments()
    print(f"before: {machine()}")
    if chosen.cache:
        _accuracy(chosen)
    if chosen.home:
        _times(chosen)
    print(f"after: {machine()}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.checking", description=__doc__)
    parser.add_argument("--cache", type=Path, help="where the manuals are kept; without it, no first part")
    parser.add_argument("--outline", type=Path, metavar="FOLDER", help="outline data, *.jsonl")
    parser.add_argument("--home", type=Path, help="a PINCITE_HOME; without it, no second part")
    parser.add_argument("--most", type=int, default=400, help="manuals that are read; 400")
    parser.add_argument("--each", type=int, default=2_000, help="faithful, and altered quotations; 2,000")
    parser.add_argument("--timed", type=int, default=300, help="quotations that are timed; 300")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many wrong verdicts of each kind")
    return parser.parse_args()


def _accuracy(chosen: argparse.Namespace) -> None:
    known = articles(chosen.cache, chosen.outline, most=chosen.most)
    held = [document for number, (_, document) in enumerate(known) if not number % _HELD_BACK]
    kept = [pair for number, pair in enumerate(known) if number % _HELD_BACK]
    texts = [document.text for _, document in kept]
    print(f"{len(kept):,} articles, {sum(map(len, texts)):,} characters, seed {chosen.seed}")
    checker, truth = Checker.of_documents(kept), Truth(texts)
    names = [name for name, _ in kept]

    drawing = Drawing(texts, Random(f"{chosen.seed} faithful"))
    counts: Counter[Verdict] = Counter()
    right = 0
    print("\n" + _ROW.format("faithful", *Verdict))
    for kind, make in faithful(drawing).items():
        row: Counter[Verdict] = Counter()
        shown = 0
        for _ in range(chosen.each // 10):
            drawn, text = make()
            checked = checker.check(text)
            row[checked.verdict] += 1
            right += (
                names[drawn.article] in {match.article for match in checked.matches}
                or len(checked.matches) > 1
            )
            if checked.verdict is not Verdict.VERBATIM and shown < chosen.show:
                shown += 1
                _show(text, checked, drawn.text)
        print(_ROW.format(kind, *(row[verdict] for verdict in Verdict)))
        counts += row
    total = sum(counts.values())
    print(
        f"passed: {counts[Verdict.VERBATIM]:,} of {total:,}, {100 * counts[Verdict.VERBATIM] / total:.2f} %;"
        f" with the article they are from, or several: {100 * right / total:.2f} %"
    )

    drawing = Drawing(texts, Random(f"{chosen.seed} altered"))
    altering = Altering(drawing)
    kinds = altering.kinds()
    counts = Counter()
    print("\n" + _ROW.format("altered", *Verdict))
    for kind, altered in kinds.items():
        row, shown = Counter(), 0
        for _ in range(-(-chosen.each // len(kinds))):
            drawn, parts = altered()
            while truth.stands(parts):
                drawn, parts = altered()
            text = altering.finished(parts)
            checked = checker.check(text)
            row[checked.verdict] += 1
            if checked.verdict is Verdict.VERBATIM and shown < chosen.show:
                shown += 1
                _show(text, checked, drawn.text)
        print(_ROW.format(kind, *(row[verdict] for verdict in Verdict)))
        counts += row
    total = sum(counts.values())
    passed = counts[Verdict.VERBATIM]
    print(f"wrongly passed: {passed:,} of {total:,}, {100 * passed / total:.3f} %")

    drawing = Drawing(texts, Random(f"{chosen.seed} absent"))
    others = Drawing([document.text for document in held], drawing.chance)
    print("\n" + _ROW.format("made up", *Verdict))
    for kind, invented in made_up(drawing, others).items():
        row, shown = Counter(), 0
        for _ in range(chosen.each // 10):
            text = invented()
            while truth.stands([text]):
                text = invented()
            checked = checker.check(text)
            row[checked.verdict] += 1
            if checked.verdict is Verdict.VERBATIM and shown < chosen.show:
                shown += 1
                _show(text, checked, "")
        print(_ROW.format(kind, *(row[verdict] for verdict in Verdict)))


def _show(text: str, checked: Checked, source: str) -> None:
    print(f"  {checked.verdict}: {text[:_SHOWN]!r}\n    of {source[:_SHOWN]!r}")
    for match in checked.matches[:1]:
        print(f"    {match.verdict} {match.offered[:_SHOWN]!r} {match.remarks}")


def _times(chosen: argparse.Namespace) -> None:
    home = Home(chosen.home / "data", chosen.home / "config", chosen.home / "state")
    with Library(home.library) as library:
        texts = [text for _, text in library.texts(library.stamps()) if len(text) > _SHOWN]
        checker = Checker.of_library(library, Index(home.index))
        truth = Truth(texts)
        first = _timed(lambda: checker.check("a first question, which opens the index"))
        drawing = Drawing(texts, Random(f"{chosen.seed} times"))
        made = list(faithful(drawing).values())
        altering = Altering(drawing)
        kinds = list(altering.kinds().values())
        invented = list(made_up(drawing, drawing).values())[1:]
        print(f"\n{len(texts):,} articles, {sum(map(len, texts)):,} characters")
        print(f"first check {_shown([first])} ms")
        makers: dict[str, Callable[[int], str]] = {
            "faithful": lambda number: made[number % len(made)]()[1],
            "altered": lambda number: altering.finished(kinds[number % len(kinds)]()[1]),
            "made up": lambda number: invented[number % len(invented)](),
        }
        every: list[Took] = []
        for kind, make in makers.items():
            quotations = [make(number) for number in range(chosen.timed)]
            ours = [_timed(lambda text=text: checker.check(text)) for text in quotations]  # type: ignore[misc]
            scanned = [_timed(lambda text=text: truth.scan(text)) for text in quotations[:60]]  # type: ignore[misc]
            every += ours
            print(f"{kind}: ms a check, p50/p95 {_shown(ours)}; a plain scan {_shown(scanned)}")
        print(f"all: {_shown(every)}")


def _timed(run: Callable[[], object]) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    run()
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def _shown(took: Sequence[Took]) -> str:
    def at(share: float, values: Iterable[float]) -> str:
        ordered = sorted(values)
        return f"{1_000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]:.1f}"

    walls, processors = [one.wall for one in took], [one.processor for one in took]
    return f"{at(0.5, walls)}/{at(0.95, walls)} ({at(0.5, processors)}/{at(0.95, processors)})"


if __name__ == "__main__":
    sys.exit(main())
