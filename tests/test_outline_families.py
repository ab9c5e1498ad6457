"""Headings in plain text, family by family: what is one, at which level, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.opening import open_bytes
from corpus.outline.divisions import opening_of
from corpus.outline.lines.headings import candidates_of, find_headings
from corpus.outline.lines.layout import Layout
from corpus.outline.numbering import best_chain, value

PROSE = (
    "The committee met in the morning and went through the papers it had been sent,\n"
    "and those who spoke kept to the point, so that by noon there was little left to say."
)
HAN = "船只在清晨离开港口，船员们都知道这一天会有大风。他们仍然出发了，因为家里还有人在等。"


def found(text: str) -> list[str]:
    """The titles of the headings, two spaces before them for each level below the first."""
    return ["  " * (heading.level - 1) + heading.title for heading in find_headings(text.split("\n"))]


def over(prose: str, outline: str) -> str:
    """A text with these titles, one a line, and prose under each."""
    return "\n\n".join(f"{line.strip()}\n\n{prose}" for line in outline.strip().split("\n"))


OUTLINES = {
    "a German treatise": """
A. Einleitung
  I. Stand der Forschung
    1. Häfen
      a) Nordsee
      b) Ostsee
    2. Schiffe
  II. Methode
B. Hauptteil
  I. Quellen
  II. Ergebnis""",
    "a law review": """
INTRODUCTION
I. THE HARBOR
  A. Ships
    1. Sails
    2. Masts
  B. Ports
II. THE TIDE
  A. Ebb
  B. Flow
CONCLUSION""",
    "a paper": """
Abstract
1. Introduction
2. Related Work
  2.1. Ports
    2.1.1. Quays
  2.3. Ships
3. Why is the sea so wide?
References
Appendix A. Proofs
Appendix C. Tables""",
    "a German law": """
Erstes Kapitel
  § 1 Anwendungsbereich
  § 2 Begriffe
Zweites Kapitel
  § 3 Häfen
  § 3a Schiffe""",
    "a French code": """
PREMIÈRE PARTIE
  TITRE PREMIER — DES PORTS
    Article premier
    Article 2
DEUXIÈME PARTIE
  TITRE II — DES NAVIRES
    Article 3""",
    "a Spanish law": """
CAPÍTULO I
  Artículo 1. Objeto
  Artículo 2. Ámbito
CAPÍTULO II
  Artículo 3. Puertos""",
    "a constitution": """
ARTICLE I
  SECTION 1
  SECTION 2
ARTICLE II
  SECTION 1
  SECTION 2""",
    "subsections": """
Section 4 Ports
  Section 4(a) Quays
  Section 4(b) Piers
Section 5 Ships""",
    "letters in brackets": """
1. Ports
  (a) Quays
  (b) Piers
2. Ships
  (a) Sails
  (b) Masts""",
    "a play": """
ACT I
  SCENE I. A harbour.
  SCENE II. A ship.
ACT II
  SCENE I. The sea.""",
    "a novel": """
PROLOGUE
PART ONE: THE SEA
  Chapter One
  Chapter Twenty-One
PART TWO: THE LAND
  Chapter Three
EPILOGUE""",
    "chapters 3.1 under chapters": """
Chapter 3. Ports
  3.1. Quays
  3.2. Piers
Chapter 4. Ships
  4.1. Sails
  4.2. Masts""",
    "Russian chapters": """
Глава 1. Порт
Глава 2. Море""",
    "stories": """
I
II
III""",
}
HAN_OUTLINES = {
    "counted titles": """
一、港口
  （一）船只
    1．帆
    2．桅
  （二）潮汐
二、海洋
  （一）风
  （二）雨""",
    "numbers without a space": """
1.港口概况
  1.1船只
  1.2潮汐
2.海洋""",
    "traditional signs": """
第一章 港口
  第一節 船隻
  第二節 潮汐
