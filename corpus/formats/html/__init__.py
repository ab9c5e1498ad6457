"""HTML: the tree that a browser would build, the article found in it, and one walk over that."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.blocks import Blocks
from corpus.document import Document
from corpus.expression import expression
from corpus.formats.depth import refuse_bottomless
from corpus.formats.html import metadata as html_metadata
from corpus.formats.html.around import Around, article_of
from corpus.formats.html.formulas import dollars_in
from corpus.formats.html.links import Addresses, PageAddresses
from corpus.formats.html.printed_pages import pages_in
from corpus.formats.html.saved import saved_from
from corpus.formats.html.walker import Walker
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.metadata import Metadata
from corpus.progress import tell
from corpus.source import Source

LONG: Final = 256 * 1024
"""Bytes from which on a page is told to the reader before all of it is read."""

# Marked places in XHTML are elements that close at once, which HTML knows nothing of.
_XML: Final = expression(r"\s*<\?xml|[^<]{0,200}<html[^>]+xmlns|(?:\s*<![^>]*>)+\s*<html[^>]+xmlns")
_CLOSED: Final = expression(r"<(a|div|span)\b([^<>]*?)/>", re.IGNORECASE)
_WALKED: Final = 0.2
"""How much of the time is over when the walk begins."""
_LEAST: Final = 4
"""One part in so many of a page's prose is in the article, or it was not found."""


def read(source: Source) -> Iterator[Document]:
    """Read a web page: a long one's beginning, if that is wanted, then all of it. Raises CannotOpen."""
    text, encoding = source.decoded()
    page = _Page(text)
    if len(source.data) >= LONG and not source.at_once and not source.whole:
        for beginning in page.beginnings():
            numbered = with_numbers(with_star_pages(beginning))
            if numbered is beginning:  # else it is for the whole to tell how it is numbered
                yield beginning._replace(encoding=encoding)
    document = page.whole() if source.whole else page.article()
    yield with_numbers(with_star_pages(document))._replace(encoding=encoding)


def parse(text: str) -> Document:
    """Make a document of an HTML page. Raises CannotOpen for one that is nested without end."""
    return with_numbers(with_star_pages(_Page(text).article()))


def parse_markup(text: str) -> Document:
    """Make a document of HTML that is all article; the numbers of paragraphs are still in its text."""
    page = _Page(text)
    walker = Walker(page.pages, page.addresses)
    _walk(walker, walker.steps(page.tree.body), page.tree.body)
    return page.document(walker)


class Part:
    """HTML that is a part of a book, and says nothing of itself. Raises CannotOpen as `parse` does."""

    def __init__(self, text: str, addresses: Addresses, *, pages: bool = True) -> None:
        """Take what makes its links. Without `pages`, those that it prints are not looked for."""
        refuse_bottomless(text)
        tree = LexborHTMLParser(text)
        self._walker = Walker(pages_in(tree, text) if pages else {}, addresses)
        self._steps = self._walker.steps(tree.body)

    def beginning(self) -> Document | None:
        """The first screens of it; None where there is no more of it than that."""
        return None if next(self._steps, self) is self else self._document()

    def whole(self) -> Document:
        """All of it."""
        for _ in self._steps:
            pass
        return self._document()

    def _document(self) -> Document:
        document = self._walker.draft.document(format="html")
        return document._replace(permalink=self._walker.permalink)


class _Page:
    """A page as a browser would have it."""

    def __init__(self, text: str) -> None:
        if _XML.match(text):
            text = _CLOSED.sub(r"<\1\2></\1>", text)
        refuse_bottomless(text)
        self._text = text
        self.tree = LexborHTMLParser(text)
        self.pages = pages_in(self.tree, text)
        self.addresses = PageAddresses.of(self.tree, text)
        self._article = article_of(self.tree)
        self._dollars = dollars_in(text)
        self._reading: Walker | None = None
        self._metadata: Metadata | None = None

    def beginnings(self) -> Iterator[Document]:
        """The beginning of the article, as soon as some screens of it are read."""
        self._reading = walker = self._walker()
        steps = walker.steps(self._article)
        if next(steps, self) is self:
            return
        yield _as_it_is(self.document(walker))
        _walk(walker, steps, self._article)

    def article(self) -> Document:
        """The article: what stands around it is left out, unless hardly anything would be left."""
        walker = self._reading or self._walker()
        if self._reading is None:
            _walk(walker, walker.steps(self._article), self._article)
        document = self.document(walker)
        body = self.tree.body
        if body is None:
            return document
        if not document.blocks or len(document.text) * _LEAST < sum(
            len(node.text()) for node in body.css("p")
        ):
            walker = Walker(self.pages, self.addresses, dollars=self._dollars)
            walker.walk(body)
            return self.document(walker)
        aside = self._article is not None and self._article.mem_id != body.mem_id
        left_out = walker.left_out or (aside and len(body.text()) > len(self._article_text()))
        return document._replace(left_out=left_out)

    def whole(self) -> Document:
        """All of the page: what stands around the article is there as notes."""
        article = self.article()
        if not article.left_out:
            return article
        around = Around(self.tree, self._article, len(self._text))
        walker = Walker(self.pages, self.addresses, around, article=self._article, dollars=self._dollars)
        walker.walk(self.tree.body)
        return self.document(walker)

    def document(self, walker: Walker) -> Document:
        """What a walker has written so far."""
        if self._metadata is None:
            self._metadata = html_metadata.read(self.tree).filled_from(saved_from(self._text).metadata())
        return walker.draft.document(self._metadata, format="html")._replace(permalink=walker.permalink)

    def _walker(self) -> Walker:
        around = Around(self.tree, self._article, len(self._text))
        return Walker(self.pages, self.addresses, around, dollars=self._dollars)

    def _article_text(self) -> str:
        return self._article.text() if self._article else ""


def _walk(walker: Walker, steps: Iterator[None], root: LexborNode | None) -> None:
    """Walk to the end of what is below a node, and tell how far that is: all of it may not be written."""
    size = 0
    for _ in steps:
        size = size or len(root.text() if root else "") or 1
        tell(_WALKED + (1 - _WALKED) * min(1, walker.written / size))


def _as_it_is(document: Document) -> Document:
    """The document, which stays so while its draft is written on."""
    *columns, markers = document.blocks.columns()
    starts, ends, kinds, levels, quotes = (array(column.typecode, column) for column in columns)
    blocks = Blocks(starts, ends, kinds, levels, quotes, dict(markers))
    return document._replace(blocks=blocks, anchors=dict(document.anchors))
