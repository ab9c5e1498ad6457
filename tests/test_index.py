from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.draft import Draft
from corpus.index import Index, IndexBusy, IndexState, IndexUnavailable
from corpus.index.engine import View, stem
from corpus.index.manifest import NAME
from corpus.library import Library


def article(*paragraphs: str) -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph)
    return draft.document()


def add(library: Library, source: str, *paragraphs: str) -> int:
    return library.remember(article(*paragraphs), source, size=1, mtime_ns=1).id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        add(library, "/tides", "The moon pulls at the sea, and the sea follows.")
        add(library, "/winds", "Warm air rises; the wind follows it.")
        add(library, "/库", "数据库保护法。")
        yield library


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


def holding(view: View | None, *terms: str) -> list[int]:
    """The articles in which the index has all of these terms."""
    assert view is not None
    assert all(view.places(term) == view.postings(term).keys() for term in terms)
    places = set.intersection(*(set(view.postings(term)) for term in terms))
    return sorted(id for place in places if (id := view.articles[place]) is not None)


def proposed(index: Index, *words: str) -> list[int]:
    return holding(index.view(), *map(stem, words))


def test_before_it_is_made_everything_waits(library: Library, index: Index) -> None:
    state = index.state(library)
    assert (state.articles, state.waiting, state.sound) == (0, 3, False)
    assert state.reason == "there is no index yet"


def test_catching_up_indexes_everything_once(library: Library, index: Index) -> None:
    told: list[tuple[int, int]] = []
    assert index.catch_up(library, progress=lambda done, due: told.append((done, due))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert index.catch_up(library) == 0
    assert index.state(library).sound


def test_words_and_their_forms_and_characters_are_proposed(library: Library, index: Index) -> None:
    index.catch_up(library)
    assert proposed(index, "follow") == [1, 2]
    assert proposed(index, "follows", "moon") == [1]
    assert proposed(index, "库") == [3]
    assert proposed(index, "据库", "保护") == [3]
    assert proposed(index, "保据") == []


def test_what_changed_is_indexed_again_and_what_is_gone_forgotten(library: Library, index: Index) -> None:
    index.catch_up(library)
    add(library, "/winds", "Cold air sinks.")
    library.remove(1)
    assert index.state(library).waiting == 1
    assert index.catch_up(library) == 1
    assert proposed(index, "follow") == []
    assert proposed(index, "sink") == [2]


def test_articles_may_all_go_and_others_come(library: Library, index: Index) -> None:
    index.catch_up(library)
    last = add(library, "/last", "A last article.")
    index.catch_up(library)
    library.remove(last)
    index.catch_up(library)
    assert index.state(library) == IndexState(3, 0, sound=True)
    for id in (1, 2, 3):
        library.remove(id)
    index.catch_up(library)
    assert index.state(library) == IndexState(0, 0, sound=True)
    add(library, "/new", "The sea again.")
    index.catch_up(library)
    assert proposed(index, "sea") == [5]


def test_it_can_be_broken_off_and_taken_up_again(library: Library, index: Index, tmp_path: Path) -> None:
    asked = iter((False, True, True))
    assert index.catch_up(library, stop=lambda: next(asked)) == 1
    assert index.state(library).articles == 1
    assert Index(tmp_path / "index").catch_up(library) == 2
    assert index.state(library).articles == 3


def test_many_steps_are_merged_and_nothing_is_given_twice(library: Library, index: Index) -> None:
    for number in range(30):
        add(library, f"/{number}", f"The sea of number {number}.")
        index.catch_up(library)
    assert proposed(index, "sea") == [1, *range(4, 34)]


def files(directory: Path) -> list[Path]:
    return sorted(directory.iterdir(), key=lambda path: (path.suffix, path.name))


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    # An empty file has no byte to be another one.
    data[len(data) // 2 : len(data) // 2 + 1] = bytes([data[len(data) // 2] ^ 0xFF]) if data else b"x"
    path.write_bytes(data)


def truncate(path: Path) -> None:
    flip(path) if path.stat().st_size < 2 else path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("harm", [flip, truncate, Path.unlink])
def test_a_damaged_file_is_noticed_and_the_index_made_anew(
    library: Library, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    Index(tmp_path / "index").catch_up(library)
    for number in range(len(files(tmp_path / "index"))):
        harm(files(tmp_path / "index")[number])
        index = Index(tmp_path / "index")
        assert index.view() is None
        assert not index.state(library).sound
        assert index.catch_up(library) == 3
        assert index.state(library).sound
        assert proposed(index, "moon") == [1]


def test_an_index_of_another_version_is_made_anew(library: Library, tmp_path: Path) -> None:
    Index(tmp_path / "index").catch_up(library)
    manifest = tmp_path / "index" / NAME
    manifest.write_text(manifest.read_text().replace(", words ", ", words 0"))
    index = Index(tmp_path / "index")
    assert index.state(library).reason == "it was made by another version of Pincite"
    assert index.catch_up(library) == 3


class Planted:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.path),)


def test_a_planted_file_is_never_executed(library: Library, tmp_path: Path) -> None:
    Index(tmp_path / "index").catch_up(library)
    for path in (tmp_path / "index").glob("*.toc"):
        path.write_bytes(pickle.dumps(Planted(tmp_path / "executed")))
    index = Index(tmp_path / "index")
    assert index.view() is None
    index.catch_up(library)
    assert index.state(library).sound
    assert not (tmp_path / "executed").exists()


def test_a_stray_file_is_not_opened(library: Library, tmp_path: Path) -> None:
    Index(tmp_path / "index").catch_up(library)
    stray = tmp_path / "index" / "_MAIN_99.toc"
    stray.write_bytes(pickle.dumps(Planted(tmp_path / "executed")))
    index = Index(tmp_path / "index")
    assert proposed(index, "moon") == [1]
    add(library, "/more", "The moon again.")
    index.catch_up(library)
    assert proposed(index, "moon") == [1, 4]
    assert not stray.exists()
    assert not (tmp_path / "executed").exists()


def test_a_directory_that_others_may_enter_is_refused_and_left_alone(
    library: Library, tmp_path: Path
) -> None:
    Index(tmp_path / "index").catch_up(library)
    (tmp_path / "index").chmod(0o755)
    before = files(tmp_path / "index")
    index = Index(tmp_path / "index")
    assert "has mode 0755" in index.state(library).reason
    with pytest.raises(IndexUnavailable, match="move it away"):
        index.catch_up(library)
    assert files(tmp_path / "index") == before


def test_files_of_others_in_the_directory_are_left_alone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "index").mkdir(mode=0o700)
    (tmp_path / "index" / "diary.txt").write_text("mine")
    index = Index(tmp_path / "index")
    index.catch_up(library)
    index.rebuild()
    assert (tmp_path / "index" / "diary.txt").read_text() == "mine"


