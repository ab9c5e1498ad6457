"""`pincite add`: files, folders and pages into the library, and the index brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from corpus.errors import CannotOpen
from corpus.fetching.address import is_address
from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.library.taking_in import take_in
from corpus.sanitiser import clean_name
from corpus.sidecars import beside
from tui.commands.asking_for import encoding as encoding_option
from tui.commands.asking_for import local as local_option
from tui.commands.folders import files_meant
from tui.commands.interruption import interruptible
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, progress
from tui.fetching import fetched
from tui.saying import say


class Outcome(NamedTuple):
    """What became of a file or a page: "added", "unchanged" or "failed", and for the last why."""

    source: str
    state: str
    note: str = ""


@click.command(name="add")
@click.argument("paths", metavar="PATH|URL…", nargs=-1, required=True)
@local_option
@encoding_option
@json_option
def command(paths: tuple[str, ...], local: bool, encoding: str, as_json: bool) -> None:
    """Take files, folders and pages of the web into the library.

    Of a folder all articles are taken, those in its folders too; what has not changed is skipped. A page is
    fetched, once more if it is there already.
    Stopped with Ctrl-C, it keeps what is in; called again, it goes on from there.
    """
    home = Home.here()
    with interruptible() as stopped, Library(home.library) as library:
        outcomes = [_fetch(library, url, local, encoding) for url in paths if is_address(url)]
        files = list(files_meant(Path(path) for path in paths if not is_address(path)))
        outcomes += _add(library, files, encoding, stopped)
        with progress("Indexing") as step:
            Index(home.index).catch_up(library, progress=step, stop=stopped)
        _report(outcomes, as_json=as_json)
        if stopped():
            say("Stopped: what was added is kept, and the same command goes on from there.")
            raise click.exceptions.Exit(130)
    if any(outcome.state == "failed" for outcome in outcomes):
        raise click.exceptions.Exit(1)


def _fetch(library: Library, url: str, local: bool, encoding: str) -> Outcome:
    """Take a page into the library."""
    try:
        page = fetched(url, Home.here(), local=local)
        before = library.by_source(str(page.path))
        now = take_in(library, page.path, encoding=encoding).article
    except CannotOpen as fault:
        return Outcome(url, "failed", str(fault))
    if page.note:
        return Outcome(url, "failed", page.note)
    same = before is not None and before.digest == now.digest and not encoding
    return Outcome(url, "unchanged" if same else "added")


def _add(library: Library, files: list[Path], encoding: str, stopped: Callable[[], bool]) -> list[Outcome]:
    outcomes = []
    with progress("Reading") as step:
        for number, file in enumerate(files):
            if stopped():
                break
            step(number, len(files), clean_name(file.name))
            outcomes.append(_remember(library, file, encoding))
    return outcomes


def _remember(library: Library, file: Path, encoding: str) -> Outcome:
    try:
        taken = take_in(library, file, encoding=encoding)
    except CannotOpen as fault:
        return Outcome(str(file), "failed", str(fault))
    if not taken.read:
        return Outcome(str(file), "unchanged")
    for warning in beside(file).warnings:
        say(warning)
    return Outcome(str(file), "added")


def _report(outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    for outcome in outcomes:
        if outcome.state == "failed":
            say(outcome.note)
    if as_json:
        print_json(
            [{"source": source, "state": state, "note": note or None} for source, state, note in outcomes]
        )
        return
    counts = Counter(outcome.state for outcome in outcomes)
    if done := ", ".join(f"{counts[state]} {state}" for state in ("added", "unchanged") if counts[state]):
        print(done)
