"""Finding a place again after the text changed."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FILLER, Document, Kind
from corpus.draft import Draft
from corpus.finding_again import Finder, find_again
from corpus.finding_again.found import State
from corpus.selectors import Part, part_from, part_of
from corpus.word_diff import plain
from tests.clipping import SENTENCES, passage, river

LONG = " ".join(SENTENCES)
PARAGRAPHS = st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=4)


def part(document: Document, words: str) -> Part:
    return part_of(passage(document, words))


def words_at(document: Document, span: tuple[int, int] | None) -> str:
    return document.text[slice(*span)] if span else ""


@given(PARAGRAPHS, st.data())
def test_a_passage_is_found_in_the_article_it_was_taken_from(
    paragraphs: list[str], data: st.DataObject
) -> None:
    document = river(*paragraphs)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    words = document.text[start:end].strip()
    if not words:
        return
    some = part(document, words)
    found = find_again(document, some, unchanged=True)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))
    assert part_from(json.loads(json.dumps(some.plain()))) == some
    found = find_again(document, some, before=document)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))


# The old text is there ---------------------------------------------------------------------------


@given(
    st.lists(st.sampled_from("river lock book page keeper level rose fell".split()), min_size=2), st.data()
)
def test_in_the_same_text_every_passage_is_where_it_was(words: list[str], data: st.DataObject) -> None:
    document = river(" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :]))
    starts = [at for at, character in enumerate(document.text) if character.isalpha()]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([at for at in starts if at >= start])) + 1
    some = part(document, document.text[start:end])._replace(start=start, end=end)
    found = find_again(document, some, before=document)
    assert (found.state, found.span) == (State.SAME, (start, end))


@given(st.integers(0, 3), st.integers(0, 3), st.booleans())
def test_what_comes_in_before_a_passage_moves_it(which: int, before: int, alone: bool) -> None:
    old = river(*SENTENCES)
    paragraphs = list(SENTENCES)
    paragraphs.insert(before, "Something quite new was put into the account by another hand.")
    new = river(*paragraphs)
    found = find_again(new, part(old, SENTENCES[which]), before=None if alone else old)
    assert words_at(new, found.span) == SENTENCES[which]
    assert found.state is (State.MOVED if before <= which else State.SAME)
    assert found.was == f"¶ {which + 1}"
    assert found.now == f"¶ {which + 1 + (before <= which)}"


@pytest.mark.parametrize("alone", [True, False])
def test_a_slip_that_was_mended_before_it_moves_nothing(alone: bool) -> None:
    old = river("The rivver had risen.", *SENTENCES[1:])
    new = river("The river had risen.", *SENTENCES[1:])
    found = find_again(new, part(old, SENTENCES[2]), before=None if alone else old)
    assert found.state is State.SAME
    assert found.span == (old.text.index(SENTENCES[2]) - 1, old.text.index(SENTENCES[3]) - 3)


def with_heading(*paragraphs: str) -> Document:
    draft = Draft()
    for text in paragraphs[:-1]:
        draft.add(text)
    draft.add("Of the keeper", Kind.HEADING, level=1)
    draft.add(paragraphs[-1])
    return draft.document()


def test_a_heading_is_moved_where_it_stands_behind_another_paragraph() -> None:
    old = with_heading(*SENTENCES[:2])
    some = part(old, "Of the keeper")
    states = [
        find_again(with_heading(*paragraphs), some, before=old).state
        for paragraphs in (SENTENCES[:2], (f"Oh, {SENTENCES[0]}", SENTENCES[1]), SENTENCES[:3])
    ]
    assert states == [State.SAME, State.SAME, State.MOVED]


def test_where_nothing_is_numbered_offsets_tell_what_was_moved() -> None:
    old = with_heading("It rose.")
    draft = Draft()
    draft.add("On Rivers", Kind.HEADING, level=1)
    draft.add("Of the keeper", Kind.HEADING, level=1)
    new = draft.document()
    assert find_again(old, part(old, "Of the keeper"), before=old).state is State.SAME
    assert find_again(new, part(old, "Of the keeper"), before=old).state is State.MOVED


@pytest.mark.parametrize("alone", [True, False])
def test_a_passage_in_other_words_is_shown_with_what_became_of_them(alone: bool) -> None:
    old, new = river(), river(LONG.replace("wrote the level", "noted the water level"))
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert found.state is State.EDITED
    assert words_at(new, found.span) == "The keeper of the lock noted the water level into his book."
    assert (
        plain(found.diff) == "The keeper of the lock [-wrote -]{+noted +}the {+water +}level into his book."
    )


@pytest.mark.parametrize("alone", [True, False])
def test_a_passage_that_was_taken_out_is_lost(alone: bool) -> None:
    old = river(*SENTENCES)
    new = river(*SENTENCES[:1], *SENTENCES[2:])
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert (found.state, found.span, found.others, found.was) == (State.LOST, None, (), "¶ 2")


def test_a_passage_is_not_found_in_another_of_the_old_text() -> None:
    one = "The first gate shall be opened by the keeper at dawn."
    other = "The second gate shall be opened by the keeper at dawn."
    old = river(one, "In winter it stays closed.", other)
    new = river("In winter it stays closed.", other)
    assert find_again(new, part(old, one), before=old).state is State.LOST
    found = find_again(new, part(old, other), before=old)
    assert (found.state, words_at(new, found.span)) == (State.MOVED, other)


@pytest.mark.parametrize("alone", [True, False])
def test_what_stood_behind_a_passage_that_is_gone_is_not_taken_for_it(alone: bool) -> None:
    rows = [
        f"Gate {name} opens at {hour} for the boats."
        for name, hour in zip(
            ("Anna", "Berta", "Clara", "Dora"), ("dawn", "noon", "dusk", "night"), strict=True
        )
    ]
    old, new = river(*rows), river(*rows[:1], *rows[2:])
    assert find_again(new, part(old, rows[1]), before=None if alone else old).state is State.LOST


@pytest.mark.parametrize("alone", [True, False])
def test_of_two_places_with_the_same_words_the_one_with_the_same_surroundings_is_meant(alone: bool) -> None:
    old = river("It fell. The river rose. It fell again.", "It stood. The river rose. It stood again.")
    second = old.text.rindex("The river rose.")
    some = part(old, "The river rose.")._replace(
        start=second, end=second + 15, prefix="It stood. ", suffix=" It stood again."
    )
    new = river("More of it.", *old.text.split("\n\n"))
    found = find_again(new, some, before=None if alone else old)
    assert found.span == (second + 13, second + 28)


@pytest.mark.parametrize("alone", [True, False])
def test_where_one_of_two_places_is_gone_the_other_is_not_taken_for_it(alone: bool) -> None:
    old = river("It fell. See Part 3. It rose.", "It stood. See Part 3. It lay there.")
    some = part_from(json.loads(json.dumps(part(old, "See Part 3.").plain())))
    assert some.repeated
    assert find_again(old, some, before=None if alone else old).span == (9, 20)
    new = river("It fell. It rose.", "It stood. See Part 3. It lay there.")
    found = find_again(new, some, before=None if alone else old)
    assert (found.state, found.span) == (State.LOST, None)


@pytest.mark.parametrize("alone", [True, False])
def test_in_a_text_that_stands_twice_it_is_not_certain_which_is_meant(alone: bool) -> None:
    old, new = river(LONG), river(LONG, LONG)
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert (found.state, found.span) == (State.AMBIGUOUS, None)
    assert [words_at(new, span) for span in found.others] == [SENTENCES[1]] * 2


@pytest.mark.parametrize("alone", [True, False])
def test_paragraphs_are_split_joined_and_put_in_another_order(alone: bool) -> None:
    old = river(" ".join(SENTENCES[:2]), " ".join(SENTENCES[2:]))
    finder = Finder(river(*SENTENCES), None if alone else old)
    places = [finder.find(part(old, sentence)).now for sentence in SENTENCES]
    assert places == ["¶ 1", "¶ 2", "¶ 3", "¶ 4"]
    both = finder.find(part(old, " ".join(SENTENCES[:2])))
    assert (both.state, both.was, both.now) == (State.MOVED, "¶ 1", "¶¶ 1–2")
    finder = Finder(river(LONG), None if alone else old)
    assert [finder.find(part(old, sentence)).now for sentence in SENTENCES] == ["¶ 1"] * 4
    turned = river(*reversed(SENTENCES))
    finder = Finder(turned, None if alone else old)
    found = [finder.find(part(old, sentence)) for sentence in SENTENCES]
    assert [words_at(turned, one.span) for one in found] == list(SENTENCES)


@pytest.mark.parametrize("alone", [True, False])
def test_a_sentence_is_found_that_was_moved_and_edited(alone: bool) -> None:
    rest = ["Nobody came for a year.", "The mill stood still and its wheel was sold to a neighbour."]
    old = river(LONG, *rest)
    moved = "The keeper of the old lock wrote the level into his book."
    new = river(LONG.replace(SENTENCES[1] + " ", ""), rest[0], f"{rest[1]} {moved}")
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    if alone:
        # What stood around it is not there any more: it may be another that was there before.
        assert (found.state, [words_at(new, span) for span in found.others]) == (State.AMBIGUOUS, [moved])
    else:
        assert (found.state, words_at(new, found.span)) == (State.EDITED, moved)


CHINESE = (
    "河水在夜里涨了起来。",
    "看守人把水位记在他的簿子上。",
    "从来没有人读过那一页。",
    "他去叫醒其他的人。",
)


@pytest.mark.parametrize("alone", [True, False])
def test_a_script_without_spaces_is_found_again(alone: bool) -> None:
    old, new = river("".join(CHINESE)), river("序言。", "".join(CHINESE).replace("记在", "写进了"))
    finder = Finder(new, None if alone else old)
    found = finder.find(part(old, CHINESE[1]))
    assert (found.state, words_at(new, found.span)) == (State.EDITED, "看守人把水位写进了他的簿子上。")
    found = finder.find(part(old, CHINESE[2][2:7]))
    assert (found.state, words_at(new, found.span)) == (State.MOVED, CHINESE[2][2:7])


# What is at the edges ----------------------------------------------------------------------------


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
        ("It cost $5 then.", "It cost €5 then.", "It cost [-$5 -]{+€5+} then."),
        ("It fell to -5 degrees.", "It fell to 5 degrees.", "It fell to [--5 -]{+5+} degrees."),
        ("A rise of 5% a year.", "A rise of 5‰ a year.", "A rise of [-5% -]{+5‰+} a year."),
    ],
)
def test_signs_that_say_something_else_are_an_edit(was: str, now: str, diff: str) -> None:
    old, new = river(SENTENCES[0], f"{was} {SENTENCES[1]}"), river(SENTENCES[0], f"{now} {SENTENCES[1]}")
    for before in (None, old):
        found = find_again(new, part(old, was), before=before)
        assert (found.state, words_at(new, found.span), plain(found.diff)) == (State.EDITED, now, diff)


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


# What cannot be believed -------------------------------------------------------------------------


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


# Large texts -------------------------------------------------------------------------------------


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of some thousand characters are taken for large ones."""
    monkeypatch.setattr("corpus.finding_again.finder.WHOLE", 1_000)
    for module in ("finder", "windows"):
        monkeypatch.setattr(f"corpus.finding_again.{module}.AROUND", 300)
    monkeypatch.setattr("corpus.finding_again.windows._SLICE", 512)


