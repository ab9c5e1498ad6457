"""Which of the places of a passage the styles of lawyers print, and what they say of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from corpus.citation.legal.statutes import is_by_code
from corpus.citation.pinpoint import Basis, Pinpoints, Way, division, section
from corpus.citation.style import Cited
from corpus.metadata import Metadata

_NO_SECTION = "no section number here (a statute is cited by its sections)"


class Pin(NamedTuple):
    """A place as printed, and what it is known by; false where there is none."""

    words: str = ""
    basis: Basis | None = None

    def __bool__(self) -> bool:
        return bool(self.words)


def places(
    style: str, ways: tuple[Way, ...], in_statutes: str | Callable[[Metadata], str], *, stops: bool = False
) -> Pinpoints:
    """The places of a style, which is called so in a sentence; a statute is cited by its own parts alone.

    `in_statutes` is the label of a section there; `stops` tells whether abbreviations have theirs.
    """
    part = division("the name of an article or a rule", abbreviated=True, stops=stops)
    withheld: dict[Basis, str] = {
        "counted": f"no ¶ ({style} doesn’t count unnumbered paragraphs)",
        "heading": f"no heading ({style} doesn’t cite by heading)",
    }
    statutes = Pinpoints(
        (section(in_statutes), part),
        dict.fromkeys(("pages", "numbers", "counted", "heading"), _NO_SECTION),
    )
    return Pinpoints((*ways, part), withheld, in_law=statutes)


def bracketed_numbers(cited: Cited) -> str:
    """The number of the paragraph in brackets, both ends of a range in their own: "[5]–[6]"."""
    if cited.place.numbers is None:
        return ""
    first, last = cited.place.numbers
    return f"[{first}]" if first == last else f"[{first}]–[{last}]"


def by_letter(work: Metadata) -> str:
    """The label of a section in statutes, "s"; in a code of the United States, its sign."""
    return "§ {}" if is_by_code(work) else "s {}"
