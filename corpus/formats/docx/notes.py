"""Footnotes and endnotes of a Word file: how they are numbered, and what they say.

Source: ECMA-376 Part 1, § 17.11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.archive import BadEntry
from corpus.formats.docx.package import Package, Relation
from corpus.formats.office.elements import child, local, value
from corpus.formats.office.numerals import number
from corpus.formats.office.raised import note_sign
from corpus.sanitiser import clean_line

NOTES: Final = frozenset(("footnoteReference", "endnoteReference"))
_MOST: Final = 100_000
_SECTION: Final = re.compile(
    rb'<w:(footnote|endnote)Pr>[^"]{0,40}(?:<w:pos w:val="\w+"/>)?<w:numFmt w:val="(\w+)"'
)
_REACH: Final = 150


class Noted(NamedTuple):
    """A note that the text refers to: its sign there, the label before its words, the name of its place."""

    sign: str
    label: str
    name: str
    kind: str
    key: str


class Notes:
    """The notes that were referred to, in order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        settings = package.tree(package.related(package.main, "settings"))
        self._formats = {
            "footnote": value(child(child(settings, "footnotePr"), "numFmt")) or "decimal",
            "endnote": value(child(child(settings, "endnotePr"), "numFmt")) or "lowerRoman",
        }
        for kind, format in _said_by_sections(package):
            self._formats[kind] = format
        self._counts = {"footnote": 0, "endnote": 0}
        self._referred: dict[str, Noted] = {}
        self._in_order: list[Noted] = []

    def refer(self, name: str, reference: Element) -> Noted | None:
        """The note that is referred to; None where there is none such."""
        kind = name.removesuffix("Reference")
        key = value(reference, "id") or ""
        place = f"{kind}-{key}"
        if place not in self._referred:
            if len(self._referred) >= _MOST:
                return None
            # The run that refers to it holds the sign itself.
            own = value(reference, "customMarkFollows") in ("1", "true", "on")
            self._counts[kind] += not own
            label = "" if own else number(self._counts[kind], self._formats[kind])
            self._referred[place] = Noted(
                "" if own else note_sign(label), label, clean_line(place), kind, key
            )
            self._in_order.append(self._referred[place])
        return self._referred[place]

    def written(self) -> Iterator[tuple[Noted, Element, dict[str, Relation]]]:
        """The notes that were referred to, footnotes first, each with what it holds and refers to."""
        for kind in self._formats:
            part = self._package.related(self._package.main, f"{kind}s")
            root = (
                self._package.tree(part) if any(one.kind == kind for one in self._referred.values()) else None
            )
            if root is None:
                continue
            bodies = {value(one, "id"): one for one in root if local(one.tag) == kind}
            relations = self._package.relations(part)
            for noted in self._in_order:  # which grows while notes refer to others
                if noted.kind == kind and (body := bodies.get(noted.key)) is not None:
                    yield noted, body, relations


def _said_by_sections(package: Package) -> Iterator[tuple[str, str]]:
    """How sections number their notes, which stands behind the notes themselves: it is looked for ahead."""
    if not (package.related(package.main, "footnotes") or package.related(package.main, "endnotes")):
        return
    tail = b""
    try:
        for piece in package.archive.chunks(package.archive.find(package.main)):
            for match in _SECTION.finditer(tail + piece):
                yield match[1].decode("ascii"), match[2].decode("ascii")
            tail = piece[-_REACH:]
    except BadEntry:
        return  # it is told when the text is read
