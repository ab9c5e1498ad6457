from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import day_of, parse_date
from corpus.metadata import PartialDate


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-05",
        "2021/2/5",
        "2021.2.5",
        "2021-02-05T23:59:00-08:00",
        "February 5, 2021",
        "5 February 2021",
        "Feb. 5, 2021",
        "5th of February, 2021",
        "Published on Friday, 5 Feb 2021, 10:30",
        "2021年2月5日",
        "2021 年 2 月 5 日",
        "date 2021-02-05 Note",
        "2021-02-05 and 1999-01-01",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_date(text) == PartialDate(2021, 2, 5)


@pytest.mark.parametrize("text", ["February 2021", "Feb. 2021", "2021-02", "2021年2月"])
def test_a_month_is_read_as_no_more_than_a_month(text: str) -> None:
    assert parse_date(text) == PartialDate(2021, 2)


@pytest.mark.parametrize("text", ["2021", "in 2021.", "2021年", "2021-22", "spring 2021"])
def test_a_year_is_read_as_no_more_than_a_year(text: str) -> None:
    assert parse_date(text) == PartialDate(2021)


def test_a_date_two_countries_read_in_two_ways_gives_its_year_alone() -> None:
    assert parse_date("02/05/2021") == PartialDate(2021)


@pytest.mark.parametrize(
    "text",
    ["31 February 2021", "February 30, 2021", "2021-02-31", "2021-13-01", "0000-00-00", "2021年2月31日"],
)
def test_a_day_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_an_impossible_date_does_not_hide_a_later_one() -> None:
    assert parse_date("31 February 2021, then 2 March 2022") == PartialDate(2022, 3, 2)


@pytest.mark.parametrize("text", ["", "in May", "9 lives", "No. 12345", "v1.2021.3"])
def test_a_text_without_a_date_has_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates())
def test_a_day_in_iso_form_comes_back_as_it_was(day: object) -> None:
    found = parse_date(str(day))
    assert found is not None
    assert found.iso() == str(day)


@given(st.text(max_size=60) | st.text("0123456789-/.年月日 May,", max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    found = parse_date(text)
    assert found is None or found.year > 0


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-05x",
        "x 2021-02-05",
        "2021-02-05 ab",
        "Feb. 5, 2021 Z",
        "2021年2月5日晚",
        "about 2021",
        "February",
    ],
)
def test_a_day_with_anything_beside_it_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-02-05T08:30:00Z", "2021-02-05"),
        ("5th of February, 2021", "2021-02-05"),
        ("Feb. 5, 2021", "2021-02-05"),
        ("2021年2月5日", "2021-02-05"),
        ("2021年2月", "2021-02"),
        ("Sept. 2021", "2021-09"),
        ("2021", "2021"),
    ],
)
def test_a_day_alone_is_read(text: str, iso: str) -> None:
    day = day_of(text)
    assert day is not None
    assert day.iso() == iso
