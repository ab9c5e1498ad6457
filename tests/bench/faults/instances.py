"""Two readers' processes at once, each adding articles and asking for its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen
from typing import Final

from tests.bench.faults.articles import article, marker, questions
from tests.bench.faults.examination import Outcome, Trial, examine
from tests.bench.faults.kills import ARTICLES
from tests.bench.faults.starting import reports, start

_EACH: Final = 16
"""Articles that each of them adds."""
_INSTANCES: Final = 2


def two_instances(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """Both add, search and start children; then everything is looked for once more."""
    for number in range(trials):
        asked = (*questions(seed + number, ARTICLES), f'"{marker(2 * _EACH - 1)}"')
        trial = Trial.begin(folder / "home", seed + number, asked)
        outcome = Outcome(f"trial {number}")
        processes = [
            start(
                "tests.bench.faults.parent",
                *(folder / "home", seed + number, instance * _EACH, _EACH, "--searching"),
            )
            for instance in range(_INSTANCES)
        ]
        readers = [
            threading.Thread(target=_read, args=(process, trial, outcome), name="listening")
            for process in processes
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        if len(trial.acknowledged) != _INSTANCES * _EACH:
            outcome.fail(f"{len(trial.acknowledged)} articles were acknowledged")
        examine(trial, outcome)
        yield outcome


def _read(process: Popen[str], trial: Trial, outcome: Outcome) -> None:
    """Take what one of them says until it ends."""
    assert process.stdout
    for report in reports(process.stdout):
        if "kept" in report:
            trial.acknowledged[report["kept"]] = article(trial.seed, report["number"]).text
        elif "wrong" in report:
            outcome.wrong += 1
            outcome.notes.append(f"{outcome.moment}: {report['wrong']} while both were adding")
        else:
            outcome.fail(str(report))
    _, complained = process.communicate()
    if process.returncode or complained:
        outcome.fail(f"an instance ended with {process.returncode}: {complained}")
