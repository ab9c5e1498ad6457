"""A sheet on which one of several places is chosen, where it is in doubt which of them is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.app import App
from textual.content import Content

from corpus.document import FILLER, Readable
from corpus.passages.shown_number import place_at
from corpus.sanitiser import clean_line
from tui.foot_line import joined
from tui.sheets import ChoiceSheet

_AROUND: Final = 60
"""Characters that are shown on either side of a place, so that one can be told from another."""
_SEEN: Final = 120
"""Characters that are shown of the place itself."""
_MOST: Final = 200
"""Places that are offered: nobody looks through more of them."""


class PlaceChoice(ChoiceSheet):
    """Gives the number of the place that was chosen, from 0."""

    TITLE_WORDS: ClassVar[str] = "Which of these places is it?"

    def __init__(self, document: Readable, spans: Sequence[tuple[int, int]]) -> None:
        """Offer these spans [start, end) of a document."""
        offered = [_offered(document, span) for span in spans[:_MOST]]
        super().__init__([(str(number), words) for number, words in enumerate(offered)])


def choose_place(
    app: App[None],
    document: Readable,
    spans: Sequence[tuple[int, int]],
    then: Callable[[tuple[int, int]], None],
) -> None:
    """Let one of these spans of a document be chosen; `then` is told which, if one is."""

    def chosen(number: str | None) -> None:
        if number is not None:
            then(spans[int(number)])

    app.push_screen(PlaceChoice(document, spans), chosen)


def _offered(document: Readable, span: tuple[int, int]) -> Content:
    start, end = span
    last = min(end, start + _SEEN)
    before, words, behind = (
        clean_line(document.text[first:until].replace(FILLER, ""))
        for first, until in ((max(0, start - _AROUND), start), (start, last), (last, last + _AROUND))
    )
    place = joined(place_at(document, start))
    return Content.assemble(
        (f"{place}\n" if place else "", "$page-dim"),
        (f"…{before} " if before else "", "$page-dim"),
        (words, "bold"),
        (f" {behind}…" if behind else "", "$page-dim"),
    )
