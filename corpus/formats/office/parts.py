"""The files of XML in a word processor's archive, and what could not be read of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from corpus.formats import xml
from corpus.formats.archive import Archive, BadEntry
from corpus.formats.xml import BadXML
from corpus.sanitiser import clean_name
from corpus.source import Source

_TOLD: Final = 1
"""How many faults are told: one follows from another."""


class Parts:
    """The files of an archive. Raises CannotOpen for what is none."""

    def __init__(self, source: Source) -> None:
        self.shown = source.shown
        self.archive = Archive(source)
        self.faults: list[str] = []
        self._said: list[str] = []

    def say(self, sentence: str) -> None:
        """Tell something of the document that is no fault of it."""
        if sentence not in self._said:
            self._said.append(sentence)

    def fault(self) -> str:
        """What could not be read, and what else is to be said."""
        faults = list(dict.fromkeys(self.faults))[:_TOLD]
        if self.archive.is_cut:
            faults.insert(0, "The end of the file is missing.")
        return " ".join([*faults, *self._said])

    def tree(self, part: str) -> Element | None:
        """A file as a tree; None where it is missing, or cannot be read, which is remembered."""
        name = self.archive.find(part)
        if not name:
            return None
        try:
            return xml.tree(self.archive.read(name))
        except BadEntry as fault:
            self.faults.append(str(fault))
        except BadXML as fault:
            self.faults.append(f"{clean_name(name)} in it {fault}.")
        return None

    def events(self, part: str) -> Iterator[tuple[str, Element]]:
        """The events of a file, up to a fault in it, which is remembered."""
        name = self.archive.find(part)
        if not name:
            return
        try:
            yield from xml.events(self.archive.chunks(name), size=self.archive.size(name))
        except BadEntry as fault:
            self.faults.append(str(fault))
        except BadXML as fault:
            self.faults.append(f"{clean_name(name)} in it {fault}.")
