from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from corpus.search.snippet import MOST, Snippet, snippet_of
from corpus.sentences import sentence_spans
from corpus.words import is_unspaced

Span = tuple[int, int]

# What a snippet leaves out: fillers, controls, marks of direction, halves of characters.
LEFT_OUT = "\0\x07\x1b\x9b\u202e\ufeff\ud800"
LETTERS = "abc de. fg! (h) “i” 知识。产权！，？；\n\tÉe\u0301 👨‍👩‍👧 🇩🇪🇫🇷 क्षि"


@st.composite
def texts_with_marks(draw: st.DrawFn, letters: str = LETTERS) -> tuple[str, Span, list[Span]]:
    words = st.text(st.sampled_from(letters), min_size=1, max_size=30)
    pieces = draw(st.lists(words, min_size=1, max_size=80))
    text = draw(st.sampled_from(("", " ", ". ", "。"))).join(pieces)
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    block = (ends[0], max(ends[1], min(len(text), ends[0] + 1)))
    marks = []
    place = block[0]
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 40)), max_size=12)):
        start = place + gap
        if start >= block[1]:
            break
        place = min(len(text), start + length)
        marks.append((start, place))
    return text, block, marks


def seen(text: str) -> str:
    return re.sub(r"\s", " ", "".join(character for character in text if character not in LEFT_OUT))


def shown(snippet: Snippet) -> str:
    """The words of a snippet without the signs that they were cut."""
    return snippet.text.removeprefix("…").removesuffix("…")


def cells(text: str) -> int:
    return sum(1 + is_unspaced(character) for character in text)


@given(texts_with_marks(LETTERS + LEFT_OUT))
def test_marks_cover_the_same_characters_as_in_the_text(given: tuple[str, Span, list[Span]]) -> None:
    text, block, marks = given
    snippet = snippet_of(text, block, marks)
    wanted = [seen(text[a : min(b, max(block[1], a))]) for a, b in marks]
    wanted = [words for words in wanted if words]
    found = [snippet.text[a:b] for a, b in snippet.marks]
    assert all(found)
    # Those that are shown are neighbours among those that there are; the last may be cut at the end.
    if wanted:
        assert found
        begins = [
            number
            for number in range(len(wanted))
            if wanted[number : number + len(found) - 1] == found[:-1]
            and "".join(wanted[number + len(found) - 1 : number + len(found)]).startswith(found[-1])
        ]
        assert begins


@given(texts_with_marks(LETTERS + LEFT_OUT))
def test_a_snippet_is_short_and_stands_in_the_text(given: tuple[str, Span, list[Span]]) -> None:
    text, block, marks = given
    snippet = snippet_of(text, block, marks)
    assert len(snippet.text) <= cells(snippet.text) <= MOST
    assert not re.search(f"[{LEFT_OUT}\t\n]", snippet.text)
    assert shown(snippet) in seen(text[slice(*block)])


@given(texts_with_marks())
def test_a_mark_is_shown_whole_unless_it_is_longer_than_a_snippet(
    given: tuple[str, Span, list[Span]],
) -> None:
    text, block, marks = given
    inside = [seen(text[a : min(b, block[1])]) for a, b in marks]
    if all(cells(words) < MOST - 80 for words in inside):
        snippet = snippet_of(text, block, marks)
        # White space at the edge of a mark, which no hit has, may go with the sentence that it parts.
        whole = {words.strip() for words in inside}
        assert {snippet.text[a:b].strip() for a, b in snippet.marks} <= whole


@given(texts_with_marks())
def test_a_snippet_begins_and_ends_with_a_sentence_or_says_that_it_does_not(
    given: tuple[str, Span, list[Span]],
) -> None:
    text, block, marks = given
    snippet = snippet_of(text, block, marks)
    body = seen(text[slice(*block)])
    spans = sentence_spans(text[slice(*block)])
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    words = shown(snippet)
    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", body)]
    # A mark that begins or ends in the white space between two sentences is shown with it.
    edges = {a - block[0] for a, _ in marks} | {min(b, block[1]) - block[0] for _, b in marks}
    good_starts, good_ends = starts | edges | {0}, ends | edges | {len(body)}
    assert any(
        (snippet.text.startswith("…") or place in good_starts)
        and (snippet.text.endswith("…") or place + len(words) in good_ends)
        for place in places
    )


@given(texts_with_marks())
def test_a_snippet_never_begins_or_ends_inside_a_character(given: tuple[str, Span, list[Span]]) -> None:
    text, block, marks = given
    words = shown(snippet_of(text, block, marks))
    part = text[slice(*block)]
    borders = set(accumulate(map(len, iter_graphemes(part)), initial=0))
    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", seen(part))]
    assert any(place in borders and place + len(words) in borders for place in places)


