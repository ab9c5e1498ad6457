"""The foot of the tray of clips: what the keys do, what was done, and the line in which notes are typed."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.foot_line import BETWEEN_PARTS, hints_in, parted
from tui.prompt import Prompt

HINTS: Final = (
    "Enter goes there",
    "J K move",
    "n note",
    "t tags",
    "e style",
    "x removes",
    "u brings back",
    "y copies",
    "Esc goes back",
)
_DISPENSABLE: Final = ("u brings back", "t tags", "e style", "n note", "J K move", "Enter goes there")
"""What is left out where there is no room: these first. Help has all of it."""
_NOTHING: Final = "u brings back · Esc goes back"


class ClipsFoot(Horizontal):
    """Says something until the next key, or asks for something under its sign."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.asked = ""
        """The sign of what is being asked for; "" for nothing."""

    def compose(self) -> ComposeResult:
        """The sign, the line to type in, and what is said."""
        yield Static(id="clips-sign")
        yield Prompt(id="clips-input")
        yield Static(id="clips-said")

    def say(self, sentence: str, *, empty: bool) -> None:
        """Say what was done; without a sentence, what the keys do, which is little where all is `empty`."""
        room = self.size.width
        lines = parted(sentence, room, 2)
        self.set_class(len(lines) > 1, "tall")
        gist = sentence.partition(BETWEEN_PARTS)[0]
        hints = _NOTHING if empty else hints_in(room, HINTS, _DISPENSABLE)
        shown = "\n".join(lines)
        words = Content.assemble((shown[: len(gist)], "bold $page-accent"), shown[len(gist) :])
        self.query_one("#clips-said", Static).update(words if sentence else Content(hints))

    def ask(self, sign: str, value: str) -> None:
        """Let something be typed, beginning with a value."""
        self.asked = sign
        field = self.query_one(Input)
        field.value = value
        field.cursor_position = len(value)
        self.query_one("#clips-sign", Static).update(Content(sign))
        self._show(asking=True)
        self.screen.set_focus(field)

    def close(self) -> None:
        """Ask no more."""
        self.asked = ""
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        for part in ("#clips-sign", "#clips-input"):
            self.query_one(part).display = asking
        self.query_one("#clips-said").display = not asking
