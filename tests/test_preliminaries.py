from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.draft import Draft, with_kinds
from corpus.matter.preliminaries import Preliminaries, recognise
from corpus.metadata import PartialDate
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.sanitiser import clean_text

ARTICLE = "The harbour is too small for the ships that come, and the town has known it for years."


def recognised(*blocks: str) -> Preliminaries:
    draft = Draft()
    for block in (*blocks, ARTICLE):
        draft.add(block)
    return recognise(draft.document())


def names(found: Preliminaries) -> list[str]:
    return [name.as_published() for name in found.metadata.authors]


def test_an_editors_note_names_authors_date_and_outlet() -> None:
    found = recognised(
        "date 2020-03-04 Editor’s Note: Ana Ruiz and He Jing are pilots at Vega Harbour. The article"
        " reflects the opinions of the authors, and not necessarily the views of Coast Radio."
    )
    assert found.kinds == {0: Kind.NOTE}
    assert names(found) == ["Ana Ruiz", "He Jing"]
    assert (found.metadata.date, found.metadata.container) == (PartialDate(2020, 3, 4), "Coast Radio")
    assert found.metadata.sources["authors"] == "the editor’s note"
    assert found.label == "2020-03-04 · Editor’s note — Ana Ruiz and He Jing, pilots at Vega Harbour"


def test_the_head_of_an_e_mail_stands_before_it() -> None:
    found = recognised(
        "Subject: The lock at Vega From: Ana Ruiz <ana@vega.example> To: pilots@vega.example"
        " Date: Fri, 26 Aug 2005 18:19:10 -0700 Content-type: text/plain"
    )
    assert found.kinds == {0: Kind.NOTE}
    assert (names(found), found.metadata.date) == (["Ana Ruiz"], PartialDate(2005, 8, 26))
    assert found.label == "E-mail · 2005-08-26 · The lock at Vega"


def test_the_head_of_an_e_mail_may_have_its_subject_above_it() -> None:
    found = recognised("From: Ana Ruiz <ana@vega.example>\nTo: pilots@vega.example\nDate: Fri, 26 Aug 2005")
    assert found.label == "E-mail · 2005-08-26 · Ana Ruiz"
    alone = recognised("From: ana@vega.example\nDate: Fri, 26 Aug 2005 18:19:10 -0700")
    assert (alone.label, names(alone)) == ("E-mail · 2005-08-26 · ana@vega.example", [])


@pytest.mark.parametrize(
    "block",
    [
        "From: the harbour.\nIt was dark on that Date: 26 Aug 2005",
        "From: the harbour. Subject: the lock. It is old.",
        "She wrote From: Ana Ruiz Subject: The lock Date: 26 Aug 2005 on the card.",
        "From: Ana Ruiz Subject: The lock Date: soon",
    ],
)
def test_words_of_a_head_alone_make_no_e_mail(block: str) -> None:
    assert recognised(block).kinds == {}


def test_a_surname_of_two_is_not_parted() -> None:
    assert names(recognised("Por José Ortega y Gasset")) == ["José Ortega y Gasset"]


def test_people_whom_a_note_only_mentions_are_no_authors() -> None:
    found = recognised("Editor’s note: Ana Ruiz is the mayor of Vega. She was elected in 2018.")
    assert found.kinds == {0: Kind.NOTE}
    assert found.metadata.authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        "By Ana Ruiz and Tom Vega",
        "Written by Ana Ruiz and Tom Vega",
        "Von Ana Ruiz und Tom Vega",
        "Par Ana Ruiz et Tom Vega",
        "Por Ana Ruiz y Tom Vega",
        "Autoren: Ana Ruiz und Tom Vega",
    ],
)
def test_a_byline_names_the_authors(byline: str) -> None:
    found = recognised(byline)
    assert (found.kinds, names(found)) == ({0: Kind.NOTE}, ["Ana Ruiz", "Tom Vega"])


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the ships had left.",
        "By the Sea",
        "By February 2020",
        "February 5, 2020 was a day that nobody in the town forgot, and many wrote about it afterwards.",
        "The views expressed in the town hall that night were loud, and few of them were kind to the mayor.",
        "记者张伟在港口看到了大船。",
    ],
)
def test_the_article_itself_is_never_front_matter(sentence: str) -> None:
    found = recognised(sentence)
    assert found.kinds == {}
    assert found.metadata.authors == ()


def test_byline_date_and_source_stand_in_blocks_of_their_own() -> None:
    found = recognised("By Ana Ruiz", "March 4, 2020", "Source: Coast Radio")
    assert set(found.kinds) == {0, 1, 2}
    assert found.label == "By Ana Ruiz · 2020-03-04 · Source: Coast Radio"
    assert found.metadata.container == "Coast Radio"


def test_at_most_four_blocks_are_front_matter() -> None:
    assert set(recognised(*(f"March {day}, 2020" for day in range(1, 9))).kinds) == {0, 1, 2, 3}


def test_chinese_front_matter_is_read() -> None:
    found = recognised("2020年3月4日", "作者：张伟、李娜", "来源：海岸日报")
    assert set(found.kinds) == {0, 1, 2}
    assert [name.family for name in found.metadata.authors] == ["张", "李"]
    assert (found.metadata.date, found.metadata.container) == (PartialDate(2020, 3, 4), "海岸日报")


