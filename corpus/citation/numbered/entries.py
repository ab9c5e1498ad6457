"""What the styles share that number their sources: the shape of an entry, and what is said about it."""

from __future__ import annotations

from typing import Final, Literal

from corpus.citation.casing import headline_case, sentence_case
from corpus.citation.style import Cited
from corpus.labels import STATUTES
from corpus.metadata import Metadata

Shape = Literal["article", "news", "page", "book", "chapter", "report", "law"]

_SHAPES: Final[dict[str, Shape]] = {
    "article": "article",
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
    if work.type in STATUTES:
        return "law"
    if work.type in _BOOKS:
        return "book"
    if shape := _SHAPES.get(work.type):
        return shape
    if work.url and not (work.volume or work.issue):
        return "page"
    return "article" if work.container else "book"


def like_a_sentence(cited: Cited) -> str:
    """The title with capitals as in a sentence, as far as the article tells which words are no names."""
    return sentence_case(cited.work.title, cited.uncapitalised)


def romanised(container: str) -> str:
    """A periodical's name in Latin letters, with a capital at each of its words: "Faxue Yanjiu"."""
    return headline_case(container, "en", ())


def language(work: Metadata) -> str:
    """The name of its language in English; "" for English, and where it is not known."""
    return _LANGUAGES.get(work.lang.lower().partition("-")[0], "")


def year_of(work: Metadata) -> str:
    """The year; "" where it is not known, or stands in the title of a law."""
    year = str(work.date.year) if work.date else ""
    return "" if shape_of(work) == "law" and year in work.title.split() else year


def is_author(work: Metadata, body: str) -> bool:
    """Whether a body is the author of the work, so that its name need not be printed twice."""
    return body in {name.literal for name in work.authors}
