"""PDF: what it draws on its pages, as paragraphs. Rules: ISO 32000; what it does not say is inferred."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import Document, Listed
from corpus.draft import Draft
from corpus.errors import CannotOpen
from corpus.formats.paragraph_numbers import may_be_numbered, with_numbers
from corpus.formats.pdf.engine import MOST_PAGES, Pdf
from corpus.formats.pdf.info import metadata_of
from corpus.formats.pdf.pages import Pages
from corpus.formats.pdf.setting import Written
from corpus.metadata import Metadata
from corpus.progress import Beginnings, tell
from corpus.sanitiser import clean_line
from corpus.source import Source

_FIRST: Final = 4_000
"""Characters with which a beginning is shown."""
_ABOVE: Final = 6.0
"""Points by which a link may lead below the upper edge of what it leads to."""
_NAMED: Final = 5
"""Pages that are named where some could not be read."""
_BLANK: Final = 1 / 3
"""The share of pages that may be blank, as before chapters that begin on the right, and nothing is said."""


def read(source: Source) -> Iterator[Document]:
    """Beginnings, if they are wanted, and at last all of it. Raises CannotOpen: locked, damaged, scanned."""
    shown = source.shown
    with Pdf(source.all(), shown) as pdf:
        metadata = metadata_of(pdf.field)
        pages = Pages(pdf)
        beginnings = Beginnings(_FIRST, wanted=not source.at_once)
        for number, length in enumerate(pages.read(), start=1):
            tell(number / pdf.count)
            if beginnings.due(length):
                begun = _document(pages, metadata)
                # The numbers of paragraphs are told by all of the text, and taken out of it.
                if not may_be_numbered(begun):
                    yield begun
        if not pages.blocks:
            raise CannotOpen(_nothing(pages, shown))
        whole = _document(pages, metadata)._replace(fault=_fault(pages, pdf.count))
        yield with_numbers(whole)


def _document(pages: Pages, metadata: Metadata) -> Document:
    draft = Draft()
    blocks = list(pages.blocks)
    for block in blocks:
        _add(draft, block)
    if not metadata.title and pages.title:
        metadata = metadata._replace(title=pages.title)
    document = draft.document(metadata, format="pdf")
    starts = document.blocks.starts
    contents = tuple(
        Listed(starts[place], mark.level, clean_line(mark.title))
        for number, mark in enumerate(pages.marks)
        if (place := pages.places.get(number)) is not None and place < len(starts)
    )
    heights: dict[int, list[tuple[float, int]]] = {}
    for block, start in zip(blocks, starts, strict=True):
        heights.setdefault(block.at[0], []).append((block.at[1], start))
    named = {span.target for span in document.spans if span.target.startswith("#page=")}
    anchors = {target[1:]: at for target in sorted(named) if (at := _led_to(target, heights)) is not None}
    document = document._replace(anchors=anchors)
    # A book's outline may list its places in another order than they stand in.
    return document._replace(contents=tuple(sorted(contents, key=lambda entry: entry.start)))


def _led_to(target: str, heights: dict[int, list[tuple[float, int]]]) -> int | None:
    """The offset of the block that a link leads to, "#page=3,700": the first at that height or below it."""
    page, _, height = target.removeprefix("#page=").partition(",")
    found = heights.get(int(page) - 1)
    if found is None:  # not read yet, or nothing begins there
        return None
    return next((at for y, at in found if not height or y <= float(height) + _ABOVE), found[-1][1])


def _add(draft: Draft, block: Written) -> None:
    draft.add(
        block.text,
        block.kind,
        level=block.level,
        quote=block.quote,
        marker=block.marker,
        tight=block.tight,
        spans=block.spans,
        pages=block.pages,
    )


def _nothing(pages: Pages, shown: str) -> str:
    if pages.pictured:
        return f"{shown} has no text: it is scanned. Have its text recognised first, as ocrmypdf does."
    if pages.damaged:
        return f"{shown} is damaged: none of its pages could be read."
    return f"{shown} holds no words: there is nothing to read in it."


def _fault(pages: Pages, count: int) -> str:
    said = []
    if pages.damaged:
        said.append(f"The file is damaged: {_said(pages.damaged)} could not be read.")
    if pages.pictured:
        said.append(f"There is no text on {_said(pages.pictured)}, only a picture, such as a scan.")
    if pages.wordless > count * _BLANK:
        said.append(f"There are no words on {pages.wordless:,} of its {count:,} pages.")
    if pages.left or count >= MOST_PAGES:
        said.append(f"Only the first {count - pages.left:,} pages were read: it is too long.")
    return " ".join(said)


def _said(labels: list[str]) -> str:
    if len(labels) == 1:
        return f"page {labels[0]}"
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return f"pages {', '.join(labels[:_NAMED])}{more}"
