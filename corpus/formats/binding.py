"""Many documents bound into one: the chapters of a book, one after the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, NamedTuple

from corpus.document import Document, Kind, Listed
from corpus.draft import Draft
from corpus.labels import Printed
from corpus.source import SAMPLE

_SUBJECT: Final = (Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.CONTINUATION)


class Point(NamedTuple):
    """An entry of a book's contents: the name of where it leads ("file", "file#x"), its level from 1."""

    title: str
    target: str
    level: int


class Binding:
    """A book as far as it is bound. What is bound stays as it is, whatever follows."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.length = 0
        """Characters of the text so far, about."""
        self._permalink = ""
        self._chapters: set[str] = set()
        # What is bound first, as long as it is little.
        self._first: list[tuple[Document, tuple[str, ...], bool]] | None = []

    def add(self, chapter: Document, *names: str, noted: bool = False) -> None:
        """Bind a chapter; of two places with one name in the book the first has it.

        Links to its `names` lead to its beginning. With `noted`, none of it is counted.
        """
        if self._first is not None:
            self._first.append((chapter, names, noted))
        for name in names:
            self.draft.anchor(name)
            self._chapters.add(name)
        self._permalink = self._permalink or chapter.permalink
        turns = _Between(chapter.labels.pages)
        places = sorted((at, place) for place, at in chapter.anchors.items())
        spans, at, span, anchor, before = chapter.spans, 0, 0, 0, 0
        for block in chapter.blocks:
            marks = []
            while span < len(spans) and spans[span].start < block.end:
                mark = spans[span]
                marks.append((mark.start - block.start, mark.end - block.start, mark.inline, mark.target))
                span += 1
            last = anchor
            while last < len(places) and places[last][0] < block.end:
                last += 1
            self.draft.add(
                chapter.text[block.start : block.end],
                Kind.NOTE if noted and block.kind in _SUBJECT else block.kind,
                level=block.level,
                quote=block.quote,
                marker=block.marker,
                tight=at > 0 and block.start - before == 1,
                spans=marks,
                pages=turns.in_block(block.start, block.end),
                anchors=[(max(0, at - block.start), one) for at, one in places[anchor:last]],
            )
            anchor, before, at = last, block.end, at + 1
        for _, one in places[anchor:]:
            self.draft.anchor(one)
        self.length += len(chapter.text)
        if self.length >= SAMPLE:
            self._first = None

    def with_part(self, part: Document, *names: str) -> Binding:
        """The same with the beginning of a chapter, in a binding of its own; of a short one alone."""
        binding = Binding()
        for chapter, called, noted in (*(self._first or ()), (part, names, False)):
            binding.add(chapter, *called, noted=noted)
        return binding

    def document(
        self, contents: Iterable[Point] = (), pages: Iterable[tuple[str, str]] = (), *, format: str
    ) -> Document:
        """All that is bound so far, with what of these contents and pages leads there.

        A page is its label and where it begins. Of the places in it only those stay that one of its links
        leads to, and the beginnings of chapters.
        """
        document = self.draft.document(format=format)
        places = document.anchors

        def place(target: str) -> int | None:
            return places.get(target, places.get(target.partition("#")[0]))

        listed = [
            Listed(start, point.level, point.title)
            for point in contents
            if (start := place(point.target)) is not None
        ]
        printed = [(start, label) for label, target in pages if (start := places.get(target)) is not None]
        if printed:
            document = document._replace(
                labels=document.labels._replace(pages=Printed.of(sorted(dict(printed).items())))
            )
        led_to = {span.target[1:] for span in document.spans if span.target.startswith("#")} | self._chapters
        return document._replace(
            permalink=self._permalink,
            anchors={name: at for name, at in places.items() if name in led_to},
            contents=tuple(sorted(listed, key=lambda entry: entry.start)),
        )


class _Between:
    """The pages of a chapter, block by block."""

    def __init__(self, pages: Printed) -> None:
        self._starts, self._labels = list(pages.starts), list(pages.labels)

    def in_block(self, start: int, end: int) -> list[tuple[int, str]]:
        """Those that begin in a block, by the place in it."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [(self._starts[at] - start, self._labels[at]) for at in range(first, last)]
