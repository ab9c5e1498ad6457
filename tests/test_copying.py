"""What is taken out of the reader, where it goes, and what is said of it."""

from __future__ import annotations

import asyncio
import base64
import os
import re
from pathlib import Path
from threading import Event

import pytest

from corpus.citation import Citation
from corpus.citation.phrase import Phrase
from corpus.home import Home
from corpus.links import read_link, resolve
from corpus.opening import open_path
from tests.reading import HEADLESS, foot, press, reading, settled, shown, write
from tests.terminal import ENTER, Terminal
from tui import clipboard
from tui.clipboard import osc52
from tui.copying import described

CITED = (
    "“The keepers of the lock have a four-part plan against the flood. It is written on the last page"
    " of the book.” Ana Ruiz and Ben Okoro, untitled article, Water Daily, March 4, 2021, second para."
)


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return write(tmp_path, "lock.txt", HEADLESS)


def clip() -> str:
    return Home.here().last_clip.read_text(encoding="utf-8")


async def test_what_a_style_withholds_can_stand_in_brackets_behind_it(headless: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('style = "mla"\nappend_place = true\n', encoding="utf-8")
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "y")
        assert clip().endswith("last page of the book” (Ruiz and Okoro). [¶ 2]")
        assert shown(pilot)[-2].strip().endswith("MLA, [¶ 2] behind it")
        assert Home.here().last_clip.with_suffix(".html").read_text(encoding="utf-8") == f"<p>{clip()}</p>"
        await press(pilot, "V", "V", "c")
        assert clip() == "(Ruiz and Okoro) [¶¶ 2–3]"
        await press(pilot, "r")
        assert "[¶" not in clip()


async def test_a_link_to_the_passage_is_copied_alone(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "V", "C")
        link = clip()
        assert link.startswith("pincite:%5Buntitled%5D")
        assert "#:~:text=" in link
        receipt = " ".join(shown(pilot)[-2:])
        assert "Sent the link by" in receipt
        assert "opens in Pincite alone, m adds a web address" in receipt
    read = read_link(link)
    assert read is not None
    document = open_path(headless)
    assert read.digest == document.digest[:16]
    assert resolve(document, read) == ((document.paragraph(2).start, document.paragraph(2).end),)