def test_an_index_that_cannot_be_written_is_said_so(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexUnavailable, match=r"file|index"):
        Index(tmp_path / "file" / "index").catch_up(library)


def test_a_second_writer_is_turned_away(library: Library, tmp_path: Path) -> None:
    first, second = Index(tmp_path / "index"), Index(tmp_path / "index")
    with first._writing(), pytest.raises(IndexBusy):
        second.catch_up(library)
    assert second.catch_up(library) == 3


def test_rebuilding_throws_away_and_catching_up_makes_it_anew(library: Library, index: Index) -> None:
    index.catch_up(library)
    index.rebuild()
    assert not index.state(library).sound
    assert index.catch_up(library) == 3


def test_a_failed_step_leaves_what_was_written_before(
    library: Library, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.catch_up(library)
    add(library, "/more", "More of the sea.")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("corpus.index.engine.Step.commit", fail)
        with pytest.raises(IndexUnavailable, match="No space left"):
            index.catch_up(library)
    assert index.state(library).articles == 3
    assert index.catch_up(library) == 1


def test_an_index_that_whoosh_stumbles_over_is_made_anew(
    library: Library, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.catch_up(library)
    add(library, "/more", "More of the sea.")

    def stumble(*_: object) -> None:
        raise KeyError("x.run")

    with monkeypatch.context() as patched:
        patched.setattr("corpus.index.engine._merge_tiers", stumble)
        with pytest.raises(IndexUnavailable, match="made anew"):
            index.catch_up(library)
    assert not index.state(library).sound
    assert index.catch_up(library) == 4
    assert proposed(index, "sea") == [1, 4]


def test_a_process_of_its_own_can_catch_up(library: Library, index: Index, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "corpus.index",
        str(tmp_path / "index"),
        str(tmp_path / "library.sqlite"),
    ]
    with index._writing():
        assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert index.state(library).articles == 0
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "3 3", "")
    assert index.state(library).articles == 3


def test_a_view_given_before_stays_usable(library: Library, index: Index) -> None:
    index.catch_up(library)
    old = index.view()
    add(library, "/more", "More of the sea.")
    index.catch_up(library)
    assert old is not None
    assert holding(old, "sea") == [1]
    assert proposed(index, "sea") == [1, 4]
