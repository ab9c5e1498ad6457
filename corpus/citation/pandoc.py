"""Pandoc's citations in Markdown, for a bibliography that Pandoc or another citeproc formats.

Syntax: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.bibliography import entry, is_plain, key_of, kind_of, reference
from corpus.citation.labelled import Labels, named
from corpus.citation.markup import MARKDOWN
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_LABELS: Final = Labels(("p. ", "pp. "), ("¶ ", "¶¶ "), "sec. ", "-")
_READ: Final = r"\S+ [\d.]+[a-z]?(-[\d.]+[a-z]?)?"
"""Locators that Pandoc finds the end of; the others stand in braces."""


def _cite(cited: Cited) -> Reference:
    """The key and the place: ``[@he2021, ¶ 3]``; Pandoc reads ¶ as a label in every style.

    A heading is no locator for Pandoc: it is printed as it stands.
    """
    cited = tidied(cited)
    known_by, kind = key_of(cited), kind_of(cited)
    written = MARKDOWN.within_a_line(named(cited.place, kind, _LABELS))
    if written and kind != "heading" and not re.fullmatch(_READ, written):
        written = f"{{{written}}}"
    known_by = f"@{known_by}" if is_plain(known_by) else f"@{{{known_by}}}"
    inside = f"{known_by}, {written}" if written else known_by
    return reference(cited, f"[{inside}]", written, kind)


PANDOC: Final = Style(
    "pandoc",
    "Pandoc",
    "Pandoc, citation key in Markdown",
    "markup",
    Quotation("parenthesis", block_words=100, markup=MARKDOWN),
    cite=_cite,
    short=_cite,
    entry=entry,
)
