"""Pandoc's citations in Markdown, for a bibliography that Pandoc or another citeproc formats.

Syntax: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.keyed.bibliography import entry, is_plain, key_of, reference
from corpus.citation.markup import MARKDOWN
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_PLACES: Final = all_places(("p. {}", "pp. {}"), ("¶ {}", "¶¶ {}"), "sec. {}", "-")
_READ: Final = r"\S+ [\d.]+[a-z]?(-[\d.]+[a-z]?)?"
"""Locators that Pandoc finds the end of; the others stand in braces."""


def _cite(cited: Cited) -> Reference:
    """The key and the place: ``[@he2021, ¶ 3]``; Pandoc reads ¶ as a label in every style.

    A heading is no locator for Pandoc: it is printed as it stands.
    """
    cited, remarks = tidied(cited), Remarks()
    known_by, (words, basis) = key_of(cited), pinpoint(cited, _PLACES, remarks)
    written = MARKDOWN.within_a_line(words)
    if written and basis not in ("heading", "division") and not re.fullmatch(_READ, written):
        written = f"{{{written}}}"
    known_by = f"@{known_by}" if is_plain(known_by) else f"@{{{known_by}}}"
    inside = f"{known_by}, {written}" if written else known_by
    return reference(cited, f"[{inside}]", written, remarks)


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
