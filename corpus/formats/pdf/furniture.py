"""Running heads, feet and numbers of pages: where they stand, told by a sample of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.pieces import Line
from corpus.outline.numbering import roman

_FIGURES: Final = expression(r"\d+|\b[ivxlc]+\b")
_NUMBER_FIRST: Final = expression(
    r"(?:page\s+)?[-–—\[]?\s*(\d{1,5})\b(?!\.\d)(?:\s*(?:/|of|von|de|sur)\s*\d+)?"
)
_NUMBER_LAST: Final = expression(r"(?<![\d.])(\d{1,5})(?:\s*(?:/|of|von|de|sur)\s*\d+)?\s*[-–—\]]?$")
_ALONE: Final = expression(
    r"(?i)(?:page\s*)?[-–—\[|]?\s*(\d{1,5}|[ivxlcdm]{1,9})(?:\s*(?:/|of|von)\s*\d+)?\s*[-–—\]|]?"
)
_TOP, _BOTTOM = 2, 3
_NEAR: Final = 2.0
_LEAST: Final = 3
_SHARE: Final = 0.25
_COUNTED: Final = 0.4
_OFTEN: Final = 0.5
_APART: Final = 2.4
"""Of its size, how far what follows stands below a head that is never the same; lines of text are nearer."""
_LARGER: Final = 1.05


class Sampled(NamedTuple):
    """A page of the sample: its number from 0, and its lines."""

    at: int
    lines: list[Line]


class Furniture(NamedTuple):
    """Heights at which heads and feet stand, and what added to a page's index is its printed number."""

    heads: tuple[float, ...] = ()
    feet: tuple[float, ...] = ()
    offset: int | None = None

    @classmethod
    def of(cls, sample: Sequence[Sampled]) -> Furniture:
        """What the pages of a sample have in common."""
        pages = [page for page in sample if page.lines]
        offset = _offset(pages)
        return cls(_bands(pages, offset, top=True), _bands(pages, offset, top=False), offset)

    def removed(self, lines: list[Line], index: int, label: str) -> list[Line]:
        """The lines of a page without its heads and feet."""
        if not lines:
            return lines
        by_height = sorted(lines, key=lambda line: -line.y)
        out: set[int] = set()
        for bands, rows in (
            (self.heads, _edge(by_height, _TOP)),
            (self.feet, _edge(by_height[::-1], _BOTTOM)),
        ):
            out.update(id(line) for line in rows if any(abs(line.y - band) <= _NEAR for band in bands))
        for edge in (by_height[0], by_height[-1]):
            alone = _ALONE.fullmatch(edge.text)
            if alone and len(lines) > 1 and alone[1] in (label, str(index + (self.offset or 0))):
                out.add(id(edge))
        return [line for line in lines if id(line) not in out]

    def printed(self, index: int, lines: Sequence[Line]) -> str:
        """The number printed on a page of a file that has no labels; "" where none can be told."""
        if self.offset is None:
            return ""
        if index + self.offset > 0:
            return str(index + self.offset)
        by_height = sorted(lines, key=lambda line: -line.y)
        for edge in (*by_height[:1], *by_height[-1:]):
            if (alone := _ALONE.fullmatch(edge.text)) and roman(alone[1].upper()):
                return alone[1]
        return ""


def _edge(lines: Sequence[Line], most: int) -> list[Line]:
    """The lines of the outermost rows."""
    rows: list[Line] = []
    heights: list[float] = []
    for line in lines:
        if not heights or abs(line.y - heights[-1]) > _NEAR:
            if len(heights) == most:
                break
            heights.append(line.y)
        rows.append(line)
    return rows


def _rows(page: Sampled, *, top: bool) -> list[Line]:
    ordered = sorted(page.lines, key=lambda line: -line.y if top else line.y)
    return _edge(ordered, _TOP if top else _BOTTOM)


def _numbers(line: Line) -> set[int]:
    text = line.text
    return {int(match[1]) for match in (_NUMBER_FIRST.match(text), _NUMBER_LAST.search(text)) if match}


def _offset(pages: Sequence[Sampled]) -> int | None:
    """What most pages' numbers at the edge are apart from their indexes."""
    apart: Counter[int] = Counter()
    for page in pages:
        edges = [*_rows(page, top=True), *_rows(page, top=False)]
        apart.update({number - page.at for line in edges for number in _numbers(line)})
    if not apart:
        return None
    offset, times = apart.most_common(1)[0]
    return offset if times >= max(min(_LEAST, len(pages)), _COUNTED * len(pages)) and len(pages) > 1 else None


class _Row(NamedTuple):
    """A line at the edge of a page: its height, and what it says but for figures.

    Whether it counts the pages, and whether it stands apart from all else, as a head does.
    """

    y: float
    frame: str
    counts: bool
    apart: bool


def _bands(pages: Sequence[Sampled], offset: int | None, *, top: bool) -> tuple[float, ...]:
    """Heights at which lines stand on many pages that are alike, count the pages, or stand apart."""
    found: dict[int, list[_Row]] = {}
    for page in pages:
        head = _head(page) if top else None
        for line in _rows(page, top=top):
            counts = offset is not None and page.at + offset in _numbers(line)
            frame = _FIGURES.sub("#", " ".join(line.text.split()).casefold())
            row = _Row(line.y, frame, counts, head is not None and abs(line.y - head) <= _NEAR)
            found.setdefault(round(line.y / _NEAR), []).append(row)
    bands = []
    for rows in _merged(found):
        frames = Counter(row.frame for row in rows)
        alike = sum(row.counts or frames[row.frame] > 1 for row in rows) * 2 >= len(rows)
        apart = len(rows) >= max(_LEAST, _OFTEN * len(pages)) and all(row.apart for row in rows)
        if len(rows) >= max(2, _SHARE * len(pages)) and (alike or apart) and len(pages) > 2:
            bands.append(sum(row.y for row in rows) / len(rows))
    return tuple(bands)


def _head(page: Sampled) -> float | None:
    """The height of a page's first row, if it is as small as the text, and far above all else."""
    ordered = sorted(page.lines, key=lambda line: -line.y)
    first = ordered[0]
    below = next((line for line in ordered if first.y - line.y > _NEAR), None)
    usual = sorted(line.size for line in ordered)[len(ordered) // 2]
    if below is None or first.size > _LARGER * usual or first.y - below.y < _APART * first.size:
        return None
    return first.y


def _merged(found: Mapping[int, list[_Row]]) -> list[list[_Row]]:
    """Heights that rounding has parted, together."""
    merged: list[list[_Row]] = []
    last = -10
    for height in sorted(found):
        if merged and height - last <= 1 and abs(found[height][0].y - merged[-1][-1].y) <= _NEAR:
            merged[-1] += found[height]
        else:
            merged.append(list(found[height]))
        last = height
    return merged
