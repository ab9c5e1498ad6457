"""What a Word file says of itself: its core properties (ECMA-376 Part 2, § 8), and the title in its text."""

from __future__ import annotations

from corpus.formats.docx.package import Package
from corpus.formats.office.described import described
from corpus.formats.office.elements import local
from corpus.metadata import Metadata

_FIELDS = {"title": "title", "creator": "authors", "language": "lang"}


def metadata_of(package: Package, title: str) -> Metadata:
    """The metadata of a package; `title` is that of its text, if a paragraph says that it is one."""
    part = package.related("", "core-properties") or "docProps/core.xml"
    root = package.tree(part)
    said: dict[str, str] = {}
    for one in root if root is not None else ():
        field = _FIELDS.get(local(one.tag))
        if field and (one.text or "").strip():
            said.setdefault(field, one.text or "")
    return described(said, title, package.shown)
