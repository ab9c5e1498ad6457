"""Marks and highlights in a library: kept, taken away, brought back, and found in what an article became."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.diff_text import diff_text
from corpus.document import Document
from corpus.draft import Draft
from corpus.errors import BadValue, LibraryUnavailable, NoSuchPlace
from corpus.finding_again.found import Found, State
from corpus.library import Library
from corpus.library.places import Changes, FoundPlace, Marked, changes
from corpus.opening import open_large, open_path
from corpus.outline import outline_of
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_of
from corpus.sidecars import stamp
from tests.clipping import passage

FLOOD = "The river had risen in the night, and nobody in the village had heard it come."
KEEPER = "The keeper of the lock wrote the new level into his book before he went to wake the others."
WALL = "By noon the water stood at the wall of the old churchyard, where the road turns to the mill."
CELLARS = "Nobody had thought of the cellars, in which the whole harvest of the year was lying."
LEVEL = "the new level into his book"


def text(*paragraphs: str, digest: str) -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph)
    return draft.document()._replace(digest=digest * 64)


FIRST = text(FLOOD, KEEPER, WALL, CELLARS, digest="1")


def part(words: str, document: Document = FIRST) -> Part:
    start = document.text.index(words)
    return part_of(Passage(document, outline_of(document), start, start + len(words)))


def texts(library: Library) -> list[str]:
    """The digests of the earlier texts that are kept."""
    return [
        digest[:1] for (digest,) in library._database.fetch("SELECT digest FROM earlier_texts ORDER BY 1")
    ]


def keep(library: Library, document: Document) -> int:
    size = len(document.text)
    return library.remember(document, "/river", size=size, mtime_ns=int(document.digest[:1], 16)).id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        keep(library, FIRST)
        yield library


def test_places_come_back_in_reading_order(library: Library) -> None:
    library.places.highlight(1, part(WALL))
    library.places.set_mark(1, "b", part(LEVEL))
    library.places.set_mark(1, "É", part("risen"))
    assert [(one.letter, one.part) for one in library.places.of(1)] == [
        ("é", part("risen")),
        ("b", part(LEVEL)),
        ("", part(WALL)),
    ]
    assert {(one.article, one.digest) for one in library.places.of(1)} == {(1, "1" * 64)}
    assert library.places.of(2) == ()


@pytest.mark.parametrize("letter", ["", "ab", "1", "'", "\x1b", "ß"])
def test_what_is_no_letter_is_refused(library: Library, letter: str) -> None:
    with pytest.raises(BadValue, match="one letter"):
        library.places.set_mark(1, letter, part(LEVEL))
    assert library.places.of(1) == ()


def test_where_there_are_no_words_or_no_article_nothing_is_kept(library: Library) -> None:
    with pytest.raises(NoSuchPlace, match="no words"):
        library.places.highlight(1, part(LEVEL)._replace(exact=""))
    with pytest.raises(NoSuchPlace, match="not in the library any more"):
        library.places.set_mark(7, "a", part(LEVEL))


def test_a_mark_goes_where_it_is_set_again_and_comes_back(library: Library) -> None:
    first = library.places.set_mark(1, "a", part(LEVEL))
    second = library.places.set_mark(1, "a", part("risen"))
    assert [one.id for one in library.places.of(1)] == [second]
    assert library.places.restore(1) == first
    assert [one.part for one in library.places.of(1)] == [part(LEVEL)]


def test_what_is_removed_comes_back_last_first_and_only_in_its_article(library: Library) -> None:
    other = library.remember(FIRST, "/other", size=1, mtime_ns=1).id
    ids = [library.places.highlight(1, part(words)) for words in (FLOOD, KEEPER, WALL)]
    elsewhere = library.places.highlight(other, part(FLOOD))
    for id in (ids[2], ids[0], elsewhere):
        library.places.remove(id)
    with pytest.raises(NoSuchPlace, match="already"):
        library.places.remove(ids[0])
    assert [one.id for one in library.places.of(1)] == [ids[1]]
    assert [library.places.restore(1) for _ in range(3)] == [ids[0], ids[2], None]
    assert [one.id for one in library.places.of(1)] == ids
    assert library.places.of(other) == ()


def test_only_so_many_that_were_removed_are_remembered(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.library.places._REMEMBERED", 2)
    ids = [library.places.highlight(1, part(words)) for words in (FLOOD, KEEPER, WALL)]
    for id in ids:
        library.places.remove(id)
    assert [library.places.restore(1) for _ in range(3)] == [ids[2], ids[1], None]


def test_they_go_with_their_article(library: Library) -> None:
    library.places.highlight(1, part(WALL))
    library.remove(1)
    assert library._database.fetch("SELECT * FROM places") == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("part", "'{'"),
        ("part", "'[]'"),
        ("part", "'[1, 2]'"),
        ("part", "x'ff00'"),
        ("part", "CAST(x'ff80' AS TEXT)"),
        ("letter", "'ab'"),
        ("part", "replace(part, 'exact', 'inexact')"),
    ],
)
def test_a_damaged_place_leaves_the_others(library: Library, column: str, value: str) -> None:
    library.places.highlight(1, part(WALL))
    damaged = library.places.highlight(1, part(LEVEL))
    with library._database.changing() as connection:
        connection.execute(f"UPDATE places SET {column} = {value} WHERE id = ?", (damaged,))
    assert [one.part for one in library.places.of(1)] == [part(WALL)]
    assert [one.found.state for one in library.places.found(1, FIRST)] == [State.SAME]


# The texts that they stand on --------------------------------------------------------------------


def test_a_text_is_kept_as_long_as_a_place_stands_on_it(library: Library) -> None:
    keep(library, text(FLOOD, KEEPER, digest="2"))
    assert texts(library) == []
    later = text(FLOOD, KEEPER, digest="2")
    library.places.highlight(1, part(LEVEL, later))
    keep(library, text(FLOOD, digest="3"))
    keep(library, text(FLOOD, WALL, digest="4"))
    assert texts(library) == ["2"]
    library.remove(1)
    assert texts(library) == []


def test_a_text_is_kept_as_long_as_a_clip_stands_on_it(library: Library) -> None:
    from corpus.clip import clip_of

    id = library.clips.add(clip_of([passage(FIRST, LEVEL)], source="/river", article=1))
    library.remove(1)
    assert texts(library) == ["1"]
    library.clips.remove(id)
    assert texts(library) == ["1"]  # it may come back
    library.clips.restore()
    keep(library, text(FLOOD, KEEPER.replace("new", "last"), digest="2"))
    (verified,) = library.clips.verified()
    assert verified.state is State.EDITED


def test_a_text_that_the_library_has_not_got_any_more_is_kept_with_the_place(library: Library) -> None:
    second = text(FLOOD, KEEPER.replace("new", "last"), digest="2")
    keep(library, second)
    library.places.highlight(1, part(LEVEL), FIRST)
    assert texts(library) == ["1"]
    (stands,) = library.places.found(1, second)
    assert diff_text(stands.found.diff) == "the [-new-] {+last+} level into his book"


def test_a_place_is_compared_with_the_very_text_that_it_was_taken_from(library: Library) -> None:
    library.places.set_mark(1, "a", part(KEEPER))
    keep(library, text(KEEPER.replace("level", "height"), WALL, digest="2"))
    third = text(WALL, KEEPER.replace("new level", "last height"), digest="3")
    keep(library, third)
    (stands,) = library.places.found(1, third)
    assert stands.found.state is State.EDITED
    assert stands.found.span is not None
    assert third.text[slice(*stands.found.span)] == KEEPER.replace("new level", "last height")
    assert "the [-new level-] {+last height+} into his book" in diff_text(stands.found.diff)


def test_where_the_text_is_as_it_was_every_place_is_the_same(library: Library) -> None:
    for words in (FLOOD, LEVEL, WALL, "the"):
        library.places.highlight(1, part(words))
    assert {one.found.state for one in library.places.found(1, FIRST)} == {State.SAME}
    keep(library, text(FLOOD, digest="2"))
    keep(library, FIRST)
    assert {one.found.state for one in library.places.found(1, library.document(1))} == {State.SAME}


def test_a_text_that_is_read_otherwise_out_of_the_same_bytes_is_another(library: Library) -> None:
    library.places.highlight(1, part(LEVEL))
    with library._database.changing() as connection:
        # An older Pincite read it.
        connection.execute("UPDATE documents SET packed = 'PNC' || x'01' || substr(packed, 5)")
        packed = connection.execute("SELECT cast(packed AS BLOB) FROM documents").fetchone()[0]
        connection.execute("UPDATE documents SET packed = ?", (packed,))
    read_anew = text(WALL, FLOOD, KEEPER, digest="1")
    keep(library, read_anew)
    assert texts(library) == ["1"]
    library.places.highlight(1, part(FLOOD, read_anew))
    for stands in library.places.found(1, read_anew):
        assert stands.found.span is not None
        assert read_anew.text[slice(*stands.found.span)] == stands.marked.part.exact


def test_a_damaged_earlier_text_is_done_without(library: Library) -> None:
    library.places.highlight(1, part(LEVEL))
    second = text(WALL, KEEPER, digest="2")
    keep(library, second)
    with library._database.changing() as connection:
        connection.execute("UPDATE earlier_texts SET packed = x'00'")
    (stands,) = library.places.found(1, second)
    assert stands.found.span is not None
    assert second.text[slice(*stands.found.span)] == LEVEL


# Accepting ---------------------------------------------------------------------------------------


def test_what_was_found_becomes_the_place_when_it_is_accepted(library: Library) -> None:
    id = library.places.set_mark(1, "a", part(LEVEL))
    second = text(FLOOD, KEEPER.replace("new", "last"), digest="2")
    keep(library, second)
    (stands,) = library.places.found(1, second)
    accepted = library.places.accept(id, stands.found, second)
    assert (accepted.letter, accepted.part.exact, accepted.digest) == (
        "a",
        "the last level into his book",
        "2" * 64,
    )
    assert [one.found.state for one in library.places.found(1, second)] == [State.SAME]
    ((earlier,),) = library._database.fetch("SELECT earlier FROM places")
    (before,) = json.loads(earlier)
    assert before["part"] == part(LEVEL).plain()
    assert before["digest"] == "1" * 64
    assert texts(library) == []


def test_what_is_damaged_of_its_history_does_not_keep_a_place_from_being_accepted(library: Library) -> None:
    id = library.places.highlight(1, part(LEVEL))
    with library._database.changing() as connection:
        connection.execute("UPDATE places SET earlier = '['")
    with pytest.raises(NoSuchPlace, match="no words at this place"):
        library.places.accept(id, Found(State.EDITED, (len(FLOOD), len(FLOOD) + 2)), FIRST)
    accepted = library.places.accept(id, Found(State.EDITED, (0, len(FLOOD))), FIRST)
    assert [one.part for one in library.places.of(1)] == [accepted.part] == [part(FLOOD)]


def test_what_was_not_found_cannot_be_accepted(library: Library) -> None:
    id = library.places.highlight(1, part(LEVEL))
    with pytest.raises(NoSuchPlace, match="nothing to accept"):
        library.places.accept(id, Found(State.LOST), FIRST)
    library.places.remove(id)
    with pytest.raises(NoSuchPlace, match="already"):
        library.places.accept(id, Found(State.SAME, (0, 9)), FIRST)


def test_a_failed_write_is_said_and_changes_nothing(library: Library) -> None:
    library.places.highlight(1, part(LEVEL))
    library._database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryUnavailable, match="readonly"):
        library.places.highlight(1, part(WALL))
    assert [one.part for one in library.places.of(1)] == [part(LEVEL)]


# What changed ------------------------------------------------------------------------------------


def test_changes_are_counted_in_words() -> None:
    def stands(state: State) -> FoundPlace:
        return FoundPlace(Marked(1, 1, "", part(LEVEL), "", ""), Found(state))

    assert changes(map(stands, State)) == Changes(1, 1, 1, 1)
    assert changes(map(stands, State)).counted == "1 place moved, 1 edited, 1 in doubt, 1 lost"
    assert Changes(edited=3).counted == "3 places edited"
    assert not changes([stands(State.SAME)])
    assert changes([]).counted == ""


# Large texts -------------------------------------------------------------------------------------


def test_in_a_large_text_they_are_found_before_it_is_read_through(tmp_path: Path) -> None:
    days = [f"{KEEPER} That was day {day} of the flood, the {day + 7}th of the year." for day in range(2_000)]
    path = tmp_path / "large.txt"
    with Library(tmp_path / "other.sqlite") as library:
        path.write_text("\n\n".join(days))
        size, mtime_ns = stamp(path, path.stat())
        kept = open_path(path)
        id = library.remember(kept, str(path), size=size, mtime_ns=mtime_ns).id
        whole = open_large(path)
        assert whole is not None
        for day in (3, 900, 1_999):
            library.places.highlight(id, part(f"day {day} of the flood", kept), whole)
        stands = library.places.found(id, whole)
        assert [one.found.state for one in stands] == [State.SAME] * 3
        assert {one.marked.digest for one in stands} == {kept.digest}
        path.write_text("\n\n".join(["Nobody spoke.", *days[:900], *days[901:]]))
        changed = open_large(path)
        assert changed is not None
        first, gone, last = (one.found for one in library.places.found(id, changed))
        for found, day in ((first, 3), (last, 1_999)):
            assert found.span is not None
            assert changed.text[slice(*found.span)] == f"day {day} of the flood"
        assert gone.state in (State.LOST, State.AMBIGUOUS)
