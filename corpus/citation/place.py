"""Where a passage stands in its work, as far as a style may say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.citation.section import Section, section_of_heading, section_of_statute
from corpus.document import Block, Kind
from corpus.labels import STATUTES, bare, sign_of
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.shown_passage import places_of

_BESIDE: Final = 100
"""Sections on either side of one among which its siblings are looked for."""


class Place(NamedTuple):
    """The locators of a passage; what it has not, or what is not known, is None or empty.

    `pages` and `numbers` are the first and the last that the source itself prints: its pages ("42",
    "xii"), and the numbers of its paragraphs without their sign ("12", "12a"); `sign` is "¶" where the
    source prints that sign before them. `counted` are the paragraphs as Pincite counts them (from 1),
    known also where the source prints numbers; but None where it prints some and none here: a number that
    was counted would be taken for one of those. `heading` is the innermost heading that the author set
    over the passage, `section` the number of the section ("4.5", "12(1)"), `division` what a statute
    calls a part that is no section ("Article 12", "第十二条"). `notes` are short phrases for the receipt,
    about what cannot be said.
    """

    pages: tuple[str, str] | None = None
    numbers: tuple[str, str] | None = None
    sign: str = ""
    counted: tuple[int, int] | None = None
    heading: str = ""
    section: str = ""
    notes: tuple[str, ...] = ()
    division: str = ""


def place_of(first: Passage, last: Passage, title: str = "", type: str = "") -> Place:
    """The place of all that stands from the passage `first` to the passage `last`.

    A heading that is the article's `title` says nothing about the place in it, and is left out. `type`
    is the work's: in a statute the numbers before paragraphs are those of its sections.
    """
    whole = first.to(last)
    index = _heading(first)
    # Pages saved as text keep the sign that links to a heading.
    heading = "" if index is None else first.outline.sections[index].title.rstrip("¶ ")
    heading = "" if heading == title else heading
    section = Section() if index is None or not heading else _section(first.outline, index)
    pages = _pages(whole)
    if type in STATUTES:
        found = section_of_statute(whole.document, _first_block(whole), section)
        return Place(pages, counted=None, heading=heading, section=found.number, division=found.division)
    place = Place(pages, heading=heading, section=section.number, division=section.division)
    if not whole.document.prints_numbers:
        return place._replace(counted=whole.paragraphs, notes=_unnumbered(whole))
    return _with_numbers(place, whole)


def apart(parts: Sequence[Passage]) -> tuple[str, ...]:
    """What a reader should know of parts in reading order between which whole paragraphs are left out."""
    if len(parts) == 1:
        return ()
    spans = [part.paragraphs for part in parts]
    known = [span for span in dict.fromkeys(spans) if span is not None]
    if all(following[0] <= span[1] + 1 for span, following in pairwise(known)):
        return ()
    if parts[0].document.prints_numbers:
        called = (" ".join(filter(None, places_of(part))) for part in parts)
        return (f"parts of {', '.join(dict.fromkeys(called))}",)
    listed = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in known)
    return (f"parts of ¶¶ {listed}",)


def _pages(passage: Passage) -> tuple[str, str] | None:
    """The pages on which the words begin and end."""
    words = passage.trimmed()
    first = words.document.page_at(words.start)
    last = words.document.page_at(max(words.start, words.end - 1))
    return (first, last) if first and last else None


def _with_numbers(place: Place, passage: Passage) -> Place:
    """The place with the numbers that the source prints before its paragraphs."""
    document = passage.document
    blocks = list(_blocks(passage))
    marks = [document.mark_at(block.start) for block in blocks]
    known = [mark for mark in marks if mark]
    if not known:
        return place._replace(notes=("the source prints no paragraph number here",))
    notes: tuple[str, ...] = ()
    if not marks[0]:
        notes += (f"begins before {known[0]}",)
    if not marks[-1]:
        notes += (f"goes on after {known[-1]}",)
    numbers = bare(known[0]), bare(known[-1])
    if sign_of(known[0]) == "§":
        return place._replace(section=numbers[0], notes=notes)
    return place._replace(numbers=numbers, sign=sign_of(known[0]), counted=passage.paragraphs, notes=notes)


def _first_block(passage: Passage) -> Block:
    """The block in which the words begin."""
    return passage.document.block_near(passage.trimmed().start)


def _blocks(passage: Passage) -> Iterator[Block]:
    """The blocks that the words touch."""
    words = passage.trimmed()
    block: Block | None = _first_block(passage)
    while block is not None and (block.start < words.end or block.start <= words.start):
        yield block
        block = words.document.block_after(block.start)


def _heading(passage: Passage) -> int | None:
    """The index of the innermost section that its author set a heading over; None if there is none.

    A section that begins without a heading, as front matter does, has a title that the program gave.
    """
    document, outline = passage.document, passage.outline
    index = outline.at(passage.trimmed().start)
    while index is not None:
        section = outline.sections[index]
        if not section.inferred and document.block_near(section.start).kind is Kind.HEADING:
            return index
        index = outline.parent(index)
    return None


def _section(outline: Outline, index: int) -> Section:
    """The number of a section, as its heading prints it.

    "5 ways to win" has none: a number without a word or sign before it is believed where one beside it
    has a number too.
    """
    section = section_of_heading(outline.sections[index].title)
    if not section.number or section.sure or "." in section.number:
        return section
    level, parent = outline.sections[index].level, outline.parent(index)
    beside = range(max(0, index - _BESIDE), min(len(outline), index + _BESIDE))
    numbered = (
        section_of_heading(outline.sections[other].title).number
        for other in beside
        if other != index and outline.sections[other].level == level and outline.parent(other) == parent
    )
    return section if any(numbered) else Section()


def _unnumbered(passage: Passage) -> tuple[str, ...]:
    """What a reader should know of a passage that does not stand, or does not begin, in a paragraph."""
    if passage.paragraphs is None:
        if not passage.document.paragraph_count:
            return ("this article has no paragraphs to count",)
        return (f"no paragraph number here ({_beside(passage)})",)
    return (f"begins before ¶ {passage.paragraphs[0]}",) if passage.begins_unnumbered else ()


def _beside(passage: Passage) -> str:
    """What a passage stands in that is not in a paragraph."""
    start = passage.trimmed().start
    if passage.document.paragraph_at(start) is not None:
        return "not in a paragraph"
    index = passage.outline.at(start)
    section = None if index is None else passage.outline.sections[index]
    if section is None or section.matter != "back":
        return "front matter"
    # What the program adds to the name of a part are the words that it begins with.
    return section.title.partition(" — ")[0]
