"""The sign of an entry of the outline: who placed it, and where it stands. No Textual in it."""

from __future__ import annotations

from corpus.outline import Section


def sign_of(section: Section) -> str:
    """The reader's own has "*", what was inferred "~", what is before or behind the article "▪"; else ""."""
    if section.by_reader:
        return "*"
    if section.inferred:
        return "~"
    return "" if section.matter == "body" else "▪"
