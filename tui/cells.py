"""How many terminal cells words take, and where lines break: no Textual in it.

Terminals follow wcwidth, Textual pads by Rich's table; where the two differ the wider one counts,
so that a line never overflows. Text is measured by grapheme cluster, never by character, and a line is
as wide as its clusters together: so the cells before a place in it are the width of what stands before.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from corpus.expression import expression

# Rich, wcwidth and the line breaks are imported where they are needed: a text in Latin letters has no
# need of them before it is on the screen.

TAB: Final = 4
"""Cells that a tab takes, wherever it stands: what stands before it may be wrapped elsewhere."""
_SHY: Final = "\u00ad"
# Zero width space, word joiner, invisible operators: some terminals give them a cell, or a sign.
_UNSEEN: Final = f"{_SHY}\u200b\u2060-\u2064"
_NOT_SHOWN: Final = expression(f"[{_UNSEEN}]")
_LONG: Final = 64
"""Characters from which on a piece of text is measured anew each time, and not kept."""
_STEPS_BACK: Final = 8
"""Clusters by which a cut in a word may be moved for the sake of its punctuation."""
# Each one cell, here and in every terminal, and a cluster by itself in a text of nothing but these: Latin
# letters, and the punctuation and signs that stand among them.
_NARROW: Final = expression("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203b\u2500-\u257f▌█▪▸]*")
# Each a cluster by itself, whatever stands beside it in a text of nothing but these: Latin, Greek and
# Cyrillic letters, punctuation, currencies; kana, ideographs and Hangul syllables with their punctuation.
_SIMPLE: Final = expression(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0384-\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    "\uff01-\uff60\u2500-\u257f▌█▪▸]*"
)


def width(text: str) -> int:
    """The cells that one line of text takes."""
    if text.isascii():
        return len(text) + (TAB - 1) * text.count("\t")
    return _measured(text) if len(text) < _LONG else _sum_of_clusters(text)


def _sum_of_clusters(text: str) -> int:
    if _one_cell_each(text):
        return len(text)
    from wcwidth import iter_graphemes

    return sum(map(_cluster_width, iter_graphemes(text)))


_measured = lru_cache(maxsize=8192)(_sum_of_clusters)


def _cluster_width(cluster: str) -> int:
    return _kept_width(cluster) if len(cluster) < _LONG else _wider(cluster)


def _wider(cluster: str) -> int:
    if cluster == "\t":
        return TAB
    if _NOT_SHOWN.match(cluster):
        return 0
    from rich.cells import cell_len
    from wcwidth import wcswidth

    return max(wcswidth(cluster), cell_len(cluster), 0)


_kept_width = lru_cache(maxsize=8192)(_wider)


def shown(text: str) -> str:
    """What is to be written to a terminal for words of a line: as many cells as `width` says.

    A tab becomes spaces, because a terminal would jump; what is not to be seen is left out.
    """
    if not text.isascii() and _NOT_SHOWN.search(text):
        bare = _NOT_SHOWN.sub("", text)
        # Without it a mark could move to the letter before, or two halves of a flag meet: something has to
        # part them then, and of what is not seen a zero width space alone takes no cell anywhere.
        text = bare if width(bare) == width(text) else _NOT_SHOWN.sub("\u200b", text)
    return text.replace("\t", " " * TAB)


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """The grapheme clusters of a line: index of the first character, one past the last, cells."""
    if _one_cell_each(text):
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
    if _one_cell_each(text):
        return min(cell, len(text))
    reached = 0
    for first, _, cells in clusters(text):
        reached += cells
        if cell < reached:
            return first
    return len(text)


def _one_cell_each(text: str) -> bool:
    return "\t" not in text if text.isascii() else _NARROW.fullmatch(text) is not None


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
    if _one_cell_each(text):
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
    if text.isascii() and "\t" not in text:
        return _wrap_ascii(text, cells)
    if len(text) <= cells and _one_cell_each(text):
        return []  # a title with its quotation marks needs no library before the first page
    return _wrap_unicode(text, cells)


def widest_unit(text: str) -> int:
    """The cells of the widest piece of a text that no line end is to part, white space behind it left out."""
    units = text.split(" ") if text.isascii() else map(str.rstrip, _units(text)) if text else ()
    return max(map(width, units), default=0)


def last_break(text: str) -> int:
    """The last index at which a line may start, 0 where there is none: to cut a text too long to wrap."""
    return len(text) - len(_units(text)[-1]) if text else 0


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
    units = _units(text)
    # `width` looks first whether it has measured a word before; for short words that alone is quicker.
    lengths = list(map(len, units))
    full = list(accumulate(map(_measured if max(lengths) < _LONG else width, units)))
    ends = list(accumulate(lengths))
    starts: list[int] = []
    unit = used = 0  # `used` cells of the line are taken before the unit
    while True:
        room = (full[unit - 1] if unit else 0) - used + cells
        following = bisect_right(full, room, unit)
        # White space at its end lets one more unit hang over the line.
        while following < len(units) and full[following] - _hanging(units[following]) <= room:
            following += 1
        if following == len(units):
            return starts
        at = ends[following - 1] if following else 0
        if following > unit or used:
            starts.append(at)
            unit, used = following, 0
        else:
            pieces = list(_split(units[unit], cells))
            starts.extend(at + piece for piece in pieces)
            used = width(units[unit][pieces[-1] if pieces else 0 :])
            unit += 1


def _is_simple(text: str) -> bool:
    """Whether each character is a cluster by itself; to compile what tells that of any script takes long."""
    if text.isascii() and text.isprintable():
        return True
    return _NARROW.fullmatch(text) is not None or _SIMPLE.fullmatch(text) is not None


def _hanging(unit: str) -> int:
    return width(unit) - width(unit.rstrip())


def _units(text: str) -> list[str]:
    """What no line end is to part: the standard's units, whole clusters, and what readers want together."""
    from unicode_segmentation_rs import line_break_units

    units: list[str] = line_break_units(text)
    simple = _is_simple(text)
    minded = ("-" in text and ("-" in units or "--" in units)) or "«" in text or _SHY in text
    if simple and not minded:
        return units
    ends = list(accumulate(map(len, units)))
    if not simple:
        from wcwidth import iter_graphemes

        borders = set(accumulate(map(len, iter_graphemes(text))))
        ends = [end for end in ends if end in borders]
    if minded:
        ends = _welcome(text, ends)
    return [text[start:end] for start, end in pairwise([0, *ends])]


