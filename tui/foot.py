"""The one line at the foot: where the reader is, a question, or a receipt."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Foot(Horizontal):
    """Shows the status; a prompt and a receipt take its place, so that nothing on the page moves."""

    @dataclass
    class Typed(Message):
        """What was typed at a prompt changed."""

        prompt: str
        text: str

    @dataclass
    class Answered(Message):
        """A prompt was answered with Enter."""

        prompt: str
        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._prompt = ""
        self._left = ""
        self._receipt = ""

    def compose(self) -> ComposeResult:
        """Two texts, and the prompt between them."""
        yield Static(id="foot-left")
        yield Static(id="foot-sign")
        yield Input(id="foot-input", compact=True, select_on_focus=False)
        yield Static(id="foot-right")

    def on_mount(self) -> None:
        """Begin without a prompt."""
        self._show()

    @property
    def asking(self) -> str:
        """The prompt that is open: its sign, or an empty text."""
        return self._prompt

    def status(self, right: str) -> None:
        """Say where the reader is, at the right."""
        self.query_one("#foot-right", Static).update(Content(right))

    def hint(self, left: str) -> None:
        """Say something at the left, until something else is said there."""
        self._left = left
        self._show()

    def receipt(self, sentence: str) -> None:
        """Say what was done, in place of the hint, until `settle`."""
        self._receipt, self._left = sentence, ""
        self._show()

    def settle(self) -> None:
        """Take the receipt back: the reader goes on."""
        if self._receipt:
            self._receipt = ""
            self._show()

    def ask(self, prompt: str) -> None:
        """Open a prompt with that sign, and take the keys."""
        self._prompt, self._receipt, self._left = prompt, "", ""
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = ""
        self._show()
        field.focus()

    def close(self) -> None:
        """Close the prompt."""
        self._prompt = ""
        self._show()

    def _show(self) -> None:
        asking = bool(self._prompt)
        left = self.query_one("#foot-left", Static)
        left.display = not asking
        left.update(Content(self._receipt or self._left))
        left.set_class(bool(self._receipt), "receipt")
        self.set_class(bool(self._receipt), "receipt")
        sign = self.query_one("#foot-sign", Static)
        sign.display = asking
        sign.update(Content(self._prompt))
        self.query_one(Input).display = asking

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        if self._prompt:
            self.post_message(self.Typed(self._prompt, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self._prompt, event.value))
