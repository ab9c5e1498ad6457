"""Texts with headings that nothing was tuned on, a set for each way to write them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.bench.outline import data, man_pages, manuals, pages, written
from tests.bench.outline.data import Headed
from tests.bench.outline.keeping import Keeping
from tests.bench.search import manuals as packages

_MOST: Final = 60
_MOST_OF_ONE: Final = 15


def sets(cache: Path) -> tuple[dict[str, list[Headed]], list[str]]:
    """The sets by their names, and a sentence for each package that is missing."""
    names = [*written.FAMILIES, "man"]
    program = [Path(str(module.__file__)) for module in (man_pages, manuals, pages, written)]
    keepings = {name: Keeping(cache, f"unseen-{name}", *program, Path(__file__)) for name in names}
    if all(keeping.is_there for keeping in keepings.values()):
        return {name: data.headed(keeping.path) for name, keeping in keepings.items()}, []
    print("making the unseen texts", file=sys.stderr, flush=True)
    made, missing = _written(cache)
    made["man"], more = _manual_pages(cache)
    if not (missing := missing + more):
        for name, keeping in keepings.items():
            keeping.write(map(data.headed_row, made[name]))
    return made, missing


def _written(cache: Path) -> tuple[dict[str, list[Headed]], list[str]]:
    folders, missing = pages.fetched(cache, manuals.UNSEEN)
    made: dict[str, list[Headed]] = {name: [] for name in written.FAMILIES}
    for folder in folders:
        counts: Counter[tuple[str, str]] = Counter()
        for page in pages.pages(folder, manuals.UNSEEN[folder.name]):
            for name, family in written.FAMILIES.items():
                enough = counts[name, page.language] >= _MOST_OF_ONE
                if (
                    not enough
                    and page.language in family.languages
                    and (one := written.written(page, family))
                ):
                    made[name].append(one)
                    counts[name, page.language] += 1
    return {name: _drawn(name, texts) for name, texts in made.items()}, missing


def _drawn(name: str, texts: list[Headed]) -> list[Headed]:
    """So many of them, another choice for each name."""
    return sorted(texts, key=lambda one: sha256((name + one.source).encode()).digest())[:_MOST]


def _manual_pages(cache: Path) -> tuple[list[Headed], list[str]]:
    if not shutil.which("man"):
        return [], ["Manual pages are missing: there is no man here."]
    folders, missing = packages.fetch(cache, man_pages.PACKAGES)
    try:
        return [one for folder in folders for one in man_pages.texts(folder)], missing
    except (OSError, subprocess.SubprocessError) as fault:
        return [], [*missing, f"Manual pages are missing: {fault}."]
