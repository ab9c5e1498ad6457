"""A terminal's screen as an SVG: nothing in it but shapes and words, and never the same screen twice as two.

Textual can export a screen too, but gives a wide character the width of a narrow one, leaves gaps in
upright rules, and names a host to fetch a font from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from rich.color import Color
from rich.segment import Segment

from tui import cells

CELL: Final = (12, 24)
"""Width and height of a cell in pixels: whole numbers, so that neighbours touch without a seam."""
FONT_SIZE: Final = 20
"""At this size most fixed fonts are 12 pixels wide."""
WIDE_FONT_SIZE: Final = 22
"""A wide character is as wide as its font is high: a little more than the others, to fill its two cells."""
PADDING: Final = 24
"""Pixels of background around the screen."""
_BASELINE: Final = 17.5
_FONTS: Final = "'DejaVu Sans Mono', 'Menlo', 'Consolas', 'Noto Sans Mono CJK SC', 'PingFang SC', monospace"

_LINE: Final = (0, 11, 12, 1.5)
_HEAVY: Final = (0, 10, 12, 3)
_HALF: Final = (0, 11, 6, 1.5)
_HEAVY_HALF: Final = (0, 10, 6, 3)
_TICK: Final = (5, 2, 1.5, 9)
_HEAVY_TICK: Final = (4, 2, 3, 9)
_SHAPES: Final[dict[str, tuple[tuple[float, float, float, float], ...]]] = {
    "│": ((5, 0, 1.5, 24),),
    "─": (_LINE,),
    "━": (_HEAVY,),
    "╴": (_HALF,),
    "╸": (_HEAVY_HALF,),
    "┴": (_LINE, _TICK),
    "┸": (_LINE, _HEAVY_TICK),
    "┷": (_HEAVY, _TICK),
    "┻": (_HEAVY, _HEAVY_TICK),
    "┘": (_HALF, _TICK),
    "┚": (_HALF, _HEAVY_TICK),
    "┙": (_HEAVY_HALF, _TICK),
    "┛": (_HEAVY_HALF, _HEAVY_TICK),
    "▌": ((0, 0, 5, 24),),
    "▪": ((3, 9, 6, 6),),
    **{chr(0x2580 + eighths): ((0, 24 - 3 * eighths, 12, 3 * eighths),) for eighths in range(1, 9)},
}
"""Signs that are drawn, because fonts do not fill the cell: boxes, each its left, top, width and height."""
_WORDS: Final = re.compile(r"\S+(?: \S+)*")


class Look(NamedTuple):
    """How a stretch of cells looks; colours as "#rrggbb"."""

    ink: str
    ground: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False

    def attributes(self) -> str:
        """The attributes of its words in an SVG."""
        said = f' fill="{self.ink}"'
        said += ' font-weight="bold"' * self.bold + ' font-style="italic"' * self.italic
        lines = ("underline",) * self.underline + ("line-through",) * self.strike
        return f'{said} text-decoration="{" ".join(lines)}"' if lines else said


class Stretch(NamedTuple):
    """Text in one look; `cell` is where it begins in its line."""

    cell: int
    text: str
    look: Look


def drawing(lines: Sequence[Iterable[Segment]], width: int, plain: Look) -> str:
    """Draw the lines of a screen that is `width` cells wide; `plain` is how an empty cell looks."""
    across, down = width * CELL[0] + 2 * PADDING, len(lines) * CELL[1] + 2 * PADDING
    shapes: list[str] = []
    words: list[str] = []
    for number, line in enumerate(lines):
        stretches = list(_stretches(line, plain))
        shapes.extend(_grounds(stretches, number, plain.ground))
        for stretch in stretches:
            for piece in _pieces(stretch):
                (shapes if piece.text[0] in _SHAPES else words).extend(_drawn(piece, number))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}"'
            f' viewBox="0 0 {across} {down}">',
            f'<rect x="0.5" y="0.5" width="{across - 1}" height="{down - 1}" rx="10"'
            f' fill="{plain.ground}" stroke="{plain.ink}" stroke-opacity="0.2"/>',
            f'<g transform="translate({PADDING} {PADDING})">',
            '<g shape-rendering="crispEdges">',
            *shapes,
            "</g>",
            f'<g font-family="{_FONTS}" font-size="{FONT_SIZE}">',
            *words,
            "</g>",
            "</g>",
            "</svg>\n",
        )
    )


def _stretches(line: Iterable[Segment], plain: Look) -> Iterator[Stretch]:
    """The segments of a line, those that look the same joined."""
    cell = 0
    visible = (segment for segment in line if not segment.control)
    for look, segments in groupby(visible, lambda segment: _look(segment, plain)):
        text = "".join(segment.text for segment in segments)
        yield Stretch(cell, text, look)
        cell += cells.width(text)


def _look(segment: Segment, plain: Look) -> Look:
    style = segment.style
    if style is None:
        return plain
    ink, ground = _hex(style.color, plain.ink), _hex(style.bgcolor, plain.ground)
    if style.reverse:
        ink, ground = ground, ink
    return Look(ink, ground, bool(style.bold), bool(style.italic), bool(style.underline), bool(style.strike))


def _hex(colour: Color | None, otherwise: str) -> str:
    return otherwise if colour is None or colour.is_default else colour.get_truecolor().hex


def _grounds(stretches: Iterable[Stretch], row: int, ground: str) -> Iterator[str]:
    """What lies behind the words of a row, where it is not the page's own ground."""
    for colour, group in groupby(stretches, lambda stretch: stretch.look.ground):
        if colour != ground:
            together = list(group)
            width = sum(cells.width(stretch.text) for stretch in together)
            yield _box(colour, together[0].cell * CELL[0], row * CELL[1], width * CELL[0], CELL[1])


