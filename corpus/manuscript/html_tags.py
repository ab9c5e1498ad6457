"""The tags of a page and where they stand in its source, which no parser that builds a tree tells."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from corpus.expression import expression

# A quotation mark in a tag begins a value, in which “>” does not end the tag (HTML § 13.2.5).
_TAG: Final = expression(r"<(/?)([a-zA-Z][^\s/>]{0,60})((?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>")
_PLAIN_TAG: Final = expression(r"<(/?)([a-zA-Z][^\s/>]{0,60})([^>]*)>")
_ATTRIBUTE: Final = expression(
    r"([a-zA-Z_:][\w:.-]{0,60})\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?"
)
_RAW: Final = frozenset(
    "script style textarea title xmp iframe noembed template svg noscript select nav head".split()
)
"""Elements of which nothing is words of the page, or nothing that a reader quotes."""


class Tag(NamedTuple):
    """A tag at offsets [start, end) of the source, its name in lower case."""

    start: int
    end: int
    name: str
    closes: bool
    inside: str

    def attribute(self, name: str) -> str:
        """The value of an attribute; "" where the tag has none of that name."""
        if name not in self.inside.lower():
            return ""
        for match in _ATTRIBUTE.finditer(self.inside):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or "")
        return ""


def tags_of(text: str) -> Iterator[Tag]:
    """The tags in order; comments, declarations, and elements without words are one tag without a name."""
    pattern = _TAG
    lacking: set[str] = set()
    at = text.find("<")
    while at >= 0:
        if text.startswith("<!--", at):
            end = _behind(text, "-->", at + 4, lacking)
            if end:
                yield Tag(at, end, "", closes=False, inside="")
        elif text.startswith(("<!", "<?"), at):
            end = _behind(text, ">", at + 2, lacking)
            if end:
                yield Tag(at, end, "", closes=False, inside="")
        else:
            match = pattern.match(text, at)
            if match is None and pattern is _TAG and text[at + 1 : at + 2].strip("/").isalpha():
                # A value that is never closed: from here on a tag ends at the next “>”.
                pattern = _PLAIN_TAG
                match = pattern.match(text, at)
            end = 0
            if match is not None:
                name, closes = match[2].lower(), bool(match[1])
                end = match.end()
                if name in _RAW and not closes and not match[3].endswith("/"):
                    behind = _element_end(text, name, end, lacking)
                    yield Tag(at, behind, "", closes=False, inside="")
                    end = behind
                else:
                    yield Tag(at, end, name, closes, match[3])
            elif pattern is _PLAIN_TAG and text.find(">", at) < 0:
                return
        at = text.find("<", end or at + 1)


def _behind(text: str, mark: str, start: int, lacking: set[str]) -> int:
    """The offset behind the next such mark; 0 where there is none."""
    if mark in lacking:
        return 0
    found = text.find(mark, start)
    if found < 0:
        lacking.add(mark)
        return 0
    return found + len(mark)


def _element_end(text: str, name: str, start: int, lacking: set[str]) -> int:
    """The offset behind an element; that where its words begin, if it is never closed."""
    for closing in (f"</{name}", f"</{name.upper()}"):
        if found := _behind(text, closing, start, lacking):
            return _behind(text, ">", found, lacking) or found
    return start
