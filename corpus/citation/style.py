"""What a style is, and what citing in it gives."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus.citation import html
from corpus.citation.linked import around, behind
from corpus.citation.phrase import Phrase
from corpus.citation.place import Place
from corpus.citation.quoting import Quotation, Quoted
from corpus.errors import PinciteError
from corpus.metadata import Metadata

Form = Literal["cite", "short", "ibid", "entry"]
"""What is written: the citation that goes with a quotation (a note, or what stands in the text); the short
form, when the work is cited again; the shortest, when that is done directly after; the entry in the
bibliography."""

Family = Literal["note", "text", "number", "markup"]
"""What a style puts behind a quotation: a note, words in the text, a number of its list, or a key."""


class NoSuchStyle(PinciteError):
    """A style was asked for that Pincite does not write."""


class Cited(NamedTuple):
    """A place in a work, as a style is asked to cite it.

    `number` is the work's in a numbered list (from 1); `first` the number of the note that cited the
    work first, 0 where that is not known. `uncapitalised` are the words of the title that stand in the
    work without a capital, in lower case: see `corpus.citation.casing`. `key` is the one that a
    bibliography knows the work by, where that is not the one that `corpus.exchange.key` makes of it.
    """

    work: Metadata
    place: Place = Place()
    number: int = 1
    first: int = 0
    uncapitalised: Collection[str] = frozenset()
    key: str = ""


class Reference(NamedTuple):
    """A citation without its quotation.

    `locator` is the place as printed in it, "" where the style withholds it. `notes` say in short phrases
    what is missing and why, for the receipt. `unchecked` names the rules it follows that were not seen in
    a source of the style: they are known from memory, and a reader should look them up.
    """

    phrase: Phrase
    locator: str = ""
    notes: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style.

    `name` is its key in `STYLES` and in the settings, `label` what a reader sees, `describes` one
    line about it. `quotation` says how it sets a quotation; the others write each form. Where
    `ibid` is None, the style has no such form, and the short one serves.
    """

    name: str
    label: str
    describes: str
    family: Family
    quotation: Quotation
    cite: Callable[[Cited], Reference]
    short: Callable[[Cited], Reference]
    entry: Callable[[Cited], Reference]
    ibid: Callable[[Cited], Reference] | None = None

    def write(self, form: Form, cited: Cited) -> Reference:
        """The citation in one of the forms."""
        writers = {
            "cite": self.cite,
            "short": self.short,
            "ibid": self.ibid or self.short,
            "entry": self.entry,
        }
        return writers[form](cited)


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage cited in a style.

    `text` is the quotation with its citation, `citation` the citation alone, both without faces;
    `phrase` and `quoted` are the same with them. `style` is the style's name, `link` leads to the passage
    and stands behind the citation, "" for none. For the rest see `Reference`.
    """

    quoted: Phrase
    phrase: Phrase
    style: str
    locator: str
    notes: tuple[str, ...]
    unchecked: tuple[str, ...] = ()
    quotation: Quoted | None = field(default=None, compare=False, repr=False)
    """The quotation with its citation in parts, for other ways of writing it."""
    link: str = ""

    @property
    def text(self) -> str:
        """The quotation with its citation, as plain text."""
        return behind(self.quoted.plain, self.link, self.quotation and self.quotation.markup)

    @property
    def citation(self) -> str:
        """The citation alone, as plain text; "" where there is none, whatever the link."""
        markup = self.quotation and self.quotation.markup
        return behind(self.phrase.plain, self.link, markup) if self.phrase else ""

    @property
    def html(self) -> str:
        """The quotation with its citation as a piece of HTML; "" for a style that is markup itself.

        There the citation itself is the link.
        """
        quotation = self.quotation
        return "" if quotation is None or quotation.markup else html.quotation(quotation, self.link)

    @property
    def citation_html(self) -> str:
        """The citation alone as a piece of HTML; "" for a style that is markup itself."""
        if self.quotation is None or self.quotation.markup:
            return ""
        words = html.words(self.phrase)
        return around(words, self.link) if self.link else words
