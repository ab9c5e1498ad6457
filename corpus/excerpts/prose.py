"""A collection as a document to be read: quotations with their citations, the notes, the bibliography.

What is common to all languages; each has a module of its own for what is not.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Final

from corpus.citation.markup import Markup
from corpus.citation.phrase import phrase
from corpus.excerpts.collection import Collection
from corpus.excerpts.entry import Excerpt

HEADING: Final = "Quotations"
_LISTS: Final = {
    "apa": "References",
    "chicago-date": "References",
    "chicago17-date": "References",
    "gb7714": "参考文献",
    "harvard": "Reference list",
    "ieee": "References",
    "mla": "Works Cited",
    "vancouver": "References",
}
"""What the styles call the list of works, by how their names begin; the others say Bibliography."""


def name_of_list(style: str) -> str:
    """What a style calls its list of works."""
    known = sorted((name for name in _LISTS if style.startswith(name)), key=len)
    return _LISTS[known[-1]] if known else "Bibliography"


class Prose(ABC):
    """A language that a whole document is written in.

    `keys` names the style that cites in it by the keys of a bibliography, "" where there is none.
    """

    markup: ClassVar[Markup]
    keys: ClassVar[str] = ""

    def __init__(self) -> None:
        self.bibliography = ""

    def write(self, collection: Collection, bibliography: str) -> str:
        """The document, with a newline at its end.

        `bibliography` is the name of a file with the works, for a language that cannot hold them.
        """
        self.bibliography = bibliography
        return self.page("\n\n".join(part for part in self._parts(collection) if part), collection)

    def beside(self, collection: Collection, bibliography: str) -> tuple[str, ...]:
        """What has to be done besides, in sentences."""
        del collection, bibliography
        return ()

    def _parts(self, collection: Collection) -> Iterator[str]:
        footnotes = collection.style.family == "note"
        raw = collection.style.family == "markup"
        yield self.heading(HEADING)
        for excerpt in collection.excerpts:
            yield self._quotation(excerpt, footnotes=footnotes, raw=raw)
            yield self._remark(excerpt)
        if footnotes:
            yield self.notes([self.markup.words(one.quoted.citation) for one in collection.excerpts])
        if self.is_keyed(collection):
            yield self.keyed_list(collection)
            return
        # Of a work of which nothing is known some styles can say nothing.
        phrases = [entry.phrase for entry in collection.entries if entry.phrase.plain]
        if phrases:
            yield self.heading(name_of_list(collection.style.name))
            yield self.entries([one.plain if raw else self.markup.words(one) for one in phrases])

    def is_keyed(self, collection: Collection) -> bool:
        """Whether works are cited by the keys of a bibliography, which the language itself sets."""
        return bool(self.keys) and collection.style.name == self.keys

    def _quotation(self, excerpt: Excerpt, *, footnotes: bool, raw: bool) -> str:
        quoted, markup = excerpt.quoted, self.markup
        citation = quoted.citation.plain if raw else markup.words(quoted.citation)
        if footnotes:
            words = markup.words(quoted.words + quoted.stop) + self.mark(excerpt.number, citation)
            return self.block(excerpt, words, "") if quoted.is_block else self.paragraph(excerpt, words)
        behind = citation + markup.words(phrase(quoted.stop))
        words = markup.words(quoted.words)
        if not quoted.is_block:
            return self.paragraph(excerpt, words + quoted.between + behind)
        if quoted.between == "\n":
            return self.block(excerpt, words, behind)
        return self.block(excerpt, words + quoted.between + behind, "")

    def _remark(self, excerpt: Excerpt) -> str:
        told = [f"Note: {excerpt.note}"] if excerpt.note else []
        told += [f"Tags: {', '.join(excerpt.tags)}"] if excerpt.tags else []
        return self.remark(self.markup.words(phrase(" · ".join(told)))) if told else ""

    # What a language may have otherwise ----------------------------------------------------------

    def page(self, body: str, collection: Collection) -> str:
        """The whole document around its body."""
        del collection
        return f"{body}\n"

    @abstractmethod
    def heading(self, words: str) -> str:
        """A heading."""

    def paragraph(self, excerpt: Excerpt, written: str) -> str:
        """A quotation that is run in, in the language already."""
        del excerpt
        return written

    def block(self, excerpt: Excerpt, written: str, citation: str) -> str:
        """A quotation that is set off, in the language already."""
        del excerpt
        return self.markup.block(written, citation)

    def remark(self, written: str) -> str:
        """What the reader noted."""
        return written

    @abstractmethod
    def mark(self, number: int, note: str) -> str:
        """What stands at the words that a note belongs to; in some languages the note itself."""

    def notes(self, notes: list[str]) -> str:
        """The notes, in languages in which they stand apart from the words."""
        del notes
        return ""

    def entries(self, entries: list[str]) -> str:
        """The works, in the language already, a paragraph each."""
        return "\n\n".join(entries)

    def keyed_list(self, collection: Collection) -> str:
        """What makes the language list the works whose keys were cited; "" where it knows no keys."""
        del collection
        return ""
