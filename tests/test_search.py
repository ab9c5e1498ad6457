from __future__ import annotations

import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.index import Index
from corpus.index.engine import EngineFailure, stem
from corpus.library import Library
from corpus.metadata import Metadata
from corpus.search import Search, search_documents
from corpus.search.answer import Answer, Hit
from corpus.search.article import may_hold
from corpus.search.query import parse
from corpus.search.ranking import Found, Passage, Ranking
from corpus.search.snippet import MOST
from tests.plain_reading import joined


def article(*paragraphs: str, title: str = "") -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        heading = paragraph.startswith("# ")
        draft.add(
            paragraph.removeprefix("# "), Kind.HEADING if heading else Kind.PARAGRAPH, level=int(heading)
        )
    return draft.document(Metadata(title=title))


def add(library: Library, *paragraphs: str, title: str = "Untold") -> int:
    source = f"/{len(library.articles())}"
    return library.remember(article(*paragraphs, title=title), source, size=1, mtime_ns=1).id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture(params=["indexed", "not indexed"])
def search(request: pytest.FixtureRequest, library: Library, tmp_path: Path) -> Search:
    """A search of a library whose articles are indexed, or none of them, once something is asked."""
    index = Index(tmp_path / "index")
    if request.param == "indexed":
        return _CaughtUp(library, index)
    return Search(library, index)


class _CaughtUp(Search):
    def answers(self, query: str, **how: Any) -> Iterator[Answer]:
        self._index.catch_up(self._library)
        return super().answers(query, **how)


def marked(text: str, hit: Hit) -> list[str]:
    return [text[start:end] for start, end in hit.marks]


def only(answer: Answer) -> Hit:
    assert len(answer.hits) == 1, answer
    return answer.hits[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("don't", ["don’t"]),
        ("state-OF-the-art", ["state-of-the-art"]),
        ('"state of the art"', ["state-of-the-art"]),
        ("emile", ["Émile"]),
        ("1,000.50", ["1,000.50"]),
        ("§ 12(3)", ["12(3"]),
        ("U.S.C.", ["U.S.C"]),
        ("2021-02-05", ["2021-02-05"]),
        ('"art, they pay"', ["art. “They pay"]),
        ("数据库", ["数据库"]),
        ("库", ["库"]),
        ("法", ["法"]),
        ('"版权 数据"', ["版权、数据"]),
        ("paid", ["paid"]),
    ],
)
def test_what_is_on_the_page_is_found_as_typed(
    library: Library, search: Search, query: str, words: list[str]
) -> None:
    text = (
        "Émile and I don’t own state-of-the-art. “They pay 1,000.50 under § 12(3), 17 U.S.C., since"
        " 2021-02-05,” was paid. 版权、数据库保护法"
    )
    id = add(library, "Another paragraph.", text)
    add(library, "A text about another thing.")
    hit = only(search.hits(query))
    found = library.document(id).text
    assert (hit.article, hit.paragraph) == (id, 2)
    assert [re.sub(r"\s", " ", word) for word in marked(found, hit)] == words


def test_a_phrase_is_found_over_line_and_paragraph_breaks(library: Library, search: Search) -> None:
    id = add(library, "It ends with the\nrising tide", "and begins again. 数据\n库")
    for query, words in (('"the rising tide and"', "the\nrising tide\n\nand"), ("数据库", "数据\n库")):
        hit = only(search.hits(query))
        assert marked(library.document(id).text, hit) == [words]
        assert "\n" not in hit.snippet.text


def test_a_phrase_is_found_as_it_is_and_a_word_in_its_forms(library: Library, search: Search) -> None:
    exact = add(library, "A protective order was made.")
    form = add(library, "They ordered protective gear; orders came.")
    assert [hit.article for hit in search.hits('"protective order"').hits] == [exact]
    assert [hit.article for hit in search.hits("protective order").hits] == [exact, form]


def test_what_is_not_there_is_certainly_not_there(library: Library, search: Search) -> None:
    add(library, "The moon pulls at the sea.")
    for query in ('"the sea at"', "moonlight", '"moon pull"', "海"):
        answer = search.hits(query, literally=True)
        assert answer.hits == ()
        assert answer.complete


def test_words_in_one_paragraph_come_before_words_here_and_there(library: Library, search: Search) -> None:
    apart = add(library, "The moon, moon, moon.", "The sea, sea, sea.", "And nothing.")
    together = add(library, "Nothing yet.", "A long paragraph in which the moon is named, and later the sea.")
    add(library, "The moon alone.")
    hits = search.hits("moon sea").hits
    assert [hit.article for hit in hits] == [together, apart]
    assert hits[0].paragraph == 2


