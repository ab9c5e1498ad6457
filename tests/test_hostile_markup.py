"""Markup that is made to keep a reader busy for years: each of these is read at once.

Where one is not, the test is stopped after seconds of computing that nothing here comes near.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from corpus.errors import CannotOpen
from corpus.format import format_of
from corpus.formats import org
from corpus.formats.epub import chapters
from corpus.formats.pdf import printed_contents
from corpus.formats.xhtml import html_of
from corpus.manuscript import titles
from corpus.opening import open_bytes
from tests.epub_writing import book

_MOST: float = 20
"""Seconds of computing."""


class _Endless(BaseException):
    """A test that does not come to its end."""


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _Endless

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, _MOST)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda: format_of("<!-- a -->" * 100 + "<p>", ".txt", 1003), id="comments"),
        pytest.param(lambda: html_of(b"<!-- a -->" * 100 + b"<p>"), id="comments in XHTML"),
        pytest.param(lambda: html_of(b"<p><![CDATA[ " * 30_000), id="CDATA without an end"),
        pytest.param(lambda: html_of(b"<p><epub:case " * 30_000), id="cases without an end"),
        pytest.param(lambda: chapters._SVG.match("<!-- a -->" * 100 + "<p>"), id="comments in a chapter"),
        pytest.param(lambda: chapters._drawn("<svg>" + "<text>" * 30_000), id="drawn words without an end"),
        pytest.param(lambda: org.parse("|" + "  |" * 100 + "x\n"), id="a row of empty cells"),
        pytest.param(lambda: printed_contents._leaders("." * 30_000 + "x y"), id="dots"),
        pytest.param(lambda: titles._NAMES.fullmatch("al." * 100 + "!"), id="names"),
    ],
)
def test_what_has_no_end_is_read_at_once(read: Callable[[], object]) -> None:
    read()


def test_a_page_is_known_behind_its_comments() -> None:
    assert format_of("<!-- a -->\n<!-- b --> <html>", ".txt", 30) == "html"


def test_words_of_a_drawing_are_read_with_what_is_in_them() -> None:
    drawn = '<svg><title>The Moon</title><text x="1">It <tspan>pulls</tspan></text><desc/></svg>'
    assert chapters._drawn(drawn) == "<body><p>The Moon</p><p>It  pulls </p>"


def test_what_cdata_and_cases_hold_is_read_up_to_their_last_end() -> None:
    assert html_of(b"<p><![CDATA[a<b]]> c<![CDATA[d") == "<p>a&lt;b c<![CDATA[d"
    assert html_of(b"<epub:case x>a</epub:case ><p>b<epub:case") == "<p>b<epub:case"


def test_a_book_without_chapters_is_refused_in_a_sentence() -> None:
    with pytest.raises(CannotOpen, match=r"no chapters\.$"):
        open_bytes(book({}), "empty.epub")
