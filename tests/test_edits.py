from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.draft import Draft
from corpus.editing import Edit
from corpus.errors import BadValue, NoSuchPlace
from corpus.library import ArticleDamaged, Library
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sources import READER, READER_EARLIER, confidence

HE = Name("He", "Jing", "family-first")


def tides(words: str = "The moon pulls.") -> Document:
    draft = Draft()
    draft.add(words)
    metadata = Metadata(
        title="Tides",
        authors=(Name("Ruiz", "Ana"),),
        date=PartialDate(2024, 5),
        lang="en",
        sources=dict.fromkeys(("title", "authors", "date", "lang"), "front matter"),
    )
    return draft.document(metadata)._replace(digest=f"digest of {words}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
def id(library: Library) -> int:
    return library.remember(tides(), "/tides", size=1, mtime_ns=1).id


def test_an_edit_is_seen_wherever_the_article_is(library: Library, id: int) -> None:
    library.edit(id, "title", "On tides")
    library.edit(id, "authors", "*He* Jing")
    article = library.edit(id, "date", "2021-02-05")
    assert (article.title, article.authors, article.date) == ("On tides", ("He Jing",), "2021-02-05")
    assert library.find("on tides").id == id
    for document in (library.document(id), *(kept.document for kept in library.kept([id]))):
        assert document.metadata.title == "On tides"
        assert document.metadata.authors == (HE,)
        assert document.metadata.sources["title"] == READER
        assert document.metadata.sources["lang"] == "front matter"
        assert document.uncorrected == tides().metadata
    assert [kept.title for kept in library.kept([id])] == ["On tides"]
    assert library.catalogue()[0][2:] == ("On tides", "2021-02-05")


def test_an_edit_changes_the_stamp_and_the_revision_so_that_the_index_follows(
    library: Library, id: int
) -> None:
    stamps, revisions = [library.stamps()[id]], [library.revision()]
    for field, text in (("publisher", "River Press"), ("publisher", ""), ("publisher", None)):
        library.edit(id, field, text)
        stamps.append(library.stamps()[id])
        revisions.append(library.revision())
    assert len(set(stamps)) == 3
    assert stamps[0] == stamps[-1]
    assert len(set(revisions)) == 4


def test_none_goes_back_to_what_the_source_says(library: Library, id: int) -> None:
    library.edit(id, "title", "On tides")
    library.edit(id, "title", None)
    assert library.document(id).metadata == tides().metadata
    assert library.document(id).uncorrected is None
    assert library.edits(id) == {}


def test_an_article_may_be_said_to_have_none(library: Library, id: int) -> None:
    article = library.edit(id, "title", "")
    assert article.title == "[untitled] “The moon pulls.”"
    assert library.document(id).metadata.title == ""
    assert library.edits(id) == {"title": Edit("", READER)}


def test_edits_outlive_a_file_that_changed_and_are_not_mixed_with_what_it_says(
    library: Library, id: int
) -> None:
    library.edit(id, "title", "On tides")
    library.remember(tides("Another moon."), "/tides", size=2, mtime_ns=2)
    assert library.article(id).title == "On tides"
    corrected = library.document(id)
    # What was read from the library may be kept there again: it is the source's words that are kept.
    library.remember(corrected, "/tides", size=2, mtime_ns=2)
    library.edit(id, "title", None)
    assert library.document(id).metadata == tides().metadata
    assert library.text(id) == "Another moon."


def test_imported_values_stand_below_the_readers_own(library: Library, id: int) -> None:
    zotero = "imported from zotero.json"
    library.edit(id, "title", "Mine")
    library.take_over(id, {"title": Edit("Theirs", zotero), "volume": Edit("12", zotero)})
    metadata = library.document(id).metadata
    assert (metadata.title, metadata.volume) == ("Mine", "12")
    assert metadata.sources["volume"] == zotero
    library.edit(id, "title", None)
    assert library.document(id).metadata.title == "Theirs"
    library.edit(id, "title", None)
    assert library.document(id).metadata.title == "Tides"
    library.edit(id, "title", None)
    assert set(library.edits(id)) == {"volume"}


def test_a_later_import_takes_the_place_of_an_earlier_one(library: Library, id: int) -> None:
    library.take_over(
        id, {"volume": Edit("12", "imported from a.bib"), "issue": Edit("1", "imported from a.bib")}
    )
    library.take_over(id, {"volume": Edit("13", "imported from b.bib")})
    assert library.edits(id) == {
        "volume": Edit("13", "imported from b.bib"),
        "issue": Edit("1", "imported from a.bib"),
    }


def test_a_value_that_is_refused_changes_nothing(library: Library, id: int) -> None:
    before = library.stamps()
    with pytest.raises(BadValue):
        library.edit(id, "date", "2021-02-31")
    assert library.stamps() == before


def test_an_article_that_is_not_there_is_said_so(library: Library) -> None:
    with pytest.raises(NoSuchPlace):
        library.edit(99, "title", "On tides")
    with pytest.raises(NoSuchPlace):
        library.edits(99)


def test_edits_go_with_their_article(library: Library, id: int) -> None:
    library.edit(id, "title", "On tides")
    library.remove(id)
    assert library._database.fetch("SELECT * FROM edits") == []


def test_a_damaged_edit_is_said_so_and_leaves_the_others_readable(library: Library, id: int) -> None:
    other = library.remember(tides(), "/other", size=1, mtime_ns=1).id
    library.edit(id, "title", "On tides")
    with library._database.changing() as connection:
        connection.execute("""UPDATE edits SET value = '{"year": 2021, "moon": 1}'""")
    for reading in (library.document, library.edits):
        with pytest.raises(ArticleDamaged, match="is damaged"):
            reading(id)
    assert [kept.id for kept in library.kept([id, other])] == [other]


def test_a_library_of_the_first_version_learns_to_keep_edits(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with Library(path) as library:
        id = library.remember(tides(), "/tides", size=1, mtime_ns=1).id
        with library._database.changing() as connection:
            for table in ("edits", "clips", "places", "earlier_texts", "outline_edits", "outlines"):
                connection.execute(f"DROP TABLE {table}")
            for column in ("place_of", "seen", "address", "encoding"):
                connection.execute(f"ALTER TABLE articles DROP COLUMN {column}")
            connection.execute("PRAGMA user_version = 1")
    with Library(path) as library:
        assert library.document(id).metadata == tides().metadata
        assert library.edit(id, "title", "On tides").title == "On tides"


def test_what_was_said_of_an_earlier_text_stays_and_is_doubted(library: Library, id: int) -> None:
    library.edit(id, "authors", "*He* Jing")
    library.remember(tides("The moon pulls harder."), "/tides", size=2, mtime_ns=2)
    assert library.document(id).metadata.sources["authors"] == READER
    other = tides("Locks open.")
    other = other._replace(metadata=other.metadata._replace(title="On Locks"))
    library.remember(other, "/tides", size=3, mtime_ns=3)
    metadata = library.document(id).metadata
    assert metadata.authors == (HE,)
    assert metadata.sources["authors"] == READER_EARLIER
    assert confidence(READER_EARLIER) == "guessed"
    library.edit(id, "authors", "*He* Jing")
    assert library.document(id).metadata.sources["authors"] == READER
