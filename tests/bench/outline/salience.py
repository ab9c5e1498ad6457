"""`python -m tests.bench.outline.salience FILE…`: fits the weights of how telling words are, and prints them.

The files hold articles whose headings were taken out, one a line, for `tests.bench.outline.data`. What is
fitted is a logistic regression, by Newton's method, with a ridge of 1.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import exp
from pathlib import Path
from typing import Final

from corpus.outline.labels.salience import WEIGHTS, Salience, kind, root, words_of
from tests.bench.outline import data
from tests.bench.outline.data import Headless

_ROUNDS: Final = 12
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
    size = len(examples[0][0])
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [-_RIDGE * weight for weight in weights]
        curve = [[_RIDGE * (row == column) for column in range(size)] for row in range(size)]
        for counted, right in examples:
            likely = 1 / (1 + exp(-sum(map(float.__mul__, weights, counted))))
            for row, value in enumerate(counted):
                if value:
                    slope[row] += value * (right - likely)
                    scale = value * likely * (1 - likely)
                    for column, other in enumerate(counted):
                        curve[row][column] += scale * other
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return weights


def _solved(rows: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations whose matrix is positive definite: Gauss's, in place."""
    size = len(right)
    for at in range(size):
        for below in range(at + 1, size):
            factor = rows[below][at] / rows[at][at]
            right[below] -= factor * right[at]
            for column in range(at, size):
                rows[below][column] -= factor * rows[at][column]
    for at in reversed(range(size)):
        right[at] -= sum(rows[at][column] * right[column] for column in range(at + 1, size))
        right[at] /= rows[at][at]
    return right


if __name__ == "__main__":
    main()
