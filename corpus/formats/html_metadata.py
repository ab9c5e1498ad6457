"""What a web page says of itself: JSON-LD, the tags of indexes and networks, and its own title.

Sources are asked in the order of how carefully publishers fill them in: JSON-LD (https://schema.org/Article),
`citation_*` (Google Scholar's tags), Dublin Core, OpenGraph (https://ogp.me), and at last the plain page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from corpus.dates import parse_date
from corpus.identifiers import LONGEST, language_of, web_address
from corpus.metadata import Metadata, Name
from corpus.names import parse_name, parse_names
from corpus.sanitiser import clean_line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_Tags: TypeAlias = dict[str, list[str]]

_LARGEST_JSON: Final = 256 * 1024
_MOST_AUTHORS: Final = 500
# A kind of article in schema.org's words → its CSL type; empty where CSL has no word for it.
_ARTICLES: Final = {
    "article": "",
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "blogposting": "post-weblog",
    "scholarlyarticle": "article-journal",
    "techarticle": "",
    "report": "report",
}


class _Layer(NamedTuple):
    """The tags of one vocabulary for each field, the best first; an empty `source` is the tag's own name."""

    source: str
    title: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    container: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()


_LAYERS: Final = (
    _Layer(
        "",
        title=("citation_title",),
        authors=("citation_author", "citation_authors"),
        date=("citation_publication_date", "citation_date", "citation_online_date"),
        publisher=("citation_publisher",),
        container=("citation_journal_title",),
        url=("citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url"),
        lang=("citation_language",),
    ),
    _Layer(
        "Dublin Core",
        title=("dc.title", "dcterms.title"),
        authors=("dc.creator", "dcterms.creator"),
        date=("dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date"),
        publisher=("dc.publisher", "dcterms.publisher"),
        url=("dc.identifier", "dcterms.identifier"),
        lang=("dc.language", "dcterms.language"),
    ),
    _Layer(
        "OpenGraph",
        title=("og:title",),
        authors=("article:author", "og:article:author"),
        date=("article:published_time", "og:article:published_time"),
        container=("og:site_name",),
        url=("og:url",),
    ),
    _Layer("the page’s author line", authors=("author",)),
)


def read(tree: LexborHTMLParser) -> Metadata:
    """The metadata of a page, with every field credited to where it was found; never raises."""
    tags = _tags(tree)
    found = _json_ld(tree)
    for layer in _LAYERS:
        found = found.filled_from(_from_tags(tags, layer))
    return found.filled_from(_plain_page(tree, tags))


def _line(text: str) -> str:
    return clean_line(text[: 4 * LONGEST])[:LONGEST]


def _credited(source: str, known: dict[str, Any]) -> Metadata:
    return Metadata(**known, sources={name: source for name, value in known.items() if value})


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


def _from_tags(tags: _Tags, layer: _Layer) -> Metadata:
    known: dict[str, Any] = {}
    sources: dict[str, str] = {}
    readings: dict[str, Callable[[str], object]] = {
        "title": _line,
        "date": parse_date,
        "publisher": _line,
        "container": _line,
        "url": web_address,
        "lang": language_of,
    }
    for field, reading in readings.items():
        said = ((name, reading(text)) for name in getattr(layer, field) for text in tags.get(name, ()))
        for name, value in filter(itemgetter(1), said):
            known[field], sources[field] = value, layer.source or name
            break
    for name in layer.authors:
        if "authors" not in known and (names := _people(tags.get(name, []))):
            known["authors"], sources["authors"] = names, layer.source or name
    return Metadata(**known, sources=sources)


def _people(texts: list[str]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(name for text in texts[:_MOST_AUTHORS] for name in parse_names(text)))


def _plain_page(tree: LexborHTMLParser, tags: _Tags) -> Metadata:
    """What any page has: a title, a language, an address."""
    title = tree.css_first("head title")
    page = tree.css_first("html")
    link = tree.css_first('link[rel~="canonical"]')
    layers = (
        ("the page’s title", {"title": _without_site(title.text(), tags) if title else ""}),
        ("the page’s language", {"lang": language_of(page.attributes.get("lang") or "") if page else ""}),
        ("the page’s address", {"url": web_address(link.attributes.get("href") or "") if link else ""}),
    )
    found = Metadata()
    for source, known in layers:
        found = found.filled_from(_credited(source, dict(known)))
    return found


def _without_site(title: str, tags: _Tags) -> str:
    """The title without the site's name at its end, where the page says what the site is called."""
    line = _line(title)
    for site in map(_line, tags.get("og:site_name", ())):
        name = re.search(rf"\s*[-–—|_·:]\s*{re.escape(site)}$", line) if site else None
        if name and name.start():
            return line[: name.start()]
    return line


def _json_ld(tree: LexborHTMLParser) -> Metadata:
    nodes = list(_json_nodes(tree))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        kinds = [kind.lower() for kind in _listed(node.get("@type")) if isinstance(kind, str)]
        if kind := next((kind for kind in kinds if kind in _ARTICLES), None):
            return _article(node, named, _ARTICLES[kind])
    return Metadata()


def _json_nodes(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The objects at the top of the page's JSON-LD, and of the graphs in it."""
    left = _LARGEST_JSON
    for script in tree.css('script[type="application/ld+json" i]'):
        text = script.text()
        left -= len(text)
        if left < 0:
            return
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for top in _listed(data):
            if isinstance(top, dict):
                yield top
                yield from (node for node in _listed(top.get("@graph")) if isinstance(node, dict))


def _article(node: dict[str, Any], named: dict[str, dict[str, Any]], kind: str) -> Metadata:
    def whole(value: object) -> object:
        """The object that a mere reference stands for."""
        reference = value.get("@id") if isinstance(value, dict) else None
        return named.get(reference, value) if isinstance(reference, str) else value

    authors = [_json_names(whole(value)) for value in _listed(node.get("author"))[:_MOST_AUTHORS]]
    page = node.get("mainEntityOfPage")
    known = {
        "title": _json_line(node.get("headline")) or _json_line(node.get("name")),
        "authors": tuple(dict.fromkeys(name for names in authors for name in names)),
        "date": parse_date(_json_line(node.get("datePublished"))),
        "publisher": next(
            filter(None, (_json_line(whole(each)) for each in _listed(node.get("publisher")))), ""
        ),
        "url": web_address(_json_line(node.get("url")))
        or web_address(_json_line(page.get("@id") if isinstance(page, dict) else page)),
        "lang": language_of(_json_line(node.get("inLanguage"))),
        "type": kind,
    }
    return _credited("JSON-LD", known)


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _json_line(value: object) -> str:
    """The words of a string, or of the name of an object; some publishers escape them as HTML."""
    if isinstance(value, dict):
        value = value.get("name")
    return _line(html.unescape(value)) if isinstance(value, str) else ""


def _json_names(value: object) -> tuple[Name, ...]:
    line = _json_line(value)
    if not isinstance(value, dict):
        return parse_names(line)
    if "organization" in str(value.get("@type")).lower():
        return (Name(literal=line),) if line else ()
    name = parse_name(line)
    family, given = _json_line(value.get("familyName")), _json_line(value.get("givenName"))
    if family and not name.literal:
        return (Name(family, given, name.order if name.family == family else "given-first"),)
    return (name,) if name != Name() else ()
