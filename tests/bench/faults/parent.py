"""A reader's process: ``python -m tests.bench.faults.parent FOLDER SEED FIRST COUNT …``.

It adds articles one after the other, says on standard output which are kept, a JSON object a line, once
the library has said so, and has the index brought up to date as the reading screen does. With
`--searching` it also asks for what it has added so far.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from pathlib import Path

from corpus.index import Index
from corpus.library import Library
from corpus.search import Search
from tests.bench.faults.articles import marker, questions
from tests.bench.faults.child import die_at_bytes
from tests.bench.faults.examination import ALL, Trial, expected
from tests.bench.faults.kills import ARTICLES
from tests.bench.faults.starting import home_in
from tui.indexing import Indexing


def main() -> int:
    """Add articles until it is told to end, or killed; the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name in ("seed", "first", "count"):
        parser.add_argument(name, type=int)
    parser.add_argument("--searching", action="store_true")
    parser.add_argument("--bytes", type=int, default=0, help="die when a file gets so long")
    chosen = parser.parse_args()
    if chosen.bytes:
        die_at_bytes(chosen.bytes)
    trial = Trial(home_in(chosen.folder), chosen.seed, ())
    indexing = Indexing(trial.home.index, trial.home.library)
    try:
        with Library(trial.home.library) as library:
            search = Search(library, Index(trial.home.index))
            for number in range(chosen.first, chosen.first + chosen.count):
                _say(kept=trial.add(library, number), number=number)
                indexing.start()
                if chosen.searching:
                    _ask(search, trial, number, chosen.first)
    except Exception:
        _say(failed=traceback.format_exc())
        return 1
    finally:
        indexing.stop()
    return 0


def _ask(search: Search, trial: Trial, number: int, first: int) -> None:
    """Whatever the others add, what was acknowledged here must be found, and what is found must be there."""
    chance = random.Random(number)
    known = questions(trial.seed, ARTICLES)
    for query in (
        f'"{marker(number)}"',
        f'"{marker(chance.randint(first, number))}"',
        *chance.sample(known, 2),
    ):
        answer = search.hits(query, limit=ALL)
        given = {(int(hit.article), hit.start, hit.end) for hit in answer.hits}
        if not answer.complete:
            _say(incomplete=query)
        elif expected(query, trial.acknowledged) != {
            place for place in given if place[0] in trial.acknowledged
        }:
            _say(wrong=query)


def _say(**what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    sys.exit(main())
