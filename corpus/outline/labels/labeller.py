"""Labels of the sections of one article, each in contrast with the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.outline.labels.opening import label


class Label(NamedTuple):
    """What stands for a section: words of it, cut short with “…”, and a phrase that sets it off, or “”.

    Both are the section's own words; the phrase holds none of the first.
    """

    words: str
    phrase: str = ""


class Labeller:
    """Labels sections of an article that are given as paragraphs."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Take all paragraphs of the article; they may be cut out of the text when they are asked for."""
        self._paragraphs = paragraphs

    def label(self, first: int, end: int) -> Label:
        """A label for the paragraphs [first, end): indexes, at least one paragraph."""
        return Label(label(self._paragraphs[first:end][0]))
