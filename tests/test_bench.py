"""The benchmark: a smoke run of it, and the parts of it that count. Nothing here is timed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.citation import STYLES
from tests.bench.bare_page import wrapped
from tests.bench.measures import MEASURES, Row
from tests.bench.programs import environment, marks, pincite
from tests.bench.results import Results
from tests.bench.table import table
from tests.bench.texts import COUNTING, FAR, NEAR, Text, write, write_epub
from tests.bench.watched import GaveUp, Watched
from tests.terminal import ROOT

SMALL = "10 KB"


def test_a_run_has_every_row_with_a_value(tmp_path: Path) -> None:
    file = tmp_path / "values.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--rounds", "1", "--sizes", SMALL, "--json", str(file)],
        cwd=ROOT,
        env=environment(pincite(), tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    rows = json.loads(file.read_text(encoding="utf-8"))["rows"]
    assert {row["measure"] for row in rows if row["program"] == "pincite"} == set(MEASURES)
    assert {row["program"] for row in rows} == {"hello", "pincite", "bare view"} | {
        peer for peer in ("less", "vim", "w3m") if shutil.which(peer)
    }
    for row in rows:
        assert row["failure"] is None, row
        assert row["median"] > 0
        assert row["p95"] >= row["median"]
        assert row["measure"] in done.stdout


def test_a_row_of_a_program_that_failed_says_why() -> None:
    results = Results({SMALL: 10_000})
    results.note(Row("find", SMALL, "less"), 0.5)
    results.fail(Row("find", SMALL, "pincite"), "gave up after 60 s")
    lines = list(table(results))
    assert any("pincite" in line and line.endswith("gave up after 60 s") for line in lines)
    assert results.ratio(Row("find", SMALL, "pincite")) is None


def test_medians_are_divided_by_what_they_are_compared_with() -> None:
    results = Results({SMALL: 10_000, "1 MB": 1_000_000})
    results.note(Row("first frame", SMALL, "hello"), 0.4, 0.2, 0.3)
    results.note(Row("first frame", SMALL, "pincite"), 0.1, 0.15, 9.0)
    results.note(Row("page", SMALL, "pincite"), *(n / 100 for n in range(1, 101)))
    results.note(Row("memory", "1 MB", "pincite"), 2e6)
    results.note(Row("resize", SMALL, "pincite"), 0.1)
    results.note(Row("resize", "1 MB", "pincite"), 0.2)
    assert results.ratio(Row("first frame", SMALL, "pincite")) == (0.15 / 0.3, "÷ hello")
    assert results.ratio(Row("page", SMALL, "pincite")) == (0.95 / 0.505, "p95 ÷ p50")
    assert results.ratio(Row("memory", "1 MB", "pincite")) == (2.0, "÷ text")
    assert results.ratio(Row("resize", "1 MB", "pincite")) == (2.0, "÷ pincite, 10 KB")
    assert results.ratio(Row("resize", SMALL, "pincite")) is None


@pytest.mark.parametrize("kind", ["wrapped", "paragraph", "chinese"])
def test_a_text_has_its_size_and_what_is_looked_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "text.txt"
    write(Text("any", 40_000, kind), path)
    text = path.read_text(encoding="utf-8")
    assert 40_000 <= len(text.encode()) < 44_000
    assert text.count(NEAR) == text.count(FAR) == 1
    assert text.endswith(f" {FAR}\n")
    assert text.index(NEAR) < 600
    numbers = marks(text.splitlines())
    assert numbers == list(range(1, len(numbers) + 1))
    if kind == "paragraph":
        assert text.count("\n") == 1
        # Where a long line is cut at 120 columns, the last word is whole.
        assert text.index(FAR) // 120 == (len(text) - 2) // 120
    again = tmp_path / "again.txt"
    write(Text("any", 40_000, kind), again)
    assert again.read_bytes() == path.read_bytes()


def test_a_book_has_the_paragraphs_of_a_text(tmp_path: Path) -> None:
    path, book = tmp_path / "text.txt", tmp_path / "text.epub"
    write(Text("any", 5_000), path)
    write_epub(path, book)
    shutil.unpack_archive(book, tmp_path / "book", "zip")
    chapter = (tmp_path / "book" / "text.xhtml").read_text(encoding="utf-8")
    assert chapter.count("<p>") == path.read_text(encoding="utf-8").count("\n\n") + 1
    assert f"{COUNTING}000001" in chapter


def test_the_bare_view_keeps_to_its_width() -> None:
    assert wrapped("one two three\n\nfour", 8) == ["one two", "three", "", "four", ""]
    assert wrapped("水" * 5, 8) == ["水" * 4, "水", ""]


def program(tmp_path: Path, script: str, *, patience: float = 20.0) -> Watched:
    command = [sys.executable, "-c", script]
    return Watched(command, environment(pincite(), tmp_path), tmp_path, (40, 5), patience=patience)


def test_a_program_that_ends_is_given_up(tmp_path: Path) -> None:
    with program(tmp_path, "print('hello'); raise SystemExit(3)") as watched:
        watched.until(lambda lines: "hello" in lines[0])
        with pytest.raises(GaveUp, match="ended with status 3"):
            watched.until(lambda lines: "never" in lines[0])


def test_a_program_that_hangs_is_given_up(tmp_path: Path) -> None:
    with (
        program(tmp_path, "print('hello'); input()", patience=0.2) as watched,
        pytest.raises(GaveUp, match="gave up"),
    ):
        watched.until(lambda lines: "never" in lines[0])


def test_what_is_drawn_in_an_update_is_seen_at_its_end(tmp_path: Path) -> None:
    script = r"""
print('\x1b[?2026hhello', end='', flush=True)
input()
print('\x1b[?2026l', end='', flush=True)
input()
"""
    with program(tmp_path, script) as watched:
        assert watched.last_change(0.2, at_least=0.5) is None
        pressed = watched.press(b"\n")
        assert watched.until(lambda lines: "hello" in lines[0]) > pressed


def test_a_program_is_told_of_another_size(tmp_path: Path) -> None:
    script = """
import os, signal
signal.signal(signal.SIGWINCH, lambda *_: print(os.get_terminal_size().columns, flush=True))
print('ready', flush=True)
while True:
    signal.pause()
"""
    with program(tmp_path, script) as watched:
        watched.until(lambda lines: "ready" in lines[0])
        resized = watched.resize((30, 5))
        assert watched.until(lambda lines: "30" in lines[1]) > resized


def test_the_benchmark_of_citing_runs_through() -> None:
    call = [sys.executable, "-m", "tests.bench.citing", "--rounds", "1", "--keys", "1"]
    printed = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert all(f"\n{style} " in printed for style in STYLES)
    assert "y until its receipt stands" in printed
