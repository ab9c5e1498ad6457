"""`python -m tests.bench.links`: links to passages of HTML pages, opened in Chromium.

Debian's manuals are served on the loopback interface. For each passage a link is made of what Pincite reads;
then the link is opened in Chromium without a screen, and what that highlights is compared with the passage.
The same links are followed by our own resolver, too.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

from corpus.links import link_to, read_link, resolve
from tests.bench.links.browser import Browser, NoAnswer, program
from tests.bench.links.highlighted import STYLE, Highlighted, highlighted
from tests.bench.links.judging import verdict
from tests.bench.links.passages import drawn
from tests.bench.links.serving import served
from tests.bench.search import manuals

_SHOWN: Final = 100


def main() -> int:
    """Run the benchmark and print what it found; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.links", description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, metavar="FOLDER", help="where manuals are kept")
    parser.add_argument("--count", type=int, default=300, metavar="N", help="passages; 300")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which passages; 1")
    parser.add_argument(
        "--failures",
        action="store_true",
        help="print each link that leads elsewhere, and a dot for each other",
    )
    chosen = parser.parse_args()
    browser_program = program()
    if browser_program is None:
        print("There is no Chromium here: install it, and run this again.", file=sys.stderr)
        return 2
    folders, missing = manuals.fetch(chosen.cache)
    for fault in missing:
        print(fault, file=sys.stderr)
    chinese, others = manuals.articles(folders)
    root = chosen.cache / "unpacked"
    with served(root) as address, Browser(browser_program) as browser:
        browser.ask("Page.addScriptToEvaluateOnNewDocument", source=STYLE)
        for name, paths, count in (
            ("all manuals but Chinese ones", others, chosen.count),
            ("Chinese", chinese, chosen.count // 5),
        ):
            _measure(name, paths, count, chosen.seed, root, address, browser, failures=chosen.failures)
    return 0


def _measure(
    name: str,
    paths: list[Path],
    count: int,
    seed: int,
    root: Path,
    address: str,
    browser: Browser,
    *,
    failures: bool,
) -> None:
    verdicts: Counter[str] = Counter()
    by_sort: dict[str, Counter[str]] = {}
    made: list[float] = []
    followed: list[float] = []
    lengths: list[int] = []
    own = 0
    last = ""
    for passage in drawn(paths, count, seed):
        span = passage.start, passage.end
        begun = time.process_time()
        page = f"{address}/{passage.path.relative_to(root).as_posix()}"
        link = link_to(passage.document, [span], url=page)
        made.append(time.process_time() - begun)
        lengths.append(len(link) - len(page))
        read = read_link(link)
        begun = time.process_time()
        places = resolve(passage.document, read) if read else ()
        followed.append(time.process_time() - begun)
        # The same passage may be named twice, or by its parts.
        own += bool(places) and (min(places)[0], max(end for _, end in places)) == span
        said: str
        found: Highlighted | None = None
        try:
            if page == last:
                browser.open("about:blank")  # else it only goes to another place of the page it has
            last = page
            browser.open(link)
            found = highlighted(browser)
            said = verdict(passage.document, *span, found)
        except NoAnswer as fault:
            said = f"no answer ({fault})"
        verdicts[said] += 1
        for sort in (passage.sort, f"in a {passage.kind}"):
            by_sort.setdefault(sort, Counter())[said] += 1
        if failures and said == "right":
            print(".", end="", flush=True)
        elif failures:
            words = " ".join(passage.document.text[slice(*span)].split())
            print(f"\n{said} · {passage.sort} · {passage.kind} · {passage.path.name}\n  {words[:_SHOWN]!r}")
            print(f"  {link[len(address) :]}")
            print(f"  {found.words[:_SHOWN]!r}" if found else "  nothing", flush=True)
    total = sum(verdicts.values())
    if not total:
        print(f"{name}: no passages")
        return
    print(f"\n{name}: {total} passages, seed {seed}")
    print(f"  in Chromium: {verdicts['right'] / total:.1%} led to the very passage; {_listed(verdicts)}")
    for sort, some in sorted(by_sort.items()):
        print(f"    {sort:<15} {_listed(some)}")
    print(f"  by our own resolver: {own / total:.1%}")
    print(f"  made in {_times(made)} ms, followed in {_times(followed)} ms (median, p95, most; CPU)")
    print(f"  characters behind the address: {statistics.median(lengths):.0f}, at most {max(lengths)}")


def _listed(verdicts: Counter[str]) -> str:
    return ", ".join(f"{said} {count}" for said, count in verdicts.most_common())


def _times(seconds: list[float]) -> str:
    ordered = sorted(1_000 * one for one in seconds)
    return f"{statistics.median(ordered):.1f}, {ordered[int(len(ordered) * 0.95)]:.1f}, {ordered[-1]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
