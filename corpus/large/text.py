"""The text of a large article, made of the stretches that a slice touches."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document
from corpus.large.joining import padded
from corpus.large.stretches import Stretches


class SlicedText:
    """Its length and slices; `stretch` gives a stretch as a document."""

    def __init__(self, stretches: Stretches, stretch: Callable[[int], Document]) -> None:
        self._stretches = stretches
        self._stretch = stretch

    def __len__(self) -> int:
        return self._stretches.cut(self._stretches.count).offset

    def __getitem__(self, part: slice, /) -> str:
        start, stop, step = part.indices(len(self))
        stretches = self._stretches
        pieces = []
        number = stretches.at(start)
        while start < stop:
            base, end = stretches.cut(number).offset, stretches.cut(number + 1).offset
            document = self._stretch(number)
            if stop - base <= len(document.text):
                pieces.append(document.text[start - base : stop - base])
            else:
                pieces.append(padded(stretches, number, document)[start - base : stop - base])
            start, number = end, number + 1
        return "".join(pieces)[::step]
