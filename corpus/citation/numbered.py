"""What the styles share that number their sources: the shape of an entry, and what is said about it."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.casing import doubtful_capitals, headline_case, sentence_case
from corpus.citation.labelled import LAWS
from corpus.citation.phrase import Phrase, phrase
from corpus.citation.style import Cited, Reference
from corpus.citation.template import Template, guessed
from corpus.citation.work import unknown
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


class Memo:
    """What comes up while a citation is written: notes for the reader, and rules known from memory."""

    __slots__ = ("_notes", "_unchecked")

    def __init__(self) -> None:
        # Keys alone are used: they keep their order, and each is there once.
        self._notes: dict[str, None] = {}
        self._unchecked: dict[str, None] = {}

    def note(self, *notes: str) -> None:
        """Tell what is missing or withheld."""
        self._notes.update(dict.fromkeys(filter(None, notes)))

    def memory(self, *rules: str) -> None:
        """Name rules that were followed and not seen in a source of the style."""
        self._unchecked.update(dict.fromkeys(filter(None, rules)))

    def reference(self, words: Phrase | str, cited: Cited, locator: str = "") -> Reference:
        """The citation with all that came up, and with what is not known of the work."""
        lacking = unknown(cited.work)
        if cited.work.editors or shape_of(cited.work) == "law":  # a law has no author
            lacking = tuple(note for note in lacking if note != "author unknown")
        return Reference(phrase(words), locator, (*self._notes, *lacking), tuple(self._unchecked))


def shape_of(work: Metadata) -> Shape:
    """By which pattern the work is listed; without a type, by what is known of it."""
    if work.type in LAWS or work.type == "legal_case":
        return "law"
    if work.type in _BOOKS:
        return "book"
    if shape := _SHAPES.get(work.type):
        return shape
    return guessed(work)


def like_a_sentence(cited: Cited, memo: Memo) -> str:
    """The title with capitals as in a sentence, as far as the article tells which words are no names.

    In other languages than English the capitals of a title are as they should be, and parties of a judgment
    are called as they are called.
    """
    work = cited.work
    if work.type == "legal_case" or (work.lang and not work.lang.lower().startswith("en")):
        return work.title
    cased = sentence_case(work.title, cited.uncapitalised)
    if doubtful := doubtful_capitals(cased, work.lang):
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(doubtful))
        memo.memory(f"the capitals of {words}: only those of names stay")
    return cased


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
