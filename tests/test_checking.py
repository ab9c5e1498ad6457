"""Checking a quotation while reading: what is asked, what is shown, and every key of the sheet."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from corpus.quotation.checked import Verdict
from corpus.tracing.traced import Agreed
from tests.reading import HEADLESS, STRUCTURED, foot, press, reading, screen, settled, shown, until, write
from tests.references import Fake, fake, match
from tui.check_sheet import CheckSheet
from tui.pasted import MOST

__all__ = ["fake"]
WORDS = "The keeper of the lock wrote the new level into his book."
OTHER = "Nobody has ever read the page"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "headless.txt", HEADLESS)


@pytest.fixture
def document(article: Path) -> Document:
    return open_path(article)


async def check(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Paste a quotation on the sheet, and check it."""
    await press(pilot, "Q")
    pilot.app.post_message(Paste(text))
    await settled(pilot)
    await press(pilot, *(keys or ("enter",)))


def whole(pilot: Pilot[None]) -> str:
    return "\n".join(line.strip() for line in shown(pilot))


# What is shown -----------------------------------------------------------------------------------


async def test_a_faithful_quotation_is_verbatim_and_leads_to_its_place(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.matches = [match(document, WORDS, remarks=("capitals differ",))]
    async with reading(article, size=(100, 12), private=True) as pilot:
        await check(pilot, f"“{WORDS}”")
        assert fake.checked == [(WORDS, False)]
        seen = whole(pilot)
        assert "Verbatim · word for word in this place" in seen
        assert "On Rivers · ¶ 3  verbatim" in seen
        assert WORDS in seen
        assert "capitals differ" in seen
        await press(pilot, "enter")
        assert screen(pilot).page.cursor == document.text.index(WORDS)
        assert "· Verbatim · ¶ 3 · < goes back" in " ".join(shown(pilot)[-2:])
        await press(pilot, "less_than_sign")
        assert screen(pilot).page.cursor == 0


async def test_an_altered_one_shows_what_differs_and_its_citation_is_judged(
    article: Path, document: Document, fake: Fake
) -> None:
    altered = WORDS.replace("new level", "old level")
    fake.matches = [match(document, WORDS, Verdict.ALTERED, quoted=altered)]
    fake.agreement = Agreed("right", "wrong", says="¶ 4", ought="¶ 3")
    async with reading(article, private=True) as pilot:
        await check(pilot, f"“{altered}” (Ruiz & Okoro, 2021, para. 4)")
        assert fake.checked == [(altered, False)]
        assert fake.cited == ["(Ruiz & Okoro, 2021, para. 4)"]
        seen = whole(pilot)
        assert "Altered · nowhere word for word in the 412 articles of the library" in seen
        assert "oldnew level" in seen.replace("old new", "oldnew")
        assert "The citation says ¶ 4; the words stand in ¶ 3" in seen


async def test_what_differs_is_told_without_colours(
    article: Path, document: Document, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    fake.matches = [match(document, WORDS, Verdict.ALTERED, quoted=WORDS.replace("new", "old"))]
    async with reading(article, private=True) as pilot:
        await check(pilot, "any")
        assert "[-old-]" in whole(pilot)
        assert "{+new+}" in whole(pilot)


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        (Agreed("right", "right"), "The citation is right"),
        (Agreed("wrong", "unknown"), "The citation names another work"),
        (Agreed("right", "unsaid", ought="p. 4"), "names this work, and no place in it: p. 4"),
        (Agreed("right", "unknown", notes=("no pages here",)), "cannot be told · no pages here"),
        (Agreed("unknown", "unknown"), "Whether the citation names this work cannot be told"),
    ],
)
def test_a_citation_is_judged_in_a_sentence(document: Document, agreed: Agreed, said: str) -> None:
    from tui.check_result import agreed_words

    assert said in agreed_words(agreed, match(document, WORDS))


async def test_what_is_absent_is_said_with_what_was_looked_through(article: Path, fake: Fake) -> None:
    async with reading(article, private=True) as pilot:
        await check(pilot, "“Rivers are never cited.”")
        assert "Absent · not in the 412 articles of the library" in whole(pilot)
        await press(pilot, "tab")
        assert fake.checked[-1] == ("Rivers are never cited.", True)
        assert "Absent · not in this article" in whole(pilot)
        await press(pilot, "ctrl+u", *"no marks here", "enter")
        assert fake.checked[-1] == ("no marks here", True)


async def test_all_of_several_places_are_gone_through(article: Path, document: Document, fake: Fake) -> None:
    fake.matches = [match(document, WORDS), match(document, OTHER, Verdict.PARTIAL)]
    async with reading(article, size=(100, 12), private=True) as pilot:
        await check(pilot, "any", "enter", "down", "enter")
        assert screen(pilot).page.cursor == document.text.index(OTHER) - 1 or screen(pilot).page.shows(
            document.text.index(OTHER)
        )


