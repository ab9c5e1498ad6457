"""What readers make of outlines, in a library: kept, undone, and found in what an article became."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.draft import Draft
from corpus.edited_outline import OutlineEdit, edited, part_at
from corpus.errors import BadValue, NoSuchPlace
from corpus.library import Library
from corpus.library.outline_edits import FoundEdits, KeptEdit, title_of
from corpus.opening import LARGE, open_large
from corpus.outline import outline_of
from tui.sitting_outlines import SittingOutlines

FLOOD = "The river had risen in the night, and nobody in the village had heard it come."
KEEPER = "The keeper of the lock wrote the new level into his book before he went to wake the others."
WALL = "By noon the water stood at the wall of the old churchyard, where the road turns to the mill."
CELLARS = "Nobody had thought of the cellars, in which the whole harvest of the year was lying."


def text(*paragraphs: str, digest: str) -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph)
    return draft.document()._replace(digest=digest * 64)


FIRST = text(FLOOD, KEEPER, WALL, CELLARS, digest="1")


def named(words: str, title: str, document: Document = FIRST) -> KeptEdit:
    start = document.text.index(words)
    return KeptEdit(OutlineEdit("renamed", start, title, 1, words[:9]), part_at(document, start))


def keep(library: Library, document: Document) -> int:
    size = len(document.text)
    return library.remember(document, "/river", size=size, mtime_ns=int(document.digest[:1], 16)).id


def titles(library: Library, document: Document) -> list[str]:
    found = library.outline_edits.found(1, document)
    return [
        one.title for one in edited(document, outline_of(document), found.edits).sections if one.by_reader
    ]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        keep(library, FIRST)
        yield library


def test_what_was_made_comes_back_in_the_order_in_which_it_was_made(library: Library) -> None:
    assert not library.article(1).has_outline_edits
    for one in (named(WALL, "Noon"), named(FLOOD, "Night"), named(WALL, "Midday")):
        library.outline_edits.add(1, one, FIRST)
    assert [kept.edit.title for kept in library.outline_edits.of(1)] == ["Noon", "Night", "Midday"]
    assert library.outline_edits.of(1)[1] == named(FLOOD, "Night")._replace(digest="1" * 64)
    assert titles(library, FIRST) == ["Night", "Midday"]
    assert library.article(1).has_outline_edits
    assert library.outline_edits.of(2) == ()


def test_it_is_undone_and_made_again_until_something_else_is_made(library: Library) -> None:
    edits = library.outline_edits
    for one in (named(FLOOD, "Night"), named(WALL, "Noon")):
        edits.add(1, one, FIRST)
    assert edits.redo(1) is None
    assert [(edit.title if edit else "") for edit in (edits.undo(1), edits.undo(1), edits.undo(1))] == [
        *("Noon", "Night", "")
    ]
    assert titles(library, FIRST) == []
    assert edits.redo(1) == named(FLOOD, "Night").edit
    edits.add(1, named(CELLARS, "Harvest"), FIRST)
    assert edits.redo(1) is None
    assert titles(library, FIRST) == ["Night", "Harvest"]


def test_where_there_are_no_words_or_no_article_nothing_is_kept(library: Library) -> None:
    one = named(FLOOD, "Night")
    with pytest.raises(NoSuchPlace, match="no words"):
        library.outline_edits.add(1, one._replace(part=one.part._replace(exact="")), FIRST)
    with pytest.raises(NoSuchPlace, match="not in the library any more"):
        library.outline_edits.add(7, one, FIRST)


def test_it_is_found_in_what_the_article_became(library: Library) -> None:
    for one in (named(KEEPER, "Alarm"), named(WALL, "Noon"), named(CELLARS, "Harvest")):
        library.outline_edits.add(1, one, FIRST)
    # One before it, one in other words, one that is gone.
    now = text("A mill stood there.", FLOOD, KEEPER.replace("The keeper", "Our keeper"), WALL, digest="2")
    for _ in range(2):  # the second time the library has the new text, too
        assert library.outline_edits.standing(1, now) == FoundEdits((), 3)
        found = library.outline_edits.found(1, now)
        starts = [now.text.index(words) for words in ("Our keeper", WALL)]
        assert ([edit.start for edit in found.edits], found.lost) == (starts, 1)
        assert titles(library, now) == ["Alarm", "Noon"]
        assert found.said_of_lost.startswith("One change to this outline is kept but not made")
        keep(library, now)
    keep(library, FIRST)
    assert titles(library, FIRST) == ["Alarm", "Noon", "Harvest"]


def test_for_a_sitting_it_is_found_likewise() -> None:
    sitting = SittingOutlines()
    for one in (named(KEEPER, "Alarm"), named(CELLARS, "Harvest")):
        sitting.add("river", one, FIRST)
    now = text("A mill stood there.", FLOOD, KEEPER, WALL, digest="2")
    assert sitting.found("river", now).lost == 1
    assert [edit.start for edit in sitting.found("river", now).edits] == [now.text.index(KEEPER)]
    assert sitting.undo("river") == named(CELLARS, "Harvest").edit
    assert sitting.found("river", FIRST) == FoundEdits((named(KEEPER, "Alarm").edit,))
    assert sitting.found("lake", FIRST) == FoundEdits()
    assert [kept for kept, _ in sitting.take("river")] == [named(KEEPER, "Alarm")]
    assert sitting.redo("river") is None


def test_the_text_is_kept_that_it_stands_on_and_goes_with_it(library: Library) -> None:
    library.outline_edits.add(1, named(KEEPER, "Alarm"), FIRST)
    keep(library, text(FLOOD, digest="2"))
    assert library._database.fetch("SELECT digest FROM earlier_texts") == [("1" * 64,)]
    library.remove(1)
    assert (
        library._database.fetch("SELECT * FROM earlier_texts UNION ALL SELECT id, part FROM outline_edits")
        == []
    )


def test_what_was_made_of_a_text_that_the_library_has_not_yet_is_found_by_that(library: Library) -> None:
    now = text("A mill stood there.", FLOOD, KEEPER, digest="2")
    library.outline_edits.add(1, named(KEEPER, "Alarm", now), now)
    assert library.outline_edits.of(1)[0].digest == now.digest
    assert titles(library, FIRST) == ["Alarm"]


def test_of_a_large_text_it_is_found_at_once(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("\n\n".join(f"{n}. {KEEPER}" for n in range(LARGE // len(KEEPER))), encoding="utf-8")
    large = open_large(path)
    assert large is not None
    start = large.block_near(len(large.text) // 2).start
    library.outline_edits.add(
        1, KeptEdit(OutlineEdit("added", start, "Halfway"), part_at(large, start)), large
    )
    found = library.outline_edits.standing(1, large)
    assert ([edit.start for edit in found.edits], found.lost) == ([start], 0)


@pytest.mark.parametrize("column", ["change", "part", "level"])
def test_what_is_damaged_is_left_out(library: Library, column: str) -> None:
    for one in (named(FLOOD, "Night"), named(WALL, "Noon")):
        library.outline_edits.add(1, one, FIRST)
    with library._database.changing() as connection:
        connection.execute(f"UPDATE outline_edits SET {column} = '[{{' WHERE id = 1")
    assert titles(library, FIRST) == ["Noon"]


def test_a_title_is_one_harmless_line_of_some_length() -> None:
    assert title_of("  The\tkeeper’s \x1b[31mbook\u202e ") == "The keeper’s ␛[31mbook⟨RLO⟩"
    assert title_of("x" * 300) == "x" * 300
    with pytest.raises(BadValue, match="300 characters; this one has 301"):
        title_of("x" * 301)


def test_what_is_damaged_is_not_undone_in_place_of_what_was_made(library: Library) -> None:
    edits = library.outline_edits
    for one in (named(FLOOD, "Night"), named(WALL, "Noon"), named(CELLARS, "Harvest")):
        edits.add(1, one, FIRST)
    with library._database.changing() as connection:
        connection.execute("UPDATE outline_edits SET part = '[' WHERE id <> 1")
    assert edits.undo(1) == named(FLOOD, "Night").edit
    assert edits.undo(1) is None
    assert edits.redo(1) == named(FLOOD, "Night").edit
    assert edits.redo(1) is None
    assert titles(library, FIRST) == ["Night"]
