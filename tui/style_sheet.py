"""The sheet of the citation styles: what is typed leaves those it names; the chosen one shows its forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from corpus.citation import STYLES
from tui.actions import FILTER
from tui.prompt import Prompt, Settled
from tui.sheet import Sheet
from tui.style_forms import StyleForms, described
from tui.style_list import StyleList, label
from tui.style_samples import FORMS, Samples, is_slow


class StyleSheet(Sheet[str]):
    """The citation styles; gives the name of the one that is chosen."""

    TITLE_WORDS: ClassVar[str] = "Citation style"
    FOOT_WORDS: ClassVar[str] = "type to filter · ↓ ↑ · Enter chooses · Esc goes back"
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in FILTER]

    def __init__(self, samples: Samples, chosen: str, files: Sequence[str] = ()) -> None:
        """Offer every style; `files` are the paths of .csl files to be offered after them."""
        super().__init__()
        others = [chosen] if is_slow(chosen) and chosen not in files else []
        self._all = [*STYLES, *others, *files]
        self._styles: Sequence[str] = self._all
        self._samples = samples
        self._before = chosen
        self._chosen = self._all.index(chosen) if chosen in self._all else 0
        self._to_make: list[str] = []
        self._asked: set[str] = set()

    def contents(self) -> Widget:
        """What was typed, the styles, and the forms of the chosen one."""
        return Vertical(
            Horizontal(
                Static("/", id="style-sign"),
                Prompt(id="style-filter"),
                Static(id="style-count"),
                id="style-line",
            ),
            StyleList(self._samples, self._before, id="style-list"),
            StyleForms(id="style-forms"),
        )

    def on_mount(self) -> None:
        """Begin at the style that holds now."""
        self.query_one(Prompt).focus()
        self._show()

    @property
    def _style(self) -> str:
        return self._styles[self._chosen] if self._styles else ""

    def _show(self) -> None:
        self.query_one(StyleList).show(self._styles, self._chosen)
        self.query_one(StyleForms).show(self._samples, self._style)
        count = f"{self._chosen + 1}/{len(self._styles)}" if self._styles else "none"
        self.query_one("#style-count", Static).update(Content(count))
        if self._style and self._samples.ready(self._style) is None:
            self._want(self._style)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave the styles that have all the words that were typed; the chosen one stays chosen if it can."""
        event.stop()
        before = self._style
        words = event.value.casefold().split()
        self._styles = [style for style in self._all if _names(style, words)]
        if words or before not in self._styles:
            self._chosen = 0
        else:
            self._chosen = self._styles.index(before)
        self._show()

    def action_step(self, by: int) -> None:
        """Choose another style, so many further on; ten are as many as are in view."""
        if abs(by) > 1:
            by = (1 if by > 0 else -1) * self.query_one(StyleList).page
        self._chosen = max(0, min(len(self._styles) - 1, self._chosen + by))
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with the chosen style."""
        event.stop()
        self._enter(self._style)

    def on_style_list_clicked(self, event: StyleList.Clicked) -> None:
        """Close with the style that was clicked."""
        event.stop()
        self._enter(event.style)

    def on_style_list_turned(self, event: StyleList.Turned) -> None:
        """Choose the next style, or the previous."""
        event.stop()
        self.action_step(event.by)

    def _enter(self, style: str) -> None:
        if style:
            self.dismiss(style)
        self.app.post_message(Settled())

    # Slow styles ---------------------------------------------------------------------------------

    def on_style_list_wanted(self, event: StyleList.Wanted) -> None:
        """Have a sample made that is to be seen."""
        event.stop()
        self._want(event.style)

    def _want(self, style: str) -> None:
        if style in self._asked:
            return
        self._asked.add(style)
        self._to_make.append(style)
        if len(self._to_make) == 1:
            self._make(style)

    @work(thread=True, group="samples", exit_on_error=False)
    def _make(self, style: str) -> None:
        for form in FORMS:
            self._samples.make(style, form)
        self.app.call_from_thread(self._made)

    def _made(self) -> None:
        del self._to_make[0]
        if self._to_make:
            self._make(self._to_make[0])
        self.query_one(StyleList).refresh()
        self.query_one(StyleForms).refresh()


def _names(style: str, words: Sequence[str]) -> bool:
    """Whether the style has all these words, in any of the names that it goes by."""
    named = f"{style} {label(style)} {described(style)}".casefold()
    return all(word in named for word in words)
