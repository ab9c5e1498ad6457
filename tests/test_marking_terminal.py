"""What reaches the terminal of marks and highlights: a tint in few colours too, nothing that is obeyed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reading import HEADLESS, write

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.hostile_words import hostile_text, obeyed
from tests.terminal import ESCAPE, Terminal


@pytest.mark.parametrize("light", [False, True])
def test_in_sixteen_colours_what_is_marked_is_seen_and_nothing_bold_is_grey(
    tmp_path: Path, light: bool
) -> None:
    article = write(tmp_path, "headless.txt", HEADLESS)
    with Terminal(article, size=(120, 24), light=light, TERM="xterm", COLORTERM="") as terminal:
        terminal.until("The keepers")
        terminal.press("}}H")
        terminal.until("Highlighted 22 words")
        (ground,) = seen(terminal, "The river had risen")
        (page,) = seen(terminal, "The keepers of the lock")
        assert ground != page
        terminal.press("}v")
        terminal.wait(lambda: page not in seen(terminal, "First, the upper gate"))
        written = [cell for line in terminal.screen() for cell in line if cell.character.strip()]
        assert any(cell.bold for cell in written)
        assert not [cell for cell in written if cell.bold and cell.color == "black"]


def seen(terminal: Terminal, words: str) -> set[str]:
    """What is behind words."""
    return {cell.bg for cell in terminal.cells(words)}


def test_nothing_that_is_marked_is_obeyed(tmp_path: Path) -> None:
    article = write(tmp_path, "hostile.txt", f"{hostile_text()}\n\nThe last words of all are here.")
    with Terminal(article, size=(120, 30)) as terminal:
        terminal.until("MARKwindow")
        terminal.press("}}H")
        terminal.until("Highlighted")
        terminal.press("G'A")
        terminal.until("Mark a is set")
        terminal.press("q")
        assert terminal.status() == 0
        first = terminal.text
    changed = article.read_text("utf-8").replace("MARK", "M").replace("words of all", "words \x1b[31m of all")
    write(tmp_path, "hostile.txt", changed)
    with Terminal(article, size=(120, 30)) as terminal:
        terminal.until("The text has changed")
        terminal.press("''")
        terminal.until("Marks and highlights")
        terminal.press("G")
        terminal.until("␛[31m")
        terminal.press(ESCAPE)
        terminal.gone("Marks and highlights")
        terminal.press("'a")
        terminal.until("Mark a was edited")
        assert obeyed(first) == obeyed(terminal.text) == []
