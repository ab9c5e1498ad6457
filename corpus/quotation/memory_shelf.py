"""A shelf of articles that no index knows: their words are cut once, and kept as strings."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from typing import Final

from corpus import words
from corpus.document import Document
from corpus.index.lexicon import character
from corpus.quotation.shelf import Span, place_called

_KEPT: Final = 4_000_000
"""Characters of articles that are kept opened."""
_SLICE: Final = 1_000_000
"""Characters whose words are cut at once: while they are, they take forty times as much memory."""

Fetched = tuple[str, str, Callable[[], Document]]
"""The text of an article, its title, and what gives the whole document."""


class _Article:
    """An article with its words cut."""

    def __init__(self, text: str, title: str, document: Callable[[], Document]) -> None:
        self.text, self.title, self._document = text, title, document
        self._starts, self._ends = array("L"), array("L")
        for start, piece in _slices(text):
            starts, ends, _ = words.columns(piece)
            self._starts.extend(start + at for at in starts)
            self._ends.extend(start + at for at in ends)

    def span(self, first: int, last: int) -> Span:
        """The offsets of its words [first, last); those that it does not have are left out."""
        first, last = max(0, first), min(last, len(self._starts))
        return (self._starts[first], self._ends[last - 1]) if first < last else (0, 0)

    def called(self, spans: Sequence[Span]) -> str:
        """What the place is called."""
        return place_called(self._document(), spans)


class MemoryShelf:
    """Articles by the order in which they were put here; a text is fetched again when it is needed."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}
        self._holding: dict[str, list[int]] = {}
        self._words: list[str] = []
        self._keys: list[int | str] = []
        self._fetch: list[Callable[[], Fetched | None]] = []
        self._opened: OrderedDict[int, _Article] = OrderedDict()

    def put(
        self,
        key: int | str,
        text: str,
        fetch: Callable[[], Fetched | None],
    ) -> None:
        """Put an article here; `fetch` gives its text, its title, and what gives the document."""
        place, strings = len(self._words), []
        characters, holding = self._characters, self._holding
        for _, piece in _slices(text):
            forms = words.columns(piece)[2]
            for form in set(forms):
                if form not in characters:
                    characters[form] = character(len(characters))
                    holding[form] = []
                if holding[form][-1:] != [place]:
                    holding[form].append(place)
            strings.append("".join([characters[form] for form in forms]))
        self._words.append("".join(strings))
        self._keys.append(key)
        self._fetch.append(fetch)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._words)

    def character(self, form: str) -> str:
        """What stands for a folded word; "" for one that no article has."""
        return self._characters.get(form, "")

    def commonness(self, form: str) -> int:
        """In how many articles a folded word stands."""
        return len(self._holding.get(form, ()))

    def holding(self, term: str) -> Set[int]:
        """The places of the articles that hold a term; of two characters, those that hold both."""
        if (places := self._holding.get(term)) is not None or len(term) != 2:
            return frozenset(places or ())
        return set(self._holding.get(term[0], ())) & set(self._holding.get(term[1], ()))

    def with_words(self, places: Iterable[int], needle: str) -> list[int]:
        """Those of some articles whose string of words has another string in it."""
        return [place for place in places if needle in self._words[place]]

    def words(self, place: int) -> str:
        """The string of the words of an article."""
        return self._words[place]

    def key(self, place: int) -> int | str:
        """The number or name of an article."""
        return self._keys[place]

    def places(self, keys: Collection[int | str]) -> list[int]:
        """The places of the articles with these numbers or names, of those that are here."""
        return [place for place, key in enumerate(self._keys) if key in keys] if keys else []

    def open(self, place: int) -> _Article | None:
        """The article; None where it cannot be read any more."""
        if place in self._opened:
            self._opened.move_to_end(place)
            return self._opened[place]
        if (fetched := self._fetch[place]()) is None:
            return None
        article = self._opened[place] = _Article(*fetched)
        while len(self._opened) > 1 and sum(len(one.text) for one in self._opened.values()) > _KEPT:
            self._opened.popitem(last=False)
        return article


def _slices(text: str) -> Iterator[tuple[int, str]]:
    """A text in parts, each with its offset; no word reaches over the end of a line, where they end."""
    start = 0
    while len(text) - start > _SLICE:
        end = text.find("\n", start + _SLICE)
        if end < 0:
            break
        yield start, text[start : end + 1]
        start = end + 1
    yield start, text[start:]
