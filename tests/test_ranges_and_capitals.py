"""Page ranges, capitals of titles, editions and initials, as the styles want them."""

from __future__ import annotations

import pytest

from corpus.citation.casing import Uncapitalised, headline_case, sentence_case
from corpus.citation.editions import edition
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
    assert set(Uncapitalised(title, text)) >= {"rivers", "protection", "the"}
    assert sentence_case(title, Uncapitalised(title, text)) == (
        "Rivers of China: The Thames and IPR protection"
    )


def test_a_headline_has_capitals_at_words_of_weight_and_only_in_english() -> None:
    assert headline_case("the iPhone and the law of to", "en-GB") == "The iPhone and the Law of To"
    assert headline_case("la règle du jeu", "fr") == "la règle du jeu"
    assert headline_case("the trails of 1918", "en") == "The Trails of 1918"


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
    ("said", "printed"),
    [
        *(("2", "2nd ed."), ("2nd", "2nd ed."), ("3rd ed.", "3rd ed."), ("11", "11th ed.")),
        *(("21", "21st ed."), ("1", ""), ("First", ""), ("1st edn", ""), ("", ""), ("ed.", "")),
        *(("Rev. ed.", "Rev. ed."), ("Second", "Second ed."), ("2019", "2019 ed.")),
    ],
)
def test_an_edition_has_its_ordinal(said: str, printed: str) -> None:
    assert edition(said) == printed


def test_a_word_in_an_address_or_in_a_name_with_a_hyphen_does_not_tell_that_it_is_no_name() -> None:
    text = "Write to <keys@debian.org>, see debian/rules and debian-policy. The system is at www.debian.org."
    assert set(Uncapitalised("The Debian System", text)) == {"system"}
    assert "debian" in Uncapitalised("The Debian System", f"{text} A debian: that is one.")


def test_a_compound_of_the_title_is_found_in_the_text() -> None:
    title = "On Long-Term Care"
    assert sentence_case(title, Uncapitalised(title, "Some long-term care is dear.")) == "On long-term care"


@pytest.mark.parametrize(
    ("title", "headline", "sentence"),
    [
        ("the .xz file format", "The .xz File Format", "the .xz file format"),
        ("laws of legislation.gov.uk", "Laws of legislation.gov.uk", "laws of legislation.gov.uk"),
        ("git - The Stash", "Git - The Stash", "git - The stash"),
    ],
)
def test_names_that_machines_read_keep_their_letters(title: str, headline: str, sentence: str) -> None:
    assert headline_case(title, "en") == headline
    assert sentence_case(title, {"the", "stash"}) == sentence
