"""A library that somebody else changes while it is being read: between any two readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from corpus.errors import NoSuchPlace
from corpus.index import Index
from corpus.library import Library
from corpus.search import Search
from tests.bench.faults.articles import marker, questions, source
from tests.bench.faults.examination import ALL, Outcome, Trial, ask, examine, expected, texts
from tests.bench.faults.kills import ARTICLES, spread

Change = Callable[[Trial], None]

_CHANGED: Final = 4
"""The article that is changed, and asked for."""
_ADDED: Final = 7
"""The one that is added, and asked for then."""


def catching_up(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The index is brought up to date while that happens; then the change is taken back.

    An index that holds the words of one version under the mark of another would miss them now.
    """
    template = _template(folder / "waiting", seed, indexed=_CHANGED - 1)
    moments = _moments(template, folder, lambda library, index: Index(index).catch_up(library))
    for what, number in spread([(what, n) for what in _CHANGES for n in range(1, moments + 1)], trials):
        trial = template.copy(folder / "trial")
        outcome = Outcome(f"{what} after reading {number}")
        change, take_back = _CHANGES[what]
        with outcome.failing("catching up"), Library(trial.home.library) as library:
            _after(library, number, lambda: change(trial))  # noqa: B023 - called in this round alone
            Index(trial.home.index).catch_up(library)
        take_back(trial)
        with Library(trial.home.library) as library:
            ask(library, trial, outcome, "when the change was taken back")
        examine(trial, outcome)
        yield outcome


def searching(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """A search goes on while that happens: it finds at least what was there before and after."""
    templates = {
        "waiting": _template(folder / "waiting", seed, indexed=_CHANGED - 1),
        "indexed": _template(folder / "indexed", seed, indexed=_CHANGED + 1),
    }

    def asked(library: Library, index: Path) -> None:
        Search(library, Index(index)).hits(f'"{marker(_CHANGED)}"', limit=ALL)

    moments = [
        (state, what, number)
        for state, template in templates.items()
        for what in _CHANGES
        for number in range(1, _moments(template, folder, asked) + 1)
    ]
    for state, what, number in spread(moments, trials):
        trial = templates[state].copy(folder / "trial")
        outcome = Outcome(f"{state}, {what} after reading {number}")
        change, _ = _CHANGES[what]
        query = f'"{marker(_ADDED if what == "added" else _CHANGED)}"'
        with Library(trial.home.library) as library:
            before = expected(query, texts(library))
        with outcome.failing("searching"), Library(trial.home.library) as library:
            _after(library, number, lambda: change(trial))  # noqa: B023 - called in this round alone
            answer = Search(library, Index(trial.home.index)).hits(query, limit=ALL)
            given = {(int(hit.article), hit.start, hit.end) for hit in answer.hits}
            after = expected(query, texts(library))
            if not before & after <= given <= before | after:
                outcome.wrong += 1
                outcome.notes.append(f"{outcome.moment}: {given}, not {before} or {after}")
        examine(trial, outcome)
        yield outcome


def _template(folder: Path, seed: int, *, indexed: int) -> Trial:
    """So many of the articles are indexed, the others wait."""
    trial = Trial.begin(folder, seed, questions(seed, ARTICLES))
    trial.fill(range(indexed))
    trial.catch_up()
    trial.fill(range(indexed, _ADDED))
    return trial


def _moments(template: Trial, folder: Path, read: Callable[[Library, Path], Any]) -> int:
    """How often the library is read when nobody changes it."""
    trial = template.copy(folder / "undisturbed")
    with Library(trial.home.library) as library:
        count = _after(library, 0, lambda: None)
        read(library, trial.home.index)
    return len(count)


def _after(library: Library, number: int, change: Callable[[], None]) -> list[None]:
    """Have something done after the n-th reading; a list that grows with every reading."""
    fetch, counted = library._database.fetch, list[None]()

    def fetch_and_change(statement: str, *values: object) -> list[Any]:
        rows = fetch(statement, *values)
        counted.append(None)
        if len(counted) == number:
            change()
        return rows

    setattr(library._database, "fetch", fetch_and_change)  # noqa: B010 - a method cannot be assigned
    return counted


def _renew(trial: Trial) -> None:
    trial.fill(range(_CHANGED, _CHANGED + 1), version=1)


def _take_back(trial: Trial) -> None:
    trial.fill(range(_CHANGED, _CHANGED + 1), version=0)


def _add(trial: Trial) -> None:
    trial.fill(range(_ADDED, _ADDED + 1))


def _remove_added(trial: Trial) -> None:
    _remove(trial, _ADDED)


def _remove_changed(trial: Trial) -> None:
    _remove(trial, _CHANGED)


def _remove(trial: Trial, number: int) -> None:
    with Library(trial.home.library) as library:
        found = library.by_source(source(number))
        if found is None:
            raise NoSuchPlace(f"There is no article {number}.")
        library.remove(found.id)
        del trial.acknowledged[found.id]


_CHANGES: Final[dict[str, tuple[Change, Change]]] = {
    "renewed": (_renew, _take_back),
    "added": (_add, _remove_added),
    "removed": (_remove_changed, _take_back),
}
"""What somebody else does, and how it is taken back."""
