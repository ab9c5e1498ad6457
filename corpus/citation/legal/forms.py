"""The four forms of a citation, as the styles of lawyers make them from what each style writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.citation.legal.imprint import ended
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.people import Lister
from corpus.citation.legal.places import Pin
from corpus.citation.legal.titles import recall_foreign
from corpus.citation.phrase import Phrase
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.style import Cited, Reference


@dataclass(frozen=True, slots=True)
class Forms:
    """What a style of lawyers writes.

    `style` is what it is called in a sentence, `places` how it writes places. `full` is the whole
    citation with its names listed by `names` in a note, by `entry_names` in a bibliography; `again` the
    short form, `same` the form directly after. `in_entry` adds what a style is to tell of its entries,
    which end in a full stop where `entry_stop` says so.
    """

    style: str
    places: Pinpoints
    names: Lister
    entry_names: Lister
    full: Callable[[Matter, Pin, Lister], Phrase]
    again: Callable[[Matter, Pin], Phrase]
    same: Callable[[Matter, Pin], Phrase]
    in_entry: Callable[[Matter], None] | None = None
    entry_stop: bool = False

    def cite(self, cited: Cited) -> Reference:
        """The note that cites the work first."""
        matter = Matter(cited, self.style)
        pin = self._pin(matter)
        words = ended(self.full(matter, pin, self.names))
        recall_foreign(matter)
        matter.tell_unknown()
        return matter.remarks.reference(words, pin.words)

    def short(self, cited: Cited) -> Reference:
        """The note that cites the work again."""
        matter = Matter(cited, self.style)
        pin = self._pin(matter)
        words = ended(self.again(matter, pin))
        recall_foreign(matter)
        return matter.remarks.reference(words, pin.words)

    def ibid(self, cited: Cited) -> Reference:
        """The note that cites the work directly after."""
        matter = Matter(cited, self.style)
        pin = self._pin(matter)
        return matter.remarks.reference(ended(self.same(matter, pin)), pin.words)

    def entry(self, cited: Cited) -> Reference:
        """The entry in the bibliography: no place."""
        matter = Matter(cited, self.style)
        words = self.full(matter, Pin(), self.entry_names)
        recall_foreign(matter)
        if self.in_entry:
            self.in_entry(matter)
        matter.tell_unknown()
        return matter.remarks.reference(ended(words) if self.entry_stop else words)

    def _pin(self, matter: Matter) -> Pin:
        return Pin(*pinpoint(matter.cited, self.places, matter.remarks))
