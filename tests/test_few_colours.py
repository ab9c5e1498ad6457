"""Sixteen colours, or none of 16 million: what is marked is seen, and what is written can be read."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground

from tui.few_colours import FEWER, sgr
from tui.first_frame import _sgr
from tui.looks import LOOKS, PALETTES, merged
from tui.sixteen_colours import SixteenColours

# xterm's own sixteen, as its manual has them: other terminals show darker and calmer ones.
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
).split()
GROUNDS = ("highlight", "hit", "selection", "current", "chosen")
"""The looks that are told by what is behind the words."""


def numbers(palette: str, *names: str) -> tuple[int, int]:
    """The numbers of the colour and of the ground that words with these looks have among sixteen."""
    look, colours = merged(names), PALETTES[palette]
    return FEWER[colours[look.color]][1], FEWER[colours[look.background]][1]


def contrast(first: int, second: int) -> float:
    """That of two of xterm's colours, by WCAG 2.2."""
    darker, lighter = sorted(map(_luminance, (first, second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(number: int) -> float:
    parts = (int(XTERM[number][at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", PALETTES)
def test_among_sixteen_what_is_marked_is_seen_and_its_words_are_read(palette: str) -> None:
    _, page = numbers(palette)
    for name in GROUNDS:
        assert numbers(palette, name)[1] != page, name
    for name in LOOKS:
        if name != "rule":
            assert contrast(*numbers(palette, name)) >= 3, name


def style_of(palette: str, *names: str) -> Style:
    look, colours = merged(names), PALETTES[palette]
    return Style(color=colours[look.color], bgcolor=colours[look.background], bold=look.bold)


@pytest.mark.parametrize("light", [False, True])
@pytest.mark.parametrize("palette", PALETTES)
def test_textual_paints_them_as_they_are_painted_by_hand(palette: str, light: bool) -> None:
    for names in ((), *((name,) for name in LOOKS)):
        segment = Segment("words", style_of(palette, *names))
        (painted,) = SixteenColours(light=light).apply([segment], Ground(0, 0, 0))
        assert painted.style is not None
        codes = painted.style._make_ansi_codes(ColorSystem.STANDARD).split(";")
        by_hand = _sgr(names, PALETTES[palette], plain=False, colours="16", light=light).split(";")
        assert sorted(codes) == sorted(code for code in by_hand if code not in "034"), names
        assert ("1" in codes) <= ("30" not in codes), names


def test_of_256_they_are_those_that_rich_picks() -> None:
    for colour in {colour for palette in PALETTES.values() for colour in palette.values()}:
        for foreground in (True, False):
            picked = (
                Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_ansi_codes(foreground=foreground)
            )
            assert sgr(colour, "256", foreground=foreground) == ";".join(picked)
