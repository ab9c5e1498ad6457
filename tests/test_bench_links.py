"""The benchmark of links: what it draws, and how it judges. No browser is started."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from corpus.opening import open_path, shipped_path
from tests.bench.links.highlighted import Highlighted
from tests.bench.links.judging import verdict
from tests.bench.links.passages import SORTS, drawn
from tests.bench.links.serving import served
from tests.reading import HEADLESS, write

PATHS = [shipped_path("six-part-roadmap.txt"), shipped_path("tour.md")]


def test_the_same_seed_draws_the_same_passages() -> None:
    once, again = (
        [(one.path, one.sort, one.start, one.end) for one in drawn(PATHS, 9, seed)] for seed in (3, 3)
    )
    assert once == again
    assert [sort for _, sort, _, _ in once] == list(SORTS)
    assert all(start < end for _, _, start, end in once)
    assert once != [(one.path, one.sort, one.start, one.end) for one in drawn(PATHS, 9, 4)]


@pytest.mark.parametrize(
    ("words", "before", "behind", "times", "said"),
    [
        ("Theriverhadrisen", "", "inthenight", 1, "right"),
        ("“Theriverhadrisen", "elsewhere", "elsewhere", 1, "right"),
        ("Theriverhadrisen", "", "inthenight.Thekeeper", 2, "right"),
        ("Theriverhadrisen", "elsewhere", "elsewhere", 2, "elsewhere"),
        ("Theriverhad", "", "risen", 1, "other words"),
        ("", "", "", 0, "other words"),
    ],
)
def test_right_is_what_has_the_same_words_at_the_same_place(
    words: str, before: str, behind: str, times: int, said: str, tmp_path: Path
) -> None:
    document = open_path(write(tmp_path, "lock.txt", HEADLESS))
    start = document.text.index("The river had risen")
    found = Highlighted(words, before, behind, times)
    assert verdict(document, start, start + len("The river had risen"), found) == said


@pytest.mark.parametrize(
    ("before", "behind", "said"), [("oThe", "risentwo", "right"), ("The", "ri", "other words")]
)
def test_characters_below_others_may_be_highlighted_and_no_more_than_the_passage(
    before: str, behind: str, said: str, tmp_path: Path
) -> None:
    document = open_path(write(tmp_path, "lock.txt", HEADLESS))
    start = document.text.index("The river had risen")
    found = Highlighted("riverhad", "", "", 1, before, behind)
    assert verdict(document, start, start + len("The river had risen"), found) == said


def test_where_nothing_is_highlighted_nothing_is_right() -> None:
    document = open_path(PATHS[0])
    assert verdict(document, 0, 10, None) == "nothing"


def test_a_folder_is_served_on_the_loopback_interface(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "It rose.")
    with served(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        with urlopen(f"{address}/a.txt") as answer:
            assert answer.read() == b"It rose."
