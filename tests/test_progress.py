"""How far an article is read is told while it is read, whatever it is in; and when it is shown again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import progress
from corpus.progress import Beginnings
from corpus.reading import documents_of
from corpus.source import Source
from tests.epub_writing import book, chapter
from tests.office_writing import docx, fodt, odt, p
from tests.pdf_writing import pdf, typeset
from tests.test_fb2 import SEA, written

RAIN = "It rained in that place, and nobody wrote it down."
PAGE = f"<p>{RAIN * 40}</p>\n".encode() * 150
MESSAGE = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
MADE: dict[str, Callable[[], bytes]] = {
    "rain.epub": lambda: book({f"c{n}.xhtml": chapter(f"<p>{RAIN}</p>") for n in range(9)}),
    "rain.fb2": lambda: written(SEA * 600),
    "rain.docx": lambda: docx(p(RAIN) * 600),
    "rain.odt": lambda: odt(f"<text:p>{RAIN}</text:p>" * 900),
    "rain.fodt": lambda: fodt(f"<text:p>{RAIN}</text:p>" * 900),
    "rain.pdf": lambda: pdf(typeset([RAIN * 30] * 9)),
    "rain.1": lambda: f".TH RAIN 1\n.SH NAME\n{f'{RAIN}{chr(10)}.PP{chr(10)}' * 300}".encode(),
    "rain.html": lambda: PAGE,
    "rain.mhtml": lambda: MESSAGE + PAGE,
    "rain.eml": lambda: MESSAGE + PAGE,
    "rain.md": lambda: (f"{RAIN}\n\n" * 30).encode(),
    "rain.org": lambda: (f"{RAIN}\n\n" * 30).encode(),
    "rain.adoc": lambda: (f"{RAIN}\n\n" * 30).encode(),
    "rain.rst": lambda: (f"{RAIN}\n\n" * 30).encode(),
}
CALLED = ("man", "odt", "markdown", "asciidoc", "mail")
"""Formats that are not called as the endings of their files are."""


@pytest.fixture
def told() -> Iterator[list[float]]:
    shares: list[float] = []
    progress.heard_by(shares.append)
    yield shares
    progress.heard_by(None)


@pytest.mark.parametrize("name", MADE)
def test_it_is_told_how_far_an_article_is_read(name: str, told: list[float]) -> None:
    (whole,) = documents_of(Source(MADE[name](), name))
    assert whole.format in (name.rpartition(".")[2], *CALLED)
    assert len(set(told)) > 2
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=4), st.floats(0, 1))
def test_what_is_told_of_a_part_lies_in_it(parts: list[tuple[float, float]], share: float) -> None:
    shares: list[float] = []
    progress.heard_by(shares.append)
    with ExitStack() as stack:
        for one, other in parts:
            stack.enter_context(progress.part(min(one, other), max(one, other)))
            for told in (0, share, 1):
                progress.tell(told)
    progress.tell(share)
    progress.heard_by(None)
    assert shares.pop() == share
    bounds = [(0.0, 1.0)]
    for at, (one, other) in enumerate(parts):
        first, middle, last = shares[3 * at : 3 * at + 3]
        assert bounds[-1][0] - 1e-9 <= first <= middle + 1e-9 <= last + 2e-9 <= bounds[-1][1] + 3e-9
        assert last - first == pytest.approx((bounds[-1][1] - bounds[-1][0]) * abs(one - other))
        bounds.append((first, last))


@given(st.integers(1, 100), st.lists(st.integers(0, 300)))
def test_a_beginning_is_due_when_it_is_much_longer_than_the_last(first: int, more: list[int]) -> None:
    beginnings, unwanted = Beginnings(first, wanted=True), Beginnings(first, wanted=False)
    length, shown = 0, list[int]()
    for one in more:
        length += one
        due = beginnings.due(length)
        assert due == (length >= (10 * shown[-1] if shown else first))
        assert not unwanted.due(length)
        shown += [length] if due else []


@pytest.mark.parametrize("name", ["rain.md", "rain.html"])
def test_a_beginning_is_no_share_of_the_whole(name: str, told: list[float]) -> None:
    data = PAGE if name.endswith("html") else f"{RAIN * 40}\n\n".encode() * 150
    *_, whole = documents_of(Source(data, name, at_once=False))
    assert whole.digest
    assert told == sorted(told)
