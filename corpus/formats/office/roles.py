"""What paragraphs and runs are, by the names that Word, LibreOffice and pandoc give to their styles."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from corpus.expression import expression

_CONTENTS: Final = expression(
    r"toc (?:[1-9]|heading)|contents (?:[1-9]\d?|heading)|table of figures|figure index(?: \d| heading)?"
    r"|index (?:[1-9]|heading|separator)|illustration index.*|user index.*"
)
_QUOTES: Final = frozenset(
    ("quote", "intense quote", "block text", "quotations", "quotation", "blockquote", "block quote")
)
_CODES: Final = expression(
    r"html preformatted|preformatted(?: text)?|verbatim|listing|screen text|boxed source|macro text|codefrag"
    r"|(?:(?:p|source|program|macro|sample|example|inline|computer)[ _-]?)?code(?:[ _-]?(?:block|listing|text"
    r"|example|sample|snippet|fragment|line|paragraph|box))?(?: in list)?(?: \d)?"
    r"|(?:program|console|terminal|command(?: line)?)[ _-]?(?:listing|output|session)"
)
CODE_RUNS: Final = frozenset(
    (
        *("verbatim char", "html code", "source text", "code", "html typewriter", "html keyboard"),
        *("html sample", "inline code", "code char", "source code char", "user entry", "teletype", "literal"),
    )
)
"""Styles of runs that are code."""
_CAPTIONS: Final = frozenset(
    ("caption", "table caption", "image caption", "figure caption", "illustration", "drawing", "figure")
)
_DEFINED: Final = expression(r"definition(?: term| definition)?(?: tight)?|list (?:heading|contents)")
_BESIDE: Final = frozenset(("subtitle", "author", "date", "byline", "affiliation"))
_GOES_ON: Final = frozenset(("list paragraph", "list continue"))


class Role(Enum):
    """What a paragraph is, where it is not plain text or a heading."""

    TITLE = auto()
    BESIDE = auto()
    """Author, date, subtitle: no part of the text."""
    CONTENTS = auto()
    """A table of contents, or an index."""
    QUOTE = auto()
    CODE = auto()
    CAPTION = auto()
    DEFINED = auto()
    """A term of a glossary, or what it says: nobody counts them as paragraphs."""
    GOES_ON = auto()
    """What goes on with an item of a list, where it follows one."""


def role_of(name: str, before: Role | None) -> Role | None:
    """What a style stands for, by its name in small letters; `before` is that of the style it is based on."""
    if name == "title":
        return Role.TITLE
    if name in _BESIDE:
        return Role.BESIDE
    if _CONTENTS.fullmatch(name):
        return Role.CONTENTS
    if name in _QUOTES:
        return Role.QUOTE
    if _CODES.fullmatch(name):
        return Role.CODE
    if name in _CAPTIONS:
        return Role.CAPTION
    if _DEFINED.fullmatch(name):
        return Role.DEFINED
    if name in _GOES_ON:
        return Role.GOES_ON
    return None if before is Role.TITLE else before
