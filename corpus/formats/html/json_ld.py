"""What a web page says of itself in JSON-LD, in the words of https://schema.org/Article and its kin."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from corpus.dates import parse_date
from corpus.identifiers import LONGEST, doi_of, isbn_of, language_of, pages_of, web_address
from corpus.metadata import Metadata, Name
from corpus.names import parse_name, parse_names
from corpus.sanitiser import clean_line
from corpus.sources import JSON_LD

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_Node: TypeAlias = dict[str, Any]
_Whole: TypeAlias = Callable[[object], object]

_LARGEST: Final = 256 * 1024
_MOST_AUTHORS: Final = 500
_MOST_PARTS: Final = 4
"""How often a part may be part of a part: an article of an issue of a volume of a periodical."""

# A kind of work in schema.org's words → its CSL type; empty where CSL has no word for it.
_KINDS: Final = {
    "article": "",
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper",
    "asknewsarticle": "article-newspaper",
    "reviewnewsarticle": "article-newspaper",
    "blogposting": "post-weblog",
    "liveblogposting": "post-weblog",
    "scholarlyarticle": "article-journal",
    "medicalscholarlyarticle": "article-journal",
    "techarticle": "",
    "report": "report",
    "book": "book",
    "chapter": "chapter",
    "thesis": "thesis",
    "legislation": "legislation",
    "dataset": "dataset",
}
# What a work may stand in. Other parents are things for sale: a subscription, a product.
_CONTAINERS: Final = frozenset(
    {"periodical", "newspaper", "magazine", "book", "website", "blog", "bookseries"}
)


def read(tree: LexborHTMLParser) -> Metadata:
    """The metadata of the first work that the page describes; never raises."""
    nodes = list(_nodes(tree))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}

    def whole(value: object) -> object:
        """The object that a mere reference stands for."""
        reference = value.get("@id") if isinstance(value, dict) else None
        return named.get(reference, value) if isinstance(reference, str) else value

    for node in nodes:
        if kind := next((kind for kind in _kinds(node) if kind in _KINDS), None):
            return _work(node, whole, _KINDS[kind])
    return Metadata()


def _nodes(tree: LexborHTMLParser) -> Iterator[_Node]:
    """The objects at the top of the page's JSON-LD, and of the graphs in it."""
    left = _LARGEST
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


def _kinds(node: _Node) -> list[str]:
    return [kind.lower() for kind in _listed(node.get("@type")) if isinstance(kind, str)]


def _work(node: _Node, whole: _Whole, kind: str) -> Metadata:
    page = node.get("mainEntityOfPage")
    identifiers = [_identifier(whole(value)) for value in _listed(node.get("identifier"))]
    identifiers += [_line(value) for value in (node.get("doi"), *_listed(node.get("sameAs")))]
    known: dict[str, Any] = {
        "title": _line(node.get("headline")) or _line(node.get("name")),
        "authors": _people(node.get("author"), whole),
        "editors": _people(node.get("editor"), whole),
        "date": parse_date(_line(node.get("datePublished"))),
        "publisher": next(filter(None, (_line(whole(each)) for each in _listed(node.get("publisher")))), ""),
        "edition": _line(node.get("bookEdition")),
        "number": _line(node.get("reportNumber")),
        "jurisdiction": _line(whole(node.get("legislationJurisdiction"))),
        "doi": next(filter(None, map(doi_of, identifiers)), ""),
        "isbn": isbn_of(_line(node.get("isbn"))),
        "url": web_address(_line(node.get("url")))
        or web_address(_line(page.get("@id") if isinstance(page, dict) else page)),
        "lang": language_of(_line(node.get("inLanguage"))),
        "type": kind,
        **_where(node, whole),
    }
    return Metadata(**known, sources={name: JSON_LD for name, value in known.items() if value})


def _where(node: _Node, whole: _Whole) -> dict[str, str]:
    """Where in a periodical or a book the work stands: it, or what it is a part of, says so."""
    found = {"pages": _pages(node), "volume": "", "issue": "", "container": ""}
    part: object = node
    for _ in range(_MOST_PARTS):
        if not isinstance(part, dict):
            break
        found["volume"] = found["volume"] or _line(part.get("volumeNumber"))
        found["issue"] = found["issue"] or _line(part.get("issueNumber"))
        if part is not node and not _CONTAINERS.isdisjoint(_kinds(part)):
            found["container"] = found["container"] or _line(part)
        part = next((whole(each) for each in _listed(part.get("isPartOf"))), None)
    return found


def _pages(node: _Node) -> str:
    first, last = _line(node.get("pageStart")), _line(node.get("pageEnd"))
    span = f"{first}–{last}" if first and last and first != last else first
    return span or pages_of(_line(node.get("pagination")))


def _identifier(value: object) -> str:
    """The words of an identifier, or of its value."""
    return _line(value.get("value")) if isinstance(value, dict) else _line(value)


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _line(value: object) -> str:
    """The words of a string or a number, or of the name of an object; some publishers escape them as HTML."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**12 else ""
    return clean_line(html.unescape(value[: 4 * LONGEST]))[:LONGEST] if isinstance(value, str) else ""


def _people(value: object, whole: _Whole) -> tuple[Name, ...]:
    names = [_names(whole(each)) for each in _listed(value)[:_MOST_AUTHORS]]
    return tuple(dict.fromkeys(name for some in names for name in some))


def _names(value: object) -> tuple[Name, ...]:
    line = _line(value)
    if not isinstance(value, dict):
        return parse_names(line)
    if any("organization" in kind for kind in _kinds(value)):
        return (Name(literal=line),) if line else ()
    name = parse_name(line)
    family, given = _line(value.get("familyName")), _line(value.get("givenName"))
    if family and not name.literal:
        return (Name(family, given, name.order if name.family == family else "given-first"),)
    return (name,) if name != Name() else ()
