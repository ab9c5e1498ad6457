"""Markup that is read as the HTML it stands for, so that one walk makes the blocks of every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from corpus.document import Document
from corpus.formats import html
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.metadata import Metadata
from corpus.progress import part
from corpus.sanitiser import clean_line
from corpus.scripts import is_wide

_NAMED: Final = 5
_LONGEST: Final = 80


def document_of(
    pieces: Iterable[str],
    metadata: Metadata,
    *,
    format: str,
    not_read: Sequence[str] = (),
    numbered: bool = True,
    done: float = 0,
) -> Document:
    """Make a document of pieces of HTML.

    `done` is how much of the reading is done when there are all pieces, from 0 to 1.

    `not_read` are the names of files that the article would take in. Without `numbered`, figures at the
    beginning of paragraphs are words as any, and no numbers of theirs.
    """
    markup = "".join(("<body>", *pieces))
    with part(done, 1):
        document = html.parse_markup(markup)
    if numbered:
        document = with_numbers(with_star_pages(document))
    return document._replace(
        metadata=metadata, format=format, permalink="", fault=_said(list(dict.fromkeys(not_read)))
    )


def escaped(words: str) -> str:
    """Words as HTML has them, inside an element or an attribute."""
    return escape(words)


def joined(lines: Iterable[str]) -> str:
    """Lines of a paragraph in one: parted by a space, but not between characters that stand close anyway."""
    text = ""
    for line in lines:
        words = line.strip()
        if text and words:
            text += words if is_wide(text[-1]) and is_wide(words[0]) else f" {words}"
        else:
            text += words
    return text


def _said(names: list[str]) -> str:
    if not names:
        return ""
    some = ", ".join(clean_line(name)[:_LONGEST] for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"The article takes in other files, which are not read here: {some}{more}."
