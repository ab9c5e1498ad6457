"""Pandoc's citations in Markdown, for a bibliography that Pandoc or another citeproc formats.

Syntax: https://pandoc.org/MANUAL.html#citation-syntax
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corpus.citation.locator import counted, unnumbered
from corpus.citation.quoting import Quotation, then_parenthesis
from corpus.citation.style import Reference, Style
from corpus.citation.work import unknown
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.scripts import CJK

# Letters that Unicode does not take apart into a Latin letter and a mark.
_LATIN: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# Patterns are compiled at first use, by `re`, which keeps them: importing a style stays cheap.
_ACCENTS: Final = "(?<=[a-z])[\u0300-\u036f]+"
# The first word of a Chinese title has no end that can be seen: four characters tell it from others.
_WORD: Final = rf"[{CJK}]{{1,4}}|[^\W_{CJK}]+(?:['’][^\W_{CJK}]+)*"
_POSSESSIVE: Final = r"['’]s\Z"
_SLIGHT: Final = frozenset("a an the on of in at to for from by with and or its".split())

_MARKUP: Final = r"[\\`*_\[\]<>@$~^#|]"
_LIST_ITEM: Final = r"(?m)^([-+]|\d+(?=[.)]))(?=[.)]?\s)"
_LINE_BREAK: Final = r"(?<!\n)\n(?!\n)"


def refer(metadata: Metadata, passage: Passage) -> Reference:
    """The key and the paragraph: ``[@he2021, ¶ 3]``; Pandoc reads ¶ as a label in every style."""
    place = counted(passage, "¶", "¶¶", "-")
    inside = f"@{key(metadata)}, {place}" if place else f"@{key(metadata)}"
    return Reference(f"[{inside}]", place, unnumbered(passage) + unknown(metadata))


def key(metadata: Metadata) -> str:
    """The citation key: the first author's family name in plain lower case, and the year.

    Letters that are not Latin stay. A body gives its last word ("Law Reform Panel": ``panel2020``).
    Without an author it is the first word of weight in the title, else in where it appeared.
    """
    year = str(metadata.date.year) if metadata.date else ""
    return (_author(metadata) or _first_word(metadata) or "untitled") + year


def _author(metadata: Metadata) -> str:
    for name in metadata.authors[:1]:
        words = re.findall(_WORD, name.literal)
        # Written without spaces, as Chinese is, a body's name is a single word however long.
        body = name.literal if len(name.literal.split()) == 1 else "".join(words[-1:])
        return _plain(body or name.family or name.given)
    return ""


def _first_word(metadata: Metadata) -> str:
    for text in (metadata.title, metadata.container, metadata.publisher):
        words = [_plain(re.sub(_POSSESSIVE, "", word)) for word in re.findall(_WORD, text)]
        if found := next((word for word in words if word and word not in _SLIGHT), ""):
            return found
    return ""


def _plain(word: str) -> str:
    """The word in lower case, its Latin letters in ASCII, and nothing but letters and digits in it."""
    apart = unicodedata.normalize("NFKD", word.lower().translate(_LATIN))
    letters = unicodedata.normalize("NFC", re.sub(_ACCENTS, "", apart))
    return "".join(filter(str.isalnum, letters))


def _run_in(words: str, citation: str) -> str:
    return then_parenthesis(re.sub(_MARKUP, r"\\\g<0>", words), citation)


def _set_off(words: str, citation: str) -> str:
    """A block quotation in Markdown, its line breaks kept."""
    words = re.sub(_LIST_ITEM, _escaped_item, re.sub(_MARKUP, r"\\\g<0>", words))
    lines = re.sub(_LINE_BREAK, "\\\\\n", words).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in [*lines, citation])


def _escaped_item(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}"


PANDOC: Final = Style(
    "pandoc",
    "Pandoc",
    "Pandoc, citation key in Markdown",
    Quotation(block_from=100, run_in=_run_in, set_off=_set_off),
    refer,
)
