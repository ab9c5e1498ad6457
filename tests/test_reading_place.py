"""Where one left off, in a text that changed meanwhile: the first frame stands there already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.draft import Draft
from corpus.home import Home
from corpus.library import Library
from corpus.library.reading_place import found_again
from corpus.opening import open_path
from corpus.sidecars import stamp
from tests.reading import press, reading, screen, write
from tui.article import OpenArticle
from tui.first_frame import FirstScreen
from tui.opening import from_library, open_target

WORDS = ("lock", "river", "gate", "night", "stone", "boat", "keeper", "level", "book", "wall", "mill", "road")
PARAGRAPHS = tuple(
    f"In the {WORDS[n]} of {1900 + n} the {WORDS[n - 5]} stood by the {WORDS[n - 3]}, and the"
    f" {WORDS[n - 7]} was never seen again by the {WORDS[n - 1]} of {2000 - n}."
    for n in range(len(WORDS))
)


def text(*paragraphs: str, digest: str = "") -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph)
    return draft.document()._replace(digest=digest * 64)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(Home.here().library) as library:
        yield library


def take(library: Library, path: Path, *paragraphs: str) -> int:
    """Write a file and take it into the library."""
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    size, mtime_ns = stamp(path, path.stat())
    return library.remember(open_path(path), str(path), size=size, mtime_ns=mtime_ns).id


def at(article: OpenArticle) -> str:
    """The words where reading begins."""
    return article.document.text[article.offset :][:40]


# In the text alone -------------------------------------------------------------------------------

_KEPT = st.lists(st.booleans(), min_size=len(PARAGRAPHS), max_size=len(PARAGRAPHS))
_ADDED = st.lists(st.sampled_from(["Water.", "It rained for nine days.", "Nobody spoke."]), max_size=4)


@given(_KEPT, _ADDED, st.integers(0, len(PARAGRAPHS) - 1), st.integers(0, 30))
def test_a_paragraph_that_is_still_there_is_found_to_the_letter(
    kept: list[bool], added: list[str], read: int, into: int
) -> None:
    left = [one for number, one in enumerate(PARAGRAPHS) if kept[number] or number == read]
    before, after = text(*PARAGRAPHS), text(*added, *left)
    place = before.text.index(PARAGRAPHS[read]) + into
    assert after.text[found_again(place, before, after) :].startswith(PARAGRAPHS[read][into:])


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=6), st.integers(0, 2_000))
def test_it_is_always_a_place_in_the_text(paragraphs: list[str], place: int) -> None:
    before, after = text(*PARAGRAPHS), text(*paragraphs)
    assert 0 <= found_again(place, before, after) <= len(after.text)


def test_for_a_paragraph_that_is_gone_it_is_what_stands_there_now() -> None:
    before = text(*PARAGRAPHS)
    place = before.text.index(PARAGRAPHS[4]) + 9
    gone = text("Nobody spoke.", *PARAGRAPHS[:4], *PARAGRAPHS[5:])
    assert gone.text[found_again(place, before, gone) :].startswith(PARAGRAPHS[5])
    cut_short = text("Nobody spoke.", *PARAGRAPHS[:4])
    assert found_again(place, before, cut_short) == len(cut_short.text)


def test_in_the_same_text_it_stays_where_it_was() -> None:
    document = text("Again.", "Again.", "Again.")
    assert [found_again(place, document, document) for place in (0, 8, 12, 99)] == [0, 8, 12, 22]


# In the library ----------------------------------------------------------------------------------


def test_a_renewed_article_is_left_off_at_the_same_words(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    library.keep_place(id, library.text(id).index(PARAGRAPHS[6]))
    take(library, path, "Nobody spoke.", *PARAGRAPHS[2:])
    known = library.article(id)
    assert library.text(id)[known.place :].startswith(PARAGRAPHS[6])


def test_a_place_in_a_text_that_is_not_kept_yet_is_not_moved_again(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    path.write_text("\n\n".join(("Nobody spoke.", *PARAGRAPHS)))
    newer = open_path(path)
    place = newer.text.index(PARAGRAPHS[6])
    library.keep_place(id, place, newer.digest)
    assert library.place_in(id, newer) == place
    take(library, path, "Nobody spoke.", *PARAGRAPHS)
    assert library.article(id).place == place
    library.keep_place(id, 3, newer.digest)
    assert library.place_in(id, newer) == library.article(id).place == 3


def test_a_place_beyond_the_kept_text_is_in_it_for_who_lists_it(library: Library, tmp_path: Path) -> None:
    id = take(library, tmp_path / "river.txt", "Water.")
    library.keep_place(id, 10_000, "f" * 64)
    assert (library.article(id).place, library.article(id).read) == (6, 1.0)
    library.keep_place(id, -4)
    assert library.article(id).place == 0


def test_where_the_kept_text_is_damaged_the_place_is_what_it_was(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    library.keep_place(id, 40)
    with library._database.changing() as connection:
        connection.execute("UPDATE documents SET packed = x'00'")
    take(library, path, "Nobody spoke.", *PARAGRAPHS)
    assert library.article(id).place == 40
    assert library.place_in(99, open_path(path)) == 0


def test_where_the_reader_goes_on_while_a_file_is_read_he_is_not_sent_back(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    library.keep_place(id, library.text(id).index(PARAGRAPHS[6]))
    on = library.text(id).index(PARAGRAPHS[9])

    def meanwhile(*given: object) -> int:
        monkeypatch.undo()
        library.keep_place(id, on)
        return found_again(*given)  # type: ignore[arg-type]

    home = Home.here()
    monkeypatch.setattr("corpus.library.reading_place.found_again", meanwhile)
    monkeypatch.setenv("PINCITE_HOME", str(home.library.parent))
    take(library, path, "Nobody spoke.", *PARAGRAPHS)
    assert library.text(id)[library.article(id).place :].startswith(PARAGRAPHS[9])


# Opened ------------------------------------------------------------------------------------------


def test_a_changed_file_is_opened_at_the_same_words_and_known_to_have_changed(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    library.keep_place(id, library.text(id).index(PARAGRAPHS[6]))
    library.touch(id)
    for opened in (from_library(library, id), open_target(str(path), library)):
        assert (at(opened), opened.changed) == (PARAGRAPHS[6][:40], False)
    path.write_text("\n\n".join(("Nobody spoke.", *PARAGRAPHS[3:])))
    for opened in (from_library(library, id), open_target(str(path), library), open_target(None, library)):
        assert (at(opened), opened.changed) == (PARAGRAPHS[6][:40], True)
        first = FirstScreen(opened, 100, 30, measure=72, outline=False)
        assert first.view.cursor == opened.offset
        assert any(PARAGRAPHS[6][:20] in "".join(words for words, _ in line) for line in first.lines())


def test_a_file_that_others_read_meanwhile_has_changed_for_its_reader(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "river.txt"
    id = take(library, path, *PARAGRAPHS)
    library.touch(id)
    take(library, path, "Nobody spoke.", *PARAGRAPHS)
    assert from_library(library, id).changed
    library.touch(id)
    assert not from_library(library, id).changed
    path.unlink()
    assert not from_library(library, id).changed


def test_a_large_file_that_changed_is_known_to_have_changed(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    many = [f"{paragraph} That was day {n}." for n in range(200) for paragraph in PARAGRAPHS]
    id = take(library, path, *many)
    library.touch(id)
    assert not from_library(library, id).changed
    path.write_text("\n\n".join(["Nobody spoke.", *many]))
    assert from_library(library, id).changed
    assert from_library(library, id).large


async def test_the_page_comes_back_to_the_words_and_keeps_them(tmp_path: Path) -> None:
    path = write(tmp_path, "river.txt", "\n\n".join(PARAGRAPHS))
    async with reading(path) as pilot:
        await press(pilot, *("}" for _ in range(6)), "q")
        wanted = screen(pilot).article.document.text[screen(pilot).page.cursor :][:40]
    assert wanted == PARAGRAPHS[6][:40]
    write(tmp_path, "river.txt", "\n\n".join(("Nobody spoke.", "It rained.", *PARAGRAPHS[1:])))
    for changed in (True, False):
        async with reading(path) as pilot:
            reader = screen(pilot)
            assert reader.article.document.text[reader.page.cursor :][:40] == wanted
            assert reader.article.changed is changed
            await press(pilot, "q")
