"""The articles that are added, and the phrases that are asked for: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.document import Document
from corpus.draft import Draft
from corpus.metadata import Metadata
from tests.bench.faults.scan import places, single_places

_VOCABULARY: Final = (
    "the river rose at night and a keeper of this lock wrote new levels into his book before boats"
    " came down from upper reaches where rain had fallen since Tuesday upon hills that hold no snow"
    " in spring or autumn while millers asked who would pay for broken weirs"
).split()
_DIGITS: Final = "nought one two three four five six seven eight nine".split()
_CHINESE: Final = "河水夜里上涨了守闸的人把新位写进他册子然后去叫醒别像一向做那样"
_PARAGRAPHS: Final = 3
_WORDS: Final = 45
_CHARACTERS: Final = 40


def article(seed: int, number: int, version: int = 0) -> Document:
    """An article in its first or a later version. `number` is below a thousand."""
    chance = random.Random(f"{seed} {number} {version}")
    draft = Draft()
    # In a later version everything has moved.
    beginning = f"{'Again of' if version else 'Of'} {marker(number)}"
    draft.add(f"{beginning}, {' '.join(chance.choices(_VOCABULARY, k=_WORDS))}.")
    for _ in range(_PARAGRAPHS - 1):
        draft.add(f"{' '.join(chance.choices(_VOCABULARY, k=_WORDS)).capitalize()}.")
    draft.add("".join(chance.choices(_CHINESE, k=_CHARACTERS)) + "。")
    return draft.document(Metadata(title=f"No. {number}"))


def marker(number: int) -> str:
    """A phrase that stands in one article alone, whatever its version."""
    return " ".join(["sluice", *(_DIGITS[int(digit)] for digit in f"{number:03}"), "gate"])


def source(number: int) -> str:
    """The path that an article is said to be read from."""
    return f"/articles/{number:03}.txt"


@lru_cache(maxsize=64)
def questions(seed: int, count: int, wanted: int = 6) -> tuple[str, ...]:
    """Queries for phrases of the articles below `count`: so many present, as many absent, and markers.

    A phrase stands in a paragraph at most once, and never across two, so that its places do not
    depend on how hits are grouped.
    """
    chance = random.Random(f"questions {seed} {count}")
    known = [article(seed, number, version) for number in range(count) for version in range(2)]
    present: list[str] = []
    absent: list[str] = []
    while len(present) < wanted:
        phrase = _phrase(chance, chance.choice(known))
        if all(single_places(phrase, document) for document in known):
            present.append(phrase)
    while len(absent) < wanted:
        cut = _phrase(chance, chance.choice(known))
        pieces = list(cut) if " " not in cut else cut.split()
        chance.shuffle(pieces)
        phrase = ("" if " " not in cut else " ").join(pieces)
        if not any(places(phrase, document.text) for document in known):
            absent.append(phrase)
    asked: Iterable[str] = (*present, *absent, marker(0), marker(count - 1), marker(999))
    return tuple(f'"{phrase}"' for phrase in asked)


def _phrase(chance: random.Random, document: Document) -> str:
    """Some of the words of a paragraph, or of the characters of the last."""
    block = document.blocks[chance.randrange(1, len(document.blocks))]
    text = document.text[block.start : block.end].rstrip(".。")
    pieces = text.split() if " " in text else list(text)
    length = chance.randint(3, 6)
    first = chance.randrange(len(pieces) - length)
    return (" " if " " in text else "").join(pieces[first : first + length])
