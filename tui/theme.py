"""The look: two themes of our own, and what any other theme has to lend the page."""

from __future__ import annotations

from typing import Final

from textual.color import Color
from textual.theme import Theme

PAPER: Final = Theme(
    name="paper",
    dark=False,
    primary="#8f4519",
    accent="#8f4519",
    foreground="#1d1b18",
    background="#f6f3ec",
    surface="#f6f3ec",
    panel="#ece7dc",
    warning="#8f4519",
    error="#a3262a",
    success="#3d6b35",
    variables={
        "page-dim": "#696459",
        "page-rule": "#d8d2c5",
        "page-hit": "#f1e2b5",
        "page-tint": "#ebe6da",
        "page-strong": "#000000",
        "page-current": "#8f4519",
        "page-current-text": "#ffffff",
    },
)
INK: Final = Theme(
    name="ink",
    dark=True,
    primary="#e0a458",
    accent="#e0a458",
    foreground="#d5d6d9",
    background="#15171c",
    surface="#15171c",
    panel="#1f222a",
    warning="#e0a458",
    error="#e5787c",
    success="#8fbf7f",
    variables={
        "page-dim": "#888d99",
        "page-rule": "#343843",
        "page-hit": "#483d22",
        "page-tint": "#23272f",
        "page-strong": "#ffffff",
        "page-current": "#e0a458",
        "page-current-text": "#15171c",
    },
)
PLAIN: Final = Theme(
    name="plain",
    ansi=True,
    primary="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    variables=dict.fromkeys(
        (
            "page-dim",
            "page-rule",
            "page-hit",
            "page-tint",
            "page-strong",
            "page-current",
            "page-current-text",
        ),
        "ansi_default",
    ),
)
"""Weight and reverse video alone: what is used where NO_COLOR is set."""

OURS: Final = (PAPER, INK, PLAIN)


def borrowed(theme: Theme) -> dict[str, str]:
    """The page's colours for a theme that does not name them, mixed from those it has."""
    made = theme.to_color_system().generate()
    foreground, background = Color.parse(made["foreground"]), Color.parse(made["background"])
    accent = Color.parse(made["accent"])
    return {
        "page-dim": foreground.blend(background, 0.3).hex,
        "page-rule": foreground.blend(background, 0.78).hex,
        "page-hit": accent.blend(background, 0.7).hex,
        "page-tint": foreground.blend(background, 0.92).hex,
        "page-strong": foreground.hex,
        "page-current": accent.hex,
        "page-current-text": accent.get_contrast_text(1.0).hex,
    }
