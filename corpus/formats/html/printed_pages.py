"""Where the pages of a printed edition begin in an HTML page, told by its markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.expression import expression
from corpus.sanitiser import clean_line

# Expressions that begin with letters are looked for many times as fast, but not where capitals are the same.
_PAGE: Final = expression(r"page(?:break|-label|-?_?(?:num|no\b))")
_STAR: Final = expression(r"star-?_?pag")
_CALLED: Final = expression(r"=\s*[\"']?(?:page|pg|p)[_.-]?\d")
_NAMING: Final = ("id", "name")
# The Digital Publishing WAI-ARIA module and EPUB's structural semantics.
_CERTAIN: Final = '[role="doc-pagebreak"], [epub\\:type~="pagebreak"]'
_LIKELY: Final = ", ".join(
    f".{name}"
    for name in (
        *(
            "pagenum",
            "pageno",
            "page-number",
            "pagenumber",
            "page_number",
            "pageNum",
            "page-num",
            "pagebreak",
        ),
        *("starpage", "star-page", "star_page"),
        # CourtListener, the Caselaw Access Project, Google Scholar.
        *("star-pagination", "page-label", "gsl_pagenum2"),
    )
)
_ANCHORS: Final = "a[id], a[name], span[id]"
_LABEL: Final = expression(
    r"[\[{(*]{0,2}\s*(?:pages?|pg|p)?[\s._-]*(?P<label>\d{1,5}|[ivxlcdm]{1,9})\s*[\]})]?", re.IGNORECASE
)
_NAME: Final = expression(r"(?:page|pg|p)[_.-]?(?P<label>\d{1,5}|[ivxlcdm]{1,9})", re.IGNORECASE)
_LEAST: Final = 3
_PAGER: Final = 200
"""Characters of a line below which the numbers in it lead to pages, and are none."""


class Turn(NamedTuple):
    """A page begins: its label, and whether the node that tells so holds words of the text beside it."""

    label: str
    holds_words: bool = False


class _Found(NamedTuple):
    node: LexborNode
    label: str

    def turn(self) -> Turn:
        # An element that XML closes at once is open in HTML, up to the end of its paragraph or further.
        said = clean_line(self.node.text() or "")
        return Turn(self.label, bool(said) and _LABEL.fullmatch(said.rstrip(".")) is None)


def pages_in(tree: LexborHTMLParser, text: str) -> Mapping[int, Turn]:
    """The pages by the node at which each begins (`mem_id`); `text` is the page's source."""
    if not _is_worth_a_look(text.lower()):
        return MappingProxyType({})
    certain = [_Found(node, label) for node in tree.css(_CERTAIN) if (label := _label(node))]
    if certain:
        return {found.node.mem_id: found.turn() for found in certain}
    for found in (
        [_Found(node, label) for node in tree.css(_LIKELY) if (label := _label(node))],
        [
            _Found(node, label)
            for node in tree.css(_ANCHORS)
            if not clean_line(node.text() or "") and (label := _named(node))
        ],
    ):
        # A node that more than one of the selectors finds comes more than once.
        labels = {one.node.mem_id: one for one in found}
        if _counts_on(list(labels.values())):
            return {node: one.turn() for node, one in labels.items()}
    return MappingProxyType({})


def _is_worth_a_look(small: str) -> bool:
    """Whether a source, in small letters, may have pages."""
    if _PAGE.search(small) or _STAR.search(small):
        return True
    called = (match.start() for match in _CALLED.finditer(small))
    return any(small[max(0, at - 20) : at].rstrip().endswith(_NAMING) for at in called)


def _label(node: LexborNode) -> str:
    """The label of a node that is a page break: what it says, else its title, else its name."""
    attributes = node.attributes
    said = clean_line(node.text() or "")
    for words in (said, attributes.get("title"), attributes.get("aria-label")):
        if words and (match := _LABEL.fullmatch(clean_line(words).rstrip("."))):
            return match["label"]
    return _named(node)


def _named(node: LexborNode) -> str:
    """The label in the name of a place that is marked."""
    names = (node.attributes.get("id"), node.attributes.get("name"))
    return next((match["label"] for name in names if name and (match := _NAME.fullmatch(name))), "")


def _counts_on(found: list[_Found]) -> bool:
    """Whether these are pages of a text: figures that count on, and not all in one line."""
    values = [int(one.label) for one in found if one.label.isdecimal()]
    if len(values) < _LEAST or len(values) * 2 < len(found):
        return False
    steps = sum(second - first == 1 for first, second in pairwise(values))
    if steps * 5 < 4 * (len(values) - 1):
        return False
    return not all(_in_one_line(first.node, second.node) for first, second in pairwise(found))


def _in_one_line(first: LexborNode, second: LexborNode) -> bool:
    parents = first.parent, second.parent
    if not parents[0] or not parents[1] or parents[0].mem_id != parents[1].mem_id:
        return False
    return len(parents[0].text() or "") < _PAGER
