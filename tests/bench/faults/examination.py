"""After a fault: is every acknowledged article there, is every answer right, does all recover by itself?"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.errors import NoSuchPlace, PinciteError
from corpus.home import Home
from corpus.index import Index, IndexBusy
from corpus.library import Library
from corpus.search import Search
from tests.bench.faults.articles import article, source
from tests.bench.faults.scan import places
from tests.bench.faults.starting import home_in

ALL: Final = 10_000
"""More hits than there can be: an answer with such a limit looks at everything."""


@dataclass
class Outcome:
    """What came of one trial.

    `lost` counts acknowledged articles that are not there as they were added, `wrong` answers that
    claim to be complete and are not what a scan finds, `locked` writers that were turned away though
    nobody wrote, `strays` files that a dead process left for good; `recovered` is true where the next
    catch-up made everything sound, in so many `seconds`, by indexing so many articles,
    and with an index made `anew`. `notes` say what was not as it should be.
    """

    moment: str
    lost: int = 0
    wrong: int = 0
    locked: int = 0
    strays: int = 0
    recovered: bool = True
    seconds: float = 0.0
    indexed: int = 0
    anew: bool = False
    notes: list[str] = field(default_factory=list)

    def fail(self, why: str) -> None:
        """Not recovered: note why."""
        self.recovered = False
        self.notes.append(f"{self.moment}: {why}")

    @contextmanager
    def failing(self, what: str) -> Iterator[None]:
        """Note an exception, and go on with the next trial."""
        try:
            yield
        except Exception as error:
            self.fail(f"{what}: {type(error).__name__}: {error}")

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, wrong, left locked, or in need of help."""
        return self.recovered and not (self.lost or self.wrong or self.locked)


@dataclass
class Trial:
    """A home that a fault happens in, and what its reader was told is kept there, by id."""

    home: Home
    seed: int
    asked: Sequence[str]
    acknowledged: dict[int, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, folder: Path, seed: int, asked: Sequence[str]) -> Trial:
        """A trial in a folder without anything."""
        shutil.rmtree(folder, ignore_errors=True)
        return cls(home_in(folder), seed, asked)

    def copy(self, folder: Path) -> Trial:
        """The same in another folder, which is emptied; nobody must have the library open."""
        other = Trial.begin(folder, self.seed, self.asked)
        shutil.copytree(self.home.data, other.home.data, symlinks=True)
        other.acknowledged = dict(self.acknowledged)
        return other

    def add(self, library: Library, number: int, version: int = 0) -> int:
        """Add an article, or renew it; its id. Raises LibraryUnavailable."""
        document = article(self.seed, number, version)
        id = library.remember(document, source(number), size=1, mtime_ns=version).id
        self.acknowledged[id] = document.text
        return id

    def fill(self, numbers: range, version: int = 0) -> None:
        """Add articles in a library that is opened for it."""
        with Library(self.home.library) as library:
            for number in numbers:
                self.add(library, number, version)

    def catch_up(self) -> int:
        """Bring the index up to date here; the number of articles indexed."""
        with Library(self.home.library) as library:
            return Index(self.home.index).catch_up(library)


def examine(trial: Trial, outcome: Outcome) -> None:
    """See what is lost, ask, catch up, ask again: each time as a program that has just been started."""
    with outcome.failing("examined"), Library(trial.home.library) as library:
        outcome.lost += lost(library, trial.acknowledged)
        ask(library, trial, outcome, "before catching up")
        outcome.anew = not Index(trial.home.index).state(library).sound
        began = time.perf_counter()
        with outcome.failing("catching up"):
            _catch_up(trial, library, outcome)
        outcome.seconds = max(outcome.seconds, time.perf_counter() - began)
        ask(library, trial, outcome, "after catching up")
        state = Index(trial.home.index).state(library)
        # Of a library without articles there need not be an index.
        if state.waiting or (library.stamps() and not state.sound):
            outcome.fail(f"{state.waiting} articles wait, {state.reason or 'the index is sound'}")


def _catch_up(trial: Trial, library: Library, outcome: Outcome) -> None:
    try:
        outcome.indexed = Index(trial.home.index).catch_up(library)
    except IndexBusy:
        outcome.locked += 1


def ask(library: Library, trial: Trial, outcome: Outcome, when: str, search: Search | None = None) -> None:
    """Ask everything, and hold each answer against a scan of the texts that the library holds now."""
    stored = texts(library)
    with outcome.failing(f"asked {when}"):
        asking = search or Search(library, Index(trial.home.index))
        for query in trial.asked:
            answer = asking.hits(query, limit=ALL)
            given = {(int(hit.article), hit.start, hit.end) for hit in answer.hits}
            judge(outcome, when, query, (given, answer.complete), expected(query, stored))


def judge(
    outcome: Outcome,
    when: str,
    query: str,
    given: tuple[set[tuple[int, int, int]], bool],
    right: set[tuple[int, int, int]],
) -> None:
    """Note an answer (its places, and whether it claims to be complete) that is not the right one."""
    found, complete = given
    if not complete:
        outcome.fail(f"{query} {when}: the answer is not complete")
    elif found != right:
        outcome.wrong += 1
        outcome.notes.append(
            f"{outcome.moment}: {query} {when}: {len(right - found)} missing, {len(found - right)} invented"
        )


def expected(query: str, stored: Mapping[int, str]) -> set[tuple[int, int, int]]:
    """Every place of a quoted phrase in these texts, by article."""
    phrase = query.strip('"')
    return {(id, start, end) for id, text in stored.items() for start, end in places(phrase, text)}


def texts(library: Library) -> dict[int, str]:
    """The texts that the library holds, by id."""
    return {id: library.document(id).text for id in library.stamps()}


def lost(library: Library, acknowledged: Mapping[int, str]) -> int:
    """How many acknowledged articles are not in the library as they were added."""
    count = 0
    for id, text in acknowledged.items():
        try:
            count += library.document(id).text != text
        except (NoSuchPlace, PinciteError):
            count += 1
    return count


def is_plain_sentence(said: str) -> bool:
    """Whether what a failed program said is one sentence for a reader."""
    lines = said.strip().splitlines()
    return len(lines) == 1 and lines[0].endswith(".") and "Traceback" not in said and "Error" not in said
