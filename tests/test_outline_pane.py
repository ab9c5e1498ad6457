"""The outline under the keys: following, collapsing, filtering, in a pane of its own or over the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from corpus.home import Home
from tests.reading import HEADLESS, foot, press, reading, screen, settled, shown, two_lines, write
from tui.actions import FILTER, GROUPS, OUTLINE, Action
from tui.app import Pincite
from tui.first_frame import FirstScreen
from tui.foot import Foot
from tui.opening import open_target
from tui.outline_pane import OutlinePane
from tui.reader import Reader
from tui.services import Services

NESTED = "\n\n".join(
    f"# {a} Rivers of the {side}\n\nWords.\n\n"
    + "\n\n".join(
        f"## {a}.{b} Gates and locks\n\nWords.\n\n### {a}.{b}.1 The Keeper’s book\n\nWords.\n\n"
        f"### {a}.{b}.2 Boats\n\nWords."
        for b in range(1, 4)
    )
    for a, side in enumerate(("north", "south", "east"), 1)
)
"""Three sections, each with three of which each has two: thirty in all."""


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    return write(tmp_path, "nested.md", NESTED)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """An article of five thousand sections at three levels."""
    parts = []
    for a in range(1, 51):
        parts.append(f"# {a} Chapter")
        for b in range(1, 10):
            parts.append(f"## {a}.{b} Section of the keeper’s book")
            parts += [f"### {a}.{b}.{c} Detail\n\nWords about {a}, {b} and {c}." for c in range(1, 11)]
    return write(tmp_path, "many.md", "\n\n".join(parts))


def pane(pilot: Pilot[None]) -> OutlinePane:
    return screen(pilot).outline_pane


def entries(pilot: Pilot[None], *, marked: bool = True) -> list[str]:
    """The entries that are in view: bar, sign and words, without the paragraphs' numbers, nor the strip."""
    width = pane(pilot).size.width
    lines = [" ".join(line[:width].split()) for line in shown(pilot)[1:-1]]
    lines = [line.rstrip("0123456789").rstrip() for line in lines if line]
    return lines if marked else [line.removeprefix("▌ ") for line in lines]


def chosen(pilot: Pilot[None]) -> str:
    """The words of the entry that the keys are at: the one on the tint."""
    tint = pilot.app.theme_variables["page-hit"].lower()
    for strip in pilot.app.screen._compositor.render_strips():
        words = "".join(
            segment.text
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name.lower() == tint
        )
        if len(words) > 20:
            return words.strip(" ▌▸").rstrip("0123456789 ")
    return ""


def reads(pilot: Pilot[None], words: str) -> bool:
    """Whether the section that is read begins with these words."""
    return screen(pilot).article.document.text[screen(pilot).page.cursor :].startswith(words)


async def wheel(pilot: Pilot[None]) -> None:
    widget = pane(pilot)
    widget.post_message(events.MouseScrollDown(widget, 1, 1, 0, 1, 0, False, False, False))
    await settled(pilot)


# Moving ------------------------------------------------------------------------------------------


