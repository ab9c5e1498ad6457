"""`python -m tests.bench.outline.salience FILE…`: fits the weights of how telling words are, and prints them.

The files hold articles whose headings were taken out, one a line, for `tests.bench.outline.data`. What is
fitted is a logistic regression, by Newton's method, with a ridge of 1.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

from corpus.outline.labels.salience import WEIGHTS, Salience, kind, root, words_of
from tests.bench.outline import data
from tests.bench.outline.data import Headless
from tests.bench.outline.logistic import by_newton

_RIDGE: Final = 1.0

Example = tuple[Sequence[float], bool]


def main() -> None:
    """Fit, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline.salience", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="articles without headings, *.jsonl")
    articles = list(chain.from_iterable(map(data.headless, parser.parse_args().files)))
    examples = list(chain.from_iterable(map(examples_of, articles)))
    print(
        f"{len(articles)} articles, {len(examples)} words, {sum(right for _, right in examples)} in a title"
    )
    for name, weight in zip(WEIGHTS, fitted(examples), strict=True):
        print(f'    "{name}": {weight:.2f},')


def examples_of(article: Headless) -> Iterator[Example]:
    """What is counted of every word of every section, and whether the author's title has it."""
    roots = [list(map(root, words_of(paragraph))) for paragraph in article.paragraphs]
    counts = Counter(chain.from_iterable(roots))
    bounds = pairwise((0, *article.breaks, len(article.paragraphs)))
    for title, (first, end) in zip(article.titles, bounds, strict=True):
        wanted = {root(word) for word in words_of(title) if kind(word)}
        if wanted:
            salience = Salience(list(chain.from_iterable(roots[first:end])), counts, counts.total())
            words = chain.from_iterable(map(words_of, article.paragraphs[first:end]))
            for word in dict.fromkeys(filter(kind, words)):
                yield salience.counted(word), root(word) in wanted


def fitted(examples: Sequence[Example]) -> list[float]:
    """The weights under which the examples are most likely."""
    rows = [[(at, value) for at, value in enumerate(counted) if value] for counted, _ in examples]
    return by_newton(rows, [right for _, right in examples], [_RIDGE] * len(examples[0][0]))


if __name__ == "__main__":
    main()
