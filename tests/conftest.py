"""What every test stands on: a home of its own, and articles in our own words."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from textual.css.stylesheet import Stylesheet

from tests.calling import Call

settings.register_profile("pincite", deadline=None, max_examples=12)
# Whether a change is sound is no question of luck: there every run tries the same examples.
settings.register_profile("same", settings.get_profile("pincite"), derandomize=True)
# To look for what no run has met: pytest --hypothesis-profile=thorough.
settings.register_profile("thorough", settings.get_profile("pincite"), max_examples=200)
settings.load_profile("same" if "CI" in os.environ else "pincite")


def pytest_collection_finish() -> None:
    """What was loaded to collect the tests stays: it need not be looked through whenever garbage is."""
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Long ones are no name for a test; the processes that share the tests must all call it the same."""
    return argname if isinstance(val, bytes | str) and len(val) > 100 else None


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Homes, one a test. None of them is made: most tests have no need of theirs."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is nobody's; no clipboard, no terminal of the person who runs the tests."""
    path = next(_homes)
    monkeypatch.setenv("PINCITE_HOME", str(path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "SSH_TTY", "NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    return path


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """Every application has the same style sheets; a process of tests parses each of them once.

    Textual itself keeps what it has parsed, but only in one application.
    """
    parse = Stylesheet._parse_rules
    known: dict[object, Any] = {}

    def kept(self: Stylesheet, css: str, *where: Any, **more: Any) -> Any:
        key = (css, where, *sorted(more.items()), *sorted(self._variables.items()))
        if key not in known:
            known[key] = parse(self, css, *where, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", kept)
        yield


@pytest.fixture
def pincite(capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Calls the program in this process."""
    from tui.__main__ import main  # not above: few tests call it

    def call(*args: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = main(list(args))
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call
