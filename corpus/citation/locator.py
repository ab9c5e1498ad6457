"""The place in an article, as the styles name it."""

from __future__ import annotations

from typing import Final

from corpus.document import Kind
from corpus.passage import Passage

_FIRST: Final = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def counted(passage: Passage, one: str, many: str, dash: str) -> str:
    """The paragraphs after their label: "para. 3", "paras. 5–6"; "" where the passage has no number."""
    if passage.paragraphs is None:
        return ""
    first, last = passage.paragraphs
    return f"{one} {first}" if first == last else f"{many} {first}{dash}{last}"


def counted_in_words(passage: Passage) -> str:
    """The paragraphs by their place in the row: "third para.", "fifth and sixth paras.", "101st para.".

    "" where the passage has no number. As in Chicago’s rule for numbers in general, words reach to
    one hundred; a range has figures at both ends as soon as one of them needs figures.
    """
    if passage.paragraphs is None:
        return ""
    first, last = passage.paragraphs
    name = _in_words if last <= 100 else _in_figures
    if first == last:
        return f"{name(first)} para."
    return f"{name(first)} {'and' if last == first + 1 else 'through'} {name(last)} paras."


def heading(passage: Passage) -> str:
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


def unnumbered(passage: Passage) -> tuple[str, ...]:
    """What a reader should know of a passage that does not stand, or does not begin, in a paragraph."""
    if passage.paragraphs is None:
        if not passage.document.paragraph_count:
            return ("this article has no paragraphs to count",)
        before = passage.document.paragraph_at(passage.start) is None
        return (f"no paragraph number here ({'front matter' if before else 'not in a paragraph'})",)
    return (f"begins before ¶ {passage.paragraphs[0]}",) if passage.begins_unnumbered else ()


def _in_words(number: int) -> str:
    if number < len(_FIRST):
        return _FIRST[number]
    if number == 100:
        return "one hundredth"
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_FIRST[units]}" if units else f"{_TENS[tens][:-1]}ieth"


def _in_figures(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
    return f"{number:,}{suffix}"
