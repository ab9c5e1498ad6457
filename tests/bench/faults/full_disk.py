"""Disks that fill up at every moment of adding and of catching up."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from typing import Final

from corpus.errors import LibraryUnavailable
from corpus.home import Home
from corpus.library import Library
from tests.bench.faults.articles import questions
from tests.bench.faults.examination import Outcome, Trial, ask, examine, is_plain_sentence
from tests.bench.faults.kills import ARTICLES, spread
from tests.bench.faults.starting import run, start

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_AMPLE: Final = 4096
"""Pages of a disk that does not fill up."""
_LEAST: Final = 32
_FIRST: Final = 10
"""Articles in library and index before the disk is full; three more follow, and one that is changed."""
_PROBE: Final = "mount -t tmpfs tmpfs"


def why_no_disks() -> str:
    """Why no small disks can be made here; empty where they can."""
    if not shutil.which("mount") or os.geteuid():
        return "needs root, and mount"
    with tempfile.TemporaryDirectory() as name:
        done = _mount(Path(name), _AMPLE)
        if not done.returncode:
            _command("umount", name)
    return f"{_PROBE}: {done.stderr.strip()}" if done.returncode else ""


@contextmanager
def _small_disk(folder: Path, pages: int) -> Iterator[None]:
    """A disk of so many pages at a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _mount(folder, pages).check_returncode()
    folder.chmod(0o700)
    try:
        yield
    finally:
        # Lazily: an index that was used here may be mapped until its objects are collected.
        _command("umount", "--lazy", str(folder)).check_returncode()


def library_and_index(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """Both lie on a disk that fills up, one page later at each trial."""
    template = _template(folder / "template", seed)
    disk = folder / "disk"
    home = Home(disk / "data", disk, disk)
    need = _need(template, home, disk)
    for room in _rooms(need, trials):
        with _small_disk(disk, _AMPLE):
            yield _trial(template, home, disk, room)


def index_alone(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The index alone lies on such a disk."""
    template = _template(folder / "template", seed)
    disk = folder / "disk"
    home = _SplitHome(folder / "data", disk)
    need = _need(template, home, disk)
    for room in _rooms(need, trials):
        shutil.rmtree(folder / "data", ignore_errors=True)
        with _small_disk(disk, _AMPLE):
            yield _trial(template, home, disk, room)


class _SplitHome(Home):
    """A home whose index lies elsewhere."""

    def __init__(self, data: Path, disk: Path) -> None:
        super().__init__(data, data, data)
        self._disk = disk

    @property
    def index(self) -> Path:
        return self._disk / "index"


def _template(folder: Path, seed: int) -> Trial:
    trial = Trial.begin(folder, seed, questions(seed, ARTICLES))
    trial.fill(range(_FIRST))
    trial.catch_up()
    return trial


def _placed(template: Trial, home: Home) -> Trial:
    """The template's library and index where this home has them."""
    home.data.mkdir(mode=0o700, exist_ok=True)
    shutil.copy2(template.home.library, home.library)
    shutil.copytree(template.home.index, home.index)
    home.index.chmod(0o700)
    return Trial(home, template.seed, template.asked, dict(template.acknowledged))


def _need(template: Trial, home: Home, disk: Path) -> int:
    """So many pages are room enough, to a power of two."""
    room = _LEAST
    while True:
        with _small_disk(disk, _AMPLE):
            trial = _placed(template, home)
            with Library(home.library) as library:
                _resize(disk, _used(disk) + room)
                enough = _add(trial, library, Outcome(""))
            done = run("corpus.index", home.index, home.library)
        shutil.rmtree(template.home.data.parent.with_name("data"), ignore_errors=True)
        if enough and not done.returncode:
            return room
        room *= 2


def _rooms(need: int, trials: int) -> list[int]:
    """From no page to enough."""
    return spread(range(need + 1), trials)


def _trial(template: Trial, home: Home, disk: Path, room: int) -> Outcome:
    """Fill the disk while adding, and while catching up: in a child, and in a process that lives on."""
    outcome = Outcome(f"room for {room} pages")
    trial = _placed(template, home)
    with Library(home.library) as library:
        _resize(disk, _used(disk) + room)
        _add(trial, library, outcome)
        done = run("corpus.index", home.index, home.library)
        if done.returncode not in (0, 1) or bool(done.returncode) != is_plain_sentence(done.stderr):
            outcome.fail(f"the child ended with {done.returncode}: {done.stderr}")
        ask(library, trial, outcome, "with a full disk")
        with start("tests.bench.faults.twice", home.index, home.library) as twice:
            said = _said(twice, outcome, "with a full disk")
            if said and not is_plain_sentence(said):
                outcome.fail(said)
            ask(library, trial, outcome, "with a disk that was full twice")
            _resize(disk, _AMPLE)
            assert twice.stdin
            twice.stdin.write("\n")
            twice.stdin.flush()
            if said := _said(twice, outcome, "after it was full"):
                outcome.fail(f"catching up in the same process: {said}")
    examine(trial, outcome)
    return outcome


def _add(trial: Trial, library: Library, outcome: Outcome) -> bool:
    """Add and change, until it is said that it cannot be done; whether it could."""
    with outcome.failing("adding"):
        try:
            for number in range(_FIRST, _FIRST + 3):
                trial.add(library, number)
            trial.add(library, 1, version=1)
        except LibraryUnavailable as error:
            if not is_plain_sentence(str(error)):
                outcome.fail(str(error))
        else:
            return True
    return False


def _said(process: Popen[str], outcome: Outcome, when: str) -> str:
    """The line that a process says; what it does not survive is noted."""
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        outcome.fail(f"catching up {when} ended with {process.communicate()[1]}")
    return line.strip()


def _used(disk: Path) -> int:
    status = os.statvfs(disk)
    return (status.f_blocks - status.f_bfree) * status.f_frsize // _PAGE


def _resize(disk: Path, pages: int) -> None:
    options = f"remount,size={max(pages, 1) * _PAGE}"
    _command("mount", "-o", options, str(disk)).check_returncode()


def _mount(folder: Path, pages: int) -> subprocess.CompletedProcess[str]:
    return _command("mount", "-t", "tmpfs", "-o", f"size={pages * _PAGE}", "tmpfs", str(folder))


def _command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, check=False, capture_output=True, text=True)
