from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index.engine import stem
from corpus.index.lexicon import (
    RARE,
    Form,
    Lexicon,
    Numbering,
    character,
    common_beginning,
    joined_runs,
    run_bytes,
)

WORDS = {"prose": 3, "protect": 9, "protection": 7, "protects": 2, "proto": 1, "pr": 2, "q": 5, "数": 4}


def lexicon(*runs: dict[str, int]) -> Lexicon:
    numbers: dict[str, int] = {}
    data = []
    for run in runs:
        forms = [
            Form(word, count, numbers.setdefault(word, len(numbers)), stem(word))
            for word, count in run.items()
        ]
        data.append(run_bytes(forms, len(numbers)))
    return Lexicon(data)


def names(forms: object) -> list[str]:
    assert isinstance(forms, (list, tuple))
    return [form.word for form in forms]


def test_every_word_of_many_is_found_and_no_other() -> None:
    many = {
        f"{beginning}{number}": number for beginning in ("a", "ab", "q", "数") for number in range(1, 400)
    }
    known = lexicon(many)
    assert {word: known.articles_with(word) for word in many} == many
    for absent in ("", "a", "a0", "a1x", "ab", "zz", "q4000", "数0", "\t", "1"):
        assert known.form(absent) is None
    assert dict(known.beginning_with("ab")) == {w: n for w, n in many.items() if w.startswith("ab")}


def test_it_completes_with_the_commonest_words() -> None:
    words = lexicon(WORDS)
    found, all_of_them = words.completions("prot", 2)
    assert (names(found), all_of_them) == (["protect", "protection"], False)
    found, all_of_them = words.completions("prot", 4)
    assert (names(found), all_of_them) == (["protect", "protection", "protects", "proto"], True)
    assert words.completions("x", 3) == words.completions("a", 3) == ([], True)


def test_it_gives_the_words_of_a_stem() -> None:
    words = lexicon(WORDS)
    assert sorted(names(words.forms("protect"))) == ["protect", "protection", "protects"]
    assert names(words.forms("数")) == ["数"]
    assert words.forms("nothing") == ()


def test_what_later_runs_say_is_added() -> None:
    words = lexicon({"sea": 2, "seas": 1}, {"sea": 3, "seal": 1}, {"sea": 1})
    assert words.articles_with("sea") == 6
    assert dict(words.beginning_with("sea")) == {"sea": 6, "seal": 1, "seas": 1}
    assert {form.word: form.articles for form in words.forms("sea")} == {"sea": 6, "seas": 1}
    assert len(words) == 3


COUNTS = st.dictionaries(st.text("abé数", min_size=1, max_size=4), st.integers(1, 9), max_size=12)


@given(st.lists(COUNTS, min_size=2, max_size=4), st.text("abé数", min_size=1, max_size=3))
def test_runs_made_one_say_the_same(runs: list[dict[str, int]], word: str) -> None:
    several = lexicon(*runs)
    data = [run._data for run in several._runs]
    whole = b"%d\n" % several._runs[0].numbered + data[0]
    for number, rest in enumerate(data[1:], 1):
        whole = joined_runs(whole, b"%d\n" % several._runs[number].numbered + rest)
    one = Lexicon([whole])
    assert len(one) == len(several)
    assert one.form(word) == several.form(word)
    assert sorted(one.beginning_with(word)) == sorted(several.beginning_with(word))
    assert sorted(one.forms(word)) == sorted(several.forms(word))


@given(st.lists(st.lists(st.text("abé数", min_size=1, max_size=3), max_size=9), max_size=5))
def test_a_word_keeps_its_number(articles: list[list[str]]) -> None:
    numbering = Numbering(Lexicon(), stem)
    runs, told = [], {}
    for words in articles:
        known = numbering.characters(set(words))
        told.update({word: known[word] for word in words})
        runs.append(numbering.run())
    numbered = Lexicon(runs)
    assert len(set(told.values())) == len(told) == len(numbered)
    later = Numbering(numbered, stem).characters(told)
    for word, written in told.items():
        form = numbered.form(word)
        assert form is not None
        assert form.character == later[word] == written
        assert form.articles == sum(word in words for words in articles)


def test_numbers_become_characters_that_can_be_written() -> None:
    numbers = [0, 9, 10, 0xD7FF, 0xD800, 0xFFFF, 0x10FFFD - 0x800]
    written = [character(number) for number in numbers]
    assert len(set(written)) == len(numbers)
    assert "".join(written).encode("utf-8").decode("utf-8") == "".join(written)
    assert character(0x10FFFE - 0x800) == character(9_999_999) == RARE


@pytest.mark.parametrize("word", ["dying", "skies", "happily", "hoping", "used", "agreed", "générale"])
def test_a_word_begins_as_all_of_its_stem_do(word: str) -> None:
    assert word.startswith(common_beginning(stem(word)))


def test_only_english_words_have_stems() -> None:
    assert stem("protections") == stem("protect")
    assert (stem("1,000"), stem("据库"), stem("is")) == ("1,000", "据库", "is")
