"""What the traits of a bare line weigh: printed by `python -m tests.bench.outline.bare_training`."""

from __future__ import annotations

from typing import Final

BIAS: Final = 0.99
"""What every line begins with: a logarithm of odds, as the weights are."""

WEIGHTS: Final = {
    "more air above": 3.17,
    "item follows": 1.87,
    "prose after a short block": 1.73,
    "asks what I": 1.66,
    "item before": 1.58,
    "opens with a question word": 1.33,
    "title case": 1.25,
    "words 1": 1.19,
    "closed before": 1.10,
    "longer than it": 0.82,
    "colon inside": 0.58,
    "length that follows": 0.45,
    "code before": 0.32,
    "opens with -ing": 0.29,
    "opens with a sign": 0.15,
    "words 2": 0.11,
    "words beyond 9": -0.06,
    "comma before": -0.10,
    "a word follows": -0.14,
    "a whole sentence follows": -0.15,
    "stop inside": -0.17,
    "colon before": -0.19,
    "quotation follows": -0.31,
    "comma": -0.41,
    "goes on small": -0.44,
    "title-like before": -0.44,
    "capital initials": -0.51,
    "title-like follows": -0.58,
    "opens by pointing": -0.59,
    "more air below": -0.71,
    "a verb": -0.72,
    "opens with a digit": -0.75,
    "words beyond 5": -0.91,
    "asks you": -0.93,
    "dash inside": -1.02,
    "nothing follows": -1.12,
    "short block follows": -1.14,
    "short block before": -1.18,
    "opens with a connective": -1.31,
    "speaker": -1.48,
    "speaker follows": -1.53,
    "opens small": -1.69,
    "asks": -2.12,
    "ends in a quotation or bracket": -2.23,
    "exclaims": -2.85,
    "ends in a stop": -4.06,
    "opens the text": -6.41,
}
"""What speaks for a heading comes first, what speaks against it last."""