第二章 海洋
  第一節 風""",
}


@pytest.mark.parametrize("kind", OUTLINES)
def test_what_the_author_has_numbered_is_the_outline(kind: str) -> None:
    # The deeper of a subsection's number stands in the number: it is a division of the same name.
    expected = OUTLINES[kind].strip("\n").split("\n")
    if kind == "subsections":
        expected = [line.strip() for line in expected]
    assert found(over(PROSE, OUTLINES[kind])) == expected


@pytest.mark.parametrize("kind", HAN_OUTLINES)
def test_what_a_chinese_author_has_numbered_is_the_outline(kind: str) -> None:
    assert found(over(HAN, HAN_OUTLINES[kind])) == HAN_OUTLINES[kind].strip("\n").split("\n")


def test_chinese_chapters_line_by_line_are_no_contents_list() -> None:
    titles = "第一章 港口\n  第一节 船只\n  第二节 潮汐\n第二章 海洋\n  第一节 风"
    assert found(over(HAN, titles).replace("\n\n", "\n")) == titles.split("\n")


def test_the_titles_that_stand_under_most_numbers_belong_to_them() -> None:
    titles = ("A long way from the harbour", "What was seen at sea?", "The end of it")
    text = "\n\n".join(f"Chapter {at}\n\n{title}\n\n{PROSE}" for at, title in enumerate(titles, 1))
    assert found(text) == [f"Chapter {at} — {title}" for at, title in enumerate(titles, 1)]
    once = text.replace(titles[1], PROSE).replace(titles[2], PROSE)
    assert found(once) == ["Chapter 1", "Chapter 2", "Chapter 3"]


def test_a_title_in_capitals_may_take_lines() -> None:
    title = "IN WHICH THE SHIP LEAVES THE HARBOUR, AND THE CREW\nIS SEEN FOR THE LAST TIME"
    text = f"CHAPTER I\n\n{title}\n\n{PROSE}\n\nCHAPTER II\n\nIN WHICH NOTHING HAPPENS\n\n{PROSE}"
    assert found(text)[0] == f"CHAPTER I — {' '.join(title.split())}"


def test_what_stands_outside_of_the_book_has_no_headings() -> None:
    book = over(PROSE, "CHAPTER I. Ships\nCHAPTER II. Ports")
    licence = over(PROSE, "Section 1. General Terms\nSection 2. Information\nSection 3. Donations")
    start = "*** START OF THE PROJECT GUTENBERG EBOOK HARBOURS ***"
    end = "*** END OF THE PROJECT GUTENBERG EBOOK HARBOURS ***"
    text = f"CHAPTER I. About\n\n{PROSE}\n\n{start}\n\n{book}\n\n{end}\n\n{licence}"
    assert found(text) == ["CHAPTER I. Ships", "CHAPTER II. Ports"]


@pytest.mark.parametrize(
    "contents",
    [
        "I. Down the Harbour\nII. The Pool\nIII. A Race",
        "CHAPTER I\n\nCHAPTER II\n\nCHAPTER III",
        "Chapter I. Down the Harbour\n\n\n    Sails\n\n    Masts\n\nChapter II. The Pool\n\n\n    Ebb",
        "1. Down the Harbour ........ 3\n\n2. The Pool ........ 9",
    ],
)
def test_entries_of_a_contents_list_are_none_whatever_they_leave_out(contents: str) -> None:
    titles = ("CHAPTER I\nDown the Harbour", "CHAPTER II\nThe Pool", "CHAPTER III\nA Race")
    book = "\n\n".join(f"{title}\n\n" + "\n\n".join([PROSE] * 20) for title in titles)
    assert found(f"CONTENTS\n\n{contents}\n\n\n{book}") == [title.replace("\n", " — ") for title in titles]


def test_the_head_of_every_page_is_no_chapter() -> None:
    pages = ["CHAPTER I. THE HARBOUR", PROSE, "CHAPTER I. THE HARBOUR", PROSE, "CHAPTER II. THE SEA", PROSE]
    assert found("\n\n".join(pages)) == ["CHAPTER I. THE HARBOUR", "CHAPTER II. THE SEA"]


def test_a_manual_page_has_the_headings_that_are_further_out() -> None:
    body = "\n".join("       " + line for line in PROSE.split("\n"))
    text = f"""SHIP(1)                  Harbours                  SHIP(1)

NAME
       ship - go to sea

$SHIP
{body}

NOTES
   Ports and ships, and what the harbour master has to say of either:
{body}

   sail()

       int sail(int wind);

{body}

   Under way
   By night
{body}

SEE ALSO
       port(1)

