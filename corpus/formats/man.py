"""Manual pages as they are written: man(7) and mdoc(7), by an interpreter of our own.

groff is no library, and a page must be read where there is none. What a page takes in (`.so`) is said, and
not read.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Document
from corpus.editing import Value
from corpus.errors import CannotOpen
from corpus.formats.as_html import document_of
from corpus.formats.roff.man import ManPage
from corpus.formats.roff.mdoc import MdocPage
from corpus.formats.roff.requests import Requests
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line, clean_text
from corpus.sources import FIELDS
from corpus.stating import stated

_MDOC: Final = re.compile(r"^\.[ \t]*Dd\b", re.MULTILINE)
_MAN: Final = re.compile(r"^[.'][ \t]*TH\b", re.MULTILINE)
_GENERATOR: Final = re.compile(r"""[.']\\"[ \t]*Generator: (?:DocBook|Asciidoctor)""")
_HEAD: Final = 4_000
_NAME: Final = re.compile(
    r"<h1>[^<]*</h1><p>(?:<[a-z]+>)*([^<>,;:]{1,80}?)\s*(?:</?[a-z]+>)*(?:[,;:]|\s*[-–—\\])"
)


def parse(text: str) -> Document:
    """Make a document of the source of a manual page."""
    text = clean_text(text)
    mdoc, man = _MDOC.search(text), _MAN.search(text)
    requests = Requests(text)
    is_mdoc = mdoc and (not man or mdoc.start() < man.start())
    page: MdocPage | ManPage = (
        MdocPage(requests)
        if is_mdoc
        else ManPage(requests, tags_are_paragraphs=_GENERATOR.search(text, 0, _HEAD) is not None)
    )
    pieces = page.pieces()
    if not pieces and requests.not_read:
        other = clean_line(requests.not_read[0])[:200]
        raise CannotOpen(f"This manual page only says that it is another one: open {other}.")
    metadata = _metadata(page.title, "".join(pieces[:2]))
    return document_of(pieces, metadata, format="man", not_read=requests.not_read, numbered=False)


def _metadata(title: list[str], beginning: str) -> Metadata:
    """What the title line says: name, section, date, source, manual."""
    if not title:
        return Metadata()
    name, section, date, source, manual = (*title, "", "", "", "", "")[:5]
    printed = _NAME.search(beginning)
    if printed and printed[1].strip().lower() == name.lower():
        name = printed[1].strip()  # the title line has it in capitals, most often
    said: dict[str, Value] = {
        "title": f"{name}({section})" if section else name,
        "date": date,
        "container": manual or source,
    }
    return stated(said, FIELDS).metadata
