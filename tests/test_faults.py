"""A few trials of every fault, and the harness itself: that it would notice."""

from __future__ import annotations

import json
import sys
from itertools import takewhile
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("kills, limits and small disks as Linux has them", allow_module_level=True)

from corpus.library import Library
from corpus.search import Search
from corpus.search.answer import Answer
from tests.bench.faults import __main__ as command
from tests.bench.faults.articles import article, marker, questions
from tests.bench.faults.damage import closed
from tests.bench.faults.examination import Outcome, Trial, examine, expected, is_plain_sentence
from tests.bench.faults.harms import BY_NAME
from tests.bench.faults.kinds import FAULTS, Fault
from tests.bench.faults.power import Disk
from tests.bench.faults.scan import places
from tests.bench.faults.table import table

A_FEW = 2
TRIALS = {"two instances": 1, "caught up while open": 1, "library changed while catching up": 9}
SEED = 7


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_nothing_is_lost_and_no_answer_is_wrong(fault: Fault, tmp_path: Path) -> None:
    if why := fault.hindrance():
        pytest.skip(why)
    outcomes = list(fault.run(tmp_path, SEED, TRIALS.get(fault.name, A_FEW)))
    assert outcomes
    for outcome in outcomes:
        assert not outcome.lost, outcome.notes
        assert fault.beyond or outcome.clean, outcome.notes


def test_what_lies_in_the_place_of_a_file_is_not_in_the_way_for_ever(tmp_path: Path) -> None:
    harms = {what: BY_NAME[what] for what in ("made a directory", "made a link")}
    outcomes = list(
        takewhile(lambda outcome: "made once" in outcome.moment, closed(tmp_path, SEED, 1_000, harms))
    )
    assert len(outcomes) >= 2 * len(harms)
    assert [note for outcome in outcomes for note in outcome.notes] == []


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    trial = Trial.begin(tmp_path / "trial", SEED, questions(SEED, 8))
    trial.fill(range(8))
    trial.catch_up()
    return trial


def test_what_is_lost_is_noticed(trial: Trial) -> None:
    with Library(trial.home.library) as library:
        library.remove(3)
        library.remember(article(SEED, 4, 1), "/articles/004.txt", size=1, mtime_ns=1)
    outcome = Outcome("")
    examine(trial, outcome)
    assert (outcome.lost, outcome.wrong, outcome.recovered) == (2, 0, True)


def test_a_wrong_answer_is_noticed(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Search, "hits", lambda *_, **__: Answer(()))
    outcome = Outcome("")
    examine(trial, outcome)
    with Library(trial.home.library) as library:
        stored = dict(library.texts(library.stamps()))
    present = [query for query in trial.asked if expected(query, stored)]
    assert present
    assert outcome.wrong == 2 * len(present)
    assert not outcome.clean


def test_an_index_that_cannot_be_brought_up_to_date_is_noticed(trial: Trial) -> None:
    trial.home.index.chmod(0o755)
    outcome = Outcome("trial")
    examine(trial, outcome)
    assert not outcome.recovered
    assert outcome.wrong == 0
    assert any("has mode 0755" in note for note in outcome.notes)


def test_questions_have_answers_and_none() -> None:
    texts = {number: article(SEED, number).text for number in range(24)}
    found = {query: expected(query, texts) for query in questions(SEED, 24)}
    assert any(found.values())
    assert not all(found.values())
    assert any(not query.isascii() for query in found)
    assert [article for article, *_ in found[f'"{marker(23)}"']] == [23]


def test_a_scan_finds_words_in_sequence_and_characters() -> None:
    assert places("a lock", "A lock, alock; a\nlock.") == [(0, 6), (15, 21)]
    assert places("夜里", "河水夜里上涨。夜里") == [(2, 4), (7, 9)]
    assert places("里", "夜里上涨，里") == [(1, 2), (5, 6)]


def test_what_was_not_synced_is_gone_when_the_power_fails(tmp_path: Path) -> None:
    kept, new, other = (tmp_path / name for name in ("kept", "new", "other"))
    kept.write_text("kept")
    disk = Disk(tmp_path)
    disk.written(str(new))
    new.write_text("new")
    disk.changed("os.rename", [str(new), str(other)])
    new.rename(other)
    disk.lose_data()
    assert (kept.read_text(), other.read_text()) == ("kept", "")
    disk.lose_names()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_what_was_synced_is_there(tmp_path: Path) -> None:
    new = tmp_path / "new"
    disk = Disk(tmp_path)
    disk.written(str(new))
    new.write_text("new")
    disk.synced(str(new))
    disk.synced(str(tmp_path))
    disk.lose_data()
    disk.lose_names()
    assert new.read_text() == "new"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("The disk is full.", True),
        ("", False),
        ("Traceback (most recent call last):\n  KeyError: 3", False),
        ("OSError: [Errno 28] No space left on device.", False),
    ],
)
def test_a_plain_sentence_is_told_from_a_traceback(said: str, plain: bool) -> None:
    assert is_plain_sentence(said) == plain


def test_a_table_has_a_line_a_fault_and_says_what_was_wrong() -> None:
    bad = Outcome("before 3", lost=2, seconds=0.25)
    bad.fail("no way back")
    lines = list(table({"child killed": [Outcome("before 2"), bad]}, FAULTS))
    assert lines[2] == "| child killed | 2 | 2 | 0 | 0 | 1 | 250 ms | 0 | 0 |"
    assert lines[3] == "  child killed: before 3: no way back"


def test_the_command_writes_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "faults.json"
    monkeypatch.setattr(sys, "argv", ["faults", "--only", "lock left", "--trials", "1", "--json", str(file)])
    assert command.main() == 0
    assert "| lock left | 1 | 0 | 0 | 0 | 1 |" in capsys.readouterr().out
    (found,) = json.loads(file.read_text(encoding="utf-8"))["faults"]
    assert (found["trials"], found["outcomes"][0]["recovered"]) == (1, True)
