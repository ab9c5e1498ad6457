"""The parts of an Office Open XML package, and what each refers to.

Source: ECMA-376, Part 2, §§ 6 and 7.
"""

from __future__ import annotations

import posixpath
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.formats.office.elements import value
from corpus.formats.office.parts import Parts
from corpus.sanitiser import clean_line
from corpus.source import Source

_MAIN: Final = expression(r"word/document\d*\.xml")
_LONGEST: Final = 2_000


class Relation(NamedTuple):
    """What a part refers to: the kind, and a part's name, or an address outside."""

    kind: str
    target: str
    is_outside: bool


class Package(Parts):
    """An open package. Raises CannotOpen for what is none."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()

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
