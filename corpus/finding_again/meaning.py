"""Signs that change what words say: a passage that has others of them is edited, though no word is."""

from __future__ import annotations

import unicodedata
from typing import Final

from corpus.expression import expression
from corpus.word_diff import Run, word_diff

_MINUS: Final = expression(r"(?<![\w.,)\]])[-−](?=[\d.])")
_TELLING: Final = frozenset("%‰°§#")
_LARGE: Final = 1 << 34
"""Pairs of characters above which two wordings are not compared word by word."""


def says_otherwise(first: str, second: str) -> bool:
    """Whether signs tell two wordings apart: of money, of reckoning, a minus before a number."""
    return _signs(first) != _signs(second)


def _signs(text: str) -> list[str]:
    text = _MINUS.sub("−", text)
    return [sign for sign in text if sign in _TELLING or unicodedata.category(sign) in ("Sc", "Sm")]


def difference(first: str, second: str) -> tuple[Run, ...]:
    """The runs that lead from one wording to the other, where signs alone may tell them apart."""
    if len(first) * len(second) > _LARGE:
        return Run("gone", f"{first} "), Run("come", second)
    runs = word_diff(first, second)
    if any(run.kind != "same" for run in runs) or not says_otherwise(first, second):
        return runs
    return _by_characters(first, second)


def _by_characters(first: str, second: str) -> tuple[Run, ...]:
    """What stands between the first and the last character that differ, as far as spaces around it."""
    start = _common(first, second)
    start = max(first.rfind(" ", 0, start), first.rfind("\n", 0, start)) + 1
    rest = first[start:], second[start:]
    same = _common(rest[0][::-1], rest[1][::-1])
    spaces = (at for at in range(len(rest[0]) - same, len(rest[0])) if rest[0][at].isspace())
    same = len(rest[0]) - next(spaces, len(rest[0]))
    gone, come = rest[0][: len(rest[0]) - same], rest[1][: len(rest[1]) - same]
    runs = (
        Run("same", first[:start]),
        Run("gone", f"{gone} "),
        Run("come", come),
        Run("same", second[len(second) - same :]),
    )
    return tuple(run for run in runs if run.text)


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with together."""
    most = min(len(first), len(second))
    return next((at for at in range(most) if first[at] != second[at]), most)
