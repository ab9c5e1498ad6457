"""Processes that are killed: the one that adds articles, and the one that brings the index up to date."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from corpus.library import Library
from tests.bench.faults.articles import article, questions
from tests.bench.faults.examination import Outcome, Trial, examine
from tests.bench.faults.starting import end_of, left_behind, reports, run, start

Item = TypeVar("Item")

ARTICLES: Final = 24
"""Articles that the questions know of; every fault uses some of these."""
_CHILD: Final = "tests.bench.faults.child"
_PARENT: Final = "tests.bench.faults.parent"
_SEGMENTS: Final = 13
"""So many commits one after the other that the next one is likely to merge them."""
_IN_WRITES: Final = 0.25
"""The part of the kills in a commit that happen in the middle of a write, beside those between calls."""
_PAUSE: Final = 0.03


@dataclass(frozen=True)
class Commit:
    """Something that a child is going to commit: in steps of so many articles, or (0) at once."""

    name: str
    trial: Trial
    step: int = 0


def commits(folder: Path, seed: int) -> list[Commit]:
    """Libraries whose index is to be made, to be made in steps, to be changed, and to be merged."""
    asked = questions(seed, ARTICLES)
    new = Trial.begin(folder / "new", seed, asked)
    new.fill(range(9))
    changed = Trial.begin(folder / "changed", seed, asked)
    changed.fill(range(6))
    changed.catch_up()
    changed.fill(range(2, 3), version=1)
    changed.fill(range(6, 8))
    _remove_one(changed)
    merged = Trial.begin(folder / "merged", seed, asked)
    for number in range(_SEGMENTS):
        merged.fill(range(number, number + 1))
        merged.catch_up()
    merged.fill(range(_SEGMENTS, _SEGMENTS + 2))
    return [
        Commit("made", new),
        Commit("made in steps", new, step=3),
        Commit("changed", changed),
        Commit("merged", merged),
    ]


def _remove_one(trial: Trial) -> None:
    with Library(trial.home.library) as library:
        id = min(trial.acknowledged)
        library.remove(id)
        del trial.acknowledged[id]


def spread(items: Sequence[Item], most: int) -> list[Item]:
    """At most so many of the items, evenly from the first to the last."""
    if len(items) <= most:
        return list(items)
    return [items[(2 * number + 1) * len(items) // (2 * most)] for number in range(most)]


def child_in_commit(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The child is killed before each of the calls by which it changes files, and within writes.

    With fewer trials than there are such moments, some of them, from the first to the last.
    """
    chance = random.Random(seed)
    moments: list[tuple[Commit, str, int]] = []
    for commit in spread(commits(folder, seed), trials):
        count, longest = _undisturbed(commit, folder / "undisturbed")
        moments += [(commit, "--before", number) for number in range(1, count + 1)]
        within = max(1, round(count * _IN_WRITES))
        moments += [(commit, "--bytes", chance.randint(1, longest)) for _ in range(within)]
    for commit, option, number in spread(moments, trials):
        trial = commit.trial.copy(folder / "trial")
        outcome = Outcome(f"index {commit.name}, {option[2:]} {number}")
        before = _entries(trial.home.index)
        died = _run_child(trial, commit, option, number)
        if not died and option == "--bytes":
            continue  # no file became so long this time
        if died != -(signal.SIGKILL if option == "--before" else signal.SIGXFSZ):
            outcome.fail(f"the child ended with {died}")
        left = _entries(trial.home.index) - before
        examine(trial, outcome)
        if outcome.indexed and not commit.step:
            _look_for_strays(trial, outcome, left)
        yield outcome


