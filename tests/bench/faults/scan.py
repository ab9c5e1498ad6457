"""Where a phrase stands, found by reading from the first word to the last: what answers are held against."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus import words
from corpus.document import Document

_KEPT: Final = 4096


def places(phrase: str, text: str) -> list[tuple[int, int]]:
    """The spans of all places where the words of `phrase` follow one another in a text."""
    sought = words.columns(phrase)[2]
    starts, ends, forms = _columns(text)
    last = len(sought) - 1
    found = []
    for first in range(len(forms) - last):
        if all(_stands_for(forms[first + number], word) for number, word in enumerate(sought)):
            alone = len(sought[last]) < len(forms[first + last]) and words.is_unspaced(sought[last])
            end = starts[first + last] + 1 if alone else ends[first + last]
            found.append((starts[first], end))
    return found


def single_places(phrase: str, document: Document) -> bool:
    """Whether every place of a phrase lies in one block, and no block has two."""
    blocks = [
        (document.block_at(start), document.block_at(end - 1)) for start, end in places(phrase, document.text)
    ]
    return all(first == last for first, last in blocks) and len(set(blocks)) == len(blocks)


def _stands_for(form: str, word: str) -> bool:
    # The last character of a phrase in a script without spaces is cut alone; in a text it begins a pair.
    return form == word or (len(word) == 1 and words.is_unspaced(word) and form[0] == word)


@lru_cache(maxsize=_KEPT)
def _columns(text: str) -> tuple[list[int], list[int], list[str]]:
    return words.columns(text)
