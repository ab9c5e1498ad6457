"""What an article is called, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.title import byline, shown_title

RUIZ, OKORO, LIND = Name("Ruiz", "Ana"), Name("Okoro", "Ben"), Name("Lind", "Carl")


def title_of(*texts: str, kind: Kind = Kind.PARAGRAPH, title: str = "") -> str:
    draft = Draft()
    for text in texts:
        draft.add(text, kind)
    return shown_title(draft.document(Metadata(title=title)))


def test_a_title_is_shown_as_it_is() -> None:
    assert title_of("Words.", title="Rivers and Rules") == "Rivers and Rules"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("On May 1, 2021, Rivertown, the city by the water, flooded.", "On May 1, 2021, Rivertown…"),
        ("Only four words here.", "Only four words here."),
        ("She called it “the flood” at once.", "She called it ‘the flood’…"),
        ("加强知识产权保护，激发创新活力，推动发展", "加强知识产权保护，激发创新…"),
        ("第2021号决定\nmade in\tMay by the city", "第2021号决定 made in…"),
        ("***", "***"),
    ],
)
def test_an_untitled_article_is_called_by_its_first_words(text: str, shown: str) -> None:
    assert title_of(text) == f"[untitled] “{shown}”"


def test_the_first_paragraph_names_it_rather_than_what_stands_before() -> None:
    draft = Draft()
    draft.add("Editor’s note.", Kind.NOTE)
    draft.add("The river rose.")
    assert shown_title(draft.document()) == "[untitled] “The river rose.”"


def test_without_paragraphs_the_first_block_with_words_names_it() -> None:
    draft = Draft()
    draft.add("", Kind.RULE)
    draft.add("Only a list", Kind.ITEM)
    assert shown_title(draft.document()) == "[untitled] “Only a list”"


def test_an_article_without_words_is_empty() -> None:
    assert title_of() == "[empty]"
    assert title_of("", kind=Kind.RULE) == "[empty]"


def test_a_word_without_end_does_not_become_the_title() -> None:
    assert len(title_of("x" * 100_000)) < 500
    assert title_of("short " + "x" * 100_000) == "[untitled] “short…”"


@given(st.lists(st.text("abc,", min_size=1, max_size=8), min_size=1, max_size=12))
def test_the_words_shown_are_whole(words: list[str]) -> None:
    shown = title_of(" ".join(words)).removeprefix("[untitled] “").removesuffix("”")
    kept = shown.removesuffix("…").split()
    assert [word.strip(",") for word in kept] == [word.strip(",") for word in words[: len(kept)]]


def test_the_byline_has_people_outlet_and_day() -> None:
    authors = (Name("He", "Jing", "family-first"), Name("Fang", "Yi", "family-first"))
    metadata = Metadata(authors=authors, container="CGTN", date=PartialDate(2021, 2, 5))
    assert byline(metadata) == "He Jing and Fang Yi · CGTN · 5 February 2021"


@pytest.mark.parametrize(
    ("metadata", "line"),
    [
        (Metadata(), ""),
        (Metadata(date=PartialDate(2021)), "2021"),
        (Metadata(date=PartialDate(2021, 2), publisher="Northgate Press"), "Northgate Press · February 2021"),
        (Metadata(authors=(RUIZ, OKORO, LIND)), "Ana Ruiz et al."),
        (Metadata(authors=(Name(literal="Law Panel"),), container="Law Panel"), "Law Panel"),
        (Metadata(authors=(Name("张", "伟", "family-first"),)), "张伟"),
    ],
)
def test_the_byline_has_only_what_is_known(metadata: Metadata, line: str) -> None:
    assert byline(metadata) == line
