from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from corpus.formats.html.metadata import read
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sources import confidence

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


@pytest.mark.parametrize(
    ("title", "heading", "title_and_site"),
    [
        ("Rivers - River Weekly", "<h1>Rivers</h1>", ("Rivers", "River Weekly")),
        (
            "1. Rivers — Manual v4.6",
            "<h1>1. Rivers<a class=headerlink href='#r'>¶</a></h1>",
            ("1. Rivers", "Manual v4.6"),
        ),
        ("Rivers - by Ana Ruiz - The Lock", "<h1>Rivers</h1>", ("Rivers", "The Lock")),
        ("Rivers - UK - News", "<h1>Rivers</h1>", ("Rivers - UK - News", "")),
        ("Rivers - A life", "<h1>Rivers</h1><h2>A life</h2>", ("Rivers - A life", "")),
        ("Rivers - Weekly", "<h1>Weekly</h1><h1>Rivers</h1>", ("Rivers - Weekly", "")),
        ("Rivers-Weekly", "<h1>Rivers</h1>", ("Rivers-Weekly", "")),
    ],
)
def test_a_title_is_parted_from_the_name_of_the_site_by_the_heading_of_the_page(
    title: str, heading: str, title_and_site: tuple[str, str]
) -> None:
    found = read(LexborHTMLParser(f"<title>{title}</title>{heading}<p>Words.</p>"))
    assert (found.title, found.container) == title_and_site


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


def test_json_ld_tells_where_in_a_periodical_a_work_stands() -> None:
    article = {
        "@type": "ScholarlyArticle",
        "name": "Rivers and Rules",
        "pageStart": 145,
        "pageEnd": "170",
        "identifier": [{"@type": "PropertyValue", "propertyID": "doi", "value": "10.5555/jwl.3"}, "x"],
        "editor": {"@type": "Person", "name": "Maria Stone"},
        "bookEdition": "2",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": ["PublicationVolume", "Periodical"],
                "name": "Journal of Water Law",
                "volumeNumber": 12,
            },
        },
    }
    found = page(json_ld(article))
    assert (found.container, found.volume, found.issue) == ("Journal of Water Law", "12", "3")
    assert (found.pages, found.doi, found.edition) == ("145–170", "10.5555/jwl.3", "2")
    assert (found.editors, found.type) == ((Name("Stone", "Maria"),), "article-journal")
    assert set(found.sources.values()) == {"JSON-LD"}


def test_a_subscription_that_an_article_is_part_of_is_not_where_it_appeared() -> None:
    sold = {"@type": ["CreativeWork", "Product"], "name": "Basic Subscription"}
    assert page(json_ld({"@type": "NewsArticle", "headline": "x", "isPartOf": sold})).container == ""


def test_parts_that_lead_in_a_circle_are_left() -> None:
    graph = [
        {"@type": "Article", "headline": "x", "isPartOf": {"@id": "#a"}},
        {"@id": "#a", "@type": "PublicationIssue", "isPartOf": {"@id": "#a"}, "issueNumber": "3"},
    ]
    assert page(json_ld({"@graph": graph})).issue == "3"


def test_the_tags_of_google_scholar() -> None:
    found = page(
        "".join(
            meta(f"citation_{name}", content)
            for name, content in {
                "title": "Rivers and Rules",
                "author": "Ruiz, Ana",
                "editor": "Stone, Maria",
                "journal_title": "Journal of Water Law",
                "journal_abbrev": "J. Water L.",
                "volume": "12",
                "issue": "3",
                "firstpage": "145",
                "lastpage": "170",
                "doi": "doi:10.5555/jwl.3",
                "isbn": "978-0-306-40615-7",
                "technical_report_number": "7",
                "publication_date": "2019/02/05",
            }.items()
        )
    )
    assert (found.authors, found.editors) == ((ANA,), (Name("Stone", "Maria"),))
    assert (found.container, found.container_short) == ("Journal of Water Law", "J. Water L.")
    assert (found.volume, found.issue, found.pages) == ("12", "3", "145–170")
    assert (found.doi, found.isbn, found.number) == ("10.5555/jwl.3", "978-0-306-40615-7", "7")
    assert (found.date, found.type) == (PartialDate(2019, 2, 5), "article-journal")
    assert found.sources["pages"] == "citation_firstpage"
    assert confidence(found.sources["volume"]) == "stated"


def test_the_tags_of_prism_and_dublin_core() -> None:
    found = page(
        meta("prism.startingPage", "145") + meta("prism.volume", "12") + meta("prism.doi", "10.5555/x")
    )
    assert (found.pages, found.volume, found.doi, found.sources["doi"]) == ("145", "12", "10.5555/x", "PRISM")
    assert confidence("PRISM") == "stated"
    found = page(
        meta("DC.Identifier", "https://doi.org/10.5555/jwl.3") + meta("DC.relation.isPartOf", "Rivers")
    )
    assert (found.doi, found.container) == ("10.5555/jwl.3", "Rivers")
    found = page(meta("DC.Identifier", "1234567890") + meta("DC.relation.isPartOf", "https://example.org"))
    assert (found.doi, found.isbn, found.container) == ("", "", "")


def test_chinese_pages() -> None:
    found = page(
        meta("author", "记者 张伟 李娜")
        + meta("publishdate", "2021年2月5日")
        + "<title>新阶段_新华网</title>",
        'lang="zh-CN"',
    )
    assert [name.as_published() for name in found.authors] == ["张伟", "李娜"]
    assert found.date == PartialDate(2021, 2, 5)
    assert (found.lang, found.sources["title"]) == ("zh-CN", "the page’s title")
    assert confidence(found.sources["title"]) == "guessed"


def test_opengraphs_title_loses_the_name_of_the_site() -> None:
    found = page(og("og:title", "Rivers - River Weekly") + og("og:site_name", "River Weekly"))
    assert (found.title, found.container) == ("Rivers", "River Weekly")


_NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["Article", "#a", "doi", "10.5555/x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "@type @id @graph name headline author editor isPartOf identifier value sameAs isbn pageStart"
                " publisher url mainEntityOfPage inLanguage volumeNumber familyName datePublished".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(["@type", "@graph", "isPartOf", "author"]), _NODES))
def test_no_parts_of_json_ld_make_it_raise(data: dict[str, object]) -> None:
    page(json_ld({"@type": "Article"} | data).replace("</", "<\\/"))
