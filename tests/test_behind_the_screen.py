"""What may take long is done in threads, so that keys and the screen wait for none of it."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reading import press, reading, screen, settled, write
from tests.test_whole_web_page import PAGE

LONG = (
    "corpus.library.Library.articles",
    "corpus.library.clips.Clips.listed",
    "corpus.library.clips.Clips.found",
    "corpus.library.places.Places.found",
    "tui.clip_source.source_of",
    "tui.reader.from_library",
    "tui.web_page_view.outline_of",
    "tui.web_page_view.whole_web_page",
)
"""What reads an article, asks all of the library, or looks through all of a text."""


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[bool]]:
    """What of that was called, and whether it was on the thread of the screen."""
    screen_thread = threading.get_ident()
    called: dict[str, set[bool]] = {}
    for name in LONG:
        owner, last = _owner(name)
        monkeypatch.setattr(owner, last, _noted(getattr(owner, last), name, called, screen_thread))
    return called


def _owner(name: str) -> tuple[Any, str]:
    first, _, last = name.rpartition(".")
    try:
        return importlib.import_module(first), last
    except ModuleNotFoundError:
        module, _, kind = first.rpartition(".")
        return getattr(importlib.import_module(module), kind), last


def _noted(
    function: Callable[..., Any], name: str, called: dict[str, set[bool]], screen_thread: int
) -> Callable[..., Any]:
    def noted(*said: Any, **named: Any) -> Any:
        called.setdefault(name, set()).add(threading.get_ident() == screen_thread)
        return function(*said, **named)

    return noted


async def test_no_key_waits_for_what_takes_long(tmp_path: Path, called: dict[str, set[bool]]) -> None:
    page = write(tmp_path, "page.html", PAGE)
    other = write(tmp_path, "other.txt", "Water came over the gate.\n\nNobody slept.\n")
    async with reading(page) as pilot:
        await press(pilot, "}", "H", "a", "enter")
    write(tmp_path, "page.html", PAGE.replace("Paragraph 1 ", "Paragraph one "))
    async with reading(other) as pilot:
        called.clear()  # before there is a screen, nothing waits
        for keys in (("L", "down", "enter"), ("W",), ("W",), ("<",), ("A", "enter"), ("'", "'", "escape")):
            await press(pilot, *keys)
        reader = screen(pilot)
        assert reader.article.path == page
        assert reader.places
        assert reader.places.highlights
        # The library may have it only when what is marked in it is known already.
        reader._kept(reader.article.document, reader.article.id or 0)
        await settled(pilot)
    assert called == {name: {False} for name in LONG}
