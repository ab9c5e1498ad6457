"""Passages to be quoted, drawn by chance, as tokens that can be changed one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Final, NamedTuple

from corpus import words

_TOKEN: Final = re.compile(r"\S+")
_LENGTHS: Final = (8, 12, 18, 25, 35, 50)


class Token(NamedTuple):
    """A word with the signs around it, or a character of a script without spaces; `space` is behind it."""

    text: str
    space: str

    @property
    def forms(self) -> list[str]:
        """Its words, folded."""
        return words.columns(self.text)[2]


class Drawn(NamedTuple):
    """A passage: its tokens, and the number of its article."""

    tokens: tuple[Token, ...]
    article: int

    @property
    def text(self) -> str:
        """Its words as they stand in the article."""
        return written(self.tokens)

    @property
    def wide(self) -> bool:
        """Whether it is of a script without spaces."""
        return sum(words.is_unspaced(token.text[0]) for token in self.tokens) * 2 > len(self.tokens)


def written(tokens: Sequence[Token]) -> str:
    """Tokens as a text."""
    return "".join(f"{token.text}{token.space}" for token in tokens).strip()


class Drawing:
    """Draws passages from texts; every character has the same chance to be where one begins."""

    def __init__(self, texts: Sequence[str], chance: Random) -> None:
        self.texts, self.chance = texts, chance
        self._weights = list(accumulate(map(len, texts)))

    def passage(self, length: int = 0) -> Drawn:
        """A passage of so many tokens, or of some: 8 to 50, or as many and half of them of characters."""
        chance = self.chance
        while True:
            (article,) = chance.choices(range(len(self.texts)), cum_weights=self._weights)
            text = self.texts[article]
            start = text.find(" ", chance.randrange(len(text))) + 1
            if start < len(text) and words.is_unspaced(text[start - 1 : start] or " "):
                start = chance.randrange(len(text))
            count = length or chance.choice(_LENGTHS)
            tokens = _tokens(text[start : start + 40 * count + 200], count)
            if len(tokens) == count and sum(len(token.forms) for token in tokens) >= count * 3 // 4:
                return Drawn(tokens, article)


def _tokens(text: str, count: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        pieces = _pieces(match[0])
        behind = re.compile(r"\s*").match(text, match.end())
        space = behind[0] if behind else ""
        tokens += [Token(piece, "") for piece in pieces[:-1]]
        tokens.append(Token(pieces[-1], space))
        if len(tokens) >= count:
            break
    return tuple(tokens[:count])


def _pieces(chunk: str) -> list[str]:
    """A chunk, cut before each character of a script without spaces."""
    if not any(map(words.is_unspaced, chunk)):
        return [chunk]
    return [piece for piece in re.split(r"(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])", chunk) if piece]
