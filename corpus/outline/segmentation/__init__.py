"""Where sections begin in a long text without headings, by what its paragraphs say and look like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.outline.segmentation.division import divided
from corpus.outline.segmentation.features import rows
from corpus.outline.segmentation.model import Weights, odds_of
from corpus.outline.segmentation.reasons import reason
from corpus.outline.segmentation.vocabulary import vocabulary
from corpus.outline.segmentation.weights import WEIGHTS

__all__ = ["WEIGHTS", "Break", "Weights", "breaks"]


class Break(NamedTuple):
    """The paragraph that begins a section, counted from 0, and why: one sentence."""

    paragraph: int
    why: str


def breaks(paragraphs: Sequence[str], weights: Weights = WEIGHTS) -> list[Break]:
    """Where the sections of a text begin, the first left out. Linear in the length of the text."""
    words = vocabulary(paragraphs)
    seen = rows(paragraphs, words)
    places = divided(odds_of(seen, weights), weights.terms)
    return [
        Break(at, reason(paragraphs, words, seen, at, at - before, weights))
        for before, at in pairwise([0, *places])
    ]