def book(paragraphs: int = 60) -> list[str]:
    """Paragraphs that are all about something else, save their beginning."""
    random = Random(7)
    syllables = "ba co du fi gre ha jo ku li mo na pro qua ri so tu vo we ya zi".split()
    return [
        f"Entry {number}. The keeper saw this: "
        + " ".join("".join(random.choices(syllables, k=random.randint(1, 3))) for _ in range(25))
        + ", then he slept."
        for number in range(paragraphs)
    ]


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("number", [0, 1, 29, 58, 59])
def test_in_a_large_text_a_passage_is_found_wherever_it_is(number: int, alone: bool) -> None:
    paragraphs = book()
    old = river(*paragraphs)
    some = part(old, paragraphs[number])
    before = None if alone else old
    found = find_again(river("New.", *paragraphs), some, before=before)
    assert (found.state, found.was, found.now) == (State.MOVED, f"¶ {number + 1}", f"¶ {number + 2}")
    far = river(*paragraphs[number:], *paragraphs[:number])
    found = find_again(far, some, before=before)
    assert words_at(far, found.span) == paragraphs[number]
    edited = river(
        *paragraphs[:number],
        paragraphs[number].replace("then he slept", "then slept again"),
        *paragraphs[number + 1 :],
    )
    found = find_again(edited, some, before=before)
    assert (found.state, found.now) == (State.EDITED, f"¶ {number + 1}")
    gone = river(*paragraphs[:number], *paragraphs[number + 1 :])
    found = find_again(gone, some, before=before)
    assert (found.state, found.span) == (State.LOST, None)


