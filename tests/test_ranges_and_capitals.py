"""Page ranges, capitals of titles, and initials, as the styles want them."""

from __future__ import annotations

import pytest

from corpus.citation.casing import doubtful_capitals, headline_case, sentence_case, uncapitalised_in
from corpus.citation.ranges import chicago, fewest, ranged, spanned, two_digits
from corpus.people import initials


@pytest.mark.parametrize(
    ("pages", "shortened"),
    [
        ("145–170", ("145–70", "145–70", "145–70")),
        ("101-108", ("101–8", "101–08", "101–8")),
        ("96–117", ("96–117", "96–117", "96–117")),
        ("71–72", ("71–72", "71–72", "71–2")),
        ("14–15", ("14–15", "14–15", "14–15")),
        ("100–104", ("100–104", "100–04", "100–4")),
        ("1496–1504", ("1496–504", "1496–504", "1496–504")),
        ("xii–xiv", ("xii–xiv", "xii–xiv", "xii–xiv")),
    ],
)
def test_ranges_are_shortened_by_each_rule(pages: str, shortened: tuple[str, str, str]) -> None:
    assert tuple(ranged(pages, "–", rule) for rule in (chicago, two_digits, fewest)) == shortened


def test_labels_that_are_no_numbers_are_not_shortened() -> None:
    assert spanned(("a12", "a15"), "–", fewest) == "a12–a15"
    assert spanned(("42", "42"), "–") == "42"


def test_a_word_loses_its_capital_only_where_the_article_has_it_without() -> None:
    title = "Rivers of China: The Thames and IPR Protection"
    text = "the rivers and their protection; ipr-like, and the thamesis"
    assert uncapitalised_in(title, text) >= {"rivers", "protection", "the"}
    assert sentence_case(title, uncapitalised_in(title, text)) == (
        "Rivers of China: The Thames and IPR protection"
    )


def test_a_headline_has_capitals_at_words_of_weight_and_only_in_english() -> None:
    assert headline_case("the iPhone and the law of to", "en-GB") == "The iPhone and the Law of To"
    assert headline_case("la règle du jeu", "fr") == "la règle du jeu"


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("Ana", "A."),
        ("Ana Maria", "A. M."),
        ("Yi-Chen", "Y.-C."),
        ("J.R.", "J. R."),
        ("“Bob” -", "B."),
        ("", ""),
    ],
)
def test_initials(given: str, short: str) -> None:
    assert initials(given) == short


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
    title = "rivers and “rules” " * 20_000
    assert len(headline_case(title, "en")) == len(sentence_case(title, {"rivers"})) == len(title)
