"""Citations that point to the exact place: one module a style."""

from __future__ import annotations

from typing import Final

from corpus.citation.apa import APA
from corpus.citation.chicago import CHICAGO
from corpus.citation.mla import MLA
from corpus.citation.pandoc import PANDOC
from corpus.citation.quoting import quoted
from corpus.citation.style import Citation, NoSuchStyle, Style
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.sanitiser import clean_line

__all__ = ["STYLES", "Citation", "NoSuchStyle", "Style", "cite"]

STYLES: Final[dict[str, Style]] = {style.name: style for style in (CHICAGO, APA, MLA, PANDOC)}
"""Every style by its name, in the order in which they are shown."""


def cite(metadata: Metadata, passage: Passage, style: str) -> Citation:
    """The passage quoted, and its citation, in the style of that name.

    No control characters are in it but the newlines of a block quotation, and none at the end.
    Raises NoSuchStyle.
    """
    if style not in STYLES:
        raise NoSuchStyle(f"There is no style “{clean_line(style)}”: choose one of {', '.join(STYLES)}.")
    chosen = STYLES[style]
    reference = chosen.refer(metadata, passage)
    citation = clean_line(reference.citation)
    text = quoted(passage, citation, chosen.quotation)
    return Citation(text, citation, style, reference.locator, reference.notes)
