"""Who stands behind a work: names as citations print them, and the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.metadata import Metadata, Name
from corpus.scripts import CJK, is_han


def full_name(name: Name) -> str:
    """The whole name in the order of the source: "He Jing", "Ana Ruiz"; in Han characters "张伟".

    Those never put the given name first, whatever the metadata leave unsaid.
    """
    whole = name.family + name.given
    if not whole.isascii() and name.family and name.given and all(map(_is_of_a_han_name, whole)):
        return whole
    return name.as_published()


def full_names(authors: Sequence[Name], at_most: int) -> str:
    """Whole names joined by "and"; of more than `at_most` the first and "et al."."""
    names = [name for name in map(full_name, authors) if name]
    return f"{names[0]} et al." if len(names) > at_most else " and ".join(names)


def initials(given: str, stop: str = ".", between: str = " ") -> str:
    """The first letters of given names; hyphens stay: "Ana Maria" is "A. M.", "Yi-Chen" is "Y.-C."."""
    if given.isalpha():
        return f"{given[0].upper()}{stop}"
    words = given.replace(".", ". ").split()
    letters = [[_first_letter(piece) for piece in word.split("-")] for word in words]
    parts = ("-".join(f"{letter.upper()}{stop}" for letter in word if letter) for word in letters)
    return between.join(part for part in parts if part)


def in_characters(authors: Sequence[Name]) -> bool:
    """Whether a name is written in Han characters or kana."""
    names = [author.short() for author in authors]
    return any(not name.isascii() and re.search(f"[{CJK}]", name) for name in names)


def outlet(metadata: Metadata) -> str:
    """Where the work appeared: the periodical or site, else the publisher; "" if that is its author."""
    name = metadata.container or metadata.publisher
    is_author = any(name == full_name(author) for author in metadata.authors if author.short() in name)
    return "" if is_author else name


def _is_of_a_han_name(character: str) -> bool:
    return is_han(character) or character == "々"


def _first_letter(word: str) -> str:
    return next((character for character in word if character.isalnum()), "")
