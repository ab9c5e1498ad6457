"""The kinds of works that the styles of lawyers tell apart."""

from __future__ import annotations

from enum import Enum
from typing import Final

from corpus.citation.template import Template, guessed
from corpus.metadata import Metadata
from corpus.people import outlet


class Kind(Enum):
    """What a work is, as far as the form of its citation depends on it."""

    STATUTE = "statute"
    CASE = "judgment"
    JOURNAL = "article in a journal"
    NEWS = "article in a newspaper or magazine"
    PAGE = "page of a site"
    CHAPTER = "chapter of a book"
    REPORT = "report"
    BOOK = "book"


ALONE: Final = frozenset({Kind.BOOK, Kind.REPORT})
"""The kinds of works that stand by themselves: their titles are set in italics, or in small capitals."""

_OF_TYPE: Final = {
    **dict.fromkeys(("legislation", "statute"), Kind.STATUTE),
    "legal_case": Kind.CASE,
    **dict.fromkeys(("article-journal", "review", "review-book"), Kind.JOURNAL),
    **dict.fromkeys(("article-newspaper", "article-magazine"), Kind.NEWS),
    **dict.fromkeys(("webpage", "post", "post-weblog"), Kind.PAGE),
    **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), Kind.CHAPTER),
    **dict.fromkeys(("report", "standard"), Kind.REPORT),
    **dict.fromkeys(("book", "classic", "collection", "pamphlet"), Kind.BOOK),
}
"""The kind of a work by the type that CSL gives it."""

_OF_TEMPLATE: Final[dict[Template, Kind]] = {
    "article": Kind.JOURNAL,
    "news": Kind.NEWS,
    "page": Kind.PAGE,
    "book": Kind.BOOK,
    "report": Kind.REPORT,
    "chapter": Kind.CHAPTER,
    "law": Kind.STATUTE,
}


def kind_of(work: Metadata) -> Kind:
    """The kind of a work: by its type, else by what is known of it."""
    return _OF_TYPE.get(work.type) or _OF_TEMPLATE[guessed(work)]


def has_form(work: Metadata) -> bool:
    """Whether the form of the work's kind is written for works of its type; one without a type may be any."""
    return not work.type or work.type == "article" or work.type in _OF_TYPE


def is_own_author(work: Metadata) -> bool:
    """Whether the body that wrote the work is the site, or the publisher, it appeared with."""
    return bool(work.container or work.publisher) and len(work.authors) == 1 and not outlet(work)
