"""Pages, books and papers hostile in every field, on a real terminal: nothing that they hold is obeyed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

from corpus.home import Home
from tests.hostile_articles import MARKUP, OBEYED, hostile_article

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.emulator import pieces
from tests.hostile_words import controls, obeyed
from tests.terminal import ENTER, ESCAPE, Terminal

SHOWN: Final = {
    "a.html": "inheading intext inlabel incell inpicture innote inheadline inauthor",
    "mended.epub": "incontents inheading intext inlabel incell inpicture innote inpage intitle increator",
    "a.docx": "inheading intext inlabel incell inpicture innote intitle increator",
    "a.pdf": "incontents inheading inpage intitle inauthor",
}
"""The fields of each that are seen: in the page, the outline, the list of links or what is known."""


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_in_any_field_is_obeyed_by_the_terminal(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"MARKname{OBEYED}\n.{name}"
    path.write_bytes(hostile_article(name)[0])
    with Terminal(path, size=(100, 60)) as terminal:
        terminal.until(" %", "inheading")
        terminal.press("f")
        terminal.until("in this article", "https://e.org/intarget")
        terminal.press({"a.docx": "\x1b[B"}.get(name, "") + ENTER)
        terminal.gone("in this article")
        terminal.until(" → https://e.org/")
        terminal.press(ENTER)
        terminal.until("Esc stays here")
        terminal.press(ESCAPE)
        terminal.gone("Esc stays here")
        terminal.press("m")
        terminal.until("What is known", "inheadline" if name == "a.html" else "intitle")
        terminal.leave("What is known")
        terminal.ask("/", "in")
        terminal.until("/ in ")
        terminal.leave("/ in ")
        terminal.press("gVG")
        terminal.until(" words · ")
        terminal.press("y")
        terminal.until("unconfirmed")
        terminal.press("q")
        assert terminal.status() == 0
    clip = Home.here().last_clip.read_text("utf-8")
    assert "inheading" in clip
    assert controls(clip) == []
    assert obeyed(terminal.text, copied=(clip,)) == []
    words = "".join(piece.characters for piece in pieces(terminal.text) if piece.kind == "words")
    assert [field for field in SHOWN[name].split() if field not in words] == []
    assert [one for one in (MARKUP, "⟨RLO⟩", "⟨LRI⟩", "␡") if one not in words] == []