def test_a_chinese_editors_note_names_its_authors() -> None:
    found = recognised("编者按：张伟系港口管理局工程师。本文仅代表作者观点，不代表海岸网立场。")
    assert [name.family for name in found.metadata.authors] == ["张"]
    assert found.metadata.container == "海岸网"
    assert found.label == "编者按 — 张伟，港口管理局工程师"


def test_a_wire_dateline_gives_its_date_and_leaves_the_paragraph_counted() -> None:
    found = recognised("VEGA, March 4, 2020 (Coast Wire) — The harbour opened in the morning.")
    assert (found.kinds, found.metadata.date) == ({}, PartialDate(2020, 3, 4))


def test_a_date_without_its_year_is_not_guessed_at() -> None:
    assert recognised("VEGA, March 4 — The harbour opened.").metadata.date is None


def test_a_disclaimer_tells_the_outlet() -> None:
    found = recognised(
        "Disclaimer: the views are the author’s and do not necessarily reflect the views of Coast Radio."
    )
    assert (found.metadata.container, found.label) == ("Coast Radio", "Disclaimer")


def test_blocks_that_are_notes_already_have_the_same_label() -> None:
    draft = Draft()
    for block in ("By Ana Ruiz", "March 4, 2020", ARTICLE):
        draft.add(block)
    document = draft.document()
    found = recognise(document)
    assert recognise(with_kinds(document, found.kinds)) == found


def test_a_text_that_is_nothing_but_a_byline_is_kept_as_the_article() -> None:
    draft = Draft()
    draft.add("By Ana Ruiz")
    assert recognise(draft.document()).kinds == {}


@pytest.mark.parametrize(
    "credits",
    [
        "By Ana Ruiz\nMarch 4, 2020",
        "By Ana Ruiz, March 4, 2020",
        "By Ana Ruiz, Staff Writer | Updated: 4 March 2020 10:30 GMT",
        "By Ana Ruiz, Chief Political Correspondent | March 4, 2020 | Coast Radio",
        "Posted by Ana Ruiz on March 4, 2020",
        "March 4, 2020 by Ana Ruiz",
        "March 4, 2020 | By Ana Ruiz, Coast Radio",
        "By Ana Ruiz · March 4, 2020 · 5 min read",
    ],
)
def test_what_somebody_is_and_the_time_of_day_are_no_names(credits: str) -> None:
    found = recognised(credits)
    assert (names(found), found.metadata.date) == (["Ana Ruiz"], PartialDate(2020, 3, 4))
    assert found.metadata.sources == {"authors": "the byline", "date": "the dateline"}


@pytest.mark.parametrize(
    "credits", ["Ana Ruiz | March 4, 2020", "March 4, 2020 | New York", "New York · 4 March 2020"]
)
def test_words_beside_a_date_may_be_a_place_and_are_not_taken_for_a_name(credits: str) -> None:
    found = recognised(credits)
    assert (found.kinds, names(found)) == ({0: Kind.NOTE}, [])
    assert found.metadata.date == PartialDate(2020, 3, 4)


@pytest.mark.parametrize(
    ("credits", "people", "outlet"),
    [
        ("2020-03-04 10:20 来源：海岸日报 作者：张伟", ["张伟"], "海岸日报"),
        ("时间：2020年3月4日  来源：海岸日报  作者：张伟 责任编辑：李娜", ["张伟"], "海岸日报"),
        ("来源：海岸日报 2020年3月4日 10:20", [], "海岸日报"),
        ("本报记者 张伟 2020年3月4日", ["张伟"], ""),
        ("Source: Coast Radio | 2020-03-04", [], "Coast Radio"),
    ],
)
def test_a_line_of_several_credits_is_parted_at_its_labels(
    credits: str, people: list[str], outlet: str
) -> None:
    found = recognised(credits)
    assert (names(found), found.metadata.container) == (people, outlet)
    assert found.metadata.date == PartialDate(2020, 3, 4)
    assert set(found.kinds) == {0}


def test_a_note_that_says_who_the_author_is_behind_the_name() -> None:
    found = recognised("Editor’s note: Zhang Wei, a pilot at Vega, is the author of this article.")
    assert names(found) == ["Zhang Wei"]
    assert found.label == "Editor’s note — Zhang Wei, a pilot at Vega"


@pytest.mark.parametrize(
    ("wire", "date"), [("新华社北京2020年3月4日电", PartialDate(2020, 3, 4)), ("新华社北京3月4日电", None)]
)
def test_a_chinese_dateline_names_the_reporters_and_a_date_only_with_its_year(
    wire: str, date: PartialDate | None
) -> None:
    found = recognised(f"{wire}（记者张伟、李娜）港口太小。")
    assert (found.kinds, names(found), found.metadata.date) == ({}, ["张伟", "李娜"], date)


