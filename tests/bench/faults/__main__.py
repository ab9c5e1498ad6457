"""`python -m tests.bench.faults`: what comes of everything that can go wrong. For Linux."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench.faults.examination import Outcome
from tests.bench.faults.kinds import FAULTS, Fault
from tests.bench.faults.table import figures, table
from tests.bench.table import machine


def main() -> int:
    """Try the faults and print the table; the exit status is 1 where something is not as it must be."""
    chosen = _arguments()
    results: dict[str, list[Outcome]] = {}
    before = machine()
    for number in range(chosen.rounds):
        for name in chosen.only:
            fault = FAULTS[name]
            print(f"round {number + 1} of {chosen.rounds}: {name}", file=sys.stderr, flush=True)
            if why := fault.hindrance():
                print(f"{name}: not tried ({why})")
                continue
            results.setdefault(name, []).extend(_tried(fault, chosen.seed + number, chosen.trials))
    print(f"seed {chosen.seed}, {chosen.rounds} rounds; before: {before}")
    print(f"after: {machine()}")
    print("\n".join(table(results, FAULTS)))
    if chosen.json:
        document = {
            "seed": chosen.seed,
            "rounds": chosen.rounds,
            "machine": machine(),
            "faults": _as_json(results),
        }
        chosen.json.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    promised = [outcome for name, found in results.items() if not FAULTS[name].beyond for outcome in found]
    return 0 if all(outcome.clean for outcome in promised) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="1, where it is not given")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of articles, phrases and moments")
    parser.add_argument("--trials", type=int, metavar="N", help="of each fault in a round, at most")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=FAULTS,
        default=list(FAULTS),
        metavar="FAULT",
        help="; ".join(f"{fault.name}: {fault.says}" for fault in FAULTS.values()),
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every trial into a file")
    return parser.parse_args()


def _tried(fault: Fault, seed: int, most: int | None) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="pincite-faults-") as name:
        trials = fault.trials if most is None else min(most, fault.trials)
        return list(fault.run(Path(name), seed, trials))


def _as_json(results: dict[str, list[Outcome]]) -> list[dict[str, object]]:
    return [
        {"fault": name, **figures(outcomes), "outcomes": [asdict(outcome) for outcome in outcomes]}
        for name, outcomes in results.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
