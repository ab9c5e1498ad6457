"""Choosing among many styles: what is typed, what is shown, and that nothing is made before it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from corpus.citation import STYLES, catalogue
from corpus.citation.csl import engines
from corpus.citation.phrase import italic, phrase
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.home import Home
from corpus.metadata import Metadata
from tests.reading import HEADLESS, foot, press, reading, screen, settled, shown, two_lines, until, write
from tests.test_csl_styles import NOTES, answering
from tui.style_forms import shared_out
from tui.style_samples import Samples
from tui.style_sheet import StyleSheet

MADE: list[str] = []
"""The styles that were asked for a citation."""


def _style(number: int) -> Style:
    def cite(_cited: Cited) -> Reference:
        MADE.append(f"style{number}")
        return Reference(phrase(f"[{number}] ") + italic("River [bold]Watch[/bold] 河") + " \x1b[2J." * 8)

    def short(_cited: Cited) -> Reference:
        return Reference(phrase(f"Short {number}."), "", ("title unknown",), ("how it is cut",))

    name, label = f"style{number}", f"Style № {number}"
    return Style(
        name, label, f"{label}, in numbers", "text", Quotation("note"), cite, short, cite, ibid=short
    )


MANY = {style.name: style for style in map(_style, range(30))}


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Thirty styles more than there are."""
    monkeypatch.setattr(catalogue, "_MODULES", catalogue._MODULES | dict.fromkeys(MANY, ("", "")))
    original = type(STYLES).__getitem__
    monkeypatch.setattr(
        type(STYLES), "__getitem__", lambda self, name: MANY.get(name) or original(self, name)
    )
    MADE.clear()
    return iter(())


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the sheet, without what the page shows beside it."""
    return [line.strip() for line in shown(pilot)]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_only_what_is_in_view_is_made(flood: Path, size: tuple[int, int]) -> None:
    async with reading(flood, size=size) as pilot:
        await press(pilot, "e", *["down"] * 3)
        assert isinstance(pilot.app.screen, StyleSheet)
        assert "style28" not in MADE
        await press(pilot, *"style2", *["pagedown"] * 11)
        assert "style29" in MADE
        await press(pilot, *["pageup"] * 2, "escape")
        assert screen(pilot).page.has_focus


@pytest.mark.usefixtures("many")
async def test_typed_letters_leave_the_styles_that_they_name(flood: Path) -> None:
    async with reading(flood, size=(80, 24)) as pilot:
        await press(pilot, "e")
        assert any(row.endswith(f"1/{len(STYLES)}") for row in rows(pilot))
        await press(pilot, *"NUM 17")
        assert any(row.endswith("1/1") for row in rows(pilot))
        assert any(row.startswith("Style № 17") for row in rows(pilot))
        assert not any(row.startswith("APA") for row in rows(pilot))
        await press(pilot, *"qqq")
        assert any("no style has these letters" in row for row in rows(pilot))
        await press(pilot, "enter", "down", "up")
        assert isinstance(pilot.app.screen, StyleSheet)
        await press(pilot, *["backspace"] * 3, "enter")
        assert foot(pilot) == "Citing in Style № 17."
        assert screen(pilot).services.settings.style == "style17"


@pytest.mark.usefixtures("many")
async def test_the_chosen_style_shows_its_forms_and_what_is_unchecked(flood: Path) -> None:
    async with reading(flood, size=(80, 24)) as pilot:
        await press(pilot, "e", *"style17")
        lines = rows(pilot)
        first = lines.index("Style № 17, in numbers")
        assert lines[first + 1].startswith("citation  [17] River [bold]Watch[/bold] 河 ␛[2J")
        forms = [line.split()[0] for line in lines[first + 1 :] if line]
        assert {"citation", "short"} <= set(forms)
        assert "ibid" not in forms  # the short form stands for it, and is shown already
        assert "entry" not in forms  # the same as the citation
        assert any(line == "check this style: how it is cut" for line in lines)


async def test_the_sheet_begins_at_the_style_that_holds(flood: Path) -> None:
    async with reading(flood, size=(80, 24)) as pilot:
        await press(pilot, "e", *"mla", "enter", "e")
        assert any(row.startswith("▪ MLA") for row in rows(pilot))
        await press(pilot, "enter")
        assert screen(pilot).services.settings.style == "mla"


async def test_keys_typed_at_once_choose_too_and_what_follows_is_for_the_page(flood: Path) -> None:
    async with reading(flood, size=(80, 24)) as pilot:
        await pilot.press("e", *"apa", "enter", "}", "}")
        await settled(pilot)
        assert screen(pilot).services.settings.style == "apa"
        assert screen(pilot).article.document.paragraph_at(screen(pilot).page.cursor) == 2


async def test_a_click_chooses_and_the_wheel_moves(flood: Path) -> None:
    async with reading(flood, size=(80, 24)) as pilot:
        await press(pilot, "e")
        await pilot.click("#style-list", offset=(5, 1))
        await settled(pilot)
        assert screen(pilot).services.settings.style == list(STYLES)[1]


async def test_an_article_without_words_has_styles_too(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "rule.md", "***\n")) as pilot:
        await press(pilot, "e", *"apa", "enter")
        assert screen(pilot).services.settings.style == "apa"


async def test_a_style_of_a_file_is_offered_and_a_broken_one_says_why(flood: Path) -> None:
    folder = Home.here().styles
    folder.mkdir(parents=True)
    (folder / "lock[bold].csl").write_text(NOTES.replace("<macro", "<ma cro"), encoding="utf-8")
    async with reading(flood, size=(80, 24)) as pilot:
        await press(pilot, "e", *"csl lock")
        lines = rows(pilot)
        assert any(line.startswith("lock[bold] (CSL)") for line in lines)
        assert any(line.startswith("“lock[bold].csl” is no CSL style: get one from") for line in lines)
        await press(pilot, "enter")
        assert foot(pilot) == "Citing in lock[bold] (CSL)."
        await press(pilot, "y")
        assert "“lock[bold].csl” is no CSL style" in two_lines(pilot)


@given(st.lists(st.integers(1, 6), max_size=5), st.integers(0, 20))
def test_lines_are_shared_out_so_that_none_goes_without_while_another_has_two(
    wanted: list[int], lines: int
) -> None:
    got = shared_out(wanted, lines)
    assert sum(got) == min(lines, sum(wanted))
    assert all(have <= most for have, most in zip(got, wanted, strict=True))
    assert 0 not in got or max(got, default=0) < 2


async def test_copying_in_a_slow_style_waits_for_it_behind_the_page(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    tree = '{"blocks": [{"t": "Cite", "c": [[], [{"t": "Emph", "c": [{"t": "Str", "c": "At last."}]}]]}]}'
    answering("pandoc", monkeypatch, tmp_path, f"until test -e {gate}; do sleep 0.01; done; echo '{tree}'")
    path = tmp_path / "lock.csl"
    path.write_text(NOTES, encoding="utf-8")
    async with reading(flood, size=(160, 24)) as pilot:
        screen(pilot).services.change(style=str(path))
        await pilot.press("}", "}", "c")
        await until(pilot, lambda: "Copying…" in foot(pilot))
        gate.touch()
        await settled(pilot)
        await settled(pilot)
        assert any("Lock Keepers’ Notes" in line for line in shown(pilot))
        assert Home.here().last_clip.read_text("utf-8") == "At last."


async def test_what_is_copied_in_a_slow_style_is_what_was_asked_for_wherever_one_goes(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    tree = '{"blocks": [{"t": "Cite", "c": [[], [{"t": "Str", "c": "At last."}]]}]}'
    answering("pandoc", monkeypatch, tmp_path, f"until test -e {gate}; do sleep 0.01; done; echo '{tree}'")
    path = tmp_path / "lock.csl"
    path.write_text(NOTES, encoding="utf-8")
    async with reading(flood, size=(160, 24)) as pilot:
        screen(pilot).services.change(style=str(path))
        await pilot.press("}", "}", "y", "{", "v")
        await pilot.pause()
        gate.touch()
        await settled(pilot)
        await settled(pilot)
        document = screen(pilot).article.document
        asked_for = document.text[document.paragraph(2).start :].split()[:4]
        assert Home.here().last_clip.read_text("utf-8").strip("“").split()[:4] == asked_for
        assert screen(pilot).choice is not None


async def test_who_leaves_does_not_wait_for_a_program_that_hangs(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"
    answering("pandoc", monkeypatch, tmp_path, f"touch {begun}; exec sleep 600")
    monkeypatch.setattr(engines, "SECONDS", 600)
    path = tmp_path / "lock.csl"
    path.write_text(NOTES, encoding="utf-8")
    async with reading(flood, size=(80, 24)) as pilot:
        screen(pilot).services.change(style=str(path))
        await pilot.press("}", "}", "c")
        await until(pilot, begun.exists)
        await pilot.press("q")
    assert not pilot.app.is_running


def test_a_slow_style_is_not_made_by_looking() -> None:
    samples = Samples(Cited(Metadata()))
    assert samples.ready("/nowhere/x.csl") is None
    assert samples.make("/nowhere/x.csl").fault.startswith("There is no style file")
    assert samples.ready("/nowhere/x.csl") == samples.make("/nowhere/x.csl")
    assert samples.unchecked("/nowhere/x.csl") == ()
