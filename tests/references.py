"""Leading back and checking in a test: what is found, and when, is up to the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from corpus.document import Document
from corpus.quotation.checked import Checked, Match, Searched, Verdict
from corpus.tracing.traced import Agreed, Certainty, Destination
from corpus.word_diff import word_diff
from tui.article import OpenArticle
from tui.references import References

PATIENCE = 10.0
"""Seconds after which a thread of a test goes on by itself."""


def destination(
    document: Document,
    words: str,
    *,
    article: int | None = None,
    certainty: Certainty = "sure",
    title: str = "On Rivers",
    place: str = "¶ 3",
) -> Destination:
    """The place of these words."""
    start = document.text.index(words)
    return Destination(article, title, start, start + len(words), place, certainty, "author and year")


def match(
    document: Document,
    words: str,
    verdict: Verdict = Verdict.VERBATIM,
    *,
    quoted: str = "",
    article: int | str = "this article",
    remarks: tuple[str, ...] = (),
) -> Match:
    """A match of the words of an article; `quoted` are those of the quotation, where they differ."""
    start = document.text.index(words)
    diff = word_diff(quoted or words, words)
    span = (start, start + len(words))
    return Match(verdict, article, "On Rivers", (span,), "¶ 3", diff, words, remarks)


class Fake:
    """Leads and checks as told; an Event is waited for before the answer."""

    def __init__(self) -> None:
        self.leading: Callable[[str], Sequence[Destination]] = lambda _: ()
        self.matches: Sequence[Match] = ()
        self.agreement: Agreed | None = None
        self.before: Event | None = None
        self.traced: list[str] = []
        self.checked: list[tuple[str, bool]] = []
        self.cited: list[str] = []

    def _wait(self) -> None:
        if self.before:
            self.before.wait(PATIENCE)

    def trace(self, reference: str, _here: OpenArticle | None) -> Sequence[Destination]:
        """Where a reference leads."""
        self.traced.append(reference)
        self._wait()
        return self.leading(reference)

    def check(self, quotation: str, within: bool) -> Checked:
        """What is said of a quotation."""
        self.checked.append((quotation, within))
        self._wait()
        verdict = self.matches[0].verdict if self.matches else Verdict.ABSENT
        searched = Searched(1, "this article") if within else Searched(412)
        return Checked(quotation, verdict, tuple(self.matches), searched)

    def agree(self, citation: str) -> Agreed:
        """What is said of a citation."""
        self.cited.append(citation)
        return self.agreement or Agreed("unknown", "unknown")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """What leads back and checks in every reader of this test."""
    it = Fake()
    monkeypatch.setattr(References, "traced", lambda _, *asked: it.trace(*asked))
    monkeypatch.setattr(References, "checked", lambda _, *asked, **how: it.check(asked[0], how["within"]))
    monkeypatch.setattr(References, "agreed", lambda _, *asked: it.agree(asked[0]))
    return it
