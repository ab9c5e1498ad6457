"""`python -m tests.bench.outline.bare_training FOLDER`: the weights of bare headings, printed as a table.

Learned from `explicit-bareline`, `explicit-headless` and `wiki`, each text twice: as it is, a line a
paragraph; and as a careful typist would set it, wrapped at 72 columns, the titles of two texts in three
with capital initials, every second text with two blank lines above them. A logistic regression, by
Newton’s method (iteratively reweighted least squares), with a penalty on large weights.
"""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from corpus.outline.lines.bare import may_be_bare
from corpus.outline.lines.bare.traits import traits
from corpus.outline.lines.bare.weights import WEIGHTS
from corpus.outline.lines.bare.wording import MINOR
from corpus.outline.lines.headings import find_headings
from corpus.outline.lines.layout import Layout, is_contents_entry, is_tabular
from tests.bench.outline.data import Headed, Heading, headed
from tests.bench.outline.logistic import by_newton
from tests.bench.outline.measures import Headings, headings_measured

NAMED_WRONGLY: Final = ("1929-Hoover", "code-first-or-design-first", "Nero")
"""Texts whose headings, or some of them, the data do not know of; none is learned from."""
_HEAD: Final = '''"""What the traits of a bare line weigh: printed by `tests.bench.outline.bare_training`."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {'''
_FOOT: Final = '''}
"""Logarithms of odds; the empty name is what every line begins with."""'''
_FOLDS: Final = 5
_WIDTH: Final = 72
_PENALTY: Final = 1.0


class Text(NamedTuple):
    """A text as lines, and which of them are headings."""

    source: str
    lines: list[str]
    headings: frozenset[int]


class Example(NamedTuple):
    """A line that may be a heading: its traits, and whether it is one."""

    traits: dict[str, float]
    right: bool


def main() -> None:
    """Learn, and print the table; or learn from four fifths of the texts and measure the others, in turn."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline.bare_training", description=__doc__)
    parser.add_argument("folder", type=Path, help="outline data, *.jsonl")
    parser.add_argument(
        "--cross-validated", action="store_true", help="measure instead of printing the table"
    )
    chosen = parser.parse_args()
    found = [(_fold(text), example) for text in texts(chosen.folder) for example in examples(text)]
    if chosen.cross_validated:
        _cross_validate(chosen.folder, found)
        return
    print(_HEAD)
    for name, weight in sorted(learned([one for _, one in found]).items(), key=lambda one: -one[1]):
        if abs(weight) >= 0.05 or not name:
            print(f'    "{name}": {weight:.2f},')
    print(_FOOT)


def _cross_validate(folder: Path, found: Sequence[tuple[int, Example]]) -> None:
    """Measure headings in texts that the weights were not learned from."""
    weights = [learned([one for fold, one in found if fold != left]) for left in range(_FOLDS)]
    for name in ("bareline", "headless"):
        total, count = Headings(0, 0, 0, 0), 0
        for text in headed(folder / f"explicit-{name}.jsonl"):
            WEIGHTS.clear()
            WEIGHTS.update(weights[_fold(text)])
            mine = [Heading(one.level, one.title) for one in find_headings(text.text.split("\n"))]
            total, count = total.plus(headings_measured(text.headings, mine)), count + 1
        print(
            f"{name:<12}P {100 * total.precision:5.1f} R {100 * total.recall:5.1f} F1 {100 * total.f1:5.1f}"
            f" parent {100 * total.parents:5.1f} false a text {(total.found - total.right) / count:.2f}"
        )


def _fold(text: Text | Headed) -> int:
    return sha256(text.source.encode()).digest()[2] % _FOLDS


def texts(folder: Path) -> Iterator[Text]:
    """The texts to learn from, each as it is and as a typist would set it."""
    for name in ("explicit-bareline", "explicit-headless"):
        for row in _rows(folder / f"{name}.jsonl"):
            lines = frozenset(heading["line"] for heading in row["headings"])
            yield from _twice(Text(row["source"], row["text"].split("\n"), lines))
    for row in _rows(folder / "wiki.jsonl"):
        yield from _twice(_with_headings(row))


def examples(text: Text) -> Iterator[Example]:
    """The lines of a text that may be headings without any mark."""
    layout = Layout(text.lines)
    for index in range(len(text.lines)):
        line = layout.short(index)
        if line and not is_tabular(line) and not is_contents_entry(line) and may_be_bare(layout, index, line):
            yield Example(dict(traits(layout, index, line)), index in text.headings)


def learned(found: Sequence[Example]) -> dict[str, float]:
    """The weights of traits by name, and of what all have in common by the empty one."""
    names = ["", *sorted({name for one in found for name in one.traits})]
    place = {name: at for at, name in enumerate(names)}
    rows = [
        [(0, 1.0), *((place[name], value) for name, value in one.traits.items() if value)] for one in found
    ]
    ridge = [0.0, *(_PENALTY for _ in names[1:])]
    return dict(zip(names, by_newton(rows, [one.right for one in found], ridge), strict=True))


def _with_headings(row: dict[str, Any]) -> Text:
    """An article with its headings put back."""
    titles = dict(zip(row["boundaries"], row["titles"], strict=True))
    lines: list[str] = [str(row["title"]), ""]
    headings: set[int] = set()
    for at, paragraph in enumerate(row["paragraphs"]):
        if title := titles.get(at):
            headings.add(len(lines))
            lines += [str(title), ""]
        lines += [str(paragraph), ""]
    return Text(str(row["title"]), lines, frozenset(headings))


def _twice(text: Text) -> Iterator[Text]:
    if not any(name in text.source for name in NAMED_WRONGLY):
        yield text
        yield _typed(text)


def _typed(text: Text) -> Text:
    """The text wrapped at 72 columns, in one of four styles that its source chooses."""
    chosen = sha256(text.source.encode()).digest()
    capitals, air = chosen[0] % 3 > 0, chosen[1] % 2 > 0
    lines: list[str] = []
    headings: set[int] = set()
    for index, line in enumerate(text.lines):
        if index in text.headings:
            lines += [""] * air
            if len(line) <= _WIDTH:
                headings.add(len(lines))
            line = _in_capitals(line) if capitals else line
        hanging = "  " if line[:2] == "• " else ""
        lines += textwrap.wrap(line, _WIDTH, break_on_hyphens=False, subsequent_indent=hanging) or [""]
    return Text(text.source, lines, frozenset(headings))


def _in_capitals(title: str) -> str:
    words = title.split()
    return " ".join(
        word if at and word.lower() in MINOR else word[:1].upper() + word[1:] for at, word in enumerate(words)
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
