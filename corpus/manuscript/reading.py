"""Reading a manuscript: from its bytes to its quotations."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Final, Literal, cast, get_args

from corpus.encodings.decoding import decode
from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.format import is_binary, is_packed, unreadable
from corpus.manuscript.endnotes import with_endnotes
from corpus.manuscript.paragraphs import Reading, Slip
from corpus.manuscript.placed import Lines, Placed
from corpus.manuscript.quotations import Finder
from corpus.manuscript.quoted import Fault, Manuscript, Quoted, Spot
from corpus.sanitiser import clean_name

ManuscriptFormat = Literal["markdown", "text", "html", "latex"]
"""The formats of manuscripts."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest manuscript that is read."""

_PASTED_MOST: Final = 1_000_000
"""Characters of a quotation by itself that are looked at."""

_READS: Final = "a manuscript is plain text, Markdown, HTML or LaTeX"
_ENDINGS: Final[dict[str, ManuscriptFormat]] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".tex", ".ltx", ".latex"), "latex"),
    **dict.fromkeys((".txt", ".text", ".org", ".typ", ".rst", ".adoc"), "text"),
}
_SAMPLE: Final = 65_536
_LATEX: Final = expression(
    r"^[^%\n]{0,200}\\(?:documentclass|begin\{|section\{|(?:auto|text|paren)cite\b)", re.MULTILINE
)
_HTML: Final = expression(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article|main|section|p|div|h[1-6]"
    r"|blockquote|q)\b",
    re.IGNORECASE,
)
_MARKDOWN: Final = expression(
    r"^#{1,6} \S|^> |^(?:```|~~~)|\[\^[^\]\s]{1,80}\]|\[[^\]\n]{1,300}\]\([^)\s]{1,300}\)"
    r"|\[[^\]@\n]{0,100}@\w"
    r"|(?<!\w)\*\*[^*\n]{1,200}\*\*(?!\w)",
    re.MULTILINE,
)
_LINE_ENDS: Final = expression("\r\n?")
# Characters that part lines to some programs, and to no editor’s count of lines.
_NO_LINES: Final = expression("[\v\f\x85\u2028\u2029]")
_DECLARED: Final = expression(r"<meta[^>]{0,200}charset", re.IGNORECASE)


def read_manuscript(
    data: bytes, name: str = "", format: ManuscriptFormat | None = None, encoding: str = ""
) -> Manuscript:
    """Read the bytes of a manuscript; `name`, and else its first words, tell the format if that is not given.

    `encoding` is the one that its writer says it is in.
    Lines and columns are those of the text in the bytes. What is wrong in it is among its faults: the rest is
    read. Raises CannotOpen for what is no text, or too large.
    """
    shown = clean_name(name) or "The manuscript"
    if not data.strip():
        raise CannotOpen(f"{shown} is empty: there is nothing to check in it.")
    if len(data) > MOST_BYTES:
        raise CannotOpen(f"{shown} is larger than {MOST_BYTES // 2**20} MB: split it, and check the parts.")
    if what := "a PDF, an archive, or compressed" if is_packed(data) else unreadable(data):
        raise CannotOpen(f"{shown} is {what}: {_READS}, so save it as one of these.")
    text, encoding = decode(data, encoding)
    if is_binary(text):
        raise CannotOpen(f"{shown} holds binary data: {_READS}.")
    text = _in_lines(text)
    format = format or _format_of(text[:_SAMPLE], name)
    reading = _reader_of(format)(text)
    lines = Lines(text)
    found = Finder(with_endnotes(reading.paragraphs), lines).find()
    slips = sorted([*_encoding_slips(text, encoding), *reading.slips, *found.slips])
    faults = tuple(Fault(Spot(*lines.spot(slip.origin)), slip.sentence) for slip in slips)
    return Manuscript(tuple(found.quotations), faults, format, encoding, found.passed_over)


def quotation_in(text: str) -> Quoted | None:
    """The quotation that was typed or pasted by itself, with its citation; None where there are no words."""
    text = _in_lines(text[:_PASTED_MOST])
    from corpus.manuscript.plain import with_markup

    words, lines = Placed(text, [0], [0]), Lines(text)
    begins = Spot(*lines.spot(len(text) - len(text.lstrip()) + 1))
    # With marks around it, it is read as in a text: then any citation may follow.
    inline = Finder([with_markup(words, "prose")], lines).find().quotations
    if inline and inline[0].spot == begins and inline[0].citation:
        return inline[0]
    found = Finder([with_markup(words, "block")], lines).find().quotations
    return found[0] if found else None


def _in_lines(text: str) -> str:
    """The text with line feeds at the ends of its lines, and nowhere else."""
    text = _LINE_ENDS.sub("\n", text) if "\r" in text else text
    return _NO_LINES.sub(" ", text)


def _format_of(start: str, name: str) -> ManuscriptFormat:
    ending = os.path.splitext(name)[1].lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if _HTML.match(start):
        return "html"
    if _LATEX.search(start):
        return "latex"
    return "markdown" if _MARKDOWN.search(start) else "text"


def _reader_of(format: ManuscriptFormat) -> Callable[[str], Reading]:
    """What reads a format; each is imported when it is met."""
    if format == "markdown":
        from corpus.manuscript import markdown

        return markdown.read
    if format == "html":
        from corpus.manuscript import html

        return html.read
    if format == "latex":
        from corpus.manuscript import latex

        return latex.read
    from corpus.manuscript import plain

    return plain.read


def _encoding_slips(text: str, encoding: str) -> list[Slip]:
    """What is to be said of bytes that were not plainly in the encoding that they were read in."""
    damaged = text.find("\ufffd")
    if damaged >= 0:
        what = "Bytes here are in no encoding that was recognised: save the manuscript as UTF-8."
        return [Slip(damaged, what)]
    if encoding.startswith(("utf", "ascii")) or _DECLARED.search(text[:4096]):
        return []
    first = next((offset for offset, character in enumerate(text) if character > "\x7f"), 0)
    what = f"The manuscript is not in UTF-8: it was taken for {encoding}; save it as UTF-8 to be sure."
    return [Slip(first, what)]


FORMATS: Final = cast("tuple[ManuscriptFormat, ...]", get_args(ManuscriptFormat))
"""The names of the formats."""
