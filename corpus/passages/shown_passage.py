"""Passages by the numbers that a reader sees beside them."""

from __future__ import annotations

from corpus.document import Readable
from corpus.errors import NoSuchPlace
from corpus.labels import bare, sign_of
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.shown_number import called, paragraph_called


def places_of(passage: Passage) -> list[str]:
    """Pages and paragraphs of a passage as a reader calls them: "pp. 42–43", "¶¶ 3–4", "[12]–[14]"."""
    document, words = passage.document, passage.trimmed()
    last = max(words.start, words.end - 1)
    pages = document.page_at(words.start), document.page_at(last)
    page = f"p. {pages[0]}" if pages[0] == pages[1] else f"pp. {pages[0]}–{pages[1]}"
    return [page if all(pages) else "", _paragraphs(passage, words.start, last)]


def _paragraphs(passage: Passage, start: int, last: int) -> str:
    if passage.document.prints_numbers:
        return _printed(passage, start, last)
    if passage.paragraphs is None:
        return ""
    one, other = passage.paragraphs
    return f"¶ {one}" if one == other else f"¶¶ {one}–{other}"


def _printed(passage: Passage, start: int, last: int) -> str:
    marks = [passage.document.mark_at(offset) for offset in (start, last)]
    first, second = (mark or marks[1 - at] for at, mark in enumerate(marks))
    name = called(first, passage.document.metadata.type)
    if first == second:
        return name
    sign = sign_of(name)
    return f"{sign}{sign} {bare(first)}–{bare(second)}" if sign else f"{first}–{second}"


def passage_called(document: Readable, outline: Outline, first: str, last: str) -> Passage:
    """The passage from one paragraph to another, by the numbers that the margin shows. Raises NoSuchPlace."""
    start, end = paragraph_called(document, first), paragraph_called(document, last)
    if end.start < start.start:
        raise NoSuchPlace(f"Paragraphs {first} to {last} run backwards: name the lower number first.")
    return Passage(document, outline, start.start, end.end)
