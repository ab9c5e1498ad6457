"""What is measured in a process of its own: writing an index, and the first hits of a new process.

    python -m tests.bench.search.children write ENGINE LIBRARY DIRECTORY
    python -m tests.bench.search.children ask ENGINE LIBRARY DIRECTORY QUERY

Each prints its figures as JSON: seconds and bytes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# What a reader's program has loaded before it searches.
import corpus.library  # noqa: F401
from tests.bench.processes import peak_memory
from tests.bench.programs import ROOT
from tests.bench.search.engines import module


def run(*command: str) -> dict[str, Any]:
    """What a child prints. Raises subprocess.CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.search.children", *command],
        check=True,
        stdout=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def environment() -> dict[str, str]:
    """That of this process, with all that it can import."""
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}


def write(engine: str, library: str, directory: str) -> dict[str, float]:
    """Index a library: processor seconds of this process and its children, and the most memory it held."""
    asked = module(engine)
    before = _processor()
    left_out = asked.write(Path(library), Path(directory))
    return {"processor": _processor() - before - left_out, "memory": peak_memory(os.getpid())}


def ask(engine: str, library: str, directory: str, query: str) -> dict[str, float]:
    """Import what searches, open the index and ask: the seconds of each, and how many hits came first."""
    start, start_processor = time.perf_counter(), time.process_time()
    asked = module(engine)
    imported, imported_processor = time.perf_counter(), time.process_time()
    hits = asked.opened(Path(library), Path(directory)).first(query)
    end, end_processor = time.perf_counter(), time.process_time()
    return {
        "answer": end - imported,
        "answer, processor": end_processor - imported_processor,
        "all": end - start,
        "all, processor": end_processor - start_processor,
        "hits": hits,
    }


def _processor() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


_TASKS: dict[str, Callable[..., dict[str, float]]] = {"write": write, "ask": ask}

if __name__ == "__main__":
    print(json.dumps(_TASKS[sys.argv[1]](*sys.argv[2:])))
