"""Themes for Textual: two of our own, one without colours, and what any other has to lend the page."""

from __future__ import annotations

from typing import Final

from textual.color import Color
from textual.theme import Theme

from tui.looks import PALETTES


def _theme(name: str, *, dark: bool, error: str, success: str) -> Theme:
    palette = PALETTES[name]
    return Theme(
        name=name,
        dark=dark,
        primary=palette["accent"],
        accent=palette["accent"],
        warning=palette["accent"],
        foreground=palette["foreground"],
        background=palette["background"],
        surface=palette["background"],
        panel=palette["panel"],
        error=error,
        success=success,
        # All of them, also those that Textual has: it mixes its own a shade beside ours.
        variables={f"page-{key}": colour for key, colour in palette.items()},
    )


_NONE: Final = "ansi_default"
OURS: Final = (
    _theme("paper", dark=False, error="#a3262a", success="#3d6b35"),
    _theme("ink", dark=True, error="#e5787c", success="#8fbf7f"),
    Theme(
        name="plain",
        ansi=True,
        primary=_NONE,
        accent=_NONE,
        warning=_NONE,
        foreground=_NONE,
        background=_NONE,
        surface=_NONE,
        panel=_NONE,
        error=_NONE,
        success=_NONE,
        variables={f"page-{key}": _NONE for key in PALETTES["ink"]}
        | {"ansi-background": _NONE, "ansi-foreground": _NONE},
    ),
)
"""Paper (light), ink (dark), and plain, which is used where NO_COLOR is set."""


def borrowed(theme: Theme) -> dict[str, str]:
    """The page's colours for a theme that does not name them, mixed from those it has."""
    made = theme.to_color_system().generate()
    foreground, background = Color.parse(made["foreground"]), Color.parse(made["background"])
    accent = Color.parse(made["accent"])
    return {
        "page-foreground": foreground.hex,
        "page-background": background.hex,
        "page-accent": accent.hex,
        "page-dim": foreground.blend(background, 0.3).hex,
        "page-rule": foreground.blend(background, 0.78).hex,
        "page-hit": accent.blend(background, 0.7).hex,
        "page-mark": Color.parse(made["success"]).blend(background, 0.75).hex,
        "page-tint": foreground.blend(background, 0.92).hex,
        "page-panel": Color.parse(made["panel"]).hex,
        "page-strong": foreground.hex,
        "page-current": accent.hex,
        "page-current-text": accent.get_contrast_text(1.0).hex,
    }
