"""Files of an index that are damaged, exchanged or taken away: before it is opened, and while it is open."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from corpus.home import Home
from corpus.library import Library
from tests.bench.faults.articles import questions
from tests.bench.faults.examination import Outcome, Trial, examine, expected, judge, texts
from tests.bench.faults.harms import ASIDE, BY_NAME, IN_PLACE, Harm
from tests.bench.faults.kills import ARTICLES, spread
from tests.bench.faults.reader import Reader


def closed(
    folder: Path,
    seed: int,
    trials: int,
    harms: Mapping[str, Harm] = MappingProxyType({**IN_PLACE, **BY_NAME}),
) -> Iterator[Outcome]:
    """Each file is harmed in each way, then the index is opened."""
    for moment, trial, path, older, harm in _harms(folder, seed, trials, harms):
        outcome = Outcome(moment)
        before = path.read_bytes()
        if harm(path, older, random.Random(f"{seed} {moment}")):
            examine(trial, outcome)
            aside = path.parent / ASIDE
            if aside.exists() and aside.read_bytes() != before:
                outcome.fail("another file was written over, through a link")
            yield outcome


def opened(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """Each file is taken away or exchanged while a search has the index open."""
    yield from _while_open(folder, seed, trials, BY_NAME)


def opened_in_place(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The bytes of each file are changed while a search has the index open."""
    yield from _while_open(folder, seed, trials, IN_PLACE)


def _while_open(folder: Path, seed: int, trials: int, harms: Mapping[str, Harm]) -> Iterator[Outcome]:
    for moment, trial, path, older, harm in _harms(folder, seed, trials, harms):
        outcome = Outcome(moment)
        with Reader(trial) as reader:
            _compare(reader, trial, outcome, "before")
            done = harm(path, older, random.Random(f"{seed} {moment}"))
            _compare(reader, trial, outcome, "with the index open")
        if done:
            examine(trial, outcome)
            yield outcome


def catching_up(folder: Path, seed: int, trials: int) -> Iterator[Outcome]:
    """The index is brought up to date again and again while a search has it open.

    What a search has open must never be written into: its files are mapped, and were compared once.
    """
    for number in range(trials):
        trial = Trial.begin(folder / "trial", seed + number, questions(seed, ARTICLES))
        trial.fill(range(6))
        trial.catch_up()
        outcome = Outcome(f"trial {number}")
        with Reader(trial) as reader:
            _compare(reader, trial, outcome, "before")
            for more in range(6, ARTICLES):
                held = _held(trial.home)
                trial.fill(range(more, more + 1))
                trial.fill(range(more - 6, more - 5), version=1)
                trial.catch_up()
                _rewritten(held, outcome)
            _compare(reader, trial, outcome, "after many commits")
        examine(trial, outcome)
        yield outcome


def _held(home: Home) -> list[tuple[str, BinaryIO, bytes]]:
    """Every file of the index, opened, with its bytes."""
    held: list[tuple[str, BinaryIO, bytes]] = []
    for path in sorted(path for path in home.index.rglob("*") if path.is_file()):
        file = path.open("rb")
        held.append((path.name, file, file.read()))
    return held


def _rewritten(held: list[tuple[str, BinaryIO, bytes]], outcome: Outcome) -> None:
    for name, file, data in held:
        with file:
            file.seek(0)
            note = f"{outcome.moment}: {name} was written into, while it was open"
            if file.read() != data and note not in outcome.notes:
                outcome.recovered = False
                outcome.notes.append(note)


def _compare(reader: Reader, trial: Trial, outcome: Outcome, when: str) -> None:
    """Have the search that is open asked, and hold it against a scan."""
    with Library(trial.home.library) as library:
        stored = texts(library)
    for query in trial.asked:
        answer = reader.ask(query)
        if answer is None:
            if not any("died" in note for note in outcome.notes):
                outcome.fail(f"the reader died {when}, by {reader.end()}")
            return
        judge(outcome, when, query, answer, expected(query, stored))


def _harms(
    folder: Path, seed: int, trials: int, harms: Mapping[str, Harm]
) -> Iterator[tuple[str, Trial, Path, Path, Harm]]:
    """Each file of an index with each harm, in a home of its own, and the same file of an older index.

    At most so many, spread over all of them.
    """
    once = Trial.begin(folder / "once", seed, questions(seed, ARTICLES))
    once.fill(range(6))
    once.catch_up()
    again = once.copy(folder / "again")
    again.fill(range(1, 3), version=1)
    again.fill(range(6, 12))
    again.catch_up()
    all_harms = [
        (template, name, what)
        for template in (once, again)
        for name in sorted(path.relative_to(template.home.index) for path in _files(template.home))
        for what in harms
    ]
    for template, name, what in spread(all_harms, trials):
        trial = template.copy(folder / "trial")
        moment = f"{name} of an index made {'once' if template is once else 'in two commits'}, {what}"
        yield moment, trial, trial.home.index / name, once.home.index / name, harms[what]


def _files(home: Home) -> list[Path]:
    return [path for path in home.index.rglob("*") if path.is_file() and path.stat().st_size]
