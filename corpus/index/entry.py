"""What the index keeps of an article: its words as a string, and the shape of the article around them.

In the string each word is one character, so that a phrase is found as fast as a string in a string, and
a place in it is the number of a word. The shape leads from there to the text: where each block lies, the
number of its first word, and the sections.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from corpus import words
from corpus.document import Document, Kind
from corpus.index.lexicon import BORDER
from corpus.labels import Printed
from corpus.outline import authored_outline_of
from corpus.outline.section import Outline, Section
from corpus.passages.shown_number import number_at

_TITLE: Final = 5
_HEADING: Final = 3
"""How much a word of the title or a heading weighs against one of the text, when articles are ranked."""
_HEAD: Final = struct.Struct("<II")


class Shape(NamedTuple):
    """Where the words of an article stand in its text.

    For each block: the offsets where it starts and ends, the number of its first word (those of the
    title come first, and a border counts as one; after the last block's stands how many there are),
    the number of its paragraph (0: none), and whether it is a heading (1 or 0). `names` are what
    paragraphs are called by the numbers that the source prints ("[12]"), from an offset on; none of them
    where it prints none. The outline is the author's: who searches is not told that somebody wrote
    what was inferred.
    """

    starts: array[int]
    ends: array[int]
    firsts: array[int]
    paragraphs: array[int]
    headings: bytes
    outline: Outline
    names: Printed = Printed()

    def block(self, word: int) -> int:
        """The index of the block that holds a word, given by its number; -1 is the title."""
        return bisect_right(self.firsts, word) - 1


class Entry(NamedTuple):
    """An article as the index keeps it: its `words`, the shape packed, and how much each term weighs."""

    words: str
    shape: bytes
    weights: Mapping[str, int]


class Numbered(NamedTuple):
    """The words of an article as a string, and the number of the first word of each block.

    `forms` are the words themselves: of the title, then block by block.
    """

    words: str
    firsts: array[int]
    forms: list[list[str]]


def numbered(
    document: Document, title: str, characters: Callable[[Iterable[str]], Mapping[str, str]]
) -> Numbered:
    """The words of an article; `characters` gives each of its distinct words a character."""
    titled = words.columns(title)[2]
    blocks = document.blocks
    forms = [titled, *words.forms_between(document.text, blocks.starts, blocks.ends)]
    known = characters({form for several in forms for form in several})
    string = BORDER.join(
        "".join([known[form] for several in part for form in several]) for part in (forms[:1], forms[1:])
    )
    counts = (len(titled) + 1, *map(len, forms[1:]))
    return Numbered(string, array("I", accumulate(counts)), forms)


def shape_from(document: Document, firsts: array[int]) -> Shape:
    """The shape of an article, whose blocks begin with the words of these numbers."""
    blocks = document.blocks
    return Shape(
        array("I", blocks.starts),
        array("I", blocks.ends),
        firsts,
        array("I", (document.paragraph_at(start) or 0 for start in blocks.starts)),
        bytes(kind == Kind.HEADING for kind in blocks.columns()[2]),
        authored_outline_of(document),
        _names(document),
    )


def _names(document: Document) -> Printed:
    """What the paragraphs are called from block to block, where the source prints numbers."""
    if not document.prints_numbers:
        return Printed()
    names = [(start, number_at(document, start)) for start in document.blocks.starts]
    changes = [one for before, one in pairwise([(0, ""), *names]) if one[1] != before[1]]
    return Printed.of([(0, ""), *changes])


def entry_of(
    document: Document,
    title: str,
    characters: Callable[[Iterable[str]], Mapping[str, str]],
    stem: Callable[[str], str],
) -> Entry:
    """What to keep of an article; `characters` gives each of its distinct words a character."""
    string, firsts, forms = numbered(document, title, characters)
    shape = shape_from(document, firsts)
    counts = Counter(form for several in forms for form in several)
    for form in forms[0]:
        counts[form] += _TITLE - 1
    for several, is_heading in zip(forms[1:], shape.headings, strict=True):
        if is_heading:
            for form in several:
                counts[form] += _HEADING - 1
    return Entry(string, packed(shape), dict(_terms(counts, forms, stem)))


def _terms(
    counts: Mapping[str, int], sequences: Iterable[list[str]], stem: Callable[[str], str]
) -> Iterator[tuple[str, int]]:
    """The terms that an article is found by: stems, and characters of unspaced scripts and their pairs."""
    weights: Counter[str] = Counter()
    unspaced = {form for form in counts if words.is_unspaced(form[0])}
    for form, count in counts.items():
        weights[form if form in unspaced else stem(form)] += count
    if unspaced:
        for forms in sequences:
            weights.update(
                first + second
                for first, second in pairwise(forms)
                if first in unspaced and second in unspaced
            )
        # A pair may reach over the end of a block, as a phrase may.
        flat = [form for forms in sequences for form in forms]
        weights.update(
            {
                first + second: 1
                for first, second in pairwise(flat)
                if first in unspaced and second in unspaced
            }
        )
    return iter(weights.items())


def packed(shape: Shape) -> bytes:
    """A shape as bytes: two sizes; then, compressed, columns (little-endian), sections and names (JSON)."""
    columns = (shape.starts, shape.ends, shape.firsts, shape.paragraphs)
    sections = [[one.title, one.level, one.start, one.end] for one in shape.outline.sections]
    header = json.dumps(
        [sections, *map(list, shape.names)], ensure_ascii=False, separators=(",", ":")
    ).encode("utf-8", "replace")
    body = b"".join((*map(_little, columns), shape.headings, header))
    return _HEAD.pack(len(shape.starts), len(body)) + zlib.compress(body, 1)


def shape_of(data: bytes) -> Shape:
    """The shape that was packed. Raises ValueError, struct.error and zlib.error where it is damaged."""
    count, size = _HEAD.unpack_from(data)
    body = zlib.decompress(data[_HEAD.size :], bufsize=size)
    sizes = (count, count, count + 1, count)
    borders = list(accumulate(4 * size for size in sizes))
    starts, ends, firsts, paragraphs = (
        _little_array(body[border - 4 * size : border]) for border, size in zip(borders, sizes, strict=True)
    )
    headings = body[borders[-1] : borders[-1] + count]
    sections, named, names = json.loads(body[borders[-1] + count :])
    outline = Outline(tuple(Section(title, level, start, end) for title, level, start, end in sections))
    printed = Printed(array("L", named), tuple(names))
    return Shape(starts, ends, firsts, paragraphs, headings, outline, printed)


def _little(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column = array("I", column)
        column.byteswap()
    return column.tobytes()


def _little_array(data: bytes) -> array[int]:
    column = array("I")
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column
