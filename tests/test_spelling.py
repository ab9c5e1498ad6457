from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from corpus.search.spelling import alike, closest


class Words:
    """A vocabulary that is a table of words and their numbers of articles."""

    def __init__(self, words: Mapping[str, int] | Iterable[str]) -> None:
        self._words = dict(words) if isinstance(words, Mapping) else dict.fromkeys(words, 1)

    def articles_with(self, word: str) -> int:
        return self._words.get(word, 0)

    def beginning_with(self, beginning: str) -> list[tuple[str, int]]:
        return sorted(item for item in self._words.items() if item[0].startswith(beginning))


ENGLISH = Words(
    {
        "protection": 14,
        "projection": 9,
        "database": 30,
        "receive": 5,
        "there": 90,
        "three": 20,
        "their": 80,
        "court": 40,
        "count": 60,
        "accommodate": 3,
        "zebra": 1,
        "quiz": 2,
        "jukebox": 1,
        "why": 9,
        "fly": 9,
        "year1999": 4,
    }
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("protektion", "protection"),
        ("recieve", "receive"),
        ("acommodate", "accommodate"),
        ("aaccommodate", "accommodate"),
        ("atabase", "database"),
        ("adtabase", "database"),
        ("xatabase", "database"),
        ("dtabase", "database"),
        ("dxtabase", "database"),
        ("databasee", "database"),
        ("protcetoin", "protection"),
        ("prtecton", "protection"),
        ("rotekttion", None),
        ("couurt", "court"),
    ],
)
def test_a_slip_or_two_are_put_right(written: str, meant: str | None) -> None:
    assert closest(written, ENGLISH) == meant


def test_the_likelier_slip_comes_first_and_then_the_commoner_word() -> None:
    assert closest("tehre", ENGLISH) == "there"
    assert closest("corut", Words({"court": 2, "corus": 9})) == "court"
    assert closest("coust", ENGLISH) == "count"
    assert closest("serverr", Words({"server": 2, "serverx": 9})) == "server"
    assert closest("cout", Words({"count": 3, "court": 2, "cost": 9})) == "count"
    assert closest("progam", Words({"program": 1, "prgoam": 1_000_000})) == "prgoam"


@pytest.mark.parametrize(
    "word", ["", "f", "whi", "flx", "1999", "yeer1999", "3.5", "知识产", "知识产权", "ไทยแลนด"]
)
def test_short_words_numbers_and_scripts_without_spaces_are_left_alone(word: str) -> None:
    vocabulary = Words([*("fly", "why", "year1999", "1998", "3.6", "知识", "知识产业"), "ไทยแลนก"])
    assert closest(word, vocabulary) is None
    assert alike(word, vocabulary) == (["why"] if word == "whi" else ["fly"] if word == "flx" else [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("strase", "strasse"),
        ("gerich", "gericht"),
        ("δικαιοσυνι", "δικαιοσυνη"),
        ("κικαιοσυνη", "δικαιοσυνη"),
        ("провосудие", "правосудие"),
        ("бравосудие", "правосудие"),
        ("ضلم", None),
        ("عدالت", "عدالة"),
    ],
)
def test_letters_are_those_of_the_words_that_there_are(written: str, meant: str | None) -> None:
    words = "strasse gericht gesetz δικαιοσυνη δικαιο κανονας αδικια правосудие право брат опыт عدالة عدل ضوء"
    assert closest(written, Words(words.split())) == meant


def test_words_that_are_alike_are_given_commonest_first() -> None:
    assert alike("court", ENGLISH) == ["court", "count"]
    words = Words({"their": 2, "there": 9, "the": 4, "other": 5, "rope": 1})
    assert alike("ther", words) == [
        "there",
        "other",
        "the",
        "their",
    ]
    assert alike("ther", Words({"their": 2, "there": 9, "the": 4}), most=2) == ["there", "the"]
    assert alike("court", ENGLISH, most=0) == []
    # Up to seven letters one slip, from eight on two.
    assert alike("jukebax", Words(["jukebox", "jukeboxes"])) == ["jukebox"]
    assert alike("protecshun", Words(["protection", "protectshun"])) == ["protectshun"]
    assert alike("protexxion", ENGLISH) == ["protection"]


@given(st.text("abcä", min_size=2, max_size=7), st.lists(st.text("abcä", min_size=1, max_size=8)))
def test_every_word_one_slip_away_is_alike(word: str, others: list[str]) -> None:
    # Words of every two letters, so that each letter is known.
    known = {*others, *(first + second for first in "abcä" for second in "abcä")}
    expected = {other for other in known if OSA.distance(word, other) <= 1}
    assert set(alike(word, Words(known), most=1_000)) == expected


@given(st.text("abcä", min_size=8, max_size=10), st.lists(st.text("abcä", min_size=6, max_size=12)))
def test_every_word_two_slips_away_that_begins_with_one_of_the_letters_is_alike(
    word: str, others: list[str]
) -> None:
    expected = {o for o in others if OSA.distance(word, o) <= 2 and o[0] in word[:2]}
    found = set(alike(word, Words(others), most=1_000))
    assert expected <= found
    assert all(OSA.distance(word, other) <= 2 for other in found)


def test_the_library_of_distances_is_loaded_for_two_slips_alone() -> None:
    script = (
        "import sys\n"
        "from corpus.search.spelling import closest\n"
        "class Words:\n"
        "    def articles_with(self, word): return int(word == 'court')\n"
        "    def beginning_with(self, start): return [('court', 1)] if 'court'.startswith(start) else []\n"
        "assert closest('cuort', Words()) == 'court'\n"
        "assert 'rapidfuzz' not in sys.modules\n"
        "assert closest('cuortt', Words()) == 'court'\n"
        "assert 'rapidfuzz' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
