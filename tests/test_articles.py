"""The articles that ship are what the first minutes with Pincite are made of."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from corpus.dates import parse_date
from corpus.formats.front_matter import split
from corpus.metadata import Name, PartialDate
from corpus.sanitiser import clean_text

NAMES = ["six-part-roadmap.txt", "six-part-roadmap.zh.txt", "tour.md"]


def article(name: str) -> str:
    return (resources.files("corpus") / "articles" / name).read_bytes().decode("utf-8")


def paragraphs(name: str) -> list[str]:
    return article(name).strip().split("\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_an_article_that_ships_needs_no_cleaning(name: str) -> None:
    text = article(name)
    assert clean_text(text) == text
    assert "\t" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", NAMES[:2])
def test_a_roadmap_begins_with_its_date_and_note_glued_together(name: str) -> None:
    first = paragraphs(name)[0]
    assert parse_date(first) == PartialDate(2021, 2, 8)
    assert "Editor’s Note:" in first or "编者按：" in first


def test_the_english_roadmap_is_announced_and_has_all_its_six_parts_in_order() -> None:
    found = paragraphs("six-part-roadmap.txt")
    announced = next(i for i, words in enumerate(found) if "six-part roadmap" in " ".join(words.split()))
    ordinals = [words.split(",")[0] for words in found[announced + 1 : announced + 7]]
    assert ordinals == ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
    assert len(found) == announced + 8, "one closing paragraph"


def test_the_chinese_roadmap_is_announced_and_has_all_its_six_parts_in_order() -> None:
    found = paragraphs("six-part-roadmap.zh.txt")
    announced = next(i for i, words in enumerate(found) if "六个部分" in words)
    assert [words[:3] for words in found[announced + 1 : announced + 7]] == [
        f"第{n}，" for n in "一二三四五六"
    ]


@pytest.mark.parametrize(
    "fact", ["25th", "November 30, 2020", "February 1", "58,990", "1980", "1982", "1990"]
)
def test_the_english_roadmap_has_its_facts(fact: str) -> None:
    assert fact in " ".join(article("six-part-roadmap.txt").split())


def test_the_english_roadmap_is_wrapped_and_has_no_headings() -> None:
    text = article("six-part-roadmap.txt")
    assert max(map(len, text.splitlines())) <= 76
    assert all(words.count("\n") > 1 for words in paragraphs("six-part-roadmap.txt"))
    assert not re.search(r"^#|['\"]", text, re.MULTILINE), "quotation marks are typographic"


def test_the_tour_says_what_it_is_at_its_head() -> None:
    metadata, body = split(article("tour.md"))
    assert metadata.title == "A tour of Pincite"
    assert metadata.authors == (Name(literal="The Pincite authors"),)
    assert metadata.date == PartialDate(2026, 11, 22)
    assert metadata.lang == "en"
    assert "---" not in body.splitlines()


def test_the_tour_shows_everything_markdown_can_look_like() -> None:
    body = split(article("tour.md"))[1]
    for mark in ("\n## ", "\n- ", "\n1. ", "\n> ", "\n| ", "\n```\n", "**", "](https://"):
        assert mark in body


KEYS = "j k space b d u g G { } ] Tab o / n N Esc s v V y Y c C e ' H Q : < > L ? q"


@pytest.mark.parametrize("key", KEYS.split())
def test_the_tour_teaches_the_key(key: str) -> None:
    assert f"`{key}`" in article("tour.md")
