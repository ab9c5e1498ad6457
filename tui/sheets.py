"""The sheets of the reader: the library, the help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.actions import GROUPS
from tui.sheet import Sheet

if TYPE_CHECKING:
    from corpus.library import Article, Library

_SIGNS = {
    "slash": "/", "colon": ":", "less_than_sign": "<", "greater_than_sign": ">", "question_mark": "?",
    "apostrophe": "'", "tilde": "~", "vertical_line": "|", "delete": "Del",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "left_square_bracket": "[",
    "right_square_bracket": "]", "pagedown": "PgDn", "pageup": "PgUp", "down": "↓", "up": "↑", "left": "←",
    "right": "→", "escape": "Esc", "tab": "Tab", "home": "Home", "end": "End", "f1": "F1",
    "minus": "-", "plus": "+", "equals_sign": "=", "enter": "Enter",
}  # fmt: skip


class ChoiceSheet(Sheet[str]):
    """A list of which one entry is chosen; gives its id."""

    def __init__(self, options: Sequence[tuple[str, Content]], chosen: str = "") -> None:
        super().__init__()
        self._options = [Option(words, id=key) for key, words in options]
        self._chosen = chosen

    def contents(self) -> Widget:
        """The list."""
        return OptionList(*self._options, markup=False)

    def on_mount(self) -> None:
        """Begin at the entry that holds now."""
        options = self.query_one(OptionList)
        ids = [option.id for option in self._options]
        if self._options:
            options.highlighted = ids.index(self._chosen) if self._chosen in ids else 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the entry that was chosen."""
        event.stop()
        self.dismiss(event.option_id)


Choices = Sequence[tuple[str, Content]]
"""What can be chosen: ids, and the words that are shown."""


class LibrarySheet(ChoiceSheet):
    """The articles of the library, as `articles_offered` has them: the last opened first."""

    TITLE_WORDS: ClassVar[str] = "Library"


def articles_offered(library: Library) -> Choices:
    """The articles of a library to choose from. Of thousands it takes long: for a thread."""
    return [(str(article.id), _offered(article)) for article in library.articles()]


def _offered(article: Article) -> Content:
    parts = (
        ", ".join(article.authors[:2]) + (" et al." if len(article.authors) > 2 else ""),
        article.date,
        f"{article.words:,} words",
        f"{article.read:.0%} read",
    )
    about = " · ".join(part for part in parts if part)
    return Content.assemble((article.title, "bold"), "\n", (about, "$page-foreground 72%"))


class HelpSheet(Sheet[None]):
    """The keys, grouped by what one wants; written from the bindings themselves."""

    TITLE_WORDS: ClassVar[str] = "Keys"
    FOOT_WORDS: ClassVar[str] = "↓ ↑ scroll · Esc goes back"

    def __init__(self, keymap: Mapping[str, str], begin_at: str = "") -> None:
        """Show the keys of `keymap`, and of those that it leaves as they are, from a group on."""
        super().__init__()
        self._keymap = keymap
        self._begin_at = begin_at
        self._groups: dict[str, Static] = {}

    def contents(self) -> Widget:
        """The table of keys."""
        for group, actions in GROUPS.items():
            pieces: list[str | tuple[str, str]] = ["\n"] if self._groups else []
            pieces.append((group, "bold $page-accent"))
            for action in actions:
                keys = shown_keys(self._keymap.get(action.id, action.keys))
                pieces += ["\n", f"{keys:<18}", (action.label, "$page-dim")]
            self._groups[group] = Static(Content.assemble(*pieces))
        return VerticalScroll(*self._groups.values())

    def on_mount(self) -> None:
        """Bring what the reader is at to the top."""
        if group := self._groups.get(self._begin_at):
            self.call_after_refresh(group.scroll_visible, animate=False, top=True, immediate=True)


def shown_keys(keys: str) -> str:
    """Keys as they stand on a keyboard: "right_curly_bracket" is }."""
    shown = (_SIGNS.get(key, key.replace("ctrl+", "^")) for key in keys.split(","))
    return " ".join(dict.fromkeys(shown))
