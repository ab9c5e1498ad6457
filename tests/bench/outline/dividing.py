"""Where articles without headings are divided: ours beside no break, an even split, and U00."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.outline import outline_of
from tests.bench.outline.baselines import even, u00
from tests.bench.outline.data import Headless
from tests.bench.outline.measures import Breaks, breaks_measured, difference

Dividing = Callable[[Headless], Sequence[int]]
"""From an article to the paragraphs that begin a section, the first one left out."""


class Divided(NamedTuple):
    """What a way to divide was worth on each article, and the bytes that it read in a CPU second."""

    name: str
    breaks: tuple[Breaks, ...]
    speed: float


def drafted(paragraphs: Sequence[str]) -> Document:
    """The document that paragraphs make."""
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph, Kind.PARAGRAPH)
    return draft.document()


def ours(article: Headless) -> list[int]:
    """The paragraphs that begin a section of the first level in our outline of the article."""
    document = drafted(article.paragraphs)
    sections = outline_of(document).sections
    return sorted({document.block_at(section.start) for section in sections if section.level == 1})


METHODS: Final[dict[str, Dividing]] = {
    "no break": lambda _: [],
    "even, true count": lambda one: even(one.paragraphs, len(one.breaks) + 1),
    "U00": lambda one: u00(one.paragraphs),
    "ours": ours,
}


def divided(articles: Sequence[Headless]) -> list[Divided]:
    """What each way is worth on the articles, ours last."""
    size = sum(len(paragraph.encode()) for one in articles for paragraph in one.paragraphs)
    some = []
    for name, method in METHODS.items():
        begun = time.process_time()
        found = [method(one) for one in articles]
        took = time.process_time() - begun
        measured = (
            breaks_measured(one.breaks, breaks, len(one.paragraphs))
            for one, breaks in zip(articles, found, strict=True)
        )
        some.append(Divided(name, tuple(measured), size / max(took, 1e-9)))
    return some


def lines(name: str, articles: Sequence[Headless]) -> Iterator[str]:
    """The lines of the table for a set of articles."""
    some = divided(articles)
    for way in some:
        pk, window_diff, f1 = (fmean(_each(way.breaks, measure)) for measure in Breaks._fields)
        # What reads nothing has no speed.
        speed = f"  {way.speed / 1e6:5.2f} MB/s" if way.name in ("U00", "ours") else ""
        yield f"{name:<16}{way.name:<18}Pk {pk:5.1f}  WD {window_diff:5.1f}  F1 {f1:5.1f}{speed}"
    *_, other, own = some
    yield f"{'':<16}{'ours - U00':<18}{_apart(own, other, 'pk', 'Pk')}  {_apart(own, other, 'f1', 'F1')}"
    yield f"{'':<16}{len(articles)} articles"


def _apart(own: Divided, other: Divided, measure: str, name: str) -> str:
    apart = difference(_each(own.breaks, measure), _each(other.breaks, measure))
    return f"{name} {apart.mean:+5.1f} [{apart.low:+.1f}, {apart.high:+.1f}]"


def _each(breaks: Sequence[Breaks], measure: str) -> list[float]:
    return [100 * float(getattr(one, measure)) for one in breaks]
