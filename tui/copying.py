"""What is copied, and what is said of it. No Textual in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from corpus.citation import STYLES, Form, cite, cited_at
from corpus.citation.appended import with_place
from corpus.citation.quoting import merged, together
from corpus.document import Kind, Readable
from corpus.errors import NoSuchPlace
from corpus.outline import Outline
from corpus.passage import Passage, passage_of_paragraph
from corpus.shown_passage import places_of
from tui.choosing import Choice

What = Literal["text", "words", "citation", "short", "entry"]
"""The passage with its citation, its words alone, its citation alone, that for when the work is cited
again, or the entry in the bibliography."""
_UNKNOWN: Final = " unknown"
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


def passages_at(document: Readable, outline: Outline, parts: Sequence[Choice], cursor: int) -> list[Passage]:
    """The parts that were chosen, in reading order; without any, what `passage_at` gives.

    Raises NoSuchPlace as that does.
    """
    if not parts:
        return [passage_at(document, outline, None, cursor)]
    passages = [passage_at(document, outline, part, cursor) for part in parts]
    return merged(passages) or passages[:1]  # nothing but white space was chosen


def clip(
    passages: Passage | Sequence[Passage], style: str, what: What, *, append_place: bool = False
) -> Clip:
    """What is copied of passages; `append_place` puts the counted place behind a citation without one.

    Raises NoSuchPlace where the paragraphs before it are not counted yet.
    """
    parts = [passages] if isinstance(passages, Passage) else passages
    words = sum(part.words for part in parts)
    if what == "words":
        return Clip(together(parts).plain, words, "the words alone")
    document = parts[-1].document
    if not is_placed(parts[-1]):
        raise NoSuchPlace("The paragraphs up to here are still being counted: cite this in a moment.")
    form, called = _SAID[what]
    citation = cite(document.metadata, parts, style, form)
    if append_place and form != "entry":
        citation = with_place(citation, parts[0].to(parts[-1]))
    label = STYLES[style].label
    styled = f"{label}, {citation.locator}" if citation.locator else label
    detail = " · ".join(part for part in (called, styled, *_to_fix(citation.notes)) if part)
    if what == "text":
        return Clip(citation.text, words, detail, citation.html)
    return Clip(citation.citation, words, detail, citation.citation_html)


def _to_fix(notes: Sequence[str]) -> list[str]:
    """The notes, with what is unknown in one of them, last, and the key that leads to where it is filled in.

    "title unknown", "date unknown" → "title and date unknown, m to fix".
    """
    unknown = [note.removesuffix(_UNKNOWN) for note in notes if note.endswith(_UNKNOWN)]
    others = [note for note in notes if not note.endswith(_UNKNOWN)]
    if not unknown:
        return others
    *front, last = unknown
    listed = f"{', '.join(front)} and {last}" if front else last
    return [*others, f"{listed}{_UNKNOWN}, m to fix"]


def is_placed(passage: Passage) -> bool:
    """Whether its place can be told: what a source prints is known before the paragraphs are counted."""
    return passage.end <= passage.document.counted_to or passage.document.prints_numbers


def measured(parts: Sequence[Choice], outline: Outline, style: str) -> str:
    """What was chosen amounts to, and the place that a citation of it will have.

    "23 words · third para.", "2 parts, 40 words · ¶¶ 3-5", "23 words · no ¶ (MLA)".
    """
    passages = merged([Passage(part.document, outline, part.start, part.end) for part in parts])
    if not passages:
        return ""
    count = sum(passage.words for passage in passages)
    words = f"{count:,} word{'' if count == 1 else 's'}"
    if len(passages) > 1:
        words = f"{len(passages)} parts, {words}"
    place = _place_words(passages[0].to(passages[-1]), style)
    return f"{words} · {place}" if place else words


def _place_words(passage: Passage, style: str) -> str:
    """The locator as the style prints it, or the shortest way to say that it prints none."""
    document = passage.document
    # Every key asks for it, and a style that another program makes takes too long for that.
    if is_placed(passage) and not style.endswith(".csl"):
        reference = STYLES[style].write("cite", cited_at(document.metadata, passage))
        if reference.locator:
            return reference.locator
        if any(note.startswith("no ¶") for note in reference.notes):
            return f"no ¶ ({STYLES[style].label})"
    return " · ".join(filter(None, places_of(passage)))
