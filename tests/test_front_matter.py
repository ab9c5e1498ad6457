from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.front_matter import split
from corpus.metadata import Metadata, Name, PartialDate


def head(*lines: str) -> Metadata:
    metadata, body = split("\n".join(("---", *lines, "---", "Body.")))
    assert body == "Body."
    return metadata


def test_pandocs_names_are_read() -> None:
    metadata = head(
        'title: "Rivers: a survey"',
        "author: Ana Ruiz",
        "date: 2021-02-05",
        "publisher: River Press",
        "container-title: River Weekly",
        "url: https://example.org/rivers",
        "accessed: 5 March 2022",
        "lang: en-GB",
        "type: article-journal",
    )
    assert metadata == Metadata(
        title="Rivers: a survey",
        authors=(Name("Ruiz", "Ana"),),
        date=PartialDate(2021, 2, 5),
        publisher="River Press",
        container="River Weekly",
        url="https://example.org/rivers",
        accessed=PartialDate(2022, 3, 5),
        lang="en-GB",
        type="article-journal",
        sources=metadata.sources,
    )
    assert set(metadata.sources.values()) == {"front matter"}
    assert len(metadata.sources) == 9


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["author: Ana Ruiz and Tom Baker"], (Name("Ruiz", "Ana"), Name("Baker", "Tom"))),
        (["author:", "- Ana Ruiz", "- Doe, Jane"], (Name("Ruiz", "Ana"), Name("Doe", "Jane"))),
        (
            ["author: {family: Ortiz, given: Lu, order: family-first}"],
            (Name("Ortiz", "Lu", "family-first"),),
        ),
        (["author: [{literal: Rivers and Sons}]"], (Name(literal="Rivers and Sons"),)),
        (["author: [{name: He Jing}, '—', {}, [x]]"], (Name("He", "Jing", "family-first"),)),
    ],
)
def test_an_author_is_a_name_a_list_or_a_mapping(lines: list[str], authors: tuple[Name, ...]) -> None:
    assert head(*lines).authors == authors


def test_scalars_stay_the_strings_that_were_written() -> None:
    assert head("title: no").title == "no"
    assert head("title: 1.10").title == "1.10"
    assert head("title: ~").title == ""
    assert head("title: '~'").title == "~"


def test_the_block_may_end_in_three_dots_and_lines_in_cr_lf() -> None:
    metadata, body = split("---\r\ntitle: Rivers\r\n...\r\nBody.")
    assert (metadata.title, body) == ("Rivers", "Body.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Words.\n---\ntitle: no\n---\n",
        "---\n\ntitle: after a rule\n\n---\n",
        "---\nJust a sentence between rules\n---\nBody.",
        "---\ntitle: never closed\n",
        "---\nnote: " + "x" * 70_000 + "\n---\nBody.",
    ],
)
def test_a_text_without_front_matter_is_given_back_untouched(text: str) -> None:
    assert split(text) == (Metadata(), text)


BOMBS = {
    "an alias": ["a: &a Rivers", "note: *a"],
    "a merge key": ["a: &a {x: y}", "<<: [*a, *a, *a]"],
    "a tag": ["note: !!python/object/apply:os.getcwd []"],
    "depth": ["note: " + "[" * 40 + "]" * 40],
    "many nodes": ["note: [" + "x, " * 6_000 + "]"],
    "an open bracket": ["note: [never closed"],
    "a key that is a list": ["? [a, b]", ": c"],
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_yaml_that_is_refused_still_gives_its_plain_lines(bomb: list[str]) -> None:
    metadata = head("title: 'Rivers'", "author: Ana Ruiz", "date: 2021-02-05", "lang: en", *bomb)
    assert metadata.title == "Rivers"
    assert metadata.authors == (Name("Ruiz", "Ana"),)
    assert metadata.date == PartialDate(2021, 2, 5)
    assert metadata.lang == ""


def test_an_impossible_date_is_no_date() -> None:
    assert head("title: x", "date: 2024-02-30").date is None


def test_values_are_harmless_and_of_bounded_length() -> None:
    metadata = head('title: "a\\e[31mb"', "publisher: " + "x" * 5_000)
    assert metadata.title == "a␛[31mb"
    assert len(metadata.publisher) == 1_000


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/rivers", "https://", "https://a b", "file:///etc"])
def test_only_addresses_of_the_web_are_kept(url: str) -> None:
    assert head("title: x", f"url: '{url}'").url == ""


@given(st.text(max_size=200) | st.text("abc:-[]{}&*!?|>'\"\\\n %@#,~\x00\ud800", max_size=80))
def test_no_block_makes_it_raise(block: str) -> None:
    text = f"---\n{block}\n---\nBody."
    metadata, body = split(text)
    assert text.endswith(body)
    if metadata == Metadata() and body == text:
        return
    assert len(body) < len(text)


def test_all_that_pandoc_and_csl_have_names_for_is_read() -> None:
    metadata = head(
        "title: 知识产权保护的新阶段",
        "subtitle: 综述",
        "title-short: 新阶段",
        "title-romanised: Zhishi chanquan baohu",
        "title-translated: A new stage",
        "author: [{family: Zhang, given: Wei, order: family-first, native: 张伟}]",
        "editor: Maria Stone",
        "issued: {year: 2021, month: 2}",
        "container-title: 法学研究",
        "container-title-short: 法研",
        "container-title-romanised: Faxue yanjiu",
        "volume: 43",
        "issue: 2",
        "page: 15-30",
        "edition: 2",
        "number: 7",
        "genre: Report",
        "publisher: Northgate Press",
        "publisher-place: London",
        "jurisdiction: Cth",
        "DOI: https://doi.org/10.5555/jwl.3",
        "isbn: 978-0-306-40615-7",
        "language: zh",
    )
    assert metadata._replace(sources={}) == Metadata(
        title="知识产权保护的新阶段: 综述",
        title_short="新阶段",
        title_romanised="Zhishi chanquan baohu",
        title_translated="A new stage",
        authors=(Name("Zhang", "Wei", "family-first", native="张伟"),),
        editors=(Name("Stone", "Maria"),),
        date=PartialDate(2021, 2),
        container="法学研究",
        container_short="法研",
        container_romanised="Faxue yanjiu",
        volume="43",
        issue="2",
        pages="15–30",
        edition="2",
        number="7",
        genre="Report",
        publisher="Northgate Press",
        place="London",
        jurisdiction="Cth",
        doi="10.5555/jwl.3",
        isbn="978-0-306-40615-7",
        lang="zh",
    )


def test_what_quarto_puts_under_citation_and_name_is_read() -> None:
    metadata = head(
        "title: Rivers",
        "author: [{name: {given: Ana, family: Ruiz Ortega}}, {name: He Jing, affiliation: River Office}]",
        "citation: {type: article-journal, container-title: River Weekly, volume: 3, doi: 10.5555/x}",
    )
    assert metadata.authors == (Name("Ruiz Ortega", "Ana"), Name("He", "Jing", "family-first"))
    assert (metadata.title, metadata.container, metadata.volume) == ("Rivers", "River Weekly", "3")
    assert (metadata.type, metadata.doi) == ("article-journal", "10.5555/x")


def test_what_can_be_no_value_is_left_out() -> None:
    metadata = head("title: x", "doi: none", "isbn: 3", "type: essay", "language: a language", "author: ☃")
    assert metadata == Metadata(title="x", sources={"title": "front matter"})
