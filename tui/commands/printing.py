"""Printing for people and for programs: tables, notes, progress and JSON.

Words from documents go to Rich as plain text, never as markup.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

import click

from corpus.sanitiser import clean_line

if TYPE_CHECKING:
    from rich.console import Console

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
"""The option that every command has."""

# JSON escapes C0 by itself; these would still drive a terminal, or are no UTF-8.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

_SOON: Final = 0.5
"""Seconds after which a task shows that it goes on."""


class Column(NamedTuple):
    """A column of a table: its heading, and whether it holds numbers."""

    heading: str
    number: bool = False


class Step(Protocol):
    """What a long task calls as it goes on: how much is done, of how much, and what is next."""

    def __call__(self, done: int, total: int, doing: str = "", /) -> None:
        """Show it."""


def print_json(value: object) -> None:
    """Print the value as JSON, every character escaped that a terminal might obey or not be able to show."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not unicode, indent=2)
    print(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def console() -> Console:
    """A console on standard output that takes words as they are."""
    from rich.console import Console

    return Console(markup=False, highlight=False, emoji=False)


def print_lines(lines: Sequence[Any]) -> None:
    """Print lines of `rich.text.Text` or `str`, each of them whole, however long."""
    out = console()
    for line in lines:
        out.print(line, soft_wrap=True)


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; to a program, lines with a tab between the cells."""
    clean = [[clean_line(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in clean:
            print("\t".join(row))
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column.heading, justify="right" if column.number else "left", overflow="fold")
    for row in clean:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


@contextmanager
def progress(task: str) -> Iterator[Step]:
    """A function that shows how far a task is, on standard error where that is a terminal.

    A task that is done in half a second shows nothing.
    """
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24, complete_style="default", finished_style="default", pulse_style="dim"),
        TextColumn("{task.fields[count]}", markup=False),
        TextColumn("{task.fields[doing]}", markup=False),
    )
    shown = Console(stderr=True, markup=False, highlight=False, emoji=False)
    bar = Progress(*columns, console=shown, transient=True)
    number = bar.add_task(task, total=None, count="", doing="")

    def step(done: int, total: int, doing: str = "", /) -> None:
        bar.update(number, completed=done, total=total, count=f"{done}/{total}", doing=clean_line(doing))

    # A timer, because a single step may be the one that takes long.
    start = Timer(_SOON, bar.start)
    start.start()
    try:
        yield step
    finally:
        start.cancel()
        start.join()
        bar.stop()


def _unseen(_done: int, _total: int, _doing: str = "", /) -> None:
    """A step that nobody watches."""
