from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.opening import open_path
from corpus.passages.shown_number import place_at
from corpus.whole_web_page import whole_web_page
from tests.reading import PATIENCE, press, reading, screen, settled, until, write
from tui.opening import open_target

NAVIGATION = "<nav><ul><li><a href='/'>Home</a><li><a href='/w'>World</a></ul></nav>"
PAGE = (
    f"<!DOCTYPE html><title>Floods</title>{NAVIGATION}<h1>Floods</h1><p>By Ana Ruiz, 3 March 2021</p>"
    + "".join(f"<p>Paragraph {n} of the river. {'Water runs on. ' * 12}</p>" for n in range(1, 13))
    + "<div class=related><a href='/d'>The drought of 1976</a></div>"
    + "<p>The last paragraph of it.</p><footer><p>© 2021 River News</p></footer>"
)


def numbered(document: Document) -> list[tuple[int, str]]:
    return [(b.number, document.text[b.start : b.end]) for b in document.blocks if b.number]


def test_the_page_has_the_numbers_of_the_article_and_the_same_words_at_the_same_places(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "a.html", PAGE)
    article = open_path(path)
    whole = whole_web_page(path, article)
    page = whole.document
    assert article.left_out
    assert numbered(page) == numbered(article)
    assert "Home" in page.text
    assert "Home" not in article.text
    for at in (at for at, sign in enumerate(article.text) if sign != "\n"):
        there = whole.in_page(at)
        assert page.text[there] == article.text[at]
        assert whole.in_article(there) == at
    left = whole.in_article(page.text.index("The drought"))
    assert article.text[left:].startswith("Paragraph 12 ")
    assert whole.in_article(0) == 0


def test_a_page_that_changed_is_not_shown_for_the_one_that_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html", PAGE)
    article = open_path(path)
    write(tmp_path, "a.html", PAGE.replace("river", "lake"))
    with pytest.raises(CannotOpen, match=r"a\.html has changed"):
        whole_web_page(path, article)


async def test_a_key_shows_all_of_a_page_and_the_article_alone_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.html", PAGE)
    async with reading(path) as pilot:
        reader = screen(pilot)
        article = reader.article
        assert isinstance(article.document, Document)
        reader.jump(article.document.paragraph(9).start)
        await press(pilot, "W")
        page = reader.article.document
        assert isinstance(page, Document)
        assert "Home" in page.text
        assert page.text[reader.page.cursor :].startswith("Paragraph 9 ")
        assert reader.article.id is None
        assert "¶ 9" in place_at(page, reader.page.cursor)
        library = reader.services.library
        assert library is not None
        # Who quits from here comes back to there: the page itself is not in the library.
        assert library.articles()[0].place == article.document.paragraph(9).start
        await press(pilot, "W")
        assert reader.article.document is article.document
        assert article.document.text[reader.page.cursor :].startswith("Paragraph 9 ")
        assert [kept.title for kept in library.articles()] == ["Floods"]
        done, gate = Event(), Event()

        def late(*what: Any) -> Any:
            read = whole_web_page(*what)
            done.set()
            gate.wait(PATIENCE)
            return read

        monkeypatch.setattr("tui.web_page_view.whole_web_page", late)
        await pilot.press("W")
        await until(pilot, done.is_set)
        other = open_target(str(write(tmp_path, "b.md", "# Another article\n\nOf few words.\n")), None)
        reader.show(other)
        gate.set()
        await settled(pilot)
        assert reader.article.document is other.document
