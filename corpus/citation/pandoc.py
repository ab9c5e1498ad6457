"""Pandoc's citations in Markdown, for a bibliography that Pandoc or another citeproc formats.

Syntax: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

from typing import Final

from corpus.citation.key import key
from corpus.citation.locator import counted
from corpus.citation.markup import MARKDOWN
from corpus.citation.phrase import phrase
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.work import unknown


def _cite(cited: Cited) -> Reference:
    """The key and the paragraph: ``[@he2021, ¶ 3]``; Pandoc reads ¶ as a label in every style."""
    place = counted(cited.place, "¶", "¶¶", "-")
    known_by = cited.key or key(cited.work)
    inside = f"@{known_by}, {place}" if place else f"@{known_by}"
    return Reference(phrase(f"[{inside}]"), place, cited.place.notes + unknown(cited.work))


PANDOC: Final = Style(
    "pandoc",
    "Pandoc",
    "Pandoc, citation key in Markdown",
    "markup",
    Quotation("parenthesis", block_words=100, markup=MARKDOWN),
    cite=_cite,
    short=_cite,
    entry=_cite,
)
