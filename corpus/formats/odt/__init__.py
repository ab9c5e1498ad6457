"""OpenDocument texts, packed or flat, as a reader sees them: changes are accepted, comments left out.

Source: Open Document Format 1.3, Part 2 (packages) and Part 3 (text, § 5; styles, §§ 16 to 20).
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from corpus.formats.odt.body import Body
from corpus.formats.odt.opened import opened
from corpus.formats.office.growing import documents
from corpus.source import Source


def read(source: Source) -> Iterator[Document]:
    """Beginnings of the document, where they are wanted, and at last all of it. Raises CannotOpen."""
    file = opened(source)
    body = Body(file)
    yield from documents(body.steps(), body.writer, body.metadata, file.fault, source, "odt")
