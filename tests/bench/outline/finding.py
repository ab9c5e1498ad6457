"""Which headings of an author's are found, where they stand, and which ones are none."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from corpus.opening import open_bytes
from corpus.outline import outline_of
from tests.bench.outline.data import Headed, Heading
from tests.bench.outline.measures import Headings, headings_measured, key


def found_in(text: str) -> tuple[list[Heading], float]:
    """The headings that our outline of a plain text takes for the author's, and the CPU seconds it took."""
    document = open_bytes(text.encode(), "article.txt")
    begun = time.process_time()
    sections = outline_of(document).sections
    took = time.process_time() - begun
    headings = [
        Heading(section.level, section.title)
        for section in sections
        # What the program has named has a reason; a heading of the author needs none, over notes either.
        if not section.inferred and not section.why
    ]
    return headings, took


def lines(name: str, texts: Sequence[Headed], show: int = 0) -> Iterator[str]:
    """The line of the table for a set of texts, and so many wrong headings of each text behind it."""
    total = Headings(0, 0, 0, 0)
    took = 0.0
    wrong: list[str] = []
    for one in texts:
        found, more = found_in(one.text)
        took += more
        total = total.plus(headings_measured(one.headings, found))
        wrong += _wrong(one, found, show)
    size = sum(len(one.text.encode()) for one in texts)
    false = f"false a text {(total.found - total.right) / len(texts):5.2f}" if texts else ""
    speed = f"{size / 1e6 / max(took, 1e-9):6.2f} MB/s  {len(texts)} texts"
    yield f"{name:<16}{_rates(total):<48}{false}  {speed}"
    yield from wrong


def _rates(total: Headings) -> str:
    if not total.true:
        return "has none"
    rates = total.precision, total.recall, total.f1, total.parents
    return "P {:5.1f}  R {:5.1f}  F1 {:5.1f}  parent {:5.1f}".format(*(100 * rate for rate in rates))


def _wrong(one: Headed, found: Sequence[Heading], show: int) -> list[str]:
    true, mine = ({key(heading.title) for heading in headings} for headings in (one.headings, found))
    missed = [heading.title for heading in one.headings if key(heading.title) not in mine][:show]
    false = [heading.title for heading in found if key(heading.title) not in true][:show]
    return [f"  {one.source}: missed {missed} false {false}"] if missed or false else []
