"""What the segmentation has learned, and how it weighs what it sees at a gap."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from corpus.outline.segmentation.division import Terms


class Weight(NamedTuple):
    """Of one number in a row of features: what each unit of it speaks for a break, and its usual value."""

    weight: float
    usual: float


class Weights(NamedTuple):
    """All that was learned: the odds of a break where all is as usual, a weight a feature, and the terms.

    `odds` is a logarithm, and so is what the weights add to it; `features` are in the order of
    `features.NAMES`.
    """

    odds: float
    features: dict[str, Weight]
    terms: Terms


def odds_of(rows: Sequence[Sequence[float]], weights: Weights) -> list[float]:
    """The logarithm of the odds of a break at each gap."""
    each = [one.weight for one in weights.features.values()]
    base = weights.odds - sum(one.weight * one.usual for one in weights.features.values())
    return [base + sum(map(mul, row, each)) for row in rows]
