"""What a search gives: places in articles, and what has to be said about them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.search.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: `article` is its id, or the name it was given with.

    `start` and `end` are offsets in its text that enclose all `marks`, the spans of the words. They
    are 0 where the title alone has them. `section` names the sections around it, outermost first;
    `date` is the article's, in ISO 8601, or empty.
    """

    article: int | str
    title: str
    date: str
    section: tuple[str, ...]
    paragraph: int | None
    start: int
    end: int
    snippet: Snippet
    marks: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits, best first, and what has to be said about them.

    `total` counts the passages found, those beyond the limit too. `complete` is false where looking
    was broken off or goes on: then there may be more. An answer without hits that is complete is
    certain. `corrected` has, for each word that stands nowhere, the word that was looked for instead.
    `notes` are sentences for the reader.
    """

    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()
    complete: bool = True
    total: int = 0
    corrected: tuple[tuple[str, str], ...] = ()
