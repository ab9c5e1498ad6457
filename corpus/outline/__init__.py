"""The outline of an article: the headings its author wrote, or what can be inferred, marked so."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Structure
from corpus.outline.explicit import front_matter, heading_entries
from corpus.outline.headless import inferred_entries
from corpus.outline.section import Entry, Outline, Section, sections_of
from corpus.preliminaries import recognise

__all__ = ["Outline", "Section", "authored_outline_of", "outline_of"]


def outline_of(document: Structure, opening: Iterable[int] | None = None) -> Outline:
    """The outline of a document: front matter, then its headings, or inferred sections without them.

    `opening` are the offsets of the paragraphs that may open with the number of an article of law, where
    those are known.
    """
    return _outline(document, heading_entries(document, opening) or inferred_entries(document))


def authored_outline_of(document: Structure) -> Outline:
    """Of its outline what the author wrote: nothing where there is neither front matter nor a heading."""
    return _outline(document, heading_entries(document))


def _outline(document: Structure, entries: list[Entry]) -> Outline:
    if notes := front_matter(document):
        start = document.blocks.starts[notes.start]
        entries = [Entry(recognise(document).label, 1, start, matter="front"), *entries]
    return Outline(sections_of(document, entries))
