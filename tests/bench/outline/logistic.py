"""Logistic regression with a ridge: by steps that cannot overshoot, or by Newton's for rows that are sparse.

The first after Böhning and Lindsay (1988).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from operator import mul
from typing import Final

_STEPS: Final = 80
_ENOUGH: Final = 1e-3
_ROUNDS: Final = 12
"""Newton's steps."""
_FARTHEST: Final = 30.0
"""Odds (a logarithm) beyond which nothing is less than certain."""

Row = Sequence[tuple[int, float]]
"""The columns of a row that are not 0, and what is in them."""


def fitted(
    rows: Sequence[Sequence[float]], labels: Sequence[float], counts: Sequence[float], ridge: float
) -> tuple[float, list[float], list[float]]:
    """The odds where all columns are as usual (a logarithm), a weight a unit of each column, and their means.

    `labels` are 0 or 1, one a row; a row counts `counts` times. The ridge is on standardised columns.
    """
    total = sum(counts)
    raw = [list(map(float, column)) for column in zip(*rows, strict=True)]
    means = [sum(map(mul, column, counts)) / total for column in raw]
    spreads: list[float] = []
    columns: list[list[float]] = []
    for column, mean in zip(raw, means, strict=True):
        centred = [one - mean for one in column]
        spread = sqrt(sum(map(mul, map(mul, centred, centred), counts)) / total) + 1e-6
        spreads.append(spread)
        columns.append([one / spread for one in centred])
    columns.append([1.0] * len(labels))
    counted = [list(map(mul, column, counts)) for column in columns]
    # A quarter of the rows' products bounds the curvature everywhere.
    bound = [[sum(map(mul, one, other)) / 4 for other in columns] for one in counted]
    for at in range(len(means)):
        bound[at][at] += ridge
    root = _root(bound)
    found = [0.0] * len(columns)
    for _ in range(_STEPS):
        odds = [0.0] * len(labels)
        for weight, column in zip(found, columns, strict=True):
            odds = [one + weight * value for one, value in zip(odds, column, strict=True)]
        off = [label - 1 / (1 + exp(-_within(one))) for label, one in zip(labels, odds, strict=True)]
        slope = [sum(map(mul, column, off)) for column in counted]
        for at in range(len(means)):
            slope[at] -= ridge * found[at]
        step = _solved(root, slope)
        found = [one + change for one, change in zip(found, step, strict=True)]
        if max(map(abs, step)) < _ENOUGH:
            break
    return found[-1], [one / spread for one, spread in zip(found, spreads, strict=False)], means


def by_newton(rows: Sequence[Row], labels: Sequence[float], ridge: Sequence[float]) -> list[float]:
    """A weight a unit of each column: iteratively reweighted least squares.

    `labels` are 0 or 1, one a row; `ridge` has the penalty on the weight of each column, as that is.
    """
    weights = [0.0] * len(ridge)
    for _ in range(_ROUNDS):
        slope = [-one * weight for one, weight in zip(ridge, weights, strict=True)]
        curve = [[one * (at == other) for other in range(len(ridge))] for at, one in enumerate(ridge)]
        for row, label in zip(rows, labels, strict=True):
            likely = 1 / (1 + exp(-_within(sum(weights[at] * value for at, value in row))))
            for at, value in row:
                slope[at] += (label - likely) * value
                scale = likely * (1 - likely) * value
                for other, more in row:
                    curve[at][other] += scale * more
        step = _solved(_root(curve), slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
    return weights


def _within(odds: float) -> float:
    return min(_FARTHEST, max(-_FARTHEST, odds))


def _root(matrix: list[list[float]]) -> list[list[float]]:
    """The lower triangle whose product with its transpose is the matrix (Cholesky)."""
    size = len(matrix)
    root = [[0.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1):
            rest = matrix[row][column] - sum(map(mul, root[row][:column], root[column]))
            root[row][column] = sqrt(max(rest, 1e-12)) if row == column else rest / root[column][column]
    return root


def _solved(root: list[list[float]], right: list[float]) -> list[float]:
    """What the matrix with this root has to be multiplied by to give the right side."""
    size = len(root)
    half: list[float] = []
    for row in range(size):
        half.append((right[row] - sum(map(mul, root[row], half))) / root[row][row])
    found = [0.0] * size
    for row in range(size - 1, -1, -1):
        rest = half[row] - sum(root[below][row] * found[below] for below in range(row + 1, size))
        found[row] = rest / root[row][row]
    return found
