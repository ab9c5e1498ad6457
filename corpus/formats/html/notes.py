"""Which parts of a page hold notes or references, as its markup tells.

Sources: the roles of Digital Publishing WAI-ARIA 1.1 (§ 4), the structural semantics of EPUB, and the
classes that Markdown's footnotes, pandoc, MediaWiki, Sphinx and Substack write.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

HOLDING_NOTES: Final = frozenset("section div ol ul aside dl".split())
"""The elements that may hold notes."""

_ROLES: Final = frozenset("doc-endnotes doc-footnote doc-bibliography".split())
_TYPES: Final = frozenset("endnotes endnote rearnotes rearnote footnotes footnote bibliography".split())
_CLASSES: Final = frozenset(
    "footnotes footnote endnotes footnote-list references reflist csl-bib-body footnotes-list".split()
)

_BACK: Final = frozenset("footnote-back footnote-backref reversefootnote data-footnote-backref".split())


def holds_notes(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element with these attributes holds notes or references."""
    if not attributes:
        return False
    return (
        (attributes.get("role") or "") in _ROLES
        or not _TYPES.isdisjoint((attributes.get("epub:type") or "").split())
        or not _CLASSES.isdisjoint((attributes.get("class") or "").split())
    )


def leads_back(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether a link is the sign behind a note that leads back to the text ("↩"): no word of the note."""
    classes = (attributes.get("class") or "").split()
    if attributes.get("role") != "doc-backlink" and _BACK.isdisjoint(classes):
        return False
    return not any(map(str.isalnum, node.text()))
