"""The faults that are tried, and how often a whole run tries each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.faults import between, damage, full_disk, instances, kills, obstacles
from tests.bench.faults.examination import Outcome

_ALL: Final = 10_000
"""More trials than there are moments: all of them are tried."""


def _nothing() -> str:
    return ""


@dataclass(frozen=True)
class Fault:
    """A fault: what is said of it, how it is tried (folder, seed, most trials), how often at full size.

    `hindrance` says why it cannot be tried here. Where it is `beyond` what a program can withstand, it
    is tried to be told of, and nothing is promised.
    """

    name: str
    says: str
    run: Callable[[Path, int, int], Iterator[Outcome]]
    trials: int
    hindrance: Callable[[], str] = _nothing
    beyond: bool = False


FAULTS: Final = {
    fault.name: fault
    for fault in (
        Fault(
            "child killed in its commit",
            "before each call by which it changes a file, and within writes",
            kills.child_in_commit,
            _ALL,
        ),
        Fault("child killed", "at random moments, in one home", kills.child_at_random, 50),
        Fault("parent killed in its commit", "within writes", kills.parent_in_commit, 25),
        Fault("parent killed", "at random moments", kills.parent_at_random, 25),
        Fault(
            "power cut in the commit",
            "simulated: before such calls, keeping only what was synced",
            kills.power_cut,
            200,
        ),
        Fault("two instances", "adding and searching at once", instances.two_instances, 15),
        Fault(
            "library changed while catching up",
            "by somebody else, after each reading of it",
            between.catching_up,
            _ALL,
        ),
        Fault("library changed while searching", "the same", between.searching, _ALL),
        Fault(
            "disk full",
            "a page later each time",
            full_disk.library_and_index,
            60,
            full_disk.why_no_disks,
        ),
        Fault(
            "disk of the index full",
            "a page later each time",
            full_disk.index_alone,
            60,
            full_disk.why_no_disks,
        ),
        Fault("file damaged", "each file in each way, then opened", damage.closed, _ALL),
        Fault("file taken away while open", "each file in each way", damage.opened, _ALL),
        Fault(
            "file overwritten while open",
            "by another program, under a search",
            damage.opened_in_place,
            60,
            beyond=True,
        ),
        Fault("caught up while open", "18 commits under a search", damage.catching_up, 5),
        Fault("lock left", "of a process that is gone", obstacles.left_locks, _ALL),
        Fault("lock held", "by a process that is stopped, then killed", obstacles.busy, 5),
        Fault("directory in the way", "refused, then set right", obstacles.in_the_way, _ALL),
    )
}
