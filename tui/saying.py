"""Saying a sentence to whoever called, on standard error."""

from __future__ import annotations

import sys

from corpus.sanitiser import clean_line


def say(sentence: str) -> None:
    """Print a sentence on standard error, harmless and on one line."""
    print(f"pincite: {clean_line(sentence)}", file=sys.stderr, flush=True)
