"""The parts of an Office Open XML package, and what each refers to.

Source: ECMA-376, Part 2, §§ 6 and 7.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.formats import xml
from corpus.formats.archive import Archive, BadEntry
from corpus.formats.xml import BadXML
from corpus.sanitiser import clean_line, clean_name
from corpus.source import Source

_MAIN: Final = expression(r"word/document\d*\.xml")
_LONGEST: Final = 2_000
_NOT_READ: Final = 1
"""How many faults are told."""


class Relation(NamedTuple):
    """What a part refers to: the kind, and a part's name, or an address outside."""

    kind: str
    target: str
    is_outside: bool


local = cache(xml.local)
"""The name of an element or an attribute without its namespace: strict documents have others."""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of an element, whatever its namespace; None where there is none."""
    if element is not None:
        for key, said in element.items():
            if local(key) == name:
                return said
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that name, whatever its namespace."""
    if element is not None:
        for one in element:
            if local(one.tag) == name:
                return one
    return None


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on: it is, where it stands there and says nothing else."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


class Package:
    """An open package. Raises CannotOpen for what is none."""

    def __init__(self, source: Source) -> None:
        self.shown = clean_name(source.name) or "The input"
        self.archive = Archive(source)
        self.faults: list[str] = []
        self._said: list[str] = []
        self.main = self._main()
        self._relations: dict[str, dict[str, Relation]] = {}

    def say(self, sentence: str) -> None:
        """Tell something of the document that is no fault of it."""
        if sentence not in self._said:
            self._said.append(sentence)

    def fault(self) -> str:
        """What could not be read, and what else is to be said."""
        faults = list(dict.fromkeys(self.faults))[:_NOT_READ]
        if self.archive.is_cut:
            faults.insert(0, "The end of the file is missing.")
        return " ".join([*faults, *self._said])

    def _main(self) -> str:
        root = self.tree("_rels/.rels")
        if root is not None:
            for one in root:
                target = (value(one, "Target") or "").lstrip("/")
                if (value(one, "Type") or "").endswith("/officeDocument") and self.archive.find(target):
                    return target
        for name in self.archive.names:
            if _MAIN.fullmatch(name):
                return name
        raise CannotOpen(f"{self.shown} is damaged: the text is missing in it. Get it once more.")

    def tree(self, part: str) -> Element | None:
        """A part as a tree; None where it is missing, or cannot be read, which is remembered."""
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
        """The events of a part, up to a fault in it, which is remembered."""
        name = self.archive.find(part)
        try:
            yield from xml.events(self.archive.chunks(name))
        except BadEntry as fault:
            self.faults.append(str(fault))
        except BadXML as fault:
            self.faults.append(f"{clean_name(name)} in it {fault}.")

    def related(self, part: str, kind: str) -> str:
        """The part of that kind that a part refers to; "" for none."""
        return next((one.target for one in self.relations(part).values() if one.kind == kind), "")

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the identifiers that it uses."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.tree(f"{folder}/_rels/{name}.rels".lstrip("/"))
            self._relations[part] = {} if root is None else dict(_relation(one, folder) for one in root)
        return self._relations[part]


def _relation(element: Element, folder: str) -> tuple[str, Relation]:
    kind = (value(element, "Type") or "").rpartition("/")[2]
    target = clean_line((value(element, "Target") or "")[:_LONGEST])
    outside = value(element, "TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return value(element, "Id") or "", Relation(kind, target, outside)
