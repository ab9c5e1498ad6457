"""The quotations of a manuscript checked: whether their words stand in the articles, where they are cited."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple, Protocol

from corpus import words
from corpus.document import Document
from corpus.manuscript.citing_words import is_bare_number
from corpus.manuscript.quoted import Quoted
from corpus.quotation.checked import Checked, Match, Searched, Verdict
from corpus.tracing.agreeing import agreed
from corpus.tracing.traced import Agreed

_KEPT: Final = 64
"""Articles that are kept opened, because a manuscript quotes few of them often."""

_ORDER: Final = {"right": 0, "unsaid": 1, "unknown": 2, "wrong": 3}


class Checks(Protocol):
    """What looks for a quotation: `corpus.quotation.checking.Checker` does."""

    def check(self, quotation: str, *, prefer: Collection[int | str] = ()) -> Checked:
        """Where the words of a quotation stand."""
        ...


class CheckedQuoted(NamedTuple):
    """What became of a quotation.

    `match` is the place that it is from, None where there is none; `agreed` tells whether its citation names
    that, None where there is no citation. `cited` are the titles of the articles that the citation may name,
    where the words were not found in full.
    """

    quoted: Quoted
    checked: Checked
    match: Match | None = None
    agreed: Agreed | None = None
    cited: tuple[str, ...] = ()

    @property
    def is_verbatim(self) -> bool:
        """Whether the words stand there as they are quoted."""
        return self.checked.verdict is Verdict.VERBATIM and not self.checked.faults

    @property
    def is_cited_wrongly(self) -> bool:
        """Whether the citation names another work or place."""
        return self.agreed is not None and "wrong" in (self.agreed.work, self.agreed.place)

    @property
    def is_right(self) -> bool:
        """Whether nothing is to be said against it."""
        return self.is_verbatim and not self.is_cited_wrongly


class ManuscriptChecker:
    """Checks one quotation after the other."""

    def __init__(
        self,
        checker: Checks,
        document: Callable[[int | str], Document | None],
        proposed: Callable[[str], Sequence[tuple[int | str, str]]],
        titles: Collection[str],
    ) -> None:
        """Take what looks for quotations, gives an article by its number or name, and proposes articles.

        `proposed` gives the numbers or names, and the titles, of the articles that a citation may name, the
        likeliest first; `titles` are those of all articles.
        """
        self._checker, self._document, self._proposed = checker, document, proposed
        self._titles = {_folded(title) for title in titles}
        self._opened: OrderedDict[int | str, Document | None] = OrderedDict()
        self._searched: Searched | None = None
        self._named: dict[str, Sequence[tuple[int | str, str]]] = {}

    @property
    def searched(self) -> Searched:
        """What is looked through. Raises LibraryUnavailable."""
        return self._searched or self._checker.check("").searched

    def is_title(self, checked: CheckedQuoted) -> bool:
        """Whether a quotation is the title of an article, named rather than quoted."""
        placed = checked.agreed is not None and checked.agreed.says
        return not placed and _folded(checked.quoted.text) in self._titles

    def check(self, quoted: Quoted) -> CheckedQuoted:
        """Look for a quotation, and compare its citation with the place. Raises LibraryUnavailable."""
        named = self._articles_named(quoted)
        checked = self._checker.check(quoted.text, prefer=[article for article, _ in named])
        self._searched = checked.searched
        judged = [(match, self._agreed(quoted, match)) for match in checked.matches]
        if not judged:
            return CheckedQuoted(quoted, checked, cited=tuple(title for _, title in named))
        # Of places that are as good, the one that is cited.
        match, best = min(judged, key=lambda one: (list(Verdict).index(one[0].verdict), _rank(one[1])))
        cited = () if match.verdict is Verdict.VERBATIM else tuple(title for _, title in named)
        return CheckedQuoted(quoted, checked, match, best, cited)

    def _articles_named(self, quoted: Quoted) -> Sequence[tuple[int | str, str]]:
        citation = quoted.before or quoted.citation
        if citation not in self._named:
            self._named[citation] = self._proposed(citation) if citation else ()
        return self._named[citation]

    def _agreed(self, quoted: Quoted, match: Match) -> Agreed | None:
        document = self._article(match.article) if quoted.citation else None
        if document is None:
            return None
        if is_bare_number(quoted.citation):
            # It is no paragraph’s: what is in the list tells the work, and nothing the place.
            if not quoted.before:
                return None
            work = agreed(quoted.before, work=document.metadata, passages=(document, ()))
            return work._replace(place="unsaid", says="", ought="")
        return agreed(
            quoted.stands_for or quoted.citation,
            work=document.metadata,
            passages=(document, match.spans),
            before=quoted.before,
        )

    def _article(self, article: int | str) -> Document | None:
        if article not in self._opened:
            self._opened[article] = self._document(article)
            if len(self._opened) > _KEPT:
                self._opened.popitem(last=False)
        self._opened.move_to_end(article)
        return self._opened[article]


def _rank(one: Agreed | None) -> tuple[int, int]:
    return (_ORDER[one.work], _ORDER[one.place]) if one else (1, 1)


def _folded(text: str) -> str:
    return " ".join(words.columns(text)[2])
