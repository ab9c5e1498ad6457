"""The process that indexes, seen from the reader: how far it is, again after a change, what fails."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.index import Index
from tests.reading import HEADLESS, STRUCTURED, foot, press, reading, screen, until, write
from tui.indexing import Indexing

WAITS = "import os, signal; os.write(1, {!r}); signal.pause()"


class Child:
    """A process in place of the one that indexes; each time it is started it runs the next code."""

    def __init__(self, indexing: Indexing) -> None:
        self.indexing = indexing

    def runs(self, code: str) -> None:
        self.indexing._command = (sys.executable, "-c", code)

    def wait(self) -> tuple[bool, str]:
        """Wait until it has said or done something, and look."""
        process = self.indexing._process
        assert process is not None
        assert process.stdout is not None
        select.select([process.stdout], [], [], 30)
        return self.indexing.poll()

    def end(self) -> tuple[bool, str]:
        """Wait until it has ended, and look."""
        process = self.indexing._process
        assert process is not None
        process.wait(30)
        return self.indexing.poll()


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Child]:
    monkeypatch.setattr("tui.indexing._UNSEEN", 0.0)
    indexing = Indexing(tmp_path / "index", tmp_path / "library")
    yield Child(indexing)
    indexing.stop()


def test_it_says_how_far_it_is(child: Child) -> None:
    child.runs(WAITS.format(b"7 5000\n1240 5000\n"))
    child.indexing.start()
    assert child.wait() == (True, "")
    assert child.indexing.progress == "indexing 1,240 of 5,000"
    child.indexing.stop()
    assert child.indexing.progress == ""


def test_what_is_soon_done_is_not_spoken_of(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.indexing._UNSEEN", 3_600.0)
    child.runs(WAITS.format(b"7 5000\n"))
    child.indexing.start()
    assert child.wait() == (True, "")
    assert child.indexing.progress == ""


def test_half_a_line_and_a_strange_one_are_not_taken(child: Child) -> None:
    child.runs("import os; os.write(1, b'one two\\n\\x1b[31m 5\\n12')")
    child.indexing.start()
    child.wait()
    assert child.indexing.progress == ""


def test_a_change_while_it_runs_is_followed_by_another_run(child: Child) -> None:
    child.runs("")
    child.indexing.start()
    child.indexing.start()
    assert child.end() == (True, "")
    assert child.end() == (False, "")


def test_after_it_was_stopped_nothing_is_started(child: Child) -> None:
    child.indexing.stop()
    child.indexing.start()
    assert child.indexing.poll() == (False, "")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "import sys; sys.exit('The index cannot be \\x1b[31mwritten.')",
            "The index cannot be ␛[31mwritten.",
        ),
        ("raise ZeroDivisionError('no')", "The index is not up to date (ZeroDivisionError: no): "),
        ("import os; os.kill(os.getpid(), 9)", "The index is not up to date (status -9): "),
    ],
)
def test_a_failure_is_said_once(child: Child, code: str, sentence: str) -> None:
    child.runs(code)
    child.indexing.start()
    runs, said = child.end()
    assert not runs
    assert said.startswith(sentence)
    child.indexing.start()
    assert child.end() == (False, "")


def test_the_process_goes_on_though_nobody_listens(tmp_path: Path) -> None:
    code = (
        "import sys; from corpus.index.__main__ import Telling\n"
        "tell = Telling()\n"
        "sys.stdin.read()\n"
        "for n in range(9): tell(9, 9)\n"
        "print('finished', file=sys.stderr)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, errors = process.communicate(b"")
    assert (process.returncode, errors) == (0, b"finished\n")


async def test_the_foot_says_how_far_it_is_while_one_reads_and_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.indexing._UNSEEN", 0.0)
    monkeypatch.setattr("tui.keeping._LOOK", 0.01)
    async with reading(write(tmp_path, "a.md", STRUCTURED), private=True, indexing=True) as pilot:
        indexing = screen(pilot).services.indexing
        indexing._command = (sys.executable, "-c", WAITS.format(b"1240 5000\n"))
        screen(pilot).catch_up()
        await until(pilot, lambda: foot(pilot).endswith("indexing 1,240 of 5,000"))
        await press(pilot, "s", *"wat")
        assert foot(pilot).endswith("indexing 1,240 of 5,000")
        assert indexing._process is not None
        indexing._process.terminate()
        await until(pilot, lambda: "The index is not up to date (status -15)" in foot(pilot))
        await press(pilot, "escape")
        assert "indexing" not in foot(pilot)


async def test_what_is_opened_is_indexed_and_what_others_added_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.keeping._LATER", 0.01)
    async with reading(write(tmp_path, "a.md", STRUCTURED), indexing=True) as pilot:
        services = screen(pilot).services
        library = services.library
        assert library is not None
        index = Index(Home.here().index)
        await until(pilot, lambda: index.state(library).articles == 1)
        other = write(tmp_path, "b.txt", HEADLESS)
        done = subprocess.run(
            [sys.executable, "-m", "tui", "add", str(other)],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parent.parent,
        )
        assert done.returncode == 0
        index.rebuild()
        await press(pilot, "s")
        await until(pilot, lambda: index.state(library).articles == 2)


async def test_while_the_first_keys_are_answered_nothing_is_indexed_but_for_a_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.keeping._LATER", 3_600.0)
    async with reading(write(tmp_path, "a.md", STRUCTURED), indexing=True) as pilot:
        indexing = screen(pilot).services.indexing
        indexing._command = (sys.executable, "-c", WAITS.format(b""))
        await press(pilot, "j", "j")
        assert screen(pilot).article.id is not None
        assert indexing._process is None
        await press(pilot, "s")
        assert indexing._process is not None


def test_a_reading_that_ends_without_a_search_loads_none_of_it() -> None:
    loaded = "import sys, tui.reader; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True)
    of_search = ("corpus.search", "corpus.index", "whoosh")
    assert [name for name in done.stdout.split() if name.startswith(of_search)] == []
    assert "tui.reader" in done.stdout.split()
