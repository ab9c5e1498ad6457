r"""BibLaTeX's citations: ``\autocite[¶~3]{he2021}``.

Commands: BibLaTeX manual, § 3.9. A page has no label there: BibLaTeX sets the one of the style.
"""

from __future__ import annotations

from typing import Final

from corpus.citation.bibliography import entry, key_of, kind_of, reference
from corpus.citation.labelled import Labels, named
from corpus.citation.markup import LATEX
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.exchange.latex_encoding import encoded

_LABELS: Final = Labels(("", ""), ("¶ ", "¶¶ "), "§ ")


def _cite(cited: Cited) -> Reference:
    """The command with the place as its postnote, in braces where a bracket in it would end that."""
    cited = tidied(cited)
    kind = kind_of(cited)
    place = encoded(named(cited.place, kind, _LABELS)).replace("–", "--")
    if kind != "heading":
        place = place.replace(" ", "~", 1)
    inside = f"{{{place}}}" if "[" in place or "]" in place else place
    option = f"[{inside}]" if place else ""
    return reference(cited, f"\\autocite{option}{{{key_of(cited)}}}", place, kind)


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
