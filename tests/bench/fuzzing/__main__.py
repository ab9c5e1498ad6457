"""`python -m tests.bench.fuzzing`: broken files, one after another, each read in a process that is watched.

Says how many were read, how many were refused in a sentence, and which of them crashed the reader, went on
past the limit, or let something through; those are written into a folder. `worked` is processor time,
`slowest` the most of it that one file took, and the number of that.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.bench.fuzzing.mutating import broken
from tests.bench.fuzzing.outcome import outcome, outcome_apart

_MEMORY: Final = 2 << 30
_RUN: Final = 200
"""Files that one process reads before another takes its place."""
_PATIENCE: Final = 20
"""How many times the limit may pass, where others work too."""


def main() -> int:
    """Read broken files for so long; the exit status is 1 where one was not as it must be."""
    chosen = _arguments()
    seeds = [(path.name, path.read_bytes()) for path in chosen.files]
    counts: Counter[str] = Counter()
    slowest: list[float] = [0, 0]
    number, ends = chosen.first, time.monotonic() + chosen.seconds
    while time.monotonic() < ends:
        number = _watched(seeds, number, ends, chosen, counts, slowest)
    counts.setdefault("bad", 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = round(used.ru_utime + used.ru_stime, 1)
    told = {"files": number - chosen.first, **counts, "worked": worked, "seconds": chosen.seconds}
    print(json.dumps({**told, "slowest": slowest}))
    return 1 if counts["bad"] else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.fuzzing", description=__doc__)
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="whole ones, small, of one format"
    )
    parser.add_argument("--seconds", type=int, default=3600, metavar="N", help="3600, where it is not given")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="the number of the first file")
    parser.add_argument("--limit", type=float, default=5, metavar="SECONDS", help="of work for one file")
    parser.add_argument("--apart", action="store_true", help="read as the program does, behind all walls")
    parser.add_argument(
        "--into", type=Path, default=Path("broken"), metavar="FOLDER", help="for what is found"
    )
    return parser.parse_args()


def _watched(
    seeds: Sequence[tuple[str, bytes]],
    number: int,
    ends: float,
    chosen: argparse.Namespace,
    counts: Counter[str],
    slowest: list[float],
) -> int:
    """Let another process read files from that number on; the number of the next."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _read_on(seeds, number, ends, chosen, tell)
    os.close(tell)
    ending, waiting = "", b""
    while not ending:
        ready, _, _ = select.select([told], [], [], chosen.limit * _PATIENCE)
        read = os.read(told, 65_536) if ready else b""
        *lines, waiting = (waiting + read).split(b"\n")
        for line in lines:
            if line == b"end":
                ending = "ended"
                break
            said = json.loads(line)
            counts[said["came"]] += 1
            slowest[:] = max(slowest, [said["took"], number])
            if said["faults"]:
                _note(seeds, number, said["faults"], chosen, counts)
            number += 1
        if not read:
            ending = "crashed" if ready else "went on past the limit"
    os.close(told)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if status == signal.SIGPROF:
        ending = "went on past the limit"
    if ending != "ended":
        counts[ending] += 1
        _note(seeds, number, [f"{ending} ({status})"], chosen, counts)
        number += 1
    return number


def _note(
    seeds: Sequence[tuple[str, bytes]],
    number: int,
    faults: list[str],
    chosen: argparse.Namespace,
    counts: Counter[str],
) -> None:
    counts["bad"] += 1
    name, data = _file(seeds, number)
    chosen.into.mkdir(parents=True, exist_ok=True)
    (chosen.into / f"{number}-{name}").write_bytes(data)
    print(f"{number} {name}:", *faults[:4], sep="\n    ", flush=True)


def _file(seeds: Sequence[tuple[str, bytes]], number: int) -> tuple[str, bytes]:
    chance = random.Random(number)
    name, data = chance.choice(seeds)
    return name, broken(data, [other for _, other in seeds], chance)


def _read_on(
    seeds: Sequence[tuple[str, bytes]], number: int, ends: float, chosen: argparse.Namespace, tell: int
) -> None:
    if not chosen.apart:  # what reads apart sets limits of its own
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    outcome_of = outcome_apart if chosen.apart else outcome
    for at in range(number, number + _RUN):
        if time.monotonic() > ends:
            break
        name, data = _file(seeds, at)
        signal.setitimer(signal.ITIMER_PROF, chosen.limit)
        begun = time.process_time()
        came, faults = outcome_of(name, data, at)
        took = round(time.process_time() - begun, 2)
        os.write(tell, (json.dumps({"came": came, "faults": faults, "took": took}) + "\n").encode())
    signal.setitimer(signal.ITIMER_PROF, 0)
    os.write(tell, b"end\n")
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
