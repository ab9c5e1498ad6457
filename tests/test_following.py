"""Following links while reading: inside the article, in the library, beside it, and out of it."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from corpus.document import Document, Inline
from corpus.draft import Draft
from corpus.home import Home
from corpus.leads import Lead
from corpus.library import Library
from corpus.links.fragment import Aim
from corpus.metadata import Metadata
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.sanitiser import clean_line
from corpus.targets import Mail, Nowhere
from corpus.web_address import web_address
from tests.reading import Unindexed, press, reading, screen, settled, shown, two_lines, write
from tui import outside
from tui.app import Pincite
from tui.article import OpenArticle
from tui.lead_sheet import sheet_for_web
from tui.leading import (
    Beside,
    Known,
    Outside,
    PictureFile,
    PictureInside,
    destination_of,
    known_by_address,
    told,
)
from tui.outside import Opener
from tui.services import Services

LONG: Final = "https://example.org/" + "long/" * 80 + "end?of=it"


def linked(*targets: str, paragraphs: int = 40) -> Document:
    """A heading, a paragraph with a link to each target, many more, and one that is called “gate”."""
    draft = Draft()
    words, spans = "Links:", []
    for number, target in enumerate(targets):
        spans.append((len(words) + 1, len(words) + 6, Inline.LINK, target))
        words += f" link{number}"
    draft.add(f"{words}.", spans=spans)
    for number in range(paragraphs):
        draft.add(f"Paragraph {number} runs on.")
    draft.anchor("gate")
    draft.add("The gate stands here.")
    return draft.document(Metadata(title="On gates"))


def opened(document: Document, path: Path | None = None) -> OpenArticle:
    return OpenArticle(document, outline_of(document), path=path)


@asynccontextmanager
async def following(*targets: str, document: Document | None = None) -> AsyncIterator[Pilot[None]]:
    services = Services.of(Home.here(), private=True)
    services.indexing = Unindexed(services.home.index, services.home.library)
    app = Pincite(services, opened(document or linked(*targets)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        yield pilot


def under_cursor(pilot: Pilot[None]) -> str:
    document = screen(pilot).article.document
    block = document.block_near(screen(pilot).page.cursor)
    return document.text[block.start : block.end]


class TestOnThePage:
    async def test_the_only_link_is_followed_at_once_and_the_way_back_leads_back(self) -> None:
        async with following("#gate") as pilot:
            await press(pilot, "enter")
            assert under_cursor(pilot) == "The gate stands here."
            assert "< goes back" in two_lines(pilot)
            await press(pilot, "less_than_sign")
            assert under_cursor(pilot).startswith("Links:")

    async def test_one_of_several_is_chosen_first(self) -> None:
        async with following("#nowhere", "#gate", LONG) as pilot:
            reader = screen(pilot)
            await press(pilot, "enter")
            assert reader.lead is not None
            assert reader.lead.target == "#nowhere"
            assert "a place that this article does not have" in two_lines(pilot)
            await press(pilot, "tab")
            assert "→ “The gate stands here.”" in two_lines(pilot)
            await press(pilot, "down", "tab")
            assert reader.lead.target == LONG
            assert "This is the last link" in two_lines(pilot)
            await press(pilot, "shift+tab", "up")
            assert reader.lead.target == "#nowhere"
            await press(pilot, "escape")
            assert reader.lead is None
            await press(pilot, "enter", "tab", "enter")
            assert under_cursor(pilot) == "The gate stands here."
            assert reader.lead is None

    async def test_who_pages_on_follows_nothing_that_is_not_seen(self) -> None:
        async with following("#gate", LONG) as pilot:
            await press(pilot, "enter", "space", "space")
            assert screen(pilot).lead is None
            await press(pilot, "enter")
            assert "No link is in view" in two_lines(pilot)

    async def test_a_link_stays_chosen_when_the_rest_of_the_article_comes(self) -> None:
        async with following("#gate", LONG) as pilot:
            reader = screen(pilot)
            await press(pilot, "enter", "tab")
            chosen = reader.lead
            reader.complete(opened(linked("#gate", LONG, paragraphs=60)))
            await settled(pilot)
            assert reader.lead == chosen
            await press(pilot, "enter")
            assert any("leads out of the library" in line for line in shown(pilot))

    async def test_what_is_chosen_stays_so_only_where_the_same_words_come(self) -> None:
        async with following("#gate") as pilot:
            reader = screen(pilot)
            await press(pilot, "v")
            reader.complete(opened(linked("#gate", paragraphs=60)))
            await settled(pilot)
            assert reader.choice is not None
            reader.complete(opened(linked("#gate", "#gate", paragraphs=60)))
            await settled(pilot)
            assert reader.choice is None

    async def test_all_links_are_listed(self) -> None:
        async with following("#gate", LONG) as pilot:
            await press(pilot, "f")
            assert any("2 links in this article" in line for line in shown(pilot))
            assert any("→ “The gate stands here.”" in line for line in shown(pilot))
            await press(pilot, "down", "enter")
            lead = screen(pilot).lead
            assert lead is not None
            assert lead.target == LONG

    async def test_what_could_not_be_read_is_told_with_what_is_known(self) -> None:
        document = linked("#gate")._replace(format="epub", fault="Chapter 3 could not be read.")
        async with following(document=document) as pilot:
            await press(pilot, "m")
            assert any("What is known of this article · EPUB" in line for line in shown(pilot))
            assert any("Chapter 3 could not be read." in line for line in shown(pilot))

    async def test_first_click_shows_and_second_follows(self) -> None:
        async with following("#gate", "#nowhere") as pilot:
            page = screen(pilot).page.region
            y = next(y for y, row in enumerate(shown(pilot)) if "Links: link0" in row[page.x :])
            x = page.x + shown(pilot)[y][page.x :].index("link0")
            await pilot.click(offset=(x + 1, y))
            await settled(pilot)
            assert "→ “The gate stands here.”" in two_lines(pilot)
            await pilot.click(offset=(x + 1, y))
            await settled(pilot)
            assert under_cursor(pilot) == "The gate stands here."


class TestOutside:
    async def test_all_of_an_address_is_shown_before_anything_is_opened(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given: list[str] = []
        monkeypatch.setattr(outside, "opener", lambda: Opener("viewer", ("viewer",)))

        def take(what: str, _by: Opener) -> str:
            given.append(what)
            return ""

        monkeypatch.setattr(outside, "open_outside", take)
        async with following(LONG) as pilot:
            await press(pilot, "enter")
            words = "".join("".join(line.split()) for line in shown(pilot))
            assert LONG.replace(" ", "") in words.replace("│", "")
            assert given == []
            await press(pilot, "escape", "enter", "enter")
            assert given == [LONG]
            assert "Opened with viewer" in two_lines(pilot)

    @pytest.mark.parametrize(
        "address", ["https://http/a", "http://p/p", "https://user@example.org/example.org"]
    )
    def test_the_host_alone_stands_out(self, address: str) -> None:
        web = web_address(address)
        words = sheet_for_web(web, "", browser="viewer")._words
        (told,) = (span for span in words.spans if "bold" in str(span.style))
        assert words.plain[told.start : told.end] == web.host
        assert words.plain[: told.start] == web.address.partition("//")[0] + "//"

    async def test_without_a_browser_it_is_copied(self) -> None:
        async with following("http://example.org/x") as pilot:
            await press(pilot, "enter")
            assert any("There is no browser here" in line for line in shown(pilot))
            await press(pilot, "enter")
            assert Home.here().last_clip.read_text(encoding="utf-8") == "http://example.org/x"

    def test_is_opened_as_one_argument_without_a_shell(self, tmp_path: Path) -> None:
        written = tmp_path / "given"
        script = tmp_path / "viewer"
        script.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$@" > {written}\n')
        script.chmod(0o700)
        by = Opener("viewer", (str(script),))
        address = "http://example.org/$(touch%20x);`id`&a=b'c"
        assert outside.open_outside(address, by) == ""
        assert written.read_text() == f"1|{address}|"

    @pytest.mark.parametrize("what", ["--help", "-e", "javascript:x", "file:///etc/passwd", "ssh://x", ""])
    def test_nothing_else_is_opened(self, what: str, tmp_path: Path) -> None:
        by = Opener("viewer", ("touch", str(tmp_path / "opened")))
        assert outside.open_outside(what, by)
        assert not (tmp_path / "opened").exists()

    def test_a_program_that_fails_is_told_of(self) -> None:
        assert "ended with 1" in outside.open_outside("http://example.org/", Opener("false", ("false",)))
        missing = outside.open_outside("http://example.org/", Opener("none", ("/nowhere/none",)))
        assert "cannot be started" in missing

    def test_over_ssh_and_without_a_desktop_there_is_no_browser(self) -> None:
        assert outside.opener({}) is None or sys.platform == "darwin"
        assert outside.opener({"SSH_CONNECTION": "x"}) is None


class TestInTheLibrary:
    async def test_a_file_beside_is_asked_for_then_read_and_known_from_then_on(self, tmp_path: Path) -> None:
        write(tmp_path, "lock.md", "# The lock\n\nIt holds. See [the mill](mill.md).")
        mill = write(tmp_path, "mill.md", "# The mill\n\nSee [the lock](lock.md) below.")
        async with reading(mill, size=(80, 24)) as pilot:
            await press(pilot, "right_curly_bracket", "enter")
            assert any("Read this file" in line for line in shown(pilot))
            assert under_cursor(pilot).startswith("See the lock")
            await press(pilot, "enter")
            assert screen(pilot).article.path == tmp_path / "lock.md"
            assert "The lock · < goes back" in two_lines(pilot)
            await press(pilot, "right_curly_bracket", "enter")
            assert screen(pilot).article.path == mill
            await press(pilot, "less_than_sign", "less_than_sign", "enter")
            assert screen(pilot).article.path == tmp_path / "lock.md"  # it is known now, and not asked for


class TestDestinations:
    @pytest.fixture
    def library(self) -> Library:
        return Library(Home.here().library)

    def of(self, target: str, path: Path, library: Library | None = None, *, picture: bool = False) -> object:
        return destination_of(Lead(0, 4, target, picture), opened(linked(target), path), library)

    def test_file_below_the_folder_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "articles"
        (folder / "below").mkdir(parents=True)
        secret = write(tmp_path, "secret.txt", "Secret.")
        path = write(folder, "a.md", "A.")
        below = write(folder / "below", "b.md", "B.")
        (folder / "link.md").symlink_to(secret)
        (folder / "out").symlink_to(tmp_path)
        assert self.of("below/b.md#x", path) == Beside(below.resolve(), "x")
        for target in ("../secret.txt", str(secret), f"file://{secret}", "link.md", "out/secret.txt"):
            found = self.of(target, path)
            assert isinstance(found, Nowhere)
            assert "outside this article’s folder" in found.sentence
        for target in ("below", "none.md", "none/none.md", "a.md/x", "x" * 5_000):
            assert isinstance(self.of(target, path), Nowhere)

    def test_fifo_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.md")
        assert isinstance(self.of("pipe.md", write(tmp_path, "a.md", "A.")), Nowhere)

    def test_article_of_the_library_wherever_it_lies(self, tmp_path: Path, library: Library) -> None:
        other = tmp_path / "elsewhere" / "b.md"
        kept = library.remember(open_bytes(b"# B\n\nWords.", "b.md"), str(other), size=1, mtime_ns=1)
        path = tmp_path / "here" / "a.md"
        found = self.of("../elsewhere/b.md#x", path, library)
        assert isinstance(found, Known)
        assert (found.article.id, found.anchor) == (kept.id, "x")

    def test_article_of_the_library_by_its_address(self, tmp_path: Path, library: Library) -> None:
        document = open_bytes(b"# B\n\nWords.", "b.md")
        document = document._replace(metadata=Metadata(url="https://example.org/b"))
        kept = library.remember(document, str(tmp_path / "b.md"), size=1, mtime_ns=1)
        for address in ("https://example.org/b", "https://example.org/b#part", "http://example.org/b/"):
            found = known_by_address(library, address)
            assert found is not None
            assert found.id == kept.id
        assert known_by_address(library, "https://example.org/bc") is None

    def test_pictures(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.html", "A.")
        gate = write(tmp_path, "gate.png", "x")
        assert self.of("gate.png", path, picture=True) == PictureFile(gate.resolve())
        web = self.of("https://example.org/a.png", path, picture=True)
        assert web == Outside(web_address("https://example.org/a.png"))
        inside = self.of("data:image/png;base64,xx", path, picture=True)
        assert inside == PictureInside(path, "data:image/png;base64,xx")
        assert isinstance(self.of("../gate.png", path, picture=True), Nowhere)

    def test_words_of_a_text_fragment(self) -> None:
        document = linked("#:~:text=Paragraph%207,on")
        found = destination_of(Lead(0, 4, "#:~:text=Paragraph%207,on"), opened(document), None)
        assert isinstance(found, Aim)
        assert found.words is not None
        assert document.text[slice(*found.words)] == "Paragraph 7 runs on"

    def test_page_that_was_fetched_goes_by_its_address(self, tmp_path: Path) -> None:
        own = tmp_path / "data"
        document = linked("b.html")._replace(metadata=Metadata(url="https://example.org/a/"))
        page = opened(document, own / "pages" / "a.html")
        found = destination_of(Lead(0, 4, "b.html"), page, None, own)
        assert found == Outside(web_address("https://example.org/a/b.html"))

    @given(
        st.sampled_from(["", "#", "https://a.b/", "mailto:a@", "x.md#", "javascript:", "file:///", "//"]),
        st.text("\x1b]52;c\x07\x9b\u202e\u200f\n\0%ä.x@/", max_size=12),
    )
    def test_what_is_said_of_it_is_harmless(self, start: str, rest: str) -> None:
        document = linked(start + rest)
        article = opened(document, Path("/nowhere/a.md"))
        for picture in (False, True):
            said = told(destination_of(Lead(0, 4, start + rest, picture), article, None), document)
            assert said == clean_line(said)

    def test_a_short_heading_is_told_without_what_follows(self) -> None:
        document = open_bytes(b"# Costs\n\nThey rose.\n\n# Tables\n\nOf all years.\n", "a.md")
        assert told(Aim(document.text.index("Tables")), document) == "“Tables”"

    def test_mail_and_scripts(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        assert self.of("mailto:ana@example.org", path) == Mail("ana@example.org")
        assert isinstance(self.of("javascript:alert(1)", path), Nowhere)