def test_a_passage_with_every_word_comes_first_whatever_the_others_score() -> None:
    loud = Passage(1, 0, (), whole=False, score=9.0)
    whole = Passage(2, 0, (), whole=True, score=0.2)
    ranking = Ranking(9)
    for passage in (loud, whole):
        ranking.add(Found(1, [passage]))
    assert list(ranking.best()) == [whole, loud]


def test_a_heading_weighs_more_and_its_section_is_told(library: Library, search: Search) -> None:
    add(library, "Of tides and other things that are told in one breath.")
    headed = add(library, "# The sea", "It is wide.", "# Tides", "They come and go.")
    hit = search.hits("tides").hits[0]
    assert hit.article == headed
    assert hit.section[-1] == "Tides"


def test_an_article_is_found_by_its_title_alone(library: Library, search: Search) -> None:
    id = add(library, "It says nothing of the kind.", title="On the Tides of Saint-Malo")
    hit = only(search.hits("saint-malo tide"))
    assert (hit.article, hit.start, hit.end, hit.marks) == (id, 0, 0, ())
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["Tides", "Saint-Malo"]


def test_the_last_word_may_be_a_beginning_while_one_types(library: Library, search: Search) -> None:
    id = add(library, "The protection of databases.")
    for query in ("protecti", "the prot", '"the protecti', "protection d", "prot*"):
        assert only(search.hits(query, typing=True)).article == id
    for query in ("protecti", "protecti databases", "prot "):
        assert search.hits(query, literally=True).hits == ()
    assert only(search.hits("prot*")).article == id


def test_a_word_as_typed_comes_before_its_forms_and_completions(library: Library, search: Search) -> None:
    begun = add(library, "An ordinary day.")
    form = add(library, "An ordering of days.")
    exact = add(library, "An order of the day.")
    assert [hit.article for hit in search.hits("order", typing=True).hits] == [exact, form]
    assert [hit.article for hit in search.hits("ord", typing=True).hits].count(begun) == 1


def test_one_article_does_not_crowd_out_the_others(library: Library, search: Search) -> None:
    loud = add(library, *["The sea."] * 9)
    quiet = add(library, "Something longer than that about the sea and the people who live by it.")
    hits = search.hits("sea", limit=6).hits
    assert [hit.article for hit in hits] == [loud] * 3 + [quiet] + [loud] * 2


def test_the_limit_is_kept(library: Library, search: Search) -> None:
    for number in range(30):
        add(library, f"The sea of number {number}.")
    for limit in (0, 1, 7):
        assert len(search.hits("sea", limit=limit).hits) == limit


def test_a_query_without_words_and_an_open_quotation_are_told(library: Library, search: Search) -> None:
    add(library, "The moon pulls at the sea.")
    assert "no word" in search.hits("§ —").notes[0]
    assert search.hits("  ") == Answer(())
    answer = search.hits('"the moon')
    assert "not closed" in answer.notes[0]
    assert len(answer.hits) == 1
    assert search.hits('"the moon', typing=True).notes == ()


def test_it_stops_when_it_is_cancelled(library: Library, search: Search) -> None:
    for number in range(5):
        add(library, f"The sea of number {number}.")
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    answer = search.hits("sea", cancelled=cancelled)
    assert len(answer.hits) <= 3
    assert not answer.complete


def test_it_answers_in_a_thread_of_its_own(library: Library, search: Search) -> None:
    add(library, "The moon pulls at the sea.")
    answers: list[Answer] = []
    thread = threading.Thread(target=lambda: answers.append(search.hits("sea")))
    thread.start()
    thread.join()
    assert len(answers[0].hits) == 1


def test_what_changed_or_went_since_the_index_was_made_is_answered_as_it_is(
    library: Library, tmp_path: Path
) -> None:
    index = Index(tmp_path / "index")
    ids = [add(library, "The moon pulls.", title=name) for name in ("one", "two", "three")]
    index.catch_up(library)
    search = Search(library, index)
    assert len(search.hits("moon").hits) == 3
    library.remove(ids[0])
    library.remember(article("The wind turns.", title="two"), "/1", size=1, mtime_ns=1)
    added = library.remember(article("A new moon.", title="four"), "/new", size=1, mtime_ns=1).id
    assert {hit.article for hit in search.hits("moon").hits} == {ids[2], added}
    assert [hit.article for hit in search.hits("wind").hits] == [ids[1]]


def test_a_damaged_index_changes_no_answer(library: Library, tmp_path: Path) -> None:
    id = add(library, "The moon pulls at the sea.")
    Index(tmp_path / "index").catch_up(library)
    for path in (tmp_path / "index").glob("*.pst"):
        path.write_bytes(path.read_bytes()[::-1])
    assert only(Search(library, Index(tmp_path / "index")).hits("moon sea")).article == id


