"""Keys that are answered before Textual is there: none is lost, doubled, or answered out of turn."""

from __future__ import annotations

import math
import os
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise, takewhile
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path, shipped_path
from corpus.outline import outline_of
from corpus.sidecars import stamp
from tests.reading import HEADLESS, STRUCTURED, press, reading, settled, write
from tests.reading import screen as screen_of
from tui import start
from tui.app import Pincite
from tui.early_keys import EarlyKeys, Outcome
from tui.first_frame import FirstScreen
from tui.opening import open_target
from tui.prompt import Prompt
from tui.terminal import Ended
from tui.terminal import Terminal as Held

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.terminal import ESCAPE, WITHOUT_TEXTUAL, Screen, Terminal

MOVING = (
    *("j", "k", " ", "b", "d", "u", "g", "G", "}", "{", "]", "["),
    *("\x1b[A", "\x1bOB", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[4~", "\x02", "\x04", "\x06", "\x15"),
)
OTHERS = ("/", "x", "\x1b", "\x1b[Z", "é", "\x03", "\x1b[1;2A")
SIZE = (80, 24)


class Keyboard:
    """A terminal that gives its keys in certain pieces, and then says that Textual is there."""

    def __init__(self, pieces: list[bytes], done: int, keyboard: int) -> None:
        self.typed = b""
        self.keyboard = keyboard
        self._pieces, self._done = pieces, done

    def size(self) -> tuple[int, int]:
        return SIZE

    def read(self) -> bool:
        self.typed += self._pieces.pop(0)
        if not self._pieces:
            os.write(self._done, b".")
        return True


def screen() -> FirstScreen:
    return FirstScreen(open_target(str(shipped_path("tour.md")), None), *SIZE, measure=72, outline=True)


@contextmanager
def descriptors() -> Iterator[tuple[int, int, int]]:
    """Something that can always be read, and both ends of a pipe."""
    opened = (os.open("/dev/zero", os.O_RDONLY), *os.pipe())
    try:
        yield opened
    finally:
        for descriptor in opened:
            os.close(descriptor)


def answered(pieces: list[bytes]) -> tuple[FirstScreen, bytes, Outcome]:
    """The screen after keys that came in pieces, what is left of them, and why."""
    shown = screen()
    with descriptors() as (always, ready, done):
        keyboard = Keyboard([piece for piece in pieces if piece] or [b"j"], done, always)
        outcome = EarlyKeys(cast("Held", keyboard), shown, lambda: None).answer(ready)
        return shown, keyboard.typed, outcome


def state(shown: FirstScreen) -> tuple[object, ...]:
    return shown.view.bookmark(), shown.outline_top, shown.left_behind, shown.lines()


@given(
    st.lists(st.sampled_from(MOVING), max_size=12),
    st.sampled_from(OTHERS),
    st.lists(st.integers(0, 40), max_size=6),
)
def test_however_keys_are_cut_the_known_ones_are_answered_and_the_rest_is_left(
    known: list[str], other: str, cuts: list[int]
) -> None:
    sent = "".join([*known, other, "jj"]).encode()
    borders = sorted({0, len(sent), *(min(cut, len(sent)) for cut in cuts)})
    shown, left, outcome = answered([sent[a:b] for a, b in pairwise(borders)])
    rest = f"{other}jj".encode()
    # What came in one piece with the first unknown key was read, what came later was not.
    assert rest.startswith(left)
    assert left
    assert outcome in (Outcome.UNKNOWN, Outcome.READY)
    alone, _, _ = answered([key.encode() for key in known] or [b"x"])
    assert state(shown) == state(alone)


def test_q_quits_and_what_follows_is_not_answered() -> None:
    shown, _, outcome = answered([b"jq", b"j"])
    assert outcome is Outcome.QUIT
    assert state(shown) == state(answered([b"j"])[0])


def test_a_screen_of_another_size_is_left_to_textual() -> None:
    shown = FirstScreen(open_target(str(shipped_path("tour.md")), None), 100, 30, measure=72, outline=True)
    before = state(shown)
    with descriptors() as (always, ready, done):
        keyboard = Keyboard([b"j"], done, always)
        assert EarlyKeys(cast("Held", keyboard), shown, lambda: None).answer(ready) is Outcome.UNKNOWN
    assert (state(shown), keyboard.typed) == (before, b"j")


# On a real terminal -------------------------------------------------------------------------------


NAMES = ("six-part-roadmap.txt", "six-part-roadmap.zh.txt", "tour.md")
SIZES = ((80, 24), (120, 40), (50, 14))


# Every article in every size, and each of both in dark and in light: a session is dear.
@pytest.mark.parametrize(
    ("name", "size", "light"),
    [
        (name, size, (row + column) % 2 == 1)
        for row, name in enumerate(NAMES)
        for column, size in enumerate(SIZES)
    ],
    ids=str,
)
def test_textual_shows_the_cells_that_were_painted_by_hand(
    name: str, size: tuple[int, int], light: bool
) -> None:
    keys = "" if light else " j]"
    with Terminal(shipped_path(name), size=size, light=light, recording=True) as terminal:
        terminal.press(keys)
        terminal.wait(lambda: terminal.has_textual)
        terminal.press("?")
        terminal.until("Keys")
        for painted in takewhile(lambda screen: "Keys" not in words(screen), terminal.by_textual):
            assert painted == terminal.by_hand[-1]
        # Where a terminal answers late, Textual paints its first screen unmarked: this one is all its own.
        terminal.press(ESCAPE)
        terminal.wait(lambda: terminal.screen() == terminal.by_hand[-1])


def words(screen: Screen) -> str:
    return "\n".join("".join(cell.character for cell in line) for line in screen)


@pytest.mark.parametrize("seed", range(2))
def test_keys_typed_at_once_end_where_the_same_keys_typed_later_do(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = write(tmp_path, "a.md", STRUCTURED)
    moving = "".join(chance.choices(MOVING, k=12))
    with Terminal(path) as late:
        late.wait(lambda: late.has_textual)
        late.press(f"{moving}/Paragraph 3.1")
        late.wait(lambda: bool(re.search(r"3\.1 .*1/1$", late.lines()[-1])))
        late.rest()
        wanted = late.screen()
    with Terminal(path, PINCITE_HOME=str(tmp_path / "other")) as early:
        early.press(f"{moving}/Paragraph 3.1")
        early.wait(lambda: early.screen() == wanted)


async def test_a_key_that_is_on_its_way_while_a_prompt_opens_is_typed_before_the_next(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "a.md", STRUCTURED), private=True) as pilot:
        app = cast("Pincite", pilot.app)
        await press(pilot, "/")
        late, next_one = Key("m", "m"), Key("e", "e")
        app._on_their_way[late] = False
        app.post_message(next_one)
        await settled(pilot)
        assert screen_of(pilot).query_one(Prompt).value == ""
        late._set_forwarded()
        app.post_message(late)
        await settled(pilot)
        assert screen_of(pilot).query_one(Prompt).value == "me"


def test_q_before_textual_leaves_at_once_and_keeps_the_place(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED), program=WITHOUT_TEXTUAL) as terminal:
        terminal.press("  q")
        assert terminal.status() == 0
        assert terminal.modes() == terminal.before
        assert not terminal.has_textual
    with Library(Home.here().library) as library:
        article = library.last_opened()
    assert article is not None
    assert article.place > 0


def test_q_gives_up_an_article_that_has_long_been_waited_for_alone() -> None:
    class Asked:
        def asks_to_leave(self) -> bool:
            return True

    terminal = cast("Held", Asked())
    start._leave_if_asked(terminal, math.inf)
    with pytest.raises(Ended):
        start._leave_if_asked(terminal, 0)


def test_back_leads_to_where_an_early_jump_began(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED)) as terminal:
        terminal.press("G")
        terminal.until("100 %")
        terminal.press("<")
        terminal.until("On Rivers")


