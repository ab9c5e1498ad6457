"""What a sample of its pages tells of a PDF: size of the text, leading, measure, furniture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.formats.pdf.columns import gutter_of
from corpus.formats.pdf.furniture import Furniture, Sampled
from corpus.formats.pdf.pieces import Line

_ALL: Final = 12
"""So many pages are all looked at; of more, some."""
_FIRST: Final = 3
_USUAL: Final = 0.2
_ALIKE: Final = 6.0
_WIDER: Final = 1.35


class Profile(NamedTuple):
    """Of a PDF: the size of its text in points, leadings by size, the measure, and its furniture.

    `styles` are the sizes greater than that of the text, the greatest first; `gutter` is where most pages
    have one, 0 for nowhere; `family` is the font of most of the text.
    """

    body: float = 10.0
    leadings: dict[int, float] = {}  # noqa: RUF012 # never changed
    measure: float = 0.0
    indented: bool = False
    furniture: Furniture = Furniture()
    styles: tuple[float, ...] = ()
    gutter: float = 0.0
    family: str = ""

    def leading(self, size: float) -> float:
        """From base line to base line, in points, for letters of that size."""
        return self.leadings.get(_rounded(size)) or size * self.leadings.get(0, 1.2)


def sample_of(count: int) -> list[int]:
    """The indexes of the pages to look at; those do not depend on how far one has read."""
    if count <= _ALL:
        return list(range(count))
    spread = [count * part // 4 + more for part in (1, 2, 3) for more in (0, 1)]
    return sorted({*range(_FIRST), *spread})


def profile_of(sample: Sequence[Sampled]) -> Profile:
    """The profile that these pages have."""
    furniture = Furniture.of(sample)
    sizes: Counter[int] = Counter()
    families: Counter[str] = Counter()
    leadings: dict[int, Counter[int]] = defaultdict(Counter)
    edges: Counter[int] = Counter()
    begins: Counter[bool] = Counter()
    for page in sample:
        lines = furniture.removed(page.lines, page.at, "")
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text) // (2 if line.mono else 1)
            families[line.family] += len(line.text)
        farthest: dict[int, float] = {}
        for line in lines:
            farthest[line.column] = max(line.x1, farthest.get(line.column, 0.0))
        for line, following in pairwise(lines):
            apart = line.y - following.y
            if (
                line.column == following.column
                and _rounded(line.size) == _rounded(following.size)
                and _is_prose(line, apart, farthest[line.column])
            ):
                leadings[_rounded(line.size)][round(apart * 5)] += 1
        if prose := [line for line in lines if not line.mono]:
            left = min(line.x0 for line in prose)
            edges.update({round((line.x1 - left) / 2) for line in prose})
        begins.update(_indents(lines))
    body = sizes.most_common(1)[0][0] / 5 if sizes else 10.0
    usual = {size: _least_usual(found) / 5 for size, found in leadings.items()}
    own = usual.get(_rounded(body))
    if own:
        usual[0] = own / body
        # What is set wider than the text is no paragraph: a title, entries of contents.
        widest = _WIDER * usual[0] / 5
        usual = {size: wide for size, wide in usual.items() if not size or wide <= widest * size}
    styles = tuple(sorted((size / 5 for size in sizes if size / 5 > body * 1.06), reverse=True))
    # The width that most lines have: those that stop early all have others.
    measure = 2.0 * max(edges, key=lambda width: (edges[width], width), default=0)
    family = max(families, key=families.__getitem__, default="")
    indented = begins[True] > begins[False]
    return Profile(body, usual, measure, indented, furniture, styles, _gutter(sample), family)


def _gutter(sample: Sequence[Sampled]) -> float:
    """The gutter that most pages share."""
    found = [gutter for page in sample if (gutter := gutter_of(page.lines)) is not None]
    alike, most = 0, 0.0
    for one in found:
        count = sum(abs(one - other) < _ALIKE for other in found)
        if count > alike:
            alike, most = count, one
    return most if alike >= 2 and alike * 2 >= len(sample) else 0.0


def _is_prose(line: Line, apart: float, farthest: float) -> bool:
    """Whether a line is as long as those of prose, and the next as far below it: cells of tables are not."""
    full = line.x1 - line.x0 > 14 * line.size and line.x1 > 0.85 * farthest
    return full and 0.95 * line.size < apart < 3 * line.size


def _rounded(size: float) -> int:
    return round(size * 5)


def _least_usual(found: Counter[int]) -> int:
    """The distance that most lines have; of two that many have the lesser: the other parts paragraphs."""
    most = max(found.values())
    return min(apart for apart, times in found.items() if times >= max(2, _USUAL * most) or times == most)


def _indents(lines: Sequence[Line]) -> Counter[bool]:
    """How many paragraphs begin with an indent, and how many do not, by lines that stop early."""
    found: Counter[bool] = Counter()
    right = max((line.x1 for line in lines), default=0.0)
    left = min((line.x0 for line in lines), default=0.0)
    for line, following in pairwise(lines):
        if right - line.x1 > 4 * line.size and line.column == following.column and following.x1 > right - 1:
            indent = following.x0 - left
            if indent < 0.3 * line.size or 0.8 * line.size < indent < 3 * line.size:
                found[indent > 0.3 * line.size] += 1
    return found
