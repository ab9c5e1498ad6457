"""Clips in a test: of articles in our own words, and of the works that citations are tested on."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.citation.place import Place
from corpus.clip import Clip, clip_of
from corpus.document import Document, Inline, Kind
from corpus.draft import Draft
from corpus.metadata import Metadata
from corpus.outline import Outline, outline_of
from corpus.passages.passage import Passage

SENTENCES = (
    "The river had risen in the night.",
    "The keeper of the lock wrote the level into his book.",
    "Nobody had ever read the page.",
    "He went to wake the others, as he had always done.",
)


def river(*paragraphs: str, metadata: Metadata | None = None) -> Document:
    """An article of these paragraphs, or of one with four sentences."""
    draft = Draft()
    for paragraph in paragraphs or (" ".join(SENTENCES),):
        draft.add(paragraph)
    return draft.document(metadata)._replace(digest="a" * 64)


def marked() -> Document:
    """An article with emphasis, a list and a heading."""
    draft = Draft()
    draft.add("On Rivers", Kind.HEADING, level=1)
    draft.add("All rivers run to the sea.", spans=[(4, 10, Inline.EMPHASIS, "")])
    draft.add("the Rhine", Kind.ITEM, level=1, marker="1.", tight=True)
    draft.add("the Seine", Kind.ITEM, level=1, marker="2.", tight=True)
    draft.add("The sea is not full.")
    return draft.document()


def passage(document: Document, words: str, outline: Outline | None = None) -> Passage:
    """The passage with these words; who takes many of one article gives its outline."""
    start = document.text.index(words)
    return Passage(document, outline or outline_of(document), start, start + len(words))


def kept(
    words: str = SENTENCES[0],
    work: Metadata | None = None,
    place: Place | None = None,
    *,
    source: str = "",
    tags: Iterable[str] = (),
    note: str = "",
) -> Clip:
    """A clip of these words of an article, that is of a work and stands at a place in it."""
    document = river(words, metadata=work)._replace(digest="")
    clip = clip_of([passage(document, words)], source=source)
    return clip._replace(place=place or clip.place, tags=tuple(tags), note=note)
