"""The words of an article as a text directive is looked for in them: folded, and parted where blocks are.

A browser compares on the primary level of Unicode Technical Standard #10: without case, accents and the shape
of quotation marks. White space is one space, and between two blocks, over which no term reaches, a line end.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.document import FILLER, Blocks, Kind
from corpus.expression import expression
from corpus.links.word_bounds import is_bounded
from corpus.words import fold

_QUOTES: Final = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_IN_WORD: Final = expression(r"[a-z0-9_]+|.", re.DOTALL)
_CELL: Final = expression(r"[^\t\n]+")
_TO_BE_FOUND: Final = 5_000
"""The longest term that is looked for, in characters: none in a link that a browser made is as long."""


class Surface(NamedTuple):
    """A text made ready. `folded` is looked through; each part of it is one of the text, folded.

    A part that begins at `places[i]` of `folded` is the stretch from `starts[i]` to `ends[i]` of the text.
    """

    text: str
    folded: str
    places: array[int]
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a stretch of `folded` that begins and ends with no space."""
        first, _ = self._character(start)
        _, until = self._character(end - 1)
        while until < len(self.text) and unicodedata.combining(self.text[until]):
            until += 1
        return first, until

    def _character(self, place: int) -> tuple[int, int]:
        """The offsets in the text of what a character of `folded`, no space, stands for."""
        part = max(0, bisect_right(self.places, place) - 1)
        wanted = place - self.places[part]
        offsets = _offsets(self.text, self.starts[part], self.ends[part])
        if wanted < len(offsets):
            return offsets[wanted], offsets[wanted] + 1
        return self.ends[part], self.ends[part]

    def places_of(self, term: str, start: int, *, ends_word: bool, most: int) -> Iterator[int]:
        """Where a folded term stands from `start` on, at the beginning of a word, and at an end if asked for.

        After `most` places, whether a word begins there or not, no more are looked at.
        """
        at = self.folded.find(term, start) if term else -1
        while at >= 0 and most:
            most -= 1
            if not is_bounded(self.folded, at, unspaced=True):
                # Nothing begins in the midst of a word: the next place is behind it.
                at = _IN_WORD.match(self.folded, at).end() - 1  # type: ignore[union-attr]
            elif not ends_word or is_bounded(self.folded, at + len(term), unspaced=True):
                yield at
            at = self.folded.find(term, at + 1)

    def stands(self, term: str, at: int, *, ends_word: bool) -> bool:
        """Whether a folded term stands at just that place."""
        return self.folded.startswith(term, at) and (
            not ends_word or is_bounded(self.folded, at + len(term), unspaced=True)
        )

    def skip_space(self, at: int) -> int:
        """The next place, from one on, that has no white space."""
        while at < len(self.folded) and self.folded[at] in " \n":
            at += 1
        return at


@lru_cache(maxsize=4)
def _offsets(text: str, start: int, end: int) -> array[int]:
    """For each character of a part, folded, the offset in the text of what it stands for.

    A space stands for what follows it. Kept: a long part is asked for hundreds of places, one after another.
    """
    offsets, space = array("L"), False
    for at, character in enumerate(text[start:end], start):
        for one in _folded(character):
            if one.isspace():
                space = len(offsets) > 0
                continue
            if space:
                offsets.append(at)
            offsets.append(at)
            space = False
    return offsets


@lru_cache(maxsize=1)
def surface_of(text: str, blocks: Blocks | None = None) -> Surface:
    """The surface of a text; where its blocks are not known, empty lines part it."""
    starts, ends = _parts(text, blocks)
    # As long as the text, or else offsets would not be those of it.
    plain = lowered if len(lowered := text.lower()) == len(text) else text
    forms = {one: _folded(one) for one in set(plain)}
    for one, form in forms.items():
        if len(form) == 1 and form != one:
            plain = plain.replace(one, form)
    odd = "".join(re.escape(one) for one, form in forms.items() if len(form) != 1)
    find_odd = re.compile(f"[{odd}]") if odd else None
    folded: list[str] = []
    places = array("L")
    length = 0
    for start, end in zip(starts, ends, strict=True):
        words = plain[start:end]
        if find_odd and not words.isascii():
            words = find_odd.sub(lambda match: forms[match[0]], words)
        words = " ".join(words.split())
        places.append(length)
        folded.append(words)
        length += len(words) + 1
    return Surface(text, "\n".join(folded), places, starts, ends)


def folded_term(term: str) -> str:
    """A term as it is looked for on a surface; "" for one that is too long to be one."""
    return " ".join("".join(map(_folded, term)).split()) if len(term) <= _TO_BE_FOUND else ""


def _parts(text: str, blocks: Blocks | None) -> tuple[array[int], array[int]]:
    """The stretches of a text that no term reaches out of: blocks, and the cells of a table."""
    if blocks is None:
        gaps = [match.span() for match in re.finditer(rf"\n\n+|{FILLER}+", text)]
        return array("L", [0, *(end for _, end in gaps)]), array(
            "L", [*(start for start, _ in gaps), len(text)]
        )
    firsts, lasts, kinds, *_ = blocks.columns()
    if Kind.TABLE not in kinds:
        return firsts, lasts
    starts, ends = array("L"), array("L")
    for first, last, kind in zip(firsts, lasts, kinds, strict=True):
        cells = _cells(text, first, last) if kind == Kind.TABLE else [(first, last)]
        for start, end in cells:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _cells(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    return [cell.span() for cell in _CELL.finditer(text, start, end)]


@lru_cache(maxsize=1 << 12)
def _folded(character: str) -> str:
    if character.isascii():
        return character.lower()
    return fold(character).translate(_QUOTES)
