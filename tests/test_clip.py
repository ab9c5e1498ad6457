"""Clips: what they keep, the order they have, and what becomes of them without their article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.citation import cite, style_named
from corpus.citation.place import Place
from corpus.citation.quoting import quoted
from corpus.clip import clip_of, note_and_tags, tags_of
from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.excerpts.works import works_of
from corpus.library import Library
from corpus.outline import Outline
from corpus.passages.passage import Passage
from tests.clipping import SENTENCES, kept, marked, passage, river
from tests.works import BOOK, NEWS
from tui.tray import Tray


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


def words(library: Library) -> list[str]:
    return [clip.words for clip in library.clips.listed().clips]


def filled(library: Library, count: int) -> list[int]:
    return [library.clips.add(kept(f"Clip {number}.")) for number in range(count)]


# What a clip keeps -------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["chicago", "apa", "pandoc"])
@pytest.mark.parametrize(
    ("document", "some"),
    [
        (river(metadata=NEWS), SENTENCES[1]),
        (river(metadata=NEWS), "level into his book. Nobody had"),
        (river("He said “no”. He said “a little", "later” and left."), "said “a little"),
        (marked(), "rivers run to the sea.\nthe Rhine\nthe Seine"),
        (marked(), "All rivers"),
    ],
)
def test_it_is_quoted_as_the_article_is(library: Library, document: Document, some: str, style: str) -> None:
    taken = passage(document, some)
    library.clips.add(clip_of([taken]))
    (clip,) = library.clips.listed().clips
    chosen = style_named(style)
    again = quoted(clip.passages, chosen.write("cite", clip.cited).phrase, chosen.quotation)
    assert again.phrase.marked == cite(document.metadata, taken, style).quoted.marked


def test_parts_are_kept_in_reading_order_and_joined_with_what_was_left_out(library: Library) -> None:
    document = river(*SENTENCES)
    taken = [passage(document, SENTENCES[3]), passage(document, SENTENCES[0]), passage(document, "ever read")]
    library.clips.add(clip_of(taken))
    (clip,) = library.clips.listed().clips
    assert [part.exact for part in clip.parts] == [SENTENCES[0], "ever read", SENTENCES[3]]
    assert clip.place.counted == (1, 4)
    chosen = style_named("chicago")
    again = quoted(clip.passages, chosen.write("cite", clip.cited).phrase, chosen.quotation)
    assert again.phrase.plain == cite(document.metadata, taken, "chicago").text


def test_of_a_block_no_more_is_kept_than_quoting_asks_for() -> None:
    document = river("word " * 4_000 + "The end is near. " + "word " * 4_000)
    clip = clip_of([passage(document, "The end is near.")])
    assert len(clip.extract.text) < 7_000
    assert clip.passages[0].text == "The end is near."


@given(st.lists(st.text("ab \n", max_size=9), min_size=1, max_size=4), st.data())
def test_whatever_is_taken_its_words_stand_in_the_extract(texts: list[str], data: st.DataObject) -> None:
    document = river(*texts)
    bounds = st.integers(0, len(document.text))
    passages = []
    for _ in range(data.draw(st.integers(1, 3))):
        start, end = sorted((data.draw(bounds), data.draw(bounds)))
        if document.text[start:end].strip():
            passages.append(Passage(document, Outline(()), start, end))
    if not passages:
        return
    clip = clip_of(passages)
    assert [one.text for one in clip.passages] == [part.exact for part in clip.parts]
    assert [document.text[part.start : part.end] for part in clip.parts] == [p.exact for p in clip.parts]


def test_there_is_no_clip_without_words() -> None:
    document = river("a b")
    with pytest.raises(NoSuchPlace, match="no words here"):
        clip_of([passage(document, " ")])


@pytest.mark.parametrize(
    ("typed", "note", "tags"),
    [
        ("", "", ()),
        ("rises twice #flood #law", "rises twice", ("flood", "law")),
        ("#flood, #Flood", ",", ("flood",)),
        ("see #5 and C#", "see #5 and C#", ()),
        ("#洪水 high", "high", ("洪水",)),
        ("a\x1b]0;x\x07b\n#x", "a␛]0;x␇b", ("x",)),
    ],
)
def test_a_note_is_parted_from_its_tags(typed: str, note: str, tags: tuple[str, ...]) -> None:
    assert note_and_tags(typed) == (note, tags)


def test_tags_are_words_each_once() -> None:
    assert tags_of(["#flood,law", "Flood", "", "#"]) == ("flood", "law")


# In the library ----------------------------------------------------------------------------------


def test_a_clip_comes_back_as_it_was_kept(library: Library) -> None:
    clip = kept(work=NEWS, place=Place(pages=("4", "5"), counted=(1, 2)), tags=["a"], note="n", source="/x")
    id = library.clips.add(clip)
    (again,) = library.clips.listed().clips
    assert (again.id, again.extract.text, again.added > "2") == (id, clip.extract.text, True)
    assert again._replace(id=0, added="", extract=clip.extract) == clip


def test_it_survives_its_article_and_finds_it_again_by_its_path(library: Library) -> None:
    article = library.remember(river(metadata=NEWS), "/river", size=1, mtime_ns=1)
    clip = clip_of([passage(river(metadata=NEWS), SENTENCES[0])], source="/river", article=article.id)
    library.clips.add(clip)
    library.remove(article.id)
    (left,) = library.clips.listed().clips
    assert (left.article, left.metadata, left.words) == (None, NEWS, SENTENCES[0])
    added = library.remember(river(), "/river", size=1, mtime_ns=1)
    assert [one.article for one in library.clips.listed().clips] == [added.id]


def test_a_clip_of_an_article_that_was_removed_while_it_was_read_is_kept(library: Library) -> None:
    library.clips.add(kept()._replace(article=7))
    assert library.clips.listed().clips[0].article is None


def test_the_metadata_of_an_article_are_as_they_are_now(library: Library) -> None:
    article = library.remember(river(), "/river", size=1, mtime_ns=1)
    library.clips.add(clip_of([passage(river(), SENTENCES[0])], source="/river", article=article.id))
    library.remember(river(metadata=NEWS), "/river", size=1, mtime_ns=2)
    assert library.clips.listed().clips[0].metadata == NEWS


def test_a_clip_is_not_cited_as_another_article_that_took_the_place_of_its_file(library: Library) -> None:
    old, new = river(metadata=NEWS), river("The moon fell.", metadata=BOOK)._replace(digest="b" * 64)
    for document, words in ((old, SENTENCES[0]), (new, "moon fell")):
        article = library.remember(document, "/page", size=1, mtime_ns=1)
        taken = passage(document, words)
        library.clips.add(clip_of([taken], source="/page", article=article.id))
    first, second = library.clips.listed().clips
    assert (first.metadata, first.article, second.metadata) == (NEWS, None, BOOK)
    assert len(works_of([first, second])) == 2


def test_a_clip_whose_words_were_changed_in_the_same_article_is_cited_as_that_is_now(
    library: Library,
) -> None:
    article = library.remember(river(metadata=NEWS), "/page", size=1, mtime_ns=1)
    library.clips.add(
        clip_of([passage(river(metadata=NEWS), SENTENCES[0])], source="/page", article=article.id)
    )
    library.remember(river("It fell.", metadata=NEWS)._replace(digest="b" * 64), "/page", size=2, mtime_ns=2)
    library.edit(article.id, "publisher", "Gauge")
    assert library.clips.listed().clips[0].metadata.publisher == "Gauge"


def test_a_clip_whose_words_were_changed_in_an_article_without_metadata_is_still_of_it(
    library: Library,
) -> None:
    before = river("On Rivers", " ".join(SENTENCES))
    article = library.remember(before, "/page", size=1, mtime_ns=1)
    library.clips.add(clip_of([passage(before, SENTENCES[1])], source="/page", article=article.id))
    for first, words in (("On Rivers", "wrote it down"), ("On Water", "noted the level in his book")):
        after = river(first, f"{SENTENCES[0]} The keeper of the lock {words}. {SENTENCES[2]}")
        library.remember(after._replace(digest=first[-1] * 64), "/page", size=2, mtime_ns=2)
        assert library.clips.listed().clips[0].article == article.id
    library.remember(river("The moon fell.")._replace(digest="d" * 64), "/page", size=3, mtime_ns=3)
    assert library.clips.listed().clips[0].article is None


def test_a_clip_that_was_removed_while_it_is_copied_is_cited_as_itself(library: Library) -> None:
    for work in (NEWS, BOOK):
        library.clips.add(kept(work=work))
    tray = Tray(library.clips, "chicago")
    first = tray.clips[0]
    tray.remove(first)
    assert NEWS.title in tray.copied(first).text
    assert BOOK.title not in tray.copied(first).text


def test_what_the_reader_corrects_later_is_cited(library: Library) -> None:
    article = library.remember(river(), "/river", size=1, mtime_ns=1)
    library.clips.add(clip_of([passage(river(), SENTENCES[0])], source="/river", article=article.id))
    library.edit(article.id, "title", "On Rivers")
    assert library.clips.listed().clips[0].metadata.title == "On Rivers"


def test_what_was_corrected_when_a_clip_was_kept_outlives_the_article(library: Library) -> None:
    article = library.remember(river(), "/river", size=1, mtime_ns=1)
    library.edit(article.id, "title", "On Rivers")
    taken = passage(library.document(article.id), SENTENCES[0])
    library.clips.add(clip_of([taken], source="/river", article=article.id))
    library.remove(article.id)
    assert library.clips.listed().clips[0].metadata.title == "On Rivers"


def test_what_is_removed_comes_back_to_where_it_stood(library: Library) -> None:
    first, second, third = filled(library, 3)
    library.clips.remove(second, first)
    library.clips.move(third, -1)
    assert library.clips.count() == 1
    assert [library.clips.restore() for _ in range(3)] == [first, second, None]
    assert words(library) == ["Clip 0.", "Clip 1.", "Clip 2."]


def test_of_what_was_removed_long_ago_nothing_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.library.clips._REMEMBERED", 2)
    ids = filled(library, 4)
    library.clips.remove(*ids)
    assert [library.clips.restore() for _ in range(3)] == [ids[3], ids[2], None]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(["move", "remove", "restore"]), st.integers(0, 4), st.booleans())))
def test_whatever_is_done_the_order_is_one_of_the_same_clips(
    tmp_path: Path, steps: list[tuple[str, int, bool]]
) -> None:
    path = tmp_path / "steps.sqlite"
    path.unlink(missing_ok=True)
    with Library(path) as library:
        ids = filled(library, 5)
        removed: list[int] = []
        order = list(ids)
        for step, number, on in steps:
            id = ids[number]
            if step == "restore":
                assert library.clips.restore() == (removed.pop() if removed else None)
            elif id in removed:
                with pytest.raises(NoSuchPlace):
                    library.clips.move(id, 1) if step == "move" else library.clips.remove(id)
            elif step == "remove":
                library.clips.remove(id)
                removed.append(id)
            else:
                library.clips.move(id, 1 if on else -1)
            order = [clip.id for clip in library.clips.listed().clips]
            assert sorted(order) == sorted(set(ids) - set(removed))
        for _ in removed:
            library.clips.restore()
        assert sorted(clip.id for clip in library.clips.listed().clips) == sorted(ids)
        assert order == [id for id in [clip.id for clip in library.clips.listed().clips] if id in order]


def test_at_the_ends_there_is_nothing_to_change_places_with(library: Library) -> None:
    first, last = filled(library, 2)
    assert not library.clips.move(first, -1)
    assert not library.clips.move(last, 1)
    assert library.clips.move(first, 1)
    assert words(library) == ["Clip 1.", "Clip 0."]


def test_a_note_of_any_length_is_kept_and_none_of_its_control_characters(library: Library) -> None:
    (id,) = filled(library, 1)
    library.clips.annotate(id, note="\x1b[2J" + "long " * 20_000, tags=["\x07a", "b"])
    (clip,) = library.clips.listed().clips
    assert clip.note.startswith("␛[2Jlong long")
    assert len(clip.note) > 99_000
    assert clip.tags == ("␇a", "b")
    library.clips.annotate(id, tags=[])
    assert library.clips.listed().clips[0].note == clip.note


@pytest.mark.parametrize(
    "change", [lambda c: c.annotate(9, note="x"), lambda c: c.move(9, 1), lambda c: c.remove(9)]
)
def test_a_clip_that_is_not_there_is_said_so(library: Library, change: object) -> None:
    assert callable(change)
    with pytest.raises(NoSuchPlace, match="no clip 9"):
        change(library.clips)


def test_of_several_to_remove_all_or_none_are(library: Library) -> None:
    first, second = filled(library, 2)
    with pytest.raises(NoSuchPlace):
        library.clips.remove(first, 99, second)
    assert len(words(library)) == 2


DAMAGE: dict[str, list[str | bytes]] = {
    "parts": ["", "{}", "[]", "[1]", '[{"selector": []}]', "[" * 5_000],
    "place": [
        "",
        "[]",
        '{"counted": [1]}',
        '{"pages": 5}',
        '{"pages": [4, 5]}',
        '{"numbers": "ab"}',
        '{"heading": 5}',
        '{"notes": [5]}',
        '{"heading": {}}',
        "null",
    ],
    "tags": ["", "5", "[5]", '{"a": 1}'],
    "article": [b"x"],
    "packed": [b"", b"PNC\x01", "text"],
}


@pytest.mark.parametrize(
    ("column", "value"), [(name, value) for name, some in DAMAGE.items() for value in some]
)
def test_a_damaged_clip_leaves_the_others_readable(
    library: Library, tmp_path: Path, column: str, value: object
) -> None:
    filled(library, 3)
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    connection.execute(f"UPDATE clips SET {column} = ? WHERE id = 2", (value,))
    connection.commit()
    connection.close()
    listed = library.clips.listed()
    assert ([clip.words for clip in listed.clips], listed.damaged) == (["Clip 0.", "Clip 2."], 1)


@pytest.mark.parametrize(
    "damage",
    ["parts = replace(parts, '\"taken\":[0', '\"taken\":[0.5')", "parts = CAST(x'ff80' AS TEXT)"],
)
def test_offsets_and_bytes_that_are_none_damage_one_clip_alone(
    library: Library, tmp_path: Path, damage: str
) -> None:
    filled(library, 3)
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    connection.execute(f"UPDATE clips SET {damage} WHERE id = 2")
    connection.commit()
    connection.close()
    listed = library.clips.listed()
    assert ([clip.words for clip in listed.clips], listed.damaged) == (["Clip 0.", "Clip 2."], 1)


def test_what_was_written_into_the_file_by_others_comes_out_harmless(
    library: Library, tmp_path: Path
) -> None:
    filled(library, 1)
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    bad = "\x1b]0;x\x07"
    connection.execute(
        "UPDATE clips SET title = ?1, note = ?1, added = ?1, tags = '[\"a\\u001b\"]',"
        " parts = replace(parts, 'Clip 0.', 'Clip\\u001b.'),"
        ' place = replace(place, \'"heading":""\', \'"heading":"\\u001b"\')',
        (bad,),
    )
    connection.commit()
    connection.close()
    (clip,) = library.clips.listed().clips
    shown = (clip.title, clip.note, clip.added, *clip.tags, clip.words, clip.place.heading)
    assert all(text.isprintable() and text for text in shown), shown
