"""`python -m tests.bench.search`: our search beside SQLite FTS5, tantivy and a plain scan.

All are asked in turn, in one run, about the same texts: articles of Debian's manuals, which are fetched
with apt. Ratios can be compared between machines, times cannot.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.bench.search import engines, manuals, texts
from tests.bench.search.measures import PARTS, Amounts
from tests.bench.search.results import Results
from tests.bench.search.run import Run
from tests.bench.search.table import table, versions
from tests.bench.table import machine


def main() -> int:
    """Run the benchmark and print its table; the exit status."""
    chosen = _arguments()
    results = Results()
    with tempfile.TemporaryDirectory(prefix="pincite-bench-", ignore_cleanup_errors=True) as name:
        cache = (chosen.cache or Path(name) / "cache").absolute()
        folders, missing = manuals.fetch(cache)
        results.remarks += missing
        if not folders:
            print("\n".join(missing), file=sys.stderr)
            return 1
        known = list(engines.ENGINES)
        if why_not := engines.install_tantivy(cache / "tantivy"):
            results.remarks.append(why_not)
            known.remove("tantivy")
        amounts = Amounts().part(chosen.share)
        before = machine()
        try:
            for set_name in texts.SIZES if chosen.set == "both" else [chosen.set]:
                some = texts.make(set_name, cache, manuals.articles(folders))
                with tempfile.TemporaryDirectory(dir=name) as folder:
                    Run(some, known, Path(folder), amounts, chosen.seed, results).measure(chosen.only)
        except KeyboardInterrupt:
            results.remarks.append("Stopped before the end: this is what was measured.")
    print(f"before: {before}\nafter: {machine()}\n{versions()}")
    print("\n".join([*engines.DIFFERENCES, *table(results), "", *results.remarks]))
    if chosen.json:
        document = {
            "machine": machine(),
            "versions": versions(),
            "seed": chosen.seed,
            "remarks": results.remarks,
            "rows": list(results.as_json()),
        }
        chosen.json.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    sets = "; ".join(f"{name}: {size} of text" for name, (size, _) in texts.SIZES.items())
    parser.add_argument("--set", choices=[*texts.SIZES, "both"], default="both", help=f"the texts: {sets}")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        metavar="PART",
        help=f"measure these: {'; '.join(PARTS)}",
    )
    parser.add_argument("--seed", type=int, default=1, help="another one draws other queries and phrases")
    parser.add_argument(
        "--share", type=float, default=1.0, metavar="X", help="ask only so large a part of all"
    )
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="keep what is fetched there, for other runs"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all values into a file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
