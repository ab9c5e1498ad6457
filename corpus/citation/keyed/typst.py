"""Typst's citations: ``@he2021[¶ 3]``, and ``#cite(label("…"), supplement: […])`` for other keys.

Syntax: https://typst.app/docs/reference/model/cite/
"""

from __future__ import annotations

from typing import Final

from corpus.citation.keyed.bibliography import entry, is_plain, key_of, reference
from corpus.citation.markup import TYPST
from corpus.citation.phrase import phrase
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_PLACES: Final = all_places(("p. {}", "pp. {}"), ("¶ {}", "¶¶ {}"), "§ {}")


def _cite(cited: Cited) -> Reference:
    """The key with the place as its supplement; a key with strokes is named by a label."""
    cited, remarks = tidied(cited), Remarks()
    known_by, (words, basis) = key_of(cited), pinpoint(cited, _PLACES, remarks)
    place = TYPST.words(phrase(words))
    if basis == "pages":
        place = place.replace(" ", "~", 1)
    if is_plain(known_by) and "/" not in known_by:
        return reference(cited, f"@{known_by}[{place}]" if place else f"@{known_by}", place, remarks)
    supplement = f", supplement: [{place}]" if place else ""
    return reference(cited, f'#cite(label("{known_by}"){supplement})', place, remarks)


TYPST_STYLE: Final = Style(
    "typst",
    "Typst",
    "Typst, citation key",
    "markup",
    Quotation("parenthesis", block_words=100, markup=TYPST),
    cite=_cite,
    short=_cite,
    entry=entry,
)
