from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.editing import FIELDS, edited, field_named, shown, swapped
from corpus.errors import BadValue
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sources import READER, confidence
from tests.works import ARTICLE, BOOK, CHAPTER, CHINESE, EIGHT, NEWS, PAGE, REPORT


def test_every_field_but_its_sources_may_be_edited() -> None:
    assert set(FIELDS) == set(Metadata._fields) - {"sources"}
    assert list(FIELDS) == [field.name for field in FIELDS.values()]


@pytest.mark.parametrize("work", [NEWS, PAGE, ARTICLE, EIGHT, REPORT, BOOK, CHAPTER, CHINESE])
def test_what_is_shown_is_read_back_as_the_same_value(work: Metadata) -> None:
    for field in FIELDS:
        again = edited(work, field, shown(work, field))
        assert getattr(again, field) == getattr(work, field)
        assert again.sources[field] == READER
    assert confidence(READER) == "confirmed"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("title", "  Rivers \n and  rules ", "Rivers and rules"),
        ("authors", "He Jing; Ana Ruiz", (Name("He", "Jing", "family-first"), Name("Ruiz", "Ana"))),
        ("date", "5 February 2021", PartialDate(2021, 2, 5)),
        ("date", "Feb. 2021", PartialDate(2021, 2)),
        ("date", "2021年2月5日", PartialDate(2021, 2, 5)),
        ("date", "2021-02-05T10:20:30Z", PartialDate(2021, 2, 5)),
        ("accessed", "0850", PartialDate(850)),
        ("url", "https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("doi", "https://doi.org/10.5555/jwl.3", "10.5555/jwl.3"),
        ("doi", "doi:10.5555/jwl.3", "10.5555/jwl.3"),
        ("isbn", "ISBN 978-0-306-40615-7", "978-0-306-40615-7"),
        ("pages", "145--170, 201-3", "145–170, 201–3"),
        ("pages", "S1-4-S1-9", "S1-4-S1-9"),
        ("lang", "en_GB", "en-GB"),
        ("type", "Legal case", "legal_case"),
        ("container-title", "River Weekly", "River Weekly"),
    ],
)
def test_a_value_is_read_as_a_reader_writes_it(field: str, text: str, value: object) -> None:
    name = field_named(field).name
    assert getattr(edited(NEWS, field, text), name) == value


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("date", "2021-02-31", "“2021-02-31” is no date"),
        ("date", "31 February 2021", "is no date"),
        ("date", "02/05/2021", "is no date"),
        ("date", "about 2021", "is no date"),
        ("date", "2021 or 2022", "is no date"),
        ("authors", "Ana Ruiz; ☃", "“☃” is no name"),
        ("url", "example.org", "“example.org” is no address of the web"),
        ("url", "javascript:alert(1)", "is no address"),
        ("doi", "jwl.3", "is no DOI"),
        ("isbn", "12345", "is no ISBN"),
        ("lang", "English please", "is no tag of a language"),
        ("type", "essay", "is no kind of work: choose one of article, article-journal"),
        ("colour", "red", "There is no field “colour”: choose one of title, authors"),
        ("title", "x" * 1_001, "longer than 1,000 characters"),
        ("title", "x" * 10_000_000, "longer than 1,000 characters"),
    ],
)
def test_what_cannot_be_a_value_is_refused_in_one_sentence(field: str, text: str, sentence: str) -> None:
    with pytest.raises(BadValue, match=sentence) as refused:
        edited(NEWS, field, text)
    assert str(refused.value).isprintable()
    assert str(refused.value).endswith(".")


def test_an_empty_text_says_that_there_is_none() -> None:
    for field in FIELDS:
        cleared = edited(CHAPTER, field, " ")
        assert getattr(cleared, field) == getattr(Metadata(), field)
        assert getattr(cleared.filled_from(CHAPTER), field) == getattr(Metadata(), field)


def test_controls_become_pictures() -> None:
    assert edited(NEWS, "title", "a\x1b[31mb\u202e").title == "a␛[31mb⟨RLO⟩"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        (Name("Jing", "He"), Name("He", "Jing", "family-first")),
        (Name("Ruiz", "Ana"), Name("Ana", "Ruiz", "family-first")),
        (Name("Plato"), Name("Plato")),
        (Name(literal="River Statistics Office"), Name(literal="River Statistics Office")),
    ],
)
def test_swapping_tells_the_other_part_for_the_family_name(name: Name, other: Name) -> None:
    assert swapped(name) == other
    assert swapped(other) == name
    assert swapped(name).as_published() == name.as_published()


_ORDERS = st.sampled_from(("given-first", "family-first"))


@given(st.builds(Name, st.text(), st.text(), _ORDERS, st.text(), st.text()))
def test_swapping_twice_changes_nothing(name: Name) -> None:
    assert swapped(swapped(name)) == name


@given(
    st.sampled_from(list(FIELDS)), st.text() | st.text("0123456789-/. 年月日10XISBNdoi:http*;{}", max_size=30)
)
def test_whatever_is_written_is_refused_or_read_back(field: str, text: str) -> None:
    with suppress(BadValue):
        once = edited(NEWS, field, text)
        again = edited(NEWS, field, shown(once, field))
        assert getattr(again, field) == getattr(once, field)
