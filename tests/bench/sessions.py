"""What is done with a program on a text, and what is measured meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from tests.bench import processes
from tests.bench.measures import Row
from tests.bench.programs import Program, marks
from tests.bench.results import Results
from tests.bench.starting import started
from tests.bench.texts import FAR, NEAR, Text
from tests.bench.watched import GaveUp, Watched

NARROW: Final = (80, 40)
PAGES: Final = 40

_BYTES_A_PAGE: Final = 4_000
_PACE: Final = 0.12
_SLOW: Final = 2.0
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


class Sessions:
    """The sessions of one program on one text, in one round. `wanted` are the measures to take."""

    def __init__(
        self, program: Program, text: Text, folder: Path, results: Results, wanted: Collection[str]
    ) -> None:
        self._program, self._text, self._folder = program, text, folder
        self._path = program.source(folder / text.file)
        self._results, self._wanted = results, wanted
        self._noted: set[str] = set()
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
            self._page_go_and_find(watched)

        more = ("end", "find", "end, after a find") if self._program.find else ()
        self._run(use, "first frame", "page", "page, processor", *more)

    def pincite(self) -> None:
        """All that is measured; what is asked with the first frame or before it in a fresh process each."""
        self._run(self._open_and_go_to_the_end, "first frame", "end, early")
        self._run(self._open_and_find, "find, early", "find, early, count")
        if not self._first_page:
            self._run(self._see_first_page, "key at once")
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
        self._hit(watched, "find, early", watched.press(b"/" + FAR.encode()))

    def _see_first_page(self, watched: Watched) -> None:
        watched.until(self._program.ready)
        self._first_page = max(marks(watched.lines()))

    def _press_at_once(self, watched: Watched) -> None:
        self._note("key at once", watched.until(self._is_second_page) - watched.started)

    def _use_at_rest(self, watched: Watched) -> None:
        weighed = [0]

        def weigh() -> None:
            weighed.append(processes.tree_memory(watched.pid))

        watched.come_to_rest(weigh)
        if not self._program.ready(watched.lines()):
            raise GaveUp("showed something else when it was at rest")
        self._page_go_and_find(watched)
        self._step(self._resize, watched, "resize")
        weigh()
        peak = processes.peak_memory(watched.pid)
        self._note("memory", peak)
        self._note("memory, all", max(peak, *weighed))

    def _page_go_and_find(self, watched: Watched) -> None:
        self._step(self._pages, watched, "page", "page, processor")
        if self._program.find:
            self._step(self._end, watched, "end")
            self._step(self._find, watched, "find", "find, count")
            self._step(self._end_after_find, watched, "end, after a find")

    def _first_frame(self, watched: Watched) -> None:
        self._note("first frame", watched.until(self._program.ready) - watched.started)

    def _is_second_page(self, lines: list[str]) -> bool:
        """Whether the first page has given way to the second: two paragraphs begin that were not on it."""
        shown = marks(lines)
        return bool(shown) and min(shown) > 1 and max(shown) >= self._first_page + 2

    def _pages(self, watched: Watched) -> None:
        pages = min(PAGES, self._text.size // _BYTES_A_PAGE)
        before = processes.processor_seconds(watched.pid)
        changes: list[float] = []
        begun, turned = time.perf_counter(), 0
        while turned < pages and time.perf_counter() < begun + self._program.patience:
            pressed = watched.press(self._program.page)
            changed = watched.last_change(_SILENCE, at_least=_PACE)
            if changed is None:
                changed = watched.last_change(_SILENCE, at_least=_SLOW)
            if changed is None:
                break  # the text is at its end
            turned += 1
            changes.append(changed - pressed)
        used = processes.processor_seconds(watched.pid) - before
        if not changes:
            raise GaveUp("did not turn a page")
        self._note("page", *changes)
        self._note("page, processor", used / turned)

    def _end(self, watched: Watched) -> None:
        pressed = watched.press(self._program.end)
        self._note("end", watched.until(far_is_shown) - pressed)
        watched.last_change(_LONG_SILENCE)

    def _find(self, watched: Watched) -> None:
        program = self._program
        assert program.find
        before, after = program.find
        watched.press(program.start)
        watched.last_change(_LONG_SILENCE)
        # All but the last letter is found in the first paragraph: the last one sends the reader to the end.
        watched.press(before + FAR[:-1].encode())
        watched.come_to_rest(times=2)
        if far_is_shown(watched.lines()):
            raise GaveUp("had found it before it was asked")
        typed = watched.press(FAR[-1:].encode() + after)
        if after:
            self._note("find", watched.until(far_is_shown) - typed)
        else:
            self._hit(watched, "find", typed)
            watched.press(_ENTER)
        watched.last_change(_LONG_SILENCE)

    def _hit(self, watched: Watched, measure: str, typed: float) -> None:
        """The times of the hit and of its count, whichever comes first."""
        hit, count = watched.until_each(far_is_shown, counted)
        for each, at in ((measure, hit), (f"{measure}, count", count)):
            if at is not None:
                self._note(each, at - typed)
        if hit is None or count is None:
            raise GaveUp("showed the hit alone" if count is None else "showed the count alone")

    def _end_after_find(self, watched: Watched) -> None:
        program = self._program
        assert program.find
        watched.press(program.start)
        watched.last_change(_LONG_SILENCE)
        watched.press(program.find[0] + NEAR.encode() + _ENTER)
        watched.come_to_rest(times=2)
        pressed = watched.press(program.end)
        self._note("end, after a find", watched.until(far_is_shown) - pressed)
        watched.last_change(_LONG_SILENCE)

    def _resize(self, watched: Watched) -> None:
        watched.press(_ESCAPE)
        watched.last_change(_LONG_SILENCE)
        watched.press(b":50%" + _ENTER)
        watched.come_to_rest(times=2)
        resized = watched.resize(NARROW)
        changed = watched.last_change(_RESIZED, at_least=2 * _RESIZED)
        if changed is None:
            changed = watched.last_change(_RESIZED, at_least=10 * _RESIZED)
        if changed is None:
            raise GaveUp("did not paint itself anew")
        self._note("resize", changed - resized)

    def _note(self, measure: str, *values: float) -> None:
        self._noted.add(measure)
        if measure in self._wanted:
            self._results.note(Row(measure, self._text.name, self._program.name), *values)

    def _step(self, use: Callable[[Watched], None], watched: Watched, *measures: str) -> None:
        """Do one thing in a process that goes on, where a measure of it is wanted; or note why not."""
        rows = self._rows(measures)
        if not rows:
            return
        try:
            use(watched)
        except (GaveUp, OSError) as fault:
            self._fail(rows, str(fault))

    def _run(self, use: Callable[[Watched], None], *measures: str, keys: bytes = b"") -> None:
        """Use a fresh process, where a measure is wanted; those that it does not come to have failed."""
        rows = self._rows(measures)
        if all(self._results.failure(row) and not self._results.values(row) for row in rows):
            return  # nothing is wanted, or it would be waited for in vain once more
        self._noted.clear()
        try:
            with started(self._program, self._path, self._folder, keys) as watched:
                use(watched)
        except (GaveUp, OSError) as fault:
            self._fail(rows, str(fault))

    def _rows(self, measures: Collection[str]) -> list[Row]:
        return [Row(each, self._text.name, self._program.name) for each in measures if each in self._wanted]

    def _fail(self, rows: list[Row], why: str) -> None:
        for row in rows:
            # Only Pincite is asked for a count.
            if row.measure not in self._noted and (row.measure != "find, count" or row.program == "pincite"):
                self._results.fail(row, why)
