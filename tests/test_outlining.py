"""Making an outline one’s own while reading: every key, what is seen of it, and where it is kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.edited_outline import OutlineEdit
from corpus.editing import Edit
from corpus.home import Home
from corpus.library import Library
from corpus.library.outline_edits import FoundEdits
from tests.calling import Call
from tests.reading import HEADLESS, foot, press, reading, screen, shown, two_lines, write
from tui.actions import GROUPS, OUTLINE
from tui.app import Pincite
from tui.article import OpenArticle
from tui.first_frame import FirstScreen
from tui.opening import open_target, remember
from tui.outline_keeping import OutlineKeeper
from tui.page import Page
from tui.prompt import Prompt
from tui.services import Services
from tui.sheets import shown_keys

RIVERS = """# Ships

Ships are built of oak.

## Sails

Sails are woven of linen.

## Masts

Masts are of pine.

# Ports

Ports are built of stone.

Tides come into all of them.
"""
SAILS = ("tab", "j", "r")
"""The keys that lead from the beginning to the name of the second entry."""


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    return write(tmp_path, "rivers.md", RIVERS)


def outline(pilot: Pilot[None]) -> list[str]:
    """The entries of the outline that is shown: level, sign of the reader’s or of an inferred one, title."""
    signs = ["*" if one.by_reader else "~" if one.inferred else "" for one in screen(pilot).outline.sections]
    return [
        f"{one.level} {sign}{one.title}"
        for sign, one in zip(signs, screen(pilot).outline.sections, strict=True)
    ]


def chosen(pilot: Pilot[None]) -> str:
    """The title of the entry that the keys are at."""
    section = screen(pilot).outline_pane.chosen_section
    return section.title if section else ""


async def test_an_entry_is_named_and_that_is_kept_while_citations_name_the_authors(
    rivers: Path, pincite: Call
) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, *SAILS)
        assert foot(pilot) == "title Sails"
        await press(pilot, *"Wind", "enter")
        assert foot(pilot) == "Called “Wind” · u undoes it"
        assert outline(pilot) == ["1 Ships", "2 *Wind", "2 Masts", "1 Ports"]
        assert "Wind" in "".join(line[:24] for line in shown(pilot))
        assert chosen(pilot) == "Wind"
        await press(pilot, "question_mark")
        assert "You named this entry; the author wrote “Sails”" in two_lines(pilot)
        await press(pilot, "enter")
        assert "Ships › Wind" in foot(pilot)
        passages = screen(pilot)._passages()
        assert passages[0].section == ("Ships", "Sails")
    async with reading(rivers) as pilot:
        assert outline(pilot) == ["1 Ships", "2 *Wind", "2 Masts", "1 Ports"]
        await press(pilot, *SAILS, "backspace")
        assert "Enter gives back “Sails”" in foot(pilot)
        await press(pilot, "enter")
        assert foot(pilot) == "Called “Sails” again · u undoes it"
        assert outline(pilot) == ["1 Ships", "2 Sails", "2 Masts", "1 Ports"]
        await press(pilot, "u")
    for name in (str(rivers), "1"):
        assert "Wind" in pincite("outline", name)[1]


async def test_entries_are_removed_joined_and_brought_back(rivers: Path) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "tab", "x")
        assert foot(pilot) == "Removed “Ships” · what it held is a level up · u undoes it"
        assert outline(pilot) == ["1 Sails", "1 Masts", "1 Ports"]
        await press(pilot, "j", "delete", "u")
        assert foot(pilot).startswith("Undone: “Masts” removed · U does it again")
        assert chosen(pilot) == "Masts"
        await press(pilot, "u", "g", "J")
        assert foot(pilot) == "Joined “Ports” to “Ships” · u undoes it"
        assert outline(pilot) == ["1 Ships", "2 Sails", "2 Masts"]
        await press(pilot, "J")
        assert foot(pilot).startswith("Nothing follows “Ships” on its level")
        await press(pilot, "u", "U")
        assert foot(pilot) == "Done again: “Ports” joined · u undoes it"
        await press(pilot, "u", "u")
        assert foot(pilot) == "Nothing was changed in this outline."
        await press(pilot, "U", "U")
        assert foot(pilot) == "Nothing was undone in this outline."


async def test_entries_are_placed_and_divided_at_the_paragraph_that_is_read(rivers: Path) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "G", "{", "}", "tab", "i")
        assert foot(pilot).startswith("new entry")
        assert "Enter takes “Tides come into all of them”" in foot(pilot)
        await press(pilot, "enter")
        assert foot(pilot) == "“Tides come into all of them” begins at ¶ 5 · u undoes it"
        assert outline(pilot)[-2:] == ["1 Ports", "2 *Tides come into all of them"]
        await press(pilot, "i")
        assert foot(pilot).startswith("“Tides come into all of them” begins here already: r calls it")
        await press(pilot, "u", "vertical_line")
        assert outline(pilot)[-2:] == ["1 Ports", "1 *Tides come into all of them"]
        assert foot(pilot).startswith("Divided: “Tides come into all of them” begins at ¶ 5 · r names it")
        await press(pilot, "r", *"Ebb", "enter", "g", "vertical_line")
        assert outline(pilot)[-1] == "1 *Ebb"
        assert foot(pilot).startswith("You read outside of “Ships”")
        await press(pilot, "tab", "{", "{", "tab", "vertical_line")
        assert foot(pilot).startswith("“Ports” begins here already")


async def test_a_prompt_for_a_title_can_be_left_and_takes_no_title_that_is_too_long(
    rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, *SAILS, "escape")
        assert pilot.app.focused is screen(pilot).outline_pane
        assert chosen(pilot) == "Sails"
        await press(pilot, "r")
        await pilot.click(Page, offset=(20, 8))
        assert not isinstance(pilot.app.focused, Prompt)
        assert screen(pilot).foot.asking == ""
        await press(pilot, *SAILS)
        screen(pilot).query_one(Prompt).value = "x" * 301
        await press(pilot, "enter")
        assert foot(pilot) == "A title may have 300 characters; this one has 301."
        await press(pilot, "r", "enter")
        assert foot(pilot).endswith("as before.")
        monkeypatch.setattr(OpenArticle, "progress", "counting…")
        for key in ("r", "i", "x", "J", "vertical_line", "u", "U"):
            await press(pilot, key)
            assert foot(pilot) == "This article is still being read: do this in a moment."
        assert outline(pilot) == ["1 Ships", "2 Sails", "2 Masts", "1 Ports"]


async def test_what_is_hidden_hides_nothing_of_the_readers(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "headless.txt", HEADLESS)) as pilot:
        await press(pilot, "tab", "j", "r", *"Alarm", "enter", "tilde")
        assert [title for title in outline(pilot) if "*" in title] == ["1 *Alarm"]
        assert not [title for title in outline(pilot) if "~" in title]
        # Where an inferred entry is hidden, one can be placed; it is the one that was hidden.
        await press(pilot, "tab", "G", "tab", "i", "enter", "tilde")
        last = screen(pilot).outline.sections[-1]
        assert screen(pilot).article.document.text[last.start :].startswith("“Nobody has ever read")
        assert (last.by_reader, last.level, last.number) == (True, 1, "5")


async def test_what_changed_in_the_text_is_followed_and_what_is_lost_is_told(rivers: Path) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, *SAILS, *"Wind", "enter", "G", "r", *"Harbours", "enter")
        await press(pilot, "u", "U")
    rivers.write_text(RIVERS.replace("# Ships", "# Oars\n\nOars are of ash.\n\n# Ships"))
    async with reading(rivers) as pilot:
        assert outline(pilot) == ["1 Oars", "1 Ships", "2 *Wind", "2 Masts", "1 *Harbours"]
    rivers.write_text(
        "# Oars\n\nOars are of ash, and nothing else.\n\n# Ports\n\nPorts are built of stone.\n"
    )
    async with reading(rivers) as pilot:
        assert outline(pilot) == ["1 Oars", "1 *Harbours"]
        assert "One change to this outline is kept but not made" in two_lines(pilot)
        await press(pilot, "tab", "u")
        assert "Undone: the name “Harbours”" in two_lines(pilot)
        assert outline(pilot) == ["1 Oars", "1 Ports"]


async def test_private_reading_keeps_nothing(rivers: Path) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, *SAILS, *"Wind", "enter")
    async with reading(rivers, private=True) as pilot:
        await press(pilot, "tab", "x", "r", *"Pines", "enter")
        assert outline(pilot) == ["1 *Pines", "1 Masts", "1 Ports"]
        assert foot(pilot) == "Called “Pines” · for this sitting alone · u undoes it"
        await press(pilot, "u", "u", "u")
        assert outline(pilot) == ["1 Ships", "2 Sails", "2 Masts", "1 Ports"]
    with Library(Home.here().library) as library:
        assert [one.edit.title for one in library.outline_edits.of(1)] == ["Wind"]


async def test_of_standard_input_it_is_kept_for_the_sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RIVERS.encode())))
    monkeypatch.setattr("tui.terminal.read_keys_from_terminal", lambda: None)
    services = Services.of(Home.here(), private=False)
    app = Pincite(services, open_target("-", services.library))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "tab", "r", *"Pines", "enter")
        assert "for this sitting alone" in foot(pilot)
        article = screen(pilot).article
        screen(pilot).show(article._replace(edits=None))
        assert outline(pilot)[0] == "1 *Pines"


def test_what_was_made_before_the_library_had_the_article_is_kept_with_it(rivers: Path) -> None:
    services = Services.of(Home.here(), private=False)
    library = services.library
    assert library is not None
    article, keeper = open_target(str(rivers), library), OutlineKeeper(services)
    edit = OutlineEdit("renamed", article.outline.sections[1].start, "Wind", 2, "Sails")
    article = keeper.add(article, edit)
    assert keeper.is_unkept(article)
    kept = remember(library, article)
    assert kept.id is not None
    # What is known of it may have been corrected meanwhile.
    keeper.settle(article.document.corrected({"title": Edit("Rivers", "you")}), kept.id)
    assert not keeper.is_unkept(article)
    assert keeper.at_once(kept._replace(edits=None)).edits == FoundEdits((edit,))
    assert [one.edit for one in library.outline_edits.of(kept.id)] == [edit]
    # The first frame has it, too.
    again = open_target(str(rivers), library)
    begun = FirstScreen(again, 100, 30, measure=72, outline=True)
    assert [one.title for one in begun.outline.sections] == ["Ships", "Wind", "Masts", "Ports"]
    assert [one.title for one in again.outline.sections] == ["Ships", "Sails", "Masts", "Ports"]


def test_every_key_is_in_the_help_with_what_it_does() -> None:
    ids = {action.id: action.keys for action in OUTLINE}
    wanted = {"rename": "r", "insert": "i", "join": "J", "undo": "u", "redo": "U", "remove": "x,delete"}
    assert {name: ids[f"outline.{name}"] for name in wanted} == wanted
    named = {
        key for actions in GROUPS.values() for action in actions for key in shown_keys(action.keys).split()
    }
    assert not any("_" in key or key in ("tilde", "delete") for key in named)