@pytest.mark.usefixtures("small_windows")
def test_what_fills_the_gaps_of_a_large_text_is_no_change() -> None:
    paragraphs = book()
    old = river(*paragraphs)
    text = old.text.replace("\n\nEntry 30", f"{FILLER * 400}\n\nEntry 30").replace(
        "then", f"{FILLER * 3}then"
    )
    found = find_again(old._replace(text=text), part(old, paragraphs[40]))
    assert words_at(old._replace(text=text), found.span).replace(FILLER, "") == paragraphs[40]


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("alone", [True, False])
def test_in_a_large_text_that_stands_twice_it_is_not_certain_which_is_meant(alone: bool) -> None:
    paragraphs = book()
    old = river(*paragraphs)
    some = part(old, paragraphs[20])
    new = river("New.", *paragraphs[:20], "Other words.", *paragraphs[20:], *paragraphs[15:26])
    found = find_again(new, some, before=None if alone else old)
    assert found.span is None or words_at(new, found.span) == paragraphs[20]
    new = river(*(2 * [*paragraphs[:18], *paragraphs[20:22], "Other.", *paragraphs[22:]]))
    found = find_again(new, some, before=None if alone else old)
    assert {words_at(new, span) for span in (*found.others, *([found.span] if found.span else []))} == {
        paragraphs[20]
    }
