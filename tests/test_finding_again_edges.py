"""Finding a place again: what is at its edges, which signs count, and what cannot be believed."""

from __future__ import annotations

import pytest

from corpus.diff_text import diff_text
from corpus.draft import Draft
from corpus.finding_again import Finder, find_again
from corpus.finding_again.found import State
from tests.clipping import SENTENCES, river
from tests.finding import LONG, book, part, words_at


@pytest.mark.parametrize("words", ["(the “upper” lock),", "“upper” lock), he", "pper” loc"])
def test_signs_at_the_edges_and_pieces_of_words_are_kept(words: str) -> None:
    old = river("At the weir (the “upper” lock), he wrote the new level into his book every evening.")
    new = river("Late. " + old.text)
    for before in (None, old):
        found = find_again(new, part(old, words), before=before)
        assert words_at(new, found.span) == words


def test_one_stop_stands_in_place_of_another() -> None:
    old, new = river(LONG), river(LONG.replace("his book.", "his book!"))
    found = find_again(new, part(old, SENTENCES[1]), before=old)
    assert (found.state, words_at(new, found.span)) == (State.SAME, SENTENCES[1][:-1] + "!")


def test_a_passage_without_words_is_found_by_what_stands_around_it() -> None:
    old = river("He left.", "* * *", "She came.")
    new = river("It rained.", "He left.", "* * *", "She came.")
    for before in (None, old):
        found = find_again(new, part(old, "* * *"), before=before)
        assert words_at(new, found.span) == "* * *"
    assert find_again(river("He left."), part(old, "* * *")).state is State.LOST


@pytest.mark.parametrize(
    ("was", "now", "diff"),
    [
        ("It cost $5 then.", "It cost €5 then.", "It cost [-$5-] {+€5+} then."),
        ("It fell to -5 degrees.", "It fell to 5 degrees.", "It fell to [--5-] {+5+} degrees."),
        ("A rise of 5% a year.", "A rise of 5‰ a year.", "A rise of [-5%-] {+5‰+} a year."),
    ],
)
def test_signs_that_say_something_else_are_an_edit(was: str, now: str, diff: str) -> None:
    old, new = river(SENTENCES[0], f"{was} {SENTENCES[1]}"), river(SENTENCES[0], f"{now} {SENTENCES[1]}")
    for before in (None, old):
        found = find_again(new, part(old, was), before=before)
        assert (found.state, words_at(new, found.span), diff_text(found.diff)) == (State.EDITED, now, diff)


def test_signs_that_say_the_same_are_none() -> None:
    old = river(f"“It fell to -5 degrees” - he’d said. {LONG}")
    new = river(f'"It fell to −5 degrees" — he\'d said. {LONG}')
    for before in (None, old):
        found = find_again(new, part(old, "It fell to -5 degrees” - he’d said."), before=before)
        assert found.state is State.SAME


@pytest.mark.parametrize("alone", [True, False])
def test_a_passage_may_be_as_long_as_the_article(alone: bool) -> None:
    paragraphs = book(400)
    old = river(*paragraphs)
    changed = [*paragraphs[:200], "Something new.", *paragraphs[201:]]
    new = river(*changed)
    found = find_again(new, part(old, old.text), before=None if alone else old)
    assert (found.state, found.span) == (State.EDITED, (0, len(new.text)))


def test_a_digest_that_lies_is_not_believed_against_the_words() -> None:
    some = part(river(), SENTENCES[1])
    other = river("Nothing of it stands here, however long.")
    assert find_again(other, some, unchanged=True).state is State.LOST
    assert find_again(other, some._replace(start=10**12, end=10**12 + 5), unchanged=True).state is State.LOST


def test_an_old_text_in_which_the_passage_does_not_stand_is_not_believed() -> None:
    old, new = river(), river("More.", LONG)
    some = part(old, SENTENCES[1])
    found = find_again(new, some, before=river("Something else stands here, as long as the other one is."))
    assert (words_at(new, found.span), found.was) == (SENTENCES[1], "¶ 1")


@pytest.mark.parametrize("words", ["", "x", "§ § §"])
def test_a_text_with_hardly_any_words_has_nothing(words: str) -> None:
    old = river()
    new = river(words) if words else Draft().document()
    for before in (None, old):
        assert find_again(new, part(old, SENTENCES[1]), before=before).state is State.LOST


@pytest.mark.parametrize("unit", ["the ", "a", "( ", "中", "a-"])
def test_repetition_ends(unit: str) -> None:
    hostile = unit * (30_000 // len(unit))
    old = river(LONG, hostile)
    new = river(hostile, hostile[: len(hostile) // 2] + "end", LONG)
    for before in (None, old):
        finder = Finder(new, before)
        found = finder.find(part(old, SENTENCES[1]))
        assert words_at(new, found.span) == SENTENCES[1]
        finder.find(part(old, hostile[10:20].strip()))