def _welcome(text: str, ends: list[int]) -> list[int]:
    """Less the breaks that readers mind: after an option's hyphen, after « , at a hyphen not shown."""
    kept, start = [], 0
    for end in ends:
        last = text[end - 1]
        if end < len(text) and (
            last == _SHY
            or (last == "-" and text[start:end] in ("-", "--"))
            or (last in " \u00a0" and text[max(start, end - 2) : end - 1] == "«")
        ):
            continue
        kept.append(end)
        start = end
    return kept


def _split(unit: str, cells: int) -> Iterator[int]:
    """Where a word that is wider than the line has to be cut, cluster by cluster.

    Not before punctuation that closes nor after one that opens, where a few clusters less will do.
    """
    borders = [(first, size) for first, _, size in clusters(unit)]
    line = used = number = 0
    while number < len(borders):
        used += borders[number][1]
        if used <= cells or number == line:
            number += 1
            continue
        least = max(line, number - _STEPS_BACK)
        fair = (at for at in range(number, least, -1) if not _clings(unit, borders[at][0]))
        number = line = next(fair, number)
        yield borders[line][0]
        used = 0


def _clings(text: str, at: int) -> bool:
    """Whether a line had better not start at that index: it would with a comma, or end with a bracket."""
    return (
        unicodedata.category(text[at]) in ("Pe", "Pf", "Po") and text[at] not in "/&#@%*\\"
    ) or unicodedata.category(text[at - 1]) in ("Ps", "Pi")
