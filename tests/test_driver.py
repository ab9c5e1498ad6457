"""Textual's driver where the terminal is gone: no thread may end for it, and none begin."""

from __future__ import annotations

import io
import signal
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.drivers.linux_driver import LinuxDriver

from tui.driver import _Outlasting, driver_after
from tui.terminal import Terminal


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


async def test_only_after_a_pause_does_it_begin_again(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(LinuxDriver, "resume_application_mode", lambda self: begun.append(self))
    monkeypatch.setattr(LinuxDriver, "suspend_application_mode", lambda _: None)
    monkeypatch.setattr("os.kill", lambda *_: None)
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    driver = driver_after(object.__new__(Terminal))(cast("Any", SimpleNamespace()))
    try:
        # A terminal that hangs up sends this one too, and whoever is leaving would stay without it.
        signal.raise_signal(signal.SIGCONT)
        assert begun == []
        signal.raise_signal(signal.SIGTSTP)
        signal.raise_signal(signal.SIGCONT)
        assert begun == [driver]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
