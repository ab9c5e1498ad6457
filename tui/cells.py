"""How many terminal cells words take, and where lines break: no Textual in it.

Terminals follow wcwidth, Textual pads by Rich's table; where the two differ the wider one counts,
so that a line never overflows. Text is measured by grapheme cluster, never by character.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# Latin letters, and the punctuation and signs that stand among them: each is a cluster of one cell, here
# and in every terminal. A text of them alone needs no library, and those take long to import.
_NARROW: Final = frozenset(
    map(
        chr,
        (
            *range(0x20, 0x7F),
            *range(0xA1, 0xAD),
            *range(0xAE, 0x300),
            *range(0x2010, 0x2028),
            *range(0x2030, 0x203C),
            *range(0x2500, 0x2580),
            *map(ord, "▌█▪▸"),
        ),
    )
)


def _is_narrow(text: str) -> bool:
    """Whether every character takes one cell, and is a cluster of its own."""
    return text.isascii() or _NARROW.issuperset(text)


@lru_cache(maxsize=4096)
def _cluster_width(cluster: str) -> int:
    from rich.cells import cell_len
    from wcwidth import wcswidth

    return max(wcswidth(cluster), cell_len(cluster), 0)


def width(text: str) -> int:
    """The cells that one line of text takes."""
    if _is_narrow(text):
        return len(text)
    from rich.cells import cell_len
    from wcwidth import iter_graphemes, wcswidth

    terminal = wcswidth(text)
    if terminal == cell_len(text):
        return terminal
    return sum(map(_cluster_width, iter_graphemes(text)))


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """The grapheme clusters of a line: index of the first character, one past the last, cells."""
    if _is_narrow(text):
        yield from ((index, index + 1, 1) for index in range(len(text)))
        return
    from wcwidth import iter_graphemes

    index = 0
    for cluster in iter_graphemes(text):
        yield index, index + len(cluster), _cluster_width(cluster)
        index += len(cluster)


def index_at(text: str, cell: int) -> int:
    """The index of the character whose cluster covers that cell (from 0); the length beyond the end."""
    if cell < 0:
        return 0
    if _is_narrow(text):
        return min(cell, len(text))
    reached = 0
    for first, _, cells in clusters(text):
        reached += cells
        if cell < reached:
            return first
    return len(text)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """As much of a line as fits, and an ellipsis where that is not all of it."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ""
    return text[: _fitting(text, room)].rstrip() + ellipsis


def cut_at_word(text: str, cells: int) -> str:
    """As `cut`, but between two words where that loses no more than a third of the room."""
    if width(text) <= cells:
        return text
    short = cut(text, cells)
    end = len(short) - 1
    if text[end : end + 1].isspace() or not text[end : end + 1]:
        return short
    space = short.rfind(" ")
    return f"{short[:space].rstrip(' ,;:—–-')}…" if space > len(short) * 2 // 3 else short


def _fitting(text: str, cells: int) -> int:
    """The index up to which a line fits into so many cells."""
    if _is_narrow(text):
        return min(len(text), cells)
    reached = 0
    for first, _, size in clusters(text):
        reached += size
        if reached > cells:
            return first
    return len(text)


def wrap(text: str, cells: int) -> list[int]:
    """Where the second and later lines of a paragraph start (indexes), lines at most so many cells wide.

    White space at the end of a line hangs over it and is not counted. Breaks follow UAX #14 where
    the text is not ASCII: Chinese punctuation never starts a line.
    """
    if text.isascii():
        return _wrap_ascii(text, cells)
    if len(text) <= cells and _is_narrow(text):
        return []
    return _wrap_unicode(text, cells)


def _wrap_ascii(text: str, cells: int) -> list[int]:
    starts = []
    at, length, find = 0, len(text), text.rfind
    while length - at > cells:
        space = find(" ", at, at + cells + 1)
        at = space + 1 if space >= at else at + cells
        # More than one space at the break hangs over the line too.
        while at < length and text[at] == " ":
            at += 1
        if at < length:
            starts.append(at)
    return starts


def _wrap_unicode(text: str, cells: int) -> list[int]:
    # Here, because a text in ASCII has no need of it.
    from unicode_segmentation_rs import line_break_units

    starts: list[int] = []
    at = used = 0
    for unit in _glued(line_break_units(text)):
        trimmed = width(unit.rstrip())
        if used and used + trimmed > cells:
            starts.append(at)
            used = 0
        if trimmed > cells:
            pieces = list(_split(unit, cells))
            starts.extend(at + piece for piece in pieces)
            used = width(unit[pieces[-1] :]) if pieces else trimmed
        else:
            used += width(unit)
        at += len(unit)
    return starts


def _glued(units: list[str]) -> Iterator[str]:
    """Two breaks that the standard allows and readers do not: after an option's hyphen, and after « ."""
    held = ""
    for unit in units:
        held += unit
        if held.endswith(("« ", "«\u00a0")) or held in ("-", "--"):
            continue
        yield held
        held = ""
    if held:
        yield held


def _split(unit: str, cells: int) -> Iterator[int]:
    """Where a word that is wider than the line has to be cut, cluster by cluster."""
    used = 0
    for first, _, size in clusters(unit):
        if used and used + size > cells:
            yield first
            used = 0
        used += size
