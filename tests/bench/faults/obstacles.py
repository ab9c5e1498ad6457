"""Locks that somebody holds or has left, and directories that are not as they should be."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from corpus.errors import PinciteError
from corpus.home import Home
from corpus.index import Index, IndexBusy
from corpus.library import Library
from tests.bench.faults.articles import questions
from tests.bench.faults.examination import Outcome, Trial, ask, examine, is_plain_sentence
from tests.bench.faults.kills import ARTICLES, spread
from tests.bench.faults.starting import run, start

_WRONG_MODE: Final = 0o755


def left_locks(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """Every lock's file is there from before: empty, with the id of a dead process, held by one that died."""
    for what, leave in spread(list(_LEFT.items()), trials):
        trial = _template(folder / "trial", seed)
        outcome = Outcome(what)
        leave(trial)
        examine(trial, outcome)
        yield outcome


def in_the_way(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """While it lasts, everything is found and one sentence says what is wrong; then all goes on by itself."""
    for what, (put, take_away) in spread(list(_IN_THE_WAY.items()), trials):
        trial = _template(folder / "trial", seed)
        outcome = Outcome(what)
        put(trial.home)
        with Library(trial.home.library) as library:
            ask(library, trial, outcome, "meanwhile")
            with outcome.failing("catching up meanwhile"):
                _refused(library, trial.home, outcome)
        take_away(trial.home)
        examine(trial, outcome)
        yield outcome


def busy(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """A child is stopped, not ended, while it writes: nobody waits for it; killed, it leaves no lock."""
    for number in range(trials):
        trial = _template(folder / "trial", seed + number)
        outcome = Outcome(f"trial {number}")
        holder = start("tests.bench.faults.holder", trial.home.index)
        assert holder.stdout
        holder.stdout.readline()
        holder.send_signal(signal.SIGSTOP)
        with Library(trial.home.library) as library, outcome.failing("meanwhile"):
            ask(library, trial, outcome, "meanwhile")
            _turned_away(library, trial.home, outcome)
        child = run("corpus.index", trial.home.index, trial.home.library)
        if child.returncode or child.stderr:
            outcome.fail(f"the child ended with {child.returncode}: {child.stderr}")
        holder.kill()
        holder.communicate()
        examine(trial, outcome)
        yield outcome


def _template(folder: Path, seed: int) -> Trial:
    trial = Trial.begin(folder, seed, questions(seed, ARTICLES))
    trial.fill(range(6))
    trial.catch_up()
    trial.fill(range(6, 9))
    return trial


def _turned_away(library: Library, home: Home, outcome: Outcome) -> None:
    try:
        Index(home.index).catch_up(library)
    except IndexBusy as error:
        if not is_plain_sentence(str(error)):
            outcome.fail(str(error))
    else:
        outcome.fail("two wrote at once")


def _refused(library: Library, home: Home, outcome: Outcome) -> None:
    try:
        Index(home.index).catch_up(library)
    except PinciteError as error:
        if not is_plain_sentence(str(error)):
            outcome.fail(str(error))


def _locks(home: Home) -> list[Path]:
    return [path for path in home.data.rglob("*") if "lock" in path.name.casefold()]


def _emptied(trial: Trial) -> None:
    for path in _locks(trial.home):
        path.write_bytes(b"")


def _of_the_dead(trial: Trial) -> None:
    process = start("tests.bench.faults.holder", trial.home.index)
    process.kill()
    process.communicate()
    for path in _locks(trial.home):
        path.write_text(f"{process.pid}\n", "utf-8")


def _held_by_the_dead(trial: Trial) -> None:
    process = start("tests.bench.faults.holder", trial.home.index)
    assert process.stdout
    process.stdout.readline()
    process.kill()
    process.communicate()


def _removed(trial: Trial) -> None:
    for path in _locks(trial.home):
        path.unlink()


_LEFT: Final[dict[str, Callable[[Trial], None]]] = {
    "empty": _emptied,
    "with the id of a dead process": _of_the_dead,
    "held by one that died": _held_by_the_dead,
    "removed": _removed,
}


def _make_directories(home: Home) -> None:
    for path in _locks(home):
        path.unlink()
        path.mkdir()


def _take_directories(home: Home) -> None:
    for path in _locks(home):
        if path.is_dir():
            path.rmdir()


def _move_aside(home: Home) -> Path:
    return home.index.rename(home.index.with_name("elsewhere"))


def _put_link(home: Home) -> None:
    home.index.symlink_to(_move_aside(home))


def _put_broken_link(home: Home) -> None:
    shutil.rmtree(home.index)
    home.index.symlink_to(home.data / "nothing")


def _put_file(home: Home) -> None:
    shutil.rmtree(home.index)
    home.index.write_text("in the way", "utf-8")


def _take_away(home: Home) -> None:
    home.index.unlink()


def _put_foreign(home: Home) -> None:
    if not os.geteuid():
        os.chown(home.index, 65534, 65534)


def _take_foreign(home: Home) -> None:
    if not os.geteuid():
        os.chown(home.index, 0, 0)


_IN_THE_WAY: Final[dict[str, tuple[Callable[[Home], None], Callable[[Home], None]]]] = {
    "directories in place of the locks": (_make_directories, _take_directories),
    "mode 0755": (lambda home: home.index.chmod(_WRONG_MODE), lambda home: home.index.chmod(0o700)),
    "mode 0500": (lambda home: home.index.chmod(0o500), lambda home: home.index.chmod(0o700)),
    "mode 0000": (lambda home: home.index.chmod(0), lambda home: home.index.chmod(0o700)),
    "a link to the index": (_put_link, _take_away),
    "a link to nothing": (_put_broken_link, _take_away),
    "a file": (_put_file, _take_away),
    "another owner": (_put_foreign, _take_foreign),
}
