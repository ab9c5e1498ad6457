"""Passages that are to be found again, and what was found."""

from __future__ import annotations

from random import Random

from corpus.document import Document
from corpus.passages.selectors import Part, part_of
from tests.clipping import SENTENCES, passage

LONG = " ".join(SENTENCES)


def part(document: Document, words: str) -> Part:
    return part_of(passage(document, words))


def words_at(document: Document, span: tuple[int, int] | None) -> str:
    return document.text[slice(*span)] if span else ""


def book(paragraphs: int = 60) -> list[str]:
    """Paragraphs that are all about something else, save their beginning."""
    random = Random(7)
    syllables = "ba co du fi gre ha jo ku li mo na pro qua ri so tu vo we ya zi".split()
    return [
        f"Entry {number}. The keeper saw this: "
        + " ".join("".join(random.choices(syllables, k=random.randint(1, 3))) for _ in range(25))
        + ", then he slept."
        for number in range(paragraphs)
    ]
