"""Marks and highlights while reading: every key, and what is seen of them on the page."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from corpus.clip import clip_of
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from corpus.passages.selectors import part_of
from tests.clipping import passage, river
from tests.reading import (
    HEADLESS,
    PATIENCE,
    STRUCTURED,
    foot,
    press,
    reading,
    screen,
    settled,
    shown,
    until,
    write,
)
from tui.actions import PLACES
from tui.app import Pincite
from tui.article import OpenArticle
from tui.marked_places import MarkedPlaces
from tui.opening import open_target, remember
from tui.page import Page
from tui.place_keeping import PlaceKeeper
from tui.place_list import PlaceList
from tui.places_sheet import PlacesSheet
from tui.reader import Reader
from tui.services import Services

KEEPERS = "The keepers of the lock have a four-part plan against the flood."
GATE = "First, the upper gate is to be opened"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "headless.txt", HEADLESS)


def kept(path: Path) -> list[tuple[str, str]]:
    """What the library has of an article: the letter and the first words of each place."""
    with Library(Home.here().library) as library:
        known = library.by_source(str(path))
        places = library.places.of(known.id) if known else ()
    return [(one.letter, " ".join(one.part.exact.split()[:2])) for one in places]


def whole(pilot: Pilot[None]) -> str:
    return "\n".join(shown(pilot))


def here(pilot: Pilot[None]) -> str:
    """The words at the cursor."""
    reader = screen(pilot)
    return reader.article.document.text[reader.page.cursor :]


def tinted(pilot: Pilot[None]) -> str:
    """The words on the screen that are highlighted."""
    page = screen(pilot).page
    background = page.skin.style("highlight").bgcolor
    lines = pilot.app.screen._compositor.render_strips()
    lit = ["".join(s.text for s in line if s.style and s.style.bgcolor == background) for line in lines]
    return " ".join(words for words in lit if words)


# Marks -------------------------------------------------------------------------------------------


async def test_a_capital_sets_a_mark_and_a_small_letter_goes_there(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "apostrophe", "A")
        assert foot(pilot) == "Mark a is set at ¶ 2"
        await press(pilot, "g", "apostrophe", "a")
        assert here(pilot).startswith(KEEPERS)
        assert foot(pilot) == "Mark a · ¶ 2 · < goes back"
        await press(pilot, "less_than_sign")
        assert not here(pilot).startswith(KEEPERS)
    assert kept(article) == [("a", "The keepers")]


async def test_a_mark_is_there_the_next_time_and_its_letter_stands_in_the_margin(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "apostrophe", "A")
        assert "a 2  The keepers" in whole(pilot)
    async with reading(article) as pilot:
        assert "a 2  The keepers" in whole(pilot)
        await press(pilot, "apostrophe", "a")
        assert here(pilot).startswith(KEEPERS)


async def test_the_foot_says_what_may_follow_and_escape_leaves_it(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "apostrophe")
        assert foot(pilot).startswith("' a letter goes there · a capital letter sets a mark here · ' lists")
        await press(pilot, "escape", "}", "apostrophe", "Q", "apostrophe", "B", "apostrophe")
        assert foot(pilot).startswith("' b q goes there")
        await press(pilot, "escape")
        assert "goes there" not in foot(pilot)
        await press(pilot, "q")
        assert not pilot.app.is_running or pilot.app._exit


async def test_what_is_no_letter_is_said(article: Path) -> None:
    async with reading(article) as pilot:
        cursor = screen(pilot).page.cursor
        await press(pilot, "apostrophe", "j")
        assert foot(pilot) == "There is no mark j here: ' and J sets one."
        await press(pilot, "apostrophe", "down")
        assert foot(pilot).startswith("A mark is called by a letter")
        assert screen(pilot).page.cursor == cursor
        await press(pilot, "apostrophe")
        await pilot.click(Page, offset=(20, 8))
        await press(pilot, "A")
        assert "Clips" in whole(pilot)
        assert kept(article) == []


async def test_keys_typed_at_once_are_answered_in_their_order(article: Path) -> None:
    async with reading(article) as pilot:
        mark = "apostrophe"
        await pilot.press("}", "}", mark, "A", "}", mark, "B", "g", mark, "a", mark, "b", "}")
        await settled(pilot)
        assert here(pilot).startswith("Second, the boats")
    assert kept(article) == [("a", "The keepers"), ("b", "First, the")]


async def test_a_mark_can_be_set_elsewhere(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "apostrophe", "A", "}", "apostrophe", "A")
        assert foot(pilot) == "Mark a is set at ¶ 3 · it was at ¶ 2"
        await press(pilot, "apostrophe", "apostrophe", "u")
        assert "Brought back" in whole(pilot)
    assert kept(article) == [("a", "The keepers")]


async def test_a_mark_is_where_the_chosen_words_are(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "v", "right", "apostrophe", "É", "g", "apostrophe", "é")
        assert here(pilot).startswith("The keeper of the lock wrote")


# Highlights --------------------------------------------------------------------------------------


async def test_a_paragraph_is_highlighted_and_again_it_is_not(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "H")
        assert foot(pilot) == "Highlighted 22 words · H takes it back"
        assert tinted(pilot).startswith(KEEPERS)
        assert tinted(pilot).endswith("page of the book.")
        await press(pilot, "H")
        assert foot(pilot).startswith("Not highlighted any more")
        assert tinted(pilot) == ""
    assert kept(article) == []


async def test_chosen_words_are_highlighted_to_the_letter(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "v", "H", "escape")
        assert tinted(pilot) == KEEPERS
    async with reading(article) as pilot:
        assert tinted(pilot) == KEEPERS
        await press(pilot, "}", "}", "v", "H", "escape")
        assert tinted(pilot) == ""


async def test_parts_are_highlighted_each_for_itself(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "v", "+", "}", "v", "H", "escape", "escape", "escape")
        assert tinted(pilot).startswith(f"{KEEPERS} {GATE}")
    assert kept(article) == [("", "The keepers"), ("", "First, the")]


async def test_a_hit_and_a_choice_lie_over_a_highlight(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "v", "H", "escape", "slash", *"four", "enter")
        assert tinted(pilot) == KEEPERS.replace("four", "")
        await press(pilot, "escape", "escape", "v")
        assert tinted(pilot) == ""


async def test_where_there_are_no_words_nothing_is_marked(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "rule.md", "* * *\n")) as pilot:
        await press(pilot, "H")
        assert "There are no words here" in foot(pilot)
        await press(pilot, "apostrophe", "A")
        assert "There are no words here" in foot(pilot)


async def test_without_colours_a_highlight_is_underlined_and_has_a_bar(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(article) as pilot:
        await press(pilot, "}", "}", "v", "H", "escape")
        assert "2│ The keepers" in whole(pilot)
        lines = pilot.app.screen._compositor.render_strips()
        lit = "".join(s.text for line in lines for s in line if s.style and s.style.underline)
        assert lit.replace("\n", " ").strip().startswith("The keepers of the lock have")


# The list ----------------------------------------------------------------------------------------


async def test_the_list_has_all_in_reading_order_and_leads_there(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "apostrophe", "apostrophe")
        assert "Nothing is marked in this article" in whole(pilot)
        await press(pilot, *"jkgGyYx", "enter", "escape")
        await press(pilot, "G", "{", "H", "g", "}", "apostrophe", "R", "apostrophe", "apostrophe")
        lines = whole(pilot)
        assert "Marks and highlights  2" in lines
        assert lines.index("r  The river") < lines.index("   Second, the boats")
        assert "Enter goes there · x removes" in lines
        await press(pilot, "G", "enter")
        assert screen(pilot).page.has_focus
        assert here(pilot).startswith("Second, the boats")
        assert foot(pilot) == "The highlight · ¶ 4 · < goes back"


async def test_what_is_removed_can_be_brought_back(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "H", "}", "apostrophe", "A", "apostrophe", "apostrophe", "g", "x", "delete")
        assert "u brings it back" in whole(pilot)
        assert kept(article) == []
        await press(pilot, "u")
        assert pilot.app.screen.query_one(PlaceList).place.marked.letter == "a"  # type: ignore[union-attr]
        await press(pilot, "u", "u")
        assert "Nothing was removed." in whole(pilot)
        await press(pilot, "escape")
        assert tinted(pilot).startswith("The river had risen")
        await press(pilot, "apostrophe", "apostrophe", "G", "x", "escape")
    async with reading(article) as pilot:
        await press(pilot, "apostrophe", "apostrophe", "u", "escape", "g", "apostrophe", "a")
        assert here(pilot).startswith(KEEPERS)


async def test_nothing_changes_where_the_library_fails_and_that_is_said(article: Path) -> None:
    async with reading(article, size=(300, 30)) as pilot:
        await press(pilot, "}", "apostrophe", "A")
        library = screen(pilot).services.library
        assert library is not None
        library._database._connection.execute("PRAGMA query_only = ON")
        await press(pilot, "H")
        assert "cannot be used" in whole(pilot)
        assert tinted(pilot) == ""
        await press(pilot, "apostrophe", "apostrophe", "x")
        # How much of the sentence there is room for depends on where the library lies.
        assert "The library" in whole(pilot)
        assert "Removed" not in whole(pilot)
        assert "a  The river" in whole(pilot)


async def test_help_and_palette_have_the_keys(article: Path) -> None:
    assert len({action.id for action in PLACES}) == len(PLACES)
    for action in PLACES:
        where, _, name = action.run.partition("(")[0].rpartition(".")
        assert hasattr(PlacesSheet if where else PlaceList, f"action_{name}"), action.run
    async with reading(article, size=(120, 160)) as pilot:
        await press(pilot, "question_mark")
        lines = whole(pilot)
        assert all(action.label in lines for action in PLACES)
        assert "'                 then a letter: go to that mark; a capital: set; ': list" in lines
        assert "highlight the choice or the paragraph; again, take it back" in lines


# In a text that has changed ----------------------------------------------------------------------

BOATS = "Second, the boats are to be tied to the northern wall, where the current is weakest."
CHANGED = HEADLESS.replace("risen in the night", "fallen in the night").partition("It is written")[0] + (
    "\n\n“Nobody has ever read the page,” the keeper said. The flood will read it to them.\n\n"
    f"The mayor came at noon.\n\n{BOATS}\n\nHe spoke.\n\n{BOATS}\n\nHe left."
)
"""With one sentence edited, one lost, one moved by a paragraph, and one that is there twice."""


@pytest.fixture
def changed(article: Path) -> Path:
    """An article of which four sentences were marked or highlighted, and which was edited then."""
    document = open_path(article)
    with Library(Home.here().library) as library:
        id = library.remember(document, str(article), size=1, mtime_ns=1).id
        library.touch(id)
        for letter, words in (
            ("a", "The river had risen in the night."),
            ("b", "It is written on the last page of the book."),
            ("d", BOATS),
            ("", "Nobody has ever read the page"),
        ):
            part = part_of(passage(document, words))
            if letter:
                library.places.set_mark(id, letter, part, document)
            else:
                library.places.highlight(id, part, document)
    return write(article.parent, article.name, CHANGED)


async def test_who_opens_a_changed_article_is_told_once_what_moved(changed: Path) -> None:
    told = "The text has changed: 1 place moved, 1 edited, 1 in doubt, 1 lost · '' shows them"
    async with reading(changed) as pilot:
        assert foot(pilot) == told
        assert tinted(pilot) == "Nobody has ever read the page"
        await press(pilot, "}")
        assert "The text has changed" not in foot(pilot)
        assert "'' shows what changed" in whole(pilot)
        await press(pilot, "}")
        assert "'' shows what changed" in whole(pilot)
    async with reading(changed) as pilot:
        assert "The text has changed" not in foot(pilot)


async def test_clips_of_a_changed_article_are_told_of_too(article: Path, tmp_path: Path) -> None:
    other = river("It is another article.")
    document = open_path(article)
    with Library(Home.here().library) as library:
        for source, text, words in (("other", other, "another"), (str(article), document, "risen in")):
            id = library.remember(text, source, size=1, mtime_ns=1).id
            library.clips.add(clip_of([passage(text, words)], source=source, article=id))
        library.touch(id)
    async with reading(article) as pilot:
        await press(pilot, "G", "{", "{", "apostrophe", "A")
    write(tmp_path, "headless.txt", HEADLESS.replace("risen in", "gone in").replace("upper gate", "gate"))
    async with reading(article) as pilot:
        said = "The text has changed: 1 place edited, 1 clip edited · '' and A show them"
        assert foot(pilot) == said


async def test_the_list_says_what_became_of_each_and_shows_the_diff(changed: Path) -> None:
    async with reading(changed) as pilot:
        await press(pilot, "apostrophe", "apostrophe")
        lines = whole(pilot)
        assert "Marks and highlights  4 · 1 place moved, 1 edited, 1 in doubt, 1 lost" in lines
        assert "a  The river had risen fallen in the night." in lines
        assert "¶ 1 · edited" in lines
        assert "y accepts it as found" in lines
        assert "lost; it was ¶ 2" in lines
        assert "¶ 2 · lost" not in lines
        assert "¶ 3 · moved; it was ¶ 5" in lines
        assert "¶ 4 · in doubt; one of 2 places" in lines


async def test_a_mark_leads_to_what_was_edited_and_to_nothing_that_is_lost(changed: Path) -> None:
    async with reading(changed, size=(120, 30)) as pilot:
        await press(pilot, "G", "apostrophe", "a")
        assert here(pilot).startswith("The river had fallen")
        said = "Mark a was edited · ¶ 1 · < goes back · The river had [-risen-] {+fallen+} in the night."
        assert foot(pilot) == said
        await press(pilot, "apostrophe", "b")
        assert here(pilot).startswith("The river had fallen")
        assert foot(pilot).startswith("Mark b is lost: its words are gone")
        await press(pilot, "apostrophe", "apostrophe", "j", "enter")
        assert "Lost · its words are gone" in whole(pilot)
        await press(pilot, "y")
        assert "there is nothing to accept" in whole(pilot)


async def test_where_it_is_in_doubt_which_place_it_is_one_chooses(changed: Path) -> None:
    async with reading(changed) as pilot:
        text = str(screen(pilot).article.document.text)
        await press(pilot, "apostrophe", "d")
        assert "Which of these places is it?" in whole(pilot)
        assert "¶ 5\n" in whole(pilot)
        await press(pilot, "escape", "apostrophe", "d", "down", "enter")
        assert screen(pilot).page.cursor == text.rindex(BOATS)
        assert foot(pilot).startswith("Mark d may be at one of 2 places · ¶ 7")
        await press(pilot, "apostrophe", "apostrophe", "G", "y", "down", "enter")
        assert "Accepted as it stands now" in whole(pilot)
        await press(pilot, "escape", "g", "apostrophe", "d")
        assert screen(pilot).page.cursor == text.rindex(BOATS)
        assert foot(pilot) == "Mark d · ¶ 7 · < goes back"


async def test_what_was_found_is_accepted_by_hand_alone(changed: Path) -> None:
    async with reading(changed) as pilot:
        await press(pilot, "apostrophe", "apostrophe", "g", "y")
        assert "Accepted as it stands now" in whole(pilot)
        assert "1 place moved, 1 in doubt, 1 lost" in whole(pilot)
        await press(pilot, "y")
        assert "It stands where it stood, word for word." in whole(pilot)
        await press(pilot, "Y")
        assert "Accepted 1 · 1 place in doubt, 1 lost" in whole(pilot)
        await press(pilot, "Y")
        assert "There is nothing to accept" in whole(pilot)
    async with reading(changed) as pilot:
        await press(pilot, "apostrophe", "apostrophe")
        assert "Marks and highlights  4 · 1 place in doubt, 1 lost" in whole(pilot)
        assert "The river had fallen in the night." in whole(pilot)


async def test_places_of_a_large_text_are_found_again(tmp_path: Path) -> None:
    text = "\n\n".join(f"Sentence {n} opens here. " + "The keeper wrote. " * 20 for n in range(900))
    large = write(tmp_path, "large.txt", text)
    async with reading(large) as pilot:
        assert screen(pilot).article.large
        await press(pilot, "G", "apostrophe", "A", "g", "H")
        assert foot(pilot).startswith("Highlighted 64 words")
    write(tmp_path, "large.txt", "A preface.\n\n" + text.replace("Sentence 899 opens", "Sentence 899 begins"))
    async with reading(large) as pilot:
        assert foot(pilot) == "The text has changed: 1 place moved, 1 edited · '' shows them"
        await press(pilot, "apostrophe", "a")
        assert here(pilot).startswith("Sentence 899 begins")


# For a sitting alone -----------------------------------------------------------------------------


async def test_private_reading_marks_for_the_sitting(article: Path, tmp_path: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "apostrophe", "A")
    other = write(tmp_path, "other.md", STRUCTURED)
    async with reading(other):
        pass
    async with reading(article, private=True) as pilot:
        await press(pilot, "}", "}", "H")
        assert foot(pilot) == "Highlighted 22 words · H takes it back · for this sitting alone"
        await press(pilot, "apostrophe", "B", "apostrophe", "apostrophe", "g", "x", "escape")
        await press(pilot, "L", "j", "enter", "less_than_sign", "g", "apostrophe", "b")
        assert here(pilot).startswith(KEEPERS)
        assert tinted(pilot).startswith(KEEPERS)
        await press(pilot, "apostrophe", "a")
        assert foot(pilot).startswith("There is no mark a here")
    assert kept(article) == [("a", "The river")]


@pytest.mark.parametrize("quits", [False, True])
async def test_what_was_marked_before_the_library_had_the_article_is_kept(
    article: Path, quits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reader, "_keep", lambda _: None)
    async with reading(article) as pilot:
        await press(pilot, "}", "H", "apostrophe", "A")
        reader = screen(pilot)
        assert reader.article.id is None
        if quits:
            await press(pilot, "q")
        else:
            library = reader.services.library
            assert library is not None
            reader._kept(reader.article.document, remember(library, reader.article).id or 0)
            await press(pilot, "apostrophe", "B", "apostrophe", "A")
            await press(pilot, "apostrophe", "apostrophe", "G", "x", "escape")
            assert tinted(pilot).startswith("The river had risen")
    assert kept(article) == [("a" if quits else "b", "The river"), ("", "The river")]


async def test_the_library_may_have_the_article_before_its_marks_are_known(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Event()
    find = PlaceKeeper.find

    def late(keeper: PlaceKeeper, article: OpenArticle) -> MarkedPlaces:
        places = find(keeper, article)
        known.wait(PATIENCE)
        return places

    monkeypatch.setattr(PlaceKeeper, "find", late)
    services = Services.of(Home.here(), private=False)
    async with Pincite(services, open_target(str(article), None)).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: screen(pilot).article.id is not None)
        await pilot.press("apostrophe", "A")
        known.set()
        await settled(pilot)
        assert foot(pilot).startswith("Mark a is set")
    assert len(kept(article)) == 1
