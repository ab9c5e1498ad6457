"""Fields, exclusions, capitals, spelling, nearness: each form of the query language, found and not found."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.index import Index
from corpus.library import Library
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline import outline_of
from corpus.search import Search, search_documents
from corpus.search.answer import Answer
from corpus.search.groups import together
from corpus.search.matching import agrees_in_case


def article(*paragraphs: str, metadata: Metadata | None = None) -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        heading = paragraph.startswith("# ")
        kind = Kind.HEADING if heading else Kind.PARAGRAPH
        draft.add(paragraph.removeprefix("# "), kind, level=int(heading))
    return draft.document(metadata or Metadata())


ARTICLES = {
    "/texts/tides.md": article(
        "The moon and the wind.",
        "The sea.",
        "# Methods",
        "The Moon pulls at the sea.",
        "# Results",
        "Tides rise.",
        metadata=Metadata(
            title="On Tides",
            authors=(Name(family="Curie", given="Marie"),),
            date=PartialDate(2021, 3, 5),
            lang="en-GB",
        ),
    ),
    "/texts/winds.md": article(
        "The wind rises with the moon, far from any sea, and it turns as often as it likes.",
        metadata=Metadata(title="Winds", date=PartialDate(2022), lang="en"),
    ),
    "/texts/潮.md": article("月亮与海。", metadata=Metadata(title="潮汐", lang="zh")),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        for source, document in ARTICLES.items():
            library.remember(document, source, size=1, mtime_ns=1)
        yield library


@pytest.fixture(params=["indexed", "not indexed"])
def search(request: pytest.FixtureRequest, library: Library, tmp_path: Path) -> Search:
    index = Index(tmp_path / "index")
    if request.param == "indexed":
        index.catch_up(library)
    return Search(library, index)


def found(library: Library, answer: Answer) -> list[tuple[int | str, str]]:
    """The article of each hit and the words that are marked."""
    pairs = []
    for hit in answer.hits:
        text = library.text(int(hit.article))
        pairs += [(hit.article, text[start:end]) for start, end in hit.marks] or [(hit.article, "")]
    return sorted(pairs)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("title:tides moon", [(1, "Moon"), (1, "moon")]),
        ("title:tidse~", [(1, "")]),
        ("title:Tides", [(1, "")]),
        ("title:tides -title:on moon", []),
        ("author:curie", [(1, "")]),
        ("author:curie wind", [(1, "wind")]),
        ("section:methods", [(1, "Methods")]),
        ("section:methods moon", [(1, "Moon")]),
        ("section:methods rise", []),
        ("-section:methods pulls", []),
        ("moon sea -wind", [(1, "Moon"), (1, "sea")]),
        ("wind -moon", [(2, "")]),
        ("in:2 moon", [(2, "moon")]),
        ("in:winds.md moon", [(2, "moon")]),
        ("date:2021 moon", [(1, "Moon"), (1, "moon")]),
        ("date:..2021-02 moon", []),
        ("date:2021-03..2021-04 wind", [(1, "wind")]),
        ("date:2022 moon", [(2, "moon")]),
        ("-date:2021 moon", [(2, "moon")]),
        ("lang:zh 海", [(3, "海")]),
        ("lang:en moon -wind", [(1, "Moon")]),
        ("Moon", [(1, "Moon")]),
        ("moon OR 月亮", [(1, "Moon"), (1, "moon"), (2, "moon"), (3, "月亮")]),
        ("mon~ pulls", [(1, "Moon"), (1, "pulls")]),
        ("near:3(wind moon)", [(1, "moon"), (1, "wind"), (2, "moon"), (2, "wind")]),
        ("near:0(wind sea)", []),
        ("near:1(wind sea)", [(1, "sea"), (1, "wind")]),
        ("pul*", [(1, "pulls")]),
    ],
)
def test_each_form_finds_what_it_says(
    library: Library, search: Search, query: str, expected: list[tuple[int, str]]
) -> None:
    answer = search.hits(query, literally=True)
    assert found(library, answer) == expected
    assert answer.complete
    assert answer.notes == ()


def test_nobody_is_told_to_have_written_a_section_that_was_inferred(library: Library, search: Search) -> None:
    assert any(section.inferred for section in outline_of(library.document(2)).sections)
    assert search.hits("section:wind", literally=True).hits == ()
    hits = search.hits("wind", literally=True).hits
    assert {hit.section for hit in hits if hit.article == 2} == {()}


def test_fields_count_for_files_that_are_in_no_library() -> None:
    def asked(query: str) -> list[int | str]:
        return sorted({hit.article for hit in search_documents(query, ARTICLES.items()).hits})

    assert asked("moon") == ["/texts/tides.md", "/texts/winds.md"]
    assert asked("moon date:2022") == ["/texts/winds.md"]
    assert asked("moon author:curie") == ["/texts/tides.md"]
    assert asked("moon -title:winds") == ["/texts/tides.md"]
    assert asked("moon in:winds") == ["/texts/winds.md"]


def test_other_capitals_are_shown_when_nothing_has_these_and_that_is_said(search: Search) -> None:
    answer = search.hits("MOON")
    assert len(answer.hits) == 3
    assert "capitals" in answer.notes[0]
    assert search.hits("MOON", literally=True).hits == ()


def test_a_misspelt_word_is_corrected_and_one_that_stands_somewhere_is_not(
    library: Library, tmp_path: Path
) -> None:
    index = Index(tmp_path / "index")
    index.catch_up(library)
    search = Search(library, index)
    answer = search.hits("pullz sea")
    assert answer.corrected == (("pullz", "pulls"),)
    assert answer.hits[0].article == 1
    assert search.hits('"pullz"').corrected == ()
    # It stands in an article that the index does not know yet: then it is no mistake.
    library.remember(article("A pullz of its own."), "/new", size=1, mtime_ns=1)
    assert search.hits("pullz sea").corrected == ()
    # Nor does an article that went make a word known.
    index.catch_up(library)
    library.remove(4)
    index.catch_up(library)
    assert search.hits("pullz sea").corrected == (("pullz", "pulls"),)


@pytest.mark.parametrize(
    ("written", "printed", "agree"),
    [
        ("ConfigMap", "ConﬁgMap", True),
        ("ConfigMap", "Con\u00adfig\u00adMap", True),
        ("ÉMILE", "E\u0301MILE", True),
        ("Moon", "moon", False),
        ("moon", "Moon", False),
        ("Order", "Orders", True),
        ("OrderS", "Orders", False),
    ],
)
def test_capitals_agree(written: str, printed: str, *, agree: bool) -> None:
    assert agrees_in_case(written, printed) is agree


def test_a_ligature_and_a_soft_hyphen_keep_a_word_from_nobody(library: Library, search: Search) -> None:
    for number, word in enumerate(("ConﬁgMap", "Con\u00adfig\u00adMap", "ConfigMap")):
        library.remember(article(f"A {word} is read."), f"/{number}", size=1, mtime_ns=1)
    assert len(search.hits("ConfigMap").hits) == len(search.hits("configmap").hits) == 3


@pytest.mark.parametrize(
    ("moons", "tides", "within", "expected"),
    [
        ([0, 1], [2], 1, [0, 1, 2]),
        ([1, 2], [0], 1, [0, 1, 2]),
        ([0, 9], [2], 5, [0, 2]),
        ([0], [9], 7, []),
        ([3], [3], 5, []),
        ([3, 5], [3], 5, [3, 5]),
    ],
)
def test_what_is_near_belongs_to_a_group(
    moons: list[int], tides: list[int], within: int, expected: list[int]
) -> None:
    found = [[(at, at + 1, 1.0) for at in places] for places in (moons, tides)]
    assert sorted({match[0] for match in together(found, within)}) == expected


def test_many_may_ask_at_once(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(tmp_path / "index")
    index.catch_up(library)
    monkeypatch.setattr("corpus.search.snapshot._KEPT", 10)
    monkeypatch.setattr("corpus.search.snapshot._KEPT_READY", 2)
    search = Search(library, index)
    failed: list[BaseException] = []

    def ask(words: str) -> None:
        try:
            for word in words.split():
                assert search.hits(word).hits, word
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=ask, args=("moon sea wind rise pulls tides " * 20,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_an_answer_without_a_damaged_article_is_not_certain(library: Library, search: Search) -> None:
    search.hits("moon")
    with library._database.renewing() as connection:
        connection.execute("UPDATE documents SET packed = x'00' WHERE article = 2")
    answer = search.hits("likes", literally=True)
    assert (answer.hits, answer.total, answer.complete) == ((), 0, False)
    assert "“Winds” is damaged" in answer.notes[0]
