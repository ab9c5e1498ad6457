"""A library search in a test: what it answers, and when, is up to the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest
from textual.pilot import Pilot

from corpus.search.answer import Answer, Hit
from corpus.search.snippet import Snippet
from tests.reading import screen, shown
from tests.reading import until as until
from tui.results import Asked
from tui.services import Services

LANGUAGE = (("moon tide", "both words"), ('"rising tide"', "word for word"))


def hit(article: int | str, text: str, word: str, nth: int = 0, *, title: str = "On Rivers") -> Hit:
    """A hit on the nth occurrence of a word in the text of an article."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    around = text[max(0, start - 20) : start + 40].replace("\n", " ")
    at = min(20, start)
    snippet = Snippet(around, ((at, at + len(word)),))
    span = (start, start + len(word))
    return Hit(article, title, "2021-03-04", ("Part 1", "Below"), nth + 1, *span, snippet, (span,), 1.0)


class Fake:
    """Answers each query as told: an Event in between is waited for, as long as nobody cancels."""

    def __init__(self) -> None:
        self.answering: Callable[[Asked], Sequence[Answer | Event]] = lambda _: [Answer(())]
        self.asked: list[Asked] = []
        self.cancelled: list[Asked] = []

    def answers(self, asked: Asked, cancelled: Callable[[], bool]) -> Iterator[Answer]:
        """What was told; the last one final."""
        self.asked.append(asked)
        for step in self.answering(asked):
            if isinstance(step, Answer):
                yield step
                continue
            while not step.wait(0.01):
                if cancelled():
                    self.cancelled.append(asked)
                    return


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """The search of every reader in this test, and a language of two forms."""
    it = Fake()
    monkeypatch.setattr(Services, "answers", lambda _, *asked: it.answers(*asked))
    monkeypatch.setattr(Services, "language", lambda _: LANGUAGE)
    return it


def panel(pilot: Pilot[None]) -> list[str]:
    """The lines of the search panel."""
    region = screen(pilot).search_panel.region
    return [line[region.x : region.right].strip() for line in shown(pilot)[region.y : region.bottom]]


def chosen(pilot: Pilot[None]) -> str:
    """The lines of the list that have the bar, as one."""
    return " ".join(line.lstrip("▌ ") for line in panel(pilot) if line.startswith("▌"))
