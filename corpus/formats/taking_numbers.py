"""Taking the numbers of paragraphs out of a text, to stand beside it as labels."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.blocks import Kind
from corpus.document import Document
from corpus.formats.number_chain import Candidate, own_block
from corpus.rewriting import Change, Edit, rewritten


def without_numbers(document: Document, chain: Iterable[Candidate]) -> Document:
    """The document with these numbers as labels; the items and headings among them become paragraphs."""
    starts, ends, kinds, *_ = document.blocks.columns()
    edits: list[Edit] = []
    changes: dict[int, Change] = {}
    dropped: set[int] = set()
    numbers: list[tuple[int, str]] = []
    for one in chain:
        at = one.block
        if kinds[at] == Kind.ITEM and at and starts[at] - ends[at - 1] == 1:
            edits.append(Edit(starts[at], starts[at], "\n"))  # paragraphs are parted by a blank line
        if own_block(document, one) != at:
            dropped.add(at)
            edits.append(Edit(starts[at], starts[at + 1]))
            at += 1
        elif one.cut:
            edits.append(Edit(starts[at], starts[at] + one.cut))
        if kinds[at] in (Kind.ITEM, Kind.HEADING):
            changes[at] = Change(Kind.PARAGRAPH, 0)
        numbers.append((starts[at], one.mark.strip()))
        if kinds[at] == Kind.ITEM:
            _raise_inner(document, at + 1, changes)
    return rewritten(document, edits, changes, dropped, numbers)


def _raise_inner(document: Document, at: int, changes: dict[int, Change]) -> None:
    """The rest of an item that is a paragraph now stands no longer inside a list."""
    _, _, kinds, levels, _, markers = document.blocks.columns()
    while at < len(kinds) and kinds[at] == Kind.ITEM and (levels[at] > 1 or at not in markers):
        changes[at] = Change(Kind.ITEM, max(0, levels[at] - 1))
        at += 1
