"""Labels of the sections of one article, each in contrast with the rest of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Final

from corpus.outline.enumeration import opening_ordinal
from corpus.outline.labels.choosing import Label, beside_title, chosen
from corpus.outline.labels.han import wide_phrase
from corpus.outline.labels.lead_in import capitalised
from corpus.outline.labels.opening import label
from corpus.outline.labels.phrases import Phrase, phrases
from corpus.outline.labels.salience import Salience, root, words_of
from corpus.outline.labels.stops import is_wide_text

_AROUND: Final = 20
"""Paragraphs before a section, and behind it, that it is told from in a script without spaces."""
_OPENING: Final = 30
_COMPARED: Final = 5_000
_AGAIN: Final = 3
"""Times that something stands before a colon, if it says nothing of a paragraph."""
_COUNTED: Final = 1_000_000
"""Characters of an article that words are counted in: more tell nothing new."""
_OF_A_PARAGRAPH: Final = 4_000
_WORDS_OF_A_SECTION: Final = 4_000
_READ: Final = 700
"""Characters at the beginning of a section that its title is taken from."""
_SEARCHED: Final = 800
"""Characters at the beginning of a section that its phrase is taken from."""
_SENTENCES: Final = 4


class Labeller:
    """Labels sections of an article that are given as paragraphs."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Take all paragraphs of the article; they may be cut out of the text when they are asked for."""
        self._paragraphs = paragraphs

    def label(self, first: int, end: int) -> Label:
        """A label for the paragraphs [first, end): indexes, at least one paragraph."""
        text = self._beginning(first, end, _READ)
        if is_wide_text(text[0]):
            words = label(text[0])
            return Label(words, self._wide_phrase(first, end, words))
        salience = self._salience(first, end)
        offered = self._phrases(first, end, salience)
        found = chosen(text, offered, salience) if not opening_ordinal(text[0]) else Label("")
        if found.words:
            return Label(capitalised(found.words), found.phrase)
        return beside_title(label(text[0]), offered)

    def phrase(self, first: int, end: int, words: str) -> str:
        """A phrase for the paragraphs [first, end) whose title is `words` already; "" where none is good."""
        if is_wide_text(self._paragraphs[first]):
            return self._wide_phrase(first, end, words)
        return beside_title(words, self._phrases(first, end, self._salience(first, end))).phrase

    def _phrases(self, first: int, end: int, salience: Salience) -> list[Phrase]:
        return phrases("\n".join(self._beginning(first, end, _SEARCHED)), salience)

    def _wide_phrase(self, first: int, end: int, words: str) -> str:
        around = (
            *range(max(0, first - _AROUND), first),
            *range(end, min(end + _AROUND, len(self._paragraphs))),
        )
        elsewhere = "\n".join(self._paragraphs[index][:_SEARCHED] for index in around)
        return wide_phrase("\n".join(self._beginning(first, end, _SEARCHED)), elsewhere, words)

    @cached_property
    def _words(self) -> list[list[str]]:
        """The roots of each paragraph's words, of as many paragraphs as are counted."""
        found: list[list[str]] = []
        left = _COUNTED
        for paragraph in self._paragraphs:
            if left <= 0:
                break
            found.append(self._read(paragraph))
            left -= min(len(paragraph), _OF_A_PARAGRAPH)
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(self._words))

    @cached_property
    def _total(self) -> int:
        return self._counts.total()

    def _read(self, paragraph: str) -> list[str]:
        return list(map(root, words_of(paragraph[:_OF_A_PARAGRAPH])))

    def _salience(self, first: int, end: int) -> Salience:
        roots: list[str] = []
        for index in range(first, end):
            roots += self._words[index] if index < len(self._words) else self._read(self._paragraphs[index])
            if len(roots) > _WORDS_OF_A_SECTION:
                break
        return Salience(roots, self._counts, self._total)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """What several paragraphs have before a colon: speakers, and the fields of a form."""
        openings = (paragraph[:_OPENING].partition(": ") for paragraph in islice(self._paragraphs, _COMPARED))
        times = Counter(opening for opening, colon, _ in openings if colon)
        return frozenset(opening for opening, count in times.items() if count >= _AGAIN)

    def _beginning(self, first: int, end: int, most: int) -> list[str]:
        """The first paragraphs, each in one line, of no more than so many characters."""
        read: list[str] = []
        for index in range(first, end):
            paragraph = self._paragraphs[index][:most]
            opening, colon, rest = paragraph.partition(": ") if self._spoken else ("", "", "")
            read.append(" ".join((rest if colon and opening in self._spoken else paragraph).split()))
            most -= len(read[-1])
            if most <= 0:
                break
        return read
