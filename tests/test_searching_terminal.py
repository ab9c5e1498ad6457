"""Searching on a real terminal: keys typed ahead keep their order, and nothing that is found is obeyed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reading import HEADLESS, write

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.hostile_words import HOSTILE, MARKUP, obeyed
from tests.terminal import ENTER, ESCAPE, Terminal

DOWN = "\x1b[B"
TAB = "\t"
CORRECTING = (
    sys.executable,
    "-c",
    """if True:
    import sys
    from dataclasses import replace
    from corpus.search import Search
    real = Search.answers
    def answers(self, query, *, literally=False, **more):
        meant = query if literally else query.replace("riber", "river")
        for answer in real(self, meant, **more):
            corrected = (("riber", "river"),) if meant != query else ()
            yield replace(answer, corrected=corrected)
    Search.answers = answers
    from tui.__main__ import main
    sys.exit(main())
    """,
)
"""Pincite with a search that takes “riber” for a slip."""


def test_a_correction_and_hits_with_a_hostile_title_are_words_and_nothing_else(tmp_path: Path) -> None:
    title = f'"MARKtitle {HOSTILE["clipboard"]} {MARKUP} \\u202e\\x9b5m"'
    title = title.replace("\x1b", r"\x1b").replace("\x07", r"\a")
    text = f"---\ntitle: {title}\n---\n\nThe river {HOSTILE['window title']} had risen {MARKUP}.\n"
    with Terminal(write(tmp_path, "a.md", text), program=CORRECTING, size=(120, 40)) as terminal:
        terminal.until(" %")
        terminal.press("sriber")
        terminal.until("0 for riber · 1 for river · Tab: exact", "1 hit")
        terminal.press(TAB)
        terminal.until("0 for riber in 1 article · Tab: corrected", "0 hits")
        terminal.press(TAB)
        terminal.until("0 for riber · 1 for river", "␛]0;MARKwindow␇", "[@click=app.quit]MARKmarkup[/]")
        terminal.press(HOSTILE["concealed"].replace("\x1b", "") + ESCAPE)
        terminal.gone("Enter stays")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []


@pytest.mark.parametrize("started", [False, True], ids=["before Textual", "with Textual"])
def test_keys_typed_ahead_of_a_search_find_enter_and_go_on(tmp_path: Path, started: bool) -> None:
    with Terminal(write(tmp_path, "flood.txt", HEADLESS), size=(100, 30)) as terminal:
        if started:
            terminal.until(" %")
            terminal.wait(lambda: terminal.has_textual)
        terminal.press(f"skeeper{DOWN}{DOWN}{ENTER}Vy")
        terminal.until("Sent ", "para.")
        terminal.press("q")
        assert terminal.status() == 0


def test_keys_after_enter_at_any_prompt_are_not_typed_into_it(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "flood.txt", HEADLESS), size=(100, 30)) as terminal:
        terminal.until(" %")
        terminal.press(f":3{ENTER}V")
        terminal.until("words · third para.")
        terminal.press(f"s{ESCAPE}")
        terminal.rest()
        terminal.press(f"/keeper{ENTER}nnV")
        terminal.until("2/3 · 36 words")
        terminal.press(ESCAPE)
        terminal.rest()
        terminal.press(ESCAPE)
        terminal.rest()
        terminal.press(f"{TAB}/boats{ENTER}V")
        terminal.until("words · fourth para.")
        terminal.press(f"{TAB}/submarine{ENTER}q")
        assert terminal.status() == 0


def test_without_colours_the_words_are_underlined(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "flood.txt", HEADLESS), size=(100, 40), NO_COLOR="1") as terminal:
        terminal.until(" %")
        terminal.press("snorthern")
        terminal.until("▌", "1 hit")
        terminal.rest()
        line = next(line for line in reversed(terminal.lines()) if "northern wall" in line)
        assert [cell.underscore for cell in terminal.cells(line.strip())][line.strip().index("northern")]
