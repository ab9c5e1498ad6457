"""Which kind of work is cited, as far as the styles tell works apart."""

from __future__ import annotations

from typing import Final, Literal

from corpus.metadata import Metadata

Template = Literal["article", "news", "page", "book", "report", "chapter", "law"]
"""An article of a journal, one of a newspaper, magazine or news site, a page, a book, a report or thesis,
a part of a book, a law."""

_BY_TYPE: Final[dict[str, Template]] = {
    "article-journal": "article",
    "article-newspaper": "news",
    "article-magazine": "news",
    "webpage": "page",
    "post": "page",
    "post-weblog": "page",
    "book": "book",
    "classic": "book",
    "collection": "book",
    "report": "report",
    "pamphlet": "report",
    "standard": "report",
    "thesis": "report",
    "chapter": "chapter",
    "paper-conference": "chapter",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "legislation": "law",
    "bill": "law",
    "regulation": "law",
    "treaty": "law",
    "legal_case": "law",
}
_PERIODICALS: Final = frozenset({"article-newspaper", "article-magazine"})
# Broadcasters, agencies and sites that publish no newspaper: the styles set their names in roman.
_NEWS_SITES: Final = frozenset(
    {
        *("abc", "abc news", "al jazeera", "ap", "ap news", "associated press", "axios", "bbc", "bbc news"),
        *("bloomberg", "buzzfeed", "buzzfeed news", "cbc", "cbc news", "cbs", "cbs news", "cctv", "cgtn"),
        *("china news service", "cna", "cnbc", "cnn", "deutsche welle", "dw", "euronews", "fox news"),
        *("france 24", "global news", "huffpost", "itv news", "kyodo news", "msnbc", "nbc", "nbc news"),
        *("nhk", "npr", "pbs", "politico", "rt", "reuters", "rfi", "sbs news", "sky news", "slate"),
        *("sputnik", "tass", "the conversation", "vox", "voa", "voice of america", "xinhua"),
        *("xinhua news agency", "yonhap", "abc news (australia)", "rnz", "rte", "channel newsasia"),
    }
)


def template(work: Metadata) -> Template:
    """The kind of the work: by its type, or where none is known by what else is known of it."""
    return _BY_TYPE.get(work.type) or guessed(work)


def guessed(work: Metadata) -> Template:
    """The kind of a work whose type is not known, or is one that the styles have no form of their own for.

    What has a day and an outlet, but no address, was kept from a newspaper or a news site; with an address
    it may be any page. Of what says nothing of itself only that is known which every form has.
    """
    if work.volume or work.issue:
        return "article"
    if work.container and work.editors:
        return "chapter"
    if work.container.casefold() in _NEWS_SITES:
        return "news"
    if work.isbn or (work.publisher and not work.container and (work.edition or work.place)):
        return "book"
    return "news" if work.container and not work.url else "page"


def is_online(work: Metadata) -> bool:
    """Whether it is told, or said by its type, that the work is a page that one reads on the web."""
    return bool(work.url) or _BY_TYPE.get(work.type) == "page"


def is_periodical(work: Metadata) -> bool:
    """Whether a news article stands in a newspaper or a magazine, and not on the site of a broadcaster."""
    return work.type in _PERIODICALS and work.container.casefold() not in _NEWS_SITES
