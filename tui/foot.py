"""The one line at the foot: where the reader is, a question, or a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.actions import FILTER
from tui.foot_line import receipt_lines, status_line
from tui.prompt import Prompt
from tui.skinned import Skinned


class FootLine(Skinned):
    """The line while nothing is asked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.hint = self.place = self.receipt = ""

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        width, skin = self.size.width, self.skin
        if self.receipt:
            lines = receipt_lines(self.receipt, width, self.size.height)
            return skin.strip(lines[y], width) if y < len(lines) else Strip.blank(width, skin.style())
        if y:
            return Strip.blank(width, skin.style())
        return skin.strip(status_line(self.hint, self.place, width), width)


class Foot(Horizontal):
    """Shows the status; a prompt and a receipt take its place, so that nothing on the page moves."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in FILTER]

    @dataclass
    class Typed(Message):
        """What was typed at a prompt changed."""

        prompt: str
        text: str

    @dataclass
    class Answered(Message):
        """A prompt was answered with Enter; `pasted` is the text with its lines, where it was pasted."""

        prompt: str
        text: str
        pasted: str = ""

    @dataclass
    class Stepped(Message):
        """Another of the things that a prompt leads to is wanted, so many further on."""

        prompt: str
        by: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._prompt = ""
        self._steps = False
        self.taken_back = ""
        """What the receipt said that the last key took back; "" where there was none."""
        self._line = FootLine(id="foot-line")

    def compose(self) -> ComposeResult:
        """The line, and the prompt with what is said beside it."""
        yield self._line
        yield Static(id="foot-sign")
        yield Prompt(id="foot-input")
        yield Static(id="foot-right")

    def on_mount(self) -> None:
        """Begin without a prompt."""
        self._show()

    @property
    def asking(self) -> str:
        """The prompt that is open: its sign, or an empty text."""
        return self._prompt

    @property
    def hinting(self) -> bool:
        """Whether a hint stands at the left."""
        return bool(self._line.hint)

    @property
    def said(self) -> str:
        """The receipt that stands there; "" without one."""
        return self._line.receipt

    @property
    def room(self) -> int:
        """The cells that a line of a receipt has."""
        return max(1, self.size.width - 2)

    def status(self, right: str) -> None:
        """Say at the right where the reader is."""
        if self._line.place != right:
            self._line.place = right
            self._show_place()

    def hint(self, left: str) -> None:
        """Say something at the left, until something else is said there."""
        self._line.hint = left
        self._line.refresh()

    def receipt(self, sentence: str, *, most: int = 2) -> None:
        """Say what was done, in place of the hint, until `settle`; on at most so many lines."""
        self._line.receipt, self._line.hint = sentence, ""
        self.set_class(len(receipt_lines(sentence, self.size.width, most)) > 1, "tall")
        self._line.refresh()

    def settle(self) -> None:
        """Take the receipt back: the reader goes on."""
        self.taken_back = self._line.receipt
        if self._line.receipt:
            self._line.receipt = ""
            self.remove_class("tall")
            self._line.refresh()

    def ask(self, prompt: str, *, steps: bool = False, text: str = "", empty: str = "") -> None:
        """Open a prompt with that sign, and take the keys; `steps` tells that up and down are for it.

        `text` stands in it to begin with, `empty` as long as nothing does.
        """
        self._steps = steps
        self._prompt, self._line.receipt, self._line.hint = prompt, "", ""
        self.remove_class("tall")
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = text
        field.select_all()  # typing replaces it
        field.placeholder = empty
        self._show()
        self.screen.set_focus(field)

    def close(self) -> None:
        """Close the prompt."""
        self._prompt = ""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave up and down to the page, where a prompt does not ask for them."""
        if action == "step":
            return self._steps and bool(self._prompt)
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Pass on that another one is wanted."""
        self.post_message(self.Stepped(self._prompt, by))

    def _show(self) -> None:
        self._line.display = not self._prompt
        self.query_one("#foot-sign", Static).update(Content(self._prompt))
        self._show_place()
        for name in ("#foot-sign", "#foot-input", "#foot-right"):
            self.query_one(name).display = bool(self._prompt)

    def _show_place(self) -> None:
        # Beside a prompt it is a widget of its own, and its width a matter of layout: not while one reads.
        if self._prompt:
            self.query_one("#foot-right", Static).update(Content(self._line.place))
        else:
            self._line.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        if self._prompt:
            self.post_message(self.Typed(self._prompt, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self._prompt, event.value, self.query_one(Prompt).meant))
