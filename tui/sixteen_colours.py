"""What Textual paints where a terminal has sixteen colours: those that we chose, and nothing bold in grey."""

from __future__ import annotations

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.few_colours import BLACK, FEWER


class SixteenColours(LineFilter):
    """Takes the place of what Rich does by itself: it picks the nearest of the sixteen."""

    def __init__(self, *, light: bool) -> None:
        """`light` tells of the background that the terminal has of itself."""
        super().__init__()
        self._light = light
        self._styles: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The same words in such colours."""
        return [Segment(text, style and self._fewer(style), control) for text, style, control in segments]

    def _fewer(self, style: Style) -> Style:
        if style not in self._styles:
            color, ground, bold = _among_16(style.color), _among_16(style.bgcolor), style.bold
            if bold and color is not None and color.downgrade(ColorSystem.STANDARD).number == BLACK:
                color, bold = (RichColor.default(), True) if self._light else (color, False)
            self._styles[style] = style + Style(color=color, bgcolor=ground, bold=bold)
        return self._styles[style]


def _among_16(color: RichColor | None) -> RichColor | None:
    """A colour that Rich will take for the one of the sixteen that we chose: Textual mixes it before that."""
    known = FEWER.get(color.triplet.hex) if color is not None and color.triplet is not None else None
    if color is None or known is None or known[1] == color.downgrade(ColorSystem.STANDARD).number:
        return color
    return RichColor.from_triplet(RichColor.from_ansi(known[1]).get_truecolor())
