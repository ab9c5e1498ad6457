"""The outline of an article that brings its own: the contents of a book or a PDF, and its headings.

What the contents list is an entry, whatever stands there. Where it is a heading, that is no second entry;
a heading that they do not list stands below the entry before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from corpus.document import Kind, Listed, Structure
from corpus.expression import expression
from corpus.outline.matter import headings_outside
from corpus.outline.run_in import run_in_numbers
from corpus.outline.section import Entry, Matter

_NEAR: Final = 8
"""Blocks from where an entry leads on, among which a heading may be the one that it lists."""
_SIGNS: Final = expression(r"[\W_]+")
_SUBJECT: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.TABLE, Kind.CONTINUATION))

_Key: TypeAlias = tuple[int, int]
"""Where an entry stands: as the contents have it (0), as a heading (1), as a number that opens words (2)."""


class _Mark(NamedTuple):
    """The beginning of an entry; `block` is that of its heading, or the one that it leads to."""

    start: int
    key: _Key
    title: str
    block: int


def listed_entries(document: Structure, opening: Iterable[int] | None = None) -> list[Entry]:
    """Entries for what a document's contents list, for its other headings, and for the numbers of a law.

    Levels are counted from 1 without gaps. An entry is called what its heading says, but where the contents
    say more, or something else. The title over everything else takes no level of its own, as in
    `heading_entries`; none are returned where it is all that is listed. `opening` as in `run_in_numbers`.
    """
    listed = _without_title(document, _matched(document))
    if not listed:
        return []
    marks = sorted([*listed, *_others(document, listed, opening)], key=lambda mark: mark.start)
    outside = headings_outside(document)
    above: list[_Key] = []
    entries = []
    for mark in marks:
        while above and above[-1] >= mark.key:
            above.pop()
        above.append(mark.key)
        matter: Matter = outside.get(mark.block, "body")
        entries.append(Entry(mark.title, len(above), mark.start, matter=matter))
    return entries


def _matched(document: Structure) -> list[_Mark]:
    """For each entry that is listed where it begins, and what it is called."""
    contents = sorted(document.contents, key=lambda entry: entry.start)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for said in (True, False):
        for index, entry in enumerate(contents):
            if index not in found and (at := _heading_of(document, entry, taken, said=said)) is not None:
                found[index] = at
                taken.add(at)
    return [_mark(document, entry, found.get(index)) for index, entry in enumerate(contents)]


def _heading_of(document: Structure, entry: Listed, taken: set[int], *, said: bool) -> int | None:
    """The heading that an entry lists, by its block: the one that says the same, or else that it leads to."""
    starts, _, kinds, *_ = document.blocks.columns()
    first = max(0, bisect_right(starts, entry.start) - 1)
    if not said:
        return first if kinds[first] == Kind.HEADING and first not in taken else None
    # One that a page or a place leads to may stand right above that place.
    near = (*range(first, min(first + _NEAR, len(kinds))), *range(max(0, first - 1), first))
    title = _plain(entry.title)
    return next(
        (
            at
            for at in near
            if kinds[at] == Kind.HEADING and at not in taken and _are_one(title, _plain(_words(document, at)))
        ),
        None,
    )


def _are_one(listed: str, said: str) -> bool:
    """Whether a heading may be the one that is listed: one of them says what the other does."""
    return bool(listed and said) and (f" {said} " in f" {listed} " or f" {listed} " in f" {said} ")


def _mark(document: Structure, entry: Listed, heading: int | None) -> _Mark:
    starts, _, kinds, *_ = document.blocks.columns()
    title = " ".join(entry.title.split())
    key = (0, entry.level)
    block = max(0, bisect_right(starts, entry.start) - 1)
    if heading is None:
        return _Mark(entry.start, key, title or _words(document, block)[:80], block)
    words = _words(document, heading)
    if not title or f" {_plain(title)} " in f" {_plain(words)} ":
        title = words
    # Subject matter between the place and the heading is that of the section before.
    moved = heading < block or any(kind in _SUBJECT for kind in kinds[block:heading])
    return _Mark(starts[heading] if moved else entry.start, key, title, heading)


def _without_title(document: Structure, listed: list[_Mark]) -> list[_Mark]:
    """What is listed but for the title: that stays, beside the others, with paragraphs of its own."""
    title = _plain(document.metadata.title)
    if not title or not listed or _plain(listed[0].title) != title:
        return listed
    first, *others = listed
    if any(mark.key <= first.key for mark in others):
        return listed
    if not others:
        return []
    starts, _, kinds, *_ = document.blocks.columns()
    end = bisect_right(starts, others[0].start) - 1
    if Kind.PARAGRAPH not in kinds[first.block : end]:
        return others
    return [first._replace(key=min(mark.key for mark in others)), *others]


def _others(document: Structure, listed: list[_Mark], opening: Iterable[int] | None) -> Iterator[_Mark]:
    """The headings that are not listed, and the numbers that open the paragraphs of a law."""
    starts, _, kinds, levels, *_ = document.blocks.columns()
    numbers = run_in_numbers(document, opening)
    ranks = {one.block: one.rank for one in numbers}
    taken = _headings_of(document, listed)
    first = next((at for at, kind in enumerate(kinds) if kind == Kind.PARAGRAPH), len(kinds))
    first = max(first, bisect_left(starts, listed[0].start))
    for at, kind in enumerate(kinds):
        if kind != Kind.HEADING or at in taken:
            continue
        words = _words(document, at)
        if at > first or not _is_of_title_page(document, words):
            yield _Mark(starts[at], (2, ranks[at]) if at in ranks else (1, levels[at]), words, at)
    for one in numbers:
        if not one.heading:
            yield _Mark(starts[one.block], (2, one.rank), one.title, one.block)


def _is_of_title_page(document: Structure, words: str) -> bool:
    """Whether a heading before the text is the title, with whatever stands beside it, or the author."""
    said, title = _plain(words), _plain(document.metadata.title)
    authors = {_plain(name.as_published()) for name in document.metadata.authors}
    return said in authors or bool(title and f" {title} " in f" {said} ")


def _headings_of(document: Structure, listed: list[_Mark]) -> set[int]:
    """The blocks of the headings that say what is listed: of "Chapter 1. Loomings" there may be two."""
    starts, _, kinds, *_ = document.blocks.columns()
    found = {mark.block for mark in listed if kinds[mark.block] == Kind.HEADING}
    for mark in listed:
        if kinds[mark.block] != Kind.HEADING:
            continue
        above = mark.block - 1
        while above >= 0 and starts[above] >= mark.start:
            found.add(above)
            above -= 1
        title, below = _plain(mark.title), mark.block + 1
        if title == _plain(_words(document, mark.block)):
            continue
        while below < len(kinds) and kinds[below] == Kind.HEADING and _says(title, document, below):
            found.add(below)
            below += 1
    return found


def _says(title: str, document: Structure, heading: int) -> bool:
    return f" {_plain(_words(document, heading))} " in f" {title} "


def _words(document: Structure, block: int) -> str:
    starts, ends, *_ = document.blocks.columns()
    return " ".join(document.text[starts[block] : ends[block]].split())


def _plain(words: str) -> str:
    """The words in small letters, without the signs between them."""
    return _SIGNS.sub(" ", words.casefold()).strip()