def _pieces(stretch: Stretch) -> Iterator[Stretch]:
    """A stretch cut into words of narrow characters, words of wide ones, and signs that are drawn."""
    cell = stretch.cell

    def kind(cluster: str) -> str:
        return cluster if cluster in _SHAPES else "wide" if _is_wide(cluster) else "narrow"

    clusters = (stretch.text[start:end] for start, end, _ in cells.clusters(stretch.text))
    for _, group in groupby(clusters, kind):
        text = "".join(group)
        for match in _WORDS.finditer(text):
            yield Stretch(cell + cells.width(text[: match.start()]), match.group(), stretch.look)
        cell += cells.width(text)


def _drawn(piece: Stretch, row: int) -> Iterator[str]:
    left, top = piece.cell * CELL[0], row * CELL[1]
    if shape := _SHAPES.get(piece.text[0]):
        for x, y, width, height in shape:
            if width == CELL[0]:
                yield _box(piece.look.ink, left, top + y, width * len(piece.text), height)
            else:
                for number in range(len(piece.text)):
                    yield _box(piece.look.ink, left + number * CELL[0] + x, top + y, width, height)
        return
    place = _each_in_its_cell(piece, left) if _is_wide(piece.text) else _over_its_cells(piece, left)
    yield f'<text {place} y="{top + _BASELINE:g}"{piece.look.attributes()}>{escape(piece.text)}</text>'


def _over_its_cells(piece: Stretch, left: int) -> str:
    """Stretched, so that a font of another width still fills the cells."""
    return f'x="{left}" textLength="{cells.width(piece.text) * CELL[0]}"'


def _each_in_its_cell(piece: Stretch, left: int) -> str:
    """One place a character: a wide one is narrower than two cells, and would drift."""
    air = (2 * CELL[0] - WIDE_FONT_SIZE) // 2
    places = []
    for start, end, _ in cells.clusters(piece.text):
        at = left + air + cells.width(piece.text[:start]) * CELL[0]
        # What is combined with a character is drawn where that character is.
        places.extend([str(at)] * (end - start))
    return f'x="{" ".join(places)}" font-size="{WIDE_FONT_SIZE}"'


def _is_wide(text: str) -> bool:
    return cells.width(text[0]) > 1


def _box(colour: str, left: float, top: float, width: float, height: float) -> str:
    return f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{colour}"/>'
