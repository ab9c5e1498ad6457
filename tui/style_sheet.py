"""The sheet of the citation styles: what is typed leaves those it names; the chosen one shows its forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from corpus.citation import STYLES
from corpus.sanitiser import clean_name
from tui.actions import FILTER
from tui.looks import Piece
from tui.prompt import Prompt, Settled
from tui.sheet import Sheet
from tui.sheet_lines import SheetLines, cut, pieces_of, wrapped
from tui.style_list import StyleList, label
from tui.style_samples import FORMS, Samples, is_slow

_LABEL: Final = 10
"""Cells for what a form is called."""
_LINES: Final = {"citation": 4, "short": 2, "ibid": 1, "entry": 3, "": 4}
"""The most lines that each form may take."""


class StyleForms(SheetLines):
    """The forms of one style, and what is unchecked in them."""

    def __init__(self, samples: Samples, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._samples = samples
        self._style = ""

    def show(self, style: str) -> None:
        """Show the forms of that style; "" shows none."""
        self._style = style
        self.refresh()

    def line(self, y: int) -> Sequence[Piece]:
        """A line of them."""
        lines = self._lines()
        return lines[y] if y < len(lines) else []

    def _lines(self) -> list[list[Piece]]:
        if not self._style:
            return []
        room, height = self.size.width - _LABEL - 2, self.size.height
        lines: list[list[Piece]] = [[("  ", ()), *cut([(_described(self._style), ("bold",))], room)]]
        warning = self._warning()[: max(0, height - 4)]
        for name, sample in self._samples.forms(self._style):
            words = [(sample.fault, ("accent",))] if sample.fault else pieces_of(sample.phrase)
            most = min(_LINES[name], height - len(warning) - len(lines))
            for number, line in enumerate(wrapped(words, room, most)):
                lines.append([(f"  {'' if number else name:<{_LABEL}}", ("dim",)), *line])
        return lines + warning

    def _warning(self) -> list[list[Piece]]:
        unchecked = self._samples.unchecked(self._style)
        if not unchecked:
            return []
        words: list[Piece] = [("check this style: ", ("accent",)), ("; ".join(unchecked), ("dim",))]
        return [[("  ", ()), *line] for line in wrapped(words, self.size.width - 2, 3)]


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
            StyleForms(self._samples, id="style-forms"),
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
        self.query_one(StyleForms).show(self._style)
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
    named = f"{style} {label(style)} {_described(style)}".casefold()
    return all(word in named for word in words)


def _described(style: str) -> str:
    """The line about itself that a style has, or the file that it is read from."""
    return f"CSL, from {clean_name(style)}" if is_slow(style) else STYLES[style].describes
