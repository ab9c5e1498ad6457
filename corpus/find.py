"""Finding words in one article, as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.document import FILLER, Document, Readable
from corpus.expression import expression

if TYPE_CHECKING:
    from corpus.large.document import LargeDocument

# One line end is a space to the reader, two part paragraphs: no hit reaches over those.
_GAP: Final = rf"(?:[^\S\n]|{FILLER}|\n(?!\n))+"
_ALIKE: Final = {
    **dict.fromkeys("'’‘ʼ", "['’‘ʼ]"),
    **dict.fromkeys('"“”„', '["“”„]'),
    **dict.fromkeys("-‐‑", "[-‐‑–]"),
}
_SLICE: Final = 65_536
_REACH: Final = 4_096
"""Characters by which a hit may reach over the end of the piece that it begins in."""
# For these alone a pattern finds letters of ASCII: Unicode's simple case folding, and `re`'s two kinds of i.
_ODD: Final = ("ſ", "\u212a", "ı", "İ")
_ODD_BYTES: Final = tuple(odd.encode() for odd in _ODD)
_PLAIN_WORD: Final = expression(r"[A-Za-z0-9]+")

Span = tuple[int, int]
"""The offsets of a hit, [start, end)."""


class Wanted(NamedTuple):
    """What is looked for: a pattern over clean text, and what surely stands in any text that holds it.

    `rare` is the longest run of ASCII letters and digits in it, in small letters; it may be empty.
    """

    pattern: re.Pattern[str]
    rare: str

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking with the pattern, which is twenty times as slow as this."""
        if not self.rare or self.rare in text.lower():
            return True
        return not text.isascii() and any(odd in text for odd in _ODD)

    def may_be_in_bytes(self, data: bytes) -> bool:
        """The same of a text in UTF-8 that was not decoded yet."""
        if not self.rare or self.rare.encode() in data.lower():
            return True
        return not data.isascii() and any(odd in data for odd in _ODD_BYTES)


def wanted(query: str) -> Wanted | None:
    """What a query looks for, literally; None where it has no words.

    Small letters find capitals too, a capital only itself. White space stands for any white space
    inside a paragraph, a straight quotation mark or apostrophe for a curly one.
    """
    words = query.split()
    if not words:
        return None
    parts = ("".join(_ALIKE.get(character) or re.escape(character) for character in word) for word in words)
    pattern = re.compile(_GAP.join(parts), re.IGNORECASE if query == query.lower() else 0)
    return Wanted(pattern, max(_PLAIN_WORD.findall(query.lower()), key=len, default=""))


def slices(document: Readable, wanted: Wanted, offset: int) -> Iterator[list[Span]]:
    """The hits in an article piece by piece, from `offset` to the end, then from the beginning up to it.

    Each piece is short enough to be searched between two frames.
    """
    if isinstance(document, Document):
        yield from _slices_of_text(document.text, wanted, offset)
    else:
        from corpus.large.document import LargeDocument

        assert isinstance(document, LargeDocument)
        yield from _slices_of_large(document, wanted, offset)


def _slices_of_text(text: str, wanted: Wanted, offset: int) -> Iterator[list[Span]]:
    for first, last in ((offset, len(text)), (0, offset)):
        at = first
        while at < last:
            stop = min(at + _SLICE, last)
            hits = _hits(text[at : stop + _REACH], wanted, stop - at)
            yield [(at + start, at + end) for start, end in hits]
            at = max(stop, at + hits[-1][1] if hits else 0)


def _slices_of_large(document: LargeDocument, wanted: Wanted, offset: int) -> Iterator[list[Span]]:
    stretches = document.stretches
    here = stretches.at(offset)
    found = _in_stretch(document, here, wanted)
    yield [hit for hit in found if hit[0] >= offset]
    for number in (*range(here + 1, stretches.count), *range(here)):
        yield _in_stretch(document, number, wanted)
    yield [hit for hit in found if hit[0] < offset]


def _in_stretch(document: LargeDocument, number: int, wanted: Wanted) -> list[Span]:
    """The hits that begin in a stretch. Most hold none, as their bytes tell before they are read."""
    stretches = document.stretches
    if stretches.is_utf8 and not wanted.may_be_in_bytes(stretches.bytes_of(number)):
        return []
    base = stretches.cut(number).offset
    text = document.stretch(number).text
    length = len(text)
    gap = stretches.gap(number + 1)
    if number + 1 < stretches.count and gap != "\n\n":
        text += gap + document.stretch(number + 1).text[:_REACH]
        # What the pattern finds is shorter by the FILLER that stands there in the article's text.
        shift = stretches.room(number) - length - len(gap)
        return [
            (base + start, base + end + (shift if end > length else 0))
            for start, end in _hits(text, wanted, length)
        ]
    return [(base + start, base + end) for start, end in _hits(text, wanted, length)]


def _hits(text: str, wanted: Wanted, stop: int) -> list[Span]:
    """The hits in a text that begin before `stop`."""
    if not wanted.may_be_in(text):
        return []
    hits: list[Span] = []
    for match in wanted.pattern.finditer(text):
        if match.start() >= stop:
            break
        hits.append(match.span())
    return hits
