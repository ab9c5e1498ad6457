"""A line to type in: harmless whatever is pasted."""

from __future__ import annotations

from textual.events import Paste
from textual.message import Message
from textual.widgets import Input

from corpus.sanitiser import clean_text


class Settled(Message):
    """What Enter at a prompt meant is done: keys that were typed since are for whatever has them now."""


class Prompt(Input):
    """An input of one line without a frame; its cursor does not blink."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put words in the place of others, with pictures in the place of controls."""
        super().replace(clean_text(text).replace("\n", " ").replace("\t", " "), start, end)

    def on_paste(self, event: Paste) -> None:
        """Take all lines of what is pasted, as one; Textual would take the first alone."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *self.selection)
