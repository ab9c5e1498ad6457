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
    if known := _BY_TYPE.get(work.type):
        return known
    if work.volume or work.issue:
        return "article"
    if work.editors and work.container:
        return "chapter"
    return "news" if work.container else "page"


def is_periodical(work: Metadata) -> bool:
    """Whether a news article stands in a newspaper or a magazine, and not on the site of a broadcaster."""
    return work.type in _PERIODICALS and work.container.casefold() not in _NEWS_SITES
