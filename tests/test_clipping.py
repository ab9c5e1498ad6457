"""Keeping passages while reading, and the tray: every key of it, and what may go wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from corpus.clip import clip_of
from corpus.home import Home
from corpus.library import Library
from corpus.library.verifying import Verified
from corpus.opening import open_path
from corpus.outline import outline_of
from tests.clipping import passage
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
from tui import clipboard
from tui.actions import CLIPS
from tui.clip_list import ClipList
from tui.clip_rows import ClipLines, ClipRow, painted_clip
from tui.clips_sheet import ClipsSheet
from tui.style_sheet import StyleSheet
from tui.tray import Tray


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "headless.txt", HEADLESS)


def kept() -> list[tuple[str, str, tuple[str, ...]]]:
    """What is in the library: the first words of each clip, its note, its tags."""
    with Library(Home.here().library) as library:
        clips = library.clips.listed().clips
    return [(" ".join(clip.words.split()[:2]), clip.note, clip.tags) for clip in clips]


def keep(path: Path, *some: str) -> None:
    """Keep these words of an article that is in the library."""
    with Library(Home.here().library) as library:
        known = library.by_source(str(path))
        if known is None:
            known = library.remember(open_path(path), str(path), size=1, mtime_ns=1)
        document = library.document(known.id)
        outline = outline_of(document)
        for words in some:
            parts = [passage(document, words, outline)]
            library.clips.add(clip_of(parts, source=str(path), article=known.id))


def last_clip() -> str:
    return Home.here().last_clip.read_text(encoding="utf-8")


def chosen(pilot: Pilot[None]) -> str:
    """The words of the clip that is chosen."""
    clip = pilot.app.screen.query_one(ClipList).clip
    return clip.words if clip else ""


def whole(pilot: Pilot[None]) -> str:
    return "\n".join(shown(pilot))


def said(pilot: Pilot[None]) -> str:
    """What the foot says, which may take two lines."""
    lines = shown(pilot)[-2:]
    return "\n".join(line.strip() for line in lines if "│" not in line)


# Keeping -----------------------------------------------------------------------------------------


async def test_a_paragraph_is_kept_at_one_key_and_enter(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "a")
        assert kept() == [("The river", "", ())]
        assert "30 words kept" in foot(pilot)
        await press(pilot, "enter")
        assert foot(pilot) == "Kept 30 words · first para. · 1 clip"
        assert screen(pilot).page.has_focus


async def test_what_is_typed_is_the_note_and_its_tags(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "a", *"up #sea", "enter")
        assert kept() == [("The river", "up", ("sea",))]


async def test_escape_keeps_without_a_note(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "a", *"no", "escape")
        assert kept() == [("The river", "", ())]
        assert foot(pilot).startswith("Kept 30 words")
        await press(pilot, "j")
        assert not foot(pilot).startswith("Kept")


async def test_chosen_words_are_kept_and_stay_chosen(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "v", "right", "a", "enter")
        assert kept() == [("The keeper", "", ())]
        assert screen(pilot).choice is not None


async def test_parts_that_were_chosen_together_are_one_clip(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "v", "+", "}", "v", "a", "enter")
        assert foot(pilot) == "Kept 19 words · first and second paras. · 1 clip"
        await press(pilot, "A", "y")
    assert "night […] The keepers" in last_clip().replace(". […]", " […]")
    with Library(Home.here().library) as library:
        assert len(library.clips.listed().clips[0].parts) == 2


async def test_keys_typed_at_once_are_the_note(article: Path) -> None:
    async with reading(article) as pilot:
        await pilot.press("}", "a", *"quick", "enter", "}", "a", "enter")
        await settled(pilot)
        assert [note for _, note, _ in kept()] == ["quick", ""]


async def test_a_note_may_be_as_long_as_anybody_pastes(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "a")
        pilot.app.screen.query_one("#foot-input").insert_text_at_cursor("\x1b[2Jlong " * 12_000)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        ((_, note, _),) = kept()
        assert len(note) > 100_000
        assert note.isprintable()
        await press(pilot, "A")
        assert "␛[2Jlong" in whole(pilot)


async def test_the_clip_is_of_the_article_in_the_library(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "}", "a", "enter")
    with Library(Home.here().library) as library:
        (clip,) = library.clips.listed().clips
        assert clip.article == library.by_source(str(article)).id  # type: ignore[union-attr]


async def test_private_reading_keeps_the_passage_in_the_file_alone(article: Path) -> None:
    async with reading(article, private=True, size=(200, 30)) as pilot:
        await press(pilot, "}", "a")
        assert foot(pilot).endswith("Private reading keeps no clips")
        assert foot(pilot).startswith("Not kept, but saved to")
        assert last_clip().startswith("“The river had risen")
        assert "first para." in last_clip()
    assert kept() == []


async def test_without_a_library_the_passage_is_in_the_file(article: Path) -> None:
    home = Home.here()
    home.library.parent.mkdir(parents=True)
    home.library.write_bytes(b"no library" * 100)
    async with reading(article, size=(220, 30)) as pilot:
        await press(pilot, "}", "a")
        assert foot(pilot).endswith("There is no library to keep clips in")
        assert last_clip().startswith("“The river had risen")
        await press(pilot, "A")
        assert "There is no library, and so no clips" in foot(pilot)


async def test_a_library_that_fails_is_said_and_the_passage_is_in_the_file(
    article: Path,
) -> None:
    async with reading(article, size=(300, 30)) as pilot:
        library = screen(pilot).services.library
        assert library is not None
        library._database._connection.execute("PRAGMA query_only = ON")
        await press(pilot, "}", "a")
        assert said(pilot).startswith("Not kept, but saved to ")
        assert "cannot be used" in said(pilot)
        assert last_clip().startswith("“The river had risen")


async def test_a_note_that_cannot_be_kept_is_said(article: Path) -> None:
    async with reading(article, size=(200, 30)) as pilot:
        await press(pilot, "}", "a", *"lost")
        library = screen(pilot).services.library
        assert library is not None
        library._database._connection.execute("PRAGMA query_only = ON")
        await press(pilot, "enter")
        assert said(pilot).startswith("The passage is kept, the note is not")
        await press(pilot, "A", "n", "!", "enter", "t", *"#law", "enter")
        library._database._connection.execute("PRAGMA query_only = OFF")
        await press(pilot, "n", "enter", "t", "enter")
        assert kept() == [("The river", "lost!", ("law",))]
        await press(pilot, "n", "escape", "n", "backspace", "enter")
        assert kept() == [("The river", "lost", ("law",))]


async def test_where_there_are_no_words_nothing_is_kept(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "rule.md", "* * *\n")) as pilot:
        await press(pilot, "a")
        assert "There are no words here" in foot(pilot)
        assert kept() == []


# The tray ----------------------------------------------------------------------------------------


@pytest.fixture
def filled(article: Path) -> Path:
    """An article of which three clips are kept."""
    keep(article, "The river had risen in the night.", "It is written on the last page", "Second, the boats")
    return article


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_shows_the_words_the_place_and_the_citation(filled: Path, size: tuple[int, int]) -> None:
    async with reading(filled, size=size) as pilot:
        await press(pilot, "A")
        lines = whole(pilot)
        assert "Clips  3 · Chicago" in lines
        assert "1  The river had risen in the night." in lines
        assert "[untitled] “The river had risen in…” · ¶ 1" in lines
        assert "fourth para." in lines
        assert "Enter goes there · J K move · n note" in lines
        assert "Esc goes back" in lines
        assert chosen(pilot) == "Second, the boats"
        assert ("t tags · e style" in lines) == (size[0] > 80)


async def test_a_clip_is_called_as_its_article_is_now(filled: Path) -> None:
    with Library(Home.here().library) as library:
        known = library.by_source(str(filled))
        assert known is not None
        library.edit(known.id, "title", "High Water")
    async with reading(filled) as pilot:
        await press(pilot, "A")
        assert "High Water · ¶ 1" in whole(pilot)
        assert "[untitled]" not in whole(pilot)


async def test_without_clips_it_says_how_to_keep_one(article: Path) -> None:
    async with reading(article) as pilot:
        await press(pilot, "A")
        assert "Nothing is kept yet" in whole(pilot)
        await press(pilot, *"jkgGJKntxyY", "enter", "space", "b")
        assert isinstance(pilot.app.screen, ClipsSheet)
        await press(pilot, "u")
        assert "Nothing was removed." in whole(pilot)
        await press(pilot, "escape")
        assert screen(pilot).page.has_focus


async def test_keys_choose_clips(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "g")
        assert chosen(pilot).startswith("The river")
        await press(pilot, "j")
        assert chosen(pilot).startswith("It is")
        await press(pilot, "k", "k")
        assert chosen(pilot).startswith("The river")
        await press(pilot, "G", "down")
        assert chosen(pilot).startswith("Second")
        await press(pilot, "up", "home", "end", "b")
        assert chosen(pilot).startswith("The river")


async def test_the_mouse_chooses_and_goes(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A")
        await pilot.click(ClipList, offset=(8, 0))
        await settled(pilot)
        assert chosen(pilot).startswith("The river")
        await pilot.click(ClipList, offset=(8, 3), times=2)
        await settled(pilot)
        assert screen(pilot).page.has_focus


async def test_clips_change_places_and_the_library_knows(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "K")
        assert chosen(pilot).startswith("Second")
        await press(pilot, "alt+up", "K", "J", "alt+down", "alt+down")
        assert chosen(pilot).startswith("Second")
    assert [words for words, _, _ in kept()] == ["The river", "It is", "Second, the"]
    async with reading(filled) as pilot:
        await press(pilot, "A", "K")
        assert "1  The river" in whole(pilot)
    assert [words for words, _, _ in kept()] == ["The river", "Second, the", "It is"]


async def test_a_note_and_tags_are_edited(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "n", *"up #sea", "enter")
        assert kept()[2] == ("Second, the", "up", ("sea",))
        await press(pilot, "n", *"!", "enter", "t", *" a", "enter")
        assert kept()[2] == ("Second, the", "up!", ("sea", "a"))
        assert "up!  #sea #a" in whole(pilot)
        await press(pilot, "n", *"no", "escape")
        assert isinstance(pilot.app.screen, ClipsSheet)
        assert kept()[2][1] == "up!"
        assert pilot.app.screen.query_one(ClipList).has_focus


async def test_keys_typed_at_once_go_into_the_note_and_on(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A")
        await pilot.press("n", *"jx", "enter", "g", "n", *"first", "enter")
        await settled(pilot)
        assert [note for _, note, _ in kept()] == ["first", "", "jx"]


async def test_what_is_removed_can_be_brought_back(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "g", "x", "delete")
        assert [words for words, _, _ in kept()] == ["Second, the"]
        assert "u brings it back" in whole(pilot)
        await press(pilot, "u")
        assert chosen(pilot).startswith("It is")
        await press(pilot, "u", "u")
        assert "Nothing was removed." in whole(pilot)
        await press(pilot, "escape", "A", "x", "escape", "A", "u")
        assert [words for words, _, _ in kept()] == ["The river", "It is", "Second, the"]


async def test_all_are_cited_in_another_style(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "e")
        assert isinstance(pilot.app.screen, StyleSheet)
        await press(pilot, *"apa", "enter")
        lines = whole(pilot)
        assert "All are cited in APA now." in lines
        assert "3 · APA" in lines
        assert "(Ruiz & Okoro, 2021, para. 4)" in lines
        await press(pilot, "escape")
        assert screen(pilot).services.settings.style == "apa"


async def test_a_style_that_takes_long_or_fails_is_waited_for_behind_the_tray(
    filled: Path, tmp_path: Path
) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text(f'style = "{tmp_path}/none.csl"\n', encoding="utf-8")
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "}", "a", "enter")
        assert foot(pilot) == "Kept 30 words · ¶ 1 · 4 clips"
        await press(pilot, "A")
        assert "Clips  4 · none (CSL)" in whole(pilot)
        assert "There is no style file" in whole(pilot)
        await press(pilot, "y")
        assert any(line.strip().startswith("There is no style file") for line in shown(pilot)[-2:])
        await press(pilot, "Y", "escape")
        assert not pilot.app.screen.query(ClipList)


async def test_a_clip_is_copied_with_its_citation_in_full(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "y")
        assert last_clip().startswith("“Second, the boats” Ana Ruiz and Ben Okoro")
        assert "Not copied: no clipboard route" in whole(pilot) or "Sent" in whole(pilot)


async def test_who_leaves_the_tray_is_told_in_the_article_what_became_of_a_copy(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Event()
    send = clipboard.send

    def slowly(text: str, saved: Path | None, *, terminal: Callable[[str], None] | None) -> clipboard.Receipt:
        left.wait(PATIENCE)
        return send(text, saved, terminal=terminal)

    monkeypatch.setattr(clipboard, "send", slowly)
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "A")
        await pilot.press("y", "escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        left.set()
        await settled(pilot)
        assert "3 words" in said(pilot) or "saved to" in said(pilot)


async def test_all_are_copied_with_one_bibliography(filled: Path) -> None:
    async with reading(filled) as pilot:
        await press(pilot, "A", "Y")
        text = last_clip()
        assert text.count("The river had risen in the night.") == 1
        assert "[^3]: " in text
        assert text.count("\n## ") == 1


async def test_a_receipt_too_long_for_a_line_takes_two_and_the_hints_say_how_to_leave(filled: Path) -> None:
    async with reading(filled, size=(60, 24)) as pilot:
        await press(pilot, "A")
        assert "Esc goes back" in foot(pilot)
        await press(pilot, "Y")
        first, second = shown(pilot)[-2:]
        assert "as Markdown" in f"{first}{second}"
        assert "…" not in f"{first}{second}"
        await press(pilot, "k")
        assert "Esc goes back" in foot(pilot)


# Going to the source -----------------------------------------------------------------------------


async def test_one_goes_to_where_a_clip_was_taken_from_and_back(filled: Path, tmp_path: Path) -> None:
    other = write(tmp_path, "other.md", STRUCTURED)
    async with reading(other, size=(120, 30)) as pilot:
        await press(pilot, "A", "enter")
        reader = screen(pilot)
        assert reader.article.path == filled
        assert reader.article.document.text[reader.page.cursor :].startswith("Second, the boats")
        assert "goes back" in foot(pilot)
        await press(pilot, "<")
        assert reader.article.path == other


async def test_the_article_that_is_read_is_not_opened_anew(filled: Path) -> None:
    async with reading(filled) as pilot:
        document = screen(pilot).article.document
        await press(pilot, "A", "enter")
        assert screen(pilot).article.document is document


async def test_in_a_changed_article_the_words_are_found_and_it_is_said(filled: Path) -> None:
    write(filled.parent, filled.name, HEADLESS.replace("The river had risen", "More. The river had risen"))
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "A", "enter")
        reader = screen(pilot)
        assert reader.article.document.text[reader.page.cursor :].startswith("Second, the boats")
        assert foot(pilot).startswith("The article has changed since; the words still stand in it")


async def test_words_that_were_edited_are_gone_to_and_the_change_is_said(filled: Path) -> None:
    write(filled.parent, filled.name, HEADLESS.replace("Second, the boats", "Second, all the boats"))
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "A", "enter")
        reader = screen(pilot)
        assert reader.article.document.text[reader.page.cursor :].startswith("Second, all the boats")
        assert "The clip was edited · ¶ 4 · < goes back · Second, {+all+} the boats" in whole(pilot)


async def test_words_that_are_no_longer_found_are_said_to_be_so(filled: Path) -> None:
    write(filled.parent, filled.name, HEADLESS.replace("Second, the boats are", "Nothing is"))
    async with reading(filled, size=(120, 30)) as pilot:
        cursor = screen(pilot).page.cursor
        await press(pilot, "A", "enter")
        assert "these words are gone, or it is not certain which they are now" in whole(pilot)
        assert isinstance(pilot.app.screen, ClipsSheet)
        assert screen(pilot).page.cursor == cursor


async def test_a_clip_outlives_its_article_and_says_so(filled: Path, tmp_path: Path) -> None:
    other = write(tmp_path, "other.md", STRUCTURED)
    with Library(Home.here().library) as library:
        library.remove(library.by_source(str(filled)).id)  # type: ignore[union-attr]
    filled.unlink()
    async with reading(other, size=(120, 30)) as pilot:
        await press(pilot, "A")
        assert "not in the library" in whole(pilot)
        await press(pilot, "enter")
        assert "is not in the library any more" in whole(pilot)
        await press(pilot, "y")
        assert last_clip().startswith("“Second, the boats”")


async def test_an_article_that_left_the_library_is_opened_from_its_file(filled: Path, tmp_path: Path) -> None:
    other = write(tmp_path, "other.md", STRUCTURED)
    with Library(Home.here().library) as library:
        library.remove(library.by_source(str(filled)).id)  # type: ignore[union-attr]
    async with reading(other, size=(120, 30)) as pilot:
        await press(pilot, "A", "enter")
        assert screen(pilot).article.path == filled


async def test_a_clip_of_a_large_text_is_kept_and_gone_to(tmp_path: Path, article: Path) -> None:
    text = "\n\n".join(f"Sentence {n} opens here. " + "The keeper wrote. " * 20 for n in range(900))
    large = write(tmp_path, "large.txt", text)
    async with reading(large) as pilot:
        await press(pilot, "G", "v", "a", "enter")
        assert "eight hundred" in foot(pilot) or "900th para." in foot(pilot)
    async with reading(article, size=(120, 30)) as pilot:
        await press(pilot, "A", "enter")
        reader = screen(pilot)
        assert reader.article.path == large
        near = reader.article.document.text[reader.page.cursor : reader.page.cursor + 40]
        assert near.startswith("Sentence 899 opens")
        assert foot(pilot).startswith("The clip’s place")
    with Library(Home.here().library) as library:
        (clip,) = library.clips.listed().clips
        assert len(clip.digest) == 64


# Where clips stand now ---------------------------------------------------------------------------

CHANGED = (
    HEADLESS.replace("risen in the night", "fallen in the night")
    .replace("It is written on the last page of\nthe book.", "")
    .replace("First, the upper", "The mayor of the town came down to the water at noon.\n\nFirst, the upper")
)
"""With one clip edited, one lost, and one moved by a paragraph."""


@pytest.mark.parametrize("plain", [False, True])
async def test_the_tray_says_what_became_of_each_clip(
    filled: Path, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    keep(filled, "Nobody has ever read the page")
    write(filled.parent, filled.name, CHANGED)
    async with reading(filled) as pilot:
        await press(pilot, "A")
        lines = whole(pilot)
        assert "Clips  4 · 2 moved, 1 edited, 1 lost · Chicago" in lines
        change = "[-risen-] {+fallen+}" if plain else "risen fallen"
        assert f"edited: The river had {change} in the night." in lines
        assert "  lost\n" in lines
        assert "moved; now ¶ 5" in lines
        await press(pilot, "enter")
        assert foot(pilot) == "The clip has moved · ¶ 6; it was ¶ 5 · < goes back"
        await press(pilot, "A", "k", "k", "enter")
        assert "these words are gone" in whole(pilot)
        await press(pilot, "k", "x", "n", *"up", "enter")
        assert "2 moved, 1 lost" in whole(pilot)


async def test_where_it_is_in_doubt_which_words_are_the_clip_one_chooses(filled: Path) -> None:
    before, _, rest = HEADLESS.partition("First, the upper")
    boats = rest.split("\n\n")[1]
    write(filled.parent, filled.name, f"{before}{boats}\n\nThe mayor came at noon.\n\n{boats}\n\nHe left.")
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "A")
        assert "in doubt; one of 2 places" in whole(pilot)
        await press(pilot, "enter")
        assert "Which of these places is it?" in whole(pilot)
        await press(pilot, "down", "enter")
        reader = screen(pilot)
        text = str(reader.article.document.text)
        assert reader.page.cursor == text.rindex("Second, the boats")


async def test_a_tray_that_is_left_is_not_waited_for(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(filled, *["The river had risen in the night."] * 200)
    looked: list[int] = []
    left = Event()
    verify = Tray.verify

    def slowly(tray: Tray) -> Iterator[Verified]:
        for one in verify(tray):
            looked.append(one.clip.id)
            if len(looked) == 2:
                left.wait(PATIENCE)
            yield one

    monkeypatch.setattr(Tray, "verify", slowly)
    async with reading(filled) as pilot:
        await pilot.press("A")
        await until(pilot, lambda: len(looked) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        left.set()
        await settled(pilot)
        assert len(looked) == 2
        assert screen(pilot).page.has_focus


# What may go wrong, and many of them -------------------------------------------------------------


async def test_damaged_clips_are_counted_and_left_out(filled: Path) -> None:
    async with reading(filled, size=(120, 30)) as pilot:
        library = screen(pilot).services.library
        assert library is not None
        with library._database.changing() as connection:
            connection.execute("UPDATE clips SET parts = '{' WHERE id = 2")
        await press(pilot, "A")
        assert "Clips  2 · 1 damaged and not shown · Chicago" in whole(pilot)


async def test_a_clip_that_another_reader_removed_is_said_to_be_gone(filled: Path) -> None:
    async with reading(filled, size=(120, 30)) as pilot:
        await press(pilot, "A")
        with Library(Home.here().library) as library:
            library.clips.remove(3)
        await press(pilot, "K")
        assert "There is no clip 3" in whole(pilot)


async def test_of_hundreds_only_the_lines_in_view_are_made(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(article, *["The river had risen in the night."] * 300)
    made: list[int] = []
    row = ClipLines.row

    def noted(lines: ClipLines, line: int) -> ClipRow:
        made.append(line)
        return row(lines, line)

    monkeypatch.setattr(ClipLines, "row", noted)
    async with reading(article) as pilot:
        await press(pilot, "A")
        assert "300  The river had risen" in whole(pilot)
        assert len(made) < 300
        assert min(made) > 500
        await press(pilot, "g")
        assert "  1  The river had risen" in whole(pilot)


def test_lines_fit_and_belong_to_their_clips(article: Path) -> None:
    keep(
        article,
        "The river had risen in the night. The keeper of the lock wrote the new level",
        "Second, the boats",
    )
    with Library(Home.here().library) as library:
        clips = library.clips.listed().clips
    for width in (12, 20, 80):
        lines = ClipLines(clips, width)
        rows = [lines.row(line) for line in range(len(lines))]
        assert sorted({row.clip for row in rows}) == [-1, 0, 1]
        assert [row.number for row in rows if row.number] == ["1", "2"]
        for row in rows:
            assert sum(len(words) for words, _ in painted_clip(row, width, 0, lines.digits)) >= width


async def test_help_and_palette_have_the_keys(article: Path) -> None:
    assert len({action.id for action in CLIPS}) == len(CLIPS)
    for action in CLIPS:
        where, _, name = action.run.partition("(")[0].rpartition(".")
        assert hasattr(ClipsSheet if where else ClipList, f"action_{name}"), action.run
    async with reading(article, size=(120, 140)) as pilot:
        await press(pilot, "?")
        lines = whole(pilot)
        assert all(action.label in lines for action in CLIPS)


async def test_keys_of_the_tray_can_be_changed(filled: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\n"clips.remove" = "d"\n', encoding="utf-8")
    async with reading(filled) as pilot:
        await press(pilot, "A", "d")
    assert len(kept()) == 2
