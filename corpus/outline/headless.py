"""The outline of an article without headings: inferred from its paragraphs, and marked so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from math import sqrt
from typing import Final

from corpus.document import Kind, Structure, Text
from corpus.outline.enumeration import Enumeration, find_enumerations, note_inside
from corpus.outline.labels import announcement_label, label
from corpus.outline.section import Entry

# Up to so many paragraphs each has an entry of its own; more are grouped.
_FEW: Final = 8
_MOST_GROUPS: Final = 300
# Nobody looks for the parts that are announced in a text of more paragraphs.
_MOST_SEARCHED: Final = 20_000
# A group does not begin where a paragraph leans on the one before it.
_LEANING: Final = (
    *("However", "But ", "And ", "This ", "These ", "That ", "Those ", "He ", "She ", "It ", "They "),
    *("Such ", "Also", "Moreover", "Furthermore", "Therefore", "Thus", "Still", "Yet", "So ", "“", '"'),
    *("但", "而", "因此", "所以", "同时", "这", "此外", "他", "她", "它"),
)

_LONGEST: Final = max(map(len, _LEANING))


def inferred_entries(document: Structure) -> list[Entry]:
    """The entries of a text without headings: one a paragraph if they are few, else one a group."""
    spans = _paragraphs(document)
    texts = _Texts(document.text, spans)
    enumerations = find_enumerations(len(spans), texts.text) if len(spans) <= _MOST_SEARCHED else []
    begun = {enumeration.first: enumeration for enumeration in enumerations}
    entries: list[Entry] = []
    for index in _breaks(texts, enumerations):
        if enumeration := begun.get(index):
            entries += _enumerated(enumeration, texts, partial(_number, document, spans))
        else:
            text = texts.text(index)
            entries.append(Entry(label(text), 1, spans[index][0], inferred=True, note=note_inside(text)))
    return entries


def _paragraphs(document: Structure) -> list[tuple[int, int]]:
    """The spans of the paragraphs that entries can stand for: the article's own, unless all are quoted."""
    starts, ends, kinds, _, quotes, _ = document.blocks.columns()
    counted = [at for at, kind in enumerate(kinds) if kind == Kind.PARAGRAPH]
    own = [at for at in counted if not quotes[at]]
    return [(starts[at], ends[at]) for at in own or counted]


class _Texts:
    """The words of paragraphs, cut out of the text when they are asked for."""

    def __init__(self, text: Text, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self.spans = spans

    # Nothing further in tells what a paragraph is about, and one may be of many megabytes.
    def text(self, index: int) -> str:
        start, end = self.spans[index]
        return self._text[start : min(end, start + 4_000)]

    def leans(self, index: int) -> bool:
        """Whether a paragraph goes on with the one before it."""
        before = self.spans[index - 1][1]
        start = self.spans[index][0]
        opening = self._text[start : start + _LONGEST]
        return opening.startswith(_LEANING) or self._text[before - 1 : before] in ":："


def _breaks(texts: _Texts, enumerations: Sequence[Enumeration]) -> list[int]:
    """The paragraphs that begin an entry of the first level; an enumeration is never divided."""
    count = len(texts.spans)
    breaks = set(range(count)) if count <= _FEW else set(_even(texts))
    for enumeration in enumerations:
        last = enumeration.last(count)
        breaks.difference_update(range(enumeration.first, last + 1))
        breaks.add(enumeration.first)
        if last + 1 < count:
            breaks.add(last + 1)
    return sorted(breaks)


def _even(texts: _Texts) -> Iterator[int]:
    """Breaks that divide the text into parts of about the same length, none before a leaning paragraph."""
    lengths = list(accumulate(end - start for start, end in texts.spans))
    groups = min(_MOST_GROUPS, round(2 * sqrt(len(texts.spans))))
    yield 0
    previous = 0
    for group in range(1, groups):
        index = bisect_right(lengths, lengths[-1] * group / groups)
        near = [at for at in (index, index + 1, index - 1) if previous < at < len(lengths)]
        if near:
            previous = next((at for at in near if not texts.leans(at)), near[0])
            yield previous


def _enumerated(
    enumeration: Enumeration, texts: _Texts, number_of: Callable[[int], int | None]
) -> Iterator[Entry]:
    for part in enumeration.parts(texts.text, number_of):
        text = texts.text(part.paragraph)
        said = part.announcement
        title = announcement_label(text, said.start, said.end) if said else label(text)
        start = texts.spans[part.paragraph][0]
        yield Entry(title, part.level, start, inferred=True, note=part.note, why=part.why)


def _number(document: Structure, spans: Sequence[tuple[int, int]], index: int) -> int | None:
    """The number that a paragraph is counted by."""
    blocks = document.blocks
    return blocks.counted[bisect_left(blocks.starts, spans[index][0])]