def test_an_engine_that_fails_while_it_is_asked_changes_no_answer(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = add(library, "The moon pulls at the sea.")
    index = Index(tmp_path / "index")
    index.catch_up(library)

    def fail(*_: object) -> bytes:
        raise EngineFailure

    monkeypatch.setattr("corpus.index.engine.View._decoded", fail)
    assert only(Search(library, index).hits("moon sea")).article == id


def test_an_article_that_is_damaged_is_named_and_the_others_are_searched(
    library: Library, search: Search
) -> None:
    bad = add(library, "The sea.", title="Tides")
    good = add(library, "The sea.", title="Winds")
    with library._database.changing() as connection:
        connection.execute("UPDATE documents SET packed = x'00' WHERE article = ?", (bad,))
    answer = search.hits("sea")
    assert [hit.article for hit in answer.hits] == [good]
    assert "“Tides” is damaged" in answer.notes[0]


def test_given_articles_are_searched_without_a_library() -> None:
    documents = [
        ("one.md", article("The moon.", "The sea.")),
        ("two.md", article("The moon and the sea.")),
        ("three.md", article("The wind.")),
    ]
    answer = search_documents("moon sea", documents)
    assert [hit.article for hit in answer.hits] == ["two.md", "one.md"]
    assert search_documents("§", []).notes


def test_marks_and_snippets_show_the_same_words(library: Library, search: Search) -> None:
    filler = "It is said that the sailors know. " * 20
    id = add(library, f"{filler}But the Moon decides, and sailors follow the moons. {filler}")
    hit = only(search.hits("moon"))
    text = library.document(id).text
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == marked(text, hit) == ["Moon", "moons"]
    assert hit.snippet.text.startswith("But the Moon")
    assert len(hit.snippet.text) <= MOST
    assert hit.start == hit.marks[0][0]
    assert hit.end == hit.marks[-1][1]


FORMS = (
    "",
    "s",
    "es",
    "ed",
    "ing",
    "ly",
    "ies",
    "y",
    "ization",
    "ational",
    "ative",
    "fulness",
    "ically",
    "e",
)


@given(st.text("aeioubdlnrst", min_size=1, max_size=6), st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_no_form_of_a_word_is_passed_over_unread(root: str, first: str, second: str) -> None:
    asked, printed = root + first, root + second
    if stem(asked) == stem(printed):
        assert may_hold(f"Here is {printed}.", parse(asked))


@pytest.mark.parametrize(("asked", "printed"), [("die", "dying"), ("sky", "skies"), ("lying", "lies")])
def test_no_irregular_form_is_passed_over_unread(asked: str, printed: str) -> None:
    assert stem(asked) == stem(printed)
    assert may_hold(printed, parse(asked))


# A library must answer like somebody who reads every text from end to end.

ENGLISH = st.lists(st.sampled_from("the sea see seas moon order orders of".split()), min_size=1, max_size=9)
SENTENCES = st.tuples(ENGLISH, st.sampled_from((" ", ", ", "-", "\n"))).map(
    lambda pair: pair[1].join(pair[0])
)
CHINESE = st.text("数据库保护", min_size=1, max_size=9)
TEXTS = st.lists(st.lists(SENTENCES | CHINESE, min_size=1, max_size=3), min_size=1, max_size=4)


def read_through(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where the phrase stands, by a plain expression: words with anything that is no word between."""
    words = phrase.split() if phrase.isascii() else list(phrase)
    edge, gap = (r"\b", r"\W+") if phrase.isascii() else ("", r"\W*")
    pattern = f"(?={edge}({gap.join(map(re.escape, words))}){edge})"
    return joined(match.span(1) for match in re.finditer(pattern, text, re.IGNORECASE))


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.lists(ENGLISH.map(lambda words: " ".join(words[:3])) | CHINESE, max_size=6), st.data())
def test_a_library_answers_like_reading_it_through(
    texts: list[list[str]], strangers: list[str], data: st.DataObject
) -> None:
    phrases = list(strangers)
    for paragraphs in texts:
        drawn = re.findall(r"\w+", data.draw(st.sampled_from(paragraphs)))
        start = data.draw(st.integers(0, len(drawn) - 1))
        phrases.append(" ".join(drawn[start : start + data.draw(st.integers(1, 4))]))
    indexed = data.draw(st.integers(0, len(texts)))
    with tempfile.TemporaryDirectory() as directory, Library(Path(directory) / "library") as library:
        index = Index(Path(directory) / "index")
        ids = []
        for number, paragraphs in enumerate(texts):
            if number == indexed:
                index.catch_up(library)
            ids.append(add(library, *paragraphs))
        search = Search(library, index)
        for phrase in phrases:
            answer = search.hits(f'"{phrase}"', limit=1000, literally=True)
            for id in ids:
                found = joined(mark for hit in answer.hits if hit.article == id for mark in hit.marks)
                assert found == read_through(library.document(id).text, phrase), phrase
            assert answer.complete
