"""What the beginning of an article tells of all of it: note, dateline, title."""

from __future__ import annotations

from corpus.document import Document, Kind, Structure
from corpus.draft import with_kinds
from corpus.matter.credits import is_byline
from corpus.matter.preliminaries import recognise
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line


def with_preliminaries(document: Document) -> Document:
    """The document with what stands before it marked as such, and its metadata filled from that."""
    found = recognise(document)
    document = with_kinds(document, found.kinds)
    metadata = document.metadata.filled_from(found.metadata)
    return document._replace(metadata=metadata.filled_from(titled(document)))


def titled(document: Structure) -> Metadata:
    """A heading that opens the article, with no other as high as it, is the title."""
    blocks = document.blocks
    _, _, kinds, levels, _, _ = blocks.columns()
    first = next((at for at, kind in enumerate(kinds) if kind != Kind.NOTE), None)
    if first is None or kinds[first] != Kind.HEADING:
        return Metadata()
    if any(kinds[at] == Kind.HEADING and levels[at] <= levels[first] for at in range(first + 1, len(kinds))):
        return Metadata()
    title = clean_line(document.text[blocks.starts[first] : blocks.ends[first]])
    if is_byline(title):
        return Metadata()
    return Metadata(title=title, sources={"title": "the first heading"})
