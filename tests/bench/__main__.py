"""`python -m tests.bench`: what a reader waits for, beside other programs on the same machine.

Every program runs in turn, round after round, in the same run: ratios of medians can be compared
between machines, times cannot.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import peers as readers
from tests.bench.measures import MEASURES
from tests.bench.programs import Program, bare_page, hello, peers, pincite
from tests.bench.results import Results
from tests.bench.sessions import Sessions
from tests.bench.starting import SIZE, prepare
from tests.bench.table import machine, table
from tests.bench.texts import TEXTS, Text, write

Session = tuple[Program, Callable[[Sessions], None]]


def main() -> int:
    """Run the benchmark and print its table; the exit status."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(prefix="pincite-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        others = folder / "readers" if chosen.peers else None
        missing = readers.install(others) if others else []
        texts = [TEXTS[name] for name in chosen.sizes]
        for text in texts:
            write(text, folder / text.file)
        results = Results({text.name: (folder / text.file).stat().st_size for text in texts})
        programs = _programs(others)
        for program, _ in programs:
            prepare(program, folder)
        before = machine()
        done = 0
        try:
            while done < chosen.rounds:
                print(f"round {done + 1} of {chosen.rounds}", file=sys.stderr, flush=True)
                for text in texts:
                    _round(text, folder, programs, results, chosen.only)
                done += 1
        except KeyboardInterrupt:
            print(f"stopped after {done} of {chosen.rounds} rounds: this is what was measured")
    if missing:
        print(f"not installed: {', '.join(missing)}")
    print(f"{chosen.rounds} rounds, {SIZE[0]}×{SIZE[1]}; before: {before}")
    print(f"after: {machine()}")
    print("\n".join(table(results)))
    if chosen.json:
        document = {"rounds": chosen.rounds, "machine": machine(), "rows": list(results.as_json())}
        chosen.json.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="3, where it is not given")
    for option, known, what in (("--sizes", TEXTS, "read"), ("--only", MEASURES, "measure")):
        names = "; ".join(known)
        parser.add_argument(
            option,
            nargs="+",
            choices=known,
            default=list(known),
            metavar="NAME",
            help=f"{what} these: {names}",
        )
    parser.add_argument(
        "--peers",
        action="store_true",
        help=f"install {', '.join(readers.PACKAGES)} for this run, and measure them, too",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all values into a file")
    return parser.parse_args()


def _programs(others: Path | None) -> list[Session]:
    return [
        (hello(), Sessions.hello),
        (pincite(), Sessions.pincite),
        (bare_page(), Sessions.bare_page),
        *((peer, Sessions.peer) for peer in peers(others)),
    ]


def _round(text: Text, folder: Path, programs: list[Session], results: Results, only: list[str]) -> None:
    """Each program on a text, once; one that could not do something is not waited for again."""
    for program, session in programs:
        if session is Sessions.peer and results.failed(text.name, program.name):
            continue
        print(f"  {text.name}: {program.name}", file=sys.stderr, flush=True)
        session(Sessions(program, text, folder, results, only))


if __name__ == "__main__":
    sys.exit(main())
