from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.lines.headings import LineHeading, find_headings
from corpus.outline.numbering import best_chain, han, roman, value

PROSE = (
    "The committee met in the morning and went through the papers it had been sent,\n"
    "and those who spoke kept to the point, so that by noon there was little left to say."
)


def found(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.title) for heading in find_headings(text.split("\n"))]


def test_a_title_with_its_underline_is_one_heading_of_two_lines() -> None:
    lines = f"Harbours\n========\n\n{PROSE}\n\nTides\n-----\n\n{PROSE}".split("\n")
    assert find_headings(lines) == [LineHeading(0, 2, 1, "Harbours"), LineHeading(6, 2, 2, "Tides")]


def test_a_rule_under_a_paragraph_is_no_underline() -> None:
    assert found(f"{PROSE}\n----------\n\n{PROSE}") == []


def test_an_underline_fits_a_title_in_wide_characters() -> None:
    assert found(f"港口與潮汐\n==========\n\n{PROSE}") == [(1, "港口與潮汐")]


def test_numbers_that_count_on_are_headings_by_their_depth() -> None:
    text = "\n\n".join(
        f"{title}\n\n{PROSE}" for title in ("1. Ships", "1.1 Sails", "1.2 Masts", "2. Ports", "2.1 Quays")
    )
    assert found(text) == [
        (1, "1. Ships"),
        (2, "1.1 Sails"),
        (2, "1.2 Masts"),
        (1, "2. Ports"),
        (2, "2.1 Quays"),
    ]


def test_a_number_alone_makes_no_heading() -> None:
    assert found(f"{PROSE}\n\n1990 Was a Good Year\n\n{PROSE}\n\n7 Ships\n\n{PROSE}") == []


def test_a_list_with_blank_lines_between_its_items_is_no_outline() -> None:
    items = "\n\n".join(f"{number}. Ropes and tackle" for number in range(1, 7))
    assert found(f"{PROSE}\n\n{items}\n\n{PROSE}") == []


def test_a_title_right_under_its_chapter_belongs_to_it() -> None:
    text = f"CHAPTER I\nThe Harbour\n\n{PROSE}\n\nCHAPTER II\n\nTHE TIDE\n\n{PROSE}"
    headings = find_headings(text.split("\n"))
    assert [(one.line, one.lines, one.title) for one in headings] == [
        (0, 2, "CHAPTER I — The Harbour"),
        (6, 3, "CHAPTER II — THE TIDE"),
    ]


def test_prose_right_under_a_bare_chapter_line_stays_prose() -> None:
    headings = find_headings(f"CHAPTER I\n{PROSE}\n\nCHAPTER II\n{PROSE}".split("\n"))
    assert [(one.line, one.lines, one.title) for one in headings] == [
        (0, 1, "CHAPTER I"),
        (4, 1, "CHAPTER II"),
    ]


def test_chapters_start_over_in_each_part() -> None:
    blocks = ("PART ONE", "CHAPTER I", PROSE, "CHAPTER II", PROSE, "PART TWO", "CHAPTER I", PROSE)
    assert [level for level, _ in found("\n\n".join(blocks))] == [1, 2, 2, 1, 2]


def test_a_sentence_that_begins_with_a_keyword_is_no_heading() -> None:
    assert (
        found(
            f"Part two of the plan was harder.\n\n{PROSE}\n\nSection 5 shall apply to all ships.\n\n{PROSE}"
        )
        == []
    )


def test_entries_of_a_contents_list_are_no_headings() -> None:
    contents = "CHAPTER I. Ships\n\nCHAPTER II. Ports\n\nCHAPTER III. Tides"
    body = "\n\n".join(f"{title}\n\n{PROSE}" for title in contents.split("\n\n"))
    headings = find_headings(f"{contents}\n\n{body}".split("\n"))
    assert [heading.line for heading in headings] == [6, 11, 16]
    assert found("CONTENTS\n\n1. Ships ........ 3\n\n2. Ports ........ 9\n\n" + PROSE) == []


def test_capitals_with_prose_under_them_are_a_heading() -> None:
    assert found(f"OF THE HARBOUR\n\n{PROSE}\n\nTHE END") == [(1, "OF THE HARBOUR")]


def test_a_running_head_in_capitals_is_no_heading() -> None:
    assert found("\n\n".join(["A TALE OF SHIPS", PROSE] * 5)) == []


def test_a_line_further_out_than_the_body_is_a_heading() -> None:
    body = "\n".join("       " + line for line in PROSE.split("\n"))
    text = f"NAME\n{body}\n\nFILES\n{body}\n\n   Other files\n{body}"
    assert found(text) == [(1, "NAME"), (1, "FILES"), (2, "Other files")]


def test_chinese_chapters_need_no_blank_lines() -> None:
    sentence = "船只在清晨离开港口，船员们都知道这一天会有大风。"
    text = "\n".join(["第一章 港口", sentence, "第二章 潮汐", sentence, "第一节 涨潮", sentence])
    assert found(text) == [(1, "第一章 港口"), (1, "第二章 潮汐"), (2, "第一节 涨潮")]


def test_an_article_of_a_law_keeps_its_words() -> None:
    assert found("第一条 为了保护港口，制定本法。\n\n第二条 本法适用于一切船舶。") == []


def test_verse_makes_no_headings() -> None:
    verse = "The Tide Came In\nAnd the Moon Went Down\nAnd All the Ships of the Town Put Out"
    assert found(f"{verse}\n\n{verse}\n\n{verse}") == []


def test_many_chapters_without_words_do_not_nest_too_deep() -> None:
    assert len(find_headings(["CHAPTER I", ""] * 3_000)) <= 3_000


def test_a_long_line_is_never_a_heading() -> None:
    assert find_headings(["CHAPTER I " + "A" * 300, "=" * 310]) == []


def test_a_block_may_be_indented_however_far() -> None:
    for indent in (" " * 500, "\u3000" * 500, "\t" * 500):
        assert find_headings(["Harbours", "", f"{indent}Tides", "", PROSE, ""]) is not None


def test_numerals_are_read_in_every_script() -> None:
    assert [value(text) for text in ("12", "XIV", "seven", "third", "十二", "B")] == [12, 14, 7, 3, 12, 2]
    assert (roman("IIII"), roman("ABC"), han("一百零三")) == (4, None, 103)


def test_the_best_chain_leaves_out_what_does_not_count_on() -> None:
    paths = [(1,), (7,), (2,), (2, 1), (1990,), (3,)]
    assert best_chain([(path, 1.0) for path in paths]) == [0, 2, 3, 5]


@given(
    st.lists(
        st.sampled_from(
            ["", "CHAPTER I", "1. Ships", "1.1 Sails", "TIDES", "-----", "===", "一、港口", PROSE]
        )
    )
)
def test_headings_are_in_order_and_do_not_overlap(lines: list[str]) -> None:
    end = 0
    for heading in find_headings(lines):
        assert heading.line >= end
        assert 1 <= heading.level <= 6
        assert heading.title.strip()
        end = heading.line + heading.lines
        assert end <= len(lines)
