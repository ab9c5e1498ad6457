"""A document with words taken out of its text, and everything that stands in it moved accordingly."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from corpus.blocks import Blocks, Kind, Span
from corpus.document import Document
from corpus.labels import Labels, Printed


class Edit(NamedTuple):
    """The words [start, end) of the text are to be `words` instead."""

    start: int
    end: int
    words: str = ""


class Change(NamedTuple):
    """A block that becomes of another kind, with another level; its list sign goes."""

    kind: Kind
    level: int


class _Moved:
    """Tells where an offset comes to stand."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifts = [0]
        for edit in edits:
            self._shifts.append(self._shifts[-1] + len(edit.words) - (edit.end - edit.start))

    def __call__(self, offset: int) -> int:
        index = bisect_right(self._starts, offset)
        if index and offset < self._edits[index - 1].end:
            offset = self._edits[index - 1].end  # what was taken out is where it stood
        return offset + self._shifts[index]


def rewritten(
    document: Document,
    edits: Iterable[Edit],
    changes: Mapping[int, Change],
    dropped: Collection[int] = (),
    numbers: Iterable[tuple[int, str]] = (),
    pages: Iterable[tuple[int, str]] = (),
) -> Document:
    """The document with its text edited; edits are in order, and none reaches over another.

    `changes` and `dropped` are blocks by index; the words of the dropped ones, and what parts them from
    the next, must be among those that are taken out. `numbers` are what the source prints before
    paragraphs, `pages` the pages it prints: offsets in the old text, and labels.
    """
    ordered = list(edits)
    moved = _Moved(ordered)
    pieces: list[str] = []
    at = 0
    for start, end, words in ordered:
        pieces += (document.text[at:start], words)
        at = end
    pieces.append(document.text[at:])
    spans = (Span(moved(span.start), moved(span.end), span.inline, span.target) for span in document.spans)
    turned = [*document.labels.pages.shifted(0), *pages]
    marks = [*document.labels.numbers.shifted(0), *numbers]
    return document._replace(
        text="".join(pieces),
        blocks=_blocks(document.blocks, moved, changes, dropped),
        spans=tuple(span for span in spans if span.start < span.end),
        labels=Labels(
            *(Printed.of((moved(start), label) for start, label in sorted(some)) for some in (turned, marks))
        ),
        anchors={name: moved(start) for name, start in document.anchors.items()},
        contents=tuple(entry._replace(start=moved(entry.start)) for entry in document.contents),
    )


def _blocks(blocks: Blocks, moved: _Moved, changes: Mapping[int, Change], dropped: Collection[int]) -> Blocks:
    starts, ends, kinds, levels, quotes, markers = blocks.columns()
    kinds, levels = array("B", kinds), array("B", levels)
    for index, change in changes.items():
        kinds[index], levels[index] = change
    kept = [index for index in range(len(starts)) if index not in dropped]
    return Blocks(
        array("L", (moved(starts[index]) for index in kept)),
        array("L", (moved(ends[index]) for index in kept)),
        array("B", (kinds[index] for index in kept)),
        array("B", (levels[index] for index in kept)),
        array("B", (quotes[index] for index in kept)),
        {
            at: markers[index]
            for at, index in enumerate(kept)
            if index in markers and (index not in changes or changes[index].level)
        },
    )
