"""What is asked: queries and phrases drawn from the texts, by chance, and the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from corpus import words
from tests.bench.search.texts import Article, Texts

_CHUNK: Final = re.compile(r"\S+")
_PLAIN: Final = re.compile("[A-Za-z]+")
_EDGES: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_QUOTES: Final = re.compile('["“”„«»「」『』]')
_SHORTEST: Final = 3
"""Letters of a word that is looked for: hits come from there on."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_TRIES: Final = 20_000


class NothingToDraw(Exception):
    """The texts have nothing of that kind."""


@dataclass(frozen=True)
class Drawn:
    """Words as a reader would type them, and where they stand: offsets [start, end) in an article."""

    text: str
    article: int
    start: int
    end: int


class Drawing:
    """Draws from texts; every character has the same chance to be where a phrase is looked for."""

    def __init__(self, texts: Texts, seed: int | str) -> None:
        self._articles = [article for article in texts.articles if article.blocks]
        self._weights = list(accumulate(len(article.text) for article in self._articles))
        self._chance = random.Random(f"{texts.name} {seed}")

    def queries(self, count: int, lengths: tuple[int, ...]) -> list[str]:
        """So many queries of words that stand in one block, in their order, of letters from A to Z."""
        return [self._query(self._chance.choice(lengths)) for _ in range(count)]

    def plain_phrases(self, count: int, length: int) -> list[str]:
        """So many phrases of words of letters from A to Z alone, which every engine cuts alike."""
        return [
            self._phrase(length, lambda chunk: _PLAIN.fullmatch(chunk) is not None).text for _ in range(count)
        ]

    def phrases(self, count: int, shortest: int, longest: int) -> list[Drawn]:
        """So many phrases of so many words, with whatever stands on the page between and beside them."""
        return [
            self._phrase(self._chance.randint(shortest, longest), lambda chunk: _has_word(chunk) is not None)
            for _ in range(count)
        ]

    def chinese_phrases(self, count: int, shortest: int, longest: int) -> list[Drawn]:
        """So many stretches of so many Chinese characters. Raises NothingToDraw."""
        runs = [
            (article, match.start(), match.end())
            for article in self._articles
            for start, end in article.blocks
            for match in _CHINESE.finditer(article.text, start, end)
            if match.end() - match.start() >= shortest
        ]
        if not runs:
            raise NothingToDraw("no Chinese in these texts")
        drawn = []
        for _ in range(count):
            article, start, end = self._chance.choice(runs)
            length = self._chance.randint(shortest, min(longest, end - start))
            first = self._chance.randint(start, end - length)
            text = article.text[first : first + length]
            drawn.append(Drawn(text, article.id, first, first + length))
        return drawn

    def altered_phrases(self, count: int, stands: Callable[[str], bool]) -> list[str]:
        """So many phrases that were changed so that they stand nowhere, as `stands` tells."""
        found: list[str] = []
        for _ in range(_TRIES):
            phrase = self._altered(self._phrase(self._chance.randint(3, 8), _is_spaced).text.split(" "))
            if not stands(phrase):
                found.append(phrase)
            if len(found) == count:
                return found
        raise NothingToDraw(f"only {len(found)} altered phrases")

    def _altered(self, phrase: list[str]) -> str:
        """Another word, two words the other way round, or another letter."""
        place = self._chance.randrange(len(phrase) - 1)
        match self._chance.randrange(3):
            case 0:
                phrase[place] = self._query(1)
            case 1:
                phrase[place : place + 2] = phrase[place + 1], phrase[place]
            case _:
                letters = [at for at, letter in enumerate(phrase[place]) if letter.isalpha()] or [0]
                at = self._chance.choice(letters)
                phrase[place] = phrase[place][:at] + self._chance.choice(_LETTERS) + phrase[place][at + 1 :]
        return " ".join(phrase)

    def _phrase(self, length: int, accepted: Callable[[str], bool]) -> Drawn:
        for article, chunks in self._stretches():
            if len(chunks) < length:
                continue
            first = self._chance.randrange(len(chunks) - length + 1)
            some = chunks[first : first + length]
            if not all(accepted(chunk[0]) for chunk in some):
                continue
            edges = _EDGES.search(article.text, some[0].start(), some[-1].end())
            if edges:
                text = " ".join(article.text[some[0].start() : some[-1].end()].split())
                # They would end the phrase; between words they count for nothing.
                return Drawn(_QUOTES.sub(" ", text), article.id, edges.start(), edges.end())
        raise NothingToDraw(f"no phrases of {length} words")

    def _query(self, length: int) -> str:
        for _, chunks in self._stretches():
            known = [
                chunk[0] for chunk in chunks if len(chunk[0]) >= _SHORTEST and _PLAIN.fullmatch(chunk[0])
            ]
            if len(known) >= length:
                places = sorted(self._chance.sample(range(len(known)), length))
                # A capital letter, and OR, would mean something to some engines.
                return " ".join(known[place].lower() for place in places)
        raise NothingToDraw(f"no queries of {length} words")

    def _stretches(self) -> Iterator[tuple[Article, list[re.Match[str]]]]:
        """Blocks at random places, cut where there is space."""
        for _ in range(_TRIES):
            (article,) = self._chance.choices(self._articles, cum_weights=self._weights)
            at = self._chance.randrange(len(article.text))
            for start, end in article.blocks:
                if start <= at < end:
                    yield article, list(_CHUNK.finditer(article.text, start, end))
                    break


def _has_word(chunk: str) -> re.Match[str] | None:
    return re.search(r"[^\W_]", chunk)


def _is_spaced(chunk: str) -> bool:
    """Whether it is a word, and none of a script that puts no spaces between words."""
    return _has_word(chunk) is not None and not any(map(words.is_unspaced, chunk))
