"""Numbers that sources print before their paragraphs: found where they are, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from tests import judgments

PROSE = "Water runs on, and the keeper watches it from the bridge, as he has done for thirty years. "
WORK = "Ruiz, A., The River and Its Keepers, Northgate Press, London, 2019, chapter {}."


def opened(text: str, name: str = "a.txt") -> Document:
    return open_bytes(text.encode("utf-8"), name)


def marks(document: Document) -> list[str]:
    return list(document.labels.numbers.labels)


def numbered(sign: str, numbers: range, words: str = PROSE) -> str:
    return "\n\n".join(sign.format(number) + words for number in numbers)


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("indent", ["", "     "])
@pytest.mark.parametrize(
    "sign", ["[{}] ", "[{}]  ", "¶ {} ", "[¶{}] ", "{{¶ {}}} ", "{}. ", "{} ", "{}   ", "({}) "]
)
def test_a_judgment_has_the_numbers_that_it_prints(sign: str, indent: str, wrapped: bool) -> None:
    document = opened(judgments.english(sign, wrapped=wrapped, indent=indent))
    assert marks(document) == [sign.format(number).strip() for number in range(1, 14)]
    first = document.marked("1")
    assert document.text[first.start :].startswith("This is an appeal against the order of Judge Hall")
    assert all(document.text[start - 2 : start] == "\n\n" for start in document.labels.numbers.starts)


def test_reasons_in_html_have_the_numbers_of_their_anchors() -> None:
    document = opened(judgments.canadian(), "a.html")
    assert marks(document) == [f"[{number}]" for number in range(1, 13)]
    assert "[1]" not in document.text
    assert document.metadata.title == "R. v. Ito"


def test_a_number_in_an_element_of_its_own_belongs_to_the_next() -> None:
    document = opened(judgments.british(), "a.html")
    assert marks(document) == [f"{number}." for number in range(1, 13)]
    assert document.paragraph_count == 12


def test_a_table_that_sets_a_number_beside_a_paragraph_is_that_paragraph() -> None:
    tables = "".join(
        f"<table><tr><td><p id='point{n}'>{n}</p></td><td><p>{PROSE}{PROSE}</p></td></tr></table>"
        for n in range(1, 13)
    )
    data = "<table><tr><th>Year</th><th>Level</th></tr><tr><td>1</td><td>2</td></tr></table>"
    document = opened(f"<html><body><h1>Judgment</h1>{tables}{data}</body></html>", "a.html")
    assert marks(document) == [str(number) for number in range(1, 13)]
    assert [block.kind for block in document.blocks].count(Kind.TABLE) == 1


def test_the_items_of_one_long_list_are_paragraphs() -> None:
    items = "".join(f"<li value={n + 4}><p>{PROSE}</p><p>More of it.</p></li>" for n in range(1, 9))
    first = "".join(f"<li><p>{PROSE}</p></li>" for _ in range(4))
    document = opened(f"<html><body><h1>Ito</h1><ol>{first}{items}</ol></body></html>", "a.html")
    assert marks(document) == [f"{number}." for number in range(1, 13)]
    assert not any(block.marker for block in document.blocks)


@pytest.mark.parametrize("sign", ["[{}] ", "[{}]　", "{}．", "{}、", "（{}）", "【{}】"])
def test_a_chinese_judgment_is_numbered(sign: str) -> None:
    document = opened(judgments.chinese(sign))
    assert marks(document) == [sign.format(number).strip() for number in range(1, 7)]
    block = document.marked("4")
    assert document.text[block.start : block.start + 4] == "本院认为"


def test_markdown_is_numbered() -> None:
    text = "# Ito\n\n" + judgments.report([PROSE] * 5) + "\n## Costs\n\n" + judgments.report([PROSE] * 3, 6)
    assert marks(opened(text, "a.md")) == [f"[{number}]" for number in range(1, 9)]


def test_inserted_paragraphs_keep_their_letters() -> None:
    text = "\n\n".join(f"{number}. {PROSE}" for number in "1 2 3 3A 3B 4 5 6 7".split())
    document = opened(text)
    assert marks(document) == ["1.", "2.", "3.", "3A.", "3B.", "4.", "5.", "6.", "7."]
    assert document.mark_before(document.marked("3a")) == "3A."


def test_a_second_opinion_begins_again() -> None:
    text = numbered("[{}] ", range(1, 12)) + "\n\nBYRNE J:\n\n" + numbered("[{}] ", range(1, 6))
    assert len(marks(opened(text))) == 16


def test_an_extract_begins_where_it_begins() -> None:
    assert marks(opened(numbered("[{}] ", range(45, 60))))[0] == "[45]"


BODY = "\n\n".join([PROSE * 3] * 8)
NOT_NUMBERED = {
    "a list inside an article": BODY + "\n\n" + numbered("{}. ", range(1, 9)) + "\n\n" + BODY,
    "a list that closes an article": BODY + "\n\n" + numbered("{}. ", range(1, 13)),
    "numbered headings": "\n\n".join(
        f"{n}. The keeper’s part\n\n{PROSE * 4}\n\n{PROSE}" for n in range(1, 9)
    ),
    "years": "\n\n".join(f"{year} The river rose. {PROSE * 3}" for year in range(1990, 2010)),
    "years with stops": "\n\n".join(f"{year}. {PROSE * 3}" for year in range(1990, 2010)),
    "references": BODY + "\n\nReferences\n\n" + "\n\n".join(f"[{n}] {WORK.format(n)}" for n in range(1, 30)),
    "references without a heading": BODY
    + "\n\n"
    + "\n\n".join(f"[{n}] {WORK.format(n)}" for n in range(1, 40)),
    "notes that the text refers to": "\n\n".join(f"{PROSE}And so it is [{n}]." for n in range(1, 13))
    + "\n\n"
    + numbered("[{}] ", range(1, 13), PROSE + PROSE),
    "a short list": numbered("{}. ", range(1, 5)),
    "lines without stops": numbered(
        "{}. ", range(1, 20), "The gate of the keeper, and what belongs to it" * 2
    ),
    "short items": numbered("{}. ", range(1, 30), "Shut the gate."),
    "numbers that do not count on": "\n\n".join(f"{n}. {PROSE}" for n in (3, 17, 4, 99, 12, 6, 31, 8, 2)),
    "subsections": "\n\n".join(f"Section {n}\n\n" + numbered("({}) ", range(1, 4)) for n in range(1, 9)),
    "prices": "\n\n".join(f"{n * 7} Pounds was the price. {PROSE}" for n in range(1, 20)),
}


@pytest.mark.parametrize("text", NOT_NUMBERED.values(), ids=NOT_NUMBERED)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_other_numbers_are_no_paragraph_numbers(text: str, name: str) -> None:
    document = opened(text, name)
    assert marks(document) == []
    assert not document.prints_numbers


def test_the_subsections_of_a_statute_are_no_paragraphs() -> None:
    sections = "\n\n".join(f"## {n} Gates\n\n" + numbered("({}) ", range(1, n + 2)) for n in range(1, 9))
    assert marks(opened(f"---\ntype: legislation\n---\n\n{sections}", "a.md")) == []


def test_lists_that_begin_again_and_again_are_no_chain() -> None:
    text = "\n\n".join(numbered("{}. ", range(1, n)) for n in range(3, 12))
    assert marks(opened(text)) == []


def test_a_number_that_is_left_out_in_markdown_stays_so() -> None:
    numbers = [n for n in range(1, 21) if n != 13]
    document = opened("# Ito\n\n" + "\n\n".join(f"{n}. {PROSE}" for n in numbers), "a.md")
    assert marks(document) == [f"{n}." for n in numbers]


def test_headings_of_markup_are_never_paragraphs() -> None:
    text = "".join(f"<h2>{n}. {PROSE}</h2><p>Short.</p>" for n in range(1, 20))
    assert marks(opened(f"<html><body>{text}</body></html>", "a.html")) == []


def test_a_paragraph_without_a_number_belongs_to_the_one_before() -> None:
    document = opened(judgments.english("[{}] "))
    inside = document.text.index("So far there is no dispute")
    assert document.mark_at(inside) == "[3]"
    assert document.mark_at(document.text.index("that nobody had looked")) == "[4]"
    assert document.mark_at(document.text.index("A warning that nobody")) == "[6]"


def test_what_stands_before_the_first_and_after_the_last_number_has_none() -> None:
    document = opened(judgments.english("[{}] "))
    assert document.mark_at(0) == ""
    assert document.mark_at(document.text.index("Solicitors:")) == ""
    assert document.mark_at(document.text.index("I agree with all")) == "[13]"


def test_a_heading_ends_a_numbered_paragraph() -> None:
    text = judgments.report([PROSE] * 5) + f"\n## Costs\n\n{PROSE}\n\n" + judgments.report([PROSE] * 5, 6)
    document = opened(text, "a.md")
    costs = document.text.index("Costs")
    assert document.mark_at(costs) == ""
    assert document.mark_at(costs + 10) == ""
    assert document.mark_at(costs - 10) == "[5]"


def test_emphasis_stays_where_it_was() -> None:
    text = "# Ito\n\n" + "\n\n".join(f"[{n}] The *keeper {n}* watches. {PROSE}" for n in range(1, 7))
    document = opened(text, "a.md")
    assert [document.text[span.start : span.end] for span in document.spans] == [
        f"keeper {n}" for n in range(1, 7)
    ]


@given(
    st.lists(st.text("abc XYZ.,", min_size=20, max_size=300), min_size=12, max_size=20),
    st.sampled_from(["[{}] ", "¶ {} ", "{}. ", "({}) ", "{} "]),
)
def test_numbers_are_taken_out_and_nothing_else(paragraphs: list[str], sign: str) -> None:
    paragraphs = [f"Words {words.strip(' .,')} end here, and the keeper watches it." for words in paragraphs]
    text = "\n\n".join(sign.format(n) + words for n, words in enumerate(paragraphs, 1))
    document = opened(text)
    labels = document.labels.numbers
    assert len(labels.labels) == len(paragraphs)
    assert document.text == "\n\n".join(" ".join(words.split()) for words in paragraphs)
    blocks = [block.start for block in document.blocks if block.kind is Kind.PARAGRAPH]
    assert list(labels.starts) == blocks
    assert [block.number for block in document.blocks] == list(range(1, len(paragraphs) + 1))
