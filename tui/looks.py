"""How words look: one table of looks, and the palettes that give them colours. No Textual in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

PAPER: Final = {
    "foreground": "#1d1b18",
    "background": "#f6f3ec",
    "accent": "#8f4519",
    "dim": "#696459",
    "rule": "#d8d2c5",
    "hit": "#f1e2b5",
    "mark": "#cfdcc0",
    "tint": "#ebe6da",
    "panel": "#ece7dc",
    "strong": "#000000",
    "current": "#8f4519",
    "current-text": "#ffffff",
}
INK: Final = {
    "foreground": "#d5d6d9",
    "background": "#15171c",
    "accent": "#e0a458",
    "dim": "#888d99",
    "rule": "#343843",
    "hit": "#483d22",
    "mark": "#33423a",
    "tint": "#23272f",
    "panel": "#1f222a",
    "strong": "#ffffff",
    "current": "#e0a458",
    "current-text": "#15171c",
}
PALETTES: Final[Mapping[str, Mapping[str, str]]] = {"paper": PAPER, "ink": INK}
"""Colours by what they are for, as #rrggbb, of the themes of our own."""


class Look(NamedTuple):
    """How words look: colours by their name in a palette ("" is as around), and attributes."""

    color: str = ""
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    strike: bool = False

    def over(self, under: Look) -> Look:
        """This look, on words that have another one already."""
        return Look(
            self.color or under.color,
            self.background or under.background,
            self.bold or under.bold,
            self.italic or under.italic,
            self.underline or under.underline,
            self.reverse or under.reverse,
            self.strike or under.strike,
        )


LOOKS: Final = {
    "page": Look("foreground", "background"),
    "panel": Look(background="panel"),
    "title": Look("strong", bold=True),
    "heading": Look("strong", bold=True),
    "dim": Look("dim"),
    "note": Look("dim"),
    "phrase": Look("dim"),
    "accent": Look("accent"),
    "rule": Look("rule"),
    "emphasis": Look(italic=True),
    "bold": Look(bold=True),
    "code": Look(background="tint"),
    "link": Look(underline=True),
    "picture": Look("dim"),
    "highlight": Look(background="mark"),
    "hit": Look(background="hit"),
    "selection": Look(background="hit"),
    "current": Look("current-text", "current", bold=True),
    "chosen": Look(background="hit"),
    "gone": Look("dim", strike=True),
    "come": Look("accent", bold=True),
}
"""The looks by name."""

PLAIN: Final = LOOKS | {
    "highlight": Look(underline=True),
    "hit": Look(underline=True),
    "selection": Look(reverse=True),
    "current": Look(bold=True, reverse=True),
    "accent": Look(bold=True),
    "phrase": Look(italic=True),
    "chosen": Look(reverse=True),
    "picture": Look(italic=True),
    "come": Look(bold=True),
}
"""The looks where there are no colours: weight and reverse video alone."""

Piece = tuple[str, tuple[str, ...]]
"""Words, and the names of their looks, one over the other."""


@lru_cache(maxsize=512)
def merged(names: tuple[str, ...], *, plain: bool = False) -> Look:
    """The look of words that have several: later ones lie over earlier ones, all over the page's."""
    looks = PLAIN if plain else LOOKS
    look = looks["page"]
    for name in names:
        look = looks[name].over(look)
    return look
