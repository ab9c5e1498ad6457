"""Which format a file is in, told by its first bytes, its name and its first words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Final

from corpus.document import Document

MARKUP_MOST: Final = 24 * 1024 * 1024
"""The bytes up to which markup is read as such."""

_SAMPLE: Final = 65_536
_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, or an EPUB, Word or OpenDocument file"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown", ".mkd")
_HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKDOWN_SIGNS: Final = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"(?<!\w)\*\*[^*\n]+\*\*(?!\w)"),
    re.compile(r"\A---\n(?:.*\n){0,60}?---\n"),
)


def unreadable(data: bytes) -> str:
    """What a file is that is none of the formats read here, told by its first bytes; else ""."""
    return next((what for magic, what in _MAGIC if data.startswith(magic)), "")


def is_binary(text: str) -> bool:
    """Whether these are no words: NUL in them, or more controls than a coloured log has."""
    sample = text[:_SAMPLE]
    return sample.count("\0") > len(sample) // 1000 or len(_CONTROLS.findall(sample)) > len(sample) // 10


def format_of(text: str, name: str, size: int) -> str:
    """The format of a text by its name and its beginning: "text", "markdown" or "html".

    `size` is the text's in bytes: what is too large for markup is read as plain text.
    """
    start, ending = text[:_SAMPLE], os.path.splitext(name)[1].lower()
    if size > MARKUP_MOST:
        return "text"
    if _HTML_START.match(start) or (ending in _HTML_NAMES and _TAG.search(start)):
        return "html"
    if ending in _MARKDOWN_NAMES:
        return "markdown"
    # Without an ending that says otherwise, two signs of Markdown are believed.
    if ending in ("", ".text") and sum(bool(sign.search(start)) for sign in _MARKDOWN_SIGNS) >= 2:
        return "markdown"
    return "text"


def parser_of(format: str) -> Callable[[str], Document]:
    """What makes a document of a text in a format; each is imported when it is met."""
    if format == "html":
        from corpus.formats import html

        return html.parse
    if format == "markdown":
        from corpus.formats import markdown

        return markdown.parse
    from corpus.formats import plain

    return plain.parse
