"""`pincite doctor`: what is installed, where things are, and whether they are sound."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

import click

from corpus.errors import PinciteError
from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.sanitiser import clean_name
from tui import clipboard
from tui.commands.printing import Column, print_json, print_table, progress
from tui.commands.printing import as_json as json_option
from tui.settings import load

_PACKAGES: Final = (("pincite", "pincite"), ("textual", "textual"), ("whoosh", "whoosh-reloaded"))
_COLUMNS: Final = (Column("what"), Column("is"), Column("note"))


class Finding(NamedTuple):
    """A part that was looked at: where it is, whether it is sound, and what there is to say of it."""

    path: Path
    sound: bool
    note: str


@click.command(name="doctor")
@click.option("--rebuild", is_flag=True, help="Make the index anew, from the library.")
@json_option
def command(rebuild: bool, as_json: bool) -> None:
    """Say whether everything is sound.

    Shows what is installed, where things are, and how a copy would reach the clipboard. The exit
    status is 1 where something is not sound.
    """
    home = Home.here()
    if rebuild:
        _rebuild(home)
    versions = _versions()
    findings = {"library": _library(home), "index": _index(home), "settings": _settings(home)}
    terminal = _terminal()
    if as_json:
        parts = {
            name: {"path": str(found.path), "sound": found.sound, "note": found.note}
            for name, found in findings.items()
        }
        routes = list(clipboard.routes())
        print_json({"versions": versions, **parts, "clipboard": routes, "terminal": terminal})
    else:
        _print(versions, findings, terminal)
    if not all(found.sound for found in findings.values()):
        raise click.exceptions.Exit(1)


def _rebuild(home: Home) -> None:
    with Library(home.library) as library:
        index = Index(home.index)
        index.rebuild()
        with progress("Indexing") as step:
            index.catch_up(library, progress=step)


def _versions() -> dict[str, str | None]:
    """The version of each part that is installed; Textual is asked without being imported."""
    versions: dict[str, str | None] = {}
    for name, package in _PACKAGES:
        try:
            versions[name] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[name] = None
    return versions | {"python": platform.python_version()}


def _library(home: Home) -> Finding:
    if not home.library.exists():
        return Finding(home.library, True, "not made yet: “pincite add PATH” makes it")
    try:
        with Library(home.library) as library, progress("Reading the library") as step:
            ids = sorted(library.stamps())
            for done, _ in enumerate(library.texts(ids), start=1):
                step(done, len(ids))
    except PinciteError as fault:
        return Finding(home.library, False, str(fault))
    return Finding(home.library, True, f"articles: {len(ids):,}")


def _index(home: Home) -> Finding:
    if not home.library.exists():
        return Finding(home.index, True, "not made yet")
    try:
        with Library(home.library) as library:
            state = Index(home.index).state(library)
    except PinciteError as fault:
        return Finding(home.index, False, str(fault))
    note = f"articles: {state.articles:,}, waiting: {state.waiting:,}"
    if not state.sound:
        note = f"{state.reason}: “pincite doctor --rebuild” makes it anew"
    return Finding(home.index, state.sound, note)


def _settings(home: Home) -> Finding:
    _, faults = load(home)
    note = " ".join(faults) if faults else "as you wrote them" if home.settings.exists() else "the defaults"
    return Finding(home.settings, not faults, note)


def _terminal() -> dict[str, object]:
    columns, lines = shutil.get_terminal_size()
    return {
        "name": os.environ.get("TERM", ""),
        "program": os.environ.get("TERM_PROGRAM", ""),
        "colours": os.environ.get("COLORTERM", ""),
        "encoding": sys.stdout.encoding,
        "columns": columns,
        "lines": lines,
    }


def _print(
    versions: dict[str, str | None], findings: dict[str, Finding], terminal: dict[str, object]
) -> None:
    rows = [(name, version or "not installed", "") for name, version in versions.items()]
    for name, found in findings.items():
        rows.append((name, clean_name(str(found.path)), found.note if found.sound else f"✗ {found.note}"))
    rows.append(("clipboard", ", ".join(clipboard.routes()), "and always last-clip.txt"))
    known = [str(terminal[key]) for key in ("name", "program", "colours", "encoding") if terminal[key]]
    rows.append(("terminal", ", ".join(known), f"{terminal['columns']} × {terminal['lines']}"))
    print_table(_COLUMNS, rows)
