from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.errors import LibraryUnavailable, NoSuchPlace
from corpus.library import Article, ArticleDamaged, Library
from corpus.metadata import Metadata, Name, PartialDate


def article(title: str, *paragraphs: str) -> Document:
    draft = Draft()
    draft.add(title, Kind.HEADING, level=1)
    for paragraph in paragraphs:
        draft.add(paragraph)
    metadata = Metadata(title=title, authors=(Name("Ruiz", "Ana"),), date=PartialDate(2024, 5), lang="en")
    return draft.document(metadata)._replace(digest=f"digest of {title}{paragraphs}")


def add(library: Library, document: Document, source: str) -> Article:
    return library.remember(document, source, size=len(document.text), mtime_ns=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "data" / "library.sqlite") as library:
        yield library


def test_an_article_comes_back_as_it_was_added(library: Library) -> None:
    document = article("On tides", "The moon pulls.", "The sea follows.")
    added = add(library, document, "/texts/tides.md")
    assert library.document(added.id).text == document.text
    assert (added.title, added.authors, added.date, added.lang) == (
        "On tides",
        ("Ana Ruiz",),
        "2024-05",
        "en",
    )
    assert (added.words, added.read, added.place) == (8, 0.0, 0)
    assert (added.source, added.path) == ("/texts/tides.md", Path("/texts/tides.md"))


def test_adding_again_keeps_id_and_place_and_renews_the_text(library: Library) -> None:
    first = add(library, article("Tides", "The moon pulls at the sea."), "/tides")
    library.keep_place(first.id, 10)
    stamp = library.stamps()[first.id]
    second = add(library, article("Tides", "The moon pulls at every sea."), "/tides")
    assert (second.id, second.place) == (first.id, 10)
    assert library.stamps()[first.id] != stamp
    assert "every" in library.document(first.id).text


def test_adding_the_same_again_leaves_its_stamp(library: Library) -> None:
    document = article("Tides", "The moon pulls.")
    stamps = [add(library, document, "/tides") and library.stamps() for _ in range(2)]
    assert stamps[0] == stamps[1]


def test_a_place_beyond_a_text_of_other_words_moves_to_its_end(library: Library) -> None:
    first = add(library, article("Tides", "A long paragraph about the sea."), "/tides")
    library.keep_place(first.id, 30)
    second = add(library, article("Winds", "Short."), "/tides")
    assert second.place == len("Winds\n\nShort.")
    assert second.read == 1.0


def test_the_article_opened_last_comes_first(library: Library) -> None:
    ids = [add(library, article(name, "Text."), f"/{name}").id for name in ("one", "two", "three")]
    assert library.last_opened() is None
    library.touch(ids[1])
    library.touch(ids[0])
    assert [one.id for one in library.articles()] == [ids[0], ids[1], ids[2]]
    assert library.last_opened() == library.article(ids[0])


def test_what_is_removed_is_gone_and_its_id_is_not_given_again(library: Library) -> None:
    removed = add(library, article("Tides", "The moon."), "/tides")
    library.remove(removed.id)
    assert library.articles() == []
    assert list(library.texts([removed.id])) == []
    with pytest.raises(NoSuchPlace):
        library.document(removed.id)
    assert add(library, article("Tides", "The moon."), "/tides").id > removed.id


def test_an_article_is_found_by_id_path_and_words_of_its_title(library: Library) -> None:
    tides = add(library, article("On the Tides of Émile", "Text."), "/texts/tides.md")
    winds = add(library, article("On winds", "Text."), "/texts/winds.md")
    assert library.find(str(tides.id)) == tides
    assert library.find("/texts/winds.md") == winds
    assert library.find("tides of emile") == tides


def test_a_reference_that_means_several_or_none_is_refused_in_words(library: Library) -> None:
    for name in ("On tides", "On winds"):
        add(library, article(name, "Text."), name)
    with pytest.raises(NoSuchPlace, match="several articles: give one of the ids 1, 2"):
        library.find("on")
    with pytest.raises(NoSuchPlace, match="no article “99”"):
        library.find("99")


def test_a_title_that_is_the_whole_reference_wins(library: Library) -> None:
    short = add(library, article("Tides", "Text."), "/one")
    add(library, article("Tides and winds", "Text."), "/two")
    assert library.find("tides") == short


