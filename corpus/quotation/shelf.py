"""The articles that quotations are looked for in: their words as strings, and the texts behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from typing import Protocol

from corpus.document import Document
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.shown_passage import places_of
from corpus.quotation.checked import Searched

Span = tuple[int, int]
"""Offsets [start, end) in the text of an article."""


class Opened(Protocol):
    """An article whose text is at hand."""

    @property
    def text(self) -> str:
        """The clean text."""
        ...

    @property
    def title(self) -> str:
        """What it is called on the screen."""
        ...

    def span(self, first: int, last: int) -> Span:
        """The offsets of its words [first, last); those that it does not have are left out."""
        ...

    def called(self, spans: Sequence[Span]) -> str:
        """What the place is called: "¶ 3", "p. 4 · [12]"; "" where it has no name."""
        ...


class Shelf(Protocol):
    """Articles by their place on the shelf, from 0, each with its words as a string, a character a word."""

    def __len__(self) -> int:
        """How many articles there are."""
        ...

    def character(self, form: str) -> str:
        """What stands for a folded word in the strings; "" for one that no article has."""
        ...

    def commonness(self, form: str) -> int:
        """In how many articles a folded word stands, more or less."""
        ...

    def holding(self, term: str) -> Set[int]:
        """The places of the articles that may hold a term; none that holds it is left out.

        It is a folded word, or two characters of a script without spaces.
        """
        ...

    def with_words(self, places: Iterable[int], needle: str) -> list[int]:
        """Those of some articles whose string of words has another string in it."""
        ...

    def words(self, place: int) -> str:
        """The string of the words of an article."""
        ...

    def key(self, place: int) -> int | str:
        """The number or name of an article."""
        ...

    def places(self, keys: Collection[int | str]) -> list[int]:
        """The places of the articles with these numbers or names, of those that are here."""
        ...

    def open(self, place: int) -> Opened | None:
        """The article; None where it cannot be read."""
        ...


def place_called(document: Document, spans: Sequence[Span]) -> str:
    """What the place of some runs of words is called, from the first of them to the last."""
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return " · ".join(filter(None, places_of(Passage(document, Outline(), start, end))))


Shelved = tuple[list[Shelf], Searched]
"""Shelves with all articles that can be read, and what is said of them."""
