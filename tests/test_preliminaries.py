from __future__ import annotations

import pytest

from corpus.document import Kind
from corpus.draft import Draft, with_kinds
from corpus.metadata import PartialDate
from corpus.preliminaries import Preliminaries, recognise

ARTICLE = "The harbour is too small for the ships that come, and the town has known it for years."


def recognised(*blocks: str) -> Preliminaries:
    draft = Draft()
    for block in (*blocks, ARTICLE):
        draft.add(block)
    return recognise(draft.document())


def names(found: Preliminaries) -> list[str]:
    return [name.as_published() for name in found.metadata.authors]


def test_an_editors_note_names_authors_date_and_outlet() -> None:
    found = recognised(
        "date 2020-03-04 Editor’s Note: Ana Ruiz and He Jing are pilots at Vega Harbour. The article"
        " reflects the opinions of the authors, and not necessarily the views of Coast Radio."
    )
    assert found.kinds == {0: Kind.NOTE}
    assert names(found) == ["Ana Ruiz", "He Jing"]
    assert (found.metadata.date, found.metadata.container) == (PartialDate(2020, 3, 4), "Coast Radio")
    assert found.metadata.sources["authors"] == "the editor’s note"
    assert found.label == "2020-03-04 · Editor’s note — Ana Ruiz and He Jing, pilots at Vega Harbour"


def test_people_whom_a_note_only_mentions_are_no_authors() -> None:
    found = recognised("Editor’s note: Ana Ruiz is the mayor of Vega. She was elected in 2018.")
    assert found.kinds == {0: Kind.NOTE}
    assert found.metadata.authors == ()


@pytest.mark.parametrize("byline", ["By Ana Ruiz and Tom Vega", "Written by Ana Ruiz and Tom Vega"])
def test_a_byline_names_the_authors(byline: str) -> None:
    found = recognised(byline)
    assert (found.kinds, names(found)) == ({0: Kind.NOTE}, ["Ana Ruiz", "Tom Vega"])


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the ships had left.",
        "By the Sea",
        "By February 2020",
        "February 5, 2020 was a day that nobody in the town forgot, and many wrote about it afterwards.",
        "The views expressed in the town hall that night were loud, and few of them were kind to the mayor.",
        "记者张伟在港口看到了大船。",
    ],
)
def test_the_article_itself_is_never_front_matter(sentence: str) -> None:
    found = recognised(sentence)
    assert found.kinds == {}
    assert found.metadata.authors == ()


def test_byline_date_and_source_stand_in_blocks_of_their_own() -> None:
    found = recognised("By Ana Ruiz", "March 4, 2020", "Source: Coast Radio")
    assert set(found.kinds) == {0, 1, 2}
    assert found.label == "By Ana Ruiz · 2020-03-04 · Source: Coast Radio"
    assert found.metadata.container == "Coast Radio"


def test_at_most_four_blocks_are_front_matter() -> None:
    assert set(recognised(*(f"March {day}, 2020" for day in range(1, 9))).kinds) == {0, 1, 2, 3}


def test_chinese_front_matter_is_read() -> None:
    found = recognised("2020年3月4日", "作者：张伟、李娜", "来源：海岸日报")
    assert set(found.kinds) == {0, 1, 2}
    assert [name.family for name in found.metadata.authors] == ["张", "李"]
    assert (found.metadata.date, found.metadata.container) == (PartialDate(2020, 3, 4), "海岸日报")


def test_a_chinese_editors_note_names_its_authors() -> None:
    found = recognised("编者按：张伟系港口管理局工程师。本文仅代表作者观点，不代表海岸网立场。")
    assert [name.family for name in found.metadata.authors] == ["张"]
    assert found.metadata.container == "海岸网"
    assert found.label == "编者按 — 张伟，港口管理局工程师"


def test_a_wire_dateline_gives_its_date_and_leaves_the_paragraph_counted() -> None:
    found = recognised("VEGA, March 4, 2020 (Coast Wire) — The harbour opened in the morning.")
    assert (found.kinds, found.metadata.date) == ({}, PartialDate(2020, 3, 4))


def test_a_date_without_its_year_is_not_guessed_at() -> None:
    assert recognised("VEGA, March 4 — The harbour opened.").metadata.date is None


def test_a_disclaimer_tells_the_outlet() -> None:
    found = recognised(
        "Disclaimer: the views are the author’s and do not necessarily reflect the views of Coast Radio."
    )
    assert (found.metadata.container, found.label) == ("Coast Radio", "Disclaimer")


def test_blocks_that_are_notes_already_have_the_same_label() -> None:
    draft = Draft()
    for block in ("By Ana Ruiz", "March 4, 2020", ARTICLE):
        draft.add(block)
    document = draft.document()
    found = recognise(document)
    assert recognise(with_kinds(document, found.kinds)) == found


def test_a_text_that_is_nothing_but_a_byline_is_kept_as_the_article() -> None:
    draft = Draft()
    draft.add("By Ana Ruiz")
    assert recognise(draft.document()).kinds == {}
