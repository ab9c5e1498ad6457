"""Signs and numbers before the items of a list, and of notes."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.pieces import Line

_BULLET: Final = expression(r"([•◦▪▫‣⁃●○◆◇■□➢✓∙∗])\s*(?=\S)|([·*–—-])\s+(?=\S)")
_ALONE: Final = expression(r"[•◦▪▫‣⁃●○◆◇■□➢✓∙·*]")
_NUMBER: Final = expression(r"()(\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,4}\])\s+(?=\S)")
_CLOSERS: Final = ".)]"
_DASHES: Final = "*–—-·"


class Marker(NamedTuple):
    """What a list prints before an item, how many characters that is, and where the item's words begin."""

    sign: str
    length: int
    x: float
    numbered: bool


def marker_of(line: Line) -> Marker | None:
    """The marker that a line begins with."""
    text = line.text
    match = _BULLET.match(text) or _NUMBER.match(text)
    if not match or line.pieces[0].font.mono:
        return None
    sign = match[1] or match[2]
    length, consumed = match.end(), 0
    x = line.x0
    raw = 0
    for number, segment in enumerate(line.segments):
        if number:
            raw += 1
        for piece in segment.pieces:
            stripped = " ".join(piece.text.split())
            if consumed + len(stripped) >= len(sign) and len(stripped) > len(sign):
                ahead = len(piece.text) - len(piece.text.lstrip()) + len(sign)
                while ahead < len(piece.text) and piece.text[ahead] == " ":
                    ahead += 1
                x = piece.x0 + (piece.x1 - piece.x0) * ahead / max(1, len(piece.text))
                return Marker(sign, length, x, sign[-1] in _CLOSERS)
            consumed += len(stripped)
            if consumed > len(sign):
                return Marker(sign, length, piece.x0, sign[-1] in _CLOSERS)
    return Marker(sign, length, x, sign[-1] in _CLOSERS)


def is_certain(marker: Marker) -> bool:
    """Whether nothing but an item begins so."""
    return not marker.numbered and marker.sign not in _DASHES


_NOTE_SIGN: Final = expression(r"([\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\]|[a-z](?=\s))[.)]?\s*")


def note_sign_of(line: Line) -> str:
    """The sign that a footnote begins with; "" for a line that begins none."""
    match = _NOTE_SIGN.match(line.text)
    if not match or match.end() == len(line.text):
        return ""
    first = line.pieces[0]
    raised = first.size <= 0.9 * line.size and first.y > line.y
    if raised or first.text.strip() == match[1] or match[1][0] in "*†‡§¶[⁰¹²³⁴⁵⁶⁷⁸⁹":
        return match[1]
    rest = line.text[match.end() :]
    return match[1] if match[1].isdecimal() and match[0] != match[1] and rest[:1].isalpha() else ""
