"""The outline of an article without headings: inferred from its paragraphs, and marked so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import Final, overload

from corpus.document import Kind, Structure, Text
from corpus.outline.enumeration import Enumeration, Part, find_enumerations, note_inside
from corpus.outline.labels import Label, Labeller, announcement_label
from corpus.outline.section import Entry

# Up to so many paragraphs each has an entry of its own; more are grouped by what they are about.
_FEW: Final = 8
# In a text of more paragraphs only openings are read: it is divided evenly, and no enumeration is sought.
_MOST_READ: Final = 20_000
_MOST_GROUPS: Final = 300
# Nothing further in tells what a paragraph is about, and one may be of many megabytes.
_READ: Final = 4_000
_ITEM: Final = "• "
_PICTURE: Final = "[picture]"
"""What stands for a picture of which nobody says anything: a label has no use for it."""

_FIRST: Final = "The text begins here"
_EACH: Final = "A new paragraph; this article is short enough for one entry each"
_EVENLY: Final = "A text this long is divided evenly; nothing else was read for it"
_AFTER: Final = "What was counted out before it ends here"


def inferred_entries(document: Structure) -> list[Entry]:
    """The entries of a text without headings: one a paragraph if they are few, else one a section.

    Sections are those that `corpus.outline.segmentation` finds; an enumeration is never divided by one.
    """
    texts = _Texts(document)
    count = len(texts)
    enumerations = find_enumerations(count, texts.__getitem__) if count <= _MOST_READ else []
    begun = {enumeration.first: enumeration for enumeration in enumerations}
    labeller = Labeller(texts)
    entries: list[Entry] = []
    places = _places(texts, enumerations)
    for (index, why), (end, _) in pairwise([*places.items(), (count, "")]):
        if enumeration := begun.get(index):
            parts = enumeration.parts(texts.__getitem__, partial(_number, document, texts.spans))
            entries += _enumerated(list(parts), end, texts, labeller)
        else:
            note = note_inside(texts[index])
            entries.append(_entry(labeller.label(index, end), 1, texts.spans[index][0], note, why))
    return entries


class _Texts(Sequence[str]):
    """The words of the paragraphs that entries can stand for, cut out of the text when they are asked for.

    They are the article's own, unless all are quoted.
    """

    def __init__(self, document: Structure) -> None:
        starts, ends, kinds, _, quotes, _ = document.blocks.columns()
        counted = [at for at, kind in enumerate(kinds) if kind == Kind.PARAGRAPH]
        own = [at for at in counted if not quotes[at]] or counted
        self._text: Text = document.text
        self.spans = [(starts[at], ends[at]) for at in own]
        self.items = [(starts[at], ends[at]) for at, kind in enumerate(kinds) if kind == Kind.ITEM]

    def __len__(self) -> int:
        return len(self.spans)

    def __iter__(self) -> Iterator[str]:
        return map(self._cut, self.spans)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return list(map(self._cut, self.spans[index]))
        return self._cut(self.spans[index])

    def _cut(self, span: tuple[int, int]) -> str:
        start, end = span
        words = self._text[start : min(end, start + _READ)]
        return words.replace(_PICTURE, " " * len(_PICTURE)) if _PICTURE in words else words

    def with_items(self) -> tuple[list[str], list[int]]:
        """Paragraphs and items of lists, these with a mark; and which paragraph each is, -1 for an item."""
        if not self.items:
            return list(self), list(range(len(self)))
        both = sorted(
            chain(((span, at) for at, span in enumerate(self.spans)), ((span, -1) for span in self.items))
        )
        return [self._cut(span) if at >= 0 else _ITEM + self._cut(span) for span, at in both], [
            at for _, at in both
        ]

    def leans(self, index: int) -> bool:
        """Whether a paragraph goes on with the one before it."""
        from corpus.outline.segmentation.cues import OPENING, leans, opening  # not above: see `_places`

        before = self.spans[index - 1][1]
        start = self.spans[index][0]
        words = self._text[start : start + OPENING]
        return (
            words.startswith(("“", '"'))
            or leans(opening(words).cues)
            or self._text[before - 1 : before] in ":："
        )


def _places(texts: _Texts, enumerations: Sequence[Enumeration]) -> dict[int, str]:
    """The paragraphs that begin an entry of the first level, in order, and why each does."""
    count = len(texts)
    if not count:
        return {}
    places = {0: _EACH if count <= _FEW else _FIRST}
    if count <= _FEW:
        places.update(dict.fromkeys(range(1, count), _EACH))
    elif count <= _MOST_READ:
        from corpus.outline.segmentation import breaks  # not above: a short article needs nothing of it

        paragraphs, numbers = texts.with_items()
        places.update((numbers[at], why) for at, why in breaks(paragraphs) if numbers[at] > 0)
    else:
        places.update(dict.fromkeys(_even(texts), _EVENLY))
    for enumeration in enumerations:
        after = enumeration.last(count) + 1
        for inside in range(enumeration.first + 1, after):
            places.pop(inside, None)
        places.setdefault(enumeration.first, "")
        if after < count:
            places.setdefault(after, _AFTER)
    return dict(sorted(places.items()))


def _even(texts: _Texts) -> Iterator[int]:
    """Breaks that divide the text into parts of about the same length, none before a leaning paragraph."""
    lengths = list(accumulate(end - start for start, end in texts.spans))
    previous = 0
    for group in range(1, _MOST_GROUPS):
        index = bisect_right(lengths, lengths[-1] * group / _MOST_GROUPS)
        near = [at for at in (index, index + 1, index - 1) if previous < at < len(lengths)]
        if near:
            previous = next((at for at in near if not texts.leans(at)), near[0])
            yield previous


def _enumerated(parts: Sequence[Part], end: int, texts: _Texts, labeller: Labeller) -> Iterator[Entry]:
    """The entries of an enumeration whose last paragraph is before `end`."""
    ends = [part.paragraph for part in parts[1:]] + [end]
    for part, after in zip(parts, ends, strict=True):
        first = part.paragraph
        after = max(after, first + 1)
        if said := part.announcement:
            title = announcement_label(texts[first], said.start, said.end)
            label = Label(title, labeller.phrase(first, after, title))
        else:
            label = labeller.label(first, after)
        yield _entry(label, part.level, texts.spans[first][0], part.note, part.why)


def _entry(label: Label, level: int, start: int, note: str | None, why: str) -> Entry:
    return Entry(label.words, level, start, inferred=True, note=note, phrase=label.phrase, why=why)


def _number(document: Structure, spans: Sequence[tuple[int, int]], index: int) -> int | None:
    """The number that a paragraph is counted by."""
    blocks = document.blocks
    return blocks.counted[bisect_left(blocks.starts, spans[index][0])]
