"""Bullets that are drawn and not written: browsers print the discs of lists as little shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, Final

from corpus.formats.pdf import pdfium
from corpus.formats.pdf.pieces import Font, Piece

DRAWS: Final = "Skia/PDF"
"""What the library of Chromium calls itself in the files it makes."""
_MOST_OBJECTS: Final = 10_000
_MOST: Final = 200
"""Of one page: what has more is a drawing."""
_MOST_PAIRS: Final = 400_000
_LEAST_WIDE: Final = 1.5
_UNEVEN: Final = 0.6
_WIDEST: Final = 0.6
_FARTHEST: Final = 1.8
"""Of the size of the letters: how wide a bullet is at the most, and how far before its words."""

_Shape = tuple[float, float, float, float]
"""Its left, lower, right and upper edge."""


def shapes_of(page: Any) -> list[_Shape]:
    """What is drawn on an open page and is as wide as it is high, and small."""
    found: list[_Shape] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
            continue
        left, low, right, high = (edge.value for edge in edges)
        if _LEAST_WIDE <= right - left <= 10 * _LEAST_WIDE and abs(right - left - high + low) <= _UNEVEN:
            found.append((left, low, right, high))
    return found if len(found) <= _MOST else []


def with_bullets(pieces: Sequence[Piece], shapes: Sequence[_Shape]) -> list[Piece]:
    """The pieces of a page, with a bullet before each whose words a shape stands before."""
    if len(pieces) * len(shapes) > _MOST_PAIRS:
        return list(pieces)
    before: dict[int, Piece] = {}
    for left, low, right, high in shapes:
        near = [
            (piece.x0, at)
            for at, piece in enumerate(pieces)
            if piece.text.strip()
            and right - left <= _WIDEST * piece.size
            and 0 <= piece.x0 - right <= _FARTHEST * piece.size
            and piece.y < (low + high) / 2 < piece.y + 0.8 * piece.size
        ]
        if near:
            _, at = min(near)
            before[at] = Piece("• ", left, right, pieces[at].y, pieces[at].size, Font(), word=right - left)
    told: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in before:
            told.append(before[at])
        told.append(piece)
    return told
