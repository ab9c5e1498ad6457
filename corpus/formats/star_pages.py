"""Star paging: the pages of a law report, printed inside the text of a case as "*12" or "[*12]"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.document import Document
from corpus.expression import expression

_STAR: Final = expression(r"(?<![\w*])\[?\*{1,2}(?P<page>[1-9]\d{0,4})(?![\w*.,;:)])\]? ?")
_LEAST: Final = 3
_PAGE: Final = 600
"""Characters that a printed page has at the least, so many that footnotes are none."""


def with_star_pages(document: Document) -> Document:
    """The document with its star paging taken out of the text, as the labels of its pages.

    Stars are believed where all of them count on, a page apart.
    """
    text = document.text
    if "*" not in text or document.labels.pages.starts:
        return document
    found = list(_STAR.finditer(text))
    values = [int(match["page"]) for match in found]
    if len(found) < _LEAST or any(second - first != 1 for first, second in pairwise(values)):
        return document
    distances = sorted(second.start() - first.start() for first, second in pairwise(found))
    if distances[len(distances) // 2] < _PAGE:
        return document
    from corpus.rewriting import Edit, rewritten  # nearly no article needs it

    edits = [Edit(match.start(), match.end()) for match in found]
    return rewritten(document, edits, {}, pages=[(match.start(), match["page"]) for match in found])
