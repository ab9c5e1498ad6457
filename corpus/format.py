"""Which format a file is in, told by its first bytes, its name and its first words."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.markup_signs import markup_of
from corpus.source import SAMPLE, Source

MARKUP_MOST: Final = 24 * 1024 * 1024
"""The bytes up to which a text with markup is read as such."""


class Format(NamedTuple):
    """A format: how it is called, the module that reads it, and the endings of its files' names.

    A module of a text format has `parse(text) -> Document`. Any other has
    `read(source) -> Iterator[Document]`: beginnings of the article, if any, and at last all of it; offsets in
    a beginning are those in the whole. What `grows` has one after another. The module of a text format that
    `begins` has `parse_beginning`; in the others, what stands at the end may tell how the beginning reads.
    """

    said: str
    module: str
    endings: tuple[str, ...]
    is_text: bool = True
    begins: bool = False
    grows: bool = False


FORMATS: Final[dict[str, Format]] = {
    "text": Format("plain text", "corpus.formats.plain", (".txt", ".text")),
    "markdown": Format(
        "Markdown", "corpus.formats.markdown", (".md", ".markdown", ".mdown", ".mkd"), begins=True
    ),
    "html": Format("HTML", "corpus.formats.html", (".html", ".htm", ".xhtml"), is_text=False),
    "epub": Format("EPUB", "corpus.formats.epub", (".epub",), is_text=False, grows=True),
    "pdf": Format("PDF", "corpus.formats.pdf", (".pdf",), is_text=False, grows=True),
    "docx": Format("Word", "corpus.formats.docx", (".docx", ".docm", ".dotx"), is_text=False, grows=True),
    "odt": Format("OpenDocument", "corpus.formats.odt", (".odt", ".ott", ".fodt"), is_text=False, grows=True),
    "fb2": Format("FictionBook", "corpus.formats.fb2", (".fb2",), is_text=False, grows=True),
    "rst": Format("reStructuredText", "corpus.formats.rst", (".rst",)),
    "org": Format("Org", "corpus.formats.org", (".org",)),
    "asciidoc": Format("AsciiDoc", "corpus.formats.asciidoc", (".adoc", ".asciidoc")),
    "man": Format("manual page", "corpus.formats.man", (".man",)),
    "mail": Format("e-mail", "corpus.formats.mail", (".eml",), is_text=False),
    "mhtml": Format("MHTML", "corpus.formats.mhtml", (".mhtml", ".mht"), is_text=False),
}
"""The formats that are read, by the name that `Document.format` has."""

READS: Final = (
    "Pincite reads plain text, Markdown, HTML, EPUB, PDF, Word, OpenDocument, FictionBook, reStructuredText,"
    " Org, AsciiDoc, manual pages and e-mail"
)
"""What is said to whoever brings another."""

GZIP: Final = b"\x1f\x8b"
"""What a file begins with that is compressed with gzip: any of these may be."""

_PACKED: Final = (b"%PDF-", b"PK\x03\x04", GZIP)
_MAGIC: Final = (
    (b"PK", "a ZIP archive, and none of the books and documents that are such archives"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "Rich Text: save it as .docx or .odt"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file, or one with a password: save it as .docx or .odt, without one",
    ),
)
# The first entry of such an archive is not compressed, and holds its type.
_MIMETYPES: Final = {
    b"mimetypeapplication/epub+zip": "epub",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
    b"mimetypeapplication/vnd.oasis.opendocument.": "",
}
_PARTS: Final = (
    (expression(r"META-INF/container\.xml"), "epub"),
    (expression(r"word/document\d*\.xml"), "docx"),
    (expression(r"content\.xml"), "odt"),
)
# A comment is taken once and for all: tried over and over, each would double the time.
_HTML_START: Final = expression(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FICTION_BOOK: Final = expression(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<[?!][^>]{0,200}>\s*)*<FictionBook\b"
)
# OpenDocument without an archive around it.
_FLAT_TEXT: Final = expression(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,400}?-->\s*)?<office:document\b"
    r"[^>]{0,8000}office:mimetype=[\"']application/vnd\.oasis\.opendocument\.text",
    re.DOTALL,
)
_MAN_START: Final = expression(r"(?:[ \t]*\n)*(?=[.'])(?:.*\n)*?[.'][ \t]*(?:TH|Dd|so)[ \t]")
_MAN_ENDING: Final = expression(r"\.[1-9n][a-z]{0,5}")
_FIELDS: Final = expression(r"(?:From [^\n]*\n)?(?:[!-9;-~]{1,70}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}")
# What only programs write.
_SENT: Final = expression(r"^(?:Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
_HEAD_ENDS: Final = expression(r"\r?\n\r?\n")
_SAVED_PAGE: Final = expression(
    r"^(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE
)
_DELIVERED: Final = expression(r"^(?:Received|To|Delivered-To|Message-ID):", re.IGNORECASE | re.MULTILINE)
_UNTOLD: Final = ("", ".txt", ".text")
"""The endings of names that say nothing of markup: manuals written in it are called so, too."""
_CONTROLS: Final = expression(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_TAG: Final = expression(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKDOWN_SIGNS: Final = (
    expression(r"^#{1,6} \S", re.MULTILINE),
    expression(r"^(?:```|~~~)", re.MULTILINE),
    expression(r"\[[^\]\n]+\]\([^)\s]+\)"),
    expression(r"(?<!\w)\*\*[^*\n]+\*\*(?!\w)"),
    expression(r"\A---\n(?:.*\n){0,60}?---\n"),
)


def is_packed(head: bytes) -> bool:
    """Whether these are the first bytes of a format that is no text: an archive, a PDF, or gzip."""
    return head.startswith(_PACKED) or b"%PDF-" in head[:1024]


def packed_format(source: Source) -> str:
    """The format of a file that is no text, by what is in it; "" for none that is read."""
    head = source.head
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if not head.startswith(b"PK\x03\x04"):
        return ""
    # APPNOTE.TXT § 4.3.7: the lengths of the name and of the extra fields stand before them.
    lengths = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
    name, rest = head[30 : 30 + lengths[0]], head[30 + sum(lengths) :]
    for start, format in _MIMETYPES.items():
        if (name + rest).startswith(start):
            return format
    from corpus.formats.archive import Archive  # not above: most files are no archives

    try:
        names = Archive(source).names
    except CannotOpen:
        names = []
    for part, format in _PARTS:
        if any(map(part.fullmatch, names)):
            return format
    # Some books stand in a folder of their own, and some are short of what makes them books.
    if any(name.endswith("META-INF/container.xml") for name in names):
        return "epub"
    if sum(name.lower().endswith(FORMATS["fb2"].endings) for name in names) == 1:
        return "fb2"
    ending = next((name for name, format in FORMATS.items() if source.ending in format.endings), "")
    return ending if ending == "epub" or (ending and not names and not FORMATS[ending].is_text) else ""


def unreadable(data: bytes) -> str:
    """What a file is that is none of the formats read here, told by its first bytes; else ""."""
    return next((what for magic, what in _MAGIC if data.startswith(magic)), "")


def is_binary(text: str) -> bool:
    """Whether these are no words: NUL in them, or more controls than a coloured log has."""
    sample = text[:SAMPLE]
    return sample.count("\0") > len(sample) // 1000 or len(_CONTROLS.findall(sample)) > len(sample) // 10


def format_of(text: str, ending: str, size: int) -> str:
    """The format of a text by the ending of its file's name (".md") and its beginning.

    `size` is the text's in bytes: what is too large for markup is read as plain text.
    """
    start = text[:SAMPLE]
    in_tags = start.lstrip().removeprefix("\ufeff").lstrip()[:1] == "<"
    # Read as it comes, whatever its size: most of it are pictures.
    if (in_tags and _FICTION_BOOK.match(start)) or (
        ending in FORMATS["fb2"].endings and "<FictionBook" in start
    ):
        return "fb2"
    if in_tags and _FLAT_TEXT.match(start):
        return "odt"
    if size > MARKUP_MOST:
        return "text"
    if (in_tags and _HTML_START.match(start)) or (ending in FORMATS["html"].endings and _TAG.search(start)):
        return "html"
    for format in ("markdown", "rst", "org", "asciidoc"):
        if ending in FORMATS[format].endings:
            return format
    if (ending in ("", *FORMATS["man"].endings) or _MAN_ENDING.fullmatch(ending)) and _MAN_START.match(start):
        return "man"
    if message := _message_format(start, ending):
        return message
    if ending in _UNTOLD and (markup := markup_of(start)):
        return markup
    # Without an ending that says otherwise, two signs of Markdown are believed.
    if ending in ("", ".text") and sum(bool(sign.search(start)) for sign in _MARKDOWN_SIGNS) >= 2:
        return "markdown"
    return "text"


def _message_format(start: str, ending: str) -> str:
    """The format of a message as it was sent, or of a page saved as one; a letter that was copied is text."""
    head = _HEAD_ENDS.split(start, maxsplit=1)[0] + "\n"
    is_page, is_mail = ending in FORMATS["mhtml"].endings, ending in FORMATS["mail"].endings
    if not (
        is_page or is_mail or (ending in ("", ".txt") and ":" in head and _FIELDS.match(head))
    ) or not _SENT.search(head):
        return ""
    saved = _SAVED_PAGE.search(head) and not _DELIVERED.search(head)
    return "mhtml" if is_page or (saved and not is_mail) else "mail"


def modules_for(name: str) -> list[str]:
    """The modules that read files with such a name, packed or not."""
    stem, ending = os.path.splitext(name.lower())
    if ending == ".gz":
        ending = os.path.splitext(stem)[1]
    return [format.module for format in FORMATS.values() if ending in format.endings]


def parser_of(format: str) -> Callable[[str], Document]:
    """What makes a document of a text in a format; each is imported when it is met."""
    parse: Callable[[str], Document] = importlib.import_module(FORMATS[format].module).parse
    return parse


def beginner_of(format: str) -> Callable[[str], Document]:
    """What makes a document of what a text in a format begins with, given all of it."""
    parse: Callable[[str], Document] = importlib.import_module(FORMATS[format].module).parse_beginning
    return parse


def reader_of(format: str) -> Callable[[Source], Iterator[Document]]:
    """What reads an article in a format; each is imported when it is met."""
    read: Callable[[Source], Iterator[Document]] = importlib.import_module(FORMATS[format].module).read
    return read
