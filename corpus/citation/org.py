"""Org's citations: ``[cite:@he2021 ¶ 3]``.

Syntax: https://orgmode.org/manual/Citations.html
"""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.bibliography import entry, key_of, kind_of, reference
from corpus.citation.labelled import Labels, named
from corpus.citation.markup import ORG
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_LABELS: Final = Labels(("p. ", "pp. "), ("¶ ", "¶¶ "), "sec. ", "-")
_MISREAD: Final = r"[\[\];{}@\\*/_^=~+|$<>]"
"""Signs that would end the citation, or be read as markup in it."""


def _cite(cited: Cited) -> Reference:
    """The key and the place behind it; its csl processor reads the labels, the others print them.

    Org has no way to name a place whose name holds one of its own signs: that is left out.
    """
    cited = tidied(cited)
    kind = kind_of(cited)
    place = named(cited.place, kind, _LABELS)
    misread = re.search(_MISREAD, place) is not None
    # Where it has digits, the csl processor would take a heading for a page.
    misread = misread or (kind == "heading" and any(character.isdigit() for character in place))
    place = "" if misread else place
    found = reference(cited, f"[cite:@{key_of(cited)}{' ' if place else ''}{place}]", place, kind)
    return found._replace(notes=(_WITHHELD, *found.notes)) if misread else found


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
