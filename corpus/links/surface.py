"""The words of an article as a text directive is looked for in them: folded, and parted where blocks are.

A browser compares on the primary level of Unicode Technical Standard #10: without case, accents and the shape
of quotation marks. White space is one space, and between two blocks, over which no term reaches, a line end.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.document import FILLER, Blocks, Kind
from corpus.expression import expression
from corpus.links.word_bounds import is_bounded
from corpus.words import fold

_SPACE: Final = rf"[\s{FILLER}]"
_QUOTES: Final = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_IN_WORD: Final = expression(r"[a-z0-9_]+|.", re.DOTALL)
_TO_BE_FOUND: Final = 5_000
"""The longest term that is looked for, in characters: none in a link that a browser made is as long."""


class Surface(NamedTuple):
    """A text made ready. `folded` is looked through; the columns lead from its offsets back to the text’s.

    A piece that begins at `places[i]` of `folded` begins at `origins[i]` of the text.
    """

    text: str
    folded: str
    places: array[int]
    origins: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a stretch of `folded` that is not empty."""
        last = bisect_right(self.places, end - 1) - 1
        until = self.origins[last] + end - self.places[last]
        if last + 1 < len(self.origins):
            until = min(until, self.origins[last + 1])
        while until < len(self.text) and unicodedata.combining(self.text[until]):
            until += 1
        return self._origin(start), until

    def _origin(self, place: int) -> int:
        piece = bisect_right(self.places, place) - 1
        return self.origins[piece] + place - self.places[piece]

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


def surface_of(text: str, blocks: Blocks | None = None) -> Surface:
    """The surface of a text; its blocks, where they are known, tell more of what parts it."""
    parting = _parting(text, blocks)
    forms = {one: _folded(one) for one in set(text)}
    simple = {ord(one): form for one, form in forms.items() if len(form) == 1 and form != one}
    unseen = "".join(re.escape(one) for one, form in forms.items() if not form)
    longer = "".join(re.escape(one) for one, form in forms.items() if len(form) > 1)
    pattern = re.compile(rf"[\s{FILLER}{unseen}]{{2,}}|[^\S ]|[{FILLER}{unseen}{longer}]")
    plain = text.translate(simple) if simple else text
    pieces: list[str] = []
    places, origins = array("L", [0]), array("L", [0])
    length = last = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        pieces.append(plain[last:start])
        length += start - last
        words = match[0]
        put = (
            _folded(words) if end - start == 1 and not re.match(_SPACE, words) else _gap(words, end, parting)
        )
        pieces.append(put)
        places.append(length)
        origins.append(start)
        length += len(put)
        places.append(length)
        origins.append(end)
        last = end
    pieces.append(plain[last:])
    return Surface(text, "".join(pieces), places, origins)


def folded_term(term: str) -> str:
    """A term as it is looked for on a surface; "" for one that is too long to be one."""
    if len(term) > _TO_BE_FOUND:
        return ""
    return re.sub(rf"{_SPACE}+", " ", "".join(map(_folded, term))).strip()


def _gap(space: str, end: int, parting: frozenset[int]) -> str:
    return "\n" if end in parting or "\n\n" in space or FILLER in space else " "


def _parting(text: str, blocks: Blocks | None) -> frozenset[int]:
    """The offsets behind white space that parts two blocks, or two cells of a table."""
    if blocks is None:
        return frozenset()
    starts, ends, kinds, *_ = blocks.columns()
    parting = set(starts)
    for start, end, kind in zip(starts, ends, kinds, strict=True):
        if kind == Kind.TABLE:
            parting.update(start + cell.end() for cell in re.finditer(r"[\t\n]\s*", text[start:end]))
    return frozenset(parting)


@lru_cache(maxsize=1 << 12)
def _folded(character: str) -> str:
    if character.isascii():
        return " " if character in "\t\n\v\f\r\0" else character.lower()
    return fold(character).translate(_QUOTES)
