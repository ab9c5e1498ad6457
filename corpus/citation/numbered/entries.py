"""What the styles share that number their sources: the shape of an entry, and what is said about it."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.casing import headline_case
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited
from corpus.citation.template import Template, guessed
from corpus.citation.titles import in_sentence_case
from corpus.labels import STATUTES
from corpus.metadata import Metadata

Shape = Template

_SHAPES: Final[dict[str, Shape]] = {
    "article-journal": "article",
    "review": "article",
    "article-magazine": "news",
    "article-newspaper": "news",
    "chapter": "chapter",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "paper-conference": "chapter",
    "report": "report",
    "post": "page",
    "post-weblog": "page",
    "webpage": "page",
}
_BOOKS: Final = frozenset({"book", "classic", "collection", "manuscript", "pamphlet", "standard", "thesis"})
_LANGUAGES: Final = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def shape_of(work: Metadata) -> Shape:
    """By which pattern the work is listed; without a type, by what is known of it."""
    if work.type in STATUTES or work.type == "legal_case":
        return "law"
    if work.type in _BOOKS:
        return "book"
    if shape := _SHAPES.get(work.type):
        return shape
    return guessed(work)


def like_a_sentence(cited: Cited, remarks: Remarks) -> str:
    """The title with capitals as in a sentence; the parties of a judgment are called as they are called."""
    title = cited.work.title
    return title if cited.work.type == "legal_case" else in_sentence_case(title, cited, remarks)


def romanised(container: str) -> str:
    """A periodical's name in Latin letters, with a capital at each of its words: "Faxue Yanjiu"."""
    return headline_case(container, "en", ())


def language(work: Metadata) -> str:
    """The name of its language in English; "" for English, and where it is not known."""
    return _LANGUAGES.get(work.lang.lower().partition("-")[0], "")


def year_of(work: Metadata) -> str:
    """The year; "" where it is not known, or stands in the title of a law, or in a judgment's citation."""
    year = str(work.date.year) if work.date else ""
    known = f"{work.title} {work.number}" if shape_of(work) == "law" else ""
    return "" if re.search(rf"(?<!\d){year}(?!\d)", known) else year


def is_author(work: Metadata, body: str) -> bool:
    """Whether a body is the author of the work, so that its name need not be printed twice."""
    return body in {name.literal for name in work.authors}
