"""Org's citations: ``[cite:@he2021 ¶ 3]``.

Syntax: https://orgmode.org/manual/Citations.html
"""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.keyed.bibliography import entry, key_of, reference
from corpus.citation.markup import ORG
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_PLACES: Final = all_places(("p. {}", "pp. {}"), ("¶ {}", "¶¶ {}"), "sec. {}", "-")
_MISREAD: Final = r"[\[\];{}@\\*/_^=~+|$<>]"
"""Signs that would end the citation, or be read as markup in it."""


def _cite(cited: Cited) -> Reference:
    """The key and the place behind it; its csl processor reads the labels, the others print them.

    Org has no way to name a place whose name holds one of its own signs: that is left out.
    """
    cited, remarks = tidied(cited), Remarks()
    place, basis = pinpoint(cited, _PLACES, remarks)
    # Where they have digits, the csl processor would take a heading and an article of a law for pages.
    taken_for_pages = basis in ("heading", "division") and any(map(str.isdigit, place))
    if taken_for_pages or re.search(_MISREAD, place):
        place = ""
        remarks.note(_WITHHELD)
    return reference(cited, f"[cite:@{key_of(cited)}{' ' if place else ''}{place}]", place, remarks)


_WITHHELD: Final = "no place (Org would misread its name)"

ORG_STYLE: Final = Style(
    "org",
    "Org",
    "Org, citation key",
    "markup",
    Quotation("parenthesis", block_words=100, markup=ORG),
    cite=_cite,
    short=_cite,
    entry=entry,
)
