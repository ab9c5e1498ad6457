"""`python -m tests.bench.again`: passages found again in articles that were edited, and deleted ones lost.

A passage is found if of the words that its span has or should have at least 0.8 are both; it is wrong if
less than half of the words of its span are its own, and inexact between. One that was torn in two by
moving a sentence can be no more than inexact. Times are CPU times of this process; the first passage of
an article pays for comparing the two texts, so that the most is that of the largest article.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final, get_args

from tests.bench.again.measuring import OUTCOMES, Measuring, Tally, Way, shares
from tests.bench.corpora import MOST, articles
from tests.bench.table import machine

RATES: Final = (0.01, 0.05, 0.15)
_LARGEST: Final = 600_000
"""Characters of the largest article that is edited."""


def main() -> int:
    """Run the benchmark and print its table; the exit status."""
    chosen = _arguments()
    with tempfile.TemporaryDirectory(prefix="pincite-bench-") as name:
        some = articles(chosen.cache or Path(name), chosen.outline, most=chosen.articles)
        some = [(name, document) for name, document in some if len(document.text) <= _LARGEST]
    if not some:
        print("There are no articles to edit.", file=sys.stderr)
        return 1
    print(f"{len(some):,} articles, seed {chosen.seed}; {machine()}")
    measuring = Measuring(some, chosen.seed)
    heads = "".join(f"{outcome:>11}" for outcome in OUTCOMES)
    print(f"{'':18}{'edited':>10}{'passages':>10}{heads}   ms: median, p95, most")
    for way in get_args(Way) if chosen.way is None else [chosen.way]:
        for rate in RATES:
            _print(way, f"{rate:.0%}", measuring.kept(way, rate, chosen.passages))
        _print(way, "deleted", measuring.deleted(way, RATES, chosen.deleted))
    return 0


def _print(way: str, edits: str, tally: Tally) -> None:
    costs = sorted(tally.costs)
    times = (statistics.median(costs), costs[int(len(costs) * 0.95)], costs[-1])
    row = "".join(f"{share:>11}" for share in shares(tally))
    print(
        f"{way:18}{edits:>10}{tally.count:>10,}{row}   {'  '.join(f'{ms:.1f}' for ms in times)}", flush=True
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.again", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another one draws and edits other passages")
    parser.add_argument("--passages", type=int, default=1_000, metavar="N", help="for each rate; 1,000")
    parser.add_argument("--deleted", type=int, default=600, metavar="N", help="deleted passages; 600")
    parser.add_argument("--articles", type=int, default=MOST, metavar="N", help=f"manuals to read; {MOST}")
    parser.add_argument("--way", choices=get_args(Way), help="look for them in this way alone")
    parser.add_argument("--outline", type=Path, metavar="DIR", help="take articles of outline data too")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep what is fetched there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
