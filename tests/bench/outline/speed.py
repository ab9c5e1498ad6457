"""What an outline costs: of a short article, and of one that is as long as a library."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median

from corpus.document import Document
from corpus.outline import outline_of
from tests.bench.outline.data import Headless
from tests.bench.outline.dividing import drafted

_SHORT = 6
_TIMES = 20
_LINES = 20_000


def lines(articles: Sequence[Headless]) -> Iterator[str]:
    """The lines of the table: milliseconds of a short article, bytes in a CPU second of long ones."""
    short = [drafted(one.paragraphs[:_SHORT]) for one in articles if len(one.paragraphs) >= _SHORT]
    if not short:
        return
    # What is imported or compiled once in a process is not a cost of every article.
    _seconds(short[0])
    each = [_seconds(document) for document in short for _ in range(_TIMES)]
    yield f"six paragraphs, in a process that has made outlines before: {1000 * median(each):.2f} ms"
    paragraphs = list(chain.from_iterable(one.paragraphs for one in articles))
    yield _long("all articles as one", paragraphs)
    words = list(chain.from_iterable(paragraph.split() for paragraph in paragraphs))
    few = [" ".join(words[at % len(words) : at % len(words) + 8]) for at in range(0, 8 * _LINES, 8)]
    yield _long(f"{_LINES:,} paragraphs of a line", few)


def _long(name: str, paragraphs: Sequence[str]) -> str:
    document = drafted(paragraphs)
    took = _seconds(document)
    return f"{name}: {len(document.text.encode()) / 1e6 / max(took, 1e-9):.2f} MB/s, {took:.2f} s"


def _seconds(document: Document) -> float:
    begun = time.process_time()
    outline_of(document)
    return time.process_time() - begun
