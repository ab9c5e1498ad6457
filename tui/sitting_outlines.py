"""Changes to outlines that live for a sitting alone: of private reading, or without a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from corpus.document import Document, Readable
from corpus.edited_outline import OutlineEdit, anchored
from corpus.finding_again import find_again
from corpus.library.outline_edits import FoundEdits, KeptEdit, made_of


class _Held(NamedTuple):
    """A change, and the text that it was made in."""

    kept: KeptEdit
    document: Readable


class SittingOutlines:
    """Changes that nobody keeps, by what an article is known by here."""

    def __init__(self) -> None:
        self._held: defaultdict[Hashable, list[_Held]] = defaultdict(list)
        self._undone: defaultdict[Hashable, list[_Held]] = defaultdict(list)

    def __contains__(self, article: Hashable) -> bool:
        """Whether anything is known here of the outline of an article."""
        return article in self._held

    def seed(self, article: Hashable, document: Readable, edits: Iterable[KeptEdit]) -> None:
        """Begin with the changes that an article has in the library, where they stand in this text of it."""
        self._held[article] = [_Held(kept, document) for kept in edits]

    def take(self, article: Hashable) -> list[tuple[KeptEdit, Readable]]:
        """Give away the changes of an article, each with its text: they are kept elsewhere now."""
        self._undone.pop(article, None)
        return [(held.kept, held.document) for held in self._held.pop(article, ())]

    def found(self, article: Hashable, document: Readable) -> FoundEdits:
        """The changes to the outline of an article, at the places where they belong in this text of it."""
        return made_of(self._in(document, article))

    def _in(self, document: Readable, article: Hashable) -> Iterator[OutlineEdit | None]:
        for held in self._held.get(article, ()):
            before = held.document if isinstance(held.document, Document) else None
            same = before and isinstance(document, Document) and before.text == document.text
            if same or held.document is document:
                yield held.kept.edit
            else:
                span = find_again(document, held.kept.part, before=before).span
                yield anchored(document, held.kept.edit, span)

    def add(self, article: Hashable, kept: KeptEdit, document: Readable) -> None:
        """Keep a change to the outline of this text of an article; what was undone before is forgotten."""
        self._undone.pop(article, None)
        self._held[article].append(_Held(kept, document))

    def undo(self, article: Hashable) -> OutlineEdit | None:
        """Take the last change back, and tell which it was; None where there is none."""
        return _moved(self._held[article], self._undone[article])

    def redo(self, article: Hashable) -> OutlineEdit | None:
        """Make the change again that was undone last, and tell which it was; None where there is none."""
        return _moved(self._undone[article], self._held[article])


def _moved(source: list[_Held], target: list[_Held]) -> OutlineEdit | None:
    if not source:
        return None
    target.append(source.pop())
    return target[-1].kept.edit
