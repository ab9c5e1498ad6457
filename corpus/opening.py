"""Opening an article: from a path or from bytes to a `Document`, or one sentence why not."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from corpus.document import Document, Kind
from corpus.draft import with_kinds
from corpus.encoding import decode
from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line, clean_name

MOST_BYTES: Final = 512 * 1024 * 1024
"""The largest file that is opened."""

LARGE: Final = 256 * 1024
"""From so many bytes on, a plain text is shown before all of it is read."""

_BEGINNING: Final = 64 * 1024
_MARKUP_MOST: Final = 24 * 1024 * 1024
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
_HTML_START: Final = expression(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS: Final = expression(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_TAG: Final = expression(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKDOWN_SIGNS: Final = (
    expression(r"^#{1,6} \S", re.MULTILINE),
    expression(r"^(?:```|~~~)", re.MULTILINE),
    expression(r"\[[^\]\n]+\]\([^)\s]+\)"),
    expression(r"(?<!\w)\*\*[^*\n]+\*\*(?!\w)"),
    expression(r"\A---\n(?:.*\n){0,60}?---\n"),
)


def open_path(path: Path) -> Document:
    """Open a file. Raises CannotOpen with a sentence that says what to do."""
    return open_bytes(read_bytes(path), path.name)


def open_beginning(path: Path) -> Document | None:
    """The beginning of a large plain text, which is there at once; None for any other file.

    Offsets in it are those in the whole, but for headings that only the whole can tell. Raises
    CannotOpen.
    """
    if not path.is_file() or path.stat().st_size < LARGE:
        return None
    data = read_bytes(path, most=_BEGINNING)
    data = data[: max(data.rfind(b"\n\n"), data.rfind(b"\n"), data.rfind(b" ")) + 1] or data
    text, encoding = decode(data)
    if _is_binary(text[:65_536]) or _format(text, path.suffix.lower()) != "text":
        return None
    from corpus.formats import plain

    return _with_preliminaries(plain.parse(text))._replace(encoding=encoding)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The first bytes of a regular file, `most` of them; all, where it has no more. Raises CannotOpen."""
    shown = clean_name(str(path))
    try:
        # Without O_NONBLOCK, opening a FIFO waits for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as fault:
        raise CannotOpen(_why_not(shown, fault)) from fault
    try:
        about = os.fstat(descriptor)
        if stat.S_ISDIR(about.st_mode):
            raise CannotOpen(
                f"{shown} is a folder: “pincite add {shown}” takes what is in it into the library."
            )
        if not stat.S_ISREG(about.st_mode):
            raise CannotOpen(f"{shown} is not a regular file: pipe it in with “cat {shown} | pincite -”.")
        if about.st_size > MOST_BYTES:
            raise CannotOpen(f"{shown} is larger than 512 MB: split it, and open a part.")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    except OSError as fault:
        raise CannotOpen(_why_not(shown, fault)) from fault
    finally:
        os.close(descriptor)


def open_bytes(data: bytes, name: str = "") -> Document:
    """Make a document of a file's bytes; `name` helps to tell the format. Raises CannotOpen."""
    shown = clean_name(name) or "The input"
    if not data.strip():
        raise CannotOpen(f"{shown} is empty: there is nothing to read in it.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise CannotOpen(f"{shown} is {what}: this version reads plain text, Markdown and HTML.")
    text, encoding = decode(data)
    if _is_binary(text[:65_536]):
        raise CannotOpen(f"{shown} holds binary data: this version reads plain text, Markdown and HTML.")
    format, parse = _reader(text, name)
    document = parse(text)
    if not document.blocks:
        raise CannotOpen(f"{shown} holds no words: there is nothing to read in it.")
    from hashlib import sha256  # loads a large library, and the beginning of a text needs none

    return _with_preliminaries(document)._replace(
        format=format,
        encoding=encoding,
        digest=sha256(data).hexdigest(),
    )


def _is_binary(sample: str) -> bool:
    """Whether these are no words: NUL in them, or more controls than a coloured log has."""
    return sample.count("\0") > len(sample) // 1000 or len(_CONTROLS.findall(sample)) > len(sample) // 10


def shipped(name: str = "six-part-roadmap.txt") -> Document:
    """One of the articles that come with Pincite."""
    return open_bytes(shipped_path(name).read_bytes(), name)


def shipped_path(name: str) -> Path:
    """Where an article that comes with Pincite lies."""
    return Path(__file__).parent / "articles" / name


def _with_preliminaries(document: Document) -> Document:
    from corpus.preliminaries import recognise

    found = recognise(document)
    document = with_kinds(document, found.kinds)
    metadata = document.metadata.filled_from(found.metadata)
    return document._replace(metadata=metadata.filled_from(_first_heading(document)))


def _first_heading(document: Document) -> Metadata:
    """A heading that opens the article, with no other as high as it, is the title."""
    opening, *others = [block for block in document.blocks if block.kind is not Kind.NOTE]
    if opening.kind is not Kind.HEADING or any(
        block.kind is Kind.HEADING and block.level <= opening.level for block in others
    ):
        return Metadata()
    title = clean_line(document.text[opening.start : opening.end])
    return Metadata(title=title, sources={"title": "the first heading"})


def _reader(text: str, name: str) -> tuple[str, Callable[[str], Document]]:
    """Tell the format by the name and by the content; each format is imported when it is met."""
    format = _format(text, os.path.splitext(name)[1].lower())
    if format == "html":
        from corpus.formats import html

        return format, html.parse
    if format == "markdown":
        from corpus.formats import markdown

        return format, markdown.parse
    from corpus.formats import plain

    return format, plain.parse


def _format(text: str, ending: str) -> str:
    start = text[:65_536]
    if len(text) > _MARKUP_MOST:
        return "text"
    if _HTML_START.match(start) or (ending in _HTML_NAMES and _TAG.search(start)):
        return "html"
    if ending in _MARKDOWN_NAMES:
        return "markdown"
    # Without an ending that says otherwise, two signs of Markdown are believed.
    if ending in ("", ".text") and sum(bool(sign.search(start)) for sign in _MARKDOWN_SIGNS) >= 2:
        return "markdown"
    return "text"


def _why_not(shown: str, fault: Exception) -> str:
    match getattr(fault, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return (
                f"There is no file {shown}: check the name, or see “pincite list” for what is in the library."
            )
        case errno.EACCES | errno.EPERM:
            return f"{shown} may not be read by you: ask its owner, or change its permissions."
        case errno.ELOOP:
            return f"{shown} is a link that leads back to itself: open the file it was meant for."
        case errno.ENAMETOOLONG:
            return "That name is too long to be a file’s: check what was typed."
        case errno.ENXIO:
            return f"{shown} is a socket, and cannot be read: open a regular file."
    return f"{shown} cannot be read ({clean_name(str(fault))}): check the file, and try again."
