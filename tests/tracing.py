"""A library of invented works whose paragraphs, pages and numbers are known: to be led back to."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from corpus.document import Document
from corpus.labels import Labels, Printed
from corpus.library import Library
from corpus.metadata import Metadata, Name, PartialDate
from corpus.opening import open_bytes
from corpus.outline import Outline, outline_of
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    EDITED,
    EIGHT,
    FREEDOM_ACT,
    JUDGMENT,
    KEPT,
    NEWS,
    PAGE,
    REPORT,
    WEB,
)

PARAGRAPHS: Final = 24
FIRST_PAGE: Final = 141
"""Of the works that have pages, each paragraph is on its own; this is the first."""

_WORDS: Final = (
    "river gate keeper lock water stone wall book night level mark boat current flood plan north upper rule"
    " measure office bridge harbour ledger signal"
).split()
WORKS: Final[dict[str, tuple[Metadata, str]]] = {
    "news": (NEWS, "counted"),
    "page": (PAGE, "counted"),
    "article": (ARTICLE, "pages"),
    "eight": (EIGHT._replace(title="Eight on Rivers", date=PartialDate(2018), doi=""), "pages"),
    "report": (REPORT, "numbers"),
    "book": (BOOK, "pages"),
    "chapter": (CHAPTER, "pages"),
    "chinese": (CHINESE, "pages"),
    "characters": (
        CHARACTERS._replace(title="水利工程的若干问题", authors=(Name("王", "伟", "family-first"),)),
        "counted",
    ),
    "act": (FREEDOM_ACT, "counted"),
    "judgment": (JUDGMENT, "numbers"),
    "edited": (EDITED, "counted"),
    "web": (WEB._replace(title="A Second Roadmap", authors=(Name("Fang", "Yi", "family-first"),)), "counted"),
    "untitled": (KEPT._replace(authors=(Name("Moreau", "Élise"),)), "counted"),
}
"""Each work with what its paragraphs are known by."""


class Shelved(NamedTuple):
    """An article of the library: its number, and what it is."""

    id: int
    document: Document
    outline: Outline

    @property
    def here(self) -> tuple[Document, Outline, int]:
        """It, as the article that is being read."""
        return self.document, self.outline, self.id


def document(metadata: Metadata, known_by: str = "counted", seed: str = "") -> Document:
    """An article of 24 paragraphs of words that mean nothing, always the same for a seed."""
    rnd = random.Random(f"{metadata.title}{seed}")
    text = "\n\n".join(
        " ".join(rnd.choice(_WORDS) for _ in range(30)).capitalize() + "." for _ in range(PARAGRAPHS)
    )
    read = open_bytes(text.encode(), "a.txt")
    starts = [read.paragraph(number).start for number in range(1, PARAGRAPHS + 1)]
    labels = {
        "counted": Labels(),
        "pages": Labels(
            pages=Printed.of((start, str(at)) for at, start in enumerate(starts, FIRST_PAGE)),
        ),
        "numbers": Labels(numbers=Printed.of((start, f"[{at}]") for at, start in enumerate(starts, 1))),
    }
    return read._replace(metadata=metadata, labels=labels[known_by])


@contextmanager
def shelf(folder: Path) -> Iterator[tuple[Library, dict[str, Shelved]]]:
    """A library of all the works, and each by its name."""
    with Library(folder / "library.sqlite") as library:
        shelved = {}
        for number, (name, (metadata, known_by)) in enumerate(WORKS.items(), 1):
            article = document(metadata, known_by)
            kept = library.remember(article, f"/nowhere/{name}.txt", size=number, mtime_ns=number)
            shelved[name] = Shelved(kept.id, article, outline_of(article))
        yield library, shelved
