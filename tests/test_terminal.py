"""What really reaches a terminal: nothing that an article holds, and in the end the terminal as it was."""

from __future__ import annotations

import base64
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from corpus.home import Home
from corpus.library import Library
from tests.reading import STRUCTURED, write

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.terminal import ENTER, ESCAPE, Terminal, pieces  # noqa: E402 - it is of no use without pyte

HOSTILE: Final = {
    "window title": "\x1b]0;MARKwindow\x07",
    "clipboard": "\x1b]52;c;TUFSS2NsaXA=\x07",
    "link": "\x1b]8;;file:///MARKlink\x1b\\",
    "device control": "\x1bPMARKdevice\x1b\\",
    "application": "\x1b_MARKapplication\x1b\\",
    "concealed": "\x1b[5;8;53m",
    "cursor": "\x1b[777;888H",
    "scrolling region": "\x1b[777;888r",
    "mode": "\x1b[?6;777h",
    "reset": "\x1bc",
    "C1 sequence": "\x9b5;8;53m",
    "C1 string": "\x9d0;MARKstring\x9c",
    "delete": "MARKde\x7flete",
    "bell": "\x07",
    "backspace": "MARK\b\b\b\b",
    "shift out": "\x0e",
    "override": "\u202eMARKoverride",
    "isolate": "\u2066MARKisolate",
    "mark": "\u200fMARKmark",
}
"""What a terminal would obey, or show in another order."""
MARKUP: Final = "[@click=app.quit]MARKmarkup[/] and [/b] and [link=file:///x]there[/link]"
"""What Textual and Rich would obey."""

# All that the program itself, Textual and Rich have to say to a terminal.
_SEQUENCES: Final = re.compile(
    r"""(?:(?:[0-479]|3[0-7]|9[0-7]|[34]8;2;\d+;\d+;\d+)?(?:;(?=\d)|(?=m)))+m  # looks
    | \d{1,2};\d{1,3}H                                                         # the cursor’s place
    | \?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]                   # modes
    | >\d+u | <u                                                               # kitty’s keys
    | \?(?:2026|2048)\$p | c                                                   # questions""",
    re.VERBOSE,
)
_STRINGS: Final = re.compile(r"\]11;\?|\]22;\w+")
_CLIPBOARD: Final = re.compile(r"\]52;c;([A-Za-z0-9+/]+=*)")


def obeyed(written: str, *, copied: tuple[str, ...] = ()) -> list[str]:
    """What a terminal obeys in what was written to it, and the program did not mean."""
    found = []
    for kind, characters in pieces(written):
        if kind == "csi":
            meant = bool(_SEQUENCES.fullmatch(characters))
        elif kind == "string":
            clip = _CLIPBOARD.fullmatch(characters)
            meant = bool(_STRINGS.fullmatch(characters)) or (
                clip is not None and base64.b64decode(clip[1]).decode() in copied
            )
        else:
            meant = kind == "words" or characters in "\r\n"
        if not meant:
            found.append(f"{kind} {characters!r}")
    return found + [name for name, sequence in HOSTILE.items() if sequence in written]


def controls(text: str) -> list[str]:
    """The controls in a text that was kept: everything but words and line ends."""
    return [repr(piece.characters) for piece in pieces(text) if piece.kind != "words" and piece.characters != "\n"]


# The article -------------------------------------------------------------------------------------


def hostile_text() -> str:
    return "\n\n".join(f"Passage{n} of {name} is {it} to its end." for n, (name, it) in enumerate(ALL, 1))


ALL: Final = [*HOSTILE.items(), ("markup", MARKUP)]


def hostile_markdown() -> str:
    quoted = f'"MARKtitle {HOSTILE["window title"]} {MARKUP}"'.replace("\x1b", r"\x1b").replace("\x07", r"\a")
    head = f'---\ntitle: {quoted}\nauthor: "Ana \\x1b[5;8;53m\\x9b5;8;53m \\u202e Ruiz"\n---\n\n'
    return head + "\n\n".join(
        f"## Part {n} {it}\n\nPassage{n} of *{it}* and `{it}` and {entities(it)}."
        for n, (_, it) in enumerate(ALL, 1)
    )


def hostile_html() -> str:
    head = f"<title>MARKtitle {entities(HOSTILE['window title'])}</title><meta name=author content='Ana {MARKUP}\x9b5;8;53m'>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>" + "\n".join(
        f"<h2>Part {n} {it}</h2><p>Passage{n} of <em title='{it}'>{it}</em> and {entities(it)}."
        for n, (_, it) in enumerate(ALL, 1)
    )


def entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


ARTICLES: Final = {"txt": hostile_text, "md": hostile_markdown, "html": hostile_html}


def hostile_article(folder: Path, ending: str) -> Path:
    """An article that is hostile in everything, its name too."""
    name = f"MARKname\x1b]0;MARKfile\x07\n\x9b5;8;53m\u202e.{ending}"
    return write(folder, name, ARTICLES[ending]())


@pytest.mark.parametrize("ending", list(ARTICLES))
def test_nothing_in_an_article_is_obeyed_by_the_terminal(tmp_path: Path, ending: str) -> None:
    with Terminal(hostile_article(tmp_path, ending), size=(100, 30)) as terminal:
        terminal.until(" %")
        for number in range(1, len(ALL) + 1):
            _ask(terminal, ":", f"{number}{ENTER}")
            terminal.until(f"Passage{number} ", f"¶ {number} ·")
        _ask(terminal, "/", "MARK")
        terminal.wait(lambda: re.search(r"/ MARK .* \d+/\d+$", terminal.lines()[-1]) is not None)
        _leave(terminal, "/ MARK")
        _ask(terminal, "s", "MARK")
        terminal.until(" hit")
        _leave(terminal, " hit")
        for key, words in (("?", "Keys"), ("e", "Citation style"), ("L", "Library")):
            terminal.press(key)
            terminal.until(words)
            _leave(terminal, words)
        terminal.press("gV" + "}" * 2 * len(ALL))
        terminal.until("words · ¶")
        terminal.press("y")
        terminal.until("unconfirmed")
        terminal.press("q")
        assert terminal.status() == 0
    clip = Home.here().last_clip.read_text("utf-8")
    assert "MARKwindow" in clip
    assert controls(clip) == []
    assert obeyed(terminal.text, copied=(clip,)) == []
    words = "".join(piece.characters for piece in pieces(terminal.text) if piece.kind == "words")
    for shown in ("␛]0;MARKwindow␇", "␛[5;8;53m", "⟨RLO⟩", "⟨LRI⟩", "␡", "[@click=app.quit]MARKmarkup[/]"):
        assert shown in words


def _leave(terminal: Terminal, words: str) -> None:
    """Press Escape, and wait until that is gone: a key right after it would be another key."""
    terminal.press(ESCAPE)
    terminal.gone(words)


def _ask(terminal: Terminal, sign: str, words: str) -> None:
    """Open a prompt, and type into it once the cursor stands there."""
    before = terminal.cursor()
    terminal.press(sign)
    terminal.wait(lambda: terminal.cursor() != before)
    terminal.press(words)
