"""A quotation as HTML, for programs that paste with italics and paragraphs.

It is a piece of a page, for UTF-8: whoever puts it on a clipboard adds what that asks for around it.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.linked import around
from corpus.citation.markup import HTML
from corpus.citation.phrase import Phrase
from corpus.citation.quoting import Quoted
from corpus.expression import expression

_SPACES: Final = expression(r"(?m)^ +| {2,}")
"""Spaces that a browser would make one of, or none: columns of a table, indented code."""


def words(phrase: Phrase) -> str:
    """The words with their faces as tags, on one line; a line break is ``<br>``."""
    spaced = _SPACES.sub(lambda match: "\N{NO-BREAK SPACE}" * len(match[0]), phrase.plain)
    written = HTML.words(phrase.reworded(spaced))
    return written.replace("\n", "<br>").replace("\N{NO-BREAK SPACE}", "&nbsp;")


def quotation(quoted: Quoted, link: str = "") -> str:
    """The quotation with its citation, which is the link if there is one: a paragraph, or a block quotation.

    In a block the citation ends the last paragraph where it stands behind its words, else it is a
    paragraph of its own behind the block.
    """
    citation = words(quoted.citation)
    behind = (around(citation, link) if link and citation else citation) + quoted.stop
    if not quoted.words:
        return f"<p>{behind}</p>"
    if not quoted.is_block:
        return f"<p>{words(quoted.words)}{quoted.between}{behind}</p>"
    paragraphs = [words(paragraph) for paragraph in _paragraphs(quoted.words)]
    if quoted.between == "\n":
        return f"<blockquote>{_in_paragraphs(paragraphs)}</blockquote>\n<p>{behind}</p>"
    paragraphs[-1] += quoted.between + behind
    return f"<blockquote>{_in_paragraphs(paragraphs)}</blockquote>"


def _in_paragraphs(paragraphs: list[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _paragraphs(phrase: Phrase) -> list[Phrase]:
    parts, start = [], 0
    for match in re.finditer(r"\n{2,}", phrase.plain):
        parts.append(phrase.part(start, match.start()))
        start = match.end()
    return [*parts, phrase.part(start)]
