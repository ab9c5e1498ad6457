"""What a format makes of a text, block by block, as tests write it down."""

from __future__ import annotations

from corpus.document import Document, Inline, Kind
from corpus.opening import open_bytes


def opened(text: str | bytes, name: str) -> Document:
    """The document that a file with this name and these words is."""
    return open_bytes(text.encode() if isinstance(text, str) else text, name)


def blocks(document: Document) -> list[tuple[Kind, int, str, str]]:
    """Of each block its kind, its level, its marker, and its words."""
    return [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]


def words(document: Document, kind: Kind) -> list[str]:
    """The words of all blocks of a kind."""
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def marked(document: Document, inline: Inline) -> list[tuple[str, str]]:
    """The words that are marked so, and where they lead."""
    return [(document.text[s.start : s.end], s.target) for s in document.spans if s.inline is inline]