def imported_before_the_first_frame(tmp_path: Path, article: Path) -> set[str]:
    names = tmp_path / "modules"
    code = f"""if True:
        import os, sys, tui.start
        paint = tui.start._paint
        def painted(*args, **options):
            done = paint(*args, **options)
            if not os.path.exists({str(names)!r}):
                open({str(names)!r}, "w").write(" ".join(sys.modules))
            return done
        tui.start._paint = painted
        tui.start._bring_textual = lambda *_, **__: True
        from tui.__main__ import main
        sys.exit(main())
    """
    with Terminal(article, program=(sys.executable, "-c", code)) as terminal:
        assert terminal.status() == 0
    imported = set(names.read_text().split())
    assert "tui.first_frame" in imported
    return imported


def test_nothing_slow_is_imported_before_the_first_frame(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", "The river had risen in the night.\n\nIt fell by noon.\n")
    imported = imported_before_the_first_frame(tmp_path, article)
    slow = {
        *("textual", "rich", "wcwidth", "whoosh", "markdown_it", "selectolax", "http", "ssl"),
        *("click", "yaml", "sqlite3", "dataclasses", "inspect", "tomllib", "subprocess", "json"),
        *("threading", "corpus.citation", "corpus.library", "corpus.words", "tui.early_keys"),
        *("corpus.outline.headless", "corpus.outline.segmentation", "corpus.outline.labels"),
    }
    assert not imported & slow


def test_who_comes_back_to_a_file_waits_for_what_was_kept_alone(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", "The river had risen in the night.\n\nIt fell by noon.\n")
    size, mtime_ns = stamp(article, article.stat())
    document = open_path(article)
    with Library(Home.here().library) as library:
        library.remember(document, str(article), size=size, mtime_ns=mtime_ns, outline=outline_of(document))
    imported = imported_before_the_first_frame(tmp_path, article)
    assert "corpus.packed.outline" in imported
    assert not imported & {"textual", "dataclasses", "corpus.finding_again", "corpus.words"}
    assert not imported & {"corpus.library.reading_place", "corpus.library.places"}
    assert not imported & {"corpus.formats.plain", "corpus.outline.headless", "corpus.outline.explicit"}


@pytest.mark.parametrize("text", [HEADLESS, STRUCTURED, "The river rose in the night, and fell.\n\n" * 8_000])
def test_what_is_inferred_is_missing_at_first_and_then_there(tmp_path: Path, text: str) -> None:
    article = write(tmp_path, "a.txt", text)
    whole = open_target(str(article), None).outline.sections
    begun = open_target(str(article), None, infer=False)
    assert begun.outlined == (text is STRUCTURED)
    assert not any(section.inferred for section in begun.outline.sections)
    assert begun.with_inferred().outlined
    assert begun.with_inferred().outline.sections == whole


def test_the_reader_has_all_of_the_outline_soon_after_the_first_frame(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", HEADLESS)
    titles = tmp_path / "titles"
    code = f"""if True:
        import sys, tui.start
        def bring(terminal, services, screen, paint):
            open({str(titles)!r}, "w").write("\\n".join(one.title for one in screen.outline.sections))
            return True
        tui.start._bring_textual = bring
        from tui.__main__ import main
        sys.exit(main())
    """
    with Terminal(article, program=(sys.executable, "-c", code)) as terminal:
        assert terminal.status() == 0
    sections = open_target(str(article), None).outline.sections
    assert titles.read_text().splitlines() == [section.title for section in sections]
    assert any(section.inferred for section in sections)
