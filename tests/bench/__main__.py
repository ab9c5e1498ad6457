"""`python -m tests.bench`: what a reader waits for, beside a bare Textual application and less.

Every program runs in turn, round after round, in the same run: ratios of medians can be compared
between machines, times cannot.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench.watched import Watched

SIZES: Final = {"10 KB": 10_000, "1 MB": 1_000_000, "100 MB": 100_000_000}
_WORDS: Final = (
    "the river had risen in the night and the keeper of the lock wrote a new level into his book".split()
)
_HELLO: Final = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello")

Hello().run()
"""
_PAGES: Final = 30
_COLUMNS, _ROWS = 120, 40


def write_text(path: Path, size: int) -> None:
    """Write a text of about so many bytes, wrapped at 76 columns, the same at every run."""
    chance = random.Random(size)
    with path.open("w", encoding="utf-8") as file:
        written = 0
        while written < size:
            lines = [" ".join(chance.choices(_WORDS, k=14)) for _ in range(7)]
            written += file.write("\n".join(lines) + ".\n\n")
        file.write("That was the very last paragraph of it.\n")


@contextmanager
def running(command: list[str], home: Path) -> Iterator[Watched]:
    """A program on a terminal, with a home of its own, ended afterwards."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PINCITE_HOME": str(home),
    }
    program = Watched(command, environment, _COLUMNS, _ROWS)
    try:
        yield program
    finally:
        program.close()


Measures = dict[str, list[float]]


def measure_hello(folder: Path, measures: Measures) -> None:
    """A bare Textual application: its first frame."""
    script = folder / "hello.py"
    script.write_text(_HELLO)
    with running([sys.executable, str(script)], folder) as program:
        measures.setdefault("hello: first frame", []).append(program.until(b"hello"))


def measure_pincite(folder: Path, size: str, path: Path, measures: Measures) -> None:
    """Pincite on a text: first frame, pages, the end, a find, memory."""

    def note(what: str, value: float) -> None:
        measures.setdefault(f"{size}: {what}", []).append(value)

    command = [sys.executable, "-m", "tui", str(path)]
    with running(command, folder / "home") as program:
        note("first frame", program.until(b"\x1b[?2026l"))
    with running(command, folder / "home") as program:
        pressed = program.press(b" ")
        program.until(b"\x1b[?2026l", pressed)  # the frame that was painted by hand
        program.until(b"\x1b[?2026l", pressed)
        note("key at once", program.quiet() - program.started)
        program.settle()
        before = program.processor_seconds()
        pages = _PAGES if SIZES[size] > 100_000 else 0
        for _ in range(pages):
            pressed = program.press(b"\x1b[6~")
            note("page", program.until(b"\x1b[?2026l", pressed))
            program.quiet(0.03)
        if pages:
            note("page, processor", (program.processor_seconds() - before) / pages)
        pressed = program.press(b"G")
        note("to the end", program.until(b"the very last", pressed))
        program.press(b"g")
        program.quiet()
        program.press(b"/the very las")
        program.quiet()
        pressed = program.press(b"t")
        note("find", program.until(b"1/1", pressed))
        note("memory", program.peak_memory())


def measure_less(folder: Path, size: str, path: Path, measures: Measures) -> None:
    """The program less on the same text, where it is installed."""
    if not shutil.which("less"):
        return
    with running(["less", str(path)], folder) as program:
        measures.setdefault(f"{size}: less, first frame", []).append(program.until(path.name.encode()))
        program.quiet()
        pressed = program.press(b"G")
        measures.setdefault(f"{size}: less, to the end", []).append(program.until(b"(END)", pressed))
        program.press(b"g")
        program.quiet()
        pressed = program.press(b"/the very last\r")
        measures.setdefault(f"{size}: less, find", []).append(program.until(b"very last", pressed))


def table(measures: Measures) -> Iterator[str]:
    """The lines of the table: medians, spread, and the ratio that counts."""
    hello = statistics.median(measures["hello: first frame"])
    yield f"{'what':34}{'median':>10}{'min':>10}{'max':>10}   ratio"
    for what, values in measures.items():
        unit = (lambda value: f"{value / 1e6:.0f} MB") if what.endswith("memory") else _milliseconds
        ratio = ""
        less = measures.get(what.replace(": ", ": less, "))
        if what.endswith(("first frame", "key at once")) and "less" not in what:
            ratio = f"{statistics.median(values) / hello:.2f} of hello"
        elif what.endswith(": page"):
            ordered = sorted(values)
            ratio = f"p95 {ordered[int(len(ordered) * 0.95)] / statistics.median(values):.1f} of p50"
        elif less:
            ratio = f"{statistics.median(values) / statistics.median(less):.2f} of less"
        elif what.endswith("memory"):
            ratio = f"{statistics.median(values) / SIZES[what.partition(':')[0]]:.1f} of the text"
        columns = (unit(value) for value in (statistics.median(values), min(values), max(values)))
        yield f"{what:34}{''.join(f'{column:>10}' for column in columns)}   {ratio}"


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main() -> int:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", nargs="*", choices=SIZES, default=list(SIZES))
    chosen = parser.parse_args()
    measures: Measures = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {size: folder / f"{size.replace(' ', '')}.txt" for size in chosen.sizes}
        for size, path in paths.items():
            write_text(path, SIZES[size])
        programs: list[Callable[[str, Path], None]] = [
            lambda size, path: measure_pincite(folder, size, path, measures),
            lambda size, path: measure_less(folder, size, path, measures),
        ]
        for _ in range(chosen.rounds):
            measure_hello(folder, measures)
            for size, path in paths.items():
                for program in programs:
                    program(size, path)
    machine = f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors"
    print(f"{chosen.rounds} rounds, {_COLUMNS}×{_ROWS}, {machine}")
    print("\n".join(table(measures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
