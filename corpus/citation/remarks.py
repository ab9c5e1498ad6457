"""What a citation says about itself: what it lacks, and which of its rules are known from memory only."""

from __future__ import annotations

from corpus.citation.phrase import Phrase, phrase
from corpus.citation.style import Reference
from corpus.citation.template import template
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
        """Note what the reader could still fill in.

        A law has no author, and one in a code may be known by its section alone; a book may have editors.
        """
        law = template(work) == "law"
        # The neutral citation of a judgment says when it was given.
        in_a_code = law and (work.container or (work.type == "legal_case" and work.number))
        known = {
            "title": work.title or in_a_code,
            "author": law or work.authors or work.editors,
            "date": work.date or in_a_code,
        }
        self.note(*(f"{name} unknown" for name, value in known.items() if not value))

    def reference(self, words: Phrase | str, locator: str = "") -> Reference:
        """The citation with all that was remarked on it."""
        return Reference(phrase(words), locator, tuple(self._notes), tuple(self._memory))
