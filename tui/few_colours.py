"""Our palettes where a terminal has 256 colours or 16.

Of 256 those that Rich picks, because Textual does; a table, because Rich takes longer to import than a page
takes to show. Of 16 the nearest ones would show what is chosen on paper white on white, and bold words grey:
here they are chosen by hand, and `tui.sixteen_colours` has Textual use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FEWER: Final[Mapping[str, tuple[int, int]]] = {
    "#1d1b18": (234, 0),
    "#f6f3ec": (231, 15),
    "#8f4519": (94, 1),
    "#696459": (241, 8),
    "#d8d2c5": (188, 7),
    "#f1e2b5": (223, 3),
    "#cfdcc0": (187, 7),
    "#ebe6da": (188, 15),
    "#ece7dc": (224, 15),
    "#1f222a": (16, 0),
    "#000000": (16, 0),
    "#ffffff": (231, 15),
    "#d5d6d9": (252, 15),
    "#15171c": (233, 0),
    "#e0a458": (179, 3),
    "#888d99": (245, 7),
    "#343843": (237, 8),
    "#483d22": (58, 8),
    "#33423a": (237, 8),
    "#23272f": (235, 0),
}
"""For each colour of a palette its number among 256 (xterm’s), and among 16 (ECMA-48 and the bright ones)."""


BLACK: Final = 0
"""Among 16. Where it is to be bold, many terminals, xterm first, show it bright, which is grey: such words
are in the terminal's own colour where its background is light, and else not bold.
"""


def sgr(colour: str, colours: str, *, foreground: bool) -> str:
    """The parameters of SGR for a colour of a palette; `colours` is "256" or "16"."""
    among_256, among_16 = FEWER[colour]
    if colours == "256":
        return f"{38 if foreground else 48};5;{among_256}"
    return str((30 if foreground else 40) + (among_16 if among_16 < 8 else among_16 + 52))
