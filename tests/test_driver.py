"""Textual's driver where the terminal is gone: nothing that is written there may end a thread."""

from __future__ import annotations

import io

from tui.driver import _Outlasting


class Gone(io.StringIO):
    """A terminal that was closed."""

    def write(self, _text: str) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_what_is_written_to_a_terminal_that_is_gone_is_lost() -> None:
    file = _Outlasting(Gone())
    file.write("words")
    file.flush()


def test_what_is_written_to_one_that_is_there_arrives() -> None:
    there = io.StringIO()
    _Outlasting(there).write("words")
    assert there.getvalue() == "words"