def test_a_file_is_unchanged_if_size_and_time_are(library: Library) -> None:
    library.remember(article("Tides", "Text."), "/tides", size=12, mtime_ns=34)
    assert library.unchanged("/tides", 12, 34)
    assert not library.unchanged("/tides", 13, 34)
    assert not library.unchanged("/tides", 12, 35)
    assert not library.unchanged("/winds", 12, 34)


def test_a_name_that_is_not_unicode_is_kept_and_shown_harmless(library: Library) -> None:
    name = os.fsdecode(b"/texts/\xff\x1b[31m\n.md")
    added = add(library, article("Tides", "Text."), name)
    assert library.by_source(name) == added
    assert os.fsencode(added.path) == os.fsencode(name)
    assert added.source.isprintable()


@pytest.mark.usefixtures("library")
def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "library.sqlite").stat().st_mode) == 0o600


def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"These are notes, and no library. " * 40)
    with pytest.raises(LibraryUnavailable, match="is damaged; move it away"):
        Library(path)
    assert path.read_bytes().startswith(b"These are notes")


def test_a_library_of_a_newer_version_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryUnavailable, match="newer Pincite"):
        Library(path)


def test_a_home_that_cannot_be_written_to_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryUnavailable, match="cannot be written to"):
        Library(tmp_path / "file" / "library.sqlite")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_directory_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    with pytest.raises(LibraryUnavailable, match="cannot be written to"):
        Library(tmp_path / "data" / "library.sqlite")


def test_a_failed_write_is_said_in_words_and_changes_nothing(library: Library) -> None:
    kept = add(library, article("Tides", "Text."), "/tides")
    library._database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryUnavailable, match="readonly"):
        library.keep_place(kept.id, 3)
    assert library.article(kept.id) == kept


def test_one_damaged_article_leaves_the_others_readable(library: Library) -> None:
    bad = add(library, article("Tides", "The moon."), "/tides")
    good = add(library, article("Winds", "The air."), "/winds")
    with library._database.changing() as connection:
        connection.execute("UPDATE documents SET packed = x'00' WHERE article = ?", (bad.id,))
    with pytest.raises(ArticleDamaged, match="“Tides” is damaged"):
        library.document(bad.id)
    assert [id for id, _ in library.texts([bad.id, good.id])] == [good.id]


def test_it_may_be_used_from_several_threads(library: Library) -> None:
    def work(name: str) -> None:
        for number in range(10):
            add(library, article(f"{name} {number}", "Text."), f"/{name}/{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library.articles()) == 30


def test_two_programs_may_have_it_open(library: Library, tmp_path: Path) -> None:
    with Library(tmp_path / "data" / "library.sqlite") as other:
        added = add(other, article("Tides", "Text."), "/tides")
        assert library.article(added.id) == added


def test_two_openings_in_one_process_do_not_give_up_each_others_locks(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as first:
        add(first, article("Tides", "The moon."), "/tides")
        with Library(tmp_path / "library"):
            pass
        # Another process that closes the file must not take itself for the last one.
        subprocess.run([sys.executable, "-c", _OPEN_AND_CLOSE, str(tmp_path / "library")], check=True)
        assert (tmp_path / "library-wal").exists()
        add(first, article("Winds", "The wind."), "/winds")
        assert len(first.stamps()) == 2


_OPEN_AND_CLOSE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM articles").fetchone()
connection.close()
"""


def test_a_library_that_another_process_makes_at_the_same_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One that reads it just then, before it has its log: SQLite refuses at once.
    other = sqlite3.connect(tmp_path / "library", isolation_level=None)
    other.execute("CREATE TABLE begun (number)")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM begun").fetchone()
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        other.execute("COMMIT")

    monkeypatch.setattr("corpus.library.database._BUSY_SECONDS", 0.2)
    monkeypatch.setattr("corpus.library.database.time.sleep", wait)
    Library(tmp_path / "library").close()
    assert len(waited) == 1
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be moved there")
def test_nothing_is_kept_in_a_file_that_was_moved_away(library: Library) -> None:
    known = add(library, article("Rivers", "They rise."), "/r")
    path = library._database._path
    path.rename(path.with_name("moved.sqlite"))
    with pytest.raises(LibraryUnavailable, match="was moved, removed or replaced"):
        library.edit(known.id, "title", "Seas")
    path.with_name("moved.sqlite").rename(path)
    assert library.edit(known.id, "title", "Seas").title == "Seas"
    path.rename(path.with_name("moved.sqlite"))
    Library(path).close()
    with pytest.raises(LibraryUnavailable, match="start it again"):
        add(library, article("Seas", "They fall."), "/s")
