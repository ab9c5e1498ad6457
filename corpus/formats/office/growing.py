"""A word processor's file as documents: beginnings of it while it is read, and at last all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from corpus.document import Document
from corpus.formats.office.writing import Writer
from corpus.formats.paragraph_numbers import may_be_numbered, with_numbers
from corpus.metadata import Metadata
from corpus.progress import Beginnings
from corpus.source import Source

_FIRST: Final = 64 * 1024
"""Characters with which a long article begins."""


def documents(
    steps: Iterable[None],
    writer: Writer,
    metadata: Callable[[], Metadata],
    fault: Callable[[], str],
    source: Source,
    format: str,
) -> Iterator[Document]:
    """The documents that `writer` comes to hold as the steps are taken: see `corpus.format.Format`."""
    beginnings = Beginnings(_FIRST, wanted=not source.at_once)
    for _ in steps:
        if beginnings.due(writer.length):
            begun = writer.draft.document(metadata(), format=format)
            # The numbers of paragraphs are told by all of the text, and taken out of it.
            if not may_be_numbered(begun):
                yield begun
    writer.finish()
    whole = writer.draft.document(metadata(), format=format)._replace(fault=fault())
    yield with_numbers(whole)
