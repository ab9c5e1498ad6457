"""All of a web page, with what stands around its article: to be looked at, and cited no otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.blocks import Block, Kind
from corpus.document import Document
from corpus.draft import with_kinds
from corpus.errors import CannotOpen
from corpus.labels import Labels
from corpus.opening import open_path
from corpus.sanitiser import clean_name


class WholePage(NamedTuple):
    """All of a page, the article in it, and for the blocks of that, from the first on, which it is."""

    document: Document
    article: Document
    blocks: Sequence[int]

    def in_page(self, offset: int) -> int:
        """Where in the page stands what stands in the article at an offset."""
        if not self.blocks:
            return 0
        at = min(self.article.block_at(offset), len(self.blocks) - 1)
        return _moved(offset, self.article, at, self.document, self.blocks[at])

    def in_article(self, offset: int) -> int:
        """Where in the article stands what is at an offset in the page; else the last block before both."""
        block = self.document.block_at(offset)
        at = bisect_right(self.blocks, block) - 1
        if at < 0 or self.blocks[at] != block:
            return self.article.blocks[max(at, 0)].start
        return _moved(offset, self.document, block, self.article, at)


def whole_web_page(path: Path, article: Document) -> WholePage:
    """All of the page that an article was read from.

    Its paragraphs have the numbers that they have in the article, or none; what stands around it has none.
    May take long. Raises CannotOpen, also where the file holds another text by now.
    """
    page = open_path(path, encoding=article.encoding, whole=True)
    if page.digest != article.digest:
        shown = clean_name(path.name)
        raise CannotOpen(f"{shown} has changed since it was read: open it again to see all of it.")
    return numbered_as(article, page)


def numbered_as(article: Document, page: Document) -> WholePage:
    """The whole page with the numbers that its paragraphs have in the article, or without any."""
    pairs = _pairs(article, page)
    kinds = article.blocks.columns()[2]
    # Not every line that stands before or behind an article is known for that among others.
    page = with_kinds(page, {there: Kind(kinds[here]) for here, there in enumerate(pairs)})
    if list(_counted(page)) != list(_counted(article)):
        page = _uncounted(page)
    page = page._replace(metadata=article.metadata, uncorrected=article.uncorrected)
    return WholePage(page, article, pairs)


def _counted(document: Document) -> Iterator[tuple[str, str]]:
    """The words of each paragraph that has a number, and what is printed before it."""
    starts, ends, kinds, *_ = document.blocks.columns()
    for at, kind in enumerate(kinds):
        if kind in (Kind.PARAGRAPH, Kind.CONTINUATION):
            yield document.text[starts[at] : ends[at]], document.labels.numbers.at(starts[at])


def _uncounted(document: Document) -> Document:
    kinds = document.blocks.columns()[2]
    counted = (Kind.PARAGRAPH, Kind.CONTINUATION)
    document = with_kinds(document, {at: Kind.NOTE for at, kind in enumerate(kinds) if kind in counted})
    return document._replace(labels=Labels(pages=document.labels.pages))


def _moved(offset: int, here: Document, at: int, there: Document, to: int) -> int:
    first, second = here.blocks[at], there.blocks[to]
    return min(second.start + max(0, offset - first.start), max(second.start, second.end - 1))


def _pairs(article: Document, page: Document) -> list[int]:
    """For the blocks of the article, from its beginning on, which block of the page each is."""
    pairs: list[int] = []
    at = 0
    blocks = [(_kind(block), page.text[block.start : block.end]) for block in page.blocks]
    for block in article.blocks:
        wanted = (_kind(block), article.text[block.start : block.end])
        while at < len(blocks) and blocks[at] != wanted:
            at += 1
        if at == len(blocks):
            break
        pairs.append(at)
        at += 1
    return pairs


def _kind(block: Block) -> Kind:
    """The kind of a block, as far as it is the same wherever it stands."""
    return Kind.PARAGRAPH if block.kind is Kind.NOTE else block.kind