def power_cut(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The child dies before each of those calls, and the disk keeps no more than was synced."""
    moments: list[tuple[Commit, str, int]] = []
    for commit in spread(commits(folder, seed), trials):
        count, _ = _undisturbed(commit, folder / "undisturbed")
        moments += [(commit, lost, number) for number in range(1, count + 1) for lost in ("names", "data")]
    for commit, lost, number in spread(moments, trials):
        trial = commit.trial.copy(folder / "trial")
        outcome = Outcome(f"index {commit.name}, before {number}, {lost} lost")
        died = _run_child(trial, commit, "--before", number, "--power", lost)
        if died != -signal.SIGKILL:
            outcome.fail(f"the child ended with {died}")
        examine(trial, outcome)
        yield outcome


def _run_child(trial: Trial, commit: Commit, *options: object) -> int:
    step = ("--step", commit.step) if commit.step else ()
    return run(_CHILD, trial.home.index, trial.home.library, *step, *options).returncode


def _undisturbed(commit: Commit, folder: Path) -> tuple[int, int]:
    """How many moments there are when nobody is killed, and the bytes of the longest file."""
    trial = commit.trial.copy(folder)
    step = ("--step", commit.step) if commit.step else ()
    before = _entries(trial.home.index)
    done = run(_CHILD, trial.home.index, trial.home.library, *step)
    done.check_returncode()
    written = _entries(trial.home.index) - before
    return int(done.stdout.split()[-1]), max(Path(entry.path).stat().st_size for entry in written)


class _Entry(NamedTuple):
    """Something in a directory; the time tells it from a later one that was given the same inode."""

    path: str
    inode: int
    mtime_ns: int


def _entries(directory: Path) -> set[_Entry]:
    found = [(str(path), path.lstat()) for path in directory.rglob("*")]
    return {_Entry(path, status.st_ino, status.st_mtime_ns) for path, status in found}


def _look_for_strays(trial: Trial, outcome: Outcome, left: set[_Entry]) -> None:
    """After one more commit: what is still there of a child whose work was done again.

    A lock's file is there to stay: one that is there again after everything was thrown away.
    """
    trial.fill(range(ARTICLES - 1, ARTICLES))
    trial.catch_up()
    still = left & _entries(trial.home.index)
    trial.home.index.rename(trial.home.index.with_name("away"))
    trial.catch_up()
    usual = {entry.path for entry in _entries(trial.home.index)}
    strays = sorted(Path(entry.path).name for entry in still if entry.path not in usual)
    outcome.strays += len(strays)
    outcome.notes += [f"{outcome.moment}: {name} is left behind" for name in strays]


def child_at_random(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The child that the reading screen starts is killed at any moment, in the same home again and again."""
    chance = random.Random(seed)
    trial = Trial.begin(folder / "home", seed, questions(seed, ARTICLES))
    trial.fill(range(12))
    began = time.perf_counter()
    run("corpus.index", trial.home.index, trial.home.library).check_returncode()
    duration = time.perf_counter() - began
    for number in range(trials):
        trial.fill(range(number % 6, number % 6 + 6), version=(number + 1) % 2)
        after = chance.uniform(0, duration)
        outcome = Outcome(f"trial {number}, after {after * 1000:.0f} ms")
        process = start("corpus.index", trial.home.index, trial.home.library)
        _end_after(process, after)
        process.kill()
        process.communicate()
        examine(trial, outcome)
        yield outcome


def parent_at_random(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The process that adds articles is killed after any of them, or a little later."""
    chance = random.Random(seed)
    for number in range(trials):
        kept, after = chance.randrange(ARTICLES), chance.uniform(0, _PAUSE)
        trial = Trial.begin(folder / "home", seed, questions(seed, ARTICLES))
        outcome = Outcome(f"trial {number}, {kept} articles and {after * 1000:.0f} ms")
        process = start(_PARENT, folder / "home", seed, 0, ARTICLES)
        assert process.stdout
        said = reports(process.stdout)
        for _, report in zip(range(kept), said, strict=False):
            _acknowledge(trial, outcome, report)
        _end_after(process, after)
        process.kill()
        for report in said:
            _acknowledge(trial, outcome, report)
        process.communicate()
        _wait_for_orphans(folder / "home", outcome)
        examine(trial, outcome)
        yield outcome


def parent_in_commit(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The process that adds articles is killed in the middle of a write into the library's files."""
    chance = random.Random(seed)
    home = folder / "undisturbed"
    whole = Trial.begin(home, seed, questions(seed, ARTICLES))
    whole.fill(range(ARTICLES // 2))
    with Library(whole.home.library):
        longest = max(path.stat().st_size for path in whole.home.data.iterdir() if path.is_file())
    longest = max(longest, 300_000)
    for number in range(trials):
        size = chance.randint(1, longest)
        trial = Trial.begin(folder / "home", seed, questions(seed, ARTICLES))
        outcome = Outcome(f"trial {number}, at byte {size}")
        process = start(_PARENT, folder / "home", seed, 0, ARTICLES, "--bytes", size)
        assert process.stdout
        for report in reports(process.stdout):
            _acknowledge(trial, outcome, report)
        process.communicate()
        _wait_for_orphans(folder / "home", outcome)
        examine(trial, outcome)
        yield outcome


def _acknowledge(trial: Trial, outcome: Outcome, report: dict[str, int]) -> None:
    if "kept" in report:
        trial.acknowledged[report["kept"]] = article(trial.seed, report["number"]).text
    else:
        outcome.fail(str(report))


def _end_after(process: subprocess.Popen[str], seconds: float) -> None:
    """Let a process run so long, or to its end."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _wait_for_orphans(folder: Path, outcome: Outcome) -> None:
    """A child that is still writing ends by itself when its work is done."""
    for pid in left_behind(folder):
        if not end_of(pid):
            outcome.fail(f"process {pid} was left behind and does not end")