Harbours                    May 1999                    SHIP(1)"""
    assert found(text) == [
        "NAME",
        "$SHIP",
        "NOTES",
        "  Ports and ships, and what the harbour master has to say of either:",
        "  sail()",
        "  Under way",
        "  By night",
        "SEE ALSO",
    ]


def test_headings_that_are_marked_up_are_headings_in_plain_text_too() -> None:
    assert found(over(PROSE, "# Harbours\n## Ships\n## Ports")) == ["Harbours", "  Ships", "  Ports"]
    assert found(over(PROSE, "== Ships ==\n=== Sails ===\n== Ports ==")) == ["Ships", "  Sails", "Ports"]
    assert found(f"{PROSE}\n\n    # set sail\n\n    sail --all\n\n    # land\n\n    land\n\n{PROSE}") == []


def test_an_underline_may_end_before_what_was_added_to_the_title() -> None:
    text = f"Changes in version 1.6.0 (1999-05-07) [A/B]\n---------------------------------\n\n{PROSE}"
    assert found(text) == ["Changes in version 1.6.0 (1999-05-07) [A/B]"]
    assert found(f"    ship_name\n    ---------\n    harbour\n\n{PROSE}\n\n{PROSE}") == []


def test_a_preface_between_chapters_is_no_chapter() -> None:
    text = over(PROSE, "Preface\nChapter 1. Ships\nSummary\nChapter 2. Ports\nEpilogue")
    assert found(text) == ["Preface", "Chapter 1. Ships", "Chapter 2. Ports", "Epilogue"]
    assert found(over(PROSE, "Preface\nEpilogue")) == []


def test_capitals_over_a_list_are_a_heading_among_others() -> None:
    text = over(PROSE, "SHIPS\nPORTS") + "\n\nLINKS\n\n* one\n* two"
    assert found(text) == ["SHIPS", "PORTS", "LINKS"]
    assert found("LINKS\n\n* one\n* two\n\n" + PROSE) == []
    assert found(f"MAX_SAILS\n\n{PROSE}\n\n  UNIX\n\n{PROSE}\n\nSHIP [NAME[:PORT]]\n\n{PROSE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{at}. Smith, J. Harbours. London, 19{at}0." for at in range(1, 5)),
        "\n\n".join(f"{at} See Smith, Harbours, p. {at}." for at in range(1, 6)),
        "\n\n".join(f"{at}. The harbour must be open on day {at}." for at in range(1, 6)),
        "  5.1. Ships\n\n    5.1.1. Sails\n\n    5.1.2. Masts\n\n  5.2. Ports",
        "I\n\nThe tide came in\nAnd the moon went down\n\nII\n\nThe ships put out\nAnd left the town",
        "Part I am going to tell\n\nSection 5 of the act\n\nBook Club Meets",
        "| 1. Ships | 2 |\n\n| 2. Ports | 3 |",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert found(f"{PROSE}\n\n{text}\n\n{PROSE}") == []


def test_most_articles_with_their_words_on_the_line_make_the_short_ones_paragraphs_too() -> None:
    articles = [f"Article {at}. Every ship sails under the flag of its own port." for at in range(1, 6)]
    assert found("\n\n".join([*articles, "Article 6. Repealed"])) == []


@pytest.mark.parametrize(
    ("words", "name", "path"),
    [
        ("CHAPTER IV. Ships", "chapter", (4,)),
        ("§§ 3-5", "§", (3,)),
        ("Sec. 4(b)", "section", (4, 2)),
        ("Art. 5bis", "article", (5, 2)),
        ("Article 1er", "article", (1,)),
        ("Appendix C", "appendix", (3,)),
        ("Dritter Teil", "part", (3,)),
        ("Tercera parte", "part", (3,)),
        ("2a. Teil", "part", (2, 1)),
        ("12b. Kapitel", "chapter", (12, 2)),
        ("第一千二百条之一", "条", (1200, 1)),
        ("제2조", "조", (2,)),
    ],
)
def test_the_name_and_the_number_of_a_division_are_read(words: str, name: str, path: tuple[int, ...]) -> None:
    opening = opening_of(words)
    assert opening is not None
    assert (opening.name, opening.path, words[: opening.end]) == (name, path, words.partition(". S")[0])


@pytest.mark.parametrize("number", ["3.a", "3..3", "3-x", "3.“", "12345.", "1.2.3.4.5.", "٣.x", "3ab."])
def test_what_is_no_number_of_a_division_opens_none(number: str) -> None:
    assert opening_of(f"{number} Kapitel") is None
    find_headings([PROSE, "", f"{number} Kapitel", "", PROSE])


def test_numbers_are_read_in_the_words_of_several_languages() -> None:
    words = ("forty-two", "nineteenth", "premier", "Tercera", "zwölftes", "sétimo", "вторая")
    assert [value(word) for word in words] == [42, 19, 1, 3, 12, 7, 2]
    assert value("five-aside") is None


def test_a_count_starts_over_in_another_part_alone() -> None:
    paths = [((1,), 1.0), ((2,), 1.0), ((1,), 1.0), ((2,), 1.0)]
    assert best_chain(paths, [0, 0, 1, 1]) == [0, 1, 2, 3]
    assert len(best_chain(paths, [0, 0, 0, 0])) == 2


HOSTILE = {
    "brackets": "Article 1(a)" + "(a)" * 30_000,
    "numerals": "I. " + "I " * 50_000,
    "dots": "1" + ".1" * 50_000,
    "articles": "第一条" * 30_000,
    "marks": "# " * 50_000,
    "spaces": "1 " + " " * 100_000 + "x",
    "chapters": "CHAPTER I\n\n" * 3_000,
    "sections": "Section 1. A\n\n" * 3_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_repetition_is_read_in_time(kind: str) -> None:
    assert len(find_headings(HOSTILE[kind].split("\n"))) <= 3_000


SOME = "CHAPTER I|1. Ships|1.1 Sails|TIDES|-----|一、港口|第一条 船|   Sails|## Ports|Preface|I|(a) Masts||"
LINES = st.sampled_from([*SOME.split("|"), PROSE.split("\n")[0], "Article 2. " + PROSE.split("\n")[1]])


@pytest.mark.parametrize("between", [1, 7])
@pytest.mark.parametrize("over", ["water", ""])
@pytest.mark.parametrize("title", ["THE TIDES", "1) Tides", "The tides", "Chapter I"])
def test_what_stands_twelve_lines_below_is_not_asked_for_a_heading(
    title: str, over: str, between: int
) -> None:
    lines = ["first", "", title, *[""] * between, over, *[""] * between, *["ab"] * 90]
    assert candidates_of(Layout(lines), 2, 3) == candidates_of(Layout(lines[:15]), 2, 3)


@given(st.lists(LINES, max_size=40), st.integers(0, 40))
def test_a_line_may_be_the_same_heading_however_the_text_is_cut(lines: list[str], cut: int) -> None:
    whole = Layout(["first", *lines])
    around = 12
    cut = min(cut, len(lines)) + 1
    start = max(0, cut - around)
    before = Layout(whole.lines[: cut + around], whole)
    after = Layout(whole.lines[start:], whole)
    parts = candidates_of(before, 0, cut)
    parts += (
        one._replace(line=one.line + start)
        for one in candidates_of(after, cut - start, len(whole.lines) - start)
    )
    inside = {one.line for one in parts} - {one.line for one in candidates_of(whole, 0, len(whole.lines))}
    # A line that the heading before it takes may be one for itself at the beginning of the other part.
    assert all(line >= cut for line in inside)
    assert {one for one in parts if one.line < cut} == {
        one for one in candidates_of(whole, 0, len(whole.lines)) if one.line < cut
    }


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Ferries run again", "By Ana Ruiz and Tom Vega"),
        ("Warum die Fähren fahren", "Von Ana Ruiz"),
        ("Les bateaux repartent", "Par Ana Ruiz"),
        ("Vuelven los barcos", "Por Ana Ruiz y Tom Vega"),
        ("Will they run?", "March 4, 2020"),
        ("城市更新不能只看新楼", "本报评论员 周明远"),
    ],
)
def test_the_first_line_over_a_byline_or_a_date_is_the_title(title: str, below: str) -> None:
    text = f"{title}\n\n{below}\n\n{PROSE}\n\n{PROSE}\n"
    assert found(text) == [title]
    document = open_bytes(text.encode(), "article.txt")
    assert document.metadata.title == title
    assert document.metadata.sources["title"] == "the first heading"
    assert document.blocks.columns()[2][1] == Kind.NOTE
    assert [block.number for block in document.blocks if block.number] == [1, 2]


def test_what_stands_below_such_a_title_is_a_level_below_it() -> None:
    text = f"Ferries\n\nBy Ana Ruiz\n\n1. Ships\n\n{PROSE}\n\n2. Ports\n\n{PROSE}\n\n3. Tides\n\n{PROSE}\n"
    assert found(text) == ["Ferries", "  1. Ships", "  2. Ports", "  3. Tides"]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("The song that they all knew was", "by Ana Ruiz, who sang it."),
        ("They ran again.", "By Ana Ruiz"),
        ("Dear Ana,", "March 4, 2020"),
        ("March 4, 2020", "By Ana Ruiz"),
        ("By Ana Ruiz", "March 4, 2020"),
        ("Ferries run again", "By Monday the ships had left."),
    ],
)
def test_other_first_lines_are_no_title(first: str, below: str) -> None:
    assert found(f"{first}\n\n{below}\n\n{PROSE}\n\n{PROSE}\n") == []


def test_a_line_that_ends_a_quotation_underlines_nothing() -> None:
    rule = "-" * 24
    assert found(f"{PROSE}\n\n{rule}\nSo:\n\n> mv the old file away\n{rule}\n\n{PROSE}") == []
