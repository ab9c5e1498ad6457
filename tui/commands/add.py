"""`pincite add`: files and folders into the library, and the index brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from corpus.errors import CannotOpen
from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.sanitiser import clean_name
from corpus.sidecars import beside
from corpus.taking_in import take_in
from tui.commands.folders import files_meant
from tui.commands.interruption import interruptible
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, progress
from tui.saying import say


class Outcome(NamedTuple):
    """What became of a file: "added", "unchanged" or "failed", and for the last why."""

    source: Path
    state: str
    note: str = ""


@click.command(name="add")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Take files and folders into the library.

    Of a folder all articles are taken, those in its folders too; what has not changed is skipped.
    Stopped with Ctrl-C, it keeps what is in; called again, it goes on from there.
    """
    home = Home.here()
    with interruptible() as stopped, Library(home.library) as library:
        outcomes = _add(library, list(files_meant(paths)), stopped)
        with progress("Indexing") as step:
            Index(home.index).catch_up(library, progress=step, stop=stopped)
        _report(outcomes, as_json=as_json)
        if stopped():
            say("Stopped: what was added is kept, and the same command goes on from there.")
            raise click.exceptions.Exit(130)
    if any(outcome.state == "failed" for outcome in outcomes):
        raise click.exceptions.Exit(1)


def _add(library: Library, files: list[Path], stopped: Callable[[], bool]) -> list[Outcome]:
    outcomes = []
    with progress("Reading") as step:
        for number, file in enumerate(files):
            if stopped():
                break
            step(number, len(files), clean_name(file.name))
            outcomes.append(_remember(library, file))
    return outcomes


def _remember(library: Library, file: Path) -> Outcome:
    try:
        taken = take_in(library, file)
    except CannotOpen as fault:
        return Outcome(file, "failed", str(fault))
    if not taken.read:
        return Outcome(file, "unchanged")
    for warning in beside(file).warnings:
        say(warning)
    return Outcome(file, "added")


def _report(outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    for outcome in outcomes:
        if outcome.state == "failed":
            say(outcome.note)
    if as_json:
        print_json(
            [{"source": str(file), "state": state, "note": note or None} for file, state, note in outcomes]
        )
        return
    counts = Counter(outcome.state for outcome in outcomes)
    if done := ", ".join(f"{counts[state]} {state}" for state in ("added", "unchanged") if counts[state]):
        print(done)
