"""Where a passage stands in its work, as far as a style may say it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.document import Kind
from corpus.passage import Passage


class Place(NamedTuple):
    """The locators of a passage; what it has not, or what is not known, is None or empty.

    `pages` and `numbers` are the first and the last that the source itself prints: its pages ("42",
    "xii"), and the numbers of its paragraphs without their sign ("12", "12a"); `sign` is "¶" where the
    source prints that sign before them. `counted` are the paragraphs as Pincite counts them (from 1),
    known also where the source prints numbers. `heading` is the innermost heading that the author set
    over the passage, `section` its number where it has one ("4.5", "12(1)"). `notes` are short phrases
    for the receipt, about what cannot be said.
    """

    pages: tuple[str, str] | None = None
    numbers: tuple[str, str] | None = None
    sign: str = ""
    counted: tuple[int, int] | None = None
    heading: str = ""
    section: str = ""
    notes: tuple[str, ...] = ()


def place_of(first: Passage, last: Passage, title: str = "") -> Place:
    """The place of all that stands from the passage `first` to the passage `last`.

    A heading that is the article's `title` says nothing about the place in it, and is left out.
    """
    whole = first.to(last)
    heading = _heading(first)
    return Place(
        counted=whole.paragraphs, heading="" if heading == title else heading, notes=_unnumbered(whole)
    )


def apart(parts: Sequence[Passage]) -> tuple[str, ...]:
    """What a reader should know of parts in reading order between which whole paragraphs are left out."""
    if len(parts) == 1:
        return ()
    spans = [part.paragraphs for part in parts]
    known = [span for span in dict.fromkeys(spans) if span is not None]
    if all(following[0] <= span[1] + 1 for span, following in pairwise(known)):
        return ()
    listed = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in known)
    return (f"parts of ¶¶ {listed}",)


def _heading(passage: Passage) -> str:
    """The innermost heading that the author set over the passage; "" if there is none.

    A section that begins without a heading, as front matter does, has a title that the program gave.
    """
    document, outline = passage.document, passage.outline
    index = outline.at(passage.trimmed().start)
    while index is not None:
        section = outline.sections[index]
        if not section.inferred and document.block_near(section.start).kind is Kind.HEADING:
            return section.title
        index = outline.parent(index)
    return ""


def _unnumbered(passage: Passage) -> tuple[str, ...]:
    """What a reader should know of a passage that does not stand, or does not begin, in a paragraph."""
    if passage.paragraphs is None:
        if not passage.document.paragraph_count:
            return ("this article has no paragraphs to count",)
        before = passage.document.paragraph_at(passage.start) is None
        return (f"no paragraph number here ({'front matter' if before else 'not in a paragraph'})",)
    return (f"begins before ¶ {passage.paragraphs[0]}",) if passage.begins_unnumbered else ()
