"""Capitals of titles: what loses them, and which may belong to names."""

from __future__ import annotations

import pytest

from corpus.citation.casing import doubtful_capitals, headline_case, sentence_case


@pytest.mark.parametrize(
    ("title", "small", "headline"),
    [
        ("rivers through the ages", (), "Rivers Through the Ages"),
        ("Rivers Through the Ages", ("through",), "Rivers through the Ages"),
        ("Through Rivers", ("through",), "Through Rivers"),
        ("Rivers: Through the Ages", ("through",), "Rivers: Through the Ages"),
        ("What Rivers Go Through", ("through",), "What Rivers Go Through"),
        ("THROUGH iPhones", ("through",), "THROUGH iPhones"),
    ],
)
def test_prepositions_lose_their_capitals_inside_a_headline(
    title: str, small: tuple[str, ...], headline: str
) -> None:
    assert headline_case(title, "en", lowered=small) == headline


@pytest.mark.parametrize(
    ("title", "lang", "left"),
    [
        ("Rivers and rules", "en", ()),
        ("Rivers and Rules", "en", ("Rules",)),
        ("Rivers and Rules of London", "", ("Rules", "London")),
        ("Rivers and rules of London", "en", ()),
        ("Rivers: Rules and IPR", "en", ()),
        ("Das Recht der Flüsse", "de", ()),
    ],
)
def test_capitals_of_which_nobody_knows_whether_they_are_names(
    title: str, lang: str, left: tuple[str, ...]
) -> None:
    assert doubtful_capitals(title, lang) == left


def test_a_title_of_many_words_is_cased_at_once() -> None:
    title = "rivers and “rules” " * 5_000
    assert len(headline_case(title, "en")) == len(sentence_case(title, {"rivers"})) == len(title)
