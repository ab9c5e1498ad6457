"""What a web page says of itself: JSON-LD, the tags of indexes and networks, and its own title.

Sources are asked in the order of how carefully publishers fill them in: JSON-LD (https://schema.org/Article),
`citation_*` (Google Scholar's tags), PRISM, Dublin Core, OpenGraph (https://ogp.me), and at last the plain
page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from corpus.dates import parse_date
from corpus.expression import expression
from corpus.formats.html import json_ld
from corpus.identifiers import LONGEST, doi_of, isbn_of, language_of, pages_of, web_address
from corpus.metadata import Metadata, Name
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.sources import DUBLIN_CORE, OPEN_GRAPH, PRISM

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_Tags: TypeAlias = dict[str, list[str]]

_MOST_AUTHORS: Final = 500
# Of three parts it is not plain which is the site; but Substack sets "by" and a name between.
_BEHIND: Final = expression(
    r"\s+[-–—|·]\s+(?:by\s(?:(?!\s[-–—|·]\s).){2,60}\s[-–—|·]\s+)?(?P<site>\S(?:(?!\s[-–—|·]\s).){0,60})"
)
_FIRST: Final = 20
"""Elements among which a subtitle is looked for."""


class _Layer(NamedTuple):
    """The tags of one vocabulary for each field, the best first; an empty `source` is the tag's own name.

    `spans` are the tags of a first and of a last page; `kinds` the CSL types that tags tell by being there.
    """

    source: str
    fields: Mapping[str, tuple[str, ...]]
    spans: tuple[tuple[str, str], ...] = ()
    kinds: Mapping[str, str] = {}


_LAYERS: Final = (
    _Layer(
        "",
        {
            "title": ("citation_title",),
            "authors": ("citation_author", "citation_authors"),
            "editors": ("citation_editor", "citation_editors"),
            "date": ("citation_publication_date", "citation_date", "citation_online_date", "citation_year"),
            "publisher": (
                "citation_publisher",
                "citation_technical_report_institution",
                "citation_dissertation_institution",
            ),
            "container": (
                "citation_journal_title",
                "citation_conference_title",
                "citation_inbook_title",
                "citation_book_title",
            ),
            "container_short": ("citation_journal_abbrev",),
            "volume": ("citation_volume",),
            "issue": ("citation_issue",),
            "number": ("citation_technical_report_number",),
            "genre": ("citation_dissertation_name",),
            "doi": ("citation_doi", "bepress_citation_doi"),
            "isbn": ("citation_isbn",),
            "url": ("citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url"),
            "lang": ("citation_language",),
        },
        spans=(("citation_firstpage", "citation_lastpage"),),
        kinds={
            "citation_journal_title": "article-journal",
            "citation_conference_title": "paper-conference",
            "citation_inbook_title": "chapter",
            "citation_technical_report_institution": "report",
            "citation_technical_report_number": "report",
            "citation_dissertation_institution": "thesis",
        },
    ),
    _Layer(
        PRISM,
        {
            "date": ("prism.publicationdate",),
            "container": ("prism.publicationname",),
            "volume": ("prism.volume",),
            "issue": ("prism.number", "prism.issueidentifier"),
            "doi": ("prism.doi",),
            "isbn": ("prism.isbn",),
            "url": ("prism.url",),
        },
        spans=(("prism.startingpage", "prism.endingpage"),),
    ),
    _Layer(
        DUBLIN_CORE,
        {
            "title": ("dc.title", "dcterms.title"),
            "authors": ("dc.creator", "dcterms.creator", "dc.creator.personalname"),
            "date": ("dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date"),
            "publisher": ("dc.publisher", "dcterms.publisher"),
            "container": ("dcterms.ispartof", "dc.relation.ispartof"),
            "volume": ("dc.source.volume",),
            "issue": ("dc.source.issue",),
            "pages": ("dc.identifier.pagenumber",),
            "doi": ("dc.identifier.doi", "dc.identifier", "dcterms.identifier"),
            "isbn": ("dc.identifier.isbn",),
            "url": ("dc.identifier.uri", "dc.identifier", "dcterms.identifier"),
            "lang": ("dc.language", "dcterms.language"),
        },
    ),
    _Layer(
        OPEN_GRAPH,
        {
            "title": ("og:title",),
            "authors": ("article:author", "og:article:author", "book:author"),
            "date": ("article:published_time", "og:article:published_time", "book:release_date"),
            "container": ("og:site_name",),
            "isbn": ("book:isbn", "og:isbn"),
            "url": ("og:url",),
        },
    ),
    _Layer("the page’s author line", {"authors": ("author",)}),
    _Layer("the page’s date line", {"date": ("pubdate", "publishdate", "publish_date", "publish-date")}),
)


def read(tree: LexborHTMLParser) -> Metadata:
    """The metadata of a page, with every field credited to where it was found; never raises."""
    tags = _tags(tree)
    found = json_ld.read(tree)
    for layer in _LAYERS:
        found = found.filled_from(_from_tags(tags, layer))
    return found.filled_from(_plain_page(tree, tags))


def _line(text: str) -> str:
    return clean_line(text[: 4 * LONGEST])[:LONGEST]


def _words(text: str) -> str:
    """A line, unless it is an address: some put one where a name is asked for."""
    line = _line(text)
    return "" if web_address(line) else line


def _tags(tree: LexborHTMLParser) -> _Tags:
    """What every `<meta>` says, by its name or property in lower case, in page order."""
    tags: _Tags = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        value = attributes.get("content")
        if value:
            for name in {attributes.get("name"), attributes.get("property")} - {None, ""}:
                tags.setdefault(str(name).strip().lower(), []).append(value)
    return tags


_READINGS: Final[Mapping[str, Callable[[str], object]]] = {
    "date": parse_date,
    "container": _words,
    "publisher": _words,
    "pages": pages_of,
    "doi": doi_of,
    "isbn": isbn_of,
    "url": web_address,
    "lang": language_of,
}


def _from_tags(tags: _Tags, layer: _Layer) -> Metadata:
    known: dict[str, Any] = {}
    sources: dict[str, str] = {}

    def take(field: str, value: object, tag: str) -> None:
        if value and field not in known:
            known[field], sources[field] = value, layer.source or tag

    for field, names in layer.fields.items():
        if field in ("authors", "editors"):
            for name in names:
                take(field, _people(tags.get(name, [])), name)
            continue
        reading = _READINGS.get(field, _line)
        said = ((name, reading(text)) for name in names for text in tags.get(name, ()))
        name, value = next(filter(itemgetter(1), said), ("", ""))
        take(field, _without_site(str(value), tags) if field == "title" else value, name)
    for first, last in layer.spans:
        take("pages", _span(tags, first, last), first)
    for name, kind in layer.kinds.items():
        take("type", kind if name in tags else "", name)
    return Metadata(**known, sources=sources)


def _span(tags: _Tags, first: str, last: str) -> str:
    start, end = (_line(tags.get(name, [""])[0]) for name in (first, last))
    return f"{start}–{end}" if start and end and start != end else start


def _people(texts: list[str]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(name for text in texts[:_MOST_AUTHORS] for name in parse_names(text)))


def _plain_page(tree: LexborHTMLParser, tags: _Tags) -> Metadata:
    """What any page has: a title, a language, an address."""
    title = tree.css_first("head title")
    page = tree.css_first("html")
    link = tree.css_first('link[rel~="canonical"]')
    called, site = _parted(tree, _without_site(_line(title.text()), tags) if title else "")
    said = (
        ("title", "the page’s title", called),
        ("container", "the page’s title", site),
        ("lang", "the page’s language", language_of(page.attributes.get("lang") or "") if page else ""),
        ("url", "the page’s address", web_address(link.attributes.get("href") or "") if link else ""),
    )
    known: dict[str, Any] = {field: value for field, _, value in said if value}
    return Metadata(**known, sources={field: source for field, source, value in said if value})


def _parted(tree: LexborHTMLParser, title: str) -> tuple[str, str]:
    """The title and the site's name behind it, where the page's one heading of the first level is the former.

    Without such a heading the title stays whole, as it does where the page says itself what stands behind.
    """
    headings = tree.css("h1")
    if len(headings) != 1:
        return title, ""
    heading = _line(headings[0].text().rstrip("¶#\uf0c1 \n"))
    if not heading or not title.startswith(heading):
        return title, ""
    match = _BEHIND.fullmatch(title, len(heading))
    if match is None or any(_line(node.text()) == match["site"] for node in tree.css("h2, p")[:_FIRST]):
        return title, ""
    return heading, _words(match["site"])


def _without_site(title: str, tags: _Tags) -> str:
    """The title without the site's name at its end, where the page says what the site is called."""
    for site in map(_line, tags.get("og:site_name", ())):
        name = re.search(rf"\s*[-–—|_·:]\s*{re.escape(site)}$", title) if site else None
        if name and name.start():
            return title[: name.start()]
    return title
