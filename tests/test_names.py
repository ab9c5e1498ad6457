from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata import Name
from corpus.names import parse_name, parse_names


def family_first(family: str, given: str) -> Name:
    return Name(family, given, "family-first")


def body(text: str) -> Name:
    return Name(literal=text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz", Name("Ruiz", "Ana")),
        ("J. R. Baker", Name("Baker", "J. R.")),
        ("Ludwig van der Berg", Name("van der Berg", "Ludwig")),
        ("Robert De Niro", Name("De Niro", "Robert")),
        ("Van Morrison", Name("Morrison", "Van")),
        ("José Ortega y Gasset", Name("Ortega y Gasset", "José")),
        ("Martin Luther King Jr.", Name("King Jr.", "Martin Luther")),
        ("Martin Luther King, Jr.", Name("King Jr.", "Martin Luther")),
        ("Plato", Name("Plato")),
    ],
)
def test_a_western_name_has_its_family_last(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He Jing", family_first("He", "Jing")),
        ("Fang Yi", family_first("Fang", "Yi")),
        ("Xi Jinping", family_first("Xi", "Jinping")),
        ("HE Jing", family_first("HE", "Jing")),
        ("Lǐ Xiǎolíng", family_first("Lǐ", "Xiǎolíng")),
        ("Zhuge Liang", family_first("Zhuge", "Liang")),
        ("Kim Min-ji", family_first("Kim", "Min-ji")),
        ("Nguyễn Văn An", family_first("Nguyễn", "Văn An")),
        ("张伟", family_first("张", "伟")),
        ("欧阳小明", family_first("欧阳", "小明")),
    ],
)
def test_a_name_published_family_first_stays_so(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize("text", ["Jing He", "Wei Wang", "Han Solo", "Ma Barker", "Kim Novak", "May Lee"])
def test_a_name_that_only_begins_like_a_chinese_one_has_its_family_last(text: str) -> None:
    given, family = text.split()
    assert parse_name(text) == Name(family, given)


@pytest.mark.parametrize(
    "text",
    [
        "River Statistics Office",
        "Law Reform Panel",
        "CGTN",
        "World Health Organization",
        "Department of Rivers and Lakes",
        "The Harbour",
        "新华社",
        "水利部办公厅",
        "卡尔·马克思",
    ],
)
def test_a_body_and_what_is_not_understood_stays_whole(text: str) -> None:
    assert parse_name(text) == body(text)


def test_doe_comma_jane_is_family_and_given() -> None:
    assert parse_name("Doe, Jane") == Name("Doe", "Jane")
    assert parse_name("van der Berg, Ludwig") == Name("van der Berg", "Ludwig")
    assert parse_name("King, Martin Luther, Jr.") == Name("King Jr.", "Martin Luther")


@pytest.mark.parametrize("text", ["", "   ", "—", "***", "©", "https://example.org/ana"])
def test_a_symbol_or_an_address_is_nobody(text: str) -> None:
    assert parse_name(text) == Name()
    assert parse_names(text) == ()


def test_a_name_that_drives_a_terminal_is_made_harmless() -> None:
    assert parse_name("Ana\x1b[31m\nRuiz").as_published() == "Ana␛[31m Ruiz"


ANA, TOM, JANE = Name("Ruiz", "Ana"), Name("Baker", "Tom"), Name("Doe", "Jane")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz, Tom Baker and Jane Doe", (ANA, TOM, JANE)),
        ("Ana Ruiz, Tom Baker, and Jane Doe", (ANA, TOM, JANE)),
        ("Ana Ruiz & Tom Baker", (ANA, TOM)),
        ("Ana Ruiz; Doe, Jane", (ANA, JANE)),
        ("By Ana Ruiz and Tom Baker", (ANA, TOM)),
        ("Doe, Jane", (JANE,)),
        ("Doe, Jane and Baker, Tom", (JANE, TOM)),
        ("Doe, Jane, and Tom Baker", (JANE, TOM)),
        ("Ana Ruiz, PhD, and Tom Baker, M.D.", (ANA, TOM)),
        ("Ana Ruiz et al.", (ANA,)),
        ("Martin King, Jr., and Ana Ruiz", (Name("King Jr.", "Martin"), ANA)),
        ("He Jing, Fang Yi", (family_first("He", "Jing"), family_first("Fang", "Yi"))),
        ("张伟、李娜", (family_first("张", "伟"), family_first("李", "娜"))),
        ("张伟和李娜", (family_first("张", "伟"), family_first("李", "娜"))),
        ("开放和发展", (body("开放和发展"),)),
        ("郑和", (family_first("郑", "和"),)),
        ("River Statistics Office and Ana Ruiz", (body("River Statistics Office"), ANA)),
        ("Ana Ruiz, CGTN", (ANA, body("CGTN"))),
        ("Ana Ruiz, —", (ANA,)),
    ],
)
def test_a_byline_is_split_into_its_people(text: str, names: tuple[Name, ...]) -> None:
    assert parse_names(text) == names


@pytest.mark.parametrize("text", ["Food and Water Organization", "Ministry of Work and Housing"])
def test_and_inside_the_name_of_a_body_does_not_split_it(text: str) -> None:
    assert parse_names(text) == (body(text),)


@given(st.text(max_size=80) | st.text("Aa ,;&.-()'’李和and", max_size=80))
def test_any_text_gives_names_of_one_harmless_line(text: str) -> None:
    for name in (parse_name(text), *parse_names(text)):
        assert name.as_published().isprintable() or not name.as_published().isascii()
        assert "\n" not in name.as_published()
        assert "\x1b" not in name.as_published()
        assert not (name.literal and (name.family or name.given))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者张伟", ["张伟"]),
        ("本报记者 张伟 李娜", ["张伟", "李娜"]),
        ("新华社记者张伟、李娜", ["张伟", "李娜"]),
        ("文/张伟 编辑/李娜", ["张伟"]),
        ("责任编辑：张伟", []),
        ("通讯员", []),
        ("记者站", ["记者站"]),
        ("By 张伟 and Ana Ruiz", ["张伟", "Ana Ruiz"]),
    ],
)
def test_what_stands_before_a_chinese_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    assert [name.as_published() for name in parse_names(text)] == names


@pytest.mark.parametrize(
    "text", ["Ana Ruiz <ana@example.org>", "Ana Ruiz, ana.ruiz@example.co.uk", "Ana Ruiz (ana@example.org)"]
)
def test_an_address_for_mail_is_no_name(text: str) -> None:
    assert parse_names(text) == (Name("Ruiz", "Ana"),)
