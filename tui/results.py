"""What a search of the library gave so far, in the order in which it is shown. No Textual in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.search.answer import Answer, Hit

LIMITS: Final = (20, 60, 200)
"""So many hits are asked for at first, and when the reader goes on beyond the last."""
_LETTERS: Final = 3
"""Below that nearly every article is a hit."""


class Asked(NamedTuple):
    """A question: what was typed, whether it is meant to the letter, and how many hits are wanted."""

    query: str
    literally: bool = False
    limit: int = LIMITS[0]

    def asks_as(self, other: Asked | None) -> bool:
        """Whether both ask for the same, be it for fewer or for more of it."""
        return other is not None and self[:2] == other[:2]


class Searched(Protocol):
    """What is searched. Every method may be called from any thread, and may take long."""

    def answers(self, asked: Asked, cancelled: Callable[[], bool]) -> Iterator[Answer]:
        """Better and better answers, the last of them final; `cancelled` tells when to give up."""

    def count(self) -> int:
        """How many articles are searched."""

    def language(self) -> Sequence[tuple[str, str]]:
        """What can be typed: examples, each with what it finds. Called at once when a search begins."""


def is_enough(query: str) -> bool:
    """Whether a query says enough to look for: three letters, or one of a script without spaces."""
    from corpus.words import columns, is_unspaced  # not above: many a reading ends without a search

    words = columns(query)[2]
    return sum(map(len, words)) >= _LETTERS or any(is_unspaced(word[0]) for word in words)


class Results:
    """The hits of one question, one of them chosen; `final` tells that no better answer follows."""

    def __init__(self, asked: Asked, *, grouped: bool) -> None:
        self.asked = asked
        self.final = False
        self.hits: tuple[Hit, ...] = ()
        self.chosen = 0
        self.complete = False
        self.total = 0
        self.notes: tuple[str, ...] = ()
        self.corrected: tuple[tuple[str, str], ...] = ()
        self.articles = 0
        self._ranked: tuple[Hit, ...] = ()
        self._grouped = grouped

    @property
    def hit(self) -> Hit | None:
        """The hit that is chosen; None where there is none."""
        return self.hits[self.chosen] if self.hits else None

    def take(self, asked: Asked, answer: Answer) -> None:
        """Take a better answer; the hit that is chosen stays so, wherever it stands now."""
        self.asked = asked
        self.complete, self.total = answer.complete, max(answer.total, len(answer.hits))
        self.notes, self.corrected = answer.notes, answer.corrected
        self._ranked = answer.hits
        self._arrange()

    def group(self, grouped: bool) -> None:
        """Let hits stand under their article, or in one ranking."""
        self._grouped = grouped
        self._arrange()

    def _arrange(self) -> None:
        before = self.hit
        self.hits = by_article(self._ranked) if self._grouped else self._ranked
        self.chosen = min(self.chosen, max(0, len(self.hits) - 1))
        for index, hit in enumerate(self.hits):
            if before and (hit.article, hit.start) == (before.article, before.start):
                self.chosen = index

    def step(self, by: int) -> bool:
        """Choose a hit further on or (negative) back; tells whether that one is there."""
        wanted = self.chosen + by
        self.chosen = max(0, min(wanted, len(self.hits) - 1))
        return self.chosen == wanted

    @property
    def more(self) -> Asked | None:
        """The question that brings more hits; None where there are no more, or these are enough."""
        limits = [limit for limit in LIMITS if limit > self.asked.limit]
        if not limits or self.total <= len(self.hits):
            return None
        return self.asked._replace(limit=limits[0])

    # What is said of it --------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """Which of the hits is chosen: "5/14"."""
        return f"{self.chosen + 1:,}/{self._all}"

    @property
    def _all(self) -> str:
        return f"{self.total:,}{'' if self.complete or not self.final else '+'}"

    @property
    def count(self) -> str:
        """How many there are: "14 hits in 5 articles", "20 of 143"."""
        if not self.hits:
            return "0 hits" if self.final else ""
        if self.total > len(self.hits):
            return f"{len(self.hits):,} of {self._all}"
        articles = len({hit.article for hit in self.hits})
        among = f" in {articles:,} articles" if articles > 1 else ""
        return f"{self._all} hit{'' if self._all == '1' else 's'}{among}"

    @property
    def remark(self) -> str:
        """What else is to be said: of words corrected, of a faulty query, of there being nothing."""
        parts = []
        if self.corrected and self.hits:
            typed, meant = (" ".join(dict.fromkeys(words)) for words in zip(*self.corrected, strict=True))
            parts = [f"0 for {typed}", f"{self._all} for {meant}", "Tab: exact"]
        parts += self.notes
        if self.final and not self.hits and self.complete and not self.notes:
            articles = f"{self.articles:,} article{'' if self.articles == 1 else 's'}"
            parts.append(f"0 for {self.asked.query.strip()} in {articles}")
        elif self.final and not self.hits and not self.complete:
            parts.append("nothing found yet: not all of the library was looked through")
        if self.asked.literally:
            parts.append("Tab: corrected")
        if self.final and self.total > len(self.hits) and self.asked.limit == LIMITS[-1]:
            parts.append("one word more, and there are fewer")
        return " · ".join(parts)


def by_article(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits of each article together, the article of the best hit first; each in their order."""
    together: dict[int | str, list[Hit]] = {}
    for hit in hits:
        together.setdefault(hit.article, []).append(hit)
    return tuple(hit for those in together.values() for hit in those)
