"""What a search gave so far, and what is said of it; the lines of its hits; where a hit stands now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.opening import open_bytes
from corpus.search.answer import Answer, Hit
from corpus.search.snippet import Snippet
from tests.reading import HEADLESS
from tests.searching import LANGUAGE, hit
from tui import cells
from tui.hit_places import places
from tui.hit_rows import HitRow, hit_rows, language_rows, painted_hit
from tui.looks import Piece
from tui.results import Asked, Results, by_article, is_enough

HITS = st.lists(
    st.builds(
        lambda article, start, words, title, section, mark: Hit(
            article=article,
            title=title,
            date="2021-03-04",
            section=tuple(section),
            paragraph=start or None,
            start=start,
            end=start + 1,
            snippet=Snippet(words, ((min(mark, len(words)), min(mark + 3, len(words))),)),
            marks=((start, start + 1),),
            score=1.0,
        ),
        st.integers(1, 4),
        st.integers(0, 99),
        st.text(st.sampled_from("ab 水の…é"), max_size=300),
        st.text(st.sampled_from("ab 水"), min_size=1, max_size=90),
        st.lists(st.text(st.sampled_from("ab 水"), min_size=1, max_size=40), max_size=4),
        st.integers(0, 290),
    ),
    max_size=12,
    unique_by=lambda one: (one.article, one.start),
)


@pytest.mark.parametrize(
    ("query", "enough"),
    [
        ("", False),
        ("wa", False),
        ("wat", True),
        ("?", False),
        ("“w", False),
        ("U.S.C.", True),
        ("§ 12(3)", True),
        ("水", True),
        ("a b", False),
    ],
)
def test_three_letters_are_enough(query: str, enough: bool) -> None:
    assert is_enough(query) is enough


def results(hits: tuple[Hit, ...], *, grouped: bool = True, final: bool = True, **more: object) -> Results:
    it = Results(Asked("wat"), grouped=grouped)
    it.take(Asked("wat"), replace(Answer(hits, total=len(hits)), **more))  # type: ignore[arg-type]
    it.final = final
    return it


@given(HITS, HITS, st.integers(0, 11), st.booleans())
def test_the_chosen_hit_stays_chosen(first: list[Hit], more: list[Hit], chosen: int, grouped: bool) -> None:
    it = results(tuple(first), grouped=grouped)
    it.step(chosen)
    before = it.hit
    it.group(not grouped)
    assert it.hit == before
    known = {(one.article, one.start) for one in first}
    better = (*(one for one in more if (one.article, one.start) not in known), *reversed(first))
    it.take(Asked("wat", limit=60), Answer(better, total=len(better)))
    assert before is None or it.hit == before


@given(HITS)
def test_grouping_loses_nothing_and_keeps_the_order_in_an_article(hits: list[Hit]) -> None:
    grouped = by_article(tuple(hits))
    articles = [one.article for one in grouped]
    assert [one for n, one in enumerate(articles) if n == 0 or articles[n - 1] != one] == list(
        dict.fromkeys(one.article for one in hits)
    )
    for article in set(articles):
        assert [one for one in grouped if one.article == article] == [
            one for one in hits if one.article == article
        ]


def some(count: int, articles: int = 1) -> tuple[Hit, ...]:
    return tuple(hit(n % articles, HEADLESS, "e", n) for n in range(count))


@pytest.mark.parametrize(
    ("it", "count"),
    [
        (results(some(1)), "1 hit"),
        (results(some(14, 5)), "14 hits in 5 articles"),
        (results(some(20), total=143), "20 of 143"),
        (results(some(20), total=1430, complete=False), "20 of 1,430+"),
        (results(some(14), complete=False), "14+ hits"),
        (results(some(14), complete=False, final=False), "14 hits"),
        (results(()), "0 hits"),
        (results((), final=False), ""),
    ],
)
def test_hits_are_counted_in_plain_words(it: Results, count: str) -> None:
    assert it.count == count


def test_more_are_asked_for_in_steps() -> None:
    it = results(some(20), total=143)
    assert it.more == Asked("wat", limit=60)
    it.take(Asked("wat", limit=200), Answer(some(30), total=1_430))
    assert it.more is None
    assert "one word more" in it.remark
    assert results(some(20)).more is None


def test_two_corrections_are_said_together() -> None:
    it = results(some(3), corrected=(("watr", "water"), ("gat", "gate")))
    assert it.remark == "0 for watr gat · 3 for water gate · Tab: exact"


# The lines of the list ---------------------------------------------------------------------------


def words_of(pieces: tuple[Piece, ...] | list[Piece]) -> str:
    return "".join(words for words, _ in pieces)


@given(HITS, st.integers(12, 200), st.booleans())
def test_lines_fit_and_every_hit_has_its_place_once(hits: list[Hit], width: int, grouped: bool) -> None:
    shown = by_article(tuple(hits)) if grouped else tuple(hits)
    rows = hit_rows(shown, width, grouped=grouped)
    for number, row in enumerate(rows):
        assert cells.width(words_of(painted_hit(row, width, 0))) == width, number
    for index in range(len(shown)):
        assert sum(row.is_place and row.of(index) for row in rows) == 1


@given(HITS)
def test_marks_show_exactly_the_words(hits: list[Hit]) -> None:
    for one in hits:
        rows = hit_rows([one], 700, grouped=False)
        marked = "".join(words for row in rows for words, looks in row.pieces if "hit" in looks)
        meant = "".join(one.snippet.text[start:end] for start, end in one.snippet.marks)
        assert marked.rstrip() == meant.rstrip()


def test_a_snippet_takes_three_lines_with_its_mark_among_them() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve. " * 4
    at = text.rindex("twelve")
    long = replace(hit(1, HEADLESS, "keeper"), snippet=Snippet(text, ((at, at + 6),)))
    rows = hit_rows([long], 40, grouped=False)
    assert len(rows) == 1 + 3
    assert any("hit" in looks for row in rows for _, looks in row.pieces)


def test_only_the_chosen_hit_has_the_bar() -> None:
    rows = hit_rows(some(3), 60, grouped=True)
    bars = [words_of(painted_hit(row, 60, 1)).startswith("▌") for row in rows]
    assert bars == [row.first == 1 and row.last == 2 for row in rows]
    first = [words_of(painted_hit(row, 60, 0)).startswith("▌") for row in rows]
    assert first[0]


@pytest.mark.parametrize("width", [12, 20, 44, 80])
def test_the_language_is_shown_at_every_width(width: int) -> None:
    rows: list[HitRow] = language_rows(LANGUAGE, width)
    assert all(cells.width(words_of(painted_hit(row, width, -1))) == width for row in rows)
    assert any("moon" in words_of(row.pieces) for row in rows)


# Where a hit stands now --------------------------------------------------------------------------


def document(text: str) -> Document:
    return open_bytes(text.encode(), "a.txt")


def test_a_hit_is_where_it_was_or_has_moved_or_is_gone() -> None:
    before = document(HEADLESS)
    found = hit(1, before.text, "northern")
    assert places(before, found) == found.marks
    after = document(HEADLESS.replace("in the night", "very late in the night"))
    (span,) = places(after, found) or ()
    assert after.text[slice(*span)] == "northern"
    assert span != found.marks[0]
    assert places(document(HEADLESS.replace("northern", "southern")), found) is None


def test_a_hit_in_a_title_has_no_words_in_the_text() -> None:
    titled = replace(hit(1, HEADLESS, "keeper"), marks=(), start=0, end=0)
    assert places(document(HEADLESS), titled) == ()