async def test_keys_choose_an_entry_and_enter_goes_there(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        for keys, words in (
            ("j", "1.1 Gates"),
            ("down down", "1.1.1 The"),
            ("j j k", "1.1 Gates"),
            ("G", "3.3.2 Boats"),
            ("end up", "3.3.1 The"),
            ("G g", "1 Rivers"),
            ("G home", "1 Rivers"),
            ("space", "2.2 Gates"),
            ("pagedown b", "1 Rivers"),
            ("pagedown pageup", "1 Rivers"),
            ("k", "1 Rivers"),
        ):
            await press(pilot, "g", "tab", *keys.split())
            assert chosen(pilot).startswith(words), keys
            await press(pilot, "enter")
            assert reads(pilot, words), keys
            assert screen(pilot).page.has_focus


async def test_the_choice_begins_at_the_section_that_is_read(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "]", "]", "tab")
        assert chosen(pilot).startswith("1.1.1")
        await press(pilot, "G", "tab", "tab")
        assert chosen(pilot).startswith("1.1.1")


async def test_the_wheel_scrolls_and_a_click_goes_to_what_is_under_it(many: Path) -> None:
    async with reading(many, private=True) as pilot:
        before = entries(pilot)
        await wheel(pilot)
        after = entries(pilot)
        assert after != before
        assert len(set(after) & set(before)) > 10
        await pilot.click("#outline", offset=(8, 9))
        await settled(pilot)
        assert reads(pilot, shown(pilot)[9][:20].strip("▌ ")[:6])


async def test_the_outline_leaves_the_other_keys_alone(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "j", "Y")
        assert "the words alone" in foot(pilot)
        await press(pilot, "f1")
        assert "Keys" in "\n".join(shown(pilot))
        await press(pilot, "escape", "s")
        assert screen(pilot).query_one("#search").display
        await press(pilot, "escape", "tab", "q")
        assert pilot.app._exit


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
async def test_the_first_frame_shows_the_same_lines_of_many(many: Path, columns: int, rows: int) -> None:
    services = Services.of(Home.here(), private=True)
    article = open_target(str(many), services.library)
    article = article._replace(offset=article.outline.sections[3210].start)
    hand = FirstScreen(article, columns, rows, measure=72, outline=True).lines()
    async with Pincite(services, article).run_test(size=(columns, rows)) as pilot:
        await settled(pilot)
        assert [line.rstrip() for line in shown(pilot)[:-1]] == [
            "".join(words for words, _ in line).rstrip() for line in hand[:-1]
        ]
        assert any(line.startswith("▌") for line in shown(pilot))


# Collapsing --------------------------------------------------------------------------------------


async def test_one_entry_collapses_and_expands(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "j", "left")
        assert entries(pilot)[:3] == [
            "▌ 1 Rivers of the north",
            "▸ 1.1 Gates and locks",
            "1.2 Gates and locks",
        ]
        await press(pilot, "h")
        assert chosen(pilot).startswith("1 Rivers")
        await press(pilot, "h", "j")
        assert chosen(pilot).startswith("2 Rivers")
        await press(pilot, "k", "l", "j", "right")
        assert entries(pilot)[2].strip().startswith("1.1.1")


async def test_all_collapse_and_expand_and_the_place_stays_marked(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        before = entries(pilot, marked=False)
        await press(pilot, "]", "]", "]", "]", "]", "]", "]", "]", "]", "]", "]", "tab", "-")
        assert entries(pilot) == [
            "▸ 1 Rivers of the north",
            "▌ ▸ 2 Rivers of the south",
            "▸ 3 Rivers of the east",
        ]
        assert chosen(pilot).startswith("2 Rivers")
        await press(pilot, "+", "g")
        assert entries(pilot, marked=False) == before
        await press(pilot, "-", "=")
        assert entries(pilot, marked=False) == before


async def test_a_title_that_holds_everything_stays_open(tmp_path: Path) -> None:
    text = "---\ntitle: Another\n---\n\n# All\n\n## One\n\nA.\n\n### Deep\n\nB.\n\n## Two\n\nC."
    async with reading(write(tmp_path, "a.md", text)) as pilot:
        await press(pilot, "tab", "-")
        assert entries(pilot, marked=False) == ["All", "▸ One", "Two"]


async def test_following_marks_the_collapsed_entry_that_holds_the_place(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "-", "tab", "G")
        assert entries(pilot)[-1] == "▌ ▸ 3 Rivers of the east"
        await press(pilot, "g")
        assert entries(pilot)[0] == "▌ ▸ 1 Rivers of the north"


# The filter --------------------------------------------------------------------------------------


async def test_a_filter_shows_matches_with_what_holds_them(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "/", *"boats 2.")
        assert "outline /" in foot(pilot)
        assert foot(pilot).endswith("1/5")
        assert entries(pilot, marked=False) == [
            "1 Rivers of the north",
            "1.2 Gates and locks",
            "1.2.2 Boats",
            "2 Rivers of the south",
            "2.1 Gates and locks",
            "2.1.2 Boats",
            "2.2 Gates and locks",
            "2.2.2 Boats",
            "2.3 Gates and locks",
            "2.3.2 Boats",
            "3 Rivers of the east",
            "3.2 Gates and locks",
            "3.2.2 Boats",
        ]
        assert chosen(pilot) == "1.2.2 Boats"


async def test_matches_are_gone_through_while_the_words_are_typed(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "/", *"boats", "down", "down", "up", "down")
        assert foot(pilot).endswith("3/9")
        assert chosen(pilot) == "1.3.2 Boats"
        await press(pilot, "pagedown")
        assert foot(pilot).endswith("9/9")
        await press(pilot, "pageup", "down", "enter")
        assert reads(pilot, "1.2.2 Boats")
        assert screen(pilot).page.has_focus
        assert "outline" not in foot(pilot)
        assert len(entries(pilot)) > 20


@pytest.mark.parametrize("leave", ["escape", "tab"])
async def test_escape_leaves_everything_as_it_was(many: Path, leave: str) -> None:
    async with reading(many, private=True) as pilot:
        await press(pilot, "tab", "j", "left", "space", "space", "space")
        before, at = entries(pilot), chosen(pilot)
        assert not before[0].startswith("▌")
        await press(pilot, "/", *"chapter", "down", "down")
        assert entries(pilot) != before
        await press(pilot, leave)
        assert entries(pilot) == before
        assert chosen(pilot) == at
        assert pane(pilot).has_focus
        assert reads(pilot, "1 Chapter")
        await press(pilot, "/", "escape", "k", "j")
        assert chosen(pilot) == at


async def test_no_match_says_so_and_enter_gives_the_outline_back(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        before = entries(pilot)
        await press(pilot, "tab", "/", *"lakes")
        assert foot(pilot).endswith("no match")
        assert entries(pilot) == []
        await press(pilot, "down", "backspace", "enter")
        assert entries(pilot) == before
        assert pane(pilot).has_focus


async def test_nothing_typed_shows_everything(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        before = entries(pilot)
        await press(pilot, "tab", "j", "/", "x", "backspace")
        assert entries(pilot) == before
        assert chosen(pilot).startswith("1.1 Gates")
        await press(pilot, "enter")
        assert reads(pilot, "1.1 Gates")


async def test_a_match_in_a_collapsed_entry_is_found_and_the_entry_stays_so(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "-", "/", *"3.3.1")
        assert chosen(pilot) == "3.3.1 The"
        await press(pilot, "enter")
        assert reads(pilot, "3.3.1")
        assert entries(pilot)[-1] == "▌ ▸ 3 Rivers of the east"


async def test_a_click_on_a_match_goes_there(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "/", *"boats")
        line = next(n for n, words in enumerate(shown(pilot)) if "1.2.2" in words)
        await pilot.click("#outline", offset=(8, line))
        await settled(pilot)
        assert reads(pilot, "1.2.2 Boats")
        assert "outline" not in foot(pilot)
        assert len(entries(pilot)) > 20


async def test_a_click_on_the_page_takes_the_filter_back(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        before = entries(pilot, marked=False)
        await press(pilot, "tab", "/", *"boats")
        await pilot.click("#page", offset=(20, 5))
        await settled(pilot)
        assert entries(pilot, marked=False) == before
        assert "outline" not in foot(pilot)
        await press(pilot, "j")
        assert screen(pilot).page.has_focus


async def test_letters_of_a_match_carry_the_tint(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "/", *"boats")
        tint = pilot.app.theme_variables["page-hit"].lower()
        tinted = [
            segment.text
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name.lower() == tint
        ]
        assert tinted.count("Boats") == 9


async def test_slash_on_the_page_is_still_the_find(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        before = entries(pilot)
        await press(pilot, "/", *"boats")
        assert "outline" not in foot(pilot)
        assert foot(pilot).endswith("1/9")
        assert len(entries(pilot)) == len(before)
        await press(pilot, "escape")


async def test_keys_that_come_with_the_slash_are_typed(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab")
        for key in ("slash", "q", "s"):
            pilot.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await settled(pilot)
        assert pilot.app.is_running
        assert "outline / qs" in " ".join(foot(pilot).split())


async def test_over_the_page_the_outline_is_filtered_too(nested: Path) -> None:
    async with reading(nested, size=(50, 14), private=True) as pilot:
        await press(pilot, "tab", "/", *"boats", "down")
        assert chosen(pilot) == "1.2.2 Boats"
        await press(pilot, "escape")
        assert pane(pilot).has_focus
        assert entries(pilot)[0].startswith("▌ 1 Rivers")
        await press(pilot, "/", *"2.3.2", "enter")
        assert reads(pilot, "2.3.2 Boats")
        assert not any("│" in line for line in shown(pilot))
        await press(pilot, "tab")
        assert chosen(pilot) == "2.3.2 Boats"


async def test_a_filter_outlives_a_smaller_terminal(nested: Path) -> None:
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "/", *"boats", "down")
        await pilot.resize_terminal(50, 14)
        await settled(pilot)
        assert chosen(pilot) == "1.2.2 Boats"
        await press(pilot, "enter")
        assert reads(pilot, "1.2.2 Boats")


# Outlines of all kinds ---------------------------------------------------------------------------

EVERY_KEY = ["j", "k", "G", "g", "space", "b", "left", "right", "minus", "plus", "equals_sign", "slash", "a"]


@pytest.mark.parametrize(
    "text",
    [
        "***\n",
        "# One\n\nWords.",
        "\n\n".join(f"{'#' * min(n, 6)} {n} Level\n\nWords." for n in range(1, 13)),
        f"# {'Very long ' * 60}\n\nWords.\n\n## [b]Bold[/b] \\[red] \x1b[31m\n\nWords.",
        "# 河水上涨之后的两岸\n\nWords.\n\n## 👩‍👩‍👧‍👦 é́\n\nWords.",
    ],
    ids=["none", "one", "deep", "long-and-marked-up", "wide"],
)
async def test_every_outline_takes_every_key(tmp_path: Path, text: str) -> None:
    async with reading(write(tmp_path, "a.md", text), size=(20, 5), private=True) as pilot:
        await press(pilot, "tab", *EVERY_KEY, "down", "up", "escape", "minus", "slash", "L", "enter", "tab")
        assert pilot.app.is_running
        assert "\x1b" not in "".join(shown(pilot))


async def test_an_article_without_an_outline_says_so(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "a.md", "***\n"), private=True) as pilot:
        await press(pilot, "tab", "/")
        assert foot(pilot) == "This article has no outline."


# The table of keys -------------------------------------------------------------------------------


def test_every_key_of_the_outline_has_an_id_a_label_and_a_method() -> None:
    ids = [action.id for group in GROUPS.values() for action in group]
    assert len(set(ids)) == len(ids)
    for action in (*OUTLINE, *FILTER):
        owner = Reader if action.run.startswith("screen.") else Foot if action in FILTER else OutlinePane
        assert hasattr(owner, f"action_{action.run.removeprefix('screen.').partition('(')[0]}")
        assert action.label
    assert [(one.key, one.tooltip) for one in map(Action.binding, OUTLINE)] == [
        (action.keys, action.label) for action in OUTLINE
    ]


async def test_help_shows_the_keys_of_the_outline(nested: Path) -> None:
    async with reading(nested, size=(120, 240), private=True) as pilot:
        await press(pilot, "?")
        lines = [" ".join(line.split()) for line in shown(pilot)]
        for action in (*OUTLINE, *FILTER):
            assert any(action.label in line for line in lines)
        assert any("+ = expand all" in line for line in lines)
        await press(pilot, "escape")


async def test_keys_of_the_outline_can_be_changed(nested: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\n"outline.collapse_all" = "z"\n', encoding="utf-8")
    async with reading(nested, private=True) as pilot:
        await press(pilot, "tab", "z")
        assert len(entries(pilot)) == 3


# What the author did not write -------------------------------------------------------------------


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return write(tmp_path, "headless.txt", HEADLESS)


async def test_a_key_hides_what_was_inferred_everywhere_and_that_is_remembered(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "]", "]", "tab", "j")
        assert len(entries(pilot)) > 3
        assert " · ¶ 2 · " in foot(pilot)
        assert not foot(pilot).startswith("¶")
        await press(pilot, "tilde")
        assert "entries are hidden" in foot(pilot)
        assert "~ shows them again" in foot(pilot)
        count = len(screen(pilot).article.outline) - 1
        assert entries(pilot)[-1] == f"~ shows {count} inferred"
        assert not any(line.startswith("~") for line in entries(pilot)[:-1])
        await press(pilot, "escape", "g", "]")
        assert screen(pilot).page.cursor == 0
        await press(pilot, "}", "}")
        assert foot(pilot).startswith("¶")
    async with reading(headless) as pilot:
        assert entries(pilot)[-1] == f"~ shows {count} inferred"
        await press(pilot, "tilde", "_")
        assert len(entries(pilot)) > 3
        assert Services.of(Home.here(), private=True).settings.inferred


async def test_hiding_keeps_the_place_and_what_is_chosen(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "a.md", NESTED), private=True) as pilot:
        await press(pilot, "tab", "j", "left", "j", "tilde")
        assert chosen(pilot).startswith("1.2 Gates")
        assert "▸ 1.1 Gates and locks" in entries(pilot)
        assert "this outline has none" in foot(pilot)


async def test_the_first_frame_hides_it_too(headless: Path) -> None:
    services = Services.of(Home.here(), private=True)
    services.settings = services.settings._replace(inferred=False)
    article = open_target(str(headless), services.library)
    hand = FirstScreen(article, 80, 24, measure=72, outline=True, inferred=False).lines()
    async with Pincite(services, article).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [line.rstrip() for line in shown(pilot)[:-1]] == [
            "".join(words for words, _ in line).rstrip() for line in hand[:-1]
        ]
        assert "~ shows" in "\n".join(shown(pilot))


async def test_it_is_told_why_an_entry_stands_there_and_then_the_keys(headless: Path) -> None:
    async with reading(headless, private=True) as pilot:
        await press(pilot, "tab", "j", "question_mark")
        assert "Not the author’s" in two_lines(pilot)
        await press(pilot, "j", "question_mark")
        assert "Not the author’s" in two_lines(pilot)
        await press(pilot, "question_mark")
        assert "In the outline" in "\n".join(shown(pilot))
        assert "next section" not in "\n".join(shown(pilot))
        await press(pilot, "escape", "tab", "f1")
        assert "next section" in "\n".join(shown(pilot))
        await press(pilot, "escape")


# The strip ---------------------------------------------------------------------------------------


async def test_hits_are_counted_beside_their_sections_and_a_click_goes_to_one(nested: Path) -> None:
    async with reading(nested, size=(100, 46), private=True) as pilot:
        await press(pilot, "/", *"boats", "enter")
        counted = [line for line in shown(pilot) if "1×" in line]
        assert len(counted) == 9
        assert all("Boats" in line for line in counted)
        strip = shown(pilot)[0]
        ticks = [x for x, sign in enumerate(strip) if sign in "┴┘┷┙┸┚┻┛"]
        await pilot.click("#outline", offset=(ticks[-1], 0))
        await settled(pilot)
        assert reads(pilot, "Boats")
        assert shown(pilot)[0][ticks[-1]] == "▪"
        assert foot(pilot).startswith("9/9 · ")
        await pilot.click("#outline", offset=(2, 0))
        await settled(pilot)
        assert screen(pilot).page.cursor == 0
        await press(pilot, "escape", "escape")
        assert not any(sign in shown(pilot)[0] for sign in "┴┘┷┙┸┚┻┛")


async def test_the_strip_stays_above_a_list_that_is_scrolled(many: Path) -> None:
    async with reading(many, private=True) as pilot:
        before = shown(pilot)[0]
        await wheel(pilot)
        assert shown(pilot)[0] == before
        await press(pilot, "G")
        after = shown(pilot)[0]
        assert after.index("▪") > before.index("▪")
