from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from corpus.formats.html_metadata import read
from corpus.metadata import Metadata, Name, PartialDate

ANA, TOM = Name("Ruiz", "Ana"), Name("Baker", "Tom")


def page(head: str, attributes: str = "") -> Metadata:
    return read(LexborHTMLParser(f"<html {attributes}><head>{head}</head><body><p>Words.</p></body></html>"))


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def json_ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Rivers &amp; lakes",
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Tom Baker"],
    "datePublished": "2021-02-05T08:00:00Z",
    "publisher": {"@type": "Organization", "name": "River Press"},
    "url": "https://example.org/rivers",
    "inLanguage": "en",
}


def test_an_article_in_json_ld_is_read() -> None:
    found = page(json_ld(ARTICLE))
    assert found.title == "Rivers & lakes"
    assert found.authors == (ANA, TOM)
    assert found.date == PartialDate(2021, 2, 5)
    assert (found.publisher, found.url, found.lang) == ("River Press", "https://example.org/rivers", "en")
    assert found.type == "article-newspaper"
    assert set(found.sources.values()) == {"JSON-LD"}


@pytest.mark.parametrize(
    "data", [[{"@type": "WebSite", "name": "x"}, ARTICLE], {"@graph": [{"a": 1}, ARTICLE]}]
)
def test_the_article_is_found_in_lists_and_graphs(data: object) -> None:
    assert page(json_ld(data)).title == "Rivers & lakes"


def test_a_reference_in_a_graph_is_followed() -> None:
    graph = [
        {
            "@type": ["Article", "Thing"],
            "headline": "Rivers",
            "author": {"@id": "#ana"},
            "publisher": {"@id": "#p"},
        },
        {"@id": "#ana", "@type": "Person", "name": "Ana Ruiz"},
        {"@id": "#p", "@type": "Organization", "name": "River Press"},
    ]
    found = page(json_ld({"@graph": graph}))
    assert (found.authors, found.publisher) == ((ANA,), "River Press")


def test_an_author_who_is_an_organisation_stays_whole() -> None:
    article = {"@type": "Article", "author": {"@type": "Organization", "name": "Blue Heron"}}
    assert page(json_ld(article)).authors == (Name(literal="Blue Heron"),)


def test_given_and_family_names_of_json_ld_are_taken_as_they_are() -> None:
    person = {"@type": "Person", "name": "Eva Sol Mar", "givenName": "Eva", "familyName": "Sol Mar"}
    assert page(json_ld({"@type": "Article", "author": person})).authors == (Name("Sol Mar", "Eva"),)


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        "1" * 10_000,
        '{"@type": "Article", "headline": "' + "x" * 300_000 + '"}',
        '{"@type": 3, "@graph": 4}',
        '{"@type": "Article", "headline": ["x"], "author": [1, null, {"name": {}}], "url": {}}',
        "null",
    ],
    ids=["broken", "deep", "a huge number", "too large", "wrong types", "wrong values", "null"],
)
def test_json_ld_that_is_no_use_leaves_the_page_its_title(script: str) -> None:
    found = page(f'<script type="application/ld+json">{script}</script><title>Rivers</title>')
    assert (found.title, found.sources) == ("Rivers", {"title": "the page’s title"} | _kind(found))


def _kind(found: Metadata) -> dict[str, str]:
    return {"type": "JSON-LD"} if found.type else {}


def test_citation_tags_come_before_dublin_core_and_that_before_opengraph() -> None:
    layers = [
        meta("citation_title", "One"),
        meta("DC.title", "Two"),
        og("og:title", "Three"),
        "<title>Four</title>",
    ]
    for index, (title, source) in enumerate(
        [
            ("One", "citation_title"),
            ("Two", "Dublin Core"),
            ("Three", "OpenGraph"),
            ("Four", "the page’s title"),
        ]
    ):
        found = page("".join(reversed(layers[index:])))
        assert (found.title, found.sources["title"]) == (title, source)
    assert page(json_ld(ARTICLE) + "".join(layers)).sources["title"] == "JSON-LD"


def test_each_field_is_taken_from_the_first_source_that_knows_it() -> None:
    found = page(
        meta("citation_author", "Ruiz, Ana")
        + meta("citation_author", "Baker, Tom")
        + meta("dcterms.issued", "2021-02")
        + og("og:site_name", "River Weekly")
        + meta("author", "Somebody Else")
        + '<link rel="canonical" href="https://example.org/a">',
        'lang="en-GB"',
    )
    assert found.authors == (ANA, TOM)
    assert found.date == PartialDate(2021, 2)
    assert (found.container, found.url, found.lang) == ("River Weekly", "https://example.org/a", "en-GB")
    assert found.sources == {
        "authors": "citation_author",
        "date": "Dublin Core",
        "container": "OpenGraph",
        "url": "the page’s address",
        "lang": "the page’s language",
    }


def test_an_author_who_is_only_an_address_gives_way_to_a_name() -> None:
    found = page(og("article:author", "https://example.org/ana") + meta("author", "Ana Ruiz"))
    assert found.authors == (ANA,)


def test_a_title_loses_the_name_of_the_site_only_where_the_page_gives_it() -> None:
    title = "<title>Rivers | River Weekly</title>"
    assert page(title).title == "Rivers | River Weekly"
    assert page(title + og("og:site_name", "River Weekly")).title == "Rivers"
    assert page(title + og("og:site_name", "Weekly")).title == "Rivers | River Weekly"
    assert page("<title>River Weekly</title>" + og("og:site_name", "River Weekly")).title == "River Weekly"


@pytest.mark.parametrize("url", ["/rivers", "javascript:x", "ftp://example.org", "https:// x"])
def test_only_addresses_of_the_web_are_kept(url: str) -> None:
    assert page(og("og:url", url) + f'<link rel="canonical" href="{url}">').url == ""


def test_a_page_that_says_nothing_is_known_by_nothing() -> None:
    assert page("") == Metadata()
    assert page("<meta name=author content><meta content=x><title> </title>", "lang") == Metadata()


def test_values_are_harmless_and_of_bounded_length() -> None:
    assert page(og("og:title", "a&#x1b;[31m\nb")).title == "a␛[31m b"
    assert len(page(og("og:title", "x" * 9_000)).title) == 1_000


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=20) | st.sampled_from(["Article", "#a", "https://x.org"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "author", "headline", "publisher", "url"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(values)
def test_no_json_ld_makes_it_raise(data: object) -> None:
    found = page(json_ld(data))
    assert all(found.sources.values())
