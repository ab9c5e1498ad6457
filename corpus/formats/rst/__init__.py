"""reStructuredText, read by docutils: as its HTML reads, with Sphinx's words.

Nothing is included, no file opened, no raw HTML passed on. Sections have the levels of their order; the
title is a heading as any, so that a level never depends on what comes later.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.parsers.rst.states import Inliner
from docutils.readers.standalone import Reader
from docutils.transforms import Transform, frontmatter, references
from docutils.utils import new_document

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.formats import plain
from corpus.formats.as_html import document_of
from corpus.formats.rst.docutils_html import html_of
from corpus.formats.rst.fields import fields_of
from corpus.formats.rst.sphinx import NotRead, words_of_sphinx
from corpus.formats.rst.substitutions import MOST_SUBSTITUTED, keep_circles_as_written, substituted
from corpus.progress import tell
from corpus.sanitiser import clean_text

# Files stay shut, raw parts are dropped, what is wrong is not written about, no file sets anything else.
_SETTINGS: Final[dict[str, object]] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": "",
    "syntax_highlight": "none",
    "smart_quotes": False,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "pep_references": True,
    "rfc_references": True,
    "line_length_limit": 1_000_000,
    "traceback": True,
}
_LEFT_OUT: Final = (frontmatter.DocTitle, frontmatter.DocInfo, references.DanglingReferences)
_DEEPEST: Final = 80
"""Levels of nesting: docutils takes time in the square of them, and calls itself some ten times for each."""
# What docutils lets out where it meets a text that it was not made for.
_FAULTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_PARSED: Final = 0.7
"""The share of the time after which docutils has parsed a text."""
_AS_TEXT: Final = "This reStructuredText could not be read as such: it is shown as plain text."
_PARTED: Final = re.compile(r"\n *\n")
_SHORT: Final = 2_000
_MOST_SEARCHED: Final = 100_000_000
"""Three times as many as in the most laborious of 7,700 manuals; signs that end nowhere take some seconds."""
_ADDRESS: Final = re.compile(r"[-\w!~*'{|}/#?^`&=+$%.]{2000,}", re.ASCII)
_SIGNS: Final = re.compile(r"[ \t]*((?:(?:[-*+•‣⁃]|\(?\w{1,9}[.)]|\#\.|\.\.|:[^:\n]{1,40}:)[ \t]+)*)")


def parse(text: str) -> Document:
    """Make a document of reStructuredText. Raises CannotOpen for one that is nested without end."""
    text = clean_text(text).expandtabs(8)
    if _depth(text) > _DEEPEST:
        raise CannotOpen(
            "This text is nested more than 80 deep: it was made to break readers, and stays shut."
        )
    if _searched(text) > _MOST_SEARCHED:
        return plain.parse(text)._replace(format="rst", fault=_AS_TEXT)
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(max(limit, 100 * _DEEPEST))
        tree = _tree(text)
    except RecursionError as fault:
        raise CannotOpen("This text is nested deeper than it can be read: open a part of it.") from fault
    except _FAULTS:
        return plain.parse(text)._replace(format="rst", fault=_AS_TEXT)
    finally:
        sys.setrecursionlimit(limit)
    metadata, shown = fields_of(tree)
    not_read = [node.astext() for node in tree.findall(NotRead)]
    return document_of(html_of(tree, shown), metadata, format="rst", not_read=not_read, done=_PARSED)


def _searched(text: str) -> int:
    """How many characters docutils may look through: from each sign to the end of its paragraph or word."""
    from_signs = sum(
        len(paragraph) * sum(map(paragraph.count, "*`|_["))
        for paragraph in _PARTED.split(text)
        if len(paragraph) > _SHORT
    )
    # Whatever an address of mail may be made of is taken for one, from each of its characters on.
    return from_signs + sum(len(run) ** 2 for run in _ADDRESS.findall(text))


def _depth(text: str) -> int:
    """How deep the lines of a text are nested, by their indentation, and the signs that they begin with."""
    deepest = 0
    indents: list[int] = []
    for line in text.split("\n"):
        words = line.lstrip()
        if not words:
            continue
        indent = len(line) - len(words)
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        signs = _SIGNS.match(line)
        deepest = max(deepest, len(indents) + (len(signs[1].split()) if signs else 0))
    return deepest


def _inliner(lines: int) -> Inliner:
    """What reads the words in lines, of so many, and tells how far down those are.

    Not a class of its own: docutils looks for its patterns among the names of just that class.
    """
    inliner = Inliner()
    parse = inliner.parse

    def told(text: str, lineno: int, *where: object) -> object:
        tell(_PARSED * lineno / lines)
        return parse(text, lineno, *where)

    inliner.parse = told
    return inliner


def _tree(text: str) -> nodes.document:
    """The tree that docutils makes of a text, its references resolved."""
    parser = Parser(inliner=_inliner(text.count("\n") + 1))
    reader = Reader(parser)
    settings = get_default_settings(parser, reader)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    tree = new_document("article", settings)
    with words_of_sphinx():
        parser.parse(text, tree)
    keep_circles_as_written(tree)
    if substituted(tree) > MOST_SUBSTITUTED:
        raise ValueError("substitutions in substitutions")
    tree.transformer.add_transforms(_transforms(reader))
    tree.transformer.populate_from_components((parser,))
    tree.transformer.apply_transforms()
    return tree


def _transforms(reader: Reader) -> list[type[Transform]]:
    return [each for each in reader.get_transforms() if each not in _LEFT_OUT]
