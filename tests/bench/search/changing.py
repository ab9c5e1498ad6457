"""One article changed in the library, until the index finds what is new in it."""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from corpus.library import Library
from corpus.opening import open_bytes
from tests.bench.search import pincite
from tests.bench.search.children import environment
from tests.bench.search.engines import module
from tests.bench.search.measures import Row
from tests.bench.search.results import Results
from tests.bench.search.texts import Texts

_BY_ITSELF: Final = "pincite, child"
_LETTERS: Final = "bcdfghjklmnpqrstvwxz"


def change(
    texts: Texts, engines: Sequence[str], folder: Path, count: int, seed: int, results: Results
) -> None:
    """So many articles, one after another, in copies of library and indexes; ours also by the child.

    The clock runs from when the library has the article.
    """
    chance = random.Random(f"{texts.name} {seed}")
    ways = [*engines, _BY_ITSELF]
    beside = folder / "changed"
    places = {way: (beside / way / "library.db", beside / way / "index") for way in ways}
    for way, (library, index) in places.items():
        library.parent.mkdir(parents=True)
        shutil.copy(texts.library, library)
        shutil.copytree(folder / way.partition(",")[0], index)
    # The first one finds nothing loaded yet, and is not counted.
    for number in range(count + 1):
        article = chance.choice(texts.articles)
        word = "".join(chance.choices(_LETTERS, k=14))
        for way in ways:
            library, index = places[way]
            _remember(library, article.id, f"{article.text}\n\n{word}\n")
            wall, processor = time.perf_counter(), _processor()
            found = _renewed(way, library, index, article.id, word)
            took = time.perf_counter() - wall, _processor() - processor
            if number:
                results.note(Row("change", texts.name, way), *took, answered=found)
    shutil.rmtree(beside)


def _renewed(way: str, library: Path, index: Path, article: int, word: str) -> bool:
    if way != _BY_ITSELF:
        return module(way).renewed(library, index, article, word)
    command = [sys.executable, "-m", "corpus.index", str(index), str(library)]
    subprocess.run(command, check=True, env=environment())
    return pincite.is_found(library, index, article, word)


def _remember(path: Path, id: int, text: str) -> None:
    document = open_bytes(text.encode(), "changed.txt")
    with Library(path) as library:
        source = library.article(id).path
        about = source.stat()
        # As if the file were this text: what differs from its file is read again by the child.
        library.remember(document, str(source), size=about.st_size, mtime_ns=about.st_mtime_ns)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
