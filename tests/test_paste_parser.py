"""Pastes: whatever they hold, they arrive as one event, and cost what their length does."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tui.paste_parser import PasteParser

_PIECES = st.lists(st.sampled_from(["a", "é", "\x1b", "[31m", "\x1b[201", "[200~", "~", "\r"]), max_size=12)


def _events(*chunks: str) -> list[Message]:
    parser = PasteParser()
    return [event for chunk in (*chunks, "") for event in parser.feed(chunk)]


def _pasted(found: list[Message]) -> list[str]:
    return [event.text for event in found if isinstance(event, events.Paste)]


@given(_PIECES, st.lists(st.integers(0, 60), max_size=5))
def test_a_paste_is_one_event_wherever_its_bytes_are_cut(pieces: list[str], cuts: list[int]) -> None:
    words = "".join(pieces).replace("\x1b[201~", "")
    typed = f"x\x1b[200~{words}\x1b[201~y"
    borders = [0, *sorted(min(cut, len(typed)) for cut in cuts), len(typed)]
    chunks = [typed[start:end] for start, end in pairwise(borders) if end > start]
    found = _events(*chunks)
    assert _pasted(found) == [words.replace("\x1b", "␛")]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["x", "y"]


def test_keys_outside_of_a_paste_are_what_they_were() -> None:
    keys = [event.key for event in _events("\x1b[A", "\x1bOP", "q", "\x1b") if isinstance(event, events.Key)]
    assert keys == ["up", "f1", "q", "escape"]


def test_two_pastes_one_after_the_other() -> None:
    assert _pasted(_events("\x1b[200~one\x1b[201~\x1b[200~t\x1b[1mwo\x1b[201~")) == ["one", "t␛[1mwo"]


def test_a_coloured_log_is_pasted_at_once() -> None:
    words = "x \x1b[31m " * 20_000
    assert _pasted(_events(f"\x1b[200~{words}\x1b[201~")) == [words.replace("\x1b", "␛")]
