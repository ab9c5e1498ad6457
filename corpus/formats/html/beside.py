"""What stands beside the part of a page that holds its prose and its title: the place tells of it, no name.

Newspapers name their boxes anyhow, and anew each year: "SummaryCollectionWrapper-gZPrKE". But their prose
stands in one element, and around that stand lists of links. Only those are left out: whatever says a sentence
that does not link is read with the article, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.expression import expression
from corpus.sanitiser import clean_line
from corpus.scripts import is_wide

SENTENCE: Final = 80
"""Characters that a paragraph of prose has at the least; in a script without spaces it is a third."""
NOTES: Final = (
    '[role^="doc-"], .footnotes, .footnote, .endnotes, .references, .reflist, .bibliography, .csl-bib-body'
)

_LARGEST: Final = 1024 * 1024
"""Characters of source up to which a page is looked at: the beginning of a longer one must not wait."""
_MOST: Final = 3_000
"""Paragraphs of a page that is looked at: with more it is a book, and no newspaper's."""
_LEAST: Final = 20
_FEWEST: Final = 3
_PROSE: Final = 600
_SAYING: Final = "p, blockquote, li, dd, td, div, section, span, figcaption"
_LEFT: Final = frozenset("h1 p dl".split())
_KEPT: Final = (
    "main, [role=main], pre, math, .toc, .TOC, .list-of-figures, .list-of-tables, .list-of-examples,"
    " .field-list, " + NOTES
)
_ASKING: Final = "form, input, select, textarea, button"
_FEW: Final = 300
_SHORT: Final = 500
_RIGHTS: Final = expression(r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|all rights reserved", re.IGNORECASE)
_NEARLY: Final = 0.9
_WIDE: Final = 2


def is_prose(node: LexborNode, least: int = SENTENCE) -> bool:
    """Whether a node says at least so much, and most of it is no link."""
    length = _length(node.text())
    return length >= least and 2 * linking(node) < length


def _length(text: str) -> int:
    """How long a text is: one that is written without spaces says a sentence in fewer characters."""
    words = clean_line(text)
    return len(words) if words.isascii() else len(words) + _WIDE * sum(map(is_wide, words))


def linking(node: LexborNode) -> int:
    """How many characters link, or are pressed."""
    return sum(_length(link.text()) for link in node.css("a[href], button"))


def beside_prose(tree: LexborHTMLParser, article: LexborNode | None, size: int) -> frozenset[int]:
    """The parts of a page (`mem_id`) that link elsewhere and stand beside its title and prose.

    `size` is how many characters its source has. None of them where it is not plain where the prose stands.
    """
    title = _title(tree, article) if article is not None and size <= _LARGEST else None
    if article is None or title is None:
        return frozenset()
    paragraphs = [node for node in article.css("p") if len(node.text()) >= _LEAST]
    if len(paragraphs) > _MOST:
        return frozenset()
    prose = [node for node in paragraphs if is_prose(node)]
    if len(prose) < _FEWEST or sum(_length(node.text()) for node in prose) < _PROSE:
        return frozenset()
    path = _path_to(article, title, prose)
    own = _names_linked(path[0])
    found: set[int] = set()
    for above, inner in zip(path[1:], path, strict=False):
        behind = False
        for part in above.iter():
            if part.mem_id == inner.mem_id:
                behind = True
            elif _leads_away(part, own) or (behind and _is_imprint(part, own)):
                found.add(part.mem_id)
    return frozenset(found)


def _title(tree: LexborHTMLParser, article: LexborNode) -> LexborNode | None:
    """The heading that is the page's title, and no site's name: the only one, or what the page is called."""
    titles = article.css("h1")
    if len(titles) == 1:
        return titles[0]
    head = tree.css_first("head title")
    called = clean_line(head.text()) if head else ""
    found = [
        node for node in titles if len(words := clean_line(node.text())) > 1 and called.startswith(words)
    ]
    return found[0] if len(found) == 1 else None


def _path_to(article: LexborNode, title: LexborNode, prose: Iterable[LexborNode]) -> list[LexborNode]:
    """The innermost element that holds the title and nearly all the prose, and those around it."""
    path = list(up(title, article))
    at = {one.mem_id: index for index, one in enumerate(path)}
    said = [0] * len(path)
    for node in prose:
        inner = next((at[one.mem_id] for one in up(node, article) if one.mem_id in at), len(path) - 1)
        said[inner] += len(node.text())
    wanted = sum(said) * _NEARLY
    lowest = next(index for index, so_far in enumerate(accumulate(said)) if so_far >= wanted)
    return path[lowest:]


def up(node: LexborNode, to: LexborNode) -> Iterator[LexborNode]:
    """A node and those that it stands in, from the inside, the last of them `to`."""
    above: LexborNode | None = node
    while above is not None:
        yield above
        if above.mem_id == to.mem_id:
            return
        above = above.parent


def _names_linked(node: LexborNode) -> frozenset[str]:
    """The names of places that links in a part lead to."""
    return frozenset((link.attributes.get("href") or "")[1:] for link in node.css('a[href^="#"]'))


def _leads_away(part: LexborNode, own: frozenset[str]) -> bool:
    """Whether a part says nothing but where else to go, and what to press; `own` are places linked to."""
    length = _length(part.text())
    if not length or _is_wanted(part, own):
        return False
    if 3 * linking(part) < length and (part.css_first(_ASKING) is None or length > _FEW):
        return False
    return not says_a_sentence(part)


def says_a_sentence(part: LexborNode) -> bool:
    """Whether a part has as much as a sentence that does not link, in whatever element."""
    return any(map(is_prose, part.css("p, blockquote, li"))) or any(
        _length(node.text(deep=False)) >= SENTENCE for node in chain((part,), part.css(_SAYING))
    )


def _is_imprint(part: LexborNode, own: frozenset[str]) -> bool:
    """Whether a part says whose the page is, and little more."""
    words = clean_line(part.text())
    return len(words) <= _SHORT and _RIGHTS.search(words) is not None and not _is_wanted(part, own)


def _is_wanted(part: LexborNode, own: frozenset[str]) -> bool:
    """Whether a part is of a kind that belongs to an article, or is linked to from it."""
    if (part.tag or "-")[0] == "-" or part.tag in _LEFT or part.css_first(_KEPT) is not None:
        return True
    return bool(own) and not own.isdisjoint(_names_in(part))


def _names_in(part: LexborNode) -> Iterator[str]:
    for node in chain((part,), part.css("[id], a[name]")):
        attributes = node.attributes
        for name in ("id", "name"):
            if value := attributes.get(name):
                yield value
