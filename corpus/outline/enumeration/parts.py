"""An enumeration in prose: what announces it, its items, and what an outline says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from corpus.outline.enumeration.announcements import Announcement


class Part(NamedTuple):
    """A paragraph of an enumeration that an outline has an entry for.

    `level` counts from 1 within the enumeration; `note` tells how many of the announced parts are there;
    `why` what the entry is placed there for; `announcement` are the words that announce, in the paragraph.
    """

    paragraph: int
    level: int
    note: str | None
    why: str
    announcement: Announcement | None = None


class Enumeration(NamedTuple):
    """An enumeration by the indexes of its paragraphs, as `find_enumerations` was asked for them.

    `host` announces it, or leads in to it; None where nothing does. `items` are the paragraphs that open
    its items, `ordinals` the words that each opens with. `inside` is how many items stand in the host itself,
    before the others, `further` how many in the paragraph of the last item, after it. `inner` are
    enumerations inside an item, by the paragraph that opens the item.
    """

    host: int | None
    announcement: Announcement | None
    items: tuple[int, ...]
    ordinals: tuple[str, ...]
    inside: int = 0
    inner: Mapping[int, Enumeration] = MappingProxyType({})
    further: int = 0

    @property
    def found(self) -> int:
        """How many items are there."""
        return self.inside + len(self.items) + self.further

    @property
    def note(self) -> str | None:
        """How many of the announced parts are there; how many at all, where no number is announced."""
        parts = self.announcement.parts if self.announcement else 0
        if not parts:
            return f"{self.found} parts" if self.host is not None else None
        if self.found < parts:
            return f"{self.found} of {parts} announced parts"
        return f"all {parts} announced parts" if self.found == parts else None

    @property
    def first(self) -> int:
        """The first paragraph."""
        return self.items[0] if self.host is None else self.host

    def last(self, count: int) -> int:
        """The last paragraph, in a text of `count`: its last item is as long as the shortest other."""
        length = min((after - item for item, after in pairwise(self.items)), default=1)
        inner = self.inner.get(self.items[-1])
        return max(min(self.items[-1] + length, count) - 1, inner.last(count) if inner else 0)

    def parts(
        self,
        text_of: Callable[[int], str],
        number_of: Callable[[int], int | None],
        level: int = 1,
        *,
        held: bool = False,
    ) -> Iterator[Part]:
        """Its entries in order: the host if there is one, the items a level below it, and what they hold.

        `number_of` gives the number that a paragraph is counted by. The entries begin at `level`; one that
        is `held` has its host before it already.
        """
        if self.host is not None and not held:
            yield Part(self.host, level, self.note, self._why_host(text_of(self.host)), self.announcement)
            level += 1
        for place, (item, words) in enumerate(zip(self.items, self.ordinals, strict=True), 1 + self.inside):
            inner = self.inner.get(item)
            same = inner is not None and inner.host == item
            yield Part(
                item, level, inner.note if inner and same else None, self._why_item(words, place, number_of)
            )
            if inner:
                yield from inner.parts(text_of, number_of, level + 1, held=same)

    def _why_host(self, text: str) -> str:
        if self.announcement is None:
            return f"Leads in to a count of {self.found}, which the next paragraphs open with"
        said = " ".join(text[self.announcement.start : self.announcement.end].split())
        if self.announcement.parts > self.found:
            found = f"{self.found} of them {'is' if self.found == 1 else 'are'}"
            return f"Announces “{said}”; {found} found after it"
        return f"Announces “{said}”, and what follows counts them"

    def _why_item(self, words: str, place: int, number_of: Callable[[int], int | None]) -> str:
        parts = self.announcement.parts if self.announcement else 0
        number = None if self.host is None else number_of(self.host)
        if parts and number is not None:
            return f"Opens with “{words}”: part {place} of the {parts} that ¶ {number} announces"
        return f"Opens with “{words}”: part {place} of {self.found} that are counted in the text"
