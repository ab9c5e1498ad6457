"""What a search gives: places in articles, and what has to be said about them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.search.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: `article` is its id, or the name it was given with.

    `start` and `end` are offsets in its text that enclose all `marks`, the spans of the words. They
    are 0 where the title alone has them. `section` names the sections around it, outermost first;
    `date` is the article's, in ISO 8601, or empty. `paragraph` is the counted one; `printed` what it is
    called by the number that the source prints ("[12]"), None where that prints no numbers.
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
    printed: str | None = None

    @property
    def place(self) -> str:
        """What a reader calls the paragraph: "[12]" where the source prints that, else "¶ 3"; or ""."""
        if self.printed is not None:
            return self.printed
        return f"¶ {self.paragraph}" if self.paragraph else ""


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
