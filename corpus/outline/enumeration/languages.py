"""The languages whose enumerations are known, and which of them a word may count in."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.outline.enumeration.english import ENGLISH
from corpus.outline.enumeration.french import FRENCH
from corpus.outline.enumeration.german import GERMAN
from corpus.outline.enumeration.language import Language
from corpus.outline.enumeration.spanish import SPANISH

LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH, SPANISH)
"""Those that part their words; Chinese has a module of its own."""


@cache
def by_first_word() -> dict[str, tuple[tuple[Language, tuple[str, ...]], ...]]:
    """For each word that an item may open with the languages in which it may, and what must follow it.

    One of those beginnings must: "" where the word counts alone.
    """
    found: dict[str, tuple[tuple[Language, tuple[str, ...]], ...]] = {}
    for language in LANGUAGES:
        for word, following in language.first_words.items():
            found[word] = (*found.get(word, ()), (language, tuple(following)))
    return found
