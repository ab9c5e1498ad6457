"""Quotations are held to their sources, word by word and sign by sign."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import words
from corpus.diff_text import diff_text
from corpus.document import Document
from corpus.draft import Draft
from corpus.index import Index
from corpus.index.engine import EngineFailure, View
from corpus.library import Library
from corpus.metadata import Metadata
from corpus.quotation.checked import Checked, Match, Verdict
from corpus.quotation.checking import MOST_UNITS, Checker
from corpus.quotation.negation import hides_negation


def article(*paragraphs: str, title: str = "") -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph)
    return draft.document(Metadata(title=title))


LOCKS = article(
    "The river had risen in the night, and the keeper of the “upper” lock wrote the new level into his"
    " book. He did not sleep at all, because the water came within 3.5 feet of the wall.",
    "In 1939–1945 the state-of-the-art e-mail of the intellectual opposition cost $5, that is 20 % of what"
    " −5 degrees would suggest; a naïve reader might doubt it.",
    "Nobody who walks along the canal today would guess that the court¹ had once, in a long and learned"
    " opinion, decided that the Ninth Circuit was wrong about the boats.[12] It has list[int] of them.",
    "水位在夜里上升，水闸管理员把新的水位记在他的本子上，整夜没有睡觉。",
    title="On Locks",
)
BREAD = article(
    "A completely other text tells about bakers, their bread, and the long night in which the ovens are"
    " heated for the first batch of the day.",
    title="On Bread",
)
CHECKER = Checker.of_documents([("locks", LOCKS), ("bread", BREAD)])


def only(checked: Checked) -> Match:
    assert len(checked.matches) == 1, checked
    return checked.matches[0]


def quoted(match: Match) -> list[str]:
    text = {"locks": LOCKS, "bread": BREAD}[str(match.article)].text
    return [text[start:end] for start, end in match.spans]


@pytest.mark.parametrize(
    ("quotation", "remarks"),
    [
        ("the keeper of the “upper” lock wrote the new level into his book", ()),
        ("“the keeper of the 'upper' lock wrote the new level” (He & Fang, 2021, para. 3)", ()),
        ("“the keeper of the ‘upper’ lock wrote the new level.” Smith, On Locks (2004) 12.", ()),
        ("THE KEEPER OF THE “UPPER” LOCK", ("capitals differ",)),
        ("> the keeper of the “upper”\n> lock wrote the new level", ()),
        ("  \u00a0the keeper\u2009of the “upper”\r\nlock  ", ()),
        ("the keeper … wrote the new level into his book", ("4 words left out",)),
        ("The river had risen . . . . He did not sleep", ("17 words left out",)),
        ("He did […] because the water came within", ("4 words left out, a negation among them",)),
        ("the keeper of [the] lock", ("[the] for “the “upper””",)),
        ("[T]he keeper of the “upper” lock", ()),
        ("[t]he keeper of the “Upper” lock", ("capitals differ",)),
        ("the keeper of the “upper”12 lock wrote the new level.3", ()),
        ("“the keeper of the “upper” lock wrote the new level.3”", ()),
        ("the keeper of the “upper” lock wrote the new le- vel", ()),
        ("“the keeper of the “upper” lock wrote the new level” — Ana Ruiz, The Keeper’s Book, 2021", ()),
        ("Nobody who walk[ed] along the canal", ("[ed] for “s”",)),
        ("Nobody who walk[] along the canal", ("[] for “s”",)),
        ("the water [thus] came within", ("[thus] is not in the source",)),
        ("the ovens [sic] are heated for the first batch (emphasis added)", ()),
        ("the ovens are heated (Hervorhebung im Original) for the first batch", ()),
        ("the intel-\nlectual op\u00adposition cost $5", ()),
        ("intellectual oppo\u00ad\nsition cost", ()),
        ("state of the art email", ("punctuation differs",)),
        ("20% of what -5 degrees would suggest", ()),
        ("a naive reader might doubt it", ("accents or ligatures differ",)),
        ("the court[3] had once", ()),
        ("wrong about the boats. It has list[int] of them", ("punctuation differs",)),
        ("水闸管理员把新的水位记\n在他的本子上，整夜没有睡觉", ()),
        ("水位在夜里上升……整夜没有睡觉", ("17 words left out",)),
    ],
)
def test_what_was_not_changed_or_says_so_is_verbatim(quotation: str, remarks: tuple[str, ...]) -> None:
    checked = CHECKER.check(quotation)
    assert checked.verdict is Verdict.VERBATIM
    assert only(checked).remarks == remarks


@pytest.mark.parametrize(
    ("quotation", "diff"),
    [
        (
            "the keeper of the upper gate wrote the new level",
            "upper” [-gate-] {+lock+} wrote",
        ),
        ("He did sleep at all, because the water came", "He did {+not+} sleep at all"),
        ("the water did not come within 3.5 feet of the wall", "{+came+} within 3.5 feet"),
        ("the water came within 35 feet of the wall", "[-35-] {+3.5+} "),
        ("the water came within 3,5 feet of the wall", "[-3,5-] {+3.5+} "),
        ("He did [] sleep at all, because the water came", "He did {+not+} sleep at all"),
        ("He did [indeed] sleep at all, because the water came", "He did {+not+} sleep at all"),
        ("the intellectual opposition cost €5, that is 20%", "{+$+}5"),
        ("20 % of what 5 degrees would suggest", "{+−+}5 degrees"),
        ("the keeper of the lock wrote the new level", "{+upper”+} lock"),
        ("It has list[str] of them", ""),
        ("水闸管理员不把新的水位记在他的本子上", "管理员[-不-]把新的"),
    ],
)
def test_what_was_changed_is_altered_and_the_diff_shows_it(quotation: str, diff: str) -> None:
    match = CHECKER.check(quotation).matches[0]
    assert match.verdict is not Verdict.VERBATIM
    assert diff in diff_text(match.diff)


def test_the_words_of_the_source_are_offered_with_their_place() -> None:
    match = only(CHECKER.check("he did sleep at all … within three feet of the wall"))
    assert match.verdict is Verdict.ALTERED
    assert match.offered == "He did not sleep at all … within 3.5 feet of the wall"
    assert quoted(match) == match.offered.split(" … ")
    assert (match.title, match.place) == ("On Locks", "¶ 1")


def test_parts_in_another_order_are_no_quotation() -> None:
    match = only(CHECKER.check("the Ninth Circuit was wrong … the river had risen in the night"))
    assert match.verdict is Verdict.ALTERED
    assert match.remarks == ("its parts stand in another order",)


def test_an_ellipsis_leaves_out_no_chapter() -> None:
    checker = Checker.of_documents(
        [(1, article("One begins here today.", "no words " * 200, "It ends there."))]
    )
    match = only(checker.check("One begins here now … it ends there"))
    assert match.verdict is Verdict.ALTERED
    assert match.remarks == ("400 words stand between its parts",)


def test_an_ellipsis_of_the_source_hides_no_omission() -> None:
    checker = Checker.of_documents(
        [(1, article("Take the lock ... and then the old gate [...] of the river."))]
    )
    for quotation in ("take the lock ... and then the", "the old gate [...] of the river"):
        assert checker.check(quotation).verdict is Verdict.VERBATIM
    for quotation in ("take the lock ... then the old", "then the old gate [...] the river"):
        assert checker.check(quotation).verdict is Verdict.ALTERED
    assert checker.check("take the lock [...] then the old gate").verdict is Verdict.VERBATIM


def test_a_bracket_of_the_source_is_not_the_writers() -> None:
    source = article('It has = ";" token [ "=" ( token | quoted ) ] and then other words.')
    checker = Checker.of_documents([(1, source)])
    quotation = '= ";" token [ "=" ( token | quoted ) ] and then other words'
    assert checker.check(quotation).verdict is Verdict.VERBATIM
    assert checker.check(quotation.replace('[ "="', '[ "§"')).verdict is not Verdict.VERBATIM


def test_no_whole_sentence_is_put_in_brackets_before_what_is_quoted() -> None:
    ovens = "the ovens are heated for the first batch"
    assert CHECKER.check(f"[of the bakers] {ovens}").verdict is Verdict.VERBATIM
    bracketed = " ".join(["[and nobody ever knew]"] * 6)
    assert CHECKER.check(f"{bracketed} {ovens}").verdict is not Verdict.VERBATIM


def test_of_a_splice_both_places_are_told() -> None:
    checked = CHECKER.check(
        "the keeper of the “upper” lock wrote the new level and the long night in which the ovens are heated"
    )
    assert checked.verdict is Verdict.PARTIAL
    assert {match.article for match in checked.matches} == {"locks", "bread"}
    assert checked.matches[1].remarks == (
        "only “and the long night in which the ovens are heated” stands here",
    )


def test_absent_is_said_with_what_was_searched() -> None:
    checked = CHECKER.check("something quite else, which nobody has ever written anywhere")
    assert checked.verdict is Verdict.ABSENT
    assert (checked.matches, checked.faults) == ((), ())
    assert (checked.searched.articles, checked.searched.where) == (2, "these files")


@pytest.mark.parametrize(
    ("quotation", "sentence"),
    [
        ("", "There are no words in this quotation"),
        (" “…” [sic]", "There are no words in this quotation"),
        ("“canal”", "A quotation of one word proves nothing"),
        ("canal " * (MOST_UNITS + 1), "This quotation has more than 10,000 words or 1,000 omissions"),
        ("of … the … " * 15, "This quotation leaves something out after every word or two"),
        ("x" * 1_000_000, "This quotation has more than 10,000 words or 1,000 omissions"),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_sentence(quotation: str, sentence: str) -> None:
    checked = CHECKER.check(quotation)
    assert checked.verdict is Verdict.ABSENT
    assert len(checked.faults) == 1
    assert checked.faults[0].startswith(sentence)


def test_five_thousand_words_are_checked() -> None:
    chapter = " ".join(f"word{number} and" for number in range(2_500))
    checker = Checker.of_documents([(1, article(f"Before. {chapter} after.")), (2, LOCKS)])
    assert checker.check(chapter).verdict is Verdict.VERBATIM
    altered = checker.check(chapter.replace("word1234 and", "word1234 or"))
    assert altered.verdict is Verdict.ALTERED
    assert "[-or-] {+and+} " in diff_text(altered.matches[0].diff)


@pytest.mark.parametrize(
    "piece",
    ["[", "(", "[a", "a[", "…", "[…]", ". ", "* ", "a-\n", "“", "> ", "-1 ", "1,", "\u00ad", "[a] ", "不"],
)
def test_hostile_repetition_ends(piece: str) -> None:
    # A search that goes back and forth would take hours for so many.
    checked = CHECKER.check(f"the keeper {piece * (100_000 // len(piece))} of the lock")
    assert checked.verdict is not Verdict.VERBATIM


def test_pieces_that_stand_at_many_places_are_joined_where_they_are() -> None:
    checker = Checker.of_documents([(1, article("of the old lock and " * 300))])
    assert checker.check(" … ".join(["of the", "lock and"] * 12)).verdict is Verdict.VERBATIM


def test_a_verdict_holds_no_controls() -> None:
    checked = CHECKER.check("the keeper of the \x1b]0;\x07 “upper” lock wrote\u202e the new level")
    assert not {"\x1b", "\x07", "\u202e"} & set(
        "".join((checked.quotation, diff_text(checked.matches[0].diff)))
    )


def test_each_place_of_repeated_words_is_told_and_what_is_preferred_comes_first() -> None:
    twice = article("The same words stand here.", "Something else.", "The same words stand here.")
    checker = Checker.of_documents([("a", twice), ("b", article("The same words stand here, too."))])
    found = checker.check("the same words stand here").matches
    assert [(match.article, match.place) for match in found] == [("a", "¶ 1"), ("a", "¶ 3"), ("b", "¶ 1")]
    assert checker.check("the same words stand here", prefer=["b"]).matches[0].article == "b"


def test_a_citation_of_the_source_itself_is_held_to_it() -> None:
    checker = Checker.of_documents(
        [(1, article("The rule is clear and old (see Smith 2004, p. 12). It stays."))]
    )
    assert checker.check("The rule is clear and old (see Smith 2004, p. 12)").verdict is Verdict.VERBATIM
    assert checker.check("The rule is clear and old (He 2021, para. 1)").verdict is Verdict.VERBATIM
    assert checker.check("The rule is clear and old (see Smith 2005, p. 12)").verdict is not Verdict.VERBATIM


_WORDS = ("tide", "lock", "river", "gate", "keeper", "level", "night", "stone", "north", "water", "of", "the")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(_WORDS), min_size=30, max_size=60), st.data())
def test_words_that_stand_there_pass_and_their_places_have_them(text: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text) - 8))
    last = data.draw(st.integers(first + 6, len(text)))
    taken = text[first:last]
    gap = data.draw(st.integers(1, len(taken) - 2))
    checker = Checker.of_documents([(1, article(" ".join(text)))])
    for quotation in (" ".join(taken), f"“{' '.join(taken[:gap]).upper()} … {' '.join(taken[gap + 1 :])}”"):
        checked = checker.check(quotation)
        assert checked.verdict is Verdict.VERBATIM
        for match in checked.matches:
            stand = " ".join(" ".join(text)[start:end] for start, end in match.spans)
            kept = words.columns(quotation)[2]
            assert words.columns(stand)[2] == kept


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(_WORDS), min_size=12, max_size=24),
    st.integers(1, 10),
    st.sampled_from(["not", "x"]),
)
def test_a_word_that_stands_nowhere_never_passes(text: list[str], at: int, other: str) -> None:
    checker = Checker.of_documents([(1, article(" ".join(text)))])
    for changed in ([*text[:at], other, *text[at:]], [*text[:at], other, *text[at + 1 :]]):
        checked = checker.check(" ".join(changed))
        assert checked.verdict is not Verdict.VERBATIM
        for match in checked.matches:
            assert "".join(run.text for run in match.diff if run.kind != "gone") == match.offered


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        for number, document in enumerate((LOCKS, BREAD)):
            library.remember(document, f"/{number}", size=1, mtime_ns=1)
        yield library


def agreed(checker: Checker) -> None:
    """Whether the articles of the library are told from one another."""
    match = only(checker.check("the keeper … wrote the new level"))
    assert (match.verdict, match.article, match.place) == (Verdict.VERBATIM, 1, "¶ 1")
    match = only(checker.check("heated for the second batch of the day"))
    assert (match.verdict, match.article) == (Verdict.ALTERED, 2)
    assert only(checker.check("把新的水位记在他的本子上")).place == "¶ 4"
    assert checker.check("the title On Locks itself is none").verdict is Verdict.ABSENT


def test_a_library_is_checked_with_its_index_without_it_and_half_indexed(
    library: Library, tmp_path: Path
) -> None:
    index = Index(tmp_path / "index")
    checker = Checker.of_library(library, index)
    agreed(checker)
    index.catch_up(library)
    agreed(checker)
    library.remember(article("A third one came to the shelf today."), "/2", size=1, mtime_ns=1)
    checked = checker.check("a third one came to the shelf")
    assert (checked.verdict, checked.searched) == (Verdict.VERBATIM, (3, "the library", 0))
    agreed(checker)


def test_no_article_is_opened_for_words_that_stand_together_nowhere(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(tmp_path / "index")
    index.catch_up(library)
    opened: list[int] = []
    document = Library.document

    def counted(self: Library, id: int, *, inline: bool = True) -> Document:
        opened.append(id)
        return document(self, id, inline=inline)

    monkeypatch.setattr(Library, "document", counted)
    checker = Checker.of_library(library, index)
    shuffled = words.columns(LOCKS.text)[2][::-2]
    assert len(shuffled) > 16
    assert checker.check(" ".join(shuffled)).verdict is Verdict.ABSENT
    assert opened == []
    assert checker.check("the keeper … wrote the new level").verdict is Verdict.VERBATIM
    assert opened == [1]


def test_an_article_that_changed_is_read_as_it_is_now(library: Library, tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    index.catch_up(library)
    checker = Checker.of_library(library, index)
    assert checker.check("the ovens are heated for the first batch").verdict is Verdict.VERBATIM
    library.remember(article("The ovens are cold in the morning."), "/1", size=1, mtime_ns=2)
    assert checker.check("the ovens are heated for the first batch").verdict is not Verdict.VERBATIM
    assert checker.check("the ovens are cold in the morning").verdict is Verdict.VERBATIM


def test_a_broken_index_changes_no_verdict(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EngineFailure("broken")

    index = Index(tmp_path / "index")
    index.catch_up(library)
    monkeypatch.setattr(View, "_decoded", fail)
    agreed(Checker.of_library(library, index))


def test_a_damaged_article_is_counted_and_the_others_are_checked(library: Library, tmp_path: Path) -> None:
    library.close()
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        connection.execute("UPDATE documents SET packed = x'00' WHERE article = 2")
    with Library(tmp_path / "library.sqlite") as again:
        checked = Checker.of_library(again, Index(tmp_path / "index")).check(
            "wrote the new level into his book"
        )
        assert checked.verdict is Verdict.VERBATIM
        assert (checked.searched.articles, checked.searched.unreadable) == (2, 1)


def test_broken_off_it_says_how_much_was_searched(library: Library, tmp_path: Path) -> None:
    checker = Checker.of_library(library, Index(tmp_path / "index"))
    checked = checker.check("the keeper wrote the new level", cancelled=lambda: True)
    assert (checked.verdict, checked.searched.articles) == (Verdict.ABSENT, 0)
    assert checker.check("wrote the new level into his book").searched.articles == 2


def test_an_ellipsis_may_not_hide_that_the_contrary_is_said() -> None:
    match = only(CHECKER.check("he did [...] sleep at all"))
    assert match.verdict is Verdict.ALTERED
    assert match.remarks == ("the ellipsis stands for “not”",)
    assert match.offered == "He did not sleep at all"
    assert diff_text(match.diff) == "He did {+not+} sleep at all"


@pytest.mark.parametrize(
    ("left_out", "instead", "hides"),
    [
        (" not ", "", True),
        (" doesn’t ", "", True),
        (" is by no means ", "", True),
        (", not surprisingly, ", "", False),
        (", not ", "", True),
        (" not the lock but the keeper of it ", "", False),
        (" very ", "", False),
        ("不能", "", True),
        ("非常", "", False),
        (" not ", "indeed", True),
        (" did not allow ", "refused", False),
        (" can not ", "cannot", False),
    ],
)
def test_what_is_left_out_hides_a_denial_or_does_not(left_out: str, instead: str, hides: bool) -> None:
    assert hides_negation(left_out, instead) is hides


def test_a_place_further_away_does_not_hide_a_denial_either() -> None:
    text = "It is known that the keeper sleeps. It is not necessary to wake him for a boat."
    checker = Checker.of_documents([("sleep", article(text, title="On Sleep"))])
    assert only(checker.check("It is … necessary to wake him")).verdict is Verdict.ALTERED
    assert only(checker.check("It is known … necessary to wake him")).verdict is Verdict.VERBATIM


def test_of_a_heading_and_its_paragraph_the_nearer_words_are_meant() -> None:
    text = "The Lock Keepers\n\nLock keepers have various duties, and as members of the board much influence."
    checker = Checker.of_documents([("duties", article(text, title="On Duties"))])
    said = only(checker.check("Lock keepers have duties, and as members of the board much influence."))
    assert diff_text(said.diff).startswith("Lock keepers have {+various+} duties, and")
    ending = "The board of the lock has great influence, and is proud of it.\n\nInfluence, Pride"
    checker = Checker.of_documents([("board", article(ending, title="On Boards"))])
    said = only(checker.check("The board of the lock has influence, and is proud"))
    assert diff_text(said.diff) == "The board of the lock has {+great+} influence, and is proud"


def test_a_number_that_calls_a_note_in_the_source_may_be_left_out() -> None:
    text = "The river had risen since the morning. 1 The keeper wrote the new level, and slept."
    checker = Checker.of_documents([("notes", article(text, title="On Notes"))])
    match = only(checker.check("had risen since the morning. The keeper wrote the new level"))
    assert match.verdict is Verdict.VERBATIM
    assert match.remarks[0] == "“1” is left out, as the number of a note"


def test_a_bracket_between_characters_stands_for_words_too() -> None:
    text = "保护必须严格，但私人权利也不能无限扩张，公众同样有权分享知识。"
    checker = Checker.of_documents([("zh", article(text, title="论保护"))])
    match = only(checker.check("保护必须严格，但[个人]权利也不能无限扩张"))
    assert match.verdict is Verdict.VERBATIM
    assert match.remarks == ("[个人] for “私人”",)
    assert only(checker.check("但私人权利也……能无限扩张，公众同样有权")).verdict is Verdict.ALTERED


def test_a_long_article_is_cut_in_parts_and_found_in_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"The keeper of lock {number} wrote the level down." for number in range(40))
    quotation = "lock 17 wrote the level down. The keeper of lock 18"
    whole = Checker.of_documents([(1, article(text))]).check(quotation)
    cut: list[int] = []
    columns = words.columns

    def noted(text: str) -> tuple[list[int], list[int], list[str]]:
        cut.append(len(text))
        return columns(text)

    monkeypatch.setattr("corpus.quotation.memory_shelf._SLICE", 70)
    monkeypatch.setattr("corpus.quotation.memory_shelf.words.columns", noted)
    assert Checker.of_documents([(1, article(text))]).check(quotation) == whole
    assert whole.verdict is Verdict.VERBATIM
    assert max(cut) < len(text)


NOTED = article(
    "Messages are passed in a format similar to that used by Internet mail [9]. The river rose in the night.",
    "On some other implementations read(2) fails with an error of its own kind.",
    "The keeper wrote of the whole project.12 The river had risen in the night before.",
    "The second keeper wrote of another building. 7 The lake had fallen in the day after.",
)
NOTED_CHECKER = Checker.of_documents([("noted", NOTED)])


@pytest.mark.parametrize(
    "quotation",
    [
        "in a format similar to that used by Internet mail [9]",
        "in a format similar to that used by Internet mail",
        "“in a format similar to that used by Internet mail” [6]",
        "On some other implementations read(2)",
        "keeper wrote of the whole project.12 The river had risen",
        "keeper wrote of the whole project. The river had risen",
        "keeper wrote of another building. The lake had fallen",
        "The river.4 rose in the night",
    ],
)
def test_the_number_of_a_note_may_be_the_sources_or_left_out_or_the_writers(quotation: str) -> None:
    assert NOTED_CHECKER.check(quotation).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "quotation",
    [
        "in a format similar to that used by Internet mail [6]",
        "On some other implementations read(4)",
        "keeper wrote of the whole project.17 The river had risen",
        "keeper wrote of the whole project.17",
        "keeper wrote of another building. 8 The lake had fallen",
    ],
)
def test_another_number_than_the_sources_alters_also_where_it_seems_to_call_a_note(quotation: str) -> None:
    checked = NOTED_CHECKER.check(quotation)
    assert checked.verdict is Verdict.ALTERED
    match = checked.matches[0]
    told = "".join((*match.remarks, *(run.text for run in match.diff if run.kind == "come")))
    assert any(number in told for number in ("9", "2", "12", "7"))


def test_words_that_stand_before_by_chance_do_not_push_a_place_out_of_view() -> None:
    match = NOTED_CHECKER.check("second keeper wrote of another building. 8 The lake had fallen").matches[0]
    start, end = match.spans[0]
    assert NOTED.text[start:end] == "second keeper wrote of another building. 7 The lake had fallen"
