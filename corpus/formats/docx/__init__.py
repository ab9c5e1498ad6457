"""Word's files (Office Open XML): what a reader sees of them, with changes accepted and comments left out.

Source: ECMA-376, 5th edition, Part 1 (WordprocessingML, § 17) and Part 2 (packages).
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from corpus.formats.docx.body import Body
from corpus.formats.docx.package import Package
from corpus.formats.docx.properties import metadata_of
from corpus.formats.office.growing import documents
from corpus.source import Source


def read(source: Source) -> Iterator[Document]:
    """Beginnings of the document, where they are wanted, and at last all of it. Raises CannotOpen."""
    package = Package(source)
    body = Body(package)
    yield from documents(
        body.steps(),
        body.writer,
        lambda: metadata_of(package, body.writer.title),
        package.fault,
        source,
        "docx",
    )
