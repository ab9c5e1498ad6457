"""Links to a passage: written, taken apart, and followed to the words."""

from __future__ import annotations

from corpus.links.link import Link, TextDirective
from corpus.links.reading import links_in, read_link
from corpus.links.resolving import resolve
from corpus.links.writing import link_of, link_to

__all__ = ["Link", "TextDirective", "link_of", "link_to", "links_in", "read_link", "resolve"]
