"""Which clips are of one work: each work is cited under one name, and listed once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from corpus.clip import Clip
from corpus.expression import expression
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line

_DOI: Final = expression(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")
_SCHEME: Final = expression(r"(?i)^https?://(?:www\.)?")
_NO_PART_OF_IT: Final = frozenset({"accessed", "lang", "sources"})
"""When a work was read, and who says what it is, makes no other work of it."""


class Work(NamedTuple):
    """A work that clips were taken from: the indexes of these, and what is known of it."""

    clips: tuple[int, ...]
    metadata: Metadata
    uncapitalised: frozenset[str]


def works_of(clips: Sequence[Clip]) -> list[Work]:
    """The works that the clips are of, in the order in which they first appear.

    Clips are of one work where they were taken from one article, or where the DOI, the address with the
    title, or all that is known of a work with a title are the same. What one article does not tell, another
    may. One path is no sign, where it is known what was read from it: a file may be replaced by another.
    Nor is one address: many a page gives that of its site.
    """
    works = _Classes(len(clips))
    seen: dict[Hashable, int] = {}
    for index, clip in enumerate(clips):
        for sign in _signs(clip):
            works.join(index, seen.setdefault(sign, index))
    return [_work(clips, members) for members in works]


def _work(clips: Sequence[Clip], members: tuple[int, ...]) -> Work:
    # What the library says now comes before what was known of an article that is not there any more.
    for number, clip in enumerate(sorted((clips[i] for i in members), key=lambda clip: clip.article is None)):
        if not number:
            metadata, small = clip.metadata, set(clip.uncapitalised)
        elif clip.metadata != metadata:
            metadata = metadata.filled_from(clip.metadata)
            small |= clip.uncapitalised
    return Work(members, _harmless(metadata), frozenset(small))


def _harmless(metadata: Metadata) -> Metadata:
    """The metadata with every value on one line, without what a terminal may take for an order."""
    return Metadata(*map(_cleaned, metadata))._replace(sources=metadata.sources)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return tuple(Name(*map(_cleaned, name)) for name in value)
    return value


def _signs(clip: Clip) -> Iterator[Hashable]:
    """What tells that a clip is of the same work as another."""
    metadata = clip.metadata
    if clip.article is not None:
        yield "article", clip.article
    if clip.source and not clip.digest:
        yield "source", clip.source, metadata.title
    if clip.digest:
        yield "digest", clip.digest
    if doi := _DOI.sub("", metadata.doi.strip()).casefold():
        yield "doi", doi
    if url := _SCHEME.sub("", metadata.url.strip()).partition("#")[0].rstrip("/"):
        yield "url", url, metadata.title.casefold()
    if metadata.title:
        fields = zip(Metadata._fields, metadata, strict=True)
        yield "work", tuple(value for name, value in fields if name not in _NO_PART_OF_IT)


class _Classes:
    """Numbers from 0 in classes, which are joined."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Put two numbers, with all that are in a class with them, into one."""
        one, other = sorted((self._find(one), self._find(other)))
        self._first[other] = one

    def _find(self, number: int) -> int:
        while self._first[number] != number:
            # Half of the way is saved for the next one that goes it.
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        classes: dict[int, list[int]] = {}
        for number in range(len(self._first)):
            classes.setdefault(self._find(number), []).append(number)
        return (tuple(members) for members in classes.values())
