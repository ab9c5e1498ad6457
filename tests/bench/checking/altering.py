"""Quotations that are none: altered in one place, put together of two, or made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from tests.bench.checking.passages import Drawing, Drawn, Token, written
from tests.bench.checking.quoting import ELLIPSES, block, split_by_ellipses, typographic, wrapped

_SIGN: Final = re.compile(r"[$€£¥%‰°§±<>=+]|(?<![\w)])[-−](?=\d)")
_OTHER_SIGNS: Final = "$€£%°§<>=+"
_VOCABULARY: Final = 40_000

Made = tuple[Drawn, list[str]]
"""A passage, and the parts that were made of it, between which ellipses will stand."""


class Altering:
    """Makes quotations of each kind from passages that it draws."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing, self._chance = drawing, drawing.chance
        found: set[str] = set()
        for text in drawing.texts:
            found.update(re.findall(r"\b[a-z]{4,}\b", text))
            if len(found) > _VOCABULARY:
                break
        self._vocabulary = sorted(found)

    def kinds(self) -> dict[str, Callable[[], Made]]:
        """For each kind what makes one."""
        return {
            "changed word": lambda: self._in_one(self._changed_word),
            "added “not”": lambda: self._in_one(self._added_not),
            "silent omission": lambda: self._in_one(self._omission),
            "changed number": lambda: self._in_one(self._changed_number),
            "changed sign": lambda: self._in_one(self._changed_sign),
            "splice of two articles": self._splice,
            "splice of two places": self._splice_within,
            "parts in another order": self._reordered,
            "changed word beside an ellipsis": self._altered_part,
        }

    def finished(self, parts: Sequence[str]) -> str:
        """The parts with ellipses between them, in some cases wrapped, set off or in other marks."""
        text = parts[0]
        for part in parts[1:]:
            text += self._chance.choice(ELLIPSES) + part
        if self._chance.random() < 0.5:
            text = self._chance.choice((typographic, wrapped, block))(text, self._chance)
        return text

    def _in_one(self, change: Callable[[list[Token], Random, bool], list[Token] | None]) -> Made:
        while True:
            drawn = self._drawing.passage()
            tokens = change(list(drawn.tokens), self._chance, drawn.wide)
            if tokens and _forms(tokens, drawn.text) != _forms(drawn.tokens, drawn.text):
                return drawn, [written(tokens)]

    def _changed_word(self, tokens: list[Token], chance: Random, wide: bool) -> list[Token] | None:
        at = chance.randrange(1, len(tokens) - 1)
        if not tokens[at].forms:
            return None
        word = chance.choice("大小上下人山水天地不") if wide else chance.choice(self._vocabulary)
        if [word] == tokens[at].forms:
            return None
        tokens[at] = Token(word, tokens[at].space)
        return tokens

    @staticmethod
    def _added_not(tokens: list[Token], chance: Random, wide: bool) -> list[Token]:
        tokens.insert(chance.randrange(2, len(tokens) - 1), Token("不", "") if wide else Token("not", " "))
        return tokens

    @staticmethod
    def _omission(tokens: list[Token], chance: Random, wide: bool) -> list[Token] | None:  # noqa: ARG004
        at = chance.randrange(2, len(tokens) - 3)
        end = min(len(tokens) - 2, at + chance.choice((1, 1, 2, 3, 5)))
        if not any(token.forms for token in tokens[at:end]):
            return None
        del tokens[at:end]
        return tokens

    @staticmethod
    def _changed_number(tokens: list[Token], chance: Random, wide: bool) -> list[Token] | None:  # noqa: ARG004
        having = [at for at in range(len(tokens)) if re.search(r"[0-9]", tokens[at].text)]
        if not having:
            return None
        at = chance.choice(having)
        place = chance.choice([match.start() for match in re.finditer("[0-9]", tokens[at].text)])
        text = tokens[at].text
        digit = chance.choice([figure for figure in "123456789" if figure != text[place]])
        tokens[at] = Token(f"{text[:place]}{digit}{text[place + 1 :]}", tokens[at].space)
        return tokens

    @staticmethod
    def _changed_sign(tokens: list[Token], chance: Random, wide: bool) -> list[Token] | None:  # noqa: ARG004
        having = [at for at in range(1, len(tokens) - 1) if _SIGN.search(tokens[at].text)]
        if not having:
            return None
        at = chance.choice(having)
        text = tokens[at].text
        match = chance.choice(list(_SIGN.finditer(text)))
        sign = "" if match[0] in "-−" else chance.choice(_OTHER_SIGNS.replace(match[0], ""))
        tokens[at] = Token(f"{text[: match.start()]}{sign}{text[match.end() :]}", tokens[at].space)
        return tokens

    def _splice(self) -> Made:
        one, other = self._drawing.passage(), self._drawing.passage()
        while one.article == other.article or one.wide != other.wide:
            other = self._drawing.passage()
        return one, [f"{one.text}{'' if one.wide else ' '}{other.text}"]

    def _splice_within(self) -> Made:
        drawn, parts = split_by_ellipses(self._drawing, 1)
        return drawn, [f"{written(parts[0])}{'' if drawn.wide else ' '}{written(parts[1])}"]

    def _reordered(self) -> Made:
        drawn, parts = split_by_ellipses(self._drawing, 1)
        return drawn, [written(part) for part in reversed(parts)]

    def _altered_part(self) -> Made:
        while True:
            drawn, parts = split_by_ellipses(self._drawing, 1)
            tokens = (
                self._changed_word(list(parts[1]), self._chance, drawn.wide) if len(parts[1]) > 3 else None
            )
            if tokens:
                return drawn, [written(parts[0]), written(tokens)]


def _forms(tokens: Sequence[Token], text: str) -> list[str]:
    """What was changed must be seen: its words, and the signs."""
    del text
    return [part for token in tokens for part in (*token.forms, *_SIGN.findall(token.text))]


def made_up(drawing: Drawing, others: Drawing) -> dict[str, Callable[[], str]]:
    """Quotations that stand nowhere: of other articles, of the same words shuffled, of words that follow."""
    following: dict[tuple[str, str], list[str]] = {}
    for text in drawing.texts[:200]:
        chunks = text[:20_000].split()
        for first, second, third in zip(chunks, chunks[1:], chunks[2:], strict=False):
            following.setdefault((first, second), []).append(third)
    pairs = list(following)

    def shuffled() -> str:
        tokens = [token.text for token in drawing.passage().tokens]
        drawing.chance.shuffle(tokens)
        return " ".join(tokens)

    def fabricated() -> str:
        chunks = list(drawing.chance.choice(pairs))
        for _ in range(drawing.chance.choice((8, 12, 18, 25, 35))):
            known = following.get((chunks[-2], chunks[-1]))
            chunks.append(drawing.chance.choice(known) if known else drawing.chance.choice(pairs)[0])
        return " ".join(chunks)

    return {
        "of other articles": lambda: others.passage().text,
        "words shuffled": shuffled,
        "made of words that follow": fabricated,
    }
