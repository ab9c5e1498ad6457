"""A small EPUB of an article that ships, with the page labels of a printed edition that never was."""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path
from typing import Final

from corpus.document import Kind
from corpus.opening import shipped

_FIRST: Final = 211
_CHAPTERS: Final = ("What is planned", "What stands behind it", "What follows")
_CONTAINER: Final = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE: Final = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>en</dc:language>'
    "</metadata><manifest>"
    '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '</manifest><spine><itemref idref="text"/></spine></package>'
)
_PAGE: Final = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title>{}</title></head><body>{}</body></html>"
)


def write_book(path: Path) -> None:
    """Write the book: three chapters, and a page to each paragraph."""
    document = shipped()
    words = [
        document.text[block.start : block.end] for block in document.blocks if block.kind is Kind.PARAGRAPH
    ]
    a_chapter = -(-len(words) // len(_CHAPTERS))
    text, nav = "", ""
    for number, paragraph in enumerate(words):
        chapter, within = divmod(number, a_chapter)
        if not within:
            text += f'<h2 id="c{chapter}">{_CHAPTERS[chapter]}</h2>'
            nav += f'<li><a href="text.xhtml#c{chapter}">{_CHAPTERS[chapter]}</a></li>'
        half = paragraph.find(". ", len(paragraph) // 2) + 1 or len(paragraph)
        turn = f'<span epub:type="pagebreak" role="doc-pagebreak" id="p{number}" title="{_FIRST + number}"/>'
        text += f"<p>{escape(paragraph[:half])}{turn}{escape(paragraph[half:])}</p>"
    title = escape(document.metadata.title)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE.format(title))
        book.writestr("nav.xhtml", _PAGE.format(title, f'<nav epub:type="toc"><ol>{nav}</ol></nav>'))
        book.writestr("text.xhtml", _PAGE.format(title, f"<h1>{title}</h1>{text}"))
