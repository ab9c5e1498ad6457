"""What is done with a program on a text, and what is measured meanwhile."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench import processes
from tests.bench.measures import Row
from tests.bench.programs import Program, environment, marks
from tests.bench.results import Results
from tests.bench.texts import FAR, NEAR, Text, write
from tests.bench.watched import GaveUp, Watched

SIZE: Final = (120, 40)
NARROW: Final = (80, 40)
PAGES: Final = 40

_BYTES_A_PAGE: Final = 4_000
_OTHER: Final = Text("another text", 5_000)
_PACE: Final = 0.12
_SILENCE: Final = 0.06
_LONG_SILENCE: Final = 0.15
_RESIZED: Final = 0.4
_ENTER: Final = b"\r"
_ESCAPE: Final = b"\x1b"

_AT_REST: Final = (
    "page",
    "page, processor",
    "end",
    "end, after a find",
    "find",
    "find, count",
    "resize",
    "memory",
    "memory, all",
)


def far_is_shown(lines: list[str]) -> bool:
    """Whether the last word is on the page; the line at the foot shows what is typed."""
    return any(FAR in line for line in lines[:-1])


def counted(lines: list[str]) -> bool:
    """Whether the foot says that this hit is the only one."""
    return "1/1" in lines[-1]


def prepare(program: Program, folder: Path) -> None:
    """Make a home below `folder` for a program that was used before, with another text, and compile it."""
    home = _home(program, folder)
    home.mkdir()
    if not program.keeps:
        return
    path = folder / _OTHER.file
    write(_OTHER, path)
    try:
        with _started(program, program.source(path), folder, copied=False) as watched:
            watched.until(program.ready)
            watched.come_to_rest()
            watched.press(b"q")
            watched.ended(_LONG_SILENCE)
    except (GaveUp, OSError) as fault:
        print(f"{program.name} {fault}", file=sys.stderr)


class Sessions:
    """The sessions of one program on one text, in one round. `wanted` are the measures to take."""

    def __init__(
        self, program: Program, text: Text, folder: Path, results: Results, wanted: Collection[str]
    ) -> None:
        self._program, self._text, self._folder = program, text, folder
        self._path = program.source(folder / text.file)
        self._results, self._wanted = results, wanted
        self._first_page = 0

    def hello(self) -> None:
        """The first frame alone."""
        self._run(self._first_frame, "first frame")

    def bare_page(self) -> None:
        """Pages alone."""

        def turn(watched: Watched) -> None:
            watched.until(self._program.ready)
            watched.come_to_rest()
            self._pages(watched)

        self._run(turn, "page", "page, processor")

    def peer(self) -> None:
        """First frame, pages, end and find, in one process."""

        def use(watched: Watched) -> None:
            self._first_frame(watched)
            watched.come_to_rest()
            self._pages(watched)
            self._end_and_find(watched)

        more = ("end", "find", "end, after a find") if self._program.end else ()
        self._run(use, "first frame", "page", "page, processor", *more)

    def pincite(self) -> None:
        """All that is measured; what is asked with the first frame or before it in a fresh process each."""
        self._first_page = 0
        self._run(self._open_and_go_to_the_end, "first frame", "end, early", "key at once")
        self._run(self._open_and_find, "find, early", "find, early, count")
        if self._first_page:
            self._run(self._press_at_once, "key at once", keys=b" ")
        self._run(self._use_at_rest, *_AT_REST)

    def _open_and_go_to_the_end(self, watched: Watched) -> None:
        self._first_frame(watched)
        self._first_page = max(marks(watched.lines()))
        if "end, early" in self._wanted:
            pressed = watched.press(b"G")
            self._note("end, early", watched.until(far_is_shown) - pressed)

    def _open_and_find(self, watched: Watched) -> None:
        watched.until(self._program.ready)
        typed = watched.press(b"/" + FAR.encode())
        hit, count = watched.until_each(far_is_shown, counted)
        self._note("find, early", hit - typed)
        self._note("find, early, count", count - typed)

    def _press_at_once(self, watched: Watched) -> None:
        self._note("key at once", watched.until(self._is_second_page) - watched.started)

    def _use_at_rest(self, watched: Watched) -> None:
        weighed = [0]

        def weigh() -> None:
            weighed.append(processes.tree_memory(watched.pid))

        watched.come_to_rest(weigh)
        if not self._program.ready(watched.lines()):
            raise GaveUp("showed something else when it was at rest")
        self._pages(watched)
        self._end_and_find(watched)
        self._resize(watched)
        weigh()
        peak = processes.peak_memory(watched.pid)
        self._note("memory", peak)
        self._note("memory, all", max(peak, *weighed))

    def _first_frame(self, watched: Watched) -> None:
        self._note("first frame", watched.until(self._program.ready) - watched.started)

    def _is_second_page(self, lines: list[str]) -> bool:
        """Whether the first page has given way to the second: two paragraphs begin that were not on it."""
        shown = marks(lines)
        return bool(shown) and min(shown) > 1 and max(shown) >= self._first_page + 2

    def _pages(self, watched: Watched) -> None:
        if not self._program.page or not {"page", "page, processor"} & set(self._wanted):
            return
        pages = min(PAGES, self._text.size // _BYTES_A_PAGE)
        before = processes.processor_seconds(watched.pid)
        changes: list[float] = []
        for _ in range(pages):
            pressed = watched.press(self._program.page)
            changed = watched.last_change(_SILENCE, at_least=_PACE)
            if changed is not None:
                changes.append(changed - pressed)
        used = processes.processor_seconds(watched.pid) - before
        if not changes:
            raise GaveUp("did not turn a page")
        self._note("page", *changes)
        self._note("page, processor", used / pages)

    def _end_and_find(self, watched: Watched) -> None:
        program = self._program
        if not program.end or not program.start or not program.find:
            return
        if "end" in self._wanted:
            pressed = watched.press(program.end)
            self._note("end", watched.until(far_is_shown) - pressed)
            watched.last_change(_LONG_SILENCE)
        if not {"find", "find, count", "end, after a find"} & set(self._wanted):
            return
        watched.press(program.start)
        watched.last_change(_LONG_SILENCE)
        before, after = program.find
        # All but the last letter is found in the first paragraph: the last one sends the reader to the end.
        watched.press(before + FAR[:-1].encode())
        watched.come_to_rest(times=2)
        if far_is_shown(watched.lines()):
            raise GaveUp("had found it before it was asked")
        typed = watched.press(FAR[-1:].encode() + after)
        if after:
            self._note("find", watched.until(far_is_shown) - typed)
        else:
            hit, count = watched.until_each(far_is_shown, counted)
            self._note("find", hit - typed)
            self._note("find, count", count - typed)
            watched.press(_ENTER)
        watched.last_change(_SILENCE)
        if "end, after a find" in self._wanted:
            watched.press(program.start)
            watched.last_change(_LONG_SILENCE)
            watched.press(before + NEAR.encode() + _ENTER)
            watched.come_to_rest(times=2)
            pressed = watched.press(program.end)
            self._note("end, after a find", watched.until(far_is_shown) - pressed)
            watched.last_change(_LONG_SILENCE)

    def _resize(self, watched: Watched) -> None:
        if "resize" not in self._wanted:
            return
        watched.press(_ESCAPE)
        watched.last_change(_LONG_SILENCE)
        watched.press(b":50%" + _ENTER)
        watched.come_to_rest(times=2)
        resized = watched.resize(NARROW)
        changed = watched.last_change(_RESIZED, at_least=2 * _RESIZED)
        if changed is None:
            raise GaveUp("did not paint itself anew")
        self._note("resize", changed - resized)

    def _note(self, measure: str, *values: float) -> None:
        self._noted.add(measure)
        if measure in self._wanted:
            self._results.note(Row(measure, self._text.name, self._program.name), *values)

    def _run(self, use: Callable[[Watched], None], *measures: str, keys: bytes = b"") -> None:
        """Use a fresh process, where a measure is wanted; those that it does not come to have failed."""
        wanted = [measure for measure in measures if measure in self._wanted]
        rows = [Row(measure, self._text.name, self._program.name) for measure in wanted]
        if all(self._results.failure(row) and not self._results.values(row) for row in rows):
            return  # nothing is wanted, or it would be waited for in vain once more
        self._noted: set[str] = set()
        why = ""
        try:
            with _started(self._program, self._path, self._folder, keys) as watched:
                use(watched)
        except (GaveUp, OSError) as fault:
            why = str(fault)
        for row in rows:
            if why and row.measure not in self._noted:
                self._results.fail(row, why)


@contextmanager
def _started(
    program: Program, path: Path, folder: Path, keys: bytes = b"", *, copied: bool = True
) -> Iterator[Watched]:
    """A program that reads a file, in a copy of its home: what it keeps there, it does not find again."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
        home = _home(program, folder)
        if copied:
            home = Path(shutil.copytree(home, Path(name) / "home"))
        command, variables = program.command(path), environment(program, home)
        with Watched(command, variables, home, SIZE, keys=keys, patience=program.patience) as watched:
            yield watched


def _home(program: Program, folder: Path) -> Path:
    return folder / f"home-{program.name.replace(' ', '-')}"
