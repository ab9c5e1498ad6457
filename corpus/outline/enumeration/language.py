"""What a language counts parts with: its ordinals, its numbers, and the nouns that are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

LAST: Final = 0
"""The value of "finally": whatever number comes next, and none after it."""
NEXT: Final = -1
"""The value of "next": whatever number comes next."""


class Language(NamedTuple):
    """Words in lower case, with ' for an apostrophe; phrases have at most five words, with one space between.

    `opening` are phrases that count where a pause follows ("first," but not "first light"); `certain` those
    that need none ("firstly"). `articled` are those that count before one of `kinds` ("the first reason") or
    `verbs` ("the second is"). `numbers` count `nouns` ("three reasons") or are joined to one of `joined`
    ("six-part"); `vague` are words that announce parts without their number ("several reasons"). `partitive`
    are the words between a number and what it is only a part of ("three of the reasons"), `ordered` those
    before a number that make a name of it ("chapter three").
    """

    name: str
    opening: Mapping[str, int]
    certain: Mapping[str, int]
    articled: Mapping[str, int]
    kinds: frozenset[str]
    verbs: frozenset[str]
    numbers: Mapping[str, int]
    nouns: frozenset[str]
    joined: frozenset[str]
    vague: frozenset[str]
    partitive: frozenset[str]
    ordered: frozenset[str]

    @property
    def first_words(self) -> dict[str, set[str]]:
        """The first word of every phrase that may open an item, and the words that may follow it there.

        Of one that may stand alone they are "", which every text begins with.
        """
        found: dict[str, set[str]] = {}
        for phrase in (*self.opening, *self.certain, *self.articled, *self.kinds):
            first, _, rest = phrase.partition(" ")
            found.setdefault(first, set()).add(rest.partition(" ")[0])
        return found


def counted(words: str, first: int = 1) -> dict[str, int]:
    """The words, parted by spaces, with their numbers from `first` on; "/" parts two of one number."""
    return {
        phrase.replace("_", " "): value
        for value, phrases in enumerate(words.split(), first)
        for phrase in phrases.split("/")
    }


def each(value: int, *phrases: str) -> dict[str, int]:
    """The phrases, all with one value."""
    return dict.fromkeys(phrases, value)


def before(lead: Iterable[str], phrases: Mapping[str, int]) -> dict[str, int]:
    """Each of the phrases behind each word of the lead: "the first", "my first"."""
    return {f"{word} {phrase}": value for word in lead for phrase, value in phrases.items()}
