"""What really reaches a terminal: nothing that an article holds, and in the end the terminal as it was."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from typing import Final

import pytest

from corpus.home import Home
from corpus.library import Library
from tests.reading import STRUCTURED, write

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.emulator import pieces
from tests.hostile_words import ALL, HOSTILE, MARKUP, controls, hostile_text, obeyed
from tests.terminal import ENTER, PINCITE, WITHOUT_TEXTUAL, Terminal

# The article -------------------------------------------------------------------------------------


def hostile_markdown() -> str:
    quoted = f'"MARKtitle {HOSTILE["window title"]} {MARKUP}"'.replace("\x1b", r"\x1b").replace("\x07", r"\a")
    head = f'---\ntitle: {quoted}\nauthor: "Ana \\x1b[5;8;53m\\x9b5;8;53m \\u202e Ruiz"\n---\n\n'
    return head + "\n\n".join(
        f"## Part {n} {it}\n\nPassage{n} of *{it}* and `{it}` and {entities(it)}."
        for n, (_, it) in enumerate(ALL, 1)
    )


def entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


ARTICLES: Final = {"txt": hostile_text, "md": hostile_markdown}


def hostile_article(folder: Path, ending: str) -> Path:
    """An article that is hostile in everything, its name too."""
    name = f"MARKname\x1b]0;MARKfile\x07\n\x9b5;8;53m\u202e.{ending}"
    return write(folder, name, ARTICLES[ending]())


@pytest.mark.parametrize("ending", list(ARTICLES))
def test_nothing_in_an_article_is_obeyed_by_the_terminal(tmp_path: Path, ending: str) -> None:
    with Terminal(hostile_article(tmp_path, ending), size=(100, 60)) as terminal:
        terminal.until(" %")
        for number in range(len(ALL), 0, -5):
            terminal.ask(":", f"{number}{ENTER}")
            terminal.until(f"Passage{number} ", f"¶ {number} ·")
        terminal.ask("/", "MARK")
        terminal.wait(lambda: re.search(r"/ MARK .* \d+/\d+$", terminal.lines()[-1]) is not None)
        terminal.leave("/ MARK")
        terminal.ask("s", "MARK")
        terminal.until(" hit")
        terminal.leave(" hit")
        for key, words in (
            ("?", "Keys"),
            ("e", "Citation style"),
            ("m", "What is known"),
            ("L", "Library"),
        ):
            terminal.press(key)
            terminal.until(words)
            terminal.leave(words)
        terminal.press("gV" + "}" * 2 * len(ALL))
        terminal.until("words · first ")
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
    assert all(f"Passage{number}" in words for number in range(1, len(ALL) + 1))


@pytest.mark.parametrize("name", list(HOSTILE))
def test_the_check_sees_what_a_terminal_would_obey(name: str) -> None:
    code = "import os, sys; os.write(1, b'Some ' + os.fsencode(sys.argv[1]) + b' words')"
    with Terminal(HOSTILE[name], program=(sys.executable, "-c", code)) as terminal:
        assert terminal.status() == 0
    assert obeyed(terminal.text)


def test_the_check_sees_a_raw_byte_and_an_unknown_copy() -> None:
    assert obeyed(b"words \x9b31m".decode("utf-8", "surrogateescape"))
    assert obeyed("\x1b]52;c;d29yZHM=\x07")
    assert not obeyed("\x1b]52;c;d29yZHM=\x07", copied=("words",))
    assert controls("a\tb\x9b") == ["'\\t'", "'\\x9b'"]


def test_bytes_of_another_encoding_are_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"Caf\xe9 of the \x9b31m and \x9d0;MARK\x9c and \x81\x8d\x90 river.\n\nMore \xe9t\xe9.")
    with Terminal(path) as terminal:
        terminal.until("Caf", "More")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []


def test_markup_in_an_article_does_nothing_when_it_is_clicked(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.txt", f"Words of {MARKUP} to read.")) as terminal:
        terminal.until("=app.quit]MARK")
        terminal.click("MARKmarkup")
        terminal.press("?")
        terminal.until("Keys")


def test_commands_print_nothing_that_is_obeyed(tmp_path: Path) -> None:
    article = str(hostile_article(tmp_path, "md"))
    errors = tmp_path / "errors"  # on a terminal, a task that takes longer shows how far it is
    for command in (
        ["add", article],
        ["list"],
        ["outline", article],
        ["search", "MARKwindow"],
        ["cite", article, "--paragraph", "1"],
    ):
        with Terminal(*command, size=(200, 50), errors=errors) as terminal:
            assert terminal.status() == 0
        assert "MARK" in terminal.text or command[0] == "add"
        assert obeyed(terminal.text + errors.read_text(encoding="utf-8")) == []


def test_the_name_of_a_missing_file_is_not_obeyed(tmp_path: Path) -> None:
    with Terminal(
        tmp_path / "MARKgone\x1b]0;MARKfile\x07\n\x9b5;8;53m\u202e\x7f.txt", size=(200, 24)
    ) as terminal:
        assert terminal.status() == 1
    assert "MARKgone␛]0;MARKfile␇␊" in terminal.text
    assert obeyed(terminal.text) == []


def test_the_name_of_the_home_is_not_obeyed(tmp_path: Path) -> None:
    home = tmp_path / "H\x1b]0;MARKhome\x07\x9b5;8;53m\u202e"
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("no = [toml")
    with Terminal(PINCITE_HOME=str(home), size=(240, 30)) as terminal:
        terminal.until("MARKhome␇")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []


def test_the_words_of_a_failure_are_neither_obeyed_nor_logged(tmp_path: Path) -> None:
    words = "MARKfailed \x1b]0;MARKwindow\x07 \x9b5;8;53m \x1b[5;8;53m \u202e"
    code = f"""if True:
        import sys, tui.keeping
        def fails(*_): raise RuntimeError({words!r})
        tui.keeping.remember = fails
        from tui.__main__ import main
        sys.exit(main())
    """
    article = write(tmp_path, "a.txt", STRUCTURED)
    with Terminal(article, program=(sys.executable, "-c", code), size=(200, 24)) as terminal:
        terminal.until("MARKfailed ␛]0;MARKwindow␇")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []
    log = Home.here().log.read_text("utf-8")
    assert "MARKfailed" in log
    assert controls(log) == []


@pytest.mark.parametrize("sign", ["/", "s", ":"])
def test_what_is_pasted_into_a_prompt_is_not_obeyed(tmp_path: Path, sign: str) -> None:
    with Terminal(write(tmp_path, "a.txt", STRUCTURED)) as terminal:
        terminal.until(" %")
        terminal.ask(sign, "\x1b[200~MARKone \x9b5;8;53m \u202e \x07 \x7f MARKtwo\x1b[201~")
        terminal.until("MARKtwo")
        terminal.leave("MARKtwo")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []


# Standard input, and where one left off -----------------------------------------------------------


def test_much_that_is_piped_in_is_there_to_its_end_at_once() -> None:
    text = "\n\n".join(
        f"Paragraph {n} of what was piped in. {'Words follow. ' * 30}" for n in range(1, 2_001)
    )
    with Terminal("-", piped=text.encode()) as terminal:
        terminal.until("Paragraph 1 of what")
        terminal.press("G")
        terminal.until("Paragraph 2000 of what")
        terminal.until("¶ 2000 · 100 %")
        terminal.press("q")
        assert terminal.status() == 0


def test_an_article_comes_by_a_pipe_and_the_keys_from_the_terminal() -> None:
    with Terminal("-", piped=STRUCTURED.encode()) as terminal:
        terminal.until("On Rivers")
        terminal.press("G")
        terminal.until("100 %")
        terminal.press("q")
        assert terminal.status() == 0
        assert terminal.modes() == terminal.before
    with Library(Home.here().library) as library:
        assert library.articles() == []


def test_the_article_that_ships_opens_first_and_then_the_one_that_was_read(tmp_path: Path) -> None:
    with Terminal() as terminal:
        terminal.until("Qiushi", " %")
        terminal.press("q")
        assert terminal.status() == 0
    with Terminal(write(tmp_path, "rivers.md", STRUCTURED)) as terminal:
        terminal.until("On Rivers", " %")
        terminal.ask(":", f"12{ENTER}")
        terminal.until("¶ 12 ·")
        terminal.press("q")
        assert terminal.status() == 0
    with Terminal() as terminal:
        terminal.until(" %")
        terminal.press("q")
        assert terminal.status() == 0
        assert "¶ 12 ·" in terminal.text


# The terminal afterwards --------------------------------------------------------------------------


def modes_left(terminal: Terminal) -> dict[str, bool]:
    """The private modes that were set or reset, each as it was left."""
    left = {"7": True, "25": True}
    for kind, characters in pieces(terminal.text):
        if kind == "csi" and (match := re.fullmatch(r"\?(\d+)([hl])", characters)):
            left[match[1]] = match[2] == "h"
    return left


def check_restored(terminal: Terminal) -> None:
    """The terminal is as it was: line, alternate screen, cursor, mouse, paste, focus, wrapping, keys."""
    assert terminal.modes() == terminal.before
    on = {mode for mode, is_on in modes_left(terminal).items() if is_on}
    assert on == {"25", "7"}
    written = [piece.characters for piece in pieces(terminal.text) if piece.kind == "csi"]
    assert sum(bool(re.fullmatch(r">\d+u", it)) for it in written) == written.count("<u")


@pytest.mark.parametrize("early", [False, True])
def test_after_q_the_terminal_is_as_it_was(tmp_path: Path, early: bool) -> None:
    program = WITHOUT_TEXTUAL if early else PINCITE
    with Terminal(write(tmp_path, "a.md", STRUCTURED), program=program) as terminal:
        terminal.until(" %")
        terminal.wait(lambda: early or terminal.has_textual)
        assert terminal.modes() != terminal.before
        assert modes_left(terminal)["1049"]
        terminal.press("q")
        assert terminal.status() == 0
        check_restored(terminal)


@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal_the_terminal_is_as_it_was_and_the_place_is_kept(
    tmp_path: Path, number: signal.Signals, early: bool
) -> None:
    program = WITHOUT_TEXTUAL if early else PINCITE
    with Terminal(write(tmp_path, "a.md", STRUCTURED), program=program) as terminal:
        terminal.until(" %")
        # What Textual shows of its own: only then does it listen to signals.
        terminal.wait(lambda: early or terminal.has_textual)
        terminal.press("G")
        terminal.until("100 %")
        terminal.signal(number)
        assert terminal.status() != 0
        check_restored(terminal)
    with Library(Home.here().library) as library:
        assert library.articles()[0].place > 0


@pytest.mark.parametrize(
    "failing",
    [
        "tui.first_frame.FirstScreen.lines",
        "tui.early_keys.EarlyKeys.answer",
        "tui.app.Pincite.__init__",
        "tui.reader.Reader.compose",
        "tui.reader.Reader.action_help",
    ],
)
def test_after_a_failure_the_terminal_is_as_it_was(tmp_path: Path, failing: str) -> None:
    code = f"""if True:
        import sys
        from pkgutil import resolve_name
        def fails(*_, **__):
            raise RuntimeError("It failed")
        owner, _, name = {failing!r}.rpartition(".")
        setattr(resolve_name(owner), name, fails)
        from tui.__main__ import main
        sys.exit(main())
    """
    with Terminal(write(tmp_path, "a.md", STRUCTURED), program=(sys.executable, "-c", code)) as terminal:
        if failing.endswith("help"):
            terminal.wait(lambda: terminal.has_textual)
            terminal.press("?")
        assert terminal.status() == 1
        assert "It failed" in terminal.text
        check_restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_handover_leaves_the_terminal_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED)) as terminal:
        terminal.wait(lambda: terminal.has_textual)
        terminal.signal(number)
        assert terminal.status() != 0
        check_restored(terminal)


def test_ctrl_c_before_textual_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED), program=WITHOUT_TEXTUAL) as terminal:
        terminal.until(" %")
        terminal.press("\x03")
        assert terminal.status() == 130
        check_restored(terminal)


def test_keys_that_arrive_together_are_not_lost(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED)) as terminal:
        terminal.until(" %")
        terminal.press("/q")
        terminal.until("/ q")


def test_keys_that_are_pressed_before_anything_is_shown_are_answered(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED)) as terminal:
        terminal.press("G")
        terminal.until("100 %")
        terminal.press("q")
        assert terminal.status() == 0


def test_the_first_frame_is_not_blanked_by_the_second(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED)) as terminal:
        terminal.until("On Rivers", " %")
        terminal.press("j")
        terminal.until("Part 1")
        assert terminal.text.count("\x1b[?1049h") == 1
        assert "\x1b[2J" not in terminal.text
        terminal.press("q")
        assert terminal.status() == 0
