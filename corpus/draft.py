"""Writing a document down, block by block: what every format ends in."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from corpus.document import Blocks, Document, Inline, Kind, Span
from corpus.labels import Labels, Printed
from corpus.metadata import Metadata


class Draft:
    """A document that is being written. Its words must have passed the sanitiser."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._starts = array("L")
        self._ends = array("L")
        self._kinds = array("B")
        self._levels = array("B")
        self._quotes = array("B")
        self._markers: dict[int, str] = {}
        self._spans: list[Span] = []
        self._pages: list[tuple[int, str]] = []
        self._turned = ""
        self._anchors: dict[str, int] = {}
        self._waiting: list[str] = []

    def __len__(self) -> int:
        """How many blocks are written."""
        return len(self._starts)

    @property
    def last(self) -> Kind | None:
        """What the last block is; None before the first."""
        return Kind(self._kinds[-1]) if self._kinds else None

    def turn(self, label: str) -> None:
        """The next block is the first on the page with that label."""
        self._turned = label

    def anchor(self, name: str) -> None:
        """Links to that name lead to the next block; the first place with a name has it."""
        self._waiting.append(name)

    def add(
        self,
        text: str,
        kind: Kind = Kind.PARAGRAPH,
        *,
        level: int = 0,
        quote: int = 0,
        marker: str = "",
        tight: bool = False,
        spans: Iterable[tuple[int, int, Inline, str]] = (),
        pages: Iterable[tuple[int, str]] = (),
        anchors: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Append a block; `spans` are offsets in `text`, `tight` means no blank line before it.

        `pages` begin inside it, at offsets in `text`; one that begins at its end begins with the next.
        `anchors` are names of places inside it, in the same way.
        A block without words is left out, save a rule.
        """
        if not text.strip() and kind is not Kind.RULE:
            for _, label in pages:
                self._turned = label
            self._waiting.extend(name for _, name in anchors)
            return
        if self._starts:
            gap = "\n" if tight else "\n\n"
            self._pieces.append(gap)
            self._length += len(gap)
        if marker:
            self._markers[len(self._starts)] = marker
        start = self._length
        if self._turned:
            self._pages.append((start, self._turned))
            self._turned = ""
        for at, label in pages:
            if at < len(text):
                self._pages.append((start + at, label))
            else:
                self._turned = label
        for name in self._waiting:
            self._anchors.setdefault(name, start)
        self._waiting = []
        for at, name in anchors:
            if at < len(text):
                self._anchors.setdefault(name, start + at)
            else:
                self._waiting.append(name)
        self._starts.append(start)
        self._ends.append(start + len(text))
        self._kinds.append(kind)
        self._levels.append(min(level, 255))
        self._quotes.append(min(quote, 255))
        self._spans.extend(
            Span(start + first, start + last, inline, target)
            for first, last, inline, target in sorted(spans)
            if first < last
        )
        self._pieces.append(text)
        self._length += len(text)

    def document(self, metadata: Metadata | None = None, *, format: str = "text") -> Document:
        """The document as written so far; what is written afterwards changes nothing in it."""
        blocks = Blocks(
            self._starts[:],
            self._ends[:],
            self._kinds[:],
            self._levels[:],
            self._quotes[:],
            dict(self._markers),
        )
        return Document(
            "".join(self._pieces),
            blocks,
            tuple(self._spans),
            metadata or Metadata(),
            format=format,
            labels=Labels(pages=Printed.of(self._pages)),
            anchors=dict(self._anchors),
        )


def with_kinds(document: Document, kinds: Mapping[int, Kind]) -> Document:
    """The document with the blocks at these indexes of another kind, and its paragraphs counted anew."""
    if not kinds:
        return document
    starts, ends, old, levels, quotes, markers = document.blocks.columns()
    new = array("B", old)
    for index, kind in kinds.items():
        new[index] = kind
    return document._replace(blocks=Blocks(starts, ends, new, levels, quotes, markers))
