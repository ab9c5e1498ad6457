from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadValue
from corpus.metadata import Name, Order
from corpus.name_notation import names_of, written
from corpus.sanitiser import clean_line


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (Name("Ruiz", "Ana"), "Ana Ruiz"),
        (Name("He", "Jing", "family-first"), "*He* Jing"),
        (Name("Jing", "He"), "He *Jing*"),
        (Name("Ruiz Ortega", "Ana"), "Ana *Ruiz Ortega*"),
        (Name("van Gogh", "Vincent"), "Vincent van Gogh"),
        (Name("张", "伟", "family-first"), "*张*伟"),
        (Name("Zhang", "Wei", "family-first", native="张伟"), "*Zhang* Wei (张伟)"),
        (Name(literal="River Statistics Office"), "River Statistics Office"),
        (Name(literal="Rivers and Sons"), "{Rivers and Sons}"),
        (Name(literal="Law Reform Panel (Kenya)"), "{Law Reform Panel \\(Kenya\\)}"),
        (Name("Plato"), "Plato"),
        (Name("", "Jing"), "Jing **"),
        (Name("Stern*berg; Sons", "A."), "A. *Stern\\*berg\\; Sons*"),
    ],
)
def test_a_name_is_written_in_its_published_order_and_read_back(name: Name, line: str) -> None:
    assert written((name,)) == line
    assert names_of(line) == (name,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("He Jing; Ana Ruiz", (Name("He", "Jing", "family-first"), Name("Ruiz", "Ana"))),
        ("He, Jing", (Name("He", "Jing"),)),
        ("By Ana Ruiz and Tom Baker", (Name("Ruiz", "Ana"), Name("Baker", "Tom"))),
        ("张伟；李娜", (Name("张", "伟", "family-first"), Name("李", "娜", "family-first"))),
        ("{A; B}; *C*", (Name(literal="A; B"), Name("C"))),
        (" ; ", ()),
        ("", ()),
    ],
)
def test_what_a_reader_may_write_too(line: str, names: tuple[Name, ...]) -> None:
    assert names_of(line) == names


@pytest.mark.parametrize("line", ["—", "Ana Ruiz; *", "{}", "**", "42; Ana Ruiz", "{***}", "☃"])
def test_a_symbol_is_no_name(line: str) -> None:
    with pytest.raises(BadValue, match=r"is no name|wrong place"):
        names_of(line)


@pytest.mark.parametrize("line", ["Ana *Ruiz* Jr", "*He Jing", "*He* *Jing*", "Ana *Ruiz*; *a*b*"])
def test_stars_that_say_nothing_are_refused(line: str) -> None:
    with pytest.raises(BadValue, match="around the family name"):
        names_of(line)


_WORDS = (
    st.text(st.characters(exclude_categories=("Cs", "Co")) | st.sampled_from("*;(){}\\, ；张A"), max_size=12)
    .map(clean_line)
    .filter(lambda text: not text or any(map(str.isalpha, text)))
)


@given(_WORDS, _WORDS, st.booleans(), _WORDS)
def test_every_person_is_read_back(family: str, given_name: str, first: bool, native: str) -> None:
    if not family + given_name:
        return
    order: Order = "family-first" if first and given_name else "given-first"
    name = Name(family, given_name, order, native=native)
    assert names_of(written((name, name))) == (name, name)


@given(_WORDS, _WORDS)
def test_every_body_is_read_back(literal: str, native: str) -> None:
    if literal:
        name = Name(literal=literal, native=native)
        assert names_of(written((name, name))) == (name, name)


@given(st.text() | st.text("*;(){}\\, ；张A\x1b\ue000\u202e", max_size=30))
def test_no_line_makes_it_raise_anything_else(line: str) -> None:
    with suppress(BadValue):
        names = names_of(line)
        assert names_of(written(names)) == names