@pytest.mark.parametrize(
    "line",
    [
        "By Law",
        "By Sea and Land",
        "Von Berlin nach Wien",
        "Von der Leyen",
        "Par Avion",
        "Par la mer",
        "Por el mar",
        "Von Monat zu Monat",
        "By Ana Ruiz and the sea",
        "Source: the river is a source: of water.",
        "March 4, 2020: The harbour opened.",
        "March 4, 2020 The Harbour Opened And Nobody Came",
        "By Monday, March 4, 2020 the ships had left.",
    ],
)
def test_a_line_that_only_looks_like_credits_belongs_to_the_article(line: str) -> None:
    found = recognised(line)
    assert found.kinds == {}
    assert (found.metadata.authors, found.metadata.container) == ((), "")


@pytest.mark.parametrize(
    ("blocks", "label"),
    [
        (["Summary: the sea is wide."], "Summary — the sea is wide"),
        (["TL;DR — the sea is wide."], "TL;DR — the sea is wide"),
        (["By Ana Ruiz", "Abstract", "The sea is wide."], "By Ana Ruiz · Abstract — The sea is wide"),
        (["Zusammenfassung: Das Meer ist weit."], "Zusammenfassung — Das Meer ist weit"),
        (["Résumé : La mer est vaste.", "Mots-clés : mer"], "Résumé — La mer est vaste"),
        (["Resumen: El mar es ancho."], "Resumen — El mar es ancho"),
        (["【摘要】海很大。", "关键词：海"], "摘要 — 海很大"),
        (["Anmerkung der Redaktion: Ana Ruiz ist Lotsin."], "Anmerkung der Redaktion — Ana Ruiz ist Lotsin"),
    ],
)
def test_a_summary_is_no_paragraph_of_the_article(blocks: list[str], label: str) -> None:
    found = recognised(*blocks)
    assert set(found.kinds) == set(range(len(blocks)))
    assert found.label == label


@pytest.mark.parametrize(
    "line", ["Summary", "In summary: the sea is wide.", "Abstract: ", "Abstract art is dear."]
)
def test_what_is_no_summary_stays_in_the_article(line: str) -> None:
    assert recognised(line).kinds == {}


def test_a_summary_under_its_own_heading_keeps_that_in_the_outline() -> None:
    source = f"# The Sea\n\nBy Ana Ruiz\n\n## Abstract\n\nIt is wide.\n\n## Ships\n\n{ARTICLE}\n\n{ARTICLE}\n"
    document = open_bytes(source.encode(), "article.md")
    sections = outline_of(document).sections
    assert [(one.title, one.matter, one.paragraph) for one in sections] == [
        ("By Ana Ruiz", "front", None),
        ("Abstract", "front", None),
        ("Ships", "body", 1),
    ]
    assert recognise(document).kinds == {1: Kind.NOTE, 3: Kind.NOTE}


def test_a_long_part_under_such_a_heading_is_the_article() -> None:
    source = f"## Summary\n\n{ARTICLE}\n\n{ARTICLE}\n\n{ARTICLE}\n\n{ARTICLE}\n\n## Ships\n\n{ARTICLE}\n"
    assert recognise(open_bytes(source.encode(), "article.md")).kinds == {}


def test_a_byline_in_capitals_is_no_title() -> None:
    document = open_bytes(f"BY ANA RUIZ\n\n{ARTICLE}\n\n{ARTICLE}\n".encode())
    assert document.metadata.title == ""


@given(
    st.text(max_size=250)
    | st.text("By AnaRuiz|,:：2020-03-04年月日电（记者）来源作者\n·— \x1b", max_size=120)
    | st.lists(st.sampled_from(["From: ", "Subject: ", "Date: ", "Ana ", "<a@b> ", "5 May 2020 "])).map(
        "".join
    )
)
def test_no_text_makes_it_raise(text: str) -> None:
    recognised(clean_text(text) or "x")


@pytest.mark.parametrize(
    "date", ["Tue 5 Mar 2024 08.00 GMT", "Tuesday, March 5, 2024", "Updated 5 March 2024"]
)
@pytest.mark.parametrize("standfirst", ["", "What came at night\n\n"])
@pytest.mark.parametrize("byline", ["Ana Ruiz", "By Ana Ruiz"])
def test_an_author_who_is_known_and_a_day_are_not_of_the_article(
    date: str, standfirst: str, byline: str
) -> None:
    head = "---\nauthor: Ana Ruiz\n---\n\n# The flood\n\n"
    words = "The river had risen in the night, and the keeper wrote the level into his book."
    document = open_bytes(f"{head}{standfirst}{byline}\n\n{date}\n\n{words}\n\n{words}\n".encode(), "a.md")
    counted = [document.text[b.start : b.end] for b in document.blocks if b.number]
    assert counted == [*filter(None, [standfirst.strip()]), words, words]
    assert document.metadata.date == PartialDate(2024, 3, 5)


def test_a_paragraph_is_not_passed_over_for_names_that_are_not_the_authors() -> None:
    document = open_bytes(
        b"---\nauthor: Ana Ruiz\n---\n\n# The flood\n\nA word.\n\nBob Roe\n\nIt rained.\n", "a.md"
    )
    assert [b.number for b in document.blocks if b.kind is not Kind.HEADING] == [1, 2, 3]
