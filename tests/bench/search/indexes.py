"""Writing the indexes, each by a process of its own, and asking each in a new process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.search import children
from tests.bench.search.measures import Row
from tests.bench.search.results import Results
from tests.bench.search.texts import Texts


def write(texts: Texts, engines: Sequence[str], folder: Path, results: Results) -> None:
    """Index the texts below a folder, in a directory an engine."""
    for engine in engines:
        print(f"  {texts.name}: {engine} is writing", file=sys.stderr, flush=True)
        directory = folder / engine
        figures = children.run("write", engine, str(texts.library), str(directory))
        for measure, value in (
            ("writing", texts.size / figures["processor"]),
            ("index", _size(directory) / texts.size),
            ("memory", figures["memory"]),
        ):
            results.note(Row(measure, texts.name, engine), value)


def start(texts: Texts, engines: Sequence[str], folder: Path, queries: list[str], results: Results) -> None:
    """Each query by a new process of each engine; the last one twice, first to have the files in memory."""
    for number, query in enumerate([queries[-1], *queries]):
        for engine in engines:
            figures = children.run("ask", engine, str(texts.library), str(folder / engine), query)
            for measure, name in (("cold start", "answer"), ("cold start, all", "all")):
                if number:
                    row = Row(measure, texts.name, engine)
                    took = figures[name], figures[f"{name}, processor"]
                    results.note(row, *took, answered=figures["hits"] > 0)


def _size(directory: Path) -> int:
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
