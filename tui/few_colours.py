"""Our palettes where a terminal has 256 colours or 16: as Rich picks them, because Textual does.

A table, because Rich takes longer to import than a page takes to show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FEWER: Final[Mapping[str, tuple[int, int]]] = {
    "#1d1b18": (234, 0),
    "#f6f3ec": (231, 15),
    "#8f4519": (94, 3),
    "#696459": (241, 8),
    "#d8d2c5": (188, 7),
    "#f1e2b5": (223, 15),
    "#cfdcc0": (187, 7),
    "#ebe6da": (188, 15),
    "#ece7dc": (224, 15),
    "#1f222a": (16, 0),
    "#000000": (16, 0),
    "#ffffff": (231, 15),
    "#d5d6d9": (252, 15),
    "#15171c": (233, 0),
    "#e0a458": (179, 7),
    "#888d99": (245, 7),
    "#343843": (237, 8),
    "#483d22": (58, 8),
    "#33423a": (237, 8),
    "#23272f": (235, 0),
}
"""For each colour of a palette its number among 256 (xterm’s), and among 16 (ECMA-48 and the bright ones)."""


def sgr(colour: str, colours: str, *, foreground: bool) -> str:
    """The parameters of SGR for a colour of a palette; `colours` is "256" or "16"."""
    among_256, among_16 = FEWER[colour]
    if colours == "256":
        return f"{38 if foreground else 48};5;{among_256}"
    return str((30 if foreground else 40) + (among_16 if among_16 < 8 else among_16 + 52))