async def test_an_address_makes_it_a_link_of_the_web_that_a_citation_can_carry(tmp_path: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('style = "apa"\nappend_link = true\n', encoding="utf-8")
    page = "https://example.org/flood"
    path = write(
        tmp_path, "flood.md", f"---\ntitle: Flood\nauthor: Ana Ruiz\nurl: {page}\n---\n\nIt rose all night."
    )
    link = f"{page}#:~:text=It%20rose%20all%20night."
    async with reading(path) as pilot:
        await press(pilot, "C")
        assert clip() == link
        assert "leads to these words on example.org" in " ".join(shown(pilot)[-2:])
        await press(pilot, "y")
        assert clip() == f"“It rose all night” (Ruiz, n.d., para. 1). {link}"
        written = Home.here().last_clip.with_suffix(".html").read_text(encoding="utf-8")
        assert written == f'<p>“It rose all night” <a href="{link}">(Ruiz, n.d., para. 1)</a>.</p>'
        await press(pilot, "c")
        assert clip() == f"(Ruiz, n.d., para. 1) {link}"
        await press(pilot, "r")
        assert ":~:" not in clip()
        await press(pilot, "a", "enter", "A", "y")
        assert clip().endswith(link)


async def test_of_what_has_no_html_none_is_left_of_an_earlier_copy(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "y")
        assert Home.here().last_clip.with_suffix(".html").exists()
        await press(pilot, "Y")
    assert clip()
    assert not Home.here().last_clip.with_suffix(".html").exists()


async def test_a_citation_without_words_is_not_copied(
    headless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> Citation:
        return Citation(Phrase(), Phrase(), "aglc", "", ())

    monkeypatch.setattr("tui.copying.cite", nothing)
    async with reading(headless) as pilot:
        await press(pilot, "c")
        assert foot(pilot).startswith("Too little is known of this article for a citation in Chicago")
    assert not Home.here().last_clip.exists()


async def test_the_short_form_and_the_entry_are_copied_and_named(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "i")
        assert "the short form" in "\n".join(shown(pilot)[-2:])
        assert clip()
        await press(pilot, "r")
        assert "the bibliography entry" in "\n".join(shown(pilot)[-2:])


async def test_before_anything_was_copied_there_is_nothing_to_show(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "K")
        assert foot(pilot) == "Nothing was copied yet: y copies the passage with its citation."


async def test_a_copy_that_cannot_be_read_is_told_plainly(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "y")
        Home.here().last_clip.write_bytes(b"\xff\xfe")
        await press(pilot, "K")
        assert foot(pilot) == "The last copy cannot be read: copy it again with y."


def test_a_copy_that_no_file_can_hold_is_shown_all_the_same(headless: Path) -> None:
    state = Home.here().last_clip.parent
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("a file where a directory should be")
    with Terminal(headless) as terminal:
        terminal.until("[untitled]")
        terminal.wait(lambda: terminal.has_textual)
        terminal.press("}}y")
        terminal.until("Sent 22 words")
        terminal.press("K")
        terminal.until("This text is in no file.", "“The keepers of the lock")
        terminal.press(ENTER)
        terminal.gone("no file.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
async def test_a_pipe_in_the_place_of_the_last_copy_is_not_waited_for(headless: Path) -> None:
    async with reading(headless) as pilot:
        Home.here().last_clip.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(Home.here().last_clip)
        await press(pilot, "K")
        assert foot(pilot) == "The last copy cannot be read: copy it again with y."
        await press(pilot, "}", "y")
        assert clip().startswith("“The river")


def test_a_plain_terminal_is_sent_exactly_the_text(headless: Path) -> None:
    with Terminal(headless) as terminal:
        terminal.until("[untitled]")
        terminal.wait(lambda: terminal.has_textual)
        terminal.press("}}y")
        terminal.until("Sent 22 words by OSC 52, unconfirmed (empty paste? K) · Chicago, second para.")
        assert osc52(CITED) in terminal.text
        (sent,) = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", terminal.text)
        assert base64.b64decode(sent).decode() == CITED == clip()


def test_the_last_copy_is_shown_bare_and_enter_goes_back(headless: Path) -> None:
    with Terminal(headless) as terminal:
        terminal.until("[untitled]")
        terminal.wait(lambda: terminal.has_textual)
        terminal.press("}}y")
        terminal.until("unconfirmed")
        terminal.press("K")
        terminal.until("Enter goes back to the article. This text is in", "“The keepers of the lock")
        terminal.press(ENTER)
        terminal.gone("This text is in")
        terminal.press("q")
        assert terminal.status() == 0


async def test_a_slow_tool_does_not_bring_an_older_copy_after_a_newer_one(
    headless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Event(), Event()
    arrived: list[str] = []

    def slow(text: str, saved: Path | None, **_: object) -> clipboard.Receipt:
        begun.set()
        if not arrived:
            assert may_end.wait(30)
        arrived.append(text)
        return clipboard.Receipt("a tool", confirmed=True, saved=saved)

    monkeypatch.setattr(clipboard, "send", slow)
    async with reading(headless) as pilot:
        await pilot.press("}", "Y")
        await asyncio.to_thread(begun.wait, 30)
        await pilot.press("}", "Y", "}", "Y")
        may_end.set()
        await settled(pilot)
        assert arrived[0].startswith("The river")
        assert arrived[1:] == [clip()]
        assert clip().startswith("First, the upper gate")
        assert foot(pilot).startswith("Copied 20 words")


@pytest.mark.parametrize("key", ["y", "Y", "c", "i", "r"])
def test_a_reader_who_quits_at_once_has_the_copy(key: str, headless: Path) -> None:
    with Terminal(headless) as terminal:
        terminal.until("[untitled]")
        terminal.wait(lambda: terminal.has_textual)
        terminal.press(f"}}}}{key}q")
        assert terminal.status() == 0
        assert clip()


async def test_a_long_receipt_has_two_lines_and_the_page_stays(headless: Path) -> None:
    async with reading(headless, size=(80, 24)) as pilot:
        await press(pilot, "}", "}")
        before = shown(pilot)
        await press(pilot, "y")
        lines = shown(pilot)
        assert lines[:-2] == before[:-2]
        assert lines[-2].strip().startswith("Sent 22 words by OSC 52, unconfirmed (empty paste? K)")
        assert lines[-1].strip() == "title unknown, m to fix"
        await press(pilot, "j")
        assert len(shown(pilot)) == 24
        assert "100 %" in shown(pilot)[-1]


@pytest.mark.parametrize(
    ("locator", "notes", "said"),
    [
        ("", (), "MLA"),
        ("third para.", ("title unknown",), "MLA, third para. · title unknown, m to fix"),
        ("12", ("title unknown", "author unknown"), "MLA, p. 12 · title and author unknown, m to fix"),
        ("xii–14", ("date unknown", "no ¶ (why)"), "MLA, pp. xii–14 · no ¶ (why) · date unknown, m to fix"),
        ("[12]", (), "MLA, [12]"),
        ("p. 3", (), "MLA, p. 3"),
    ],
)
def test_a_receipt_names_the_place_and_once_what_is_not_known(
    locator: str, notes: tuple[str, ...], said: str
) -> None:
    assert described("MLA", locator, notes, fix="m to fix") == said


async def test_a_citation_that_is_copied_is_not_called_so_many_words(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "c")
        assert "Sent the citation by OSC 52" in shown(pilot)[-2]
