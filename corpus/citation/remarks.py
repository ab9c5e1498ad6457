"""What a citation says about itself: what it lacks, and which of its rules are known from memory only."""

from __future__ import annotations

from corpus.citation.phrase import Phrase, phrase
from corpus.citation.style import Reference
from corpus.citation.work import unknown
from corpus.metadata import Metadata


class Remarks:
    """Notes and unchecked rules as they come up while a citation is written; each is kept once."""

    __slots__ = ("_memory", "_notes")

    def __init__(self) -> None:
        self._notes: list[str] = []
        self._memory: list[str] = []

    def note(self, *notes: str) -> None:
        """Tell the reader what is missing, or was withheld."""
        self._notes += [note for note in notes if note and note not in self._notes]

    def memory(self, *rules: str) -> None:
        """Name the rules followed here that were not seen in a source of the style."""
        self._memory += [rule for rule in rules if rule and rule not in self._memory]

    def unknown(self, work: Metadata) -> None:
        """Note what the reader could still fill in."""
        self.note(*unknown(work))

    def reference(self, words: Phrase | str, locator: str = "") -> Reference:
        """The citation with all that was remarked on it."""
        return Reference(phrase(words), locator, tuple(self._notes), tuple(self._memory))
