"""Looks in the colours of the theme that is used: pieces become Textual's strips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from tui.cells import shown
from tui.looks import Piece, merged


class Skin:
    """The styles of one theme."""

    def __init__(self, colours: Mapping[str, str], *, plain: bool) -> None:
        """Take the variables of a theme; `plain` means that no colours are to be used at all."""
        self._colours = colours
        self._plain = plain
        self._styles: dict[tuple[str, ...], Style] = {}

    @classmethod
    def of(cls, app: App[object]) -> Skin:
        """The skin of the theme that an application uses now."""
        return cls(app.theme_variables, plain=app.no_color)

    def style(self, *names: str) -> Style:
        """The style of words with these looks, one over the other."""
        if names not in self._styles:
            look = merged(names, plain=self._plain)
            self._styles[names] = Style(
                color=self._colour(look.color),
                bgcolor=self._colour(look.background),
                bold=look.bold or None,
                italic=look.italic or None,
                underline=look.underline or None,
                reverse=look.reverse or None,
                strike=look.strike or None,
            )
        return self._styles[names]

    def strip(self, pieces: Iterable[Piece], width: int) -> Strip:
        """A line of pieces that take so many cells together."""
        return Strip([Segment(shown(words), self.style(*names)) for words, names in pieces], width)

    def _colour(self, name: str) -> str | None:
        if self._plain or not name:
            return "default" if name else None
        return self._colours[f"page-{name}"]
