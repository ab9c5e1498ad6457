"""`python -m tests.bench.outline FOLDER`: outlines beside the authors' own, and what they cost."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.opening import open_bytes
from corpus.outline import outline_of
from tests.bench.outline import data
from tests.bench.outline.baselines import even, u00
from tests.bench.outline.data import Headed, Heading, Headless
from tests.bench.outline.measures import Headings, breaks_measured, headings_measured
from tests.bench.table import machine


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline", description=__doc__)
    parser.add_argument("folder", type=Path, help="outline data, *.jsonl")
    parser.add_argument("--show", type=int, default=0, help="so many wrong headings of each kind")
    chosen = parser.parse_args()
    print(f"data {data.digest(chosen.folder)} · {machine()}")
    for name in ("blog", "wiki"):
        _breaks(name, data.headless(chosen.folder / f"{name}.jsonl"))
    for name in ("rfc", "man", "zhlaw", "underlined", "gutenberg", "bareline", "headless"):
        _headings(name, data.headed(chosen.folder / f"explicit-{name}.jsonl"), chosen.show)


def drafted(article: Headless) -> Document:
    """The document that the paragraphs of an article make."""
    draft = Draft()
    for paragraph in article.paragraphs:
        draft.add(paragraph, Kind.PARAGRAPH)
    return draft.document()


def _ours(article: Headless) -> list[int]:
    document = drafted(article)
    sections = outline_of(document).sections
    return sorted({document.block_at(section.start) for section in sections if section.level == 1})


def _breaks(name: str, articles: list[Headless]) -> None:
    methods: dict[str, Callable[[Headless], list[int]]] = {
        "no break": lambda _: [],
        "even, true count": lambda one: even(one.paragraphs, len(one.breaks) + 1),
        "U00": lambda one: u00(one.paragraphs),
        "ours": _ours,
    }
    for method, breaks in methods.items():
        begun = time.process_time()
        measured = [breaks_measured(one.breaks, breaks(one), len(one.paragraphs)) for one in articles]
        took = time.process_time() - begun
        size = sum(len(paragraph.encode()) for one in articles for paragraph in one.paragraphs) / 1e6
        print(
            f"{name:<6}{method:<20}Pk {100 * fmean(one.pk for one in measured):5.1f}"
            f"  WD {100 * fmean(one.window_diff for one in measured):5.1f}"
            f"  F1 {100 * fmean(one.f1 for one in measured):5.1f}  {size / took:6.2f} MB/s"
        )


def _headings(name: str, texts: list[Headed], show: int) -> None:
    total = Headings(0, 0, 0, 0)
    size, took = 0, 0.0
    for one in texts:
        document = open_bytes(one.text.encode(), "article.txt")
        begun = time.process_time()
        sections = outline_of(document).sections
        took += time.process_time() - begun
        size += len(one.text.encode())
        found = [
            Heading(section.level, section.title)
            for section in sections
            if not section.inferred and section.matter == "body"
        ]
        total = total.plus(headings_measured(one.headings, found))
        if show:
            _show(one, found, show)
    print(
        f"{name:<12}P {100 * total.precision:5.1f} R {100 * total.recall:5.1f} F1 {100 * total.f1:5.1f}"
        f" parent {100 * total.parents:5.1f} false a text {(total.found - total.right) / len(texts):.2f}"
        f" {size / 1e6 / max(took, 1e-9):6.2f} MB/s"
    )


def _show(one: Headed, found: list[Heading], show: int) -> None:
    true, mine = {h.title for h in one.headings}, {h.title for h in found}
    missed = [h.title for h in one.headings if h.title not in mine][:show]
    false = [h.title for h in found if h.title not in true][:show]
    if missed or false:
        print(f"  {one.source}: missed {missed} false {false}")


if __name__ == "__main__":
    main()
