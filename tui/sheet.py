"""A sheet that lies over the page for a while: a title, what it is for, a line that says how to leave."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

Result = TypeVar("Result")


class Sheet(ModalScreen[Result], Generic[Result]):
    """Escape closes it without a result."""

    TITLE_WORDS: ClassVar[str] = ""
    FOOT_WORDS: ClassVar[str] = "Enter chooses · Esc goes back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "go back", id="sheet.leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The title, the contents, the foot."""
        with Vertical():
            yield Static(Content(self.title_words()), classes="sheet-title")
            yield self.contents()
            yield Static(Content(self.FOOT_WORDS), classes="sheet-foot")

    def title_words(self) -> str:
        """What the sheet is called."""
        return self.TITLE_WORDS

    def contents(self) -> Widget:
        """What the sheet is for; given by each."""
        return Static()

    def action_leave(self) -> None:
        """Close without a result."""
        self.dismiss(None)
