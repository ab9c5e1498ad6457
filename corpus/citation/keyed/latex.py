r"""BibLaTeX's citations: ``\autocite[¶~3]{he2021}``.

Commands: BibLaTeX manual, § 3.9. A page has no label there: BibLaTeX sets the one of the style.
"""

from __future__ import annotations

from typing import Final

from corpus.citation.keyed.bibliography import entry, key_of, reference
from corpus.citation.markup import LATEX
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.exchange.latex_encoding import encoded

_PLACES: Final = all_places(("{}", "{}"), ("¶ {}", "¶¶ {}"), "§ {}")


def _cite(cited: Cited) -> Reference:
    """The command with the place as its postnote, in braces where a bracket in it would end that."""
    cited, remarks = tidied(cited), Remarks()
    words, basis = pinpoint(cited, _PLACES, remarks)
    place = encoded(words).replace("–", "--")
    if basis not in ("heading", "division"):
        place = place.replace(" ", "~", 1)
    inside = f"{{{place}}}" if "[" in place or "]" in place else place
    option = f"[{inside}]" if place else ""
    return reference(cited, f"\\autocite{option}{{{key_of(cited)}}}", place, remarks)


LATEX_STYLE: Final = Style(
    "latex",
    "LaTeX",
    "LaTeX, BibLaTeX’s \\autocite",
    "markup",
    Quotation("parenthesis", block_words=100, markup=LATEX),
    cite=_cite,
    short=_cite,
    entry=entry,
)