async def test_hostile_words_are_harmless(article: Path, document: Document, fake: Fake) -> None:
    hostile = match(document, WORDS)._replace(
        title="\x1b]52;c;AAAA\x07[red]", offered="one\x1b[2J two", place="\x9b6n", verdict=Verdict.ALTERED
    )
    fake.matches = [hostile._replace(diff=())]
    async with reading(article, private=True) as pilot:
        await check(pilot, "\x1b[201~“one two”")
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for line in shown(pilot) for sign in line)
        await press(pilot, "y")
        assert Home.here().last_clip.read_text(encoding="utf-8") == "one␛[2J two"


# What the keys do --------------------------------------------------------------------------------


async def test_the_words_of_the_source_are_copied(article: Path, document: Document, fake: Fake) -> None:
    fake.matches = [match(document, WORDS, Verdict.ALTERED, quoted="any")]
    async with reading(article, private=True) as pilot:
        await check(pilot, "any")
        assert "y copies the source’s words" in foot(pilot)
        await press(pilot, "y")
        assert Home.here().last_clip.read_text(encoding="utf-8") == WORDS
        assert "12 words" in foot(pilot)


async def test_words_of_a_script_without_spaces_are_counted_and_the_clipboard_is_told_of(
    tmp_path: Path, fake: Fake
) -> None:
    article = write(tmp_path, "chinese.txt", "河水在夜里上涨了。没有人读过这一页。\n")
    fake.matches = [match(open_path(article), "河水在夜里上涨了")]
    async with reading(article, size=(44, 30), private=True) as pilot:
        await check(pilot, "河水在夜里上涨了", "enter", "y")
        first, second = (line.strip() for line in shown(pilot)[-2:])
        assert first == "Sent 8 words by OSC 52, unconfirmed"
        assert second.endswith("· the source’s words")


async def test_nothing_is_checked_before_something_is_typed(article: Path, fake: Fake) -> None:
    async with reading(article, private=True) as pilot:
        await press(pilot, "Q", "enter")
        assert "Type or paste the words" in foot(pilot)
        await press(pilot, *"river", "enter")
        assert fake.checked == [("river", False)]


async def test_the_sheet_has_what_was_checked_last_and_is_pasted_over(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.matches = [match(document, WORDS)]
    async with reading(article, private=True) as pilot:
        await check(pilot, "one\ntwo", "tab", "enter", "escape")
        assert not isinstance(pilot.app.screen, CheckSheet)
        await press(pilot, "Q", "enter")
        assert fake.checked == [("one\ntwo", True)] * 2
        await press(pilot, "Q", *"three", "enter")
        assert fake.checked[-1] == ("three", True)


async def test_escape_goes_from_the_prompt_to_the_places_and_then_away(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.matches = [match(document, WORDS)]
    async with reading(article, private=True) as pilot:
        await check(pilot, "any", "enter", "Q", "escape")
        assert isinstance(pilot.app.screen, CheckSheet)
        await press(pilot, "escape")
        assert pilot.app.screen_stack == [screen(pilot)]


async def test_keys_wait_for_the_verdict_and_escape_stops_it(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.before = Event()
    fake.matches = [match(document, WORDS)]
    async with reading(article, size=(100, 12), private=True) as pilot:
        await press(pilot, "Q", *"any")
        await pilot.press("enter")
        await until(pilot, lambda: bool(fake.checked))
        await pilot.press("escape")
        await until(pilot, lambda: "Not checked any further." in foot(pilot))
        fake.before.set()
        await settled(pilot)
        assert "verbatim" not in whole(pilot)
        fake.before = Event()
        await pilot.press("enter", "enter")
        fake.before.set()
        await settled(pilot)
        assert screen(pilot).page.cursor == document.text.index(WORDS)


async def test_what_is_far_too_long_and_what_fails_is_said(
    article: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise NoSuchPlace("The library is away.")

    async with reading(article, private=True) as pilot:
        await check(pilot, "word " * 1_000_000)
        assert f"longer than {MOST:,} characters" in whole(pilot)
        assert fake.checked == []
        monkeypatch.setattr(fake, "check", fail)
        await press(pilot, "ctrl+u", *"any", "enter")
        assert "The library is away." in whole(pilot)


async def test_a_match_in_another_article_opens_it(tmp_path: Path, article: Path, fake: Fake) -> None:
    other = write(tmp_path, "rivers.md", STRUCTURED)
    with Library(Home.here().library) as library:
        id = library.remember(open_path(other), str(other), size=1, mtime_ns=1).id
    words = "Paragraph 4.1 of the river."
    fake.matches = [match(open_path(other), words, article=id)]
    other.write_text("# New beginning\n\n" + STRUCTURED, encoding="utf-8")
    async with reading(article, private=True) as pilot:
        await press(pilot, "Q", *"any", "enter")
        fake.matches = [match(open_path(other), words)]
        await press(pilot, "enter")
        reader = screen(pilot)
        assert reader.article.id == id
        assert reader.article.document.text[reader.page.cursor :].startswith(words)


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
async def test_the_sheet_fits_any_screen(
    article: Path, document: Document, fake: Fake, size: tuple[int, int]
) -> None:
    fake.matches = [match(document, WORDS, Verdict.ALTERED, quoted="any"), match(document, OTHER)]
    async with reading(article, size=size, private=True) as pilot:
        await check(pilot, "any", "enter", "down", "pagedown", "up", "pageup")
        assert "Esc" in foot(pilot)
