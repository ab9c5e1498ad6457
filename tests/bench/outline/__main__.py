"""`python -m tests.bench.outline FOLDER`: outlines beside the authors' own, and what they cost.

With `--cache` also on articles of Debian's manuals, and on manual pages: nothing was tuned on those that
are marked unseen.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.bench.outline import data, dividing, finding, labelling, manuals, speed, unseen
from tests.bench.outline.data import Headless
from tests.bench.table import machine

_HEADLESS: Final = ("blog", "wiki")
_HEADED: Final = ("rfc", "man", "zhlaw", "underlined", "gutenberg", "bareline", "headless")
PARTS: Final = ("dividing", "headings", "labels", "speed")
_TUNED: Final = "tuned on: the weights and rules that ship have seen these"
_UNSEEN: Final = "unseen: nothing was tuned on these"


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline", description=__doc__)
    parser.add_argument("folder", type=Path, help="outline data, *.jsonl")
    parser.add_argument("--cache", type=Path, help="where packages are fetched to; without it, no manuals")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART")
    parser.add_argument("--show", type=int, default=0, help="so many wrong headings of each text tuned on")
    chosen = parser.parse_args()
    print(f"data {data.digest(chosen.folder)} · {machine()}")
    known = {name: data.headless(path) for name in _HEADLESS if (path := _at(chosen.folder, name)).exists()}
    others, missing = _others(chosen.cache.absolute()) if chosen.cache else ({}, [])
    if "dividing" in chosen.only:
        _print("Breaks in articles without their headings", _TUNED, _dividing(known))
        _print("", _UNSEEN, _dividing(others))
    if "headings" in chosen.only:
        _print("Headings", _TUNED, _headings(chosen.folder, chosen.show))
        if chosen.cache:
            made, more = unseen.sets(chosen.cache.absolute())
            missing += more
            # Wrong ones are not shown: who looks at them will tune on them.
            sets = (finding.lines(name, texts) for name, texts in made.items())
            _print("", _UNSEEN, (line for some in sets for line in some))
    if "labels" in chosen.only:
        _print("Labels with a word of the author's title", _TUNED, _labels(known))
        _print("", _UNSEEN, _labels(others))
    if "speed" in chosen.only:
        _print("Speed", "", speed.lines(known.get("blog", [])))
    print("\n".join(dict.fromkeys(missing)))


def _at(folder: Path, name: str) -> Path:
    return folder / f"{name}.jsonl"


def _others(cache: Path) -> tuple[dict[str, list[Headless]], list[str]]:
    """Articles of manuals that nothing was tuned on, by language; and what is missing."""
    articles, missing = manuals.unseen(cache)
    some: dict[str, list[Headless]] = {}
    for one in articles:
        some.setdefault(f"manuals {manuals.language(one)}", []).append(one)
    return dict(sorted(some.items())), missing


def _dividing(sets: dict[str, list[Headless]]) -> Iterator[str]:
    for name, articles in sets.items():
        yield from dividing.lines(name, articles)


def _labels(sets: dict[str, list[Headless]]) -> Iterator[str]:
    for name, articles in sets.items():
        yield from labelling.lines(name, articles)


def _headings(folder: Path, show: int) -> Iterator[str]:
    for name in _HEADED:
        if (path := _at(folder, f"explicit-{name}")).exists():
            yield from finding.lines(name, data.headed(path), show)


def _print(title: str, remark: str, lines: Iterable[str]) -> None:
    """Print lines as they come, under a title and a remark; nothing where there are none."""
    for number, line in enumerate(lines):
        if not number:
            print("", *filter(None, (title, remark)), sep="\n")
        print(line, flush=True)


if __name__ == "__main__":
    main()
