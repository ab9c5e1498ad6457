"""A link to the passage, behind its citation: how each language writes an address."""

from __future__ import annotations

import html
import re
from typing import Final

from corpus.citation.markup import HTML, LATEX, MARKDOWN, ORG, TYPST, Markup
from corpus.citation.phrase import phrase
from corpus.expression import expression

_ENDS: Final = expression(r"[\s<>\"\\\[\]`]")
"""What ends an address in one language or the other, or has another meaning there."""


def address(url: str, markup: Markup | None = None) -> str:
    """An address as a language writes it, so that it comes out as a link where the language has links.

    LaTeX has none without packages: there it comes out as words.
    """
    if markup is LATEX:
        return LATEX.words(phrase(url))
    if markup is HTML:
        return around(html.escape(url), url)
    if markup in (MARKDOWN, TYPST, ORG):
        url = _ENDS.sub(lambda match: f"%{ord(match[0]):02X}", url)
    return {MARKDOWN: f"<{url}>", TYPST: f'#link("{url}")', ORG: f"[[{url}]]"}.get(markup, url)


def around(words: str, url: str) -> str:
    """Words of HTML as a link."""
    return f'<a href="{html.escape(url)}">{words}</a>'


def behind(text: str, url: str, markup: Markup | None = None) -> str:
    """A text of a language with an address behind it; "" for the address leaves it as it is."""
    if not url:
        return text
    # Behind a block, which ends with a line of its own in most languages, nothing can stand on that line.
    between = "\n\n" if markup is not None and re.search(r"\n.*\Z", text) else " "
    return f"{text}{between}{address(url, markup)}"
