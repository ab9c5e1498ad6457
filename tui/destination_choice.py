"""The sheet of the places that a reference may lead to: one of them is chosen."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from tui.sheets import ChoiceSheet
from tui.traced import Traced, named


class DestinationChoice(ChoiceSheet):
    """The places one under the other, the best first; gives the number (from 0) of the one that is chosen."""

    FOOT_WORDS: ClassVar[str] = "↓ ↑ · Enter goes there · Esc stays where you are"

    def __init__(self, traced: Traced) -> None:
        self._traced = traced
        options = []
        for number, offer in enumerate(traced.offers):
            destination = offer.destination
            place = f" · {destination.place}" if destination.place else ""
            words = f"\n{offer.words}" if offer.words else ""
            entry = Content.assemble(
                (destination.title, "bold"), place, words, "\n", (destination.why, "$page-foreground 72%")
            )
            options.append((str(number), entry))
        super().__init__(options, "0")

    def title_words(self) -> str:
        """What was pasted, and that it may mean several places."""
        return f"{len(self._traced.offers)} places that “{named(self._traced.reference)}” may mean"
