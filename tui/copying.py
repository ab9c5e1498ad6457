"""What is copied, and what is said of it. No Textual in it."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from corpus.citation import STYLES, Form, cite
from corpus.citation.appended import with_place
from corpus.document import Kind, Readable
from corpus.errors import NoSuchPlace
from corpus.outline import Outline
from corpus.passage import Passage, passage_of_paragraph
from corpus.shown_passage import places_of
from tui.choosing import Choice

What = Literal["text", "words", "citation", "short", "entry"]
"""The passage with its citation, its words alone, its citation alone, that for when the work is cited
again, or the entry in the bibliography."""
_MOST: Final = 200_000
"""Characters that can be copied at once."""


class Clip(NamedTuple):
    """A text to copy, how many words of the article it holds, and what the receipt says of it.

    `html` is the same with italics and the like, "" where it has none.
    """

    text: str
    words: int
    detail: str
    html: str = ""


_SAID: Final[dict[What, tuple[Form, str]]] = {
    "text": ("cite", ""),
    "citation": ("cite", "the citation alone"),
    "short": ("short", "the short form"),
    "entry": ("entry", "the entry in the bibliography"),
}
"""For what is copied the form of the citation, and what the receipt calls it."""


def passage_at(document: Readable, outline: Outline, choice: Choice | None, cursor: int) -> Passage:
    """The words that were chosen, else the paragraph at the cursor, else the block there.

    Raises NoSuchPlace where there are none, or more than anybody quotes.
    """
    if choice is not None:
        passage = Passage(document, outline, choice.start, choice.end)
    else:
        block = document.block_near(cursor)
        number = document.paragraph_at(cursor) if block.kind is Kind.CONTINUATION else block.number
        if block.start == block.end:
            raise NoSuchPlace("There are no words here to copy: move to a paragraph.")
        if number is not None:
            passage = passage_of_paragraph(document, outline, number)
        else:
            passage = Passage(document, outline, block.start, block.end)
    if passage.end - passage.start > _MOST:
        raise NoSuchPlace("That is too long to quote: choose less of it with v.")
    return passage


def clip(passage: Passage, style: str, what: What, *, append_place: bool = False) -> Clip:
    """What is copied of a passage; `append_place` puts the counted place behind a citation without one.

    Raises NoSuchPlace where the paragraphs before it are not counted yet.
    """
    if what == "words":
        return Clip(passage.text, passage.words, "the words alone")
    if passage.end > passage.document.counted_to and not passage.document.prints_numbers:
        raise NoSuchPlace("The paragraphs up to here are still being counted: cite this in a moment.")
    form, called = _SAID[what]
    citation = cite(passage.document.metadata, passage, style, form)
    if append_place and form != "entry":
        citation = with_place(citation, passage)
    label = STYLES[style].label
    styled = f"{label}, {citation.locator}" if citation.locator else label
    detail = " · ".join(part for part in (called, styled, *citation.notes) if part)
    if what == "text":
        return Clip(citation.text, passage.words, detail, citation.html)
    return Clip(citation.citation, passage.words, detail, citation.citation_html)


def measured(choice: Choice, outline: Outline) -> str:
    """What a choice amounts to: "23 words · ¶ 3", "140 words · pp. 42–43 · [3]–[4]"."""
    passage = Passage(choice.document, outline, choice.start, choice.end)
    words = f"{passage.words:,} word{'' if passage.words == 1 else 's'}"
    return " · ".join((words, *filter(None, places_of(passage))))
