"""A line to type in: harmless whatever is pasted."""

from __future__ import annotations

from textual.events import Paste
from textual.message import Message
from textual.widgets import Input

from corpus.sanitiser import clean_text
from tui.pasted import MOST


class Settled(Message):
    """What Enter at a prompt meant is done: keys that were typed since are for whatever has them now."""


class Prompt(Input):
    """An input of one line without a frame; its cursor does not blink."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._pasted = ""
        self._pasted_line = ""

    @property
    def meant(self) -> str:
        """What was pasted, with its lines as they were, where it alone stands here; else what stands here.

        Harmless, and at most one character longer than `MOST`.
        """
        return self._pasted if self.value and self.value == self._pasted_line else self.value

    def fill(self, pasted: str) -> None:
        """Let what was pasted before stand here again, all of it chosen, so that it can be pasted over."""
        self.value = ""
        self._take(pasted)
        self.select_all()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put words in the place of others, with pictures in the place of controls."""
        super().replace(clean_text(text).replace("\n", " ").replace("\t", " "), start, end)

    def on_paste(self, event: Paste) -> None:
        """Take all lines of what is pasted, as one; Textual would take the first alone."""
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def _take(self, text: str) -> None:
        pasted = text[: MOST + 1]
        alone = sorted(self.selection) == [0, len(self.value)]
        self.replace(" ".join(pasted.split())[:MOST], *self.selection)
        if alone:
            self._pasted, self._pasted_line = clean_text(pasted)[: MOST + 1], self.value
