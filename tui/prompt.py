"""A line to type in: harmless whatever is pasted, and never a key too late."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from corpus.sanitiser import clean_text


class Prompt(Input):
    """An input of one line without a frame; its cursor does not blink."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._last_key: events.Key | None = None

    def replace(self, text: str, start: int, end: int) -> None:
        """Put words in the place of others, with pictures in the place of controls."""
        super().replace(clean_text(text).replace("\n", " ").replace("\t", " "), start, end)

    async def on_event(self, event: events.Event) -> None:
        """Remember the key, so that it is known whether it was offered here."""
        if isinstance(event, events.Key):
            self._last_key = event
        await super().on_event(event)

    def was_offered(self, key: events.Key) -> bool:
        """Whether a key has come by here already."""
        return key is self._last_key