def snippet(text: str, *marked: str) -> Snippet:
    marks = [(match.start(), match.end()) for word in marked for match in re.finditer(word, text)]
    return snippet_of(text, (0, len(text)), sorted(marks))


BEFORE = "Nobody knows it. Mr. Smith of the U.S. office wrote it down in 1999. "


@pytest.mark.parametrize("distance", [0, 1, 5, 40, 2_000])
def test_the_whole_sentence_is_shown(distance: int) -> None:
    text = BEFORE * distance + "Where the river meets the sea, tides rule. It is so."
    assert snippet(text, "river").text == "Where the river meets the sea, tides rule."


def test_the_next_sentences_are_joined_while_they_have_more_and_fit() -> None:
    text = "The tide turns here at noon each day. It is so. A tide waits for none. Nobody minds."
    assert snippet(text, "tide").text == text.removesuffix(" Nobody minds.")
    assert snippet(text.replace("It is so.", "It is so. " * 20), "tide").text == text[:37]


def test_a_sentence_of_few_words_is_shown_with_its_neighbour() -> None:
    assert snippet("A mouse ran. See § 5. The cat slept.", "See").text == "See § 5. The cat slept."
    assert snippet("A mouse ran. The cat slept. Really?", "Really").text == "The cat slept. Really?"
    assert snippet("Really?", "Really").text == "Really?"


def test_a_long_sentence_is_cut_between_words_where_most_is_marked() -> None:
    filler = "and so the sailors went on and on, " * 9
    found = snippet(
        f"A tide, {filler}till the moon, the tide and the moon again {filler}ended.", "tide", "moon"
    )
    assert [found.text[a:b] for a, b in found.marks] == ["moon", "tide", "moon"]
    assert re.fullmatch(r"…(\w+[, ]+)+\w+…", found.text)
    assert MOST - 20 < len(found.text) <= MOST


def test_a_long_sentence_begins_or_ends_whole_where_its_words_are_near() -> None:
    filler = "and so the sailors went on and on, " * 9
    assert snippet(f"The tide rose {filler}ever.", "tide").text.startswith("The tide rose and")
    assert snippet(f"They went {filler}till the tide fell.", "tide").text.endswith("till the tide fell.")


def test_a_cut_leaves_no_white_space_and_no_word_without_an_end() -> None:
    address = "https://example.org/" + "a-very-long-address/" * 30
    found = snippet(f"The tide stands at {address} as the moon says.", "tide")
    assert found.text == "The tide stands at…"
    found = snippet(f"They say at {address} that a tide stands {address} and falls.", "tide")
    assert found.text == "…that a tide stands…"
    found = snippet(f"See {address}tide/{address} for more.", "tide")
    assert re.fullmatch(r"…[\w/-]+/tide/[\w/:.-]+…", found.text)
    assert len(found.text) > MOST - 20


def test_a_mark_that_reaches_into_the_next_sentence_is_not_torn() -> None:
    before = "All is well here at the office. " * 5
    text = f"{before}The end of it came. Then it began anew. {'Nobody knows it. ' * 9}"
    place = text.index("came")
    found = snippet_of(text, (0, len(text)), [(place, place + 10)])
    assert found.text == "The end of it came. Then it began anew."
    assert found.text[slice(*found.marks[0])] == "came. Then"


def test_a_mark_may_reach_over_the_block_and_over_what_stands_between_two() -> None:
    text = "The first block ends\n\n" + "\0" * 40_000 + "here, says the second one."
    place = text.index("ends")
    found = snippet_of(text, (0, len(text)), [(place, text.index("here") + 4)])
    assert found == Snippet("The first block ends  here, says the second one.", ((16, 26),))
    assert snippet_of(text, (0, 20), [(place, len(text))]) == Snippet("The first block ends", ((16, 20),))


def test_chinese_is_measured_in_cells_and_cut_anywhere_but_before_a_comma() -> None:
    text = "第一句话说明。" + "知识产权的保护，" * 40 + "数据库保护" + "需要检索，" * 40 + "完毕。最后一句。"
    assert snippet(text, "最后").text == "最后一句。"
    found = snippet(text, "数据库")
    assert MOST - 20 < cells(found.text) <= MOST
    assert [found.text[a:b] for a, b in found.marks] == ["数据库"]
    assert not re.match("…[，。]", found.text)
    assert snippet("他走了。我们看数据库！他来了。", "数据库").text == "我们看数据库！他来了。"


def test_nothing_marked_gives_the_beginning_of_the_block() -> None:
    assert snippet_of("Alas. The river rose again and again here. So be it.", (6, 52), []) == Snippet(
        "The river rose again and again here."
    )
    assert snippet_of("", (0, 0), []) == Snippet("")
