"""`pincite open`: a reference leads there before the reader starts; and what it says where it does not."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from tests.calling import Call
from tests.reading import HEADLESS, write
from tests.test_check_result import CITED, WORDS

HOSTILE = '---\ntitle: "On \\x1b]0;MARK\\a Locks"\n---\n\n'


def kept(folder: Path, name: str, text: str) -> int:
    path = write(folder, name, text)
    with Library(Home.here().library) as library:
        return library.remember(open_path(path), str(path), size=1, mtime_ns=1).id


def test_the_places_are_printed_for_other_programs(pincite: Call, tmp_path: Path) -> None:
    id = kept(tmp_path, "locks.md", CITED + HEADLESS)
    status, out, _ = pincite("open", "--json", f"“{WORDS}”", "(Ruiz, 2021)")
    (place,) = json.loads(out)
    assert status == 0
    assert place["article"] == id
    assert place["certainty"] == "sure"
    assert place["words"] in WORDS
    assert place.keys() == {"article", "title", "start", "end", "place", "certainty", "why", "words"}


def test_what_leads_nowhere_is_one_sentence_and_fails(pincite: Call, tmp_path: Path) -> None:
    kept(tmp_path, "locks.md", CITED + HEADLESS)
    for args in (("open", "(Nobody, 1999)"), ("open", "--json", "(Nobody, 1999)")):
        status, out, err = pincite(*args)
        assert status == 1
        assert out.strip() in ("", "[]")
        assert err.count("\n") == 1
        assert "leads nowhere in the 1 article of the library" in err


def test_a_reference_is_taken_from_standard_input(
    pincite: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, "locks.md", CITED + HEADLESS)
    piped = io.TextIOWrapper(io.BytesIO(f"“{WORDS}”\n".encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    status, out, _ = pincite("open", "--json", "-")
    assert status == 0
    assert json.loads(out)[0]["words"] in WORDS
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"word " * 1_000_000)))
    status, _, err = pincite("open", "-")
    assert status == 1
    assert "longer than 100,000 characters" in err


def test_without_a_library_it_says_so_and_makes_none(pincite: Call) -> None:
    status, _, err = pincite("open", "(Ruiz, 2021)")
    assert status == 1
    assert "pincite add" in err
    assert not Home.here().library.exists()


def test_wrongly_called_and_without_a_terminal(pincite: Call, tmp_path: Path) -> None:
    assert pincite("open")[0] == 2
    kept(tmp_path, "locks.md", CITED + HEADLESS)
    status, _, err = pincite("open", f"“{WORDS}”")
    assert status == 1
    assert "needs a terminal" in err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_the_reader_opens_there_or_lets_one_choose(tmp_path: Path) -> None:
    pytest.importorskip("pyte", reason="pyte is not installed")
    from tests.hostile_words import obeyed
    from tests.terminal import ENTER, Terminal

    filler = "".join(f"Paragraph {number} of the water.\n\n" for number in range(80))
    kept(tmp_path, "locks.md", CITED + filler + HEADLESS)
    with Terminal("open", f"“{WORDS}”", size=(100, 20)) as terminal:
        terminal.until("The keeper of the lock wrote", "“The keeper of the lock wrote the new level")
        terminal.wait(lambda: terminal.has_textual)
        terminal.press("q")
        assert terminal.status() == 0
    kept(tmp_path, "others.md", HOSTILE + filler + HEADLESS)
    with Terminal("open", "-", piped=f"“{WORDS}”".encode(), size=(100, 20)) as terminal:
        terminal.until("2 places that ““The keeper", "On Locks", "On ␛]0;MARK␇ Locks", "Esc stays")
        terminal.press("\x1b[B" + ENTER)
        terminal.until("the words stand there", "< goes back")
        terminal.press("q")
        assert terminal.status() == 0
    assert obeyed(terminal.text) == []
