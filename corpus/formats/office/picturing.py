"""What is said of the pictures in a word processor's file."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.sanitiser import clean_line

TINY: Final = 0.5
"""Centimetres: a picture that is smaller both ways, and not described, only adorns the line, as a bullet."""
MOST_BESIDE: Final = 10_000
"""Pictures that one paragraph has beside it, at the most."""
_LONGEST: Final = 2_000
_FOLDERS: Final = expression(
    r"(?:[A-Za-z]:|\\{2}|file:/|/(?:home|Users|tmp|media)/)[^\n]{0,400}[\\/](?=[^\\/\n])"
)


class Beside(NamedTuple):
    """A picture that stands beside the words of a paragraph: what stands for it, and where it lies."""

    words: str
    target: str


def described(said: str) -> str:
    """The words that describe a picture; of the path of a file that a program wrote there, its name."""
    return clean_line(_FOLDERS.sub("", said[:_LONGEST], count=1))
